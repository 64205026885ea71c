/** Checks on all modules together. */
@NullMarked
package com.adorsys.webank.deploy.checks;

import org.jspecify.annotations.NullMarked;
