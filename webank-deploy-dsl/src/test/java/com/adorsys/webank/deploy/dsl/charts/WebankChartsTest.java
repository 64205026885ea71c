package com.adorsys.webank.deploy.dsl.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.check.ShapeCheck;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Microservice;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.PostureStep;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.NamespaceQuota;
import com.adorsys.webank.deploy.dsl.network.AlbHealthCheck;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.NetworkCall;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.helm.HelmChart;
import com.adorsys.webank.deploy.helm.SemVer;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import com.adorsys.webank.deploy.manifest.ManifestSelector;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.MergePatch;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WebankChartsTest {
    private static final WebankCharts CHARTS = WebankCharts.of(Samples.dev());

    private static List<String> problems(Supplier<?> refused) {
        List<String> problems = new ArrayList<>();
        assertThatExceptionOfType(DeployException.InvalidInput.class)
                .isThrownBy(refused::get)
                .satisfies(e -> e.problems().stream().map(Problem::toString).forEach(problems::add));
        return problems;
    }

    private static String yaml(Tree tree) {
        return YamlWriter.write(tree).substring("---\n".length());
    }

    private static MapTree values(String path, ScalarTree value) {
        return Trees.with(MapTree.of(), value, Point.keys(path));
    }

    @Test
    void render_by_default_what_they_were_exported_from() {
        assertThat(CHARTS.render(Samples.RELEASE, MapTree.of()))
                .isEqualTo(Samples.dev().render(Samples.RELEASE));
    }

    @Test
    void are_one_of_each_component_and_the_umbrella() {
        assertThat(CHARTS.charts())
                .extracting(HelmChart::toString)
                .containsExactly("webank-userapp-2.0.0", "webank-obs-2.0.0", "webank-prs-2.0.0", "webank-2.0.0");
    }

    @Test
    void have_the_version_that_they_are_given() {
        HelmChart umbrella = CHARTS.withVersion(SemVer.parse("2.1.0-rc.1")).umbrella();

        assertThat(umbrella.toString()).isEqualTo("webank-2.1.0-rc.1");
        assertThat(umbrella.metadata().dependencies())
                .allSatisfy(part -> assertThat(part.version().toString()).isEqualTo("2.1.0-rc.1"));
    }

    @Test
    void have_a_chart_of_a_microservice() {
        Webank webank = Samples.dev().plusMicroservices(accounts());

        assertThat(WebankCharts.of(webank)
                        .part("accounts")
                        .render(Release.of("a", "b"), MapTree.of())
                        .all("Deployment"))
                .extracting(manifest -> manifest.name())
                .containsExactly("a-accounts");
    }

    private static Microservice accounts() {
        return Microservice.builder()
                .name("accounts")
                .image(Image.parse("ghcr.io/adorsys-gis/webank-accounts:1.4.0"))
                .port(8082)
                .route("/api/accounts")
                .build();
    }

    @Test
    void have_valid_defaults_and_examples() {
        ValuesReading webank =
                new ValuesReading(new WebankDialect(Samples.dev(), new Rendered(Posture.hardened(), List.of())));
        List<ValuesReading> all = new ArrayList<>(webank.parts().values());
        all.add(webank);
        for (ValuesReading chart : all) {
            for (Row row : chart.dialect().rows()) {
                Tree shown = row.initial() == null ? row.example() : row.initial();
                assertThat(ShapeCheck.problems(row.shape(), shown, Locations.none()))
                        .as(chart.dialect().chartName() + " " + row.path())
                        .isEmpty();
            }
        }
    }

    @Test
    void without_a_component_are_refused() {
        assertThat(problems(() -> CHARTS.part("accounts")))
                .containsExactly(
                        "error COMPONENT_UNKNOWN accounts: there is no component `accounts`. Use one of userapp, obs,"
                                + " prs.");
    }

    @Nested
    class Values {
        @Test
        void of_a_part_are_read_into_the_model() {
            Webank read = CHARTS.read(values("obs.image.tag", ScalarTree.of("2.0")));

            assertThat(read)
                    .isEqualTo(CHARTS.read(MapTree.of())
                            .withOnlineBanking((OnlineBanking obs) ->
                                    obs.withImage(obs.image().withTag("2.0"))));
        }

        @Test
        void that_are_unknown_are_refused_at_each_level() {
            assertThat(problems(() -> CHARTS.read(values("replicas", ScalarTree.of(2)))))
                    .singleElement()
                    .asString()
                    .startsWith("error UNKNOWN_KEY replicas: ");
            assertThat(problems(() -> CHARTS.read(values("obs.service.ports", ScalarTree.of(2)))))
                    .singleElement()
                    .asString()
                    .startsWith("error UNKNOWN_KEY obs.service.ports: ");
        }

        @Test
        void of_another_type_are_refused() {
            assertThat(problems(() -> CHARTS.read(values("prs.replicaCount", ScalarTree.of("2")))))
                    .singleElement()
                    .asString()
                    .startsWith("error WRONG_TYPE prs.replicaCount: ");
        }

        @Test
        void that_contradict_each_other_are_refused() {
            MapTree scaling = MapTree.of("enabled", ScalarTree.of(true)).with("minReplicas", ScalarTree.of(5));

            assertThat(problems(() -> CHARTS.read(MapTree.of("obs", MapTree.of("autoscaling", scaling)))))
                    .containsExactly(
                            "error OUT_OF_RANGE obs.autoscaling.maxReplicas: it is less than minReplicas. Raise"
                                    + " maxReplicas or lower minReplicas.");
        }

        @Test
        void with_a_variable_of_the_chart_are_refused() {
            MapTree url = MapTree.of("name", "SPRING_DATASOURCE_URL").with("value", "jdbc:postgresql://other");

            assertThat(problems(() -> CHARTS.read(MapTree.of("obs", MapTree.of("env", ListTree.of(url))))))
                    .containsExactly(
                            "error NAME_RESERVED obs.env: `SPRING_DATASOURCE_URL` is set by the chart. Remove it, or"
                                    + " use another name.");
        }

        @Test
        void that_give_two_components_one_name_are_refused() {
            MapTree named = MapTree.of("nameOverride", "web");

            assertThat(problems(() -> CHARTS.read(MapTree.of("obs", named).with("userapp", named))))
                    .contains(
                            "error DUPLICATE nameOverride: two components have the name `web` in their labels, and the Service"
                                    + " of each would select the pods of both. Give one of them another `nameOverride`.");
        }

        @Test
        void that_contradict_the_load_balancer_are_refused() {
            MapTree annotations = MapTree.of("alb.ingress.kubernetes.io/scheme", "internal");

            assertThat(problems(() -> CHARTS.read(MapTree.of("obs", MapTree.of("commonAnnotations", annotations)))))
                    .containsExactly(
                            "error NAME_RESERVED obs.commonAnnotations: `alb.ingress.kubernetes.io/scheme` is set by the"
                                    + " chart. Remove it, or use another key.");
        }

        @Test
        void can_switch_pending_registration_off() {
            Webank read = CHARTS.read(values("prs.enabled", ScalarTree.of(false)));

            assertThat(read.pendingRegistration()).isEmpty();
        }

        @Test
        void that_switch_a_part_by_a_text_or_not_at_all_are_refused() {
            assertThat(problems(() -> CHARTS.read(values("prs.enabled", ScalarTree.of("false")))))
                    .containsExactly(
                            "error WRONG_TYPE prs.enabled: `enabled` is a string; `true` or `false` is expected. Write `true`"
                                    + " or `false` without quotes, as in `enabled: true`.");
            assertThat(problems(() -> CHARTS.read(values("prs.enabled", ScalarTree.ofNull()))))
                    .containsExactly(
                            "error MISSING_KEY prs.enabled: it is not said whether there is `prs`. Set it to true or"
                                    + " false.");
        }

        @Test
        void of_a_part_that_all_charts_share_are_under_those_of_the_umbrella() {
            assertThat(CHARTS.read(values("prs.global.loadBalancer", ScalarTree.of("text"))))
                    .isEqualTo(CHARTS.read(MapTree.of()));
            assertThat(problems(() -> CHARTS.read(values("prs.global", ScalarTree.of(1)))))
                    .singleElement()
                    .asString()
                    .startsWith("error WRONG_TYPE prs.global: `global` is a number; a map is expected.");
            assertThat(problems(() -> CHARTS.read(values("prs.global.network", ScalarTree.of("text")))))
                    .singleElement()
                    .asString()
                    .startsWith("error WRONG_TYPE prs.global.network: `network` is a string; a map is expected.");
        }

        @Test
        void cannot_switch_online_banking_off() {
            assertThat(problems(() -> CHARTS.read(values("obs.enabled", ScalarTree.of(false)))))
                    .containsExactly(
                            "error MISSING_KEY obs.enabled: a Webank is not complete without `obs`. Set it to true.");
        }

        @Test
        void that_are_removed_though_templates_need_them_are_refused() {
            assertThat(problems(() -> CHARTS.read(values("obs.image.repository", ScalarTree.ofNull()))))
                    .singleElement()
                    .asString()
                    .startsWith("error MISSING_KEY obs.image");
        }
    }

    @Nested
    class Values_of_a_file {
        private static final Release RELEASE = Release.of("bank", "banking");

        private static GivenValues given(String yaml) {
            return GivenValues.of(YamlReader.read("values.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
        }

        private static List<String> problems(ExportedChart chart, String yaml) {
            return chart.problems(RELEASE, given(yaml)).stream()
                    .map(Problem::toString)
                    .toList();
        }

        @Test
        void are_read_as_those_made_in_java() {
            GivenValues given = given("obs:\n  replicaCount: 3\n");

            assertThat(CHARTS.problems(given)).isEmpty();
            assertThat(CHARTS.read(given)).isEqualTo(CHARTS.read(given.tree()));
            assertThat(CHARTS.render(RELEASE, given)).isEqualTo(CHARTS.render(RELEASE, given.tree()));
            GivenValues ofPart = given("replicaCount: 3\n");
            assertThat(CHARTS.part("obs").read(ofPart))
                    .isEqualTo(CHARTS.read(given).onlineBanking());
            assertThat(CHARTS.named("webank-obs").render(RELEASE, ofPart))
                    .isEqualTo(CHARTS.part("obs").render(RELEASE, ofPart.tree()));
        }

        @Test
        void have_all_their_problems_at_their_lines() {
            String yaml = """
                    prs:
                      autoscaling:
                        enabled: true
                        minReplicas: 5
                    userapp:
                      env:
                      - name: VITE_BROKER
                        value: amqp://webank:pa55@mq
                    """;
            List<String> expected = List.of(
                    "values.yaml:2:3: error OUT_OF_RANGE prs.autoscaling.maxReplicas: it is less than minReplicas. Raise"
                            + " maxReplicas or lower minReplicas.",
                    "values.yaml:8:5: warning SECRET_IN_VALUES userapp.env[0].value: the value contains a URL with a password."
                            + " Keep the value in a Secret, and refer to that; replace the value if it was in Git.");

            assertThat(problems(CHARTS, yaml)).isEqualTo(expected);
            assertThat(WebankChartsTest.problems(() -> CHARTS.render(RELEASE, given(yaml))))
                    .containsExactly(expected.get(0));
        }

        @Test
        void that_only_the_model_refuses_have_their_lines_too() {
            String env = "env:\n- name: A\n  value: b\n- name: VITE_API_SECRET\n  value: hunter2abcdef\n";
            String problem =
                    ": every visitor can read the variable, and its value is likely a secret, by the name. Remove it. If it is"
                            + " public by design, take it from a ConfigMap with `publicSources`, and waive `PUBLIC_SECRET` with a"
                            + " reason.";

            assertThat(problems(CHARTS.part("userapp"), env))
                    .containsExactly("values.yaml:4:3: error PUBLIC_SECRET env[1]" + problem);
            assertThat(problems(CHARTS, "userapp:\n" + env.indent(2)))
                    .containsExactly("values.yaml:5:5: error PUBLIC_SECRET userapp.env[1]" + problem);
            assertThat(WebankChartsTest.problems(() -> CHARTS.read(given("userapp:\n" + env.indent(2)))))
                    .containsExactly("values.yaml:5:5: error PUBLIC_SECRET userapp.env[1]" + problem);
        }

        @Test
        void in_an_application_have_their_places_there() {
            YamlDocument document = YamlReader.read(
                    "app.yaml",
                    "spec:\n  valuesObject:\n    obs:\n      replicas: 2\n".getBytes(StandardCharsets.UTF_8));
            GivenValues given = GivenValues.of(
                    Trees.map((MapTree) document.tree(), "spec", "valuesObject"),
                    "spec.valuesObject",
                    document.locations());

            assertThat(CHARTS.problems(given))
                    .singleElement()
                    .asString()
                    .startsWith("app.yaml:4:7: error UNKNOWN_KEY spec.valuesObject.obs.replicas: ");
        }

        @Test
        void are_those_of_a_chart_that_is_exported() {
            assertThat(WebankChartsTest.problems(() -> CHARTS.named("webank-ob")))
                    .containsExactly(
                            "error CHART_UNKNOWN chart: no chart `webank-ob` is exported. Did you mean `webank-obs`? If not, use one of webank, webank-userapp, webank-obs, webank-prs.");
        }
    }

    @Nested
    class Written {
        @Test
        void values_of_the_same_webank_are_empty() {
            assertThat(CHARTS.values(Samples.dev())).isEqualTo(MapTree.of());
        }

        @Test
        void values_of_another_environment_say_what_differs() {
            Webank other = Samples.dev()
                    .withOnlineBanking(obs -> obs.withReplicas(2))
                    .withPendingRegistration(Optional.empty())
                    .withIngress(
                            AlbIngress.class,
                            alb -> alb.withHost(Host.of("prod.example.com"))
                                    .withExternalDns(Host.of("prod.example.com"))
                                    .withTags(Map.of("Environment", "prod")))
                    .withNetwork(network -> network.withOutbound(List.of()).withDatabaseSubnets(List.of()));

            MapTree values = CHARTS.values(other);

            assertThat(yaml(values)).isEqualTo("""
                            ingress:
                              host: prod.example.com
                              tags:
                                Environment: prod
                            obs:
                              replicaCount: 2
                            global:
                              network:
                                databaseSubnets: []
                                ownNetworks: []
                            prs:
                              enabled: false
                            """);
            assertThat(CHARTS.render(Samples.RELEASE, values)).isEqualTo(other.render(Samples.RELEASE));
        }

        @Test
        void values_cannot_say_what_the_charts_have_as_constants() {
            Webank other = Samples.dev().withOnlineBanking(obs -> obs.withWorkingDir("/app"));

            assertThat(problems(() -> CHARTS.values(other)))
                    .containsExactly("error CHART_CANNOT_SAY"
                            + " deployment-obs.spec.template.spec.containers[0].workingDir: the chart `webank` cannot render"
                            + " it: its values cannot say what it depends on. Leave out the setting or the step that renders it, or"
                            + " render the manifests instead of a chart.");
        }
    }

    @Nested
    class OldCharts {
        private final Path dev = Path.of("src/test/resources/parity/umbrella-dev");

        @Test
        void are_replaced_without_a_difference_of_pods_in_the_chart_posture() {
            Webank webank = ChartValues.read(Chart.WEBANK, dev.resolve("values.yaml"))
                    .toModel(Samples.RELEASE)
                    .webank()
                    .orElseThrow()
                    .withIngress(Samples.ingress());
            ManifestSet old = YamlReader.readManifests(dev.resolve("rendered.yaml"));

            ManifestSet manifests = WebankCharts.of(webank, Posture.chart()).render(Samples.RELEASE, MapTree.of());

            Map<String, String> differences = new TreeMap<>();
            assertThat(manifests.manifests()).hasSameSizeAs(old.manifests());
            for (Manifest manifest : manifests) {
                MapTree before = old.find(manifest.id()).orElseThrow().tree();
                differences.put(
                        manifest.kind() + "/" + manifest.name(), Unordered.firstDifference(manifest.tree(), before));
            }
            differences.values().removeIf(String::isEmpty);
            assertThat(differences)
                    .isEqualTo(Map.of(
                            "Ingress/webank", "metadata.annotations[\"alb.ingress.kubernetes.io/listen-ports\"]"));
        }
    }

    @Nested
    class Applications {
        private final Environment prod = Environment.builder()
                .name("prod")
                .webank(Samples.dev().withOnlineBanking(obs -> obs.withReplicas(2)))
                .destination(Destination.inCluster("webank"))
                .repository("https://github.com/example/configuration")
                .build();

        @Test
        void read_the_chart_from_git() {
            assertThat(yaml(CHARTS.applicationFromGit(prod, "charts/webank")
                            .manifest()
                            .tree()
                            .at("spec", "source")
                            .orElseThrow()))
                    .isEqualTo("""
                            repoURL: https://github.com/example/configuration
                            path: charts/webank
                            targetRevision: main
                            helm:
                              releaseName: webank
                              valuesObject:
                                obs:
                                  replicaCount: 2
                            """);
        }

        @Test
        void read_the_chart_from_a_registry() {
            assertThat(yaml(CHARTS.applicationFromRepository(prod, "oci://registry.example.com/charts")
                            .manifest()
                            .tree()
                            .at("spec", "source")
                            .orElseThrow()))
                    .isEqualTo("""
                            repoURL: registry.example.com/charts
                            chart: webank
                            targetRevision: "2.0.0"
                            helm:
                              releaseName: webank
                              valuesObject:
                                obs:
                                  replicaCount: 2
                            """);
        }

        @Test
        void remove_a_default_of_the_chart_by_a_null_in_a_text_since_the_server_drops_other_nulls() {
            AlbIngress unnamed = Samples.ingress().withLoadBalancerName(Optional.empty());
            Environment other = prod.withWebank(prod.webank().withIngress(unnamed));

            assertThat(yaml(CHARTS.applicationFromGit(other, "charts/webank")
                            .manifest()
                            .tree()
                            .at("spec", "source", "helm")
                            .orElseThrow()))
                    .isEqualTo("""
                            releaseName: webank
                            values: |
                              ---
                              ingress:
                                loadBalancerName: null
                              obs:
                                replicaCount: 2
                            """);
            assertThat(yaml(CHARTS.applicationFromRepository(other, "oci://registry.example.com/charts")
                            .manifest()
                            .tree()
                            .at("spec", "source", "helm", "values")
                            .orElseThrow()))
                    .contains("loadBalancerName: null");
        }

        @Test
        void with_values_that_the_schema_refuses_are_refused() {
            Environment many = prod.withWebank(prod.webank().withOnlineBanking(obs -> obs.withReplicas(1001)));
            String range =
                    "error OUT_OF_RANGE obs.replicaCount: `replicaCount` is `1001`; a whole number from 0 to 1000 is expected. Write"
                            + " a number within the range.";

            assertThat(problems(() -> CHARTS.applicationFromGit(many, "charts/webank")))
                    .containsExactly(range);
            assertThat(problems(() -> CHARTS.applicationFromRepository(many, "oci://registry.example.com/charts")))
                    .containsExactly(range);
        }

        @Test
        void with_objects_that_the_charts_do_not_have_are_refused() {
            Environment limited = prod.withNamespace(prod.namespace()
                    .withQuota(NamespaceQuota.of(Resources.request("4", "8Gi").withLimits("8", "16Gi"))));

            assertThat(problems(() -> CHARTS.applicationFromGit(limited, "charts/webank")))
                    .containsExactly(
                            "error CHART_CANNOT_SAY ResourceQuota/webank/webank: the charts do not have the object, which the"
                                    + " environment `prod` deploys. Apply it in another way, and leave it out of the"
                                    + " environment, or let Argo CD read the generated folder instead of a chart.");
        }

        @Test
        void of_another_posture_are_refused() {
            assertThat(problems(() -> CHARTS.applicationFromGit(prod.withPosture(Posture.chart()), "charts/webank")))
                    .containsExactly(
                            "error CHART_CANNOT_SAY posture: the charts were exported with other `posture` than the"
                                    + " environment `prod` has. Export charts from that environment.");
        }
    }

    @Nested
    class Environments {
        private final Environment dev = Environment.builder()
                .name("dev")
                .webank(Samples.dev())
                .destination(Destination.inCluster("webank"))
                .repository("https://github.com/example/configuration")
                .build();

        @Test
        void have_their_patches_in_the_charts() {
            Environment patched = dev.withPatches(ManifestPatch.merge(
                    ManifestSelector.kind("Deployment"),
                    MergePatch.of(Trees.with(
                            MapTree.of(), ScalarTree.of("gvisor"), "spec", "template", "spec", "runtimeClassName"))));

            assertThat(WebankCharts.of(patched).part("prs").chart().templates().get("deployment.yaml"))
                    .contains("\n      runtimeClassName: gvisor\n");
        }

        @Test
        void with_a_patch_of_one_object_are_refused() {
            Environment patched = dev.withPatches(ManifestPatch.merge(
                    ManifestSelector.object("Deployment", "webank-obs"),
                    MergePatch.of(MapTree.of("spec", MapTree.of("paused", ScalarTree.of(true))))));

            assertThat(problems(() -> WebankCharts.of(patched)))
                    .containsExactly(
                            "error CHART_CANNOT_SAY patches: the merge patch of Deployment/webank-obs is for one release,"
                                    + " and a chart is for any. Write it as a `PostureStep`, which is given the objects of each release.");
        }
    }

    @Nested
    class Steps {
        private final Release release = Release.of("other", "elsewhere");

        @Test
        void of_a_user_are_in_the_templates() {
            PostureStep priority = PostureStep.of(
                    "priority",
                    ChangeClass.ROLL_OUT,
                    "a sample",
                    part -> part.editPods(pod -> pod.with("runtimeClassName", "gvisor")));

            Posture posture = Posture.hardened().with(priority);
            WebankCharts charts = WebankCharts.of(Samples.dev(), posture);

            assertThat(charts.part("obs").chart().templates().get("deployment.yaml"))
                    .contains("\n      runtimeClassName: gvisor\n");
            assertThat(charts.render(release, MapTree.of()))
                    .isEqualTo(Samples.dev().render(release, posture));
        }

        @Test
        void that_add_objects_are_templates() {
            PostureStep settings =
                    PostureStep.of("settings", ChangeClass.CONFIGURATION, "a sample", part -> withSettings(part));

            assertThat(WebankCharts.of(Samples.dev(), Posture.hardened().with(settings))
                            .part("obs")
                            .chart()
                            .templates())
                    .containsKey("configmap.yaml");
        }

        private ReleasePart withSettings(ReleasePart part) {
            MapTree metadata = Trees.map(part.object("Deployment").orElse(MapTree.of()), "metadata");
            return metadata.isEmpty()
                    ? part
                    : part.with(MapTree.of("apiVersion", "v1")
                            .with("kind", "ConfigMap")
                            .with("metadata", metadata)
                            .with(
                                    "data",
                                    MapTree.of(
                                            "image",
                                            part.component()
                                                    .orElseThrow()
                                                    .image()
                                                    .toString())));
        }

        @Test
        void that_no_template_can_say_are_refused_by_name() {
            PostureStep length = PostureStep.of(
                    "length",
                    ChangeClass.METADATA,
                    "a sample",
                    part -> part.edit(
                            "Service",
                            service -> Trees.with(
                                    service,
                                    ScalarTree.of("length-"
                                            + Trees.text(service, "metadata", "name")
                                                    .hashCode()),
                                    "metadata",
                                    "annotations",
                                    "example.com/hash")));

            assertThat(problems(() ->
                            WebankCharts.of(Samples.dev(), Posture.hardened().with(length))))
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem)
                            .startsWith(
                                    "error CHART_NOT_UNIFORM service.metadata.annotations[\"example.com/hash\"]: no template"
                                            + " of the chart `webank-"));
        }

        @Test
        void switched_off_are_not_in_the_templates() {
            Posture posture = Posture.hardened().without("network-policies", "a sample");

            assertThat(WebankCharts.of(Samples.dev(), posture).umbrella().templates())
                    .doesNotContainKey("networkpolicy-default-deny.yaml");
        }
    }

    @Nested
    class Settings {
        @Test
        void of_a_service_with_a_node_port_have_no_labels_in_the_values() {
            Webank webank = Samples.dev().withOnlineBanking(obs -> obs.withService(ServiceSettings.nodePort()));

            assertThat(problems(() -> WebankCharts.of(webank)
                            .read(MapTree.of(
                                    "obs",
                                    MapTree.of("service", MapTree.of("additionalLabels", MapTree.of("a", "b")))))))
                    .singleElement()
                    .asString()
                    .startsWith("error UNKNOWN_KEY obs.service.additionalLabels: ");
        }

        @Test
        void of_resources_may_leave_out_the_limit_of_cpu() {
            Webank webank = Samples.dev()
                    .withOnlineBanking(obs ->
                            obs.withResources(Resources.request("1", "1Gi").withMemoryLimit("1Gi")));

            assertThat(WebankCharts.of(webank).render(Samples.RELEASE, MapTree.of()))
                    .isEqualTo(webank.render(Samples.RELEASE));
        }

        @Test
        void of_a_microservice_with_the_name_of_a_value_are_refused() {
            Webank webank = Samples.dev().plusMicroservices(accounts().withName("ingress"));

            assertThat(problems(() -> WebankCharts.of(webank)))
                    .containsExactly(
                            "error CHART_CANNOT_SAY microservices.ingress: `microservices.ingress` has the name of a"
                                    + " value, which the values of the chart cannot say. Change it, or render the manifests instead of a"
                                    + " chart.");
        }

        @Test
        void that_no_value_can_say_are_refused_by_name() {
            Webank webank = Samples.dev()
                    .plusMicroservices(accounts())
                    .withNetwork(network -> network.plusCalls(NetworkCall.of("obs", "accounts")));

            assertThat(problems(() -> WebankCharts.of(webank)))
                    .anySatisfy(problem -> assertThat(problem)
                            .startsWith("error CHART_NOT_UNIFORM NetworkPolicy/")
                            .contains("the chart `webank` cannot render it: it depends on other components"));
        }

        @Test
        void of_a_load_balancer_that_concern_all_components_are_refused() {
            Webank webank = Samples.dev()
                    .withIngress(
                            AlbIngress.class,
                            alb -> alb.withHealthCheck(
                                    AlbHealthCheck.builder().path("/health").build()));

            assertThat(problems(() -> WebankCharts.of(webank)))
                    .anySatisfy(problem -> assertThat(problem).startsWith("error CHART_NOT_UNIFORM Service/"));
        }

        @Test
        void of_another_dns_name_are_refused() {
            Webank webank = Samples.dev()
                    .withIngress(AlbIngress.class, alb -> alb.withExternalDns(Host.of("other.example.com")));

            assertThat(problems(() -> WebankCharts.of(webank)))
                    .containsExactly(
                            "error CHART_CANNOT_SAY ingress.externalDns: `ingress.externalDns` is not the host of the"
                                    + " Ingress, which the values of the chart cannot say. Change it, or render the manifests instead of a"
                                    + " chart.");
        }
    }
}
