package com.adorsys.webank.deploy.eks.testing;

import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.connect.Connection;
import io.fabric8.kubernetes.client.KubernetesClient;

/** The API server of a test's client. */
public final class TestServer {
    private TestServer() {}

    /** The server, without a deadline. The client stays the caller's. */
    public static ApiServer of(KubernetesClient client) {
        return Connection.ofOwnedByHost(client).server();
    }
}
