/** Everything that touches the AWS SDK: credentials, the description of a cluster, tokens, and what failures mean. */
@NullMarked
package com.adorsys.webank.deploy.eks.internal.aws;

import org.jspecify.annotations.NullMarked;
