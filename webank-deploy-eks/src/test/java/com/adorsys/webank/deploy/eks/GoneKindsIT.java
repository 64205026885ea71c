package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Drift;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Releases whose definitions somebody deleted, remade or changed by hand, with the objects of their kinds. */
class GoneKindsIT {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: things.NS.example.com}
            spec:
              group: NS.example.com
              scope: SCOPE
              names: {plural: things, singular: thing, kind: Thing, listKind: ThingList}
              versions: [VERSIONS]
            ---
            """;
    private static final String OTHER =
            DEFINITION.replace("things", "others").replace("thing", "other").replace("Thing", "Other");
    private static final String THING =
            "{apiVersion: NS.example.com/v1, kind: Thing, metadata: {name: it}, spec: {size: 1}}\n---\n";
    private static final String THING_PATH = "/apis/NS.example.com/v1/namespaces/NS/things/it";
    private static final String CONFIG =
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: config}, data: {key: '1'}}\n";

    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "gone");
    private final Deployer deployer = site.deployer();

    private static String definition(String... versions) {
        return of(DEFINITION, "Namespaced", versions);
    }

    /** A definition that stores the last of its versions. */
    private static String of(String definition, String scope, String... versions) {
        StringBuilder all = new StringBuilder();
        for (String version : versions) {
            all.append(all.isEmpty() ? "" : ", ")
                    .append("{name: ")
                    .append(version)
                    .append(", served: true, storage: ")
                    .append(version.equals(versions[versions.length - 1]))
                    .append(", schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}");
        }
        return definition.replace("SCOPE", scope).replace("VERSIONS", all);
    }

    /** The definition that serves v2 only. */
    private static String unserved() {
        return definition("v1", "v2").replace("{name: v1, served: true", "{name: v1, served: false");
    }

    private String things() {
        return "things." + site.namespace() + ".example.com";
    }

    private void applyByHand(String yaml) {
        String[] command = {
            "kubectl", "--namespace", site.namespace(), "apply", "--server-side", "--force-conflicts", "-f", "-"
        };
        // A new kind is served a moment after it is established.
        await(() -> cluster.runWithInput(yaml.replace("NS", site.namespace()), command));
    }

    /** Runs a command until it succeeds. */
    private static void await(Supplier<TestCluster.Ran> command) {
        long start = System.nanoTime();
        TestCluster.Ran ran = command.get();
        while (ran.code() != 0) {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(ran.err())
                    .isLessThan(Duration.ofMinutes(1));
            ran = command.get();
        }
    }

    private void deleteDefinition() {
        site.kubectl("delete", "crd", things());
        awaitUnserved("v1");
    }

    private void awaitUnserved(String version) {
        while (isServed(version)) {
            Thread.onSpinWait();
        }
    }

    private boolean isServed(String version) {
        String group = "/apis/" + site.namespace() + ".example.com/" + version;
        return cluster.run("kubectl", "get", "--raw", group).out().contains("\"things\"")
                || site.hasAt(group + "/namespaces/NS/things");
    }

    private String objects() {
        return site.shown(deployer.status().text());
    }

    @Test
    void a_kind_that_comes_again_with_the_set_is_made_again() {
        ManifestSet set = site.set(definition("v1") + THING + CONFIG);
        deployer.apply(set);
        deleteDefinition();

        assertThat(objects()).contains("""
                CustomResourceDefinition/things.NS.example.com  not found: there is no such object [missing]
                Thing/NS/it  not found: the cluster does not know its kind [missing]
                """);
        assertThat(deployer.history()).hasSize(1);
        Plan plan = deployer.plan(set);
        assertThat(plan.problems()).isEmpty();
        assertThat(site.shown(plan.text())).isEqualTo("""
                + CustomResourceDefinition/things.NS.example.com  create
                + Thing/NS/it  create, not verified yet
                    its kind comes with this plan
                NS/shop: 2 to create, 1 unchanged; no pod restarts.
                """);

        assertThat(Site.outcomes(deployer.apply(plan)))
                .containsExactlyInAnyOrder(
                        "CustomResourceDefinition/" + things() + " CREATED",
                        "Thing/it CREATED",
                        "ConfigMap/config UNCHANGED");
        assertThat(site.hasAt(THING_PATH)).isTrue();
        assertThat(deployer.status().isHealthy()).isTrue();
        assertThat(deployer.apply(set).isEmpty()).isTrue();

        deployer.apply(site.set(definition("v1") + THING + CONFIG.replace("'1'", "'2'")));
        deleteDefinition();
        assertThat(Site.actions(deployer.planRollback(1)))
                .containsExactlyInAnyOrder(
                        "CustomResourceDefinition/" + things() + " CREATE",
                        "Thing/it CREATE",
                        "ConfigMap/config UPDATE");
        deployer.rollback(1);
        assertThat(site.hasAt(THING_PATH)).isTrue();
        assertThat(deployer.plan(set).isEmpty()).isTrue();
    }

    @Test
    void another_kind_of_the_group_and_another_scope_of_the_kind_make_no_difference() {
        ManifestSet all = site.set(definition("v1") + of(OTHER, "Namespaced", "v1") + THING + CONFIG);
        deployer.apply(all);
        deleteDefinition();
        deployer.apply(all);
        assertThat(site.hasAt(THING_PATH)).isTrue();

        deleteDefinition();
        applyByHand(of(DEFINITION, "Cluster", "v1"));
        site.kubectl("wait", "--for=condition=Established", "crd/" + things());
        String id = site.live("configmap", "webank-deploy.shop", "metadata", "labels", "applyset.kubernetes.io/id")
                .orElseThrow();
        String remade = Json.write(
                site.set(THING.replace("name: it", "name: it, labels: {applyset.kubernetes.io/part-of: " + id + "}"))
                        .manifests()
                        .get(0)
                        .tree());
        // By its path: kubectl remembers the old scope.
        String path = "/apis/" + site.namespace() + ".example.com/v1/things";
        await(() -> cluster.runWithInput(remade, "kubectl", "create", "--raw", path, "-f", "-"));
        assertThat(objects()).contains("Thing/NS/it  not found: the cluster does not know its kind [missing]");
        ManifestSet without = site.set(of(OTHER, "Namespaced", "v1") + CONFIG);

        assertThat(Site.outcomes(deployer.apply(without))).doesNotContain("Thing/it DELETED");

        assertThat(site.hasAt(path + "/it")).isTrue();
        assertThat(objects()).doesNotContain("Thing/");
    }

    @Test
    void what_the_set_leaves_out_is_forgotten_with_its_kind() {
        deployer.apply(site.set(definition("v1") + THING + CONFIG));
        deleteDefinition();
        ManifestSet definitionAlone = site.set(definition("v1") + CONFIG);
        ManifestSet neither = site.set(CONFIG);

        assertThat(site.shown(deployer.plan(neither).text())).isEqualTo("NS/shop: 1 unchanged.\n");
        assertThat(Site.actions(deployer.plan(definitionAlone)))
                .containsExactly("ConfigMap/config UNCHANGED", "CustomResourceDefinition/" + things() + " CREATE");
        deployer.apply(definitionAlone);
        assertThat(deployer.status().isHealthy()).isTrue();
        assertThat(deployer.apply(definitionAlone).isEmpty()).isTrue();

        deleteDefinition();
        deployer.apply(neither);
        assertThat(deployer.status().isHealthy()).isTrue();
        assertThat(deployer.status().objects()).hasSize(1);
    }

    @Test
    void a_kind_that_nobody_brings_again_is_refused_and_the_release_can_be_deleted() {
        deployer.apply(site.set(definition("v1") + THING + CONFIG));
        deleteDefinition();

        assertThatThrownBy(() -> deployer.apply(site.set(THING + CONFIG)))
                .isInstanceOf(DeployException.InvalidInput.class)
                .extracting(e -> site.shown(e.getMessage()))
                .isEqualTo("error KIND_UNKNOWN Thing/it: the cluster does not know kind `Thing` of `NS.example.com/v1`."
                        + " Install its custom resource definition, put that into the set, or correct `apiVersion` and"
                        + " `kind`.");

        assertThat(Site.actions(deployer.planDelete())).containsExactly("ConfigMap/config DELETE");
        assertThat(Site.outcomes(deployer.delete())).containsExactly("ConfigMap/config DELETED");
        assertThat(deployer.status().phase()).isEqualTo(ReleaseStatus.Phase.ABSENT);
    }

    @Test
    void objects_are_found_in_the_version_that_is_served_now() {
        ManifestSet set = site.set(definition("v1") + THING + CONFIG);
        deployer.apply(set);
        String uid = site.live(things(), "it", "metadata", "uid").orElseThrow();
        applyByHand(unserved());
        awaitUnserved("v1");

        assertThat(deployer.status().objects())
                .noneMatch(object -> object.drift() == Drift.MISSING)
                .hasSize(3);
        assertThat(deployer.plan(site.set(THING + CONFIG)).problems())
                .extracting(problem -> site.shown(problem.toString()))
                .containsExactly("error KIND_UNKNOWN Thing/it: the cluster serves kind `Thing` as"
                        + " `NS.example.com/v2` and not as `NS.example.com/v1`. Write `apiVersion: NS.example.com/v2`,"
                        + " or let its definition serve version `v1`.");

        Deployer forcing = deployer.withOptions(Site.OPTIONS.withForcedManagers("kubectl"));
        ManifestSet served = site.set(definition("v1", "v2") + THING + CONFIG.replace("'1'", "'2'"));
        Plan plan = forcing.plan(served);
        assertThat(plan.problems()).isEmpty();
        forcing.apply(plan);
        assertThat(site.live(things(), "it", "metadata", "uid")).contains(uid);
        assertThat(deployer.plan(served).isEmpty()).isTrue();

        applyByHand(unserved());
        awaitUnserved("v1");
        assertThat(Site.outcomes(deployer.apply(site.set(CONFIG)))).contains("Thing/it DELETED");
        assertThat(site.hasAt(THING_PATH)).isFalse();
    }

    @Test
    void a_version_that_the_definition_of_the_set_does_not_serve_is_refused_before_it_is_written() {
        deployer.apply(site.set(definition("v1") + THING + CONFIG));

        assertThat(deployer.plan(site.set(unserved() + THING + CONFIG)).problems())
                .extracting(problem -> site.shown(problem.toString()))
                .containsExactly("error KIND_UNKNOWN Thing/it: its definition in the set,"
                        + " `CustomResourceDefinition/things.NS.example.com`, does not serve version `v1`. Write"
                        + " `apiVersion: NS.example.com/v2`, or let the definition serve it.");
        assertThat(deployer.plan(site.set("{apiVersion: apiregistration.k8s.io/v1, kind: APIService,"
                                + " metadata: {name: v1.more.NS.example.com}, spec: {group: more.NS.example.com,"
                                + " version: v1, groupPriorityMinimum: 1000, versionPriority: 15,"
                                + " service: {name: server, namespace: NS}}}\n---\n"
                                + THING.replace("NS.example", "more.NS.example")
                                + CONFIG))
                        .problems())
                .extracting(problem -> site.shown(problem.toString()))
                .containsExactly(
                        "error KIND_UNKNOWN Thing/it: the cluster does not know kind `Thing` of"
                                + " `more.NS.example.com/v1` before the server of `APIService/v1.more.NS.example.com` runs,"
                                + " which is applied last. Apply that server and the APIService first, as a release of their own.");
    }

    @Test
    void a_definition_that_is_being_deleted_is_waited_for_by_who_runs_it() {
        ManifestSet set = site.set(definition("v1") + THING + CONFIG);
        deployer.apply(set);
        applyByHand(THING.replace("name: it", "name: held, finalizers: [example.com/held]")
                .replace("kind: Thing, metadata: {", "kind: Thing, metadata: {namespace: NS, ")
                .replace("---\n", ""));
        site.kubectl("delete", "crd", things(), "--wait=false");
        while (site.hasAt(THING_PATH)) {
            Thread.onSpinWait();
        }

        Plan plan = deployer.plan(set);
        assertThat(plan.problems()).extracting(Problem::code).contains("OBJECT_TERMINATING");
        // Servers before 1.34 take an apply of an object of such a kind.
        if (TestCluster.isSince("1.34")) {
            assertThat(plan.problems())
                    .extracting(problem -> site.shown(problem.toString()))
                    .hasSize(2)
                    .contains("error KIND_TERMINATING Thing/NS/it: the custom resource definition of kind `Thing` of"
                            + " `NS.example.com/v1` is being deleted. Wait until it is gone; if it does not go, check that"
                            + " the controllers of the finalizers of its objects run.");
            assertThat(Site.of(plan, "Thing", "it").action()).isEqualTo(Action.CONFLICT);
        }
        assertThatThrownBy(() -> deployer.apply(set)).isInstanceOf(DeployException.Conflict.class);

        site.kubectl("patch", things(), "held", "--type=merge", "--patch", "{\"metadata\": {\"finalizers\": null}}");
        awaitUnserved("v1");
        deployer.apply(set);
        assertThat(deployer.status().isHealthy()).isTrue();
    }

    private static PolicyRule rule(String group, String resource, String... verbs) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resource)
                .withVerbs(verbs)
                .build();
    }

    @Test
    void who_may_not_list_sees_the_same() {
        ManifestSet set = site.set(definition("v1") + THING + CONFIG);
        deployer.apply(set);
        String user = cluster.newUser(
                rule("*", "*", "get", "create", "patch", "update", "delete"), rule("", "secrets", "list"));
        while (cluster.run("kubectl", "auth", "can-i", "list", "secrets", "--as=" + user)
                        .code()
                != 0) {
            Thread.onSpinWait();
        }
        Deployer careful = site.deployer("shop", cluster.client(user));
        deleteDefinition();

        assertThat(careful.plan(site.set(CONFIG)).changes()).hasSize(1);
        careful.apply(set);

        assertThat(site.hasAt(THING_PATH)).isTrue();
        assertThat(deployer.status().isHealthy()).isTrue();
    }
}
