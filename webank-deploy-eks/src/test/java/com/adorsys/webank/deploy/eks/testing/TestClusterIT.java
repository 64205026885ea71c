package com.adorsys.webank.deploy.eks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Files;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The fixture itself. */
class TestClusterIT {
    private final TestCluster cluster = TestCluster.shared();

    @Test
    void it_is_the_kubernetes_that_its_module_names() {
        assertThat(cluster.client().getKubernetesVersion().getGitVersion())
                .isEqualTo("v" + TestCluster.kubernetesVersion());
    }

    @Test
    void a_client_applies_on_the_server() {
        ConfigMap applied = apply(cluster.client(), cluster.namespace("fixture"));

        assertThat(applied.getMetadata().getManagedFields())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getManager() + " " + entry.getOperation())
                        .isEqualTo("fixture Apply"));
    }

    @Test
    void kubectl_applies_on_the_server() {
        String namespace = cluster.namespace("fixture");

        TestCluster.Ran ran = cluster.runWithInput(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: made-by-kubectl}
                data: {a: b}
                """, "kubectl", "apply", "--server-side", "--namespace", namespace, "--filename", "-");

        assertThat(ran).isEqualTo(new TestCluster.Ran(0, "configmap/made-by-kubectl serverside-applied\n", ""));
    }

    @Test
    void a_user_may_do_everything_and_is_no_master() {
        KubernetesClient user = cluster.client("user");

        assertThat(apply(user, cluster.namespace("fixture")).getData()).containsEntry("a", "b");
    }

    @Test
    void a_new_user_may_do_what_its_rules_say_and_no_more() {
        String namespace = cluster.namespace("fixture");
        String reader = cluster.newUser(new PolicyRuleBuilder()
                .withApiGroups("")
                .withResources("configmaps")
                .withVerbs("list")
                .build());

        assertThat(cluster.client(reader)
                        .configMaps()
                        .inNamespace(namespace)
                        .list()
                        .getItems())
                .isEmpty();
        Assertions.assertThatThrownBy(() -> apply(cluster.client(reader), namespace))
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        e -> assertThat(e.getCode()).isEqualTo(403));
    }

    @Test
    void a_stranger_is_not_let_in() throws Exception {
        String text = Files.readString(cluster.kubeconfig()).replaceAll("token: \\w+", "token: stranger");
        java.nio.file.Path file = Files.writeString(Files.createTempFile("stranger", ".yaml"), text);

        TestCluster.Ran ran = cluster.run("kubectl", "--kubeconfig", file.toString(), "get", "namespaces");

        Files.delete(file);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("Unauthorized");
    }

    private static ConfigMap apply(KubernetesClient client, String namespace) {
        ConfigMap desired = new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("applied")
                .endMetadata()
                .withData(Map.of("a", "b"))
                .build();
        return client.resource(desired)
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                .withFieldManager("fixture")
                                .build(),
                        desired);
    }
}
