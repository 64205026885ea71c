/** The way to a cluster, whoever it is described by: transport, tokens, and what a failure means. */
@NullMarked
package com.adorsys.webank.deploy.eks.internal.connect;

import org.jspecify.annotations.NullMarked;
