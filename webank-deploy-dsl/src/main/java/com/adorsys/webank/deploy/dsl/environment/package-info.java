/** Environments: a Webank in a cluster, and the Git tree from which Argo CD deploys it. */
@NullMarked
package com.adorsys.webank.deploy.dsl.environment;

import org.jspecify.annotations.NullMarked;
