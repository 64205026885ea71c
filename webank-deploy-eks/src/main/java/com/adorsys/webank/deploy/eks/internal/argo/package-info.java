/** The status of Argo CD's Applications, and the wait until one has synced a revision. */
@NullMarked
package com.adorsys.webank.deploy.eks.internal.argo;

import org.jspecify.annotations.NullMarked;
