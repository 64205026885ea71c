package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.testing.Mutants;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.cli.Processes.Result;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged tool and a real API server. */
class ClusterIT {
    private final TestCluster cluster = TestCluster.shared();

    @TempDir
    Path folder;

    private String namespace;
    private Tool files;

    @BeforeEach
    void writeManifests() {
        namespace = cluster.namespace("cli");
        files = new Tool(folder);
        files.file("deploy/config.yaml", Manifests.configMap("config", "1"));
        files.file("deploy/apps/web.yaml", Manifests.deployment("web"));
    }

    @Test
    void a_release_is_planned_applied_changed_and_deleted() {
        assertThat(tool("plan", "--manifests", "deploy"))
                .isEqualTo(new Result(0, inNamespace("""
                + ConfigMap/NS/config  create
                + Deployment/NS/web  create
                NS/shop: 2 to create; no pod restarts.
                """), "webank-deploy: plan " + release() + "\n"));
        assertThat(tool("plan", "--manifests", "deploy", "--exit-code", "3").code())
                .isEqualTo(3);

        assertThat(tool("apply", "--manifests", "deploy"))
                .isEqualTo(new Result(0, inNamespace("""
                ConfigMap/NS/config created
                Deployment/NS/web created
                NS/shop at revision 1: 2 created.
                """), "webank-deploy: apply " + release() + inNamespace("""

                webank-deploy: applying 2 objects
                ConfigMap/NS/config created
                Deployment/NS/web created
                """)));
        assertThat(tool("apply", "--manifests", "deploy"))
                .isEqualTo(new Result(
                        0,
                        inNamespace("NS/shop at revision 1: 2 unchanged.\n"),
                        "webank-deploy: apply " + release() + "\n"));
        assertThat(tool("plan", "--manifests", "deploy", "--exit-code", "3"))
                .isEqualTo(new Result(
                        0, inNamespace("NS/shop: 2 unchanged.\n"), "webank-deploy: plan " + release() + "\n"));

        files.file("deploy/config.yaml", Manifests.configMap("config", "2"));
        assertThat(tool("apply", "--manifests", "deploy", "--dry-run").out()).isEqualTo(inNamespace("""
                ~ ConfigMap/NS/config  update (configuration)
                    data.key: "1" -> "2"
                NS/shop: 1 to update, 1 unchanged; no pod restarts.
                """));
        assertThat(value("config")).isEqualTo("1");
        assertThat(tool("apply", "--manifests", "deploy/config.yaml", "--source-commit", "4f2c", "--actor", "ci")
                        .out())
                .isEqualTo(inNamespace("""
                        ConfigMap/NS/config updated
                        Deployment/NS/web deleted
                        NS/shop at revision 2: 1 updated, 1 deleted.
                        """));

        String history = tool("history").out();
        String time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";
        assertThat(history.lines())
                .satisfiesExactly(
                        head -> assertThat(head).matches("REVISION +TIME +OUTCOME +OBJECTS +ACTOR +COMMIT +DIGEST"),
                        second -> assertThat(second).matches("2 \\* +" + time + " +applied +1 +ci +4f2c +[0-9a-f]{12}"),
                        first -> assertThat(first).matches("1 +" + time + " +superseded +2 +user +- +[0-9a-f]{12}"));
        assertThat(tool("rollback", "--revision", "1").out()).isEqualTo(inNamespace("""
                ConfigMap/NS/config updated
                Deployment/NS/web created
                NS/shop at revision 3: 1 created, 1 updated.
                """));
        assertThat(value("config")).isEqualTo("1");

        assertThat(tool("delete", "--dry-run").out()).contains("2 to delete");
        assertThat(tool("delete").out()).isEqualTo(inNamespace("""
                ConfigMap/NS/config deleted
                Deployment/NS/web deleted
                NS/shop: 2 deleted.
                """));
        assertThat(cluster.client().configMaps().inNamespace(namespace).list().getItems())
                .noneMatch(map -> map.getMetadata().getName().startsWith("webank-deploy"));
        assertThat(tool("status", "--exit-code", "3"))
                .isEqualTo(
                        new Result(3, inNamespace("NS/shop: absent\n"), "webank-deploy: status " + release() + "\n"));
    }

    @Test
    void the_status_shows_what_somebody_else_has_changed() {
        files.file("one/config.yaml", Manifests.configMap("config", "1"));
        tool("apply", "--manifests", "one");
        assertThat(tool("status", "--exit-code", "3").code()).isZero();

        kubectl("patch", "configmap", "config", "--patch", "{\"data\":{\"key\":\"by hand\"}}");

        Result status = tool("status", "--exit-code", "3");
        assertThat(status.out())
                .startsWith(inNamespace("NS/shop: drifted (1 changed), revision 1 of "))
                .endsWith(inNamespace("""
                        Z by user
                        ConfigMap/NS/config  current [changed]
                            .data.key was changed by kubectl-patch
                        """));
        assertThat(status.code()).isEqualTo(3);
        assertThat(tool("status").code()).isZero();

        Result refused = tool("apply", "--manifests", "one");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).endsWith(inNamespace("""
                        webank-deploy: Nothing was written.
                        one/config.yaml:1:1: error FIELD_CONFLICT ConfigMap/NS/config: `.data.key` is managed by `kubectl-patch`, and the set changes it: `"by hand" -> "1"`. Leave the field out, leave it to others with `--ignore-field ConfigMap/NS/config:/data/key`, or take it with `--force-conflicts kubectl-patch`.
                        """));
        assertThat(tool("apply", "--manifests", "one", "--force-conflicts", "kubectl-patch")
                        .code())
                .isZero();
        assertThat(value("config")).isEqualTo("1");
    }

    @Test
    void a_release_goes_on_when_somebody_has_deleted_a_definition_of_it() {
        files.file("kinds/config.yaml", Manifests.configMap("config", "1"));
        files.file("kinds/gadget.yaml", Manifests.gadget(inNamespace("NS.example.com"), "g"));
        tool("apply", "--manifests", "kinds");
        deleteDefinition();

        Result status = tool("status", "--exit-code", "3");
        assertThat(status.code()).isEqualTo(3);
        assertThat(status.out()).endsWith(inNamespace("""
                ConfigMap/NS/config  current
                CustomResourceDefinition/gadgets.NS.example.com  not found: there is no such object [missing]
                Gadget/NS/g  not found: the cluster does not know its kind [missing]
                """));
        assertThat(tool("plan", "--manifests", "kinds").out()).isEqualTo(inNamespace("""
                + CustomResourceDefinition/gadgets.NS.example.com  create
                + Gadget/NS/g  create, not verified yet
                    its kind comes with this plan
                NS/shop: 2 to create, 1 unchanged; no pod restarts.
                """));
        String again = inNamespace("""
                CustomResourceDefinition/gadgets.NS.example.com created
                Gadget/NS/g created
                NS/shop at revision 1: 2 created, 1 unchanged.
                """);
        assertThat(tool("apply", "--manifests", "kinds").out()).isEqualTo(again);

        deleteDefinition();
        assertThat(tool("rollback", "--revision", "1").out()).isEqualTo(again);

        deleteDefinition();
        assertThat(tool("delete").out()).isEqualTo(inNamespace("""
                ConfigMap/NS/config deleted
                NS/shop: 1 deleted.
                """));
    }

    /** Returns when the server no longer serves the kind. */
    private void deleteDefinition() {
        kubectl("delete", "customresourcedefinition", inNamespace("gadgets.NS.example.com"));
        String kind = inNamespace("/apis/NS.example.com/v1");
        while (cluster.run(cluster.tool("kubectl").toString(), "get", "--raw", kind)
                                .code()
                        == 0
                || cluster.run(cluster.tool("kubectl").toString(), "get", "--raw", kind + "/gadgets")
                                .code()
                        == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_another_manager_keeps_in_an_object_is_shown_until_it_is_taken_over() {
        files.file("one/config.yaml", Manifests.configMap("config", "1") + "  old: x\n");
        kubectl(
                "apply",
                "--server-side",
                "--field-manager=flux",
                "--filename",
                folder.resolve("one").toString());
        tool("apply", "--manifests", "one", "--adopt", "ConfigMap/" + namespace + "/config");
        files.file("one/config.yaml", Manifests.configMap("config", "1"));
        String warning =
                inNamespace("FIELD_RETAINED ConfigMap/NS/config: `.data.old` is not in the set and stays: `flux`"
                        + " holds it. Put it into the set, or have it removed (`--force-conflicts flux`).\n");

        assertThat(tool("apply", "--manifests", "one").out()).isEqualTo(inNamespace("""
                ConfigMap/NS/config updated
                warning: one/config.yaml:1:1: %sNS/shop at revision 2: 1 updated.
                """.formatted(warning)));
        Result plan = tool("plan", "--manifests", "one", "--exit-code", "3");
        assertThat(plan.out()).isEqualTo(inNamespace("""
                = ConfigMap/NS/config  unchanged
                    .data.old is not in the set and stays: flux holds it
                one/config.yaml:1:1: warning %sNS/shop: 1 unchanged.
                """.formatted(warning)));
        assertThat(plan.code()).isZero();
        Result status = tool("status", "--exit-code", "3");
        assertThat(status.out()).endsWith(inNamespace("""
                        ConfigMap/NS/config  current
                            .data.old is not in the set and stays: flux holds it
                        """));
        assertThat(status.code()).isEqualTo(3);

        assertThat(tool("apply", "--manifests", "one", "--take-over", "flux").out())
                .isEqualTo(inNamespace("ConfigMap/NS/config updated\nNS/shop at revision 2: 1 updated.\n"));
        assertThat(tool("status", "--exit-code", "3").code()).isZero();
        assertThat(tool("plan", "--manifests", "one", "--take-over", "flux").out())
                .isEqualTo(inNamespace("""
                warning OPTION_WITHOUT_EFFECT NS/shop: `--take-over flux` has no effect: `flux` manages no field of any object in the set. Leave it out.
                NS/shop: 1 unchanged.
                """));
    }

    @Test
    void a_field_that_the_named_version_does_not_have_is_a_warning_since_the_server_decides() throws Exception {
        Mutants.define(cluster, Manifests.definition("argoproj.io", "v1alpha1", "Application"));
        files.file("versions/application.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop}
                spec:
                  project: default
                  destination: {name: in-cluster}
                  source: {repoURL: "https://example.com/shop", path: shop}
                  syncPolicy: {retry: {refresh: true}}
                """);
        files.file(
                "versions/web.yaml",
                Manifests.deployment("web")
                        .replace("      containers:", "      hostnameOverride: web.example.com\n      containers:"));

        String older = "--kubernetes-version 1.33 --argocd-version 3.1";
        assertThat(tool(("plan --manifests versions " + older).split(" ")))
                .isEqualTo(new Result(0, inNamespace("""
                + Deployment/NS/web  create
                + Application/NS/shop  create
                NS/shop: 2 to create; no pod restarts.
                """), "webank-deploy: plan " + release() + """

                versions/web.yaml:13:7: warning UNKNOWN_KEY Deployment/web.spec.template.spec.hostnameOverride: `hostnameOverride` is a key of `spec` only in Kubernetes 1.34 and later, and not in Kubernetes 1.33. Remove it.
                versions/application.yaml:8:24: warning UNKNOWN_KEY Application/shop.spec.syncPolicy.retry.refresh: `refresh` is a key of `retry` only in Argo CD 3.2 and later, and not in Argo CD 3.1. Remove it.
                """));
        String named = "--kubernetes-version 1.35 --argocd-version 3.2";
        Result applied = tool(("apply --manifests versions " + named).split(" "));
        assertThat(applied.code()).isZero();
        assertThat(applied.out()).isEqualTo(inNamespace("""
                Deployment/NS/web created
                Application/NS/shop created
                NS/shop at revision 1: 2 created.
                """));
        // The two are written at the same time.
        assertThat(applied.err().lines())
                .containsExactlyInAnyOrder(
                        "webank-deploy: apply " + release(),
                        "webank-deploy: applying 2 objects",
                        inNamespace("Deployment/NS/web created"),
                        inNamespace("Application/NS/shop created"));
    }

    @Test
    void results_are_one_json_object_where_that_is_asked_for() {
        MapTree plan = json("plan", "--manifests", "deploy");
        assertThat(plan.get("applicable")).isEqualTo(ScalarTree.of(true));
        assertThat(plan.list("changes").orElseThrow()).hasSize(2);
        MapTree applied = json("apply", "--manifests", "deploy");
        assertThat(applied.get("revision")).isEqualTo(ScalarTree.of(1));
        assertThat(applied.list("objects").orElseThrow()).hasSize(2);
        assertThat(json("status").string("phase")).contains("APPLIED");
        assertThat(json("history").list("revisions").orElseThrow()).hasSize(1);
        assertThat(json("rollback", "--revision", "1").get("empty")).isEqualTo(ScalarTree.of(true));
        assertThat(json("delete").list("objects").orElseThrow()).hasSize(2);
    }

    @Test
    void manifests_may_be_the_list_that_kubectl_prints() {
        assertThat(tool("apply", "--manifests", "deploy").code()).isZero();
        files.file("live.yaml", kubectl("get", "configmap/config", "deployment/web", "--output", "yaml"));

        Result planned = tool("plan", "--manifests", "live.yaml");

        // It has the server's defaults, which the release then manages too.
        assertThat(planned).isEqualTo(new Result(0, inNamespace("""
                ~ Deployment/NS/web  update (metadata)
                    only who manages its fields changes
                NS/shop: 1 to update, 1 unchanged; no pod restarts.
                """), "webank-deploy: plan " + release() + "\n"));
    }

    @Test
    void manifests_may_come_from_standard_input() {
        Result applied = processes()
                .shell("cat deploy/config.yaml | \"$LAUNCHER\" apply --release shop --namespace " + namespace
                        + " --manifests -");
        assertThat(applied.code()).isZero();
        assertThat(value("config")).isEqualTo("1");
    }

    @Test
    void the_jar_alone_does_the_same_as_the_launcher() {
        assertThat(processes().jar(arguments("apply", "--manifests", "deploy")).out())
                .endsWith(inNamespace("NS/shop at revision 1: 2 created.\n"));
    }

    @Nested
    class refused {
        @Test
        void manifests_that_cannot_be_read_are_2_and_say_where() {
            files.file("deploy/apps/web.yaml", "kind: Deployment\napiVersion: apps/v1\nmetadata: {name: [}\n");
            files.file("deploy/second.yaml", Manifests.configMap("config", "2"));
            Result result = tool("apply", "--manifests", "deploy");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .startsWith("deploy/apps/web.yaml:3:19: error YAML_SYNTAX: ")
                    .endsWith(
                            "deploy/second.yaml:1:1: error OBJECT_DUPLICATE: `ConfigMap/config` is also in `deploy/config.yaml:1:1`. Leave one of them out, or give it another name or namespace.\n");
        }

        @Test
        void manifests_that_the_server_does_not_accept_are_2_and_say_where() {
            files.file(
                    "deploy/apps/web.yaml",
                    Manifests.configMap("first", "1") + "---\n"
                            + Manifests.deployment("web").replace("replicas: 2", "replicas: -2"));
            for (String command : List.of("plan", "apply")) {
                Result result = tool(command, "--manifests", "deploy");
                assertThat(result.code()).isEqualTo(2);
                assertThat(command.equals("plan") ? result.out() : result.err())
                        .contains(
                                inNamespace(
                                        "deploy/apps/web.yaml:8:1: error OBJECT_INVALID Deployment/NS/web: the server does not accept it: "))
                        .contains("spec.replicas");
            }
            assertThat(cluster.client()
                            .configMaps()
                            .inNamespace(namespace)
                            .withName("config")
                            .get())
                    .isNull();
        }

        @Test
        void a_cluster_that_is_not_there_is_4() throws IOException {
            Path config = folder.resolve("nowhere.yaml");
            Files.writeString(
                    config, Files.readString(cluster.kubeconfig()).replace(cluster.server(), "https://127.0.0.1:1"));
            Result result = tool("status", "--kubeconfig", "nowhere.yaml", "--timeout", "1s");
            assertThat(result.code()).isEqualTo(4);
            assertThat(result.err())
                    .endsWith(
                            "webank-deploy: The cluster `test` of the kubeconfig cannot be reached: `127.0.0.1` refuses connections. Check `server` in the kubeconfig, and that this machine may reach it: a private endpoint answers only within its network.\n");
        }

        @Test
        void a_user_that_the_cluster_does_not_know_is_4_without_the_token() throws IOException {
            Path config = folder.resolve("stranger.yaml");
            Files.writeString(config, Files.readString(cluster.kubeconfig()).replace(cluster.token("admin"), "geheim"));
            Result result = tool("apply", "--manifests", "deploy", "--kubeconfig", "stranger.yaml");
            assertThat(result.code()).isEqualTo(4);
            assertThat(result.err())
                    .endsWith(
                            "webank-deploy: The cluster `test` of the kubeconfig does not know who is calling (401). Renew the credentials of the user `admin` in the kubeconfig, or let the cluster know them.\n")
                    .doesNotContain("geheim");
        }

        @Test
        void a_user_who_may_not_is_4_and_told_what_is_missing() {
            String reader = cluster.newUser(new PolicyRuleBuilder()
                    .withApiGroups("*")
                    .withResources("*")
                    .withVerbs("get", "list", "watch")
                    .build());
            Result result = tool(
                    "apply",
                    "--manifests",
                    "deploy",
                    "--kubeconfig",
                    cluster.kubeconfig(reader).toString());
            assertThat(result.code()).isEqualTo(4);
            assertThat(result.err()).contains(inNamespace("""
                            webank-deploy: Nothing was written.
                            error PERMISSION_MISSING NS/shop: you may not create, patch, update configmaps in `NS`. Have a role with these verbs bound to you.
                            error PERMISSION_MISSING NS/shop: you may not create, patch deployments.apps in `NS`. Have a role with these verbs bound to you.
                            """));
        }

        @Test
        void an_object_of_nobody_is_4_unless_it_is_adopted() {
            cluster.runWithInput(
                    Manifests.configMap("config", "0"),
                    cluster.tool("kubectl").toString(),
                    "--namespace",
                    namespace,
                    "create",
                    "--filename",
                    "-");
            Result result = tool("apply", "--manifests", "deploy");
            assertThat(result.code()).isEqualTo(4);
            assertThat(result.err()).contains("deploy/config.yaml:1:1: error OBJECT_FOREIGN ");
            assertThat(tool(
                                    "apply",
                                    "--manifests",
                                    "deploy",
                                    "--adopt",
                                    "ConfigMap/" + namespace + "/config",
                                    "--take-over",
                                    "kubectl",
                                    "--force-conflicts",
                                    "kubectl-create")
                            .code())
                    .isZero();
            assertThat(value("config")).isEqualTo("1");
        }
    }

    private String release() {
        return namespace + "/shop at " + cluster.server();
    }

    private String inNamespace(String text) {
        return text.replace("NS", namespace);
    }

    private String value(String name) {
        return cluster.client()
                .configMaps()
                .inNamespace(namespace)
                .withName(name)
                .get()
                .getData()
                .get("key");
    }

    private String kubectl(String... arguments) {
        TestCluster.Ran ran = cluster.run(Stream.concat(
                        Stream.of(cluster.tool("kubectl").toString(), "--namespace", namespace), Stream.of(arguments))
                .toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    private MapTree json(String... command) {
        Result result = tool(
                Stream.concat(Stream.of(command), Stream.of("--output", "json")).toArray(String[]::new));
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).endsWith("}\n").hasLineCount(1);
        MapTree json = (MapTree) YamlReader.read("out", result.out().getBytes(StandardCharsets.UTF_8))
                .tree();
        assertThat(json.string("release")).contains("shop");
        return json;
    }

    private Result tool(String... command) {
        return processes().launcher(arguments(command));
    }

    private String[] arguments(String... command) {
        return Stream.concat(Stream.of(command), Stream.of("--release", "shop", "--namespace", namespace))
                .toArray(String[]::new);
    }

    private Processes processes() {
        return new Processes(folder)
                .with("KUBECONFIG", cluster.kubeconfig("user").toString());
    }
}
