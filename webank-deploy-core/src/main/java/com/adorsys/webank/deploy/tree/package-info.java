/** Generated files as a value: path to bytes, written to a folder without touching what others keep there. */
@NullMarked
package com.adorsys.webank.deploy.tree;

import org.jspecify.annotations.NullMarked;
