/**
 * Helm charts as values: written as a folder or packed as an archive, with the same bytes on every machine.
 *
 * <p>{@link com.adorsys.webank.deploy.helm.HelmChart} is a chart, made of {@link
 * com.adorsys.webank.deploy.helm.ChartMetadata}, {@link com.adorsys.webank.deploy.helm.DocumentedValues} and templates; {@link
 * com.adorsys.webank.deploy.helm.ChartArchive} packs it, and {@link com.adorsys.webank.deploy.helm.ChartRepository} lists
 * archives in an {@code index.yaml}. {@link com.adorsys.webank.deploy.helm.HelmValues} merges values as Helm does. Templates are texts: this package neither reads nor runs them.
 */
@NullMarked
package com.adorsys.webank.deploy.helm;

import org.jspecify.annotations.NullMarked;
