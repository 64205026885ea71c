/**
 * Generated files as a value: path to bytes, written to a folder without touching what others keep there.
 *
 * <p>{@link com.adorsys.webank.deploy.tree.FileTree} says how it knows its own files from those of others.
 */
@NullMarked
package com.adorsys.webank.deploy.tree;

import org.jspecify.annotations.NullMarked;
