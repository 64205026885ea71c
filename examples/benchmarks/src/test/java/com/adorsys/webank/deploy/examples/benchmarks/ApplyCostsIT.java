package com.adorsys.webank.deploy.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is measured does the same. */
class ApplyCostsIT {
    private final TestCluster cluster = TestCluster.shared();

    @Test
    void all_that_are_measured_bring_the_cluster_to_the_same(@TempDir Path folder) {
        List<Contestant> contestants = ApplyCosts.contestants(cluster, cluster.server(), cluster.kubeconfig(), folder);
        List<String> first = List.of();
        for (Contestant contestant : contestants) {
            String namespace = cluster.namespace("same");
            try (contestant) {
                for (String version : List.of("1", "2")) {
                    contestant.prepare(8, namespace, version);
                    contestant.apply();
                }
            }
            List<String> there = objects(namespace);
            if (first.isEmpty()) {
                first = there;
            }
            assertThat(there).as(contestant.name()).hasSize(6).isEqualTo(first);
        }
        assertThat(first).anyMatch(text -> text.contains("version=2"));
    }

    private List<String> objects(String namespace) {
        var client = cluster.client();
        List<Deployment> deployments =
                client.apps().deployments().inNamespace(namespace).list().getItems();
        List<Service> services = client.services().inNamespace(namespace).list().getItems();
        List<ConfigMap> configMaps =
                client.configMaps().inNamespace(namespace).list().getItems();
        return Stream.of(
                        deployments.stream().map(a -> a.getSpec().toString()),
                        services.stream()
                                .map(a -> a.getSpec().getSelector() + " "
                                        + a.getSpec().getPorts()),
                        configMaps.stream()
                                .filter(a -> a.getMetadata().getName().startsWith("app-"))
                                .map(a -> a.getData().toString()))
                .flatMap(a -> a)
                .toList();
    }
}
