package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import com.adorsys.webank.deploy.manifest.ManifestSelector;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.MergePatch;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments and a real API server: what is checked and patched before it gets there. */
class EnvironmentIT {
    private static final ManifestSelector OBS = ManifestSelector.object("Deployment", "webank-obs");

    private final TestCluster cluster = TestCluster.shared();

    @TempDir
    Path folder;

    private String namespace;
    private Environment dev;

    @BeforeEach
    void makeEnvironment() {
        namespace = cluster.namespace("environment");
        // An Ingress would need its class in the cluster.
        dev = WebankEnvironments.dev()
                .withWebank(WebankEnvironments.dev().webank().withIngress(Optional.empty()))
                .withDestination(Destination.inCluster(namespace))
                .withTarget(ClusterTarget.context("test", cluster.server()));
    }

    @Test
    void patches_are_planned_and_applied() {
        Environment patched = dev.withPatch(ManifestPatch.edit(OBS, Deployment.class, deployment -> {
            deployment.getSpec().setMinReadySeconds(7);
            return deployment;
        }));

        Result applied = run(dev, "apply --environment dev");
        assertThat(applied.code()).as(applied.err()).isZero();
        Result plan = run(patched, "plan --environment dev");
        assertThat(plan.out()).contains("spec.minReadySeconds: ").contains("1 to update, 12 unchanged");
        assertThat(plan.err()).doesNotContain("warning ");
        assertThat(run(patched, "apply --environment dev").code()).isZero();

        assertThat(live().getSpec().getMinReadySeconds()).isEqualTo(7);
    }

    @Test
    void errors_keep_an_environment_from_being_planned_and_applied() {
        Environment faulty = dev.withPatch(ManifestPatch.merge(
                OBS, MergePatch.of(MapTree.of("spec", MapTree.of("replica", ScalarTree.of(2))))));

        for (String command : new String[] {"plan", "apply"}) {
            Result result = run(faulty, command + " --environment dev");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .startsWith("webank-deploy: error UNKNOWN_KEY environment.dev.Deployment/" + namespace
                            + "/webank-obs.spec.replica: ")
                    .hasLineCount(1);
        }
        assertThat(live()).isNull();
    }

    @Test
    void errors_in_manifests_of_others_are_warnings_and_the_server_decides() {
        Tool tool = new Tool(folder);
        tool.file("service.yaml", """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: shop}
                        spec:
                          selector: {app: shop}
                          ports: [{port: 80}]
                        """);

        Result applied = tool.run("apply --manifests service.yaml --release shop --namespace " + namespace
                + " --kubeconfig " + cluster.kubeconfig("user"));

        assertThat(applied.code()).isZero();
        assertThat(applied.err())
                .contains(
                        "service.yaml:5:3: warning DANGLING_REFERENCE Service/shop.spec.selector: the selector matches");
        assertThat(cluster.client()
                        .services()
                        .inNamespace(namespace)
                        .withName("shop")
                        .get())
                .isNotNull();
    }

    private Deployment live() {
        return cluster.client()
                .apps()
                .deployments()
                .inNamespace(namespace)
                .withName("webank-obs")
                .get();
    }

    private Result run(Environment environment, String line) {
        return new Tool(folder)
                .with(() -> Environments.of(environment))
                .run(line + " --kubeconfig " + cluster.kubeconfig("user"));
    }
}
