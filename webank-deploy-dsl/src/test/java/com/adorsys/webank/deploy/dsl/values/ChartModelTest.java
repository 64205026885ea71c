package com.adorsys.webank.deploy.dsl.values;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlReader;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is derived from a model that was read from values counts, whatever only the values could say. */
class ChartModelTest {
    private static final Release RELEASE = Release.of("webank", "webank");

    @Test
    void a_new_database_replaces_a_literal_password() {
        OnlineBanking read = (OnlineBanking) read(Chart.WEBANK_OBS, "{}");
        OnlineBanking derived = read.withDatabase(Samples.database());

        for (Posture posture : new Posture[] {Posture.chart(), Posture.hardened()}) {
            ManifestSet manifests = derived.render(RELEASE, posture);
            assertThat(manifests)
                    .hasNoSecretData()
                    .deployment("webank-webank-obs")
                    .hasEnvFromSecret("SPRING_DATASOURCE_PASSWORD", "rds-secret", "password");
        }
    }

    @Test
    void a_fixed_number_of_replicas_replaces_an_autoscaler_or_a_missing_number() {
        OnlineBanking scaled = (OnlineBanking) read(Chart.WEBANK_OBS, "autoscaling: {enabled: true}");
        OnlineBanking unsaid = (OnlineBanking) read(Chart.WEBANK_OBS, "replicaCount: null");

        assertThat(scaled.withReplicas(3).render(RELEASE, Posture.chart()))
                .deployment("webank-webank-obs")
                .hasReplicas(3);
        assertThat(unsaid.withReplicas(3).render(RELEASE, Posture.chart()))
                .deployment("webank-webank-obs")
                .hasReplicas(3);
    }

    @Test
    void public_variables_replace_variables_from_secrets() {
        UserApp app =
                (UserApp) read(Chart.WEBANK_USERAPP, "env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}]");

        assertThat(app.withPublicEnv(Map.of("A", "public")).render(RELEASE, Posture.chart()))
                .deployment("webank-webank-userapp")
                .hasEnv("A", "public");
    }

    @Test
    void a_new_port_changes_the_probes_of_the_chart_but_not_those_of_the_values() {
        OnlineBanking read = (OnlineBanking) read(Chart.WEBANK_OBS, "livenessProbe: {tcpSocket: {port: 8081}}");

        Container container = read.withPort(9090)
                .render(RELEASE, Posture.chart())
                .get(Deployment.class, "webank-webank-obs")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);

        Assertions.assertThat(
                        container.getReadinessProbe().getHttpGet().getPort().getIntVal())
                .isEqualTo(9090);
        Assertions.assertThat(
                        container.getLivenessProbe().getTcpSocket().getPort().getIntVal())
                .isEqualTo(8081);
    }

    @Test
    void the_secret_that_the_values_name_first_stays() {
        OnlineBanking read = (OnlineBanking)
                read(Chart.WEBANK_OBS, "envFrom: [{secretRef: {name: keys}}, {configMapRef: {name: settings}}]");

        assertThat(read.withEnvFrom().render(RELEASE, Posture.chart()))
                .deployment("webank-webank-obs")
                .hasEnvFromSecret("keys");
    }

    @Test
    void empty_labels_and_annotations_do_not_replace_those_of_the_chart() {
        OnlineBanking read = (OnlineBanking) read(Chart.WEBANK_OBS, """
            commonLabels: {app.kubernetes.io/version: "", team: ""}
            commonAnnotations: {note: b, helm.sh/chart: ""}
            service: {annotations: {note: "", owner: ""}, additionalLabels: {helm.sh/chart: ""}}
            """);
        ManifestSet rendered = read.render(RELEASE, Posture.chart());

        MapTree deployment = rendered.all("Deployment").get(0).tree();
        Assertions.assertThat(Trees.text(deployment, "metadata", "labels", "app.kubernetes.io/version"))
                .isEqualTo("1.0.0");
        Assertions.assertThat(Trees.map(deployment, "metadata", "labels").has("team"))
                .isTrue();
        Assertions.assertThat(Trees.text(deployment, "spec", "template", "metadata", "labels", "helm.sh/chart"))
                .isEqualTo("webank-obs-1.2.0");
        MapTree service = Trees.map(rendered.all("Service").get(0).tree(), "metadata");
        Assertions.assertThat(Trees.text(service, "labels", "helm.sh/chart")).isEqualTo("webank-obs-1.2.0");
        Assertions.assertThat(Trees.map(service, "annotations"))
                .isEqualTo(MapTree.ofStrings(Map.of("note", "b", "owner", "", "helm.sh/chart", "")));
    }

    /** In the chart, {@code host: {{ ... }}} is rendered as {@code host: null}. */
    @ParameterizedTest
    @ValueSource(strings = {"ingress: {host: null, className: a}", "ingress: {host: '', className: a}"})
    void an_ingress_without_a_host_has_a_rule_for_every_host(String values) {
        Component component = read(Chart.WEBANK_OBS, values);
        Webank webank = webank(values + "\nobs: {database: {secretName: s}}\nprs: {database: {secretName: s}}");

        for (Posture posture : new Posture[] {Posture.chart(), Posture.hardened()}) {
            Assertions.assertThat(rule(webank.render(RELEASE, posture))).isEqualTo(List.of("http"));
        }
        Assertions.assertThat(rule(component.render(RELEASE, Posture.chart()))).isEqualTo(List.of("http"));
        Assertions.assertThat(rule(webank.withIngress(ingress -> ingress.withHost(Host.of("a.b")))
                        .render(RELEASE, Posture.chart())))
                .isEqualTo(List.of("host", "http"));
        Assertions.assertThat(ChartValues.write(webank).map("ingress"))
                .contains(MapTree.ofStrings(Map.of("host", "", "className", "a")));
    }

    private static List<String> rule(ManifestSet manifests) {
        MapTree spec = Trees.map(manifests.all("Ingress").get(0).tree(), "spec");
        return List.copyOf(Trees.map(Trees.list(spec, "rules"), 0).keys());
    }

    /** The chart writes it as a label, which Kubernetes rejects. */
    @Test
    void an_annotation_that_is_no_label_is_an_error_only_where_it_becomes_one() {
        ChartValues values = values(Chart.WEBANK_OBS, """
            commonAnnotations: {contact: "Team A, a@example.com"}
            database: {secretName: rds-secret}
            """);
        Posture withoutStep = Posture.hardened().without("annotations", "a test");
        String error = "values.yaml:1:21: error ANNOTATION_AS_LABEL commonAnnotations.contact: the chart also writes"
                + " `commonAnnotations` as labels of the pods, and `contact` is not a valid label: a label value"
                + " has at most 63 characters of A-Z, a-z, 0-9, -, _ and ., and starts and ends with a letter or"
                + " digit. Write it in `annotations` of `service` or `ingress`, or change it to a valid label.";

        MapTree deployment = values.toModel(RELEASE)
                .render(Posture.hardened())
                .all("Deployment")
                .get(0)
                .tree();

        Assertions.assertThat(Trees.text(deployment, "metadata", "annotations", "contact"))
                .isEqualTo("Team A, a@example.com");
        MapTree pod = Trees.map(deployment, "spec", "template", "metadata");
        Assertions.assertThat(Trees.text(pod, "annotations", "contact")).isEqualTo("Team A, a@example.com");
        Assertions.assertThat(Trees.map(pod, "labels").has("contact")).isFalse();
        Assertions.assertThat(values.problems(RELEASE, Posture.hardened())).isEmpty();
        Assertions.assertThat(values.problems(RELEASE))
                .extracting(Problem::toString)
                .containsExactly(error);
        for (Posture posture : new Posture[] {Posture.chart(), withoutStep}) {
            Assertions.assertThat(values.problems(RELEASE, posture)).isEqualTo(values.problems(RELEASE));
            Assertions.assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> values.toModel(RELEASE).render(posture))
                    .satisfies(
                            refused -> Assertions.assertThat(refused.problems()).isEqualTo(values.problems(RELEASE)));
        }
    }

    @Test
    void labels_and_annotations_that_are_added_reach_every_object() {
        String values = """
            commonLabels: {team: a}
            commonAnnotations: {note: b}
            """;
        OnlineBanking read = (OnlineBanking) read(Chart.WEBANK_OBS, values + "ingress: {enabled: true, host: a.b.c}");
        ManifestSet changed =
                read.plusLabels("tier", "c").plusAnnotations("owner", "d").render(RELEASE, Posture.chart());

        for (String kind : new String[] {"Deployment", "Service", "Ingress"}) {
            MapTree metadata = Trees.map(changed.all(kind).get(0).tree(), "metadata");
            Assertions.assertThat(Trees.text(metadata, "labels", "tier"))
                    .as(kind)
                    .isEqualTo("c");
            Assertions.assertThat(Trees.text(metadata, "annotations", "owner"))
                    .as(kind)
                    .isEqualTo("d");
        }

        Webank webank = webank(values + "ingress: {host: a.b.c}");
        MapTree metadata = Trees.map(
                webank.plusLabels("tier", "c")
                        .plusAnnotations("owner", "d")
                        .render(RELEASE, Posture.chart())
                        .all("Ingress")
                        .get(0)
                        .tree(),
                "metadata");
        Assertions.assertThat(Trees.text(metadata, "labels", "tier")).isEqualTo("c");
        Assertions.assertThat(Trees.text(metadata, "annotations", "owner")).isEqualTo("d");
    }

    private static Webank webank(String values) {
        return values(Chart.WEBANK, values).toModel(RELEASE).webank().orElseThrow();
    }

    private static Component read(Chart chart, String values) {
        return values(chart, values).toModel(RELEASE).component().orElseThrow();
    }

    private static ChartValues values(Chart chart, String values) {
        return ChartValues.read(chart, YamlReader.read("values.yaml", values.getBytes(StandardCharsets.UTF_8)));
    }
}
