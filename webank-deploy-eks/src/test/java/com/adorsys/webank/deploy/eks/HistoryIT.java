package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Drift;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Phase;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a release remembers: its revisions, and how its objects stand to the last. */
class HistoryIT {
    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "history");
    private final Deployer deployer = site.deployer();
    private final ManifestSet first = ManifestSet.of(
            Sample.configMap("config", "1"),
            Sample.secret("secret", "geheim-1"),
            Sample.service("web"),
            Sample.deployment("web", 1, "image:1"));
    private final ManifestSet second = ManifestSet.of(
            Sample.configMap("config", "2"),
            Sample.secret("other", "geheim-2"),
            Sample.deployment("web", 2, "image:2"));

    /** What the objects of both sets say, as kubectl reads it. */
    private Map<String, String> objects() {
        Map<String, String> objects = new TreeMap<>();
        for (String[] object : List.of(
                new String[] {"configmap/config", "{.data}"},
                new String[] {"secret/secret", "{.data.password}"},
                new String[] {"secret/other", "{.data.password}"},
                new String[] {"service/web", "{.spec.ports[*].port}"},
                new String[] {"deployment/web", "{.spec.replicas} of {.spec.template.spec.containers[*].image}"})) {
            String text = site.kubectl("get", object[0], "--ignore-not-found", "--output=jsonpath=" + object[1]);
            if (!text.isEmpty()) {
                objects.put(object[0], text);
            }
        }
        return objects;
    }

    @Test
    void the_history_says_who_brought_what_and_when() {
        Instant before = Instant.now().minusSeconds(1);
        deployer.withOptions(Site.OPTIONS.withActor("anna").withSourceCommit("0a1b2c3d"))
                .apply(first);
        deployer.apply(second);

        List<Revision> history = deployer.history();

        assertThat(history).extracting(Revision::number).containsExactly(2, 1);
        assertThat(history)
                .extracting(Revision::outcome)
                .containsExactly(Revision.Outcome.APPLIED, Revision.Outcome.SUPERSEDED);
        assertThat(history).extracting(Revision::isCurrent).containsExactly(true, false);
        assertThat(history).extracting(Revision::isComplete).containsOnly(true);
        assertThat(history).extracting(Revision::objects).containsExactly(3, 4);
        assertThat(history).extracting(Revision::actor).containsExactly("admin", "anna");
        assertThat(history).extracting(Revision::sourceCommit).containsExactly("", "0a1b2c3d");
        assertThat(history).allMatch(revision -> revision.digest().matches("sha256:[0-9a-f]{64}"));
        assertThat(history).extracting(Revision::digest).doesNotHaveDuplicates();
        assertThat(history)
                .allMatch(revision -> revision.time().isAfter(before)
                        && revision.time().isBefore(Instant.now().plusSeconds(1)));
        assertThat(history.toString()).doesNotContain("geheim");
    }

    @Test
    void a_release_goes_back_to_any_revision_also_to_what_was_pruned_since() {
        deployer.apply(first);
        Map<String, String> atFirst = objects();
        deployer.apply(second);
        Map<String, String> atSecond = objects();
        deployer.apply(ManifestSet.of(Sample.configMap("config", "3")));

        Plan plan = deployer.planRollback(1);
        assertThat(Site.actions(plan))
                .containsExactlyInAnyOrder(
                        "ConfigMap/config UPDATE",
                        "Secret/secret CREATE",
                        "Service/web CREATE",
                        "Deployment/web CREATE");
        assertThat(plan.text() + plan.json()).doesNotContain("geheim", "Z2VoZWlt");
        assertThat(objects()).containsOnlyKeys("configmap/config");
        ChangeSet back = deployer.rollback(1);

        assertThat(back.revision()).isEqualTo(4);
        assertThat(objects()).isEqualTo(atFirst).containsEntry("secret/secret", "Z2VoZWltLTE=");
        assertThat(deployer.apply(first).isEmpty()).isTrue();
        deployer.rollback(2);
        assertThat(objects()).isEqualTo(atSecond);
        assertThat(deployer.rollback(2).isEmpty()).isTrue();
        assertThat(deployer.history()).extracting(Revision::number).containsExactly(5, 4, 3, 2, 1);
        assertThat(deployer.history().get(1).digest())
                .isEqualTo(deployer.history().get(4).digest());
    }

    @Test
    void a_plan_of_going_back_can_be_applied() {
        deployer.apply(first);
        deployer.apply(second);

        deployer.apply(deployer.planRollback(1));

        assertThat(deployer.apply(first).isEmpty()).isTrue();
        assertThat(deployer.status().revision().orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void what_others_changed_is_set_right_without_a_new_revision() {
        deployer.apply(first);
        site.kubectl("delete", "service", "web");

        assertThat(Site.outcomes(deployer.rollback(1))).contains("Service/web CREATED", "ConfigMap/config UNCHANGED");

        assertThat(deployer.history()).extracting(Revision::number).containsExactly(1);
    }

    @Test
    void a_revision_that_does_not_exist_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> deployer.rollback(1))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage("error REVISION_UNKNOWN revision: release `" + site.namespace()
                        + "/shop` has no revision `1`. Apply it first.");
        deployer.apply(first);
        deployer.apply(second);
        assertThatThrownBy(() -> deployer.planRollback(7))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage("error REVISION_UNKNOWN revision: release `" + site.namespace()
                        + "/shop` has no revision `7`. Choose one of `2`, `1`.");
    }

    @Test
    void ten_revisions_are_kept_by_default() {
        for (int i = 1; i <= 12; i++) {
            deployer.apply(ManifestSet.of(Sample.configMap("config", "" + i)));
        }

        assertThat(deployer.history()).extracting(Revision::number).containsExactly(12, 11, 10, 9, 8, 7, 6, 5, 4, 3);
        deployer.rollback(3);
        assertThat(objects()).containsEntry("configmap/config", "{\"key\":\"3\"}");
        assertThat(deployer.history())
                .extracting(Revision::number)
                .startsWith(13)
                .hasSize(10);

        deployer.withOptions(Site.OPTIONS.withRevisionsKept(2)).apply(first);
        assertThat(deployer.history()).extracting(Revision::number).containsExactly(14, 13);
    }

    @Test
    void the_status_says_what_has_drifted() {
        assertThat(deployer.status().phase()).isEqualTo(Phase.ABSENT);
        assertThat(deployer.status().objects()).isEmpty();
        deployer.apply(first);
        assertThat(deployer.status().phase()).isEqualTo(Phase.APPLIED);
        assertThat(deployer.status().objects()).hasSize(first.size()).allMatch(object -> object.drift() == Drift.NONE);

        site.kubectl("scale", "deployment", "web", "--replicas=7");
        site.kubectl("delete", "service", "web");
        site.kubectl("delete", "secret", "secret");
        site.kubectl("create", "secret", "generic", "secret", "--from-literal=password=geheim-9");

        ReleaseStatus status = deployer.status();
        assertThat(status.isHealthy()).isFalse();
        assertThat(status.objects())
                .extracting(object -> object.id().kind() + " " + object.drift())
                .containsExactlyInAnyOrder("ConfigMap NONE", "Secret REMADE", "Service MISSING", "Deployment CHANGED");
        assertThat(site.shown(status.text()).lines())
                .first()
                .asString()
                .matches("NS/shop: drifted \\(1 changed, 1 missing, 1 created anew by others(, 1 in progress)?\\),"
                        + " revision 1 of [0-9TZ:.-]+ by admin");
        assertThat(site.shown(status.text()))
                .contains(
                        "Secret/NS/secret  current [created anew by others]\n",
                        "ConfigMap/NS/config  current\n",
                        "Service/NS/web  not found: there is no such object [missing]\n",
                        "[changed]\n    .spec.replicas was changed by kubectl\n");
        assertThat(status.text() + status.json()).doesNotContain("geheim", "Z2VoZWlt");
    }

    @Test
    void drift_names_the_field_and_who_changed_it_also_what_was_added_to_what_runs() {
        ManifestSet set = site.set(
                """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: config}, data: {a: '1', b: '2'}}
                ---
                """
                        + Sample.web(
                                "{containers: [{name: app, image: 'image:1', env: [{name: A, value: '1'}, {name: B, value: '2'}],"
                                        + " ports: [{containerPort: 8080}]}, {name: '8080', image: 'image:1', env: [{name: C, value: '3'}]}]}"));
        deployer.apply(set);

        site.kubectl("set", "env", "deployment/web", "--containers=app", "EXTRA=1", "A=9");
        site.kubectl("set", "env", "deployment/web", "B-");
        site.kubectl("set", "env", "deployment/web", "--containers=8080", "C-");
        site.kubectl("patch", "configmap", "config", "--patch", "data: {a: '9', c: '3'}");
        site.kubectl("label", "configmap", "config", "team=payments");
        ReleaseStatus status = deployer.status();

        assertThat(fields(status, "Deployment"))
                .containsExactly(
                        ".spec.template.spec.containers[name=\"app\"].env[name=\"A\"].value was changed by kubectl-set",
                        ".spec.template.spec.containers[name=\"app\"].env[name=\"B\"] was removed (the server does not record by whom)",
                        ".spec.template.spec.containers[name=\"8080\"].env was removed (the server does not record by whom)",
                        ".spec.template.spec.containers[name=\"app\"].env[name=\"EXTRA\"] was added by kubectl-set");
        assertThat(fields(status, "ConfigMap")).containsExactly(".data.a was changed by kubectl-patch");
        assertThat(status.json()).contains("""
                "driftedFields":[{"field":".data.a","manager":"kubectl-patch","change":"CHANGED"}]""");
        assertThat(status.isHealthy()).isFalse();
        assertThat(status.text()).contains("shop: drifted (2 changed");

        deployer.withOptions(Site.OPTIONS.withForcedManagers("kubectl-set", "kubectl-patch"))
                .apply(set);
        status = deployer.status();

        // What is only added stays, and is shown as long as it does.
        assertThat(fields(status, "Deployment"))
                .containsExactly(
                        ".spec.template.spec.containers[name=\"app\"].env[name=\"EXTRA\"] was added by kubectl-set");
        assertThat(status.text()).contains("shop: drifted (1 added to");
        assertThat(fields(status, "ConfigMap")).isEmpty();
        deployer.withOptions(Site.OPTIONS.withTakenOver(TakeOver.manager("kubectl-set")))
                .apply(set);
        assertThat(fields(deployer.status(), "Deployment")).isEmpty();
    }

    private static List<String> fields(ReleaseStatus status, String kind) {
        return status.objects().stream()
                .filter(object -> object.id().kind().equals(kind))
                .flatMap(object -> object.driftedFields().stream())
                .map(DriftedField::toString)
                .toList();
    }

    @Test
    void a_container_added_by_hand_is_named_and_labels_and_annotations_are_not() {
        ManifestSet set = site.set(Sample.web("{containers: [{name: app, image: 'image:1'}]}"));
        deployer.apply(set);

        site.kubectl("patch", "deployment", "web", "--patch", """
                spec:
                  template:
                    metadata: {annotations: {a: b}}
                    spec: {containers: [{name: proxy, image: 'image:2'}, {name: app, command: [sh]}]}
                """);

        assertThat(fields(deployer.status(), "Deployment"))
                .containsExactly(
                        ".spec.template.spec.containers[name=\"app\"].command was added by kubectl-patch",
                        ".spec.template.spec.containers[name=\"proxy\"] was added by kubectl-patch");
    }

    @Test
    void a_run_that_did_not_end_is_seen_in_the_status() {
        deployer.apply(first);
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            // The Deployment comes after the configuration.
            proxy.when(request -> request.isWrite() && request.path().endsWith("/deployments/web"))
                    .answer(403, "application/json", """
                            {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "Forbidden",
                             "message": "no roll-outs on Fridays", "code": 403}""");
            assertThatThrownBy(() -> site.deployer("shop", proxy.client()).apply(second))
                    .isInstanceOf(DeployException.Refused.class)
                    .hasMessageContaining("no roll-outs on Fridays")
                    .hasMessageEndingWith("Done: `Secret/" + site.namespace() + "/other` created, `ConfigMap/"
                            + site.namespace() + "/config` updated. Not done: 3 of 5 objects. The next run goes on.");
        }

        ReleaseStatus status = deployer.status();
        assertThat(status.phase()).isEqualTo(Phase.FAILED);
        assertThat(status.revision().orElseThrow().number()).isEqualTo(2);
        assertThat(deployer.history())
                .extracting(Revision::outcome)
                .containsExactly(Revision.Outcome.FAILED, Revision.Outcome.SUPERSEDED);
        assertThat(status.objects())
                .extracting(object -> object.id().kind() + "/" + object.id().name())
                .contains("Secret/secret", "Secret/other", "Service/web");
        assertThat(status.isHealthy()).isFalse();
        // What the run itself has changed, or was going to, was changed by nobody else.
        assertThat(status.objects()).noneMatch(object -> object.drift() == Drift.CHANGED);
        assertThat(site.shown(status.text()))
                .startsWith("NS/shop: failed (1 not fully applied")
                .contains("ConfigMap/NS/config  current\n")
                .containsPattern("Deployment/NS/web .*\\[not fully applied]\n");

        deployer.rollback(1);
        assertThat(deployer.history())
                .extracting(Revision::outcome)
                .containsExactly(Revision.Outcome.APPLIED, Revision.Outcome.FAILED, Revision.Outcome.SUPERSEDED);
        assertThat(deployer.status().phase()).isEqualTo(Phase.APPLIED);
        assertThat(objects()).doesNotContainKey("secret/other");
        assertThat(deployer.apply(first).isEmpty()).isTrue();
    }

    @Test
    void an_inventory_that_was_deleted_is_missed_and_written_again() {
        deployer.apply(first);
        deployer.apply(second);
        site.kubectl("delete", "configmap", "webank-deploy.shop");
        // As if the last run had ended a while ago.
        site.kubectl("delete", "lease", "webank-deploy.shop");

        assertThat(site.shown(deployer.status().text())).startsWith("NS/shop: inventory missing, revision 2 of ");
        assertThat(deployer.history())
                .extracting(Revision::outcome)
                .containsExactly(Revision.Outcome.UNKNOWN, Revision.Outcome.UNKNOWN);
        Plan plan = deployer.plan(second);
        assertThat(plan.problems())
                .extracting(problem -> site.shown(problem.toString()).replaceAll("applyset-[^`]+", "ID"))
                .containsExactly(
                        "warning INVENTORY_MISSING NS/shop: objects bear the label of this release, but its inventory is"
                                + " missing: somebody deleted it, or deleted the release and kept these objects. What the release"
                                + " had and the set does not is left alone. Look for the label"
                                + " `applyset.kubernetes.io/part-of=ID` on objects that nobody needs.");
        assertThat(deployer.apply(second).revision()).isEqualTo(3);

        assertThat(deployer.status().phase()).isEqualTo(Phase.APPLIED);
        assertThat(deployer.history())
                .extracting(Revision::outcome)
                .containsExactly(Revision.Outcome.APPLIED, Revision.Outcome.UNKNOWN, Revision.Outcome.UNKNOWN);
        assertThat(deployer.plan(second).problems()).isEmpty();
        assertThat(deployer.apply(second).isEmpty()).isTrue();
    }

    @Test
    void without_its_inventory_a_release_is_deleted_but_for_its_objects() {
        deployer.apply(first);
        site.kubectl("delete", "configmap/webank-deploy.shop", "lease/webank-deploy.shop");

        assertThat(deployer.delete().warnings())
                .extracting(warning -> site.shown(warning).replaceAll("applyset-[^`]+", "ID"))
                .containsExactly(
                        "The inventory of the release `NS/shop` is missing, so only its revisions were deleted."
                                + " Objects that it had bear the label `applyset.kubernetes.io/part-of=ID`: delete them by hand,"
                                + " or apply the release again and delete it then.");
        assertThat(objects()).containsKey("deployment/web");
        assertThat(deployer.status().phase()).isEqualTo(Phase.ABSENT);
        deployer.apply(first);
        assertThat(deployer.delete().warnings()).isEmpty();
        assertThat(objects()).isEmpty();
    }
}
