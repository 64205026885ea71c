/** Plays the way from a commit to running pods, on real parts of this machine. */
@NullMarked
package com.adorsys.webank.deploy.examples.flow;

import org.jspecify.annotations.NullMarked;
