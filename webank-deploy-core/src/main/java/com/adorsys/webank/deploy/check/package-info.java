/** Checks: the structure of trees, and what must hold between the manifests of a set. */
@NullMarked
package com.adorsys.webank.deploy.check;

import org.jspecify.annotations.NullMarked;
