package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Drift;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields that are left to others once their object exists. */
class IgnoredFieldsIT {
    private static final String REPLICAS = "Deployment/web:/spec/replicas";
    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 3
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  nodeSelector: {disk: ssd, zone: a}
                  containers: [{name: app, image: "img:1"}]
            """;
    private static final String HOOKS = """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata: {name: NS}
            webhooks:
            - name: a.example.com
              clientConfig: {service: {name: a, namespace: NS}, caBundle: Cg==}
              rules: [{apiGroups: [none.example.com], apiVersions: [v1], operations: [CREATE], resources: [nones]}]
              admissionReviewVersions: [v1]
              sideEffects: None
            - name: b.example.com
              clientConfig: {service: {name: b, namespace: NS}}
              rules: [{apiGroups: [none.example.com], apiVersions: [v1], operations: [CREATE], resources: [nones]}]
              admissionReviewVersions: [v1]
              sideEffects: None
            """;

    private final Site site = Site.in(TestCluster.shared(), "ignored");
    private final ManifestSet web = site.set(WEB);

    private Deployer ignoring(String... fields) {
        return site.deployer()
                .withOptions(Site.OPTIONS.withIgnoredFields(
                        List.of(fields).stream().map(IgnoredField::parse).toList()));
    }

    private String replicas() {
        return site.live("deployment", "web", "spec", "replicas").orElseThrow();
    }

    private void assertThatNothingDrifted() {
        assertThat(site.deployer().status().objects()).isNotEmpty().allMatch(object -> object.drift() == Drift.NONE);
    }

    @Test
    void replicas_of_an_autoscaler_are_made_once_and_left_alone_then() {
        Deployer deployer = ignoring(REPLICAS);
        deployer.apply(web);
        assertThat(replicas()).isEqualTo("3");
        assertThat(deployer.plan(web).text()).isEqualTo(site.namespace() + "/shop: 1 unchanged.\n");

        site.kubectl("scale", "deployment", "web", "--replicas=5");

        Plan plan = deployer.plan(web);
        assertThat(plan.isEmpty()).isTrue();
        assertThat(site.shown(plan.text())).isEqualTo("""
                = Deployment/NS/web  unchanged
                    ignored: spec.replicas: 5 -> 3
                NS/shop: 1 unchanged.
                """);
        assertThat(plan.json()).contains("\"ignoredDifferences\":[{\"path\":\"spec.replicas\"");
        assertThatNothingDrifted();
        ManifestSet changed = site.set(WEB.replace("img:1", "img:2"));
        Plan change = deployer.plan(changed);
        assertThat(change.changes().get(0).differences())
                .extracting(Object::toString)
                .containsExactly("spec.template.spec.containers[name=app].image: \"img:1\" -> \"img:2\"");
        site.kubectl("scale", "deployment", "web", "--replicas=6");
        deployer.apply(change);
        assertThat(replicas()).isEqualTo("6");
        assertThat(deployer.plan(changed).isEmpty()).isTrue();

        deployer.rollback(1);
        assertThat(replicas()).isEqualTo("6");
        assertThatNothingDrifted();
        site.kubectl("set", "image", "deployment/web", "*=img:9");
        site.kubectl("scale", "deployment", "web", "--replicas=7");
        assertThat(site.deployer().status().text())
                .contains("image was changed by kubectl-set\n")
                .doesNotContain("replicas was changed");
        site.deployer()
                .withOptions(Site.OPTIONS
                        .withIgnoredFields(IgnoredField.parse(REPLICAS))
                        .withForcedManagers("kubectl-set"))
                .rollback(1);
        assertThat(site.deployer().plan(web).problems())
                .extracting(Problem::code)
                .containsExactly("FIELD_CONFLICT");
    }

    @Test
    void the_option_that_a_conflict_names_can_be_copied() {
        site.deployer().apply(web);
        site.kubectl("set", "image", "deployment/web", "app=img:9");
        site.kubectl("annotate", "--overwrite", "deployment/web", "example.com/note=theirs");
        ManifestSet noted = site.set(WEB.replace("{name: web}", "{name: web, annotations: {example.com/note: ours}}"));

        String[] options = site.deployer().plan(noted).problems().stream()
                .map(problem -> problem.toString().replaceAll(".*`--ignore-field ([^`]*)`.*", "$1"))
                .toArray(String[]::new);

        assertThat(options)
                .extracting(site::shown)
                .containsExactlyInAnyOrder(
                        "Deployment/NS/web:/spec/template/spec/containers/0/image",
                        "Deployment/NS/web:/metadata/annotations/example.com~1note");
        assertThat(ignoring(options).plan(noted).problems()).isEmpty();
        ignoring(options).apply(noted);
        assertThat(site.kubectl("get", "deployment", "web", "--output=yaml")).contains("img:9", "note: theirs");
    }

    @Test
    void what_only_the_release_holds_keeps_its_value() {
        site.deployer().apply(web);
        Deployer deployer = ignoring(REPLICAS);

        deployer.apply(site.set(WEB.replace("  replicas: 3\n", "")));
        assertThat(replicas()).isEqualTo("3");
        deployer.apply(site.set(WEB.replace("replicas: 3", "replicas: 7")));
        assertThat(replicas()).isEqualTo("3");
        site.kubectl("scale", "deployment", "web", "--replicas=2");
        deployer.apply(site.set(WEB.replace("img:1", "img:2")));
        assertThat(replicas()).isEqualTo("2");
        assertThatNothingDrifted();
    }

    @Test
    void a_bundle_that_a_controller_fills_in_is_neither_drift_nor_conflict() {
        ManifestSet hooks = site.set(HOOKS);
        Deployer deployer = ignoring("ValidatingWebhookConfiguration/*:/webhooks/*/clientConfig/caBundle");
        deployer.apply(hooks);
        site.kubectl(
                "patch",
                "validatingwebhookconfiguration",
                site.namespace(),
                "--type=json",
                "--patch=[{\"op\":\"add\",\"path\":\"/webhooks/0/clientConfig/caBundle\",\"value\":\"YWE=\"},"
                        + "{\"op\":\"add\",\"path\":\"/webhooks/1/clientConfig/caBundle\",\"value\":\"YmI=\"}]");

        assertThat(deployer.plan(hooks).isEmpty()).isTrue();
        assertThatNothingDrifted();
        deployer.apply(site.set(HOOKS.replace("sideEffects: None", "sideEffects: NoneOnDryRun")));
        String live = site.kubectl("get", "validatingwebhookconfiguration", site.namespace(), "--output=json");
        assertThat(live).contains("YWE=", "YmI=", "NoneOnDryRun");
        assertThat(site.deployer().delete().isEmpty()).isFalse();
    }

    @Test
    void a_part_of_a_value_that_is_held_as_a_whole_is_sent_as_it_is() {
        String annotated = WEB.replace(
                "{name: web}",
                "{name: web, annotations: {deploy.webank.adorsys.com/ignore-fields: /spec/template/spec/nodeSelector/zone}}");
        site.deployer().apply(site.set(annotated));
        site.kubectlWith(
                WEB.replace("zone: a", "zone: b"),
                "apply",
                "--server-side",
                "--force-conflicts",
                "--field-manager=placer",
                "--filename=-");

        assertThat(site.deployer().plan(site.set(annotated)).problems()).isEmpty();
        site.deployer().apply(site.set(annotated));
        assertThat(site.live("deployment", "web", "spec", "template", "spec", "nodeSelector"))
                .contains("{\"disk\":\"ssd\",\"zone\":\"b\"}");
        assertThat(site.deployer().apply(site.set(annotated)).isEmpty()).isTrue();
    }

    @Test
    void what_a_tool_hands_over_keeps_the_values_of_ignored_fields() {
        site.kubectlWith(WEB.replace("replicas: 3", "replicas: 4"), "apply", "--filename=-");
        DeployOptions options = Site.OPTIONS
                .withTakenOver(TakeOver.kubectl())
                .withIgnoredFields(
                        IgnoredField.parse(REPLICAS), IgnoredField.parse("Deployment/web:/metadata/labels/team"));
        site.kubectl("label", "deployment", "web", "team=a");

        site.deployer().withOptions(options).apply(web);

        assertThat(replicas()).isEqualTo("4");
        assertThat(site.live("deployment", "web", "metadata", "labels", "team")).contains("\"a\"");
        assertThat(site.deployer().withOptions(options).plan(web).isEmpty()).isTrue();
    }

    @Test
    void what_cannot_be_ignored_or_matches_nothing_is_reported() {
        ManifestSet wrong = site.set(WEB.replace(
                "{name: web}", "{name: web, annotations: {deploy.webank.adorsys.com/ignore-fields: 'spec/replicas'}}"));

        assertThatThrownBy(() -> site.deployer().apply(wrong))
                .isInstanceOf(DeployException.InvalidInput.class)
                .extracting(e -> site.shown(e.getMessage()))
                .isEqualTo(
                        "error IGNORED_FIELD_INVALID Deployment/NS/web: its annotation"
                                + " `deploy.webank.adorsys.com/ignore-fields` has `spec/replicas`, which is not a JSON pointer to a"
                                + " field that can be ignored. Write pointers with commas between them, as in `/spec/replicas`.");
        assertThat(ignoring("Deployment/wed:/spec/replicas").plan(web).problems())
                .extracting(problem -> site.shown(problem.toString()))
                .containsExactly(
                        "warning OPTION_WITHOUT_EFFECT NS/shop: `--ignore-field Deployment/wed:/spec/replicas` has"
                                + " no effect: no object in the set matches. Correct it, or leave it out.");
    }
}
