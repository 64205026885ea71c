/**
 * Manifests as immutable ordered trees, the set that holds them, and what can be asked of and done with both.
 *
 * <p>{@link com.adorsys.webank.deploy.manifest.ManifestSet} is what everything is rendered to and written from. fabric8's
 * types are views of it; nothing else in this package needs fabric8. {@link
 * com.adorsys.webank.deploy.manifest.ManifestDiff} says what changes from one set to another, and what that does.
 */
@NullMarked
package com.adorsys.webank.deploy.manifest;

import org.jspecify.annotations.NullMarked;
