package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Fields that the set no longer has and that others hold: they are named as long as they stay, and can be taken over. */
class RetainedFieldsIT {
    private static final String FLUX = "kustomize-controller";

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              labels: {team: a} #
              annotations: {note: x} #
            spec:
              replicas: 3 #
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  nodeSelector: {disk: ssd} #
                  containers:
                  - name: app
                    image: "img:1"
                    args: [a, b] #
                    securityContext: {} #
                    ports:
                    - {containerPort: 80}
                    - {name: metrics, containerPort: 9090} #
                    env:
                    - {name: A, value: "1"}
                    - {name: B, value: "2"} #
                  - {name: side, image: "img:2"} #
            """;

    private static final String WITHOUT = DEPLOYMENT.replaceAll("(?m)^.*#\n", "");

    private static final String POD = ".spec.template.spec.";
    private static final List<String> DROPPED = List.of(
            ".metadata.annotations.note",
            ".metadata.labels.team",
            ".spec.replicas",
            POD + "containers[name=\"app\"].args",
            POD + "containers[name=\"app\"].env[name=\"B\"]",
            POD + "containers[name=\"app\"].ports[containerPort=9090,protocol=\"TCP\"]",
            POD + "containers[name=\"app\"].securityContext",
            POD + "containers[name=\"side\"]",
            POD + "nodeSelector");

    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "retained");
    private final ManifestSet both = site.set(configMap("{a: '1', b: '2'}"));
    private final ManifestSet one = site.set(configMap("{a: '1'}"));

    private static String configMap(String data) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: it}, data: " + data + "}\n";
    }

    /** Somebody else applies an object, as Flux does: with force. */
    private void applyAs(String manager, String yaml) {
        site.kubectlWith(
                yaml, "apply", "--server-side", "--force-conflicts", "--field-manager=" + manager, "--filename", "-");
    }

    private Deployer adopting(String object) {
        return site.deployer()
                .withOptions(Site.OPTIONS.withAdopted(ObjectRef.parse(object.replace("NS", site.namespace()))));
    }

    private Deployer taking(TakeOver... from) {
        return site.deployer().withOptions(Site.OPTIONS.withTakenOver(from));
    }

    private Deployer takingFlux() {
        return taking(TakeOver.manager(FLUX));
    }

    private List<String> fields(Plan plan) {
        return plan.changes().get(0).retainedFields().stream()
                .map(RetainedField::field)
                .toList();
    }

    private List<RetainedField> retained(ManifestSet set) {
        return site.deployer().plan(set).changes().get(0).retainedFields();
    }

    private List<String> problems(Plan plan) {
        return plan.problems().stream().map(Problem::toString).map(site::shown).toList();
    }

    private String data() {
        return site.live("configmap", "it", "data").orElseThrow();
    }

    @Test
    void a_field_that_the_former_owner_holds_is_named_until_it_is_taken_over() {
        applyAs(FLUX, configMap("{a: '1', b: '2'}"));
        adopting("ConfigMap/NS/it").apply(both);
        String warning = "FIELD_RETAINED ConfigMap/NS/it: `.data.b` is not in the set and stays:"
                + " `kustomize-controller` holds it. Put it into the set, or have it removed"
                + " (`--force-conflicts kustomize-controller`).";

        Plan dropping = site.deployer().plan(one);
        assertThat(site.shown(dropping.text())).isEqualTo("""
                ~ ConfigMap/NS/it  update (metadata)
                    only who manages its fields changes
                    .data.a is managed also by kustomize-controller
                    .data.b is not in the set and stays: kustomize-controller holds it
                warning FIELD_RETAINED ConfigMap/NS/it: `.data.b` is not in the set and stays: \
                `kustomize-controller` holds it. Put it into the set, or have it removed \
                (`--force-conflicts kustomize-controller`).
                NS/shop: 1 to update; no pod restarts.
                """);
        ChangeSet changes = site.deployer().apply(dropping);
        assertThat(changes.warnings()).extracting(site::shown).containsExactly(warning);

        for (int run = 0; run < 2; run++) {
            Plan plan = site.deployer().plan(one);
            assertThat(Site.actions(plan)).containsExactly("ConfigMap/it UNCHANGED");
            assertThat(plan.isEmpty()).isTrue();
            assertThat(site.shown(plan.text())).startsWith("""
                            = ConfigMap/NS/it  unchanged
                                .data.b is not in the set and stays: kustomize-controller holds it
                            warning FIELD_RETAINED ConfigMap/NS/it: `.data.b` is not in the set and stays:""");
            assertThat(plan.json())
                    .contains("\"retainedFields\":[{\"field\":\".data.b\",\"manager\":\"kustomize-controller\"}]");
            assertThat(site.deployer().apply(one).warnings()).hasSize(1);
        }
        ReleaseStatus status = site.deployer().status();
        assertThat(status.isHealthy()).isFalse();
        assertThat(site.shown(status.text())).endsWith("""

                        ConfigMap/NS/it  current
                            .data.b is not in the set and stays: kustomize-controller holds it
                        """);
        assertThat(status.json())
                .contains(
                        "\"drift\":\"NONE\",\"driftedFields\":[],\"retainedFields\":[{\"field\":\".data.b\",\"manager\":\"kustomize-controller\"}]");

        Plan taking = takingFlux().plan(one);
        assertThat(site.shown(taking.text())).isEqualTo("""
                ~ ConfigMap/NS/it  update (configuration)
                    what `kustomize-controller` holds of it is handed over
                    data.b: "2" -> (none)
                NS/shop: 1 to update; no pod restarts.
                """);
        takingFlux().apply(taking);

        assertThat(data()).isEqualTo("{\"a\":\"1\"}");
        assertThat(site.deployer().plan(one).text()).isEqualTo(site.namespace() + "/shop: 1 unchanged.\n");
        assertThat(site.deployer().status().isHealthy()).isTrue();
    }

    @Test
    void force_removes_what_the_set_dropped_and_leaves_the_rest_to_the_other_manager() {
        site.deployer().apply(both);
        applyAs(FLUX, configMap("{b: '2', theirs: x}"));
        site.deployer().apply(one);
        Deployer forcing = site.deployer().withOptions(Site.OPTIONS.withForcedManagers(FLUX));

        Plan plan = forcing.plan(one);

        assertThat(site.shown(plan.text())).isEqualTo("""
                ~ ConfigMap/NS/it  update (configuration)
                    what `kustomize-controller` holds of what the set no longer has is removed, as asked
                    data.b: "2" -> (none)
                NS/shop: 1 to update; no pod restarts.
                """);
        forcing.apply(plan);
        assertThat(data()).isEqualTo("{\"a\":\"1\",\"theirs\":\"x\"}");
        assertThat(site.live("configmap", "it", "metadata", "managedFields")
                        .orElseThrow()
                        .contains("\"f:theirs\""))
                .isTrue();
        assertThat(forcing.plan(one).isEmpty()).isTrue();
        assertThat(site.deployer().status().isHealthy()).isTrue();
    }

    @Test
    void what_is_adopted_and_dropped_later_goes_by_force() {
        applyAs(FLUX, configMap("{a: '1', b: '2'}"));
        adopting("ConfigMap/NS/it").apply(both);

        site.deployer().withOptions(Site.OPTIONS.withForcedManagers(FLUX)).apply(one);

        assertThat(data()).isEqualTo("{\"a\":\"1\"}");
        assertThat(site.deployer().plan(one).problems()).isEmpty();
    }

    @Test
    void fields_of_every_sort_are_named_and_go_with_the_take_over_as_planned() {
        ManifestSet full = site.set(DEPLOYMENT);
        ManifestSet less = site.set(WITHOUT);
        site.deployer().apply(full);
        applyAs(FLUX, DEPLOYMENT);

        Plan dropping = site.deployer().plan(less);
        assertThat(fields(dropping)).isEqualTo(DROPPED);
        assertThat(dropping.changes().get(0).differences()).isEmpty();
        site.deployer().apply(dropping);
        assertThat(retained(less))
                .isEqualTo(DROPPED.stream()
                        .map(field -> new RetainedField(field, FLUX))
                        .toList());

        assertThatTheTakeOverDoesWhatItsPlanSays(less);
    }

    @Test
    void what_is_dropped_goes_with_a_take_over_in_the_same_run() {
        site.deployer().apply(site.set(DEPLOYMENT));
        applyAs(FLUX, DEPLOYMENT);

        assertThatTheTakeOverDoesWhatItsPlanSays(site.set(WITHOUT));
    }

    private void assertThatTheTakeOverDoesWhatItsPlanSays(ManifestSet less) {
        Plan taking = takingFlux().plan(less);
        assertThat(taking.changes().get(0).differences())
                .extracting(difference -> difference.path())
                .containsExactlyInAnyOrder(
                        "metadata.labels.team",
                        "metadata.annotations",
                        "spec.template.spec.nodeSelector",
                        "spec.template.spec.containers[name=app].args",
                        "spec.template.spec.containers[name=app].env[name=B]",
                        "spec.template.spec.containers[name=app].ports[containerPort=9090]",
                        "spec.template.spec.containers[name=app].securityContext",
                        "spec.template.spec.containers[name=side]");
        assertThat(taking.changeClass()).isEqualTo(ChangeClass.ROLL_OUT);
        takingFlux().apply(taking);

        MapTree live = site.live("deployment", "web").orElseThrow();
        assertThat(Json.write(live.at("spec", "template", "spec", "containers").orElseThrow()))
                .doesNotContain("side", "9090", "args", "\"B\"");
        assertThat(live.at("spec", "template", "spec", "nodeSelector")).isEmpty();
        assertThat(live.at("metadata", "annotations")).isEmpty();
        // Nobody can say of how many pods a number was, once it is given up: it stays.
        assertThat(site.live("deployment", "web", "spec", "replicas")).contains("3");
        assertThat(Json.write(live)).doesNotContain(FLUX);
        Plan after = site.deployer().plan(less);
        assertThat(after.isEmpty()).isTrue();
        assertThat(fields(after)).isEmpty();
    }

    @Test
    void what_another_took_by_force_and_the_set_drops_then_is_named() {
        site.deployer().apply(both);
        applyAs(FLUX, configMap("{b: 'theirs'}"));

        site.deployer().apply(one);

        assertThat(data()).isEqualTo("{\"a\":\"1\",\"b\":\"theirs\"}");
        assertThat(retained(one)).containsExactly(new RetainedField(".data.b", FLUX));
        assertThat(site.deployer().plan(both).problems())
                .extracting(Problem::code)
                .containsExactly("FIELD_CONFLICT");
        takingFlux().apply(both);
        assertThat(data()).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void who_holds_it_now_is_named_and_nobody_once_it_is_given_up_or_desired_again() {
        site.deployer().apply(both);
        applyAs(FLUX, configMap("{b: '2'}"));
        site.deployer().apply(one);
        assertThat(retained(one)).containsExactly(new RetainedField(".data.b", FLUX));

        applyAs("argocd-controller", configMap("{b: '3'}"));
        assertThat(retained(one)).containsExactly(new RetainedField(".data.b", "argocd-controller"));
        applyAs("ci", configMap("{b: '3'}"));
        assertThat(site.deployer().plan(one).problems()).hasSize(2);

        Deployer forcing = site.deployer().withOptions(Site.OPTIONS.withForcedManagers("argocd-controller", "ci"));
        forcing.rollback(1);
        assertThat(retained(both)).isEmpty();
        forcing.apply(one);
        assertThat(data()).isEqualTo("{\"a\":\"1\"}");
        assertThat(retained(one)).isEmpty();
    }

    @Test
    void going_back_names_what_the_earlier_set_does_not_have() {
        site.deployer().apply(one);
        applyAs(FLUX, configMap("{b: '2'}"));
        site.deployer().apply(both);

        assertThat(fields(site.deployer().planRollback(1))).containsExactly(".data.b");
        assertThat(site.deployer().rollback(1).warnings()).hasSize(1);
        assertThat(fields(site.deployer().plan(one))).containsExactly(".data.b");
        takingFlux().rollback(1);
        assertThat(data()).isEqualTo("{\"a\":\"1\"}");
    }

    @Test
    void what_others_add_and_what_controllers_hold_is_not_named() {
        site.deployer().apply(site.set(DEPLOYMENT));
        applyAs("platform", "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, labels: {cost: '1'}}}");
        site.kubectl("annotate", "deployment", "web", "example.com/seen=1");
        site.kubectl("scale", "deployment", "web", "--replicas=2");

        assertThat(retained(site.set(WITHOUT))).isEmpty();
        site.deployer().apply(site.set(WITHOUT));
        assertThat(retained(site.set(WITHOUT))).isEmpty();
        assertThat(site.live("deployment", "web", "spec", "replicas")).contains("2");
    }

    @Test
    void of_an_adopted_object_is_named_what_its_author_had_but_no_default() {
        site.kubectlWith(DEPLOYMENT, "apply", "--filename", "-");

        Plan plan = adopting("Deployment/NS/web").plan(site.set(WITHOUT));

        assertThat(fields(plan))
                .containsExactly(
                        ".metadata.annotations.kubectl.kubernetes.io/last-applied-configuration",
                        ".metadata.annotations.note",
                        ".metadata.labels.team",
                        POD + "containers[name=\"app\"].args",
                        POD + "containers[name=\"app\"].env[name=\"B\"]",
                        POD + "containers[name=\"app\"].ports[containerPort=9090,protocol=\"TCP\"]",
                        POD + "containers[name=\"app\"].securityContext",
                        POD + "containers[name=\"side\"]",
                        POD + "nodeSelector");
        adopting("Deployment/NS/web").apply(plan);
        assertThat(retained(site.set(WITHOUT)))
                .hasSize(9)
                .allMatch(field -> field.manager().equals("kubectl-client-side-apply"));
        taking(TakeOver.kubectl()).apply(site.set(WITHOUT));
        assertThat(retained(site.set(WITHOUT))).isEmpty();
        assertThat(site.live("deployment", "web", "metadata", "labels").orElseThrow())
                .doesNotContain("team");
    }

    @Test
    void of_an_object_that_somebody_applied_and_that_is_adopted_everything_else_is_named() {
        applyAs(FLUX, configMap("{other: x}"));

        adopting("ConfigMap/NS/it").apply(one);

        assertThat(retained(one)).containsExactly(new RetainedField(".data.other", FLUX));
        applyAs(FLUX, configMap("{other: x, later: z}"));
        assertThat(retained(one)).containsExactly(new RetainedField(".data.other", FLUX));
        applyAs(FLUX, configMap("{later: z}"));
        assertThat(retained(one)).isEmpty();
    }

    @Test
    void what_somebody_applied_is_taken_over_with_its_fields_on_the_first_run() {
        applyAs(FLUX, configMap("{a: '1', b: '2'}"));
        assertThatThrownBy(() -> site.deployer().apply(one))
                .isInstanceOf(DeployException.Conflict.class)
                .extracting(e -> site.shown(e.getMessage()))
                .isEqualTo(
                        "Nothing was written.\nerror OBJECT_FOREIGN ConfigMap/NS/it: it is not this release's: it was"
                                + " applied by `kustomize-controller`. Take over what was applied (`--take-over"
                                + " kustomize-controller`), or adopt it by name (`--adopt ConfigMap/NS/it`).");

        Plan plan = takingFlux().plan(one);

        assertThat(Site.of(plan, "ConfigMap", "it").action()).isEqualTo(Action.ADOPT);
        assertThat(Site.of(plan, "ConfigMap", "it").notes())
                .containsExactly("it is taken over from `kustomize-controller`");
        takingFlux().apply(plan);
        assertThat(data()).isEqualTo("{\"a\":\"1\"}");
    }

    @Test
    void a_field_that_is_in_the_way_is_named_and_goes_with_the_take_over() {
        ManifestSet changed = site.set(DEPLOYMENT.replace(
                "{name: B, value: \"2\"}", "{name: B, valueFrom: {fieldRef: {fieldPath: metadata.name}}}"));
        site.deployer().apply(site.set(DEPLOYMENT));
        applyAs(FLUX, DEPLOYMENT);

        Plan plan = site.deployer().plan(changed);
        assertThat(problems(plan))
                .containsExactly("error FIELD_IN_THE_WAY Deployment/NS/web: the server does not accept it beside"
                        + " `.spec.template.spec.containers[name=\"app\"].env[name=\"B\"].value`, which is not in the set and"
                        + " held by `kustomize-controller`: `.spec.template.spec.containers[0].env[1].valueFrom` is not"
                        + " valid: may not be specified when `value` is not empty. Put it into the set, or have it removed (`--force-conflicts"
                        + " kustomize-controller`).");
        assertThat(site.deployer()
                        .withOptions(Site.OPTIONS.withForcedManagers(FLUX))
                        .plan(changed)
                        .isApplicable())
                .isTrue();
        assertThat(plan.refusal()).containsInstanceOf(DeployException.Conflict.class);

        Plan taking = takingFlux().plan(changed);
        assertThat(taking.changes().get(0).differences())
                .extracting(difference -> difference.path())
                .containsExactly(
                        "spec.template.spec.containers[name=app].env[name=B].value",
                        "spec.template.spec.containers[name=app].env[name=B].valueFrom");
        takingFlux().apply(taking);
        assertThat(site.deployer().plan(changed).isEmpty()).isTrue();
        assertThat(site.deployer().status().objects())
                .isNotEmpty()
                .allMatch(object -> object.drift() == ReleaseStatus.Drift.NONE);
    }

    @Test
    void an_option_whose_manager_holds_nothing_says_so() {
        site.deployer().apply(both);
        applyAs(FLUX, configMap("{b: '2'}"));
        DeployOptions options = Site.OPTIONS
                .withTakenOver(TakeOver.manager("kustomize-controler"), TakeOver.kubectl(), TakeOver.helm("webank"))
                .withForcedManagers("argocd-controller");

        ChangeSet changes = site.deployer().withOptions(options).apply(both);

        assertThat(changes.isEmpty()).isTrue();
        assertThat(changes.warnings())
                .extracting(site::shown)
                .containsExactlyInAnyOrder(
                        "OPTION_WITHOUT_EFFECT NS/shop: `--take-over kustomize-controler` has no effect:"
                                + " `kustomize-controler` manages no field of any object in the set. Did you mean"
                                + " `kustomize-controller`? If not, leave it out.",
                        "OPTION_WITHOUT_EFFECT NS/shop: `--take-over kubectl` has no effect: kubectl manages no field of any"
                                + " object in the set. Leave it out.",
                        "OPTION_WITHOUT_EFFECT NS/shop: `--take-over helm:webank` has no effect: Helm has no record of release"
                                + " `webank` in namespace `NS`, and no object in the set belongs to it. Leave it out, or name the"
                                + " release as `helm list` shows it.",
                        "OPTION_WITHOUT_EFFECT NS/shop: `--force-conflicts argocd-controller` has no effect:"
                                + " `argocd-controller` manages no field of any object in the set. Leave it out.");
        assertThat(takingFlux().apply(both).warnings()).isEmpty();
        assertThat(takingFlux().apply(both).warnings()).hasSize(1);
    }

    private static boolean isWriteOfIt(ProxyRequest request) {
        return request.isWrite() && request.path().endsWith("/configmaps/it");
    }

    @Test
    void a_run_that_was_cut_off_after_it_dropped_a_field_forgets_nothing() {
        site.deployer().apply(both);
        applyAs(FLUX, configMap("{b: '2'}"));
        DeployOptions options =
                Site.OPTIONS.withLeaseDuration(Duration.ofSeconds(1)).withTimeout(Duration.ofSeconds(2));
        AtomicInteger written = new AtomicInteger(Integer.MAX_VALUE);
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            proxy.when(request -> isWriteOfIt(request) && written.compareAndSet(Integer.MAX_VALUE, request.number()))
                    .cutAfter();
            proxy.when(request -> request.number() > written.get()).cutBefore();
            assertThatThrownBy(() -> site.deployer("shop", proxy.client())
                            .withOptions(options)
                            .apply(one))
                    .isInstanceOf(DeployException.class);
        }

        assertThat(retained(one)).containsExactly(new RetainedField(".data.b", FLUX));
        site.deployer().withOptions(options.withTimeout(Site.OPTIONS.timeout())).apply(one);
        assertThat(retained(one)).containsExactly(new RetainedField(".data.b", FLUX));
    }
}
