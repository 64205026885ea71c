/**
 * Argo CD's own objects as Java types, and checks of Applications that others wrote.
 *
 * <p>{@link com.adorsys.webank.deploy.argocd.ArgoApplication} and {@link
 * com.adorsys.webank.deploy.argocd.ArgoProject} are written for a version of Argo CD, 2.13 or later, and reject fields that
 * this version does not have. {@link com.adorsys.webank.deploy.argocd.ApplicationDocument} reads and checks an Application
 * that others wrote.
 */
@NullMarked
package com.adorsys.webank.deploy.argocd;

import org.jspecify.annotations.NullMarked;
