package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Phase;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sets that bring namespaces and kinds, and objects in them. */
class DefinitionsIT {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: PLURAL.NS.example.com}
            spec:
              group: NS.example.com
              scope: Namespaced
              names: {plural: PLURAL, kind: KIND, listKind: KINDList}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec: {type: object, properties: {size: {type: integer, maximum: 10}, mode: {type: string, default: slow}}}
            """;
    private static final String DEFINITIONS =
            DEFINITION.replace("PLURAL", "things").replace("KIND", "Thing");
    private static final String NAMESPACE = "{apiVersion: v1, kind: Namespace, metadata: {name: NS-inner}}\n";
    private static final String CONTENT = """
            {apiVersion: NS.example.com/v1, kind: Thing, metadata: {name: one, namespace: NS-inner}, spec: {size: 1}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: config, namespace: NS-inner}, data: {key: '1'}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: here}, data: {key: '1'}}
            """;

    private final TestCluster cluster = TestCluster.sharedWithControllers();
    private final Site site = Site.in(cluster, "define");
    private final Deployer deployer = site.deployer();
    private final ManifestSet rest =
            site.set("{apiVersion: v1, kind: ConfigMap, metadata: {name: here}, data: {key: '1'}}");
    private final ManifestSet all = site.set(DEFINITIONS + "---\n" + NAMESPACE + "---\n" + CONTENT);

    private boolean hasInner(String kind, String name) {
        String found = site.kubectl(
                "get", kind, name, "--namespace=" + site.namespace() + "-inner", "--ignore-not-found", "--output=name");
        return !found.isBlank();
    }

    private boolean hasDefinition() {
        return site.has("crd", "things." + site.namespace() + ".example.com");
    }

    private boolean hasThing() {
        return site.hasAt("/apis/NS.example.com/v1/namespaces/NS-inner/things/one");
    }

    private DeployOptions losingData() {
        return Site.OPTIONS.withDataDeleted(
                ObjectRef.parse("Namespace/" + site.namespace() + "-inner"),
                ObjectRef.parse("CustomResourceDefinition/things." + site.namespace() + ".example.com"));
    }

    @Test
    void namespaces_and_kinds_come_with_what_lives_in_them() {
        Plan plan = deployer.plan(all);
        assertThat(plan.problems()).isEmpty();
        assertThat(site.shown(plan.text())).isEqualTo("""
                + Namespace/NS-inner  create
                + ConfigMap/NS/here  create
                + ConfigMap/NS-inner/config  create, not verified yet
                    its namespace comes with this plan
                + CustomResourceDefinition/things.NS.example.com  create
                + Thing/NS-inner/one  create, not verified yet
                    its kind comes with this plan
                NS/shop: 5 to create; no pod restarts.
                """);

        ChangeSet changes = deployer.apply(plan);

        assertThat(changes.objects()).hasSize(5).allMatch(object -> object.outcome() == ChangeSet.Outcome.CREATED);
        assertThat(hasThing()).isTrue();
        assertThat(deployer.plan(all).isEmpty()).isTrue();
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            assertThat(site.deployer("shop", proxy.client()).apply(all).isEmpty())
                    .isTrue();
            // Two records; ConfigMaps in two namespaces, the Namespace, the definition, the Thing.
            assertThat(proxy.requests())
                    .hasSize(7)
                    .allMatch(request -> request.method().equals("GET"));
        }
        assertThat(deployer.status().isHealthy()).isTrue();
        assertThat(deployer.withOptions(Site.WAITING).apply(all).isEmpty()).isTrue();
    }

    @Test
    void what_lives_in_them_goes_and_they_stay_unless_they_are_named() {
        deployer.apply(all);
        site.kubectlWith(
                yaml("{apiVersion: NS.example.com/v1, kind: Thing, metadata: {name: of-another}, spec: {size: 2}}"),
                "create",
                "--filename=-");

        assertThat(Site.outcomes(deployer.apply(rest)))
                .containsExactlyInAnyOrder(
                        "Namespace/" + site.namespace() + "-inner KEPT",
                        "CustomResourceDefinition/things." + site.namespace() + ".example.com KEPT",
                        "ConfigMap/config DELETED",
                        "ConfigMap/here UNCHANGED",
                        "Thing/one DELETED");
        assertThat(hasThing()).isFalse();
        assertThat(hasDefinition()).isTrue();

        deployer.apply(all);
        assertThat(Site.outcomes(deployer.withOptions(losingData()).apply(rest)))
                .containsExactlyInAnyOrder(
                        "Namespace/" + site.namespace() + "-inner DELETED",
                        "CustomResourceDefinition/things." + site.namespace() + ".example.com DELETED",
                        "ConfigMap/config DELETED",
                        "ConfigMap/here UNCHANGED",
                        "Thing/one DELETED");
        assertThat(deployer.apply(rest).isEmpty()).isTrue();

        deployer.rollback(1);
        assertThat(hasThing()).isTrue();
        deployer.withOptions(losingData()).delete();
        assertThat(hasDefinition()).isFalse();
        assertThat(site.has("namespace", site.namespace() + "-inner")).isFalse();
        assertThat(site.has("configmap", "webank-deploy.shop")).isFalse();
    }

    @Test
    void a_definition_goes_with_the_last_objects_of_its_kind_in_one_run() {
        ManifestSet kind = site.set(DEFINITIONS
                + "---\n{apiVersion: NS.example.com/v1, kind: Thing, metadata: {name: one}, spec: {size: 1}}\n---\n"
                + "{apiVersion: NS.example.com/v1, kind: Thing, metadata: {name: two}, spec: {size: 2}}\n");
        deployer.apply(kind.with(rest.manifests().get(0)));

        Plan plan = deployer.plan(rest);
        assertThat(site.shown(plan.text())).isEqualTo("""
                - CustomResourceDefinition/things.NS.example.com  delete (deletion)
                - Thing/NS/one  delete (deletion)
                - Thing/NS/two  delete (deletion)
                NS/shop: 3 to delete, 1 unchanged; at worst deletion.
                """);
        assertThat(Site.outcomes(deployer.apply(plan)))
                .containsExactlyInAnyOrder(
                        "CustomResourceDefinition/things." + site.namespace() + ".example.com DELETED",
                        "Thing/one DELETED",
                        "Thing/two DELETED",
                        "ConfigMap/here UNCHANGED");
        assertThat(hasDefinition()).isFalse();
        assertThat(deployer.apply(rest).isEmpty()).isTrue();

        deployer.apply(kind);
        deployer.delete();
        assertThat(hasDefinition()).isFalse();
    }

    @Test
    void a_definition_stays_if_somebody_makes_an_object_of_its_kind_meanwhile() {
        ManifestSet kind = site.set(DEFINITIONS
                + "---\n{apiVersion: NS.example.com/v1, kind: Thing, metadata: {name: one}, spec: {size: 1}}\n");
        deployer.apply(kind.with(rest.manifests().get(0)));
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            proxy.when(request ->
                            request.method().equals("DELETE") && request.path().endsWith("/things/one"))
                    .times(1)
                    .call(request -> site.kubectlWith(
                            yaml(
                                    "{apiVersion: NS.example.com/v1, kind: Thing, metadata: {name: two}, spec: {size: 2}}"),
                            "create",
                            "--filename=-"));

            assertThat(Site.outcomes(site.deployer("shop", proxy.client()).apply(rest)))
                    .containsExactlyInAnyOrder(
                            "CustomResourceDefinition/things." + site.namespace() + ".example.com KEPT",
                            "Thing/one DELETED",
                            "ConfigMap/here UNCHANGED");
        }
        assertThat(site.hasAt("/apis/NS.example.com/v1/namespaces/NS/things/two"))
                .isTrue();
    }

    @Test
    void an_object_that_its_new_kind_refuses_is_found_before_it_is_written() {
        ManifestSet wrong =
                site.set(DEFINITIONS + "---\n" + NAMESPACE + "---\n" + CONTENT.replace("size: 1", "size: 11"));

        assertThatThrownBy(() -> deployer.apply(wrong))
                .isInstanceOf(DeployException.Refused.class)
                .extracting(e -> site.shown(e.getMessage()))
                .asString()
                .startsWith(
                        "Only namespaces and definitions were written: `Namespace/NS-inner`,"
                                + " `CustomResourceDefinition/things.NS.example.com`.\nerror OBJECT_INVALID Thing/NS-inner/one: ")
                .contains("spec.size");
        assertThat(site.has("configmap", "here")).isFalse();
        assertThat(hasInner("configmap", "config")).isFalse();
        assertThat(deployer.status().phase()).isEqualTo(Phase.FAILED);

        assertThat(Site.outcomes(deployer.apply(all)))
                .contains(
                        "Thing/one CREATED",
                        "ConfigMap/here CREATED",
                        "Namespace/" + site.namespace() + "-inner UNCHANGED");
    }

    @Test
    void a_definition_whose_names_are_taken_fails_the_run_and_says_so() {
        site.kubectlWith(yaml(DEFINITIONS), "apply", "-f", "-");
        site.kubectl("wait", "--for=condition=Established", "crd/things." + site.namespace() + ".example.com");
        ManifestSet same = site.set(DEFINITION.replace("PLURAL", "gadgets").replace("KIND", "Thing") + "---\n"
                + "{apiVersion: v1, kind: ConfigMap, metadata: {name: here}, data: {key: '1'}}");

        assertThatThrownBy(() -> deployer.apply(same))
                .isInstanceOf(DeployException.Refused.class)
                .extracting(e -> site.shown(e.getMessage()))
                .asString()
                .contains("CustomResourceDefinition/gadgets.NS.example.com failed: failed: ")
                .contains("\"ThingList\" is already in use")
                .endsWith(
                        "Nothing was pruned. Done: `CustomResourceDefinition/gadgets.NS.example.com` created. Not done: 1"
                                + " of 2 objects. The next run goes on.");
        assertThat(site.has("configmap", "here")).isFalse();
    }

    private String yaml(String text) {
        return text.replace("NS", site.namespace());
    }

    @Test
    void a_kind_that_nobody_brings_is_refused() {
        Plan plan = deployer.plan(
                site.set("{apiVersion: nobody.example.com/v1, kind: Thing, metadata: {name: one}, spec: {size: 1}}"));

        assertThat(plan.problems())
                .extracting(Problem::toString)
                .containsExactly("error KIND_UNKNOWN Thing/one: the cluster does not know kind `Thing` of"
                        + " `nobody.example.com/v1`. Install its custom resource definition, put that into the set, or"
                        + " correct `apiVersion` and `kind`.");
        assertThat(Site.of(plan, "Thing", "one").action()).isEqualTo(Action.REFUSED);
    }

    @Test
    void a_namespace_that_nobody_brings_is_refused_and_that_of_the_release_made_on_request() {
        String name = site.namespace() + "-own";
        Deployer own = EksClient.of(cluster.client())
                .deployer(Release.of("shop", name))
                .withOptions(Site.OPTIONS);
        ManifestSet set = ManifestSet.of(Sample.configMap("config", "1"));

        assertThatThrownBy(() -> own.apply(set.plus(ManifestSet.of(Sample.configMap("more", "1")))))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage(
                        "Nothing was written.\nerror NAMESPACE_MISSING ConfigMap/" + name
                                + "/config: there is no namespace `" + name
                                + "`. Create it, put it into the set, or let the run make the release's own (`--create-namespace`).");
        // What is not in it does not say so.
        assertThat(own.plan(site.set("{apiVersion: v1, kind: ConfigMap, metadata: {name: config, namespace: NS}}"))
                        .problems())
                .extracting(Problem::toString)
                .containsExactly("error NAMESPACE_MISSING " + name + "/shop: there is no namespace `" + name
                        + "` for the release's records. Create it, put it into the set, or let the run make it"
                        + " (`--create-namespace`).");
        assertThat(site.has("namespace", name)).isFalse();

        Deployer making = own.withOptions(Site.OPTIONS.withOwnNamespace(DeployOptions.OwnNamespace.CREATE));
        Plan plan = making.plan(set);
        assertThat(site.shown(plan.text())).isEqualTo("""
                + ConfigMap/NS-own/config  create, not verified yet
                    its namespace comes with this plan
                ! create the namespace `NS-own`
                NS-own/shop: 1 to create; no pod restarts.
                """);
        assertThat(making.apply(plan).objects()).hasSize(1);
        assertThat(making.plan(set).text()).doesNotContain("create the namespace");
        assertThat(making.apply(set).isEmpty()).isTrue();
        making.delete();
        assertThat(site.has("namespace", name)).isTrue();
    }

    @Test
    void a_release_may_bring_its_own_namespace_and_take_it_along() {
        String name = site.namespace() + "-own";
        Deployer own = EksClient.of(cluster.client())
                .deployer(Release.of("shop", name))
                .withOptions(Site.OPTIONS);
        ManifestSet set = site.set("{apiVersion: v1, kind: Namespace, metadata: {name: NS-own, labels: {team: a}}}")
                .with(Sample.configMap("config", "1"));

        assertThat(own.apply(set).objects()).hasSize(2);
        assertThat(own.apply(set).isEmpty()).isTrue();
        assertThat(Site.outcomes(own.delete()))
                .containsExactly("Namespace/" + name + " KEPT", "ConfigMap/config DELETED");

        own.apply(set);
        ChangeSet gone = own.withOptions(Site.OPTIONS.withDataDeleted(ObjectRef.parse("Namespace/" + name)))
                .delete();

        assertThat(Site.outcomes(gone)).containsExactly("Namespace/" + name + " DELETED", "ConfigMap/config DELETED");
        assertThat(site.has("namespace", name)).isFalse();
        assertThat(own.status().phase()).isEqualTo(Phase.ABSENT);
        assertThat(own.apply(set).objects()).hasSize(2);
    }

    @Test
    void members_alone_bear_the_label_of_the_set_and_nothing_that_comes_of_them_is_counted() {
        ManifestSet set = ManifestSet.of(Sample.service("web"), Sample.deployment("web", 1, "image:1"))
                .plus(site.set(NAMESPACE));
        deployer.withOptions(Site.WAITING).apply(set);
        String label = "applyset.kubernetes.io/part-of";

        String labelled = "--selector=" + label;
        assertThat(site.kubectl("get", "services,deployments,namespaces", labelled, "--output=name")
                        .lines())
                .contains("service/web", "deployment.apps/web", "namespace/" + site.namespace() + "-inner");
        assertThat(site.kubectl("get", "pods,replicasets,secrets,configmaps,leases", labelled, "--output=name"))
                .isEmpty();
        // The controller copies a Service's labels, when it comes to it.
        site.kubectl("wait", "endpointslices", labelled, "--for=create", "--timeout=2m");
        assertThat(site.kubectl("get", "configmap", "webank-deploy.shop", "--output=yaml"))
                .contains(
                        "applyset.kubernetes.io/contains-group-kinds: Deployment.apps,Namespace,Service",
                        "applyset.kubernetes.io/tooling: webank-deploy/v1");
        assertThat(deployer.status().objects()).hasSize(3);

        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            Deployer counted = site.deployer("shop", proxy.client());
            counted.apply(set.select(manifest -> !manifest.kind().equals("Service")));
            assertThat(deletions(proxy)).containsExactly("/api/v1/namespaces/NS/services/web");
            proxy.reset();
            counted.delete();
            assertThat(deletions(proxy))
                    .filteredOn(path -> !path.contains("webank-deploy."))
                    .containsExactly("/apis/apps/v1/namespaces/NS/deployments/web");
        }
    }

    private List<String> deletions(FaultProxy proxy) {
        return proxy.requests().stream()
                .filter(request -> request.method().equals("DELETE"))
                .map(ProxyRequest::path)
                .map(site::shown)
                .toList();
    }

    @Test
    void kubectl_keeps_its_hands_off_the_set() {
        deployer.apply(all);
        String[] command = {
            "env",
            "KUBECTL_APPLYSET=true",
            cluster.tool("kubectl").toString(),
            "--namespace=" + site.namespace(),
            "apply",
            "--prune",
            "--applyset=configmaps/webank-deploy.shop",
            "--filename=-"
        };

        TestCluster.Ran ran = cluster.runWithInput(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: other}, data: {key: '1'}}", command);

        assertThat(ran.code()).isNotZero();
        assertThat(ran.err()).contains("already exists and is managed by tooling \"webank-deploy\" instead of");
        assertThat(deployer.plan(all).isEmpty()).isTrue();
    }
}
