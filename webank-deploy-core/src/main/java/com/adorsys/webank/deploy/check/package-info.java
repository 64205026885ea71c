/**
 * Checks: the structure of trees, and what must hold between the manifests of a set.
 *
 * <p>{@link com.adorsys.webank.deploy.check.Checks} has those of this library; a {@link
 * com.adorsys.webank.deploy.check.Check} of one's own runs beside them. {@link com.adorsys.webank.deploy.check.Shape}
 * describes what a tree must look like, and names the key that was probably meant.
 */
@NullMarked
package com.adorsys.webank.deploy.check;

import org.jspecify.annotations.NullMarked;
