/** How long rendering and applying takes, beside the engines that did it before. */
@NullMarked
package com.adorsys.webank.deploy.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
