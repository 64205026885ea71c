/** Runs: what is desired and what is there, the plan between them, and the steps that bring one to the other. */
@NullMarked
package com.adorsys.webank.deploy.eks.internal.run;

import org.jspecify.annotations.NullMarked;
