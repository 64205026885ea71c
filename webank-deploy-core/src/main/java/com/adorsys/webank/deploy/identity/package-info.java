/** What a deployment and its pods may do in AWS: access entries of EKS, Pod Identity, IRSA, and policies of IAM. */
@NullMarked
package com.adorsys.webank.deploy.identity;

import org.jspecify.annotations.NullMarked;
