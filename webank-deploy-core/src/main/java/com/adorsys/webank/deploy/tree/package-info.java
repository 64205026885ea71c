/**
 * Trees of generated files, which are written to a folder without touching the files of others there.
 *
 * <p>{@link com.adorsys.webank.deploy.tree.FileTree} describes how it tells its own files from those of others.
 */
@NullMarked
package com.adorsys.webank.deploy.tree;

import org.jspecify.annotations.NullMarked;
