/**
 * YAML text to trees with the places where everything stands, and trees to one canonical text.
 *
 * <p>{@link com.adorsys.webank.deploy.yaml.YamlReader} takes a text for what Helm, Argo CD and kubectl take it for; {@link
 * com.adorsys.webank.deploy.yaml.YamlWriter} writes what every reader takes for the same.
 */
@NullMarked
package com.adorsys.webank.deploy.yaml;

import org.jspecify.annotations.NullMarked;
