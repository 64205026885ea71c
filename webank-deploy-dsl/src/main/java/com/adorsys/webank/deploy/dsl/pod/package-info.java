/**
 * What a pod and its containers can say: images aside, everything that a component, the database in the cluster, and a
 * container beside a component have in common.
 *
 * <p>Settings have the names of the Kubernetes API. Most values are thin covers over a tree as a manifest has it: what has
 * no method of its own is given to {@code of(MapTree)} as it stands in the API.
 */
@NullMarked
package com.adorsys.webank.deploy.dsl.pod;

import org.jspecify.annotations.NullMarked;
