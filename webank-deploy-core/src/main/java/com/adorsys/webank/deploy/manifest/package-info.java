/** Manifests as immutable ordered trees, the set that holds them, and what can be asked of and done with both. */
@NullMarked
package com.adorsys.webank.deploy.manifest;

import org.jspecify.annotations.NullMarked;
