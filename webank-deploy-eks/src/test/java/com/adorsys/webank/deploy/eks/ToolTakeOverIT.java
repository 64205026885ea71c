package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Argo CD and Flux deployed becomes a release's, and they are stopped from undoing it. */
class ToolTakeOverIT {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: PLURAL.GROUP}
            spec:
              group: GROUP
              names: {kind: KIND, plural: PLURAL}
              scope: Namespaced
              versions:
              - name: VERSION
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            ---
            """;
    private static final String DEFINITIONS = definition("argoproj.io", "Application", "v1alpha1")
            + definition("kustomize.toolkit.fluxcd.io", "Kustomization", "v1")
            + definition("helm.toolkit.fluxcd.io", "HelmRelease", "v2");

    private static final TestCluster CLUSTER = TestCluster.shared();

    private final Site site = Site.in(CLUSTER, "tool");
    /** Names of sources are looked for in all namespaces. */
    private final String source = site.namespace() + "-shop";

    private final ManifestSet set = site.set(configMap("", "{a: '1'}"));

    private static String definition(String group, String kind, String version) {
        String plural = kind.toLowerCase(java.util.Locale.ROOT) + "s";
        return DEFINITION
                .replace("GROUP", group)
                .replace("KIND", kind)
                .replace("PLURAL", plural)
                .replace("VERSION", version);
    }

    @BeforeAll
    static void define() {
        assertThat(CLUSTER.runWithInput(DEFINITIONS, "kubectl", "apply", "--filename=-")
                        .code())
                .isZero();
        assertThat(CLUSTER.run(
                                "kubectl",
                                "wait",
                                "--for=condition=Established",
                                "crd/applications.argoproj.io",
                                "crd/kustomizations.kustomize.toolkit.fluxcd.io",
                                "crd/helmreleases.helm.toolkit.fluxcd.io")
                        .code())
                .isZero();
    }

    @AfterAll
    static void undefine() {
        assertThat(CLUSTER.runWithInput(DEFINITIONS, "kubectl", "delete", "--filename=-")
                        .code())
                .isZero();
    }

    private static String configMap(String metadata, String data) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: it" + metadata + "}, data: " + data + "}\n";
    }

    private String tracked() {
        return configMap(
                ", annotations: {argocd.argoproj.io/tracking-id: '" + source + ":/ConfigMap:" + site.namespace()
                        + "/it'}",
                "{a: '1', b: '2'}");
    }

    private String labelled(String group) {
        return configMap(
                ", labels: {" + group + "/name: " + source + ", " + group + "/namespace: " + site.namespace() + "}",
                "{a: '1', b: '2'}");
    }

    private void applyAs(String manager, String yaml) {
        site.kubectlWith(yaml, "apply", "--server-side", "--field-manager=" + manager, "--filename=-");
    }

    private void make(String apiVersion, String kind, String spec) {
        String finalizers = kind.equals("Application") ? ", finalizers: [resources-finalizer.argocd.argoproj.io]" : "";
        site.kubectlWith(
                "{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: " + source + finalizers
                        + "}, spec: " + spec + "}",
                "create",
                "--filename=-");
    }

    private Deployer taking(TakeOver takeOver) {
        return site.deployer().withOptions(Site.OPTIONS.withTakenOver(takeOver));
    }

    private List<String> problems(Plan plan) {
        return plan.problems().stream()
                .map(Problem::toString)
                .map(site::shown)
                .map(text -> text.replace("NS-shop", "SHOP"))
                .toList();
    }

    /** Runs the command that a problem names. */
    private void obey(Plan plan) {
        String remedy = plan.problems().get(0).remedy();
        String command =
                remedy.substring(remedy.indexOf("`kubectl ") + 9, remedy.indexOf('`', remedy.indexOf('`') + 1));
        site.kubectl(command.replace("'", "").split(" "));
    }

    private void assertThatNothingIsLeft() {
        assertThat(site.kubectl("get", "configmap", "it", "--show-managed-fields", "--output=yaml"))
                .doesNotContain("argocd", "argoproj", "toolkit.fluxcd.io", "kustomize", "b: \"2\"")
                .contains("manager: webank-deploy");
        assertThat(site.deployer().plan(set).isEmpty()).isTrue();
    }

    @Test
    void an_object_of_an_application_is_refused_by_the_applications_name() {
        applyAs("argocd-controller", tracked());

        assertThatThrownBy(() -> site.deployer().apply(set))
                .isInstanceOf(DeployException.Conflict.class)
                .extracting(e -> site.shown(e.getMessage()).replace("NS-shop", "SHOP"))
                .isEqualTo("Nothing was written.\nerror OBJECT_FOREIGN ConfigMap/NS/it: it is not this release's: it"
                        + " belongs to the Argo CD Application `SHOP`. Take over what it deploys (`--take-over argocd:SHOP`),"
                        + " or adopt it by name (`--adopt ConfigMap/NS/it`).");
        assertThat(taking(TakeOver.argoCd("other")).plan(set).isApplicable()).isFalse();
    }

    @Test
    void an_application_is_taken_over_once_it_does_not_sync_by_itself() {
        applyAs("argocd-controller", tracked());
        make("argoproj.io/v1alpha1", "Application", "{syncPolicy: {automated: {prune: true}}}");
        Deployer deployer = taking(TakeOver.argoCd(source));

        Plan refused = deployer.plan(set);
        assertThat(problems(refused))
                .containsExactly("error OWNER_ACTIVE NS/shop: the Argo CD Application `NS/SHOP` syncs automatically: it"
                        + " would undo the take-over. Switch automated sync off (`kubectl patch applications.argoproj.io SHOP"
                        + " --namespace NS --type merge --patch '{\"spec\":{\"syncPolicy\":{\"automated\":null}}}'`).");
        assertThat(refused.refusal()).containsInstanceOf(DeployException.Conflict.class);

        obey(refused);
        Plan plan = deployer.plan(set);
        assertThat(Site.of(plan, "ConfigMap", "it").action()).isEqualTo(Action.ADOPT);
        assertThat(problems(plan))
                .containsExactly(
                        "warning OWNER_REMAINS NS/shop: the Argo CD Application `NS/SHOP` is still there: a sync"
                                + " would undo the take-over. Delete it without its objects (`kubectl patch applications.argoproj.io"
                                + " SHOP --namespace NS --type merge --patch '{\"metadata\":{\"finalizers\":null}}'`, then `kubectl"
                                + " delete applications.argoproj.io SHOP --namespace NS`).");
        deployer.apply(plan);
        assertThatNothingIsLeft();
        obey(deployer.plan(set));
        site.kubectl("delete", "application", source);
        assertThat(problems(deployer.plan(set)))
                .containsExactly(
                        "warning OPTION_WITHOUT_EFFECT NS/shop: `--take-over argocd:SHOP` has no effect: no object"
                                + " in the set is deployed by the Argo CD Application `SHOP`. Leave it out.");
    }

    @Test
    void a_kustomization_is_taken_over_once_it_is_suspended() {
        applyAs("kustomize-controller", labelled("kustomize.toolkit.fluxcd.io"));
        make("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "{prune: true}");
        Deployer deployer = taking(TakeOver.flux(site.namespace() + "/" + source));

        Plan refused = deployer.plan(set);
        assertThat(problems(refused))
                .containsExactly(
                        "error OWNER_ACTIVE NS/shop: the Flux Kustomization `NS/SHOP` is not suspended: it would"
                                + " undo the take-over. Suspend it (`kubectl patch kustomizations.kustomize.toolkit.fluxcd.io SHOP"
                                + " --namespace NS --field-manager flux-client-side-apply --type merge --patch '{\"spec\":{\"suspend\":true}}'`).");
        obey(refused);
        applyAs("kustomize-controller", labelled("kustomize.toolkit.fluxcd.io").replace("name: it", "name: left"));
        site.kubectl(
                "patch",
                "kustomizations.kustomize.toolkit.fluxcd.io",
                source,
                "--type=merge",
                "--patch={\"status\":{\"inventory\":{\"entries\":[{\"id\":\"" + site.namespace()
                        + "_left__ConfigMap\",\"v\":\"v1\"},{\"id\":\"" + site.namespace()
                        + "_it__ConfigMap\",\"v\":\"v1\"},{\"id\":\"_gone__Namespace\",\"v\":\"v1\"}]}}}");
        assertThat(problems(deployer.plan(set)))
                .containsExactly(
                        "warning OWNER_REMAINS NS/shop: the Flux Kustomization `NS/SHOP` is suspended: it would undo the"
                                + " take-over once it is resumed. Delete it while it is suspended, which leaves its objects"
                                + " (`kubectl delete kustomizations.kustomize.toolkit.fluxcd.io SHOP --namespace NS`).",
                        "warning OWNER_MARK_LEFT NS/shop: `ConfigMap/NS/left` is deployed by the Flux Kustomization"
                                + " `NS/SHOP` and is not in the set: it stays as it is. Put it into the set, or delete it by"
                                + " hand if nobody needs it.");
        deployer.apply(set);
        assertThatNothingIsLeft();

        // Somebody resumes it.
        applyAs("kustomize-controller", labelled("kustomize.toolkit.fluxcd.io"));
        assertThat(site.shown(site.deployer().status().text()))
                .startsWith("NS/shop: drifted (1 added to), revision 1 of ")
                .endsWith("""
                        ConfigMap/NS/it  current [added to]
                            .metadata.labels.kustomize.toolkit.fluxcd.io/name was added by kustomize-controller
                            .metadata.labels.kustomize.toolkit.fluxcd.io/namespace was added by kustomize-controller
                        What others have added stays when the release is applied again; `--take-over kustomize-controller` removes it.
                        """);
    }

    @Test
    void what_a_helm_release_of_flux_deploys_is_taken_over_from_helm_once_it_is_suspended() {
        applyAs(
                "helm-controller",
                labelled("helm.toolkit.fluxcd.io")
                        .replace(
                                "labels:",
                                "annotations: {meta.helm.sh/release-name: web, meta.helm.sh/release-namespace: "
                                        + site.namespace() + "}, labels:"));
        make("helm.toolkit.fluxcd.io/v2", "HelmRelease", "{}");
        Deployer deployer = taking(TakeOver.helm("web"));

        assertThat(problems(site.deployer().plan(set)))
                .containsExactly(
                        "error OBJECT_FOREIGN ConfigMap/NS/it: it is not this release's: it belongs to Helm release"
                                + " `NS/web`, which is deployed by the Flux HelmRelease `NS/SHOP`. Take the Helm release over"
                                + " (`--take-over helm:web`), or adopt it by name (`--adopt ConfigMap/NS/it`).");
        Plan refused = deployer.plan(set);
        assertThat(problems(refused))
                .containsExactly(
                        "error OWNER_ACTIVE NS/shop: the Flux HelmRelease `NS/SHOP` is not suspended: it would undo"
                                + " the take-over. Suspend it (`kubectl patch helmreleases.helm.toolkit.fluxcd.io SHOP --namespace NS"
                                + " --field-manager flux-client-side-apply --type merge --patch '{\"spec\":{\"suspend\":true}}'`).");
        obey(refused);
        deployer.apply(set);
        assertThatNothingIsLeft();
    }

    @Test
    void a_source_in_another_cluster_is_warned_of_and_marks_go_whoever_set_them() {
        applyAs("kustomize-controller", labelled("kustomize.toolkit.fluxcd.io"));
        site.kubectl("label", "configmap", "it", "argocd.argoproj.io/instance=" + source);

        Plan plan = taking(TakeOver.flux(source)).plan(set);

        assertThat(problems(plan))
                .containsExactly(
                        "warning OWNER_MARK_LEFT ConfigMap/NS/it: `.metadata.labels.argocd.argoproj.io/instance` says that"
                                + " the Argo CD Application `SHOP` deploys it, which may change or delete it. Take it over"
                                + " (`--take-over argocd:SHOP`).",
                        "warning FIELD_RETAINED ConfigMap/NS/it: `.metadata.labels.argocd.argoproj.io/instance` is not in"
                                + " the set and stays: `kubectl-label` holds it. Put it into the set, or have it removed"
                                + " (`--force-conflicts kubectl-label`).",
                        "warning OWNER_REMAINS NS/shop: the Flux Kustomization `NS/SHOP` is not in this cluster: if it is in"
                                + " another one, it would undo this. Suspend it, and delete it while it is suspended.");
        taking(TakeOver.flux(source)).apply(plan);
        Plan rest = taking(TakeOver.argoCd(source)).plan(set);
        assertThat(Site.of(rest, "ConfigMap", "it").action()).isEqualTo(Action.UPDATE);
        taking(TakeOver.argoCd(source)).apply(rest);
        assertThatNothingIsLeft();
    }

    @Test
    void a_source_that_another_one_switches_on_is_switched_off_there_too() {
        applyAs("kustomize-controller", labelled("kustomize.toolkit.fluxcd.io"));
        applyAs("kustomize-controller", """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata:
                  name: SHOP
                  labels: {kustomize.toolkit.fluxcd.io/name: root, kustomize.toolkit.fluxcd.io/namespace: flux-system}
                spec: {suspend: false}
                """.replace("SHOP", source));

        assertThat(problems(taking(TakeOver.flux(source)).plan(set)))
                .singleElement()
                .asString()
                .endsWith(
                        "'{\"spec\":{\"suspend\":true}}'`), and in the Flux Kustomization `flux-system/root`, which would"
                                + " change it back.");
    }

    @Test
    void an_application_that_another_one_deploys_is_removed_there_too() {
        applyAs("argocd-controller", tracked());
        site.kubectlWith("""
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: SHOP
                  annotations: {argocd.argoproj.io/tracking-id: 'root:argoproj.io/Application:argocd/SHOP'}
                spec: {}
                """.replace("SHOP", source), "create", "--filename=-");

        assertThat(problems(taking(TakeOver.argoCd(source)).plan(set)))
                .containsExactly(
                        "warning OWNER_REMAINS NS/shop: the Argo CD Application `NS/SHOP` is still there: a sync would"
                                + " undo the take-over. Remove it from the Argo CD Application `root`, which would create it again, then"
                                + " delete it (`kubectl delete applications.argoproj.io SHOP --namespace NS`).");
    }

    @Test
    void a_mark_that_nobody_holds_goes_too() {
        site.kubectlWith(tracked(), "create", "--filename=-");
        site.kubectl(
                "patch",
                "configmap",
                "it",
                "--type=json",
                "--patch=[{\"op\":\"replace\",\"path\":" + "\"/metadata/managedFields\",\"value\":[{}]}]");
        applyAs("argocd-controller", configMap("", "{b: '2'}"));

        taking(TakeOver.argoCd(source)).apply(set);

        assertThat(site.live("configmap", "it", "metadata", "annotations")).isEmpty();
    }

    @Test
    void a_conflict_with_a_tool_names_its_source() {
        site.deployer().apply(set);
        site.kubectlWith(
                tracked().replace("a: '1'", "a: '3'"),
                "apply",
                "--server-side",
                "--force-conflicts",
                "--field-manager=argocd-controller",
                "--filename=-");

        assertThat(problems(site.deployer().plan(set)))
                .containsExactly(
                        "error FIELD_CONFLICT ConfigMap/NS/it: `.data.a` is managed by `argocd-controller` for the"
                                + " Argo CD Application `SHOP`, and the set changes it: `\"3\" -> \"1\"`. Leave the field out,"
                                + " leave it to others with `--ignore-field ConfigMap/NS/it:/data/a`, or take it with"
                                + " `--force-conflicts argocd-controller`.");
    }

    @Test
    void what_is_adopted_by_name_is_told_of_its_marks() {
        applyAs("argocd-controller", tracked());
        ObjectRef it = ObjectRef.parse("ConfigMap/" + site.namespace() + "/it");

        Plan plan = site.deployer().withOptions(Site.OPTIONS.withAdopted(it)).plan(set);

        assertThat(plan.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("OWNER_MARK_LEFT", "FIELD_RETAINED");
    }

    @Test
    void a_secret_of_texts_that_kubectl_applied_server_side_is_kubectls() {
        String secret = "{apiVersion: v1, kind: Secret, metadata: {name: it}, stringData: {a: x, b: z}}";
        applyAs("kubectl", secret);
        ManifestSet less = site.set(secret.replace(", b: z", ""));

        assertThat(problems(site.deployer().plan(less)))
                .containsExactly(
                        "error OBJECT_FOREIGN Secret/NS/it: it is not this release's: it was made by `kubectl apply"
                                + " --server-side`. Take over what kubectl made (`--take-over kubectl`), or adopt it by name (`--adopt"
                                + " Secret/NS/it`).");
        Plan plan = taking(TakeOver.kubectl()).plan(less);
        assertThat(Site.of(plan, "Secret", "it").differences())
                .extracting(Object::toString)
                .contains("data.b: (secret) -> (none)");
        taking(TakeOver.kubectl()).apply(plan);
        assertThat(site.live("secret", "it", "data")).contains("{\"a\":\"eA==\"}");
    }
}
