package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Phase;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The end of a release. */
class DeleteIT {
    private static final String DATA = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, finalizers: []}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              serviceName: db
              persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete, whenScaled: Retain}
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: db, image: "image:1"}]}
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """;

    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "delete");
    private final Deployer deployer = site.deployer();
    private final ManifestSet set = ManifestSet.of(
                    Sample.configMap("config", "1"),
                    Sample.secret("secret", "geheim"),
                    Sample.service("web"),
                    Sample.deployment("web", 1, "image:1"))
            .plus(site.set("""
                    apiVersion: v1
                    kind: ServiceAccount
                    metadata: {name: web}
                    ---
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: Role
                    metadata: {name: web}
                    rules: []
                    ---
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: RoleBinding
                    metadata: {name: web}
                    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
                    subjects: [{kind: ServiceAccount, name: web}]
                    """));

    private List<String> records() {
        return List.of(site.kubectl("get", "configmaps,secrets,leases", "--output=name")
                        .split("\n"))
                .stream()
                .filter(name -> name.contains("webank-deploy."))
                .toList();
    }

    @Test
    void objects_go_in_reverse_order_and_the_records_last() {
        deployer.apply(set);
        deployer.apply(set.with(Sample.configMap("more", "1")));
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            Deployer counted = site.deployer("shop", proxy.client());
            Plan plan = counted.planDelete();
            assertThat(plan.changes()).hasSize(8).allMatch(change -> change.action() == Action.DELETE);
            assertThat(plan.changeClass()).isEqualTo(ChangeClass.DELETION);
            assertThat(plan.text()).contains("- ConfigMap/" + site.namespace() + "/config  delete (deletion)\n");
            assertThat(proxy.requests()).isNotEmpty().noneMatch(ProxyRequest::isWrite);

            assertThat(counted.delete().objects())
                    .hasSize(8)
                    .allMatch(object -> object.outcome() == ChangeSet.Outcome.DELETED);

            List<String> deleted = proxy.requests().stream()
                    .filter(request -> request.method().equals("DELETE"))
                    .map(request -> site.shown(request.path()).replaceAll(".*/namespaces/NS/", ""))
                    .toList();
            assertThat(deleted.subList(0, 2)).containsExactlyInAnyOrder("services/web", "deployments/web");
            assertThat(deleted.subList(2, 3)).containsExactly("rolebindings/web");
            assertThat(deleted.subList(3, 8))
                    .containsExactlyInAnyOrder(
                            "configmaps/config",
                            "configmaps/more",
                            "secrets/secret",
                            "serviceaccounts/web",
                            "roles/web");
            assertThat(deleted.subList(8, deleted.size())).allMatch(path -> path.contains("/webank-deploy.shop"));
            assertThat(deleted).endsWith("configmaps/webank-deploy.shop", "leases/webank-deploy.shop");
        }
        assertThat(records()).isEmpty();
        assertThat(deployer.status().phase()).isEqualTo(Phase.ABSENT);
        assertThat(deployer.history()).isEmpty();
        assertThat(deployer.delete().objects()).isEmpty();
        assertThat(site.shown(deployer.delete().text())).isEqualTo("NS/shop: nothing there.\n");
    }

    @Test
    void data_is_kept_unless_it_is_named() {
        ManifestSet data = site.set(DATA);
        deployer.apply(data.with(Sample.configMap("config", "1")));

        Plan plan = deployer.planDelete();
        assertThat(Site.of(plan, "StatefulSet", "db").notes())
                .containsExactly("data would go with it; let it be deleted with `--delete-data StatefulSet/"
                        + site.namespace() + "/db`");
        assertThat(Site.outcomes(deployer.delete()))
                .containsExactlyInAnyOrder(
                        "PersistentVolumeClaim/data KEPT", "ConfigMap/config DELETED", "StatefulSet/db KEPT");
        assertThat(records()).isEmpty();

        // The release of the same name has its data back.
        deployer.apply(data);
        Deployer daring = deployer.withOptions(Site.OPTIONS
                .withTimeout(Duration.ofSeconds(10))
                .withDataDeleted(
                        ObjectRef.parse("StatefulSet/" + site.namespace() + "/db"),
                        ObjectRef.parse("PersistentVolumeClaim/" + site.namespace() + "/data")));
        assertThat(daring.planDelete().changeClass()).isEqualTo(ChangeClass.DATA_LOSS);
        // No controller takes the protection away here.
        site.kubectl("patch", "pvc", "data", "--type=merge", "--patch={\"metadata\": {\"finalizers\": null}}");
        assertThat(Site.outcomes(daring.delete()))
                .containsExactlyInAnyOrder("PersistentVolumeClaim/data DELETED", "StatefulSet/db DELETED");
        assertThat(site.has("pvc", "data")).isFalse();
    }

    @Test
    void a_stateful_set_whose_claims_stay_is_deleted() {
        ManifestSet data = site.set(DATA.replace("whenDeleted: Delete", "whenDeleted: Retain"));
        ManifestSet rest = ManifestSet.of(Sample.configMap("config", "1"));
        deployer.apply(data.plus(rest));

        assertThat(Site.outcomes(deployer.apply(rest)))
                .containsExactlyInAnyOrder(
                        "PersistentVolumeClaim/data KEPT", "ConfigMap/config UNCHANGED", "StatefulSet/db DELETED");
    }

    @Test
    void data_is_not_pruned_unless_it_is_named() {
        ManifestSet data = site.set(DATA);
        ManifestSet rest = ManifestSet.of(Sample.configMap("config", "1"));
        deployer.apply(data.plus(rest));

        assertThat(Site.outcomes(deployer.apply(rest)))
                .containsExactlyInAnyOrder(
                        "PersistentVolumeClaim/data KEPT", "ConfigMap/config UNCHANGED", "StatefulSet/db KEPT");
        assertThat(deployer.apply(rest).isEmpty()).isTrue();
        assertThat(Site.outcomes(deployer.withOptions(Site.OPTIONS.withDataDeleted(
                                ObjectRef.parse("StatefulSet/" + site.namespace() + "/db")))
                        .apply(rest)))
                .containsExactlyInAnyOrder(
                        "PersistentVolumeClaim/data KEPT", "ConfigMap/config UNCHANGED", "StatefulSet/db DELETED");
    }

    @Test
    void without_records_nothing_is_deleted() {
        deployer.apply(set);
        site.kubectl("delete", "configmap", "webank-deploy.shop");

        assertThat(deployer.delete().objects()).isEmpty();
        deployer.apply(ManifestSet.of(Sample.configMap("config", "1")));

        assertThat(site.has("deployment", "web")).isTrue();
        assertThat(site.has("secret", "secret")).isTrue();
        // What bears the release's label is the release's again as soon as it is desired.
        deployer.apply(set);
        assertThat(deployer.apply(set).isEmpty()).isTrue();
        deployer.delete();
        assertThat(site.has("deployment", "web")).isFalse();
    }

    @Test
    void a_deletion_that_hangs_says_at_what_and_the_next_run_goes_on() {
        deployer.apply(set);
        site.kubectl("patch", "secret", "secret", "--type=merge", "--patch", """
                {"metadata": {"finalizers": ["example.com/never"]}}""");

        assertThatThrownBy(() -> deployer.withOptions(Site.OPTIONS.withTimeout(Duration.ofSeconds(4)))
                        .delete())
                .isInstanceOf(DeployException.TimedOut.class)
                .extracting(e -> site.shown(e.getMessage()))
                .asString()
                .startsWith("Deleted, and not gone yet: `Secret/NS/secret` (terminating: ")
                .contains("example.com/never")
                .endsWith("The next run goes on.");
        assertThat(deployer.status().phase()).isEqualTo(Phase.DELETING);
        assertThatThrownBy(() -> deployer.apply(set))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageContaining("OBJECT_TERMINATING Secret/" + site.namespace() + "/secret");

        site.kubectl("patch", "secret", "secret", "--type=merge", "--patch", """
                {"metadata": {"finalizers": null}}""");
        deployer.apply(set);
        assertThat(deployer.status().phase()).isEqualTo(Phase.APPLIED);
        assertThat(deployer.apply(set).isEmpty()).isTrue();
        deployer.delete();
        assertThat(records()).isEmpty();
    }
}
