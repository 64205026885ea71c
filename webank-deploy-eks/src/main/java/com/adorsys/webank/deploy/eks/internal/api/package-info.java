/** Requests to one API server: what is sent again and when, how long, how many at once, and what an answer means. */
@NullMarked
package com.adorsys.webank.deploy.eks.internal.api;

import org.jspecify.annotations.NullMarked;
