/** One renderer per Kubernetes kind; their input is plain, resolved data. Not part of the API. */
@NullMarked
package com.adorsys.webank.deploy.dsl.internal;

import org.jspecify.annotations.NullMarked;
