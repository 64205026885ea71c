/**
 * Whether live objects are what their manifests say, the wait until they are, and why they are not.
 *
 * <p>{@link com.adorsys.webank.deploy.eks.internal.ready.KStatus} judges one object, and {@link
 * com.adorsys.webank.deploy.eks.internal.ready.Waiting} watches many.
 */
@NullMarked
package com.adorsys.webank.deploy.eks.internal.ready;

import org.jspecify.annotations.NullMarked;
