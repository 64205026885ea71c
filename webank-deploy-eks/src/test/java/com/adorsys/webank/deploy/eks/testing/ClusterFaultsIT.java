package com.adorsys.webank.deploy.eks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cluster of one's own, and what may happen to it. */
@Timeout(180)
class ClusterFaultsIT {
    private final TestCluster cluster = TestCluster.start();

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void a_restarted_server_has_its_port_and_what_it_knew() {
        String namespace = cluster.namespace("kept");
        String server = cluster.server();

        cluster.stopApiServer();
        assertThatThrownBy(() -> find(cluster.client(), namespace)).isInstanceOf(KubernetesClientException.class);
        cluster.startApiServer();

        assertThat(find(cluster.client("user"), namespace)).isTrue();
        assertThat(cluster.server()).isEqualTo(server);
    }

    @Test
    void a_killed_server_starts_again() {
        String namespace = cluster.namespace("kept");

        cluster.killApiServer();
        cluster.startApiServer();

        assertThat(find(cluster.client(), namespace)).isTrue();
    }

    @Test
    void a_write_hangs_while_etcd_is_paused() throws Exception {
        cluster.pauseEtcd();
        CompletableFuture<String> made = CompletableFuture.supplyAsync(() -> cluster.namespace("late"));
        Thread.sleep(500);
        assertThat(made).isNotDone();

        cluster.resumeEtcd();

        assertThat(find(cluster.client(), made.get(30, TimeUnit.SECONDS))).isTrue();
    }

    @Test
    void a_proxy_outlives_a_restart_of_the_server() {
        String namespace = cluster.namespace("kept");
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            assertThat(find(proxy.client(), namespace)).isTrue();
            cluster.stopApiServer();
            assertThatThrownBy(() -> find(proxy.client(), namespace)).isInstanceOf(KubernetesClientException.class);
            cluster.startApiServer();

            assertThat(find(proxy.client(), namespace)).isTrue();
        }
    }

    private static boolean find(KubernetesClient client, String namespace) {
        return client.namespaces().withName(namespace).get() != null;
    }
}
