/**
 * Makes the descriptions in {@code com/adorsys/webank/deploy/schema} of webank-deploy-core anew from what Kubernetes,
 * Argo CD and others publish. {@link com.adorsys.webank.deploy.examples.schemas.SchemaTool} is the program.
 */
@NullMarked
package com.adorsys.webank.deploy.examples.schemas;

import org.jspecify.annotations.NullMarked;
