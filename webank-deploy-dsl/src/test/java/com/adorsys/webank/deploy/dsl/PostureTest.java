package com.adorsys.webank.deploy.dsl;

import static com.adorsys.webank.deploy.dsl.Samples.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.dsl.internal.ChartExtras;
import com.adorsys.webank.deploy.dsl.internal.steps.NamespaceStep;
import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.secret.ExternalSecret;
import com.adorsys.webank.deploy.secret.RemoteKey;
import com.adorsys.webank.deploy.secret.SecretStoreRef;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PostureTest {
    @Nested
    class Hardened {
        private final ManifestSet manifests = Samples.dev().render(RELEASE);

        @Test
        void is_the_default() {
            assertThat(manifests).isEqualTo(Samples.dev().render(RELEASE, Posture.hardened()));
            assertThat(manifests).isNotEqualTo(Samples.dev().render(RELEASE, Posture.chart()));
        }

        @Test
        void gives_each_component_a_service_account_without_a_token() {
            Deployment deployment = manifests.get(Deployment.class, "webank-obs");
            ServiceAccount account = manifests.get(ServiceAccount.class, "webank-obs");

            assertThat(deployment.getSpec().getTemplate().getSpec().getServiceAccountName())
                    .isEqualTo("webank-obs");
            assertThat(deployment.getSpec().getTemplate().getSpec().getAutomountServiceAccountToken())
                    .isFalse();
            assertThat(account.getAutomountServiceAccountToken()).isFalse();
        }

        @Test
        void gives_a_token_and_annotations_to_components_that_set_them() {
            ManifestSet asked = Samples.dev()
                    .withOnlineBanking(obs -> obs.withServiceAccount(ServiceAccountSettings.of()
                            .withToken(ServiceAccountSettings.Token.MOUNTED)
                            .withAnnotations(
                                    Map.of("eks.amazonaws.com/role-arn", "arn:aws:iam::111122223333:role/obs"))))
                    .render(RELEASE);
            ServiceAccount account = asked.get(ServiceAccount.class, "webank-obs");

            assertThat(account.getAutomountServiceAccountToken()).isTrue();
            assertThat(account.getMetadata().getAnnotations())
                    .containsEntry("eks.amazonaws.com/role-arn", "arn:aws:iam::111122223333:role/obs");
        }

        @Test
        void requests_resources_where_none_are_set() {
            ManifestSet said = Samples.dev()
                    .withOnlineBanking(obs ->
                            obs.withResources(Resources.request("1", "1Gi").withMemoryLimit("2Gi")))
                    .render(RELEASE);

            assertThat(requests(manifests, "webank-obs")).isEqualTo("{cpu=200m, ephemeral-storage=64Mi, memory=1Gi}");
            assertThat(requests(said, "webank-obs")).isEqualTo("{cpu=1, ephemeral-storage=64Mi, memory=1Gi}");
        }

        @Test
        void separates_liveness_from_readiness_and_adds_a_startup_probe() {
            Container container = manifests
                    .get(Deployment.class, "webank-obs")
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0);

            assertThat(container.getLivenessProbe()).isNotEqualTo(container.getReadinessProbe());
            assertThat(container.getStartupProbe().getPeriodSeconds()
                            * container.getStartupProbe().getFailureThreshold())
                    .isEqualTo(150);
            assertThat(container.getStartupProbe().getHttpGet())
                    .isEqualTo(container.getReadinessProbe().getHttpGet());
        }

        @Test
        void leaves_probes_that_differ_as_they_are() {
            Probes probes = Probes.of(ContainerProbe.tcpSocket(8081), ContainerProbe.httpGet("/ready", 8081));
            Container container = Samples.dev()
                    .withOnlineBanking(obs -> obs.withProbes(probes))
                    .render(RELEASE)
                    .get(Deployment.class, "webank-obs")
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0);

            assertThat(container.getStartupProbe()).isNull();
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/ready");
        }

        @Test
        void writes_no_fixed_replicas_beside_an_autoscaler() {
            ManifestSet scaled = Samples.dev()
                    .withOnlineBanking(obs -> obs.withScaling(Autoscaling.builder()
                            .maxReplicas(6)
                            .targetCpuPercent(70)
                            .build()))
                    .render(RELEASE);

            assertThat(scaled.get(Deployment.class, "webank-obs").getSpec().getReplicas())
                    .isNull();
            assertThat(scaled.all("HorizontalPodAutoscaler")).hasSize(1);
            assertThat(requests(scaled, "webank-obs")).contains("cpu");
        }

        @Test
        void writes_its_own_labels_and_does_not_change_selectors() {
            Deployment hardened = manifests.get(Deployment.class, "webank-obs");
            Deployment chart = Samples.dev().render(RELEASE, Posture.chart()).get(Deployment.class, "webank-obs");

            assertThat(hardened.getMetadata().getLabels())
                    .containsEntry("app.kubernetes.io/managed-by", "webank-deploy")
                    .containsEntry("app.kubernetes.io/version", "bd93440d5977debae17cf9552913d91fe44a907d")
                    .doesNotContainKey("helm.sh/chart");
            assertThat(hardened.getSpec().getSelector())
                    .isEqualTo(chart.getSpec().getSelector());
        }

        @Test
        void writes_annotations_only_as_annotations() {
            Webank webank = Samples.dev()
                    .withOnlineBanking(obs -> obs.withAnnotations(Map.of("example.com/owner", "Team A <a@b.c>")));
            Deployment deployment = webank.render(RELEASE).get(Deployment.class, "webank-obs");

            assertThat(deployment.getSpec().getTemplate().getMetadata().getAnnotations())
                    .containsKey("example.com/owner");
            assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                    .doesNotContainKey("example.com/owner");
        }
    }

    @Nested
    class Steps {
        @Test
        void have_a_name_a_reason_a_reference_an_effect_and_a_phase() {
            assertThat(Posture.hardened().steps())
                    .extracting(PostureStep::name)
                    .containsExactly(
                            "service-account",
                            "service-links",
                            "image-pull",
                            "resources",
                            "jvm-memory",
                            "probes",
                            "port-names",
                            "graceful-stop",
                            "topology-spread",
                            "pod-security",
                            "autoscaling",
                            "rolling-update",
                            "disruption-budget",
                            "annotations",
                            "labels",
                            "service-targets",
                            "user-app",
                            "load-balancer",
                            "network-policies",
                            "config-digest",
                            "readiness-gates",
                            "namespace-warn",
                            "namespace-enforce");
            assertThat(Posture.hardened().steps()).allSatisfy(step -> {
                assertThat(step.reason()).isNotBlank();
                assertThat(step.reference()).startsWith("https://");
            });
        }

        @Test
        void have_the_effect_that_they_declare() {
            Autoscaling autoscaling =
                    Autoscaling.builder().maxReplicas(6).targetCpuPercent(70).build();
            Webank webank = withReplicasBesideAutoscaler(Samples.dev()
                            .withOnlineBanking(obs -> obs.withScaling(autoscaling)
                                    .withAnnotations(Map.of("example.com/owner", "team-a"))))
                    .plusMicroservices(Samples.bankAccount())
                    .plusSecretSources(ExternalSecret.builder()
                            .name("webank-obs-secret")
                            .store(SecretStoreRef.of("aws"))
                            .addDataFrom(RemoteKey.of("webank-dev/obs"))
                            .build());
            ManifestSet before = webank.render(RELEASE, Posture.chart());
            for (PostureStep step : Posture.hardened().steps()) {
                ManifestSet all = webank.render(RELEASE, Posture.hardened().upTo(step.name()));
                List<ChangeClass> classes = ManifestDiff.between(before, all).changes().stream()
                        .map(ManifestDiff.Change::changeClass)
                        .toList();

                if (step instanceof NamespaceStep) {
                    assertThat(classes).as(step.name()).isEmpty();
                    continue;
                }
                assertThat(classes)
                        .as(step.name())
                        .isNotEmpty()
                        .allSatisfy(changeClass -> assertThat(changeClass).isLessThanOrEqualTo(step.effect()));
                assertThat(classes).as(step.name()).contains(step.effect());
                before = all;
            }
        }

        @Test
        void are_switched_off_by_name_with_a_reason() {
            Posture posture = Posture.hardened().without("service-account", "the cluster's policy makes them");

            assertThat(posture.switchedOff())
                    .containsExactly(Map.entry("service-account", "the cluster's policy makes them"));
            assertThat(posture).hasToString("hardened 1 without service-account");
            assertThat(Samples.dev().render(RELEASE, posture).all("ServiceAccount"))
                    .isEmpty();
        }

        @Test
        void that_do_not_exist_cannot_be_switched_off() {
            assertThatThrownBy(() -> Posture.hardened().without("resource", "why not"))
                    .hasMessage("error POSTURE_STEP_UNKNOWN posture: the posture `hardened` has no step `resource`. Did"
                            + " you mean `resources`? If not, use one of service-account, service-links,"
                            + " image-pull, resources, jvm-memory, probes, port-names, graceful-stop,"
                            + " topology-spread, pod-security, autoscaling, rolling-update, disruption-budget,"
                            + " annotations, labels, service-targets, user-app, load-balancer, network-policies,"
                            + " config-digest, readiness-gates, namespace-warn, namespace-enforce.");
            assertThatThrownBy(() -> Posture.hardened().without("probes", " "))
                    .hasMessage(
                            "error POSTURE_REASON_MISSING posture: the step `probes` is switched off without a reason."
                                    + " State why, for readers of the code.");
        }
    }

    @Nested
    class Chart_versions {
        @Test
        void are_in_the_labels() {
            ChartVersions versions = ChartVersions.defaults().with(Chart.WEBANK_OBS, "1.3.0+build.1", "2.0.0");
            Deployment deployment =
                    Samples.dev().render(RELEASE, Posture.chart(versions)).get(Deployment.class, "webank-obs");

            assertThat(deployment.getMetadata().getLabels())
                    .containsEntry("helm.sh/chart", "obs-1.3.0_build.1")
                    .containsEntry("app.kubernetes.io/version", "2.0.0");
        }

        @Test
        void other_than_the_default_give_a_warning() {
            assertThat(ChartVersions.defaults().problems()).isEmpty();
            assertThat(ChartVersions.defaults()
                            .with(Chart.WEBANK_OBS, "1.3.0", "1.0.0")
                            .problems())
                    .singleElement()
                    .hasToString("warning CHART_VERSION posture.webank-obs: the labels `helm.sh/chart` and"
                            + " `app.kubernetes.io/version` of webank-obs 1.3.0 differ from those of 1.2.0, the"
                            + " version whose output was compared with Helm's. Expect every pod of it to restart"
                            + " when it is applied over the other version.");
        }
    }

    /** As the charts' values say it, and no builder. */
    private static Webank withReplicasBesideAutoscaler(Webank webank) {
        ChartExtras extras = new ChartExtras(
                Map.of(),
                Map.of(),
                OptionalInt.of(2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Set.of());
        return webank.withOnlineBanking(obs -> obs.withChartOnly(new ChartOnly(false, extras, null)));
    }

    private static String requests(ManifestSet manifests, String name) {
        return String.valueOf(new java.util.TreeMap<>(manifests
                .get(Deployment.class, name)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getResources()
                .getRequests()));
    }

    @Test
    void omits_fields_without_a_value() {
        MapTree deployment = Samples.smallest()
                .render(RELEASE, Posture.chart())
                .find("Deployment", "webank-obs")
                .orElseThrow()
                .tree();
        assertThat(deployment.at("metadata", "annotations")).isEmpty();
        Tree spec = deployment.at("spec", "template", "spec").orElseThrow();
        assertThat(((MapTree) spec).has("volumes")).isFalse();
    }
}
