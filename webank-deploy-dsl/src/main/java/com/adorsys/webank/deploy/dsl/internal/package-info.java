/** One renderer for each Kubernetes kind; what they read is resolved, plain data. No part of the API. */
@NullMarked
package com.adorsys.webank.deploy.dsl.internal;

import org.jspecify.annotations.NullMarked;
