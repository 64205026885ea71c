/** Brings a set of manifests to a cluster, and says what it does. */
@NullMarked
package com.adorsys.webank.deploy.eks;

import org.jspecify.annotations.NullMarked;
