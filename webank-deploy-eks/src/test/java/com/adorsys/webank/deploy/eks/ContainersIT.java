package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Namespaces and definitions are not deleted as long as the plan says of an object in them that it stays. */
class ContainersIT {
    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "containers");
    private final String group = site.namespace() + ".example.com";
    private final ManifestSet rest =
            site.set("{apiVersion: v1, kind: ConfigMap, metadata: {name: rest}, data: {a: '1'}}");
    private final ManifestSet namespace = site.set("{apiVersion: v1, kind: Namespace, metadata: {name: NS-in}}");
    private final ManifestSet inIt =
            site.set("{apiVersion: v1, kind: ConfigMap, metadata: {name: it, namespace: NS-in}, data: {a: '1'}}");
    private final ManifestSet claim = site.set("""
            {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: claim, namespace: NS-in},
             spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
            """);

    private Deployer deleting(String... objects) {
        List<ObjectRef> deleted = Stream.of(objects)
                .map(object -> ObjectRef.parse(object.replace("NS", site.namespace())))
                .toList();
        return site.deployer().withOptions(Site.OPTIONS.withDataDeleted(deleted));
    }

    private String action(Plan plan, String kind) {
        PlannedChange change = plan.changes().stream()
                .filter(candidate -> candidate.id().kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return site.shown(change.action() + " " + change.notes());
    }

    @Test
    void a_namespace_stays_with_a_claim_that_stays() {
        site.deployer().apply(rest.plus(namespace).plus(inIt).plus(claim));

        Plan plan = deleting("Namespace/NS-in").plan(rest);

        assertThat(action(plan, "PersistentVolumeClaim"))
                .isEqualTo("KEEP [data would go with it; let it be deleted with `--delete-data"
                        + " PersistentVolumeClaim/NS-in/claim`]");
        assertThat(action(plan, "Namespace"))
                .isEqualTo("KEEP [`PersistentVolumeClaim/NS-in/claim`, which stays, would go with it]");
        assertThat(Site.outcomes(deleting("Namespace/NS-in").apply(plan)))
                .containsExactly(
                        "Namespace/" + site.namespace() + "-in KEPT",
                        "ConfigMap/rest UNCHANGED",
                        "ConfigMap/it DELETED",
                        "PersistentVolumeClaim/claim KEPT");
        assertThat(action(deleting("Namespace/NS-in").planDelete(), "Namespace"))
                .startsWith("KEEP [`Persistent");
        assertThat(action(
                        deleting("Namespace/NS-in", "PersistentVolumeClaim/NS-in/claim")
                                .plan(rest),
                        "Namespace"))
                .isEqualTo("DELETE []");
    }

    @Test
    void a_namespace_stays_with_an_object_that_is_desired() {
        site.deployer().apply(rest.plus(namespace).plus(inIt));

        Plan plan = deleting("Namespace/NS-in").plan(rest.plus(inIt));

        assertThat(action(plan, "Namespace")).isEqualTo("KEEP [`ConfigMap/NS-in/it`, which stays, would go with it]");
        deleting("Namespace/NS-in").apply(plan);
        assertThat(site.live("namespace", site.namespace() + "-in", "status", "phase"))
                .contains("\"Active\"");
    }

    private ManifestSet definition() {
        return site.set("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: things.GROUP}
                spec:
                  group: GROUP
                  scope: Namespaced
                  names: {kind: Thing, plural: things}
                  versions:
                  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
                """.replace("GROUP", group));
    }

    @Test
    void a_definition_stays_with_an_object_of_its_kind_that_stays() {
        ManifestSet definition = definition();
        ManifestSet thing = site.set("""
                {apiVersion: GROUP/v1, kind: Thing,
                 metadata: {name: it, annotations: {deploy.webank.adorsys.com/prune: keep}}}
                """.replace("GROUP", group));
        site.deployer().apply(rest.plus(definition).plus(thing));
        String name = "CustomResourceDefinition/things." + group;

        Plan plan = deleting(name).plan(rest);

        assertThat(action(plan, "Thing")).isEqualTo("KEEP [its annotation deploy.webank.adorsys.com/prune says keep]");
        assertThat(action(plan, "CustomResourceDefinition"))
                .isEqualTo("KEEP [`Thing/NS/it`, which stays, would go with it]");
        deleting(name).apply(plan);
        assertThat(site.kubectl("get", "things." + group, "--output=name")).contains("/it");
    }

    @Test
    void a_definition_without_any_object_of_its_kind_is_not_data() {
        ManifestSet definition = definition();
        ManifestSet thing =
                site.set("{apiVersion: GROUP/v1, kind: Thing, metadata: {name: it}}".replace("GROUP", group));
        site.deployer().apply(rest.plus(definition).plus(thing));
        String name = "CustomResourceDefinition/things." + group;
        site.kubectlWith(
                "{apiVersion: GROUP/v1, kind: Thing, metadata: {name: of-another}}".replace("GROUP", group),
                "create",
                "--filename=-");

        ChangeSet first = site.deployer().apply(rest);
        assertThat(Site.outcomes(first)).contains("Thing/it DELETED", name + " KEPT");
        assertThat(first.text())
                .contains(name + " kept; `kubectl delete customresourcedefinition.apiextensions.k8s.io things." + group
                        + "` removes it\n");

        site.kubectl("delete", "things." + group, "of-another");
        Plan plan = site.deployer().plan(rest);
        assertThat(action(plan, "CustomResourceDefinition")).startsWith("DELETE");
        assertThat(Site.outcomes(site.deployer().apply(plan))).contains(name + " DELETED");
    }
}
