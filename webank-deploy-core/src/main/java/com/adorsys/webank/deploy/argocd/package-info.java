/**
 * Argo CD's own objects as Java types, and checks of Applications that others wrote.
 *
 * <p>{@link com.adorsys.webank.deploy.argocd.ArgoApplication} and {@link com.adorsys.webank.deploy.argocd.ArgoProject} are
 * written for any version of Argo CD, or for one, which then rejects fields that it does not have. They can be read from
 * documents of others too, and lose nothing of them. {@link com.adorsys.webank.deploy.argocd.ApplicationDocument} checks an
 * Application that others wrote, also an invalid one, and finds the charts in it.
 *
 * <p>{@link com.adorsys.webank.deploy.argocd.Bootstrap} is what a cluster with Argo CD needs once, before it can deploy.
 */
@NullMarked
package com.adorsys.webank.deploy.argocd;

import org.jspecify.annotations.NullMarked;
