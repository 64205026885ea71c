package com.adorsys.webank.deploy.eks.internal.connect;

/**
 * A context of a kubeconfig, with what it refers to.
 *
 * @param user an empty part if the context names no user
 */
record KubeconfigContext(
        String name, String clusterName, String userName, KubeconfigPart cluster, KubeconfigPart user) {}
