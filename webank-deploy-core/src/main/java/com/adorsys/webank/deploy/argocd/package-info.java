/** Argo CD's own objects in types, and checks on those of others. */
@NullMarked
package com.adorsys.webank.deploy.argocd;

import org.jspecify.annotations.NullMarked;
