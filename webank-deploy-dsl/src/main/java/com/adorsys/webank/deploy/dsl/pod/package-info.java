/**
 * The settings of pods and their containers, except images. Components, the database in the cluster, and further
 * containers share them.
 *
 * <p>Settings have the names of the Kubernetes API. Most values are thin wrappers around a part of a manifest: for
 * fields without their own method use {@code of(MapTree)}, with the structure of the API.
 */
@NullMarked
package com.adorsys.webank.deploy.dsl.pod;

import org.jspecify.annotations.NullMarked;
