/**
 * Checks of manifests: the structure of each, and the rules between the manifests of a set.
 *
 * <p>{@link com.adorsys.webank.deploy.check.Checks} has the checks of this library; users can add a {@link
 * com.adorsys.webank.deploy.check.Check} of their own. {@link com.adorsys.webank.deploy.check.ShapeCheck} compares a tree
 * with what the package {@code schema} knows of it; for an unknown key it suggests the nearest one.
 */
@NullMarked
package com.adorsys.webank.deploy.check;

import org.jspecify.annotations.NullMarked;
