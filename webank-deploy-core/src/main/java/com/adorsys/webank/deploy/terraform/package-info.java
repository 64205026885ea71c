/** Reads the Terraform outputs of the infrastructure that a deployment runs on. */
@NullMarked
package com.adorsys.webank.deploy.terraform;

import org.jspecify.annotations.NullMarked;
