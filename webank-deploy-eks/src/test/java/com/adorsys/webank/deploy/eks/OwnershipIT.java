package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Phase;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose an object is decides what a run may do with it. */
class OwnershipIT {
    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "owner");
    private final ManifestSet rest = site.set(configMap("rest", "1"));
    private final ManifestSet both = rest.plus(site.set(configMap("it", "ours")));

    private static String configMap(String name, String value) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + "}, data: {key: '" + value + "'}}";
    }

    private Deployer adopting(String release) {
        return site.deployer(release)
                .withOptions(Site.OPTIONS.withAdopted(ObjectRef.parse("ConfigMap/" + site.namespace() + "/it")));
    }

    private void edit(String... arguments) {
        site.kubectl(arguments);
    }

    @Test
    void an_object_of_nobody_is_refused_unless_it_is_adopted_by_name() {
        edit("create", "configmap", "it", "--from-literal=other=theirs", "--field-manager=somebody");

        assertThatThrownBy(() -> site.deployer().apply(both))
                .isInstanceOf(DeployException.Conflict.class)
                .extracting(e -> site.shown(e.getMessage()))
                .isEqualTo(
                        "Nothing was written.\nerror OBJECT_FOREIGN ConfigMap/NS/it: it is not this release's: it is there"
                                + " already, and belongs to no release. Adopt it by name (`--adopt ConfigMap/NS/it`), or give"
                                + " yours another name.");
        assertThat(site.has("configmap", "rest")).isFalse();
        assertThat(site.live("configmap", "it", "data")).contains("{\"other\":\"theirs\"}");

        Plan plan = adopting("shop").plan(both);
        assertThat(Site.actions(plan)).containsExactlyInAnyOrder("ConfigMap/it ADOPT", "ConfigMap/rest CREATE");
        assertThat(Site.outcomes(adopting("shop").apply(plan)))
                .containsExactlyInAnyOrder("ConfigMap/it ADOPTED", "ConfigMap/rest CREATED");
        // What others hold in it is theirs still.
        assertThat(site.live("configmap", "it", "data")).contains("{\"key\":\"ours\",\"other\":\"theirs\"}");
        assertThat(site.deployer().plan(both).isEmpty()).isTrue();
    }

    /** As the output of {@code kubectl get all,configmaps,serviceaccounts --output yaml} has them. */
    @Test
    void objects_that_the_cluster_made_are_to_be_left_out_of_the_manifests() {
        String pod = """
                {apiVersion: v1, kind: Pod, metadata: {name: it-0, ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet,
                 name: it, uid: 6c1f0b7e-0000-4000-8000-000000000000, controller: true}]},
                 spec: {containers: [{name: app, image: "image:1"}]}}
                """;
        String root = "{apiVersion: v1, kind: ConfigMap, metadata: {name: root.crt}, data: {a: '1'}}\n";
        site.kubectlWith(pod, "create", "--filename", "-");
        site.kubectlWith(root, "create", "--field-manager=kube-controller-manager", "--filename", "-");

        assertThat(site.deployer()
                        .plan(site.set(pod + "---\n" + root
                                + "---\n{apiVersion: v1, kind: ServiceAccount, metadata: {name: default}}"))
                        .problems())
                .extracting(problem -> site.shown(problem.toString()))
                .containsExactlyInAnyOrder(
                        "error OBJECT_FOREIGN Pod/NS/it-0: it is not this release's: it was made by `StatefulSet/it`. Leave"
                                + " it out of the manifests, or adopt it by name (`--adopt Pod/NS/it-0`).",
                        "error OBJECT_FOREIGN ConfigMap/NS/root.crt: it is not this release's: it was made by the cluster"
                                + " (`kube-controller-manager`). Leave it out of the manifests, or adopt it by name"
                                + " (`--adopt ConfigMap/NS/root.crt`).",
                        "error OBJECT_FOREIGN ServiceAccount/NS/default: it is not this release's: the cluster makes it in"
                                + " each namespace. Leave it out of the manifests, or adopt it by name"
                                + " (`--adopt ServiceAccount/NS/default`).");
    }

    /** What {@code kubectl get --output yaml} shows is no part of the release if it is no part of what people write. */
    @Test
    void what_the_cluster_counts_and_kubectl_keeps_is_not_applied() {
        String made = """
                {apiVersion: apps/v1, kind: DaemonSet, metadata: {name: it, generation: 7, annotations: {theirs: x,
                 deprecated.daemonset.template.generation: "7", kubectl.kubernetes.io/last-applied-configuration: "{}"}},
                 spec: {selector: {matchLabels: {app: it}}, template: {metadata: {labels: {app: it}},
                 spec: {containers: [{name: app, image: "image:1"}]}}}}
                ---
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: it, uid: 6c1f0b7e-0000-4000-8000-000000000000,
                 resourceVersion: "1", annotations: {deployment.kubernetes.io/revision: "7"}}, status: {replicas: 7},
                 spec: {selector: {matchLabels: {app: it}}, template: {metadata: {labels: {app: it}},
                 spec: {containers: [{name: app, image: "image:1"}]}}}}
                """;
        site.deployer().apply(site.set(made));
        site.kubectl("annotate", "deployment", "it", "deployment.kubernetes.io/revision=8");
        String changed = made.replace("image:1", "image:2");
        site.deployer().apply(site.set(changed));

        assertThat(site.live("daemonset", "it", "metadata", "annotations"))
                .contains("{\"deprecated.daemonset.template.generation\":\"2\",\"theirs\":\"x\"}");
        assertThat(site.live("deployment", "it", "metadata", "annotations"))
                .contains("{\"deployment.kubernetes.io/revision\":\"8\"}");
        assertThat(site.deployer().plan(site.set(changed)).isEmpty()).isTrue();
    }

    /** Whoever made them, by updates or by applying; each field that the set has, another value or a default, and one that it has not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "apply",
                "create",
                "apply --server-side",
                "create --field-manager=foo",
                "apply --server-side --field-manager=foo"
            })
    void objects_that_others_made_are_unchanged_after_one_run(String how) {
        String made = """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {theirs: x}}, data: {a: "1", theirs: x}}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: web}, stringData: {a: "1"}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: web}, ports: [{port: 80}]}}
                ---
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}},
                 template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app, image: "image:1", tty: true}]}}}}
                """;
        site.kubectlWith(made, (how + " --filename -").split(" "));
        ManifestSet set = site.set(made.replace(", labels: {theirs: x}", "")
                .replace(", theirs: x", "")
                .replace("image:1\", tty: true", "image:2\""));
        TakeOver from = how.contains("foo") ? TakeOver.manager("foo") : TakeOver.kubectl();

        Plan plan =
                site.deployer().withOptions(Site.OPTIONS.withTakenOver(from)).plan(set);
        assertThat(plan.changes()).extracting(PlannedChange::action).containsOnly(Action.ADOPT);
        site.deployer().withOptions(Site.OPTIONS.withTakenOver(from)).apply(plan);

        assertThat(site.deployer().plan(set).isEmpty()).isTrue();
        assertThat(site.deployer().apply(set).isEmpty()).isTrue();
        assertThat(site.live("configmap", "web", "data")).contains("{\"a\":\"1\"}");
    }

    @Test
    void an_object_that_kubectl_created_is_refused_and_taken_over_from_kubectl() {
        edit("create", "configmap", "it", "--from-literal=key=theirs", "--from-literal=other=theirs");

        assertThatThrownBy(() -> site.deployer().apply(both))
                .isInstanceOf(DeployException.Conflict.class)
                .extracting(e -> site.shown(e.getMessage()))
                .isEqualTo(
                        "Nothing was written.\nerror OBJECT_FOREIGN ConfigMap/NS/it: it is not this release's: it was made"
                                + " by `kubectl create`. Take over what kubectl made (`--take-over kubectl`), or adopt it by name"
                                + " (`--adopt ConfigMap/NS/it`).");
        site.deployer()
                .withOptions(Site.OPTIONS.withTakenOver(TakeOver.kubectl()))
                .apply(both);
        assertThat(site.live("configmap", "it", "data")).contains("{\"key\":\"ours\"}");
        assertThat(site.deployer().plan(both).isEmpty()).isTrue();
    }

    /** Of none of them kubectl holds a field that the set has; the ServiceAccount has no managed fields at all. */
    @Test
    void what_kubectl_created_without_content_is_taken_over_from_kubectl() {
        edit("create", "serviceaccount", "web");
        edit("create", "configmap", "it", "--from-literal=other=theirs");
        ManifestSet set = site.set(("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}\n---\n"
                        + "{apiVersion: v1, kind: ServiceAccount, metadata: {name: web}}\n---\n%s")
                .formatted(madeNamespace(), configMap("it", "ours")));
        Deployer taking = site.deployer().withOptions(Site.OPTIONS.withTakenOver(TakeOver.kubectl()));

        assertThatThrownBy(() -> site.deployer().apply(set))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageContaining("it was made by `kubectl create`; the same holds for `ConfigMap/"
                        + site.namespace() + "/it`. Take over what kubectl made")
                .hasMessageContaining(
                        "it is there already, and nothing tells who made it. If kubectl did, take over what"
                                + " kubectl made (`--take-over kubectl`), or adopt it by name");
        Plan plan = taking.plan(set);
        assertThat(plan.changes()).extracting(PlannedChange::action).containsOnly(Action.ADOPT);
        assertThat(plan.problems()).isEmpty();
        taking.apply(plan);

        assertThat(site.live("configmap", "it", "data")).contains("{\"key\":\"ours\"}");
        assertThat(site.deployer().plan(set).isEmpty()).isTrue();
        assertThat(site.deployer().apply(set).isEmpty()).isTrue();
    }

    private String madeNamespace() {
        String name = site.namespace() + "-made";
        edit("create", "namespace", name);
        return name;
    }

    @Test
    void an_object_of_another_release_is_refused_and_once_adopted_no_longer_the_others() {
        site.deployer("first").apply(both);
        ManifestSet wanted = site.set(configMap("it", "ours"));

        assertThatThrownBy(() -> site.deployer("second").apply(wanted))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageContaining(
                        "it is not this release's: it belongs to the release `" + site.namespace() + "/first`")
                .hasMessageContaining("Adopt it by name (`--adopt ConfigMap/" + site.namespace() + "/it`)");
        adopting("second").apply(wanted);

        assertThatThrownBy(() -> site.deployer("first").apply(both))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageContaining("it is not this release's");
        site.deployer("first").apply(rest);
        assertThat(site.has("configmap", "it")).isTrue();
        assertThat(site.deployer("first").status().isHealthy()).isTrue();
        site.deployer("first").delete();
        assertThat(site.has("configmap", "it")).isTrue();
        assertThat(site.has("configmap", "rest")).isFalse();
        assertThat(site.deployer("second").plan(wanted).isEmpty()).isTrue();
    }

    @Test
    void a_release_in_another_namespace_is_named() {
        Site elsewhere = Site.in(cluster, "elsewhere");
        String shared = "{apiVersion: v1, kind: ConfigMap, metadata: {name: it, namespace: " + site.namespace()
                + "}, data: {key: ours}}";
        elsewhere.deployer("other").apply(elsewhere.set(shared));

        assertThat(site.deployer().plan(site.set(shared)).problems())
                .singleElement()
                .asString()
                .contains("it belongs to the release `" + elsewhere.namespace() + "/other`.");
    }

    @Test
    void what_somebody_made_anew_is_not_pruned_and_is_forgotten() {
        site.deployer().apply(both);
        edit("delete", "configmap", "it");
        edit("create", "configmap", "it", "--from-literal=key=theirs");
        assertThat(site.deployer().status().isHealthy()).isFalse();

        Plan plan = site.deployer().plan(rest);
        assertThat(Site.of(plan, "ConfigMap", "it").action()).isEqualTo(Action.KEEP);
        assertThat(Site.of(plan, "ConfigMap", "it").notes())
                .containsExactly("it does not bear the release's label, so it is not the release's any more");
        site.deployer().apply(plan);

        assertThat(site.live("configmap", "it", "data")).contains("{\"key\":\"theirs\"}");
        assertThat(Site.actions(site.deployer().plan(rest))).containsExactly("ConfigMap/rest UNCHANGED");
        assertThat(site.deployer().status().isHealthy()).isTrue();
        site.deployer().delete();
        assertThat(site.has("configmap", "it")).isTrue();
    }

    @Test
    void what_somebody_made_anew_is_not_deleted_with_the_release() {
        site.deployer().apply(both);
        edit("delete", "configmap", "it");
        edit("create", "configmap", "it", "--from-literal=key=theirs");

        ChangeSet changes = site.deployer().delete();

        assertThat(Site.outcomes(changes)).containsExactlyInAnyOrder("ConfigMap/it KEPT", "ConfigMap/rest DELETED");
        assertThat(site.live("configmap", "it", "data")).contains("{\"key\":\"theirs\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy.webank.adorsys.com/prune=keep",
                "helm.sh/resource-policy=keep",
                "argocd.argoproj.io/sync-options=Validate=false,Prune=false"
            })
    void what_is_to_be_kept_is_neither_pruned_nor_deleted(String annotation) {
        site.deployer().apply(both);
        edit("annotate", "configmap", "it", annotation);
        String key = annotation.substring(0, annotation.indexOf('='));

        Plan plan = site.deployer().plan(rest);
        assertThat(Site.of(plan, "ConfigMap", "it").action()).isEqualTo(Action.KEEP);
        assertThat(Site.of(plan, "ConfigMap", "it").notes())
                .singleElement()
                .asString()
                .startsWith("its annotation " + key + " says ");
        assertThat(Site.outcomes(site.deployer().apply(rest)))
                .containsExactlyInAnyOrder("ConfigMap/it KEPT", "ConfigMap/rest UNCHANGED");
        assertThat(site.deployer().apply(rest).isEmpty()).isTrue();
        assertThat(Site.outcomes(site.deployer().delete()))
                .containsExactlyInAnyOrder("ConfigMap/it KEPT", "ConfigMap/rest DELETED");
        assertThat(site.has("configmap", "it")).isTrue();
        assertThat(site.deployer().status().phase()).isEqualTo(Phase.ABSENT);
    }

    @Test
    void what_is_kept_goes_once_nobody_asks_for_it() {
        site.deployer().apply(both);
        edit("annotate", "configmap", "it", "deploy.webank.adorsys.com/prune=keep");
        site.deployer().apply(rest);
        edit("annotate", "configmap", "it", "deploy.webank.adorsys.com/prune-");

        assertThat(Site.outcomes(site.deployer().apply(rest)))
                .containsExactlyInAnyOrder("ConfigMap/it DELETED", "ConfigMap/rest UNCHANGED");
        assertThat(site.has("configmap", "it")).isFalse();
    }

    @Test
    void nothing_is_pruned_where_that_is_asked_for() {
        site.deployer().apply(both);
        Deployer keeping = site.deployer().withOptions(Site.OPTIONS.withPruning(DeployOptions.Pruning.KEEP));

        assertThat(Site.outcomes(keeping.apply(rest)))
                .containsExactlyInAnyOrder("ConfigMap/it KEPT", "ConfigMap/rest UNCHANGED");
        assertThat(site.has("configmap", "it")).isTrue();
        assertThat(Site.outcomes(site.deployer().apply(rest)))
                .containsExactlyInAnyOrder("ConfigMap/it DELETED", "ConfigMap/rest UNCHANGED");
    }
}
