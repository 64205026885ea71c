/** Roles and their bindings. */
@NullMarked
package com.adorsys.webank.deploy.eks.internal.rbac;

import org.jspecify.annotations.NullMarked;
