package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes that the server does not let be made in place. */
class ImmutableFieldsIT {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: it}
            spec:
              selector: {matchLabels: {app: VALUE}}
              template:
                metadata: {labels: {app: VALUE}}
                spec: {containers: [{name: app, image: "image:1"}]}
            """;
    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: it}
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: app, image: "image:1", env: [{name: A, value: VALUE}]}]
            """;
    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: it}
            immutable: true
            data: {key: VALUE}
            """;
    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata: {name: it}
            immutable: true
            stringData: {key: VALUE}
            """;
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: it}
            spec: {clusterIP: VALUE, ports: [{port: 80}]}
            """;
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: it}
            spec: {accessModes: [VALUE], resources: {requests: {storage: 1Gi}}}
            """;
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: things.NS.example.com}
            spec:
              group: NS.example.com
              scope: VALUE
              names: {plural: things, singular: thing, kind: Thing, listKind: ThingList}
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object}}
            """;

    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "immutable");

    private static String yaml(String kind) {
        return switch (kind) {
            case "Deployment" -> DEPLOYMENT;
            case "Job" -> JOB;
            case "ConfigMap" -> CONFIG_MAP;
            case "Secret" -> SECRET;
            case "Service" -> SERVICE;
            case "PersistentVolumeClaim" -> CLAIM;
            default -> DEFINITION;
        };
    }

    private ManifestSet set(String kind, String value) {
        return site.set(yaml(kind).replace("VALUE", value) + "---\n"
                + "{apiVersion: v1, kind: ConfigMap, metadata: {name: beside}, data: {key: '" + value + "'}}");
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, old, new, `spec.selector`, field is immutable; the set changes `spec.selector.matchLabels.app`",
        "Job, old, new, `spec.template`, field is immutable; the set changes `spec.template.spec.containers[name=app].env[name=A].value`",
        "ConfigMap, old, new, `data`, field is immutable when `immutable` is set; the set changes `data.key`",
        "Secret, old, new, `data`, field is immutable when `immutable` is set; the set changes `data.key`",
        "Service, 10.0.0.76, 10.0.0.77, '`spec.clusterIPs[0]`', may not change once set"
    })
    void a_change_is_refused_with_the_field_and_made_by_replacing_where_that_is_asked_for(
            String kind, String old, String changed, String field, String reason) {
        site.deployer().apply(set(kind, old));
        String uid = site.live(kind, "it", "metadata", "uid").orElseThrow();

        assertThatThrownBy(() -> site.deployer().apply(set(kind, changed)))
                .isInstanceOf(DeployException.Refused.class)
                .extracting(e -> site.shown(e.getMessage()))
                .isEqualTo("Nothing was written.\nerror FIELD_IMMUTABLE " + kind + "/NS/it: the server does not let "
                        + field
                        + " be changed: " + reason
                        + ". Leave it as it is, or let the object be deleted and made anew (`--replace "
                        + kind + "/NS/it`).");
        assertThat(site.live(kind, "it", "metadata", "uid")).contains(uid);
        assertThat(site.live("configmap", "beside", "data", "key")).contains("\"" + old + "\"");

        Deployer deployer = site.deployer()
                .withOptions(Site.OPTIONS.withReplaced(ObjectRef.parse(kind + "/" + site.namespace() + "/it")));
        Plan plan = deployer.plan(set(kind, changed));
        PlannedChange change = Site.of(plan, kind, "it");
        assertThat(change.action()).isEqualTo(Action.REPLACE);
        assertThat(change.changeClass()).isEqualTo(ChangeClass.REPLACEMENT);
        assertThat(change.differences()).isNotEmpty();
        assertThat(plan.text()).contains("± " + kind + "/" + site.namespace() + "/it  replace (replacement)");

        assertThat(Site.outcomes(deployer.apply(plan)))
                .containsExactlyInAnyOrder(kind + "/it REPLACED", "ConfigMap/beside UPDATED");
        assertThat(site.live(kind, "it", "metadata", "uid")).isPresent().isNotEqualTo(java.util.Optional.of(uid));
        assertThat(site.deployer().apply(set(kind, changed)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PersistentVolumeClaim, ReadWriteOnce, ReadWriteMany, spec, PersistentVolumeClaim/NS/it, it, spec is immutable",
        "CustomResourceDefinition, Namespaced, Cluster, spec.scope, CustomResourceDefinition/things.NS.example.com,"
                + " things.NS.example.com, field is immutable"
    })
    void what_holds_data_is_never_replaced(
            String kind, String old, String changed, String field, String id, String name, String reason) {
        site.deployer().apply(set(kind, old));
        String live = site.set("{apiVersion: v1, kind: X, metadata: {name: '" + name + "'}}")
                .manifests()
                .get(0)
                .name();
        String uid = site.live(kind, live, "metadata", "uid").orElseThrow();
        Deployer deployer = site.deployer()
                .withOptions(Site.OPTIONS.withReplaced(ObjectRef.parse(id.replace("NS", site.namespace()))));

        assertThatThrownBy(() -> deployer.apply(set(kind, changed)))
                .isInstanceOf(DeployException.Refused.class)
                .extracting(e -> site.shown(e.getMessage()))
                .asString()
                .startsWith("Nothing was written.\nerror FIELD_IMMUTABLE " + id + ": the server does not let `" + field
                        + "` be changed: " + reason)
                .endsWith(". Leave it as it is; an object of this kind is never replaced.");

        assertThat(site.live(kind, live, "metadata", "uid")).contains(uid);
    }

    @Test
    void no_value_is_in_the_refusal() {
        site.deployer().apply(set("Job", "geheim-1"));
        site.deployer("other").apply(site.set(SECRET.replace("VALUE", "geheim-3")));

        assertThatThrownBy(() -> site.deployer().apply(set("Job", "geheim-2")))
                .hasMessageContaining("`spec.template`")
                .hasMessageNotContaining("geheim");
        Plan plan = site.deployer("other")
                .withOptions(Site.OPTIONS.withReplaced(ObjectRef.parse("Secret/" + site.namespace() + "/it")))
                .plan(site.set(SECRET.replace("VALUE", "geheim-4")));
        assertThat(Site.of(plan, "Secret", "it").action()).isEqualTo(Action.REPLACE);
        assertThat(plan.text() + plan.json()).doesNotContain("geheim", "Z2VoZWlt");
    }
}
