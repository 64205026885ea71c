package com.adorsys.webank.deploy.eks.testing;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeConditionBuilder;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.NodeStatusBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one node, which has room for much and runs nothing. */
final class FakeNode {
    static final String NAME = "node";
    static final String STORAGE_CLASS = "standard";

    private static final Map<String, Quantity> ROOM = Map.of(
            "cpu", new Quantity("1000"),
            "memory", new Quantity("4Ti"),
            "ephemeral-storage", new Quantity("4Ti"),
            "pods", new Quantity("30000"));

    private FakeNode() {}

    /** Registers the node as a kubelet does, whose port kwok answers at, and the class of its volumes. */
    static void register(KubernetesClient client, int kubeletPort) {
        Node node = client.resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .withLabels(Map.of(
                                "kubernetes.io/hostname", NAME,
                                "kubernetes.io/os", "linux",
                                "kubernetes.io/arch", "amd64",
                                "topology.kubernetes.io/zone", "zone-a"))
                        .endMetadata()
                        .build())
                .create();
        node.setStatus(status(kubeletPort));
        // Whatever a controller has written in the meantime.
        node.getMetadata().setResourceVersion(null);
        updateStatus(client, node);
        client.resource(new StorageClassBuilder()
                        .withNewMetadata()
                        .withName(STORAGE_CLASS)
                        .addToAnnotations("storageclass.kubernetes.io/is-default-class", "true")
                        .endMetadata()
                        .withProvisioner("test.webank/volumes")
                        .build())
                .create();
    }

    /** Controllers write to the node, too, and the server gives up where they are faster several times. */
    private static void updateStatus(KubernetesClient client, Node node) {
        for (int round = 1; ; round++) {
            try {
                client.resource(node).updateStatus();
                return;
            } catch (KubernetesClientException e) {
                if (e.getCode() != HttpURLConnection.HTTP_CONFLICT || round == 20) {
                    throw e;
                }
            }
        }
    }

    /** Ready, and without the taint that keeps pods away until a controller has seen it. */
    static boolean isReady(KubernetesClient client) {
        return Optional.ofNullable(client.nodes().withName(NAME).get())
                .filter(node -> node.getSpec().getTaints().isEmpty())
                .isPresent();
    }

    private static NodeStatus status(int kubeletPort) {
        return new NodeStatusBuilder()
                .withCapacity(ROOM)
                .withAllocatable(ROOM)
                .addNewAddress("127.0.0.1", "InternalIP")
                .addNewAddress(NAME, "Hostname")
                .withNewDaemonEndpoints()
                .withNewKubeletEndpoint(kubeletPort)
                .endDaemonEndpoints()
                .withConditions(List.of(
                        condition("Ready", "True", "KubeletReady"),
                        condition("MemoryPressure", "False", "KubeletHasSufficientMemory"),
                        condition("DiskPressure", "False", "KubeletHasNoDiskPressure"),
                        condition("PIDPressure", "False", "KubeletHasSufficientPID")))
                .build();
    }

    private static NodeCondition condition(String type, String status, String reason) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new NodeConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(reason)
                .withLastHeartbeatTime(now)
                .withLastTransitionTime(now)
                .build();
    }
}
