package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An environment that names a context of a kubeconfig, and a real API server: by its own address, or by another one. */
class EnvironmentClusterIT {
    private final TestCluster cluster = TestCluster.shared();

    @TempDir
    Path folder;

    private String namespace;
    private Environment dev;

    @BeforeEach
    void makeEnvironment() {
        namespace = cluster.namespace("target");
        dev = dev(cluster.server(), namespace);
    }

    /** Its context is what the test cluster's kubeconfig has. */
    private static Environment dev(String server, String namespace) {
        // An Ingress would need its class in the cluster.
        return WebankEnvironments.dev()
                .withWebank(WebankEnvironments.dev().webank().withIngress(Optional.empty()))
                .withDestination(Destination.inCluster(namespace))
                .withTarget(ClusterTarget.context("test", server));
    }

    /** A team's own tool, for the environment of a server and a namespace. */
    public static final class OwnTool {
        private OwnTool() {}

        public static void main(String[] args) {
            System.exit(Cli.run(
                    () -> Environments.of(dev(System.getenv("TEST_SERVER"), System.getenv("TEST_NAMESPACE"))), args));
        }
    }

    @Test
    void goes_to_its_own_cluster_without_options() throws IOException {
        Path config = Files.writeString(
                folder.resolve("standard"),
                Files.readString(cluster.kubeconfig("user")).replace("current-context: test", "current-context: none"));

        Processes.Result result = new Processes(folder)
                .with("KUBECONFIG", config.toString())
                .with("TEST_SERVER", cluster.server())
                .with("TEST_NAMESPACE", namespace)
                .run(List.of(
                        Processes.JAVA.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwnTool.class.getName(),
                        "status",
                        "--environment",
                        "dev"));

        assertThat(result)
                .isEqualTo(new Processes.Result(
                        0,
                        namespace + "/webank: absent\n",
                        "webank-deploy: status " + namespace + "/webank at " + cluster.server() + "\n"));
    }

    @Test
    void goes_to_its_own_cluster_by_options_that_lead_there() {
        assertThat(run(dev, "status --environment dev --context test --kubeconfig " + cluster.kubeconfig("user")))
                .isEqualTo(new Result(
                        0,
                        namespace + "/webank: absent\n",
                        "webank-deploy: status " + namespace + "/webank at " + cluster.server() + "\n"));
    }

    @Test
    void refuses_the_same_context_of_another_server_before_the_first_request() {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            for (String command :
                    List.of("plan", "apply", "status", "history", "rollback --revision 1", "delete --dry-run")) {
                Result result = run(dev, command + " --environment dev --kubeconfig " + proxy.kubeconfig());
                assertThat(result.code()).isEqualTo(2);
                assertThat(result.out()).isEmpty();
                assertThat(result.err())
                        .endsWith("webank-deploy: error CLUSTER_MISMATCH --kubeconfig: the environment `dev` belongs to"
                                + " another cluster: the connection leads to the kubeconfig context `test` at `"
                                + proxy.url() + "`, not to the kubeconfig context `test` at `" + cluster.server()
                                + "`. Connect to that one, or correct the target, or add `--other-cluster` to use it"
                                + " nevertheless.\n");
            }
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @Test
    void goes_to_another_cluster_where_that_is_asked_for_and_says_so() {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            Result result = run(dev, "status --environment dev --other-cluster --kubeconfig " + proxy.kubeconfig());

            assertThat(result)
                    .isEqualTo(new Result(
                            0,
                            namespace + "/webank: absent\n",
                            "webank-deploy: warning OTHER_CLUSTER --other-cluster: the environment `dev` belongs to the"
                                    + " kubeconfig context `test` at `" + cluster.server()
                                    + "`, but this run connects to `"
                                    + proxy.url()
                                    + "`. Leave `--other-cluster` out to connect to the environment's own cluster.\n"
                                    + "webank-deploy: status " + namespace + "/webank at " + proxy.url() + "\n"));
            assertThat(proxy.requests()).isNotEmpty();
        }
    }

    @Test
    void is_planned_and_applied_for_the_versions_that_are_named() {
        String options = " --environment dev --kubernetes-version 1.35 --argocd-version 3.2 --kubeconfig "
                + cluster.kubeconfig("user");

        Result plan = run(dev, "plan" + options);
        assertThat(plan.code()).as(plan.toString()).isZero();
        assertThat(plan.out()).contains("+ Deployment/" + namespace + "/webank-obs  create\n");
        Result applied = run(dev, "apply" + options);
        assertThat(applied.code()).as(applied.toString()).isZero();
        assertThat(applied.out()).contains("Deployment/" + namespace + "/webank-obs created\n");
    }

    @Test
    void is_refused_without_asking_for_its_objects_if_the_named_version_does_not_have_a_field() {
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: a, namespace: webank}
                spec:
                  schedulingGroup: {podGroupName: a}
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: a
                    image: "b:1"
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                """;
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            Environment newer = dev(proxy.url(), namespace)
                    .withExtraManifests(YamlReader.readManifests("pod.yaml", pod.getBytes(StandardCharsets.UTF_8)));
            for (String command : List.of("plan", "apply")) {
                assertThat(run(
                                newer,
                                command + " --environment dev --kubernetes-version 1.35 --kubeconfig "
                                        + proxy.kubeconfig()))
                        .isEqualTo(new Result(
                                2,
                                "",
                                "pod.yaml:5:3: error UNKNOWN_KEY Pod/webank/a.spec.schedulingGroup: `schedulingGroup`"
                                        + " is a key of `spec` only in Kubernetes 1.36 and later, and not in Kubernetes"
                                        + " 1.35. Remove it.\n"));
            }
            // Begun beside the checks.
            assertThat(proxy.requests())
                    .allMatch(request -> request.method().equals("GET")
                            && request.path().endsWith("/configmaps/webank-deploy.webank"));
        }
    }

    @Test
    void goes_where_kubectl_goes_if_it_names_no_cluster() {
        Environment nowhere = dev.withTarget(Optional.empty());

        assertThat(run(nowhere, "status --environment dev --kubeconfig " + cluster.kubeconfig("user"))
                        .code())
                .isZero();
    }

    private Result run(Environment environment, String line) {
        return new Tool(folder).with(() -> Environments.of(environment)).run(line);
    }
}
