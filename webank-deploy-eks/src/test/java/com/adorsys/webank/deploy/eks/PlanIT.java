package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.PlannedChange.ManagedField;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says, and that it is done as it was said or not at all. */
class PlanIT {
    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "plan");
    private final Deployer deployer = site.deployer();

    private static final String BEFORE = """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: same}, data: {key: '1'}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: labelled}, data: {key: '1'}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: changed}, data: {key: '1', old: '1'}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: fixed}, immutable: true, data: {key: '1'}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: gone}, data: {key: '1'}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: kept, annotations: {helm.sh/resource-policy: keep}}}
            ---
            {apiVersion: v1, kind: Secret, metadata: {name: changed}, stringData: {key: geheim-1, old: geheim-0}}
            ---
            """ + Sample.web("{containers: [{name: app, image: 'image:1'}]}");
    private static final String AFTER = """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: same}, data: {key: '1'}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: labelled, labels: {team: a}}, data: {key: '1'}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: changed}, data: {key: '2', new: '1'}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: fixed}, immutable: true, data: {key: '2'}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: made}, data: {key: '1'}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: adopted}, data: {key: '1'}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: foreign}, data: {key: '1'}}
            ---
            {apiVersion: v1, kind: Secret, metadata: {name: changed}, stringData: {key: geheim-2, new: geheim-3}}
            ---
            """ + Sample.web("{containers: [{name: app, image: 'image:2'}]}");

    @Test
    void lines_of_a_text_are_shown_where_they_differ() {
        String before = "line\\n".repeat(30) + "key = 1\\n" + "line\\n".repeat(30);
        deployer.apply(ManifestSet.of(Sample.configMap("conf", before)));

        Plan plan = deployer.plan(ManifestSet.of(Sample.configMap("conf", before.replace("1", "2"))));

        assertThat(site.shown(plan.text())).startsWith("""
                ~ ConfigMap/NS/conf  update (configuration)
                    data.key:
                      -key = 1
                      +key = 2
                NS/shop: 1 to update""");
        Plan many = deployer.plan(ManifestSet.of(Sample.configMap("conf", "other\\n".repeat(30))));
        assertThat(many.text()).contains("      and 71 more lines\n");
        assertThat(many.fullText()).doesNotContain(" more lines");
    }

    @Test
    void a_value_that_falls_back_to_a_default_says_so() {
        String replicas = ROOT.replace("hostNetwork: true", "terminationGracePeriodSeconds: 5")
                .replace("selector:", "replicas: 3\n  selector:");
        deployer.apply(site.set(replicas));

        Plan plan = deployer.plan(site.set(
                replicas.replace("  replicas: 3\n", "").replace("terminationGracePeriodSeconds: 5", "hostname: a")));

        assertThat(site.shown(plan.text())).startsWith("""
                ~ Deployment/NS/root  update (roll-out)
                    spec.replicas: 3 -> 1, the default
                    spec.template.spec.terminationGracePeriodSeconds: 5 -> 30, the default
                    spec.template.spec.hostname: (none) -> "a"
                """);
    }

    @Test
    void equal_changes_of_the_metadata_of_adopted_objects_are_shown_once() {
        String maps = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {x: q}}, data: {k: '1'}}\n---\n"
                + "{apiVersion: v1, kind: ConfigMap, metadata: {name: b, labels: {x: q}}, data: {k: '1'}}";
        site.kubectlWith(maps, "apply", "--server-side", "--filename=-");

        Plan plan = deployer.withOptions(Site.OPTIONS.withTakenOver(TakeOver.kubectl()))
                .plan(site.set(maps.replace("{x: q}", "{z: q}").replace("k: '1'}}\n---", "k: '2'}}\n---")));

        assertThat(site.shown(plan.text()).replaceAll("applyset-[A-Za-z0-9_-]+", "SET"))
                .isEqualTo("""
                        ~ ConfigMap/NS/a  adopt (configuration)
                            it is taken over from kubectl
                            metadata.labels.x: "q" -> (none)
                            metadata.labels["applyset.kubernetes.io/part-of"]: (none) -> "SET"
                            metadata.labels.z: (none) -> "q"
                            data.k: "1" -> "2"
                        ~ ConfigMap/NS/b  adopt (metadata)
                            it is taken over from kubectl
                            metadata: the same changes as in ConfigMap/NS/a
                        NS/shop: 2 to adopt; no pod restarts.
                        """);
    }

    @Test
    void rules_that_the_control_plane_fills_in_are_no_conflict() {
        String name = site.namespace() + "-monitoring";
        ManifestSet roles = site.set("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: NAME}
                aggregationRule: {clusterRoleSelectors: [{matchLabels: {part-of: NAME}}]}
                rules: []
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: NAME-part, labels: {part-of: NAME}}
                rules: [{apiGroups: [""], resources: [services], verbs: [get]}]
                """.replace("NAME", name));
        deployer.apply(roles);
        // As the controller does, which does not run here.
        site.kubectlWith(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: NAME}
                rules: [{apiGroups: [""], resources: [services], verbs: [get]}]
                """.replace("NAME", name),
                "apply",
                "--server-side",
                "--field-manager=clusterrole-aggregation-controller",
                "--filename=-");

        assertThat(deployer.plan(roles).isEmpty()).isTrue();
        deployer.apply(roles.with(Sample.configMap("more", "1")));
        assertThat(site.kubectl("get", "clusterrole", name, "--output=jsonpath={.rules[0].verbs[0]}"))
                .isEqualTo("get");
        deployer.delete();
    }

    @Test
    void each_object_has_its_action_its_class_and_its_differences() {
        deployer.apply(site.set(BEFORE));
        site.kubectl("create", "configmap", "adopted");
        site.kubectl("create", "configmap", "foreign");
        DeployOptions options = Site.OPTIONS
                .withReplaced(ObjectRef.parse("ConfigMap/" + site.namespace() + "/fixed"))
                .withAdopted(ObjectRef.parse("ConfigMap/" + site.namespace() + "/adopted"));

        Plan plan = deployer.withOptions(options).plan(site.set(AFTER));

        assertThat(site.shown(plan.text()).replaceAll("applyset-[A-Za-z0-9_-]+", "SET"))
                .isEqualTo("""
                        ~ Secret/NS/changed  update (configuration)
                            data.key: (secret) -> (secret)
                            data.old: (secret) -> (none)
                            data.new: (none) -> (secret)
                        ~ ConfigMap/NS/adopted  adopt (configuration)
                            it is adopted, as asked
                            metadata.labels: (none) -> {applyset.kubernetes.io/part-of: "SET"}
                            data: (none) -> {key: "1"}
                        ~ ConfigMap/NS/changed  update (configuration)
                            data.key: "1" -> "2"
                            data.old: "1" -> (none)
                            data.new: (none) -> "1"
                        ± ConfigMap/NS/fixed  replace (replacement)
                            it is deleted and made anew, as asked
                            data.key: "1" -> "2"
                        x ConfigMap/NS/foreign  conflict
                            it is there already, and nothing tells who made it
                        - ConfigMap/NS/gone  delete (deletion)
                        = ConfigMap/NS/kept  keep
                            its annotation helm.sh/resource-policy says keep
                        ~ ConfigMap/NS/labelled  update (metadata)
                            metadata.labels.team: (none) -> "a"
                        + ConfigMap/NS/made  create
                        ~ Deployment/NS/web  update (roll-out)
                            spec.template.spec.containers[name=app].image: "image:1" -> "image:2"
                        error OBJECT_FOREIGN ConfigMap/NS/foreign: it is not this release's: it is there already, and nothing tells who made it. If kubectl did, take over what kubectl made (`--take-over kubectl`), or adopt it by name (`--adopt ConfigMap/NS/foreign`).
                        NS/shop: 1 to create, 4 to update, 1 to replace, 1 to adopt, 1 to delete, 1 to keep, 1 unchanged, 1 in conflict; at worst deletion.
                        """);
        assertThat(plan.isApplicable()).isFalse();
        assertThat(plan.isEmpty()).isFalse();
        assertThat(Json.readMap(plan.json().getBytes(StandardCharsets.UTF_8)).keys())
                .containsExactly(
                        "release", "namespace", "empty", "applicable", "changeClass", "changes", "tasks", "problems");
        assertThat(plan.text() + plan.json()).doesNotContain("geheim", "Z2VoZWlt");
        assertThatThrownBy(() -> deployer.withOptions(options).apply(plan))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageStartingWith("Nothing was written.\nerror OBJECT_FOREIGN");
    }

    @Test
    void it_writes_nothing() {
        deployer.apply(site.set(BEFORE));
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            Deployer counted = site.deployer("shop", proxy.client());
            counted.plan(site.set(AFTER));
            counted.planRollback(1);
            counted.planDelete();

            assertThat(proxy.requests())
                    .noneMatch(request -> request.isWrite() && !request.path().contains("reviews"))
                    .anyMatch(ProxyRequest::isDryRun);
        }
    }

    @Test
    void what_is_in_a_secret_is_not_shown_when_kubectl_hands_it_over() {
        site.kubectlWith(
                "{apiVersion: v1, kind: Secret, metadata: {name: it}, stringData: {key: geheim-1, old: geheim-2}}",
                "apply",
                "--filename",
                "-");

        Plan plan = deployer.withOptions(Site.OPTIONS.withTakenOver(TakeOver.kubectl()))
                .plan(site.set("{apiVersion: v1, kind: Secret, metadata: {name: it}, stringData: {key: geheim-3}}"));

        assertThat(Site.of(plan, "Secret", "it").differences())
                .extracting(Object::toString)
                .anyMatch(difference -> difference.startsWith("data.old: "))
                .anyMatch(difference -> difference.startsWith("metadata.annotations"));
        assertThat(plan.text() + plan.json() + plan.changes())
                .doesNotContain("geheim")
                .doesNotContain("Z2VoZWlt");
    }

    @Test
    void who_else_manages_a_field_is_said() {
        deployer.apply(site.set(BEFORE));
        site.kubectlWith(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: changed}, data: {key: '1'}}",
                "apply",
                "--server-side",
                "--field-manager=auditor",
                "--filename",
                "-");
        ManifestSet same = site.set(BEFORE.replace("old: '1'", "old: '2'"));
        PlannedChange shared = Site.of(deployer.plan(same), "ConfigMap", "changed");
        assertThat(shared.action()).isEqualTo(Action.UPDATE);
        assertThat(shared.otherManagers()).containsExactly(new ManagedField(".data.key", "auditor", false));
        assertThat(deployer.plan(same).text()).contains("    .data.key is managed also by auditor\n");

        ManifestSet other = site.set(BEFORE.replace("{key: '1', old: '1'}", "{key: '2', old: '1'}"));
        Plan plan = deployer.plan(other);
        assertThat(Site.of(plan, "ConfigMap", "changed").action()).isEqualTo(Action.CONFLICT);
        assertThat(Site.of(plan, "ConfigMap", "changed").otherManagers())
                .containsExactly(new ManagedField(".data.key", "auditor", true));
        assertThat(plan.problems())
                .extracting(problem -> site.shown(problem.toString()))
                .containsExactly(
                        "error FIELD_CONFLICT ConfigMap/NS/changed: `.data.key` is managed by `auditor`, and the set"
                                + " changes it: `\"1\" -> \"2\"`. Leave the field out, leave it to others with"
                                + " `--ignore-field ConfigMap/NS/changed:/data/key`, or take it with"
                                + " `--force-conflicts auditor`.");
        assertThat(site.shown(plan.text())).contains("""
                x ConfigMap/NS/changed  conflict
                    others manage fields that it sets
                    data.key: "1" -> "2"
                    .data.key is held by auditor
                """);
        Deployer forcing = deployer.withOptions(Site.OPTIONS.withForcedManagers("auditor"));
        assertThat(Site.of(forcing.plan(other), "ConfigMap", "changed").action())
                .isEqualTo(Action.UPDATE);
        forcing.apply(other);
        assertThat(site.live("configmap", "changed", "data", "key")).contains("\"2\"");
    }

    private static final String ROOT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: root}
            spec:
              selector: {matchLabels: {app: root}}
              template:
                metadata: {labels: {app: root}}
                spec:
                  hostNetwork: true
                  containers: [{name: app, image: "image:1"}]
            """;

    @Test
    void what_pod_security_warns_of_is_said_and_repeated_by_the_run() {
        site.kubectl("label", "namespace", site.namespace(), "pod-security.kubernetes.io/warn=baseline");

        Plan plan = deployer.plan(site.set(ROOT));

        assertThat(Site.of(plan, "Deployment", "root").warnings())
                .containsExactly("would violate PodSecurity \"baseline:latest\": host namespaces (hostNetwork=true)");
        assertThat(plan.text())
                .contains(
                        "    warning: would violate PodSecurity \"baseline:latest\": host namespaces (hostNetwork=true)\n");
        assertThat(plan.isApplicable()).isTrue();
        assertThat(deployer.apply(plan).warnings())
                .containsExactly(
                        "Deployment/" + site.namespace() + "/root: would violate PodSecurity \"baseline:latest\":"
                                + " host namespaces (hostNetwork=true)");
    }

    @Test
    void what_pod_security_will_refuse_is_a_problem_before_anything_is_written() {
        site.kubectl("label", "namespace", site.namespace(), "pod-security.kubernetes.io/enforce=baseline");
        ManifestSet set = site.set(ROOT).with(Sample.configMap("config", "1"));

        assertThat(deployer.plan(set).problems()).extracting(Problem::code).containsExactly("POD_SECURITY");
        assertThatThrownBy(() -> deployer.apply(set))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessageStartingWith("Nothing was written.\nerror POD_SECURITY Deployment/" + site.namespace()
                        + "/root: its pods would be refused: ");
        assertThat(site.has("configmap", "config")).isFalse();
    }

    /** What somebody does between a plan and the run. */
    enum Meanwhile {
        EDITED,
        DELETED,
        REMADE,
        MADE,
        DEPLOYED
    }

    private void happens(Meanwhile what) {
        switch (what) {
            case EDITED ->
                site.kubectl("patch", "configmap", "changed", "--type=merge", "--patch={\"data\":{\"x\":\"y\"}}");
            case DELETED -> site.kubectl("delete", "configmap", "changed");
            case REMADE -> {
                String object = site.kubectl("get", "configmap", "changed", "--output=json");
                site.kubectl("delete", "configmap", "changed");
                site.kubectlWith(object.replaceAll("\"(uid|resourceVersion)\": \"[^\"]*\",?", ""), "create", "-f", "-");
            }
            case MADE -> site.kubectl("create", "configmap", "made");
            case DEPLOYED -> site.deployer().apply(site.set(BEFORE).with(Sample.configMap("further", "1")));
        }
    }

    @ParameterizedTest
    @EnumSource(Meanwhile.class)
    void a_plan_is_refused_once_the_cluster_has_moved_on(Meanwhile what) {
        deployer.apply(site.set(BEFORE));
        ManifestSet desired =
                site.set(BEFORE.replace("{key: '1', old: '1'}", "{key: '2'}")).with(Sample.configMap("made", "1"));
        Plan plan = deployer.plan(desired);
        assertThat(plan.changeClass()).isEqualTo(ChangeClass.CONFIGURATION);

        happens(what);

        String object = switch (what) {
            case MADE -> "made";
            case DEPLOYED -> "further";
            default -> "changed";
        };
        assertThatThrownBy(() -> deployer.apply(plan))
                .isInstanceOf(DeployException.Conflict.class)
                .extracting(e -> site.shown(e.getMessage()))
                .isEqualTo("The cluster is no longer what the plan was made for: `ConfigMap/NS/" + object
                        + "` has changed since. Plan again, and see what changed.");
        assertThat(site.live("configmap", "changed", "data", "key")).isNotEqualTo(java.util.Optional.of("\"2\""));
    }

    @ParameterizedTest
    @EnumSource(
            value = Meanwhile.class,
            names = {"EDITED", "DELETED", "REMADE"})
    void nor_is_it_done_to_an_object_that_moves_on_in_the_last_moment(Meanwhile what) {
        deployer.apply(site.set(BEFORE));
        ManifestSet desired = site.set(BEFORE.replace("{key: '1', old: '1'}", "{key: '2'}"));
        Plan plan = deployer.plan(desired);
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            proxy.when(request -> request.isWrite() && request.path().endsWith("/configmaps/changed"))
                    .times(1)
                    .call(request -> happens(what));

            assertThatThrownBy(() -> site.deployer("shop", proxy.client()).apply(plan))
                    .isInstanceOf(DeployException.Conflict.class)
                    .extracting(e -> site.shown(e.getMessage()))
                    .asString()
                    .contains("ConfigMap/NS/changed")
                    .contains("has changed since the plan was made")
                    .endsWith("The next run goes on.");
        }
        assertThat(site.live("configmap", "changed", "data", "key")).isNotEqualTo(java.util.Optional.of("\"2\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scale deployment web --replicas=3", "annotate configmap same example.com/seen=1"})
    void what_is_no_part_of_a_plan_does_not_matter(String command) {
        deployer.apply(site.set(BEFORE));
        Plan plan = deployer.plan(site.set(BEFORE.replace("image:1", "image:2")));

        site.kubectl(command.split(" "));

        assertThat(Site.outcomes(deployer.apply(plan))).contains("Deployment/web UPDATED");
    }

    @Test
    void a_plan_is_of_its_release_only_and_of_one_time() {
        Plan plan = deployer.plan(site.set(BEFORE));

        assertThatThrownBy(() -> site.deployer("other").apply(plan))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage("error PLAN_INVALID plan: the plan is not one that `plan` of release `" + site.namespace()
                        + "/other` made. Plan again, and apply that.");
        deployer.apply(plan);
        assertThatThrownBy(() -> deployer.apply(plan)).isInstanceOf(DeployException.Conflict.class);
        assertThatThrownBy(() -> deployer.apply(deployer.planDelete()))
                .isInstanceOf(DeployException.InvalidInput.class);
    }

    @Test
    void a_plan_of_nothing_is_empty_and_can_be_applied() {
        deployer.apply(site.set(BEFORE));
        Plan plan = deployer.plan(site.set(BEFORE));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.changeClass()).isEqualTo(ChangeClass.NONE);
        assertThat(site.shown(plan.text())).isEqualTo("NS/shop: 8 unchanged.\n");
        assertThat(deployer.apply(plan).isEmpty()).isTrue();
    }
}
