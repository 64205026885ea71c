/**
 * Manifests as immutable, ordered trees, and sets of manifests with their patches, differences and typed views.
 *
 * <p>{@link com.adorsys.webank.deploy.manifest.ManifestSet} is what everything is rendered to and written from.
 * fabric8's types are views of it; nothing else in this package needs fabric8. {@link
 * com.adorsys.webank.deploy.manifest.ManifestDiff} reports the changes from one set to another, and their effect.
 */
@NullMarked
package com.adorsys.webank.deploy.manifest;

import org.jspecify.annotations.NullMarked;
