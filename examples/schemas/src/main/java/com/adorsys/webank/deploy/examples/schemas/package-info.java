/**
 * Makes the descriptions in {@code com/adorsys/webank/deploy/schema} of webank-deploy-core anew from what Kubernetes,
 * Argo CD and others publish. {@code SchemaTool} is where to start; its test {@code SchemaToolIT} runs it.
 */
@NullMarked
package com.adorsys.webank.deploy.examples.schemas;

import org.jspecify.annotations.NullMarked;
