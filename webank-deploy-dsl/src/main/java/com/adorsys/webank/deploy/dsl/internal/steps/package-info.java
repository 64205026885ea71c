/** The steps of the hardened posture. */
@NullMarked
package com.adorsys.webank.deploy.dsl.internal.steps;

import org.jspecify.annotations.NullMarked;
