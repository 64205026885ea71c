/** A Webank in a cluster, and the Git tree that brings it there. */
@NullMarked
package com.adorsys.webank.deploy.dsl.environment;

import org.jspecify.annotations.NullMarked;
