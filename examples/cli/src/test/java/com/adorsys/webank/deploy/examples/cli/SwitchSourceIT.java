package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.testing.TestArgoCd;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestRepository;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.manifest.JsonPatch;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import com.adorsys.webank.deploy.manifest.ManifestSelector;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code switch-source}, for an Application of a real Argo CD whose source is a chart of the same shape as Webank's. */
class SwitchSourceIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ADDRESS =
            "{\"status\":{\"loadBalancer\":{\"ingress\":[{\"hostname\":\"lb.example.com\"}]}}}";

    private static final Map<String, String> MARKS = Map.of(
            "annotation", "annotation `argocd.argoproj.io/tracking-id`", "label", "label `app.kubernetes.io/instance`");
    private static final String BEFORE = """
            Application/argocd/NAME: Argo CD tracks its objects by the MARK
             1. ok      The chart is synced and healthy: the folder `chart` of REPO
             2. open    Turn automated sync off
                        kubectl --namespace argocd patch applications.argoproj.io NAME --type merge --patch '{"spec":{"syncPolicy":{"automated":null}}}'
             3. ok      The Application keeps its name and destination
                        its AppProject changes from `default` to `NAME`
             4. ok      The environment is rendered for the versions of the charts that run
                        obs 1.2.1 (app version 1.0.1)
                        userapp 1.0.2 (app version 1.0.0)
                        webank 1.3.0-rc-1 (app version 1.16.0)
             5. ok      All 5 objects are generated, so that none is pruned
             6. ok      A sync changes nothing but known fixes, and replaces no pod
             7. open    Publish the generated files
                        `webank-deploy publish`, until the folder `environments/dev` of REPO is at `main`
             8. open    Apply the generated AppProject `NAME`
                        kubectl apply --server-side --filename argocd/CLUSTER/project-NAME.yaml
             9. open    Switch the source
                        kubectl --namespace argocd patch applications.argoproj.io NAME --type json --patch '[{"op":"replace","path":"/spec","value":{"project":"NAME","source":{"repoURL":"REPO","path":"environments/dev","targetRevision":"main","directory":{"recurse":true}},"destination":{"server":"https://kubernetes.default.svc","namespace":"NS"},"syncPolicy":{"syncOptions":["CreateNamespace=true","ServerSideApply=true","PruneLast=true","FailOnSharedResource=true"]}}}]'
            10. open    Argo CD compares with the directory, and finds the same
                        run this command again after the switch
            11. open    Sync it, without pruning
                        kubectl --namespace argocd patch applications.argoproj.io NAME --type merge --patch '{"operation":{"sync":{"syncOptions":["CreateNamespace=true","ServerSideApply=true","PruneLast=true","FailOnSharedResource=true"]}}}'
            12. open    Wait until it is synced and healthy
                        `webank-deploy wait` for the published commit
            13. open    Apply the generated Application, which turns automated sync on
                        kubectl apply --server-side --force-conflicts --filename argocd/CLUSTER/app-ENVIRONMENT.yaml
            No check fails.
            """;
    private static final String DIFFERENCES = """
             4. failed  The environment is rendered for the versions of the charts that run
                        obs 1.2.1 (app version 1.0.1)
                        userapp 1.0.2 (app version 1.0.0)
                        webank 1.3.0-rc-1 (app version 1.16.0)
                        Service/NS/webank-obs: obs-1.2.1 runs, obs-1.2.0 is generated
                        Service/NS/webank-userapp: userapp-1.0.2 runs, userapp-1.0.1 is generated
                        Deployment/NS/webank-obs: obs-1.2.1 runs, obs-1.2.0 is generated
                        Deployment/NS/webank-userapp: userapp-1.0.2 runs, userapp-1.0.1 is generated
             5. failed  All 5 objects are generated, so that none is pruned
                        Ingress/NS/webank is not generated: a sync with pruning deletes it. Add it to the environment, or annotate it with `argocd.argoproj.io/sync-options: Prune=false`
             6. failed  A sync changes nothing but known fixes, and replaces no pod
                        + ConfigMap/NS/settings is new
                        ~ Service/NS/webank-obs (METADATA)
                            metadata.labels["app.kubernetes.io/version"]: "1.0.1" -> "1.0.0"
                            metadata.labels["helm.sh/chart"]: "obs-1.2.1" -> "obs-1.2.0"
                        ~ Service/NS/webank-userapp (METADATA)
                            metadata.labels["helm.sh/chart"]: "userapp-1.0.2" -> "userapp-1.0.1"
                        ~ Deployment/NS/webank-obs (ROLL_OUT)
                            metadata.labels["app.kubernetes.io/version"]: "1.0.1" -> "1.0.0"
                            metadata.labels["helm.sh/chart"]: "obs-1.2.1" -> "obs-1.2.0"
                            spec.template.metadata.labels["app.kubernetes.io/version"]: "1.0.1" -> "1.0.0"
                            spec.template.metadata.labels["helm.sh/chart"]: "obs-1.2.1" -> "obs-1.2.0"
                            spec.template.spec.containers[name=online-banking-service].image: "ghcr.io/adorsys-gis/webank-online-banking:1.4.0" -> "ghcr.io/adorsys-gis/webank-online-banking:2"
                        ~ Deployment/NS/webank-userapp (REPLACEMENT)
                            metadata.labels["helm.sh/chart"]: "userapp-1.0.2" -> "userapp-1.0.1"
                            spec.selector.matchLabels.tier: (none) -> "front"
                            spec.template.metadata.labels["helm.sh/chart"]: "userapp-1.0.2" -> "userapp-1.0.1"
                            spec.template.metadata.labels.tier: (none) -> "front"
             7. open    Publish the generated files
            """;

    private final TestArgoCd argoCd = TestArgoCd.shared();
    private final TestCluster cluster = argoCd.cluster();
    private final String namespace = cluster.namespace("leave");
    private final String name = namespace + "-app";

    @TempDir
    Path folder;

    private TestRepository repository;

    @BeforeEach
    void commitChart() {
        repository = TestRepository.in(folder);
        repository.commit(SampleChart.files());
    }

    @AfterEach
    void delete() {
        cluster.run("kubectl", "delete", "--namespace=argocd", "--ignore-not-found", "application.argoproj.io/" + name);
        cluster.run("kubectl", "delete", "--namespace=argocd", "--ignore-not-found", "appproject.argoproj.io/" + name);
        argoCd.track("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotation", "label"})
    void an_application_leaves_its_chart_and_nothing_is_pruned_or_replaced(String method) {
        argoCd.track(method);
        Tool tool = tool(environment());
        createApplication();
        String objects = uids();

        Result before = check(tool);
        assertThat(text(before)).isEqualTo(BEFORE.replace("MARK", MARKS.get(method)));
        assertThat(before.code()).isZero();
        List<String> commands = commands(before);

        // Automated sync goes off, and the environment and its AppProject come.
        run(commands.get(0));
        publish(tool);
        run(commands.get(2));
        awaitStatus("{.status.sync.comparedTo.source.path}", "environments/dev");
        Result switched = check(tool);
        assertThat(states(switched)).isEqualTo("done done ok ok ok done done done ok open open open");
        assertThat(switched.code()).isZero();
        // Argo CD itself says the same: nothing to sync, nothing to prune, no condition.
        assertThat(status("{.status.sync.status},{.status.conditions},{.status.resources[*].status}"))
                .isEqualTo("Synced,,Synced Synced Synced Synced Synced");

        run(commands.get(3));
        awaitStatus(
                "{.status.operationState.phase} {.status.operationState.syncResult.source.path}",
                "Succeeded environments/dev");
        Result waited = tool.run("wait --environment dev --revision " + repository.head() + kubeconfig());
        assertThat(waited.code()).as(waited.err()).isZero();
        kubectl("apply", "--server-side", "--force-conflicts", "--filename", generated("app-dev.yaml"));
        Result last = check(tool);
        assertThat(states(last)).isEqualTo("done done ok ok ok done done done ok done done done");
        assertThat(last.out()).contains("\n 1. done    The source is already the folder `environments/dev` of");
        assertThat(last.code()).isZero();
        assertThat(uids()).isEqualTo(objects);
    }

    @Test
    void what_would_be_pruned_created_or_replaced_is_named_as_argo_cd_names_it() {
        createApplication();
        Environment environment = environment();
        Tool tool = tool(environment
                .withWebank(environment.webank().withIngress(Optional.empty()))
                .withImages(Map.of("obs", Image.parse("ghcr.io/adorsys-gis/webank-online-banking:2")))
                .withPosture(Posture.chart())
                .withPatch(ManifestPatch.json(
                        ManifestSelector.object("Deployment", "webank-userapp"),
                        JsonPatch.builder()
                                .add("/spec/selector/matchLabels/tier", ScalarTree.of("front"))
                                .add("/spec/template/metadata/labels/tier", ScalarTree.of("front"))
                                .build()))
                .withExtraManifests(ManifestSet.of(Manifest.of(MapTree.builder()
                        .put("apiVersion", "v1")
                        .put("kind", "ConfigMap")
                        .put("metadata", MapTree.of("name", "settings"))
                        .build()))));

        Result before = check(tool);
        assertThat(text(before)).contains(DIFFERENCES);
        assertThat(before.out()).endsWith("""
                3 of 13 steps failed.
                The posture that renders the charts that run:
                Posture.chart(ChartVersions.defaults()
                    .with(Chart.WEBANK_OBS, "1.2.1", "1.0.1")
                    .with(Chart.WEBANK_USERAPP, "1.0.2", "1.0.0")
                    .with(Chart.WEBANK, "1.3.0-rc-1", "1.16.0"))
                """);
        assertThat(before.code()).isEqualTo(Cli.DIFFERENT);

        run(commands(before).get(0));
        publish(tool);
        run(commands(before).get(2));
        awaitStatus("{.status.sync.comparedTo.source.path}", "environments/dev");
        assertThat(status("{range .status.resources[*]}{.kind} {.name} {.status} {.requiresPruning}{'\\n'}{end}"))
                .isEqualTo("""
                        ConfigMap settings OutOfSync\s
                        Service webank-obs OutOfSync\s
                        Service webank-userapp OutOfSync\s
                        Deployment webank-obs OutOfSync\s
                        Deployment webank-userapp OutOfSync\s
                        Ingress webank OutOfSync true
                        """);
        assertThat(text(check(tool))).contains("""
                 9. failed  Argo CD compares with the directory, and finds the same
                            Ingress/NS/webank is to be pruned
                """);
    }

    @Test
    void a_known_fix_of_the_charts_and_a_parent_fail_no_check() {
        createApplication();
        kubectl(
                "annotate",
                "--namespace=argocd",
                "application.argoproj.io/" + name,
                "argocd.argoproj.io/tracking-id=root:argoproj.io/Application:argocd/" + name);
        Environment environment = environment();

        Result result =
                check(tool(environment.withWebank(environment.webank().withOnlineBanking(obs -> obs.withReplicas(0)))));

        assertThat(text(result)).contains("""
                 3. ok      The Application keeps its name and destination
                            it is tracked as one of the Application `root`: make the changes in the source of that one, or turn its automated sync off too
                            its AppProject changes from `default` to `NAME`
                """, """
                 6. ok      A sync changes nothing but known fixes, and replaces no pod
                            ~ Deployment/NS/webank-obs (CONFIGURATION)
                                spec.replicas: 1 -> 0  (known fix: the charts drop a replicaCount of 0)
                """);
        assertThat(result.code()).isZero();
    }

    @Test
    void a_chart_whose_version_nobody_knows_is_refused() {
        createApplication();
        kubectl("label", "--namespace=" + namespace, "deployment/webank-obs", "helm.sh/chart-");

        assertThat(refusal(check(tool(environment()))))
                .isEqualTo("Application/argocd/NAME cannot be switched yet: the version of the chart that"
                        + " Deployment/NS/webank-obs comes from is not known, since its label `helm.sh/chart` is missing."
                        + " The version is also on the pods, so pods would be replaced. Let the chart set this label, and"
                        + " sync the Application with the chart first.");

        kubectl("label", "--namespace=" + namespace, "deployment/webank-obs", "helm.sh/chart=obs-1.3.0");
        assertThat(refusal(check(tool(environment()))))
                .isEqualTo(
                        "Application/argocd/NAME cannot be switched yet: two versions of one chart run, obs 1.2.1 (app"
                                + " version 1.0.1) and obs 1.3.0 (app version 1.0.1), the latter in Deployment/NS/webank-obs."
                                + " Sync the Application with the chart first.");
    }

    @Test
    void an_application_that_does_not_exist_or_has_no_chart_is_refused() {
        assertThat(refusal(check(tool(environment()))))
                .isEqualTo(
                        "Application/argocd/NAME does not exist. Give the environment the name of the Application that"
                                + " has the chart, or name the namespace of the Applications.");

        argoCd.apply(application("path: other", ""));
        assertThat(refusal(check(tool(environment()))))
                .isEqualTo(
                        "Application/argocd/NAME has no chart as its source, but the folder `other` of REPO, and that is"
                                + " not the generated one, the folder `environments/dev` of REPO. Give the environment the name of"
                                + " the Application that has the chart.");

        argoCd.apply(application("chart: webank", ""));
        assertThat(refusal(check(tool(environment()))))
                .isEqualTo(
                        "Application/argocd/NAME has no objects: Argo CD has not compared it yet, or has not synced it."
                                + " Sync it with the chart first.");
    }

    private static String states(Result result) {
        List<String> states = new ArrayList<>();
        for (String line : result.out().split("\n")) {
            if (line.matches(" ?[0-9]+\\. .*")) {
                states.add(line.substring(4).split(" +")[0]);
            }
        }
        return String.join(" ", states);
    }

    private static List<String> commands(Result result) {
        return result.out()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("kubectl "))
                .toList();
    }

    private void run(String command) {
        TestCluster.Ran ran = cluster.run("sh", "-c", command.replace("kubectl ", cluster.tool("kubectl") + " "));
        assertThat(ran.code()).as(command + ran.err()).isZero();
    }

    private Environment environment() {
        return Environment.builder()
                .name("dev")
                .webank(SampleChart.WEBANK)
                .destination(Destination.inCluster(namespace))
                .repository(repository.uri())
                .applicationName(name)
                .project(name)
                .posture(SampleChart.POSTURE)
                .target(ClusterTarget.context("test", cluster.server()))
                .build();
    }

    private Tool tool(Environment environment) {
        return new Tool(folder).with(() -> Environments.of(environment));
    }

    private Result check(Tool tool) {
        return tool.run("switch-source --environment dev" + kubeconfig());
    }

    private String kubeconfig() {
        return " --kubeconfig " + cluster.kubeconfig("user");
    }

    /** An Application with the chart, synced and healthy. */
    private void createApplication() {
        argoCd.apply(application(
                "path: chart, helm: {releaseName: webank, valuesObject: {obs: {tag: 1.4.0}, userapp: {tag: 1.4.0}}}",
                "automated: {}"));
        awaitStatus("{.status.sync.status}", "Synced");
        // No controller of load balancers is there to do it.
        kubectl(
                "patch",
                "--namespace=" + namespace,
                "ingress/webank",
                "--subresource=status",
                "--type=merge",
                "--patch=" + ADDRESS);
        awaitStatus("{.status.health.status}", "Healthy");
    }

    private String application(String source, String syncPolicy) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s, namespace: argocd}
                spec:
                  project: default
                  source: {repoURL: '%s', targetRevision: main, %s}
                  destination: {server: 'https://kubernetes.default.svc', namespace: %s}
                  syncPolicy: {%s}
                """.formatted(name, repository.uri(), source, namespace, syncPolicy);
    }

    /** Publishes the environment, and applies its AppProject. */
    private void publish(Tool tool) {
        Result published = tool.run("publish --repository configuration.git --branch main");
        assertThat(published.code()).as(published.err()).isZero();
        assertThat(tool.run("generate --out tree").code()).isZero();
        kubectl("apply", "--server-side", "--filename", generated("project-" + name + ".yaml"));
    }

    private String generated(String file) {
        return folder.resolve("tree/argocd/dev").resolve(file).toString();
    }

    private String text(Result result) {
        return result.out()
                .replace(repository.uri(), "REPO")
                .replace(name, "NAME")
                .replace(namespace, "NS");
    }

    /** The last line on standard error. */
    private String refusal(Result result) {
        assertThat(result.code()).isEqualTo(Cli.REFUSED);
        String line = result.err().strip();
        return line.substring(line.lastIndexOf('\n') + 1)
                .replace("webank-deploy: ", "")
                .replace(repository.uri(), "REPO")
                .replace(name, "NAME")
                .replace(namespace, "NS");
    }

    /** Waits until Argo CD, which is asked to compare again and again, has written a status. */
    private void awaitStatus(String path, String expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!status(path).equals(expected) && System.nanoTime() < end) {
            argoCd.refresh(name);
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        assertThat(status(path)).isEqualTo(expected);
    }

    private String status(String path) {
        return kubectl("get", "--namespace=argocd", "application.argoproj.io/" + name, "--output=jsonpath=" + path);
    }

    /** All objects and pods, with what identifies each. */
    private String uids() {
        return kubectl(
                "get",
                "--namespace=" + namespace,
                "service,deployment,replicaset,pod,ingress",
                "--output=jsonpath={range .items[*]}{.kind} {.metadata.uid}\n{end}");
    }

    private String kubectl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(Arrays.asList(arguments));
        TestCluster.Ran ran = cluster.run(command.toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }
}
