package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.ChangeSet.Outcome;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Helm and kubectl deployed becomes a release's, with running pods. */
class TakeOverIT {
    private static final Map<String, String> OBJECTS = Map.of(
            "ServiceAccount", "obs",
            "Secret", "obs",
            "ConfigMap", "obs",
            "Service", "obs",
            "Deployment", "obs",
            "Ingress", "obs");

    /** A Webank's backend as its chart renders it; a line with {@code #} is one that the tests leave out. */
    private static final String MANIFESTS = """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: obs, labels: {app: obs}}
            automountServiceAccountToken: false
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: obs, labels: {app: obs}}
            stringData: {password: geheim}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: obs, labels: {app: obs}}
            data:
              LOG_LEVEL: info
              OLD_KEY: x #
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: obs, labels: {app: obs}}
            spec:
              selector: {app: obs}
              ports:
              - {name: http, port: 80, targetPort: 8080}
              - {name: metrics, port: 9090, targetPort: 9090} #
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: obs, labels: {app: obs}}
            spec:
              replicas: 2
              selector: {matchLabels: {app: obs}}
              template:
                metadata: {labels: {app: obs}}
                spec:
                  serviceAccountName: obs
                  containers:
                  - name: obs
                    image: "example.com/obs:1"
                    resources: {limits: {cpu: 1000m, memory: 512Mi}, requests: {cpu: 0.1}}
                    ports:
                    - {name: http, containerPort: 8080}
                    env:
                    - {name: KEPT, value: "1"}
                    - {name: OLD, value: "1"} #
                    envFrom:
                    - configMapRef: {name: obs}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: obs, labels: {app: obs}}
            spec:
              rules:
              - host: obs.example.com
                http:
                  paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: obs, port: {name: http}}}
            """;

    private final TestCluster cluster = TestCluster.sharedWithControllers();
    private final Site site = Site.in(cluster, "takeover");
    private final ManifestSet all = site.set(MANIFESTS);
    private final ManifestSet less = site.set(MANIFESTS.replaceAll("(?m)^.*#\n", ""));

    @TempDir
    Path folder;

    /** Installs the manifests as a chart, with the labels that charts put on objects. */
    private void helmInstall() throws IOException {
        helmInstall(MANIFESTS);
    }

    private void helmInstall(String manifests) throws IOException {
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("Chart.yaml"), "{apiVersion: v2, name: obs, version: 0.1.0}");
        String labelled = manifests.replace(
                "metadata: {name: obs, labels: {app: obs}}",
                "metadata: {name: obs, labels: {app: obs, app.kubernetes.io/managed-by: {{ .Release.Service }},"
                        + " helm.sh/chart: obs-0.1.0}}");
        Files.writeString(folder.resolve("templates/all.yaml"), labelled);
        Site.ran(site.helm("install", "webank", folder.toString()));
        awaitPods();
    }

    private void awaitPods() {
        awaitPods(2);
    }

    private void awaitPods(int count) {
        site.kubectl("rollout", "status", "deployment/obs", "--timeout=30s");
        assertThat(site.uids("pods")).hasSize(count);
    }

    private Deployer taking(TakeOver... from) {
        return site.deployer().withOptions(Site.WAITING.withTakenOver(from));
    }

    /** What a person reads of the objects. */
    private ManifestSet contents() {
        List<Manifest> contents = new ArrayList<>();
        OBJECTS.forEach((kind, name) -> {
            MapTree object = site.live(kind, name).orElseThrow().without("status");
            MapTree.Builder metadata = MapTree.builder();
            for (String key : List.of("name", "namespace", "labels")) {
                object.at("metadata", key).ifPresent(value -> metadata.put(key, value));
            }
            object.at("metadata", "annotations")
                    .map(annotations -> ((MapTree) annotations).without("deployment.kubernetes.io/revision"))
                    .ifPresent(annotations -> metadata.putUnlessEmpty("annotations", annotations));
            contents.add(Manifest.of(object.with("metadata", metadata.build())));
        });
        return ManifestSet.of(contents);
    }

    /** Every difference that the plan named came, and no other. */
    private void assertThatThePlanWasRight(Plan plan, ManifestSet before) {
        List<ManifestDiff.Change> changes =
                ManifestDiff.between(before, contents()).objects();
        assertThat(changes).isNotEmpty();
        for (ManifestDiff.Change change : changes) {
            assertThat(plan.of(change.id()).orElseThrow().differences())
                    .as(change.id().toString())
                    .containsExactlyInAnyOrderElementsOf(change.differences());
            assertThat(plan.of(change.id()).orElseThrow().changeClass()).isEqualTo(change.changeClass());
        }
    }

    /** Nothing but the release and the controllers holds fields of an object, and no mark of another tool is left. */
    private void assertThatAllIsOurs() {
        OBJECTS.forEach((kind, name) -> {
            String object = site.kubectl("get", kind, name, "--show-managed-fields", "--output=yaml");
            assertThat(object)
                    .contains("manager: webank-deploy", "applyset.kubernetes.io/part-of: applyset-")
                    .doesNotContain(
                            "meta.helm.sh",
                            "managed-by",
                            "helm.sh/chart",
                            "last-applied",
                            "manager: helm",
                            "manager: kubectl");
        });
    }

    private static List<String> each(Enum<?> what) {
        List<String> each = new ArrayList<>();
        for (String kind : List.of("ServiceAccount", "Secret", "ConfigMap", "Service", "Deployment", "Ingress")) {
            each.add(kind + "/obs " + what);
        }
        return each;
    }

    /** What is left out after the take-over goes; the pods are replaced then, and only then. */
    private void assertThatWhatIsLeftOutGoes() {
        taking().apply(less);

        assertThatLessIsThere();
        assertThat(taking().plan(less).isEmpty()).isTrue();
    }

    private void assertThatLessIsThere() {
        assertThat(site.live("configmap", "obs", "data")).contains("{\"LOG_LEVEL\":\"info\"}");
        assertThat(site.kubectl("get", "service", "obs", "--output=jsonpath={.spec.ports[*].name}"))
                .isEqualTo("http");
        assertThat(site.kubectl(
                        "get",
                        "deployment",
                        "obs",
                        "--output=jsonpath={.spec.template.spec.containers[*].env[*].name}"))
                .isEqualTo("KEPT");
    }

    private List<String> differences(Plan plan, String kind) {
        return Site.of(plan, kind, "obs").differences().stream()
                .map(difference -> site.shown(difference.toString()))
                .filter(difference -> !difference.contains("applyset.kubernetes.io/part-of"))
                .toList();
    }

    @Test
    void a_helm_release_is_taken_over_without_a_restart_and_helm_forgets_it() throws IOException {
        helmInstall();
        List<String> pods = site.uids("pods");
        List<String> replicaSets = site.uids("replicasets");
        Deployer deployer = taking(TakeOver.helm("webank").removingRecords());

        Plan plan = deployer.plan(all);
        assertThat(Site.actions(plan)).containsExactlyInAnyOrderElementsOf(each(Action.ADOPT));
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.text())
                .contains(
                        "it is taken over from Helm release `webank`",
                        "! archive and delete Helm's record of release `webank`, so that `helm uninstall` harms nothing");
        assertThat(plan.changeClass()).isEqualTo(ChangeClass.METADATA);

        ChangeSet changes = deployer.apply(plan);

        assertThat(Site.outcomes(changes)).containsExactlyInAnyOrderElementsOf(each(Outcome.ADOPTED));
        assertThatAllIsOurs();
        assertThat(deployer.apply(all).isEmpty()).isTrue();
        assertThat(site.kubectl("get", "secrets", "--output=name"))
                .contains("secret/webank-deploy.shop.helm.sh.helm.release.v1.webank.v1")
                .doesNotContain("secret/sh.helm.");
        TestCluster.Ran uninstall = site.helm("uninstall", "webank");
        assertThat(uninstall.code()).isNotZero();
        assertThat(uninstall.err()).contains("not found");
        assertThat(site.uids("pods")).isEqualTo(pods);
        assertThat(site.uids("replicasets")).isEqualTo(replicaSets);

        assertThatWhatIsLeftOutGoes();
        assertThat(site.deployer().status().isHealthy()).isTrue();
    }

    @Test
    void what_helms_records_can_still_do_is_said_and_set_right() throws IOException {
        helmInstall();
        List<String> pods = site.uids("pods");
        Deployer deployer = taking(TakeOver.helm("webank"));

        ChangeSet changes = deployer.apply(all);

        assertThatAllIsOurs();
        assertThat(site.uids("pods")).isEqualTo(pods);
        assertThat(changes.warnings())
                .containsExactly("HELM_RECORDS " + site.namespace() + "/shop: Helm keeps 1 record of release"
                        + " `webank`: while one is there, `helm uninstall` deletes every object that it lists."
                        + " Let them be archived and removed (`--take-over helm:webank,remove-records`).");

        Site.ran(site.helm("uninstall", "webank", "--wait"));
        assertThat(site.deployer().status().objects())
                .hasSize(all.size())
                .allMatch(object -> object.drift() == ReleaseStatus.Drift.MISSING);
        assertThat(Site.outcomes(deployer.apply(all))).containsExactlyInAnyOrderElementsOf(each(Outcome.CREATED));
        assertThat(site.deployer().status().isHealthy()).isTrue();
    }

    @Test
    void what_a_chart_had_and_the_set_lacks_goes_with_the_take_over() throws IOException {
        helmInstall();
        Deployer deployer = taking(TakeOver.helm("webank").removingRecords());

        ManifestSet before = contents();
        Plan plan = deployer.plan(less);
        assertThat(differences(plan, "Deployment"))
                .containsExactlyInAnyOrder(
                        "metadata.annotations: {meta.helm.sh/release-name: \"webank\","
                                + " meta.helm.sh/release-namespace: \"NS\"} -> (none)",
                        "metadata.labels[\"app.kubernetes.io/managed-by\"]: \"Helm\" -> (none)",
                        "metadata.labels[\"helm.sh/chart\"]: \"obs-0.1.0\" -> (none)",
                        "spec.template.spec.containers[name=obs].env[name=OLD]: {name: \"OLD\", value: \"1\"} -> (none)");
        assertThat(Site.of(plan, "Deployment", "obs").changeClass()).isEqualTo(ChangeClass.ROLL_OUT);
        assertThat(differences(plan, "Service"))
                .anyMatch(line -> line.startsWith("spec.ports[") && line.contains("9090"));
        assertThat(differences(plan, "ConfigMap")).contains("data.OLD_KEY: \"x\" -> (none)");
        deployer.apply(plan);

        assertThatThePlanWasRight(plan, before);
        assertThatLessIsThere();
        assertThatAllIsOurs();
        assertThat(deployer.plan(less).isEmpty()).isTrue();
    }

    @Test
    void what_kubectl_applied_is_taken_over_without_a_restart() {
        site.kubectlWith(MANIFESTS, "apply", "--filename", "-");
        awaitPods();
        List<String> pods = site.uids("pods");
        ManifestSet before = contents();
        assertThat(taking(TakeOver.kubectl()).plan(less).changeClass()).isEqualTo(ChangeClass.ROLL_OUT);
        Plan plan = taking(TakeOver.kubectl()).plan(all);

        ChangeSet changes = taking(TakeOver.kubectl()).apply(plan);

        assertThatThePlanWasRight(plan, before);
        assertThat(Site.outcomes(changes)).containsExactlyInAnyOrderElementsOf(each(Outcome.ADOPTED));
        assertThatAllIsOurs();
        assertThat(site.uids("pods")).isEqualTo(pods);
        assertThatWhatIsLeftOutGoes();
    }

    @Test
    void what_kubectl_applied_server_side_is_taken_over_without_a_restart() {
        site.kubectlWith(MANIFESTS, "apply", "--server-side", "--filename", "-");
        awaitPods();
        List<String> pods = site.uids("pods");

        taking(TakeOver.kubectl()).apply(all);

        assertThatAllIsOurs();
        assertThat(site.uids("pods")).isEqualTo(pods);
        assertThatWhatIsLeftOutGoes();
    }

    @Test
    void replicas_that_nobody_desires_stay_as_they_are() throws IOException {
        helmInstall();
        site.kubectl("scale", "deployment", "obs", "--replicas=3");
        awaitPods(3);
        List<String> pods = site.uids("pods");

        taking(TakeOver.helm("webank").removingRecords()).apply(site.set(MANIFESTS.replace("  replicas: 2\n", "")));

        assertThat(site.live("deployment", "obs", "spec", "replicas")).contains("3");
        assertThat(site.uids("pods")).isEqualTo(pods);
    }

    @Test
    void labels_that_old_charts_put_on_pods_stay_where_the_set_has_them_too() throws IOException {
        String onPods = "template:\n    metadata: {labels: {app: obs, app.kubernetes.io/managed-by: Helm,"
                + " helm.sh/chart: obs-0.1.0}}";
        String manifests = MANIFESTS.replace("template:\n    metadata: {labels: {app: obs}}", onPods);
        helmInstall(manifests);
        List<String> pods = site.uids("pods");
        Deployer deployer = taking(TakeOver.helm("webank").removingRecords());

        assertThat(deployer.plan(all).changeClass()).isEqualTo(ChangeClass.ROLL_OUT);
        deployer.apply(site.set(manifests));

        assertThat(site.uids("pods")).isEqualTo(pods);
    }

    @Test
    void what_the_set_lacks_of_a_helm_release_is_named() throws IOException {
        helmInstall();
        ManifestSet without = all.select(manifest -> !manifest.kind().equals("ConfigMap"));
        Deployer deployer = taking(TakeOver.helm("webank").removingRecords());

        Plan plan = deployer.plan(without);

        assertThat(plan.problems())
                .extracting(problem -> site.shown(problem.toString()))
                .containsExactly(
                        "warning HELM_OBJECT_LEFT NS/shop: `ConfigMap/NS/obs` is in Helm release `webank` and not in"
                                + " the set: it stays, and belongs to no release afterwards. Put it into the set, or delete it by hand if"
                                + " nobody needs it.");
        assertThat(deployer.apply(plan).warnings())
                .satisfiesExactly(
                        left -> assertThat(left).startsWith("HELM_OBJECT_LEFT "),
                        kept -> assertThat(kept).startsWith("Helm's records are kept in 1 Secret; `kubectl delete "));
        assertThat(site.has("configmap", "obs")).isTrue();
    }

    @Test
    void objects_of_a_helm_release_that_is_not_named_are_refused() throws IOException {
        helmInstall();
        ManifestSet configMap = all.select(manifest -> manifest.kind().equals("ConfigMap"));

        assertThatThrownBy(
                        () -> taking(TakeOver.helm("other"), TakeOver.kubectl()).apply(configMap))
                .isInstanceOf(DeployException.Conflict.class)
                .extracting(e -> site.shown(e.getMessage()))
                .isEqualTo(
                        "Nothing was written.\nerror OBJECT_FOREIGN ConfigMap/NS/obs: it is not this release's: it belongs"
                                + " to Helm release `NS/webank`. Take the Helm release over (`--take-over helm:webank`), or adopt"
                                + " it by name (`--adopt ConfigMap/NS/obs`).");
    }

    @Test
    void what_another_manager_applied_is_adopted_by_name_and_manager() {
        site.kubectlWith(MANIFESTS, "apply", "--server-side", "--field-manager=kubectl-of-ci", "--filename", "-");
        awaitPods();
        List<String> pods = site.uids("pods");
        List<ObjectRef> adopted = OBJECTS.keySet().stream()
                .map(kind -> ObjectRef.parse(kind + "/" + site.namespace() + "/obs"))
                .toList();
        DeployOptions options = Site.WAITING.withForcedManagers("kubectl-of-ci").withAdopted(adopted);

        site.deployer().withOptions(options).apply(all);

        assertThatAllIsOurs();
        assertThat(site.uids("pods")).isEqualTo(pods);
        assertThatWhatIsLeftOutGoes();
    }
}
