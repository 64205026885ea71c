/**
 * Argo CD's own objects in types, and checks on those of others.
 *
 * <p>{@link com.adorsys.webank.deploy.argocd.ArgoApplication} and {@link
 * com.adorsys.webank.deploy.argocd.ArgoProject} are written for a version of Argo CD, 2.13 or later, and refuse what that
 * version lacks. {@link com.adorsys.webank.deploy.argocd.ApplicationDocument} looks into Applications of others.
 */
@NullMarked
package com.adorsys.webank.deploy.argocd;

import org.jspecify.annotations.NullMarked;
