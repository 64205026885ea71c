/**
 * Reads YAML text to trees with the places of their values, and writes trees as canonical text.
 *
 * <p>{@link com.adorsys.webank.deploy.yaml.YamlReader} reads a text as Helm, Argo CD and kubectl do; {@link
 * com.adorsys.webank.deploy.yaml.YamlWriter} writes text that every reader reads in the same way.
 */
@NullMarked
package com.adorsys.webank.deploy.yaml;

import org.jspecify.annotations.NullMarked;
