package com.adorsys.webank.deploy.dsl;

import static com.adorsys.webank.deploy.dsl.Samples.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.values.ChartModel;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two settings of one thing: an error where they differ, never a winner. */
class ConflictsTest {
    private static final String SCHEME = "alb.ingress.kubernetes.io/scheme";
    private static final String INTERVAL = "alb.ingress.kubernetes.io/healthcheck-interval-seconds";

    private final OnlineBanking obs = Samples.onlineBanking();
    private final Webank dev = Samples.dev();

    @Nested
    class Labels {
        @Test
        void that_the_library_sets_are_refused_wherever_they_can_be_set() {
            Map<String, String> chart = Map.of("helm.sh/chart", "x");
            ClassIngress ingress = ClassIngress.builder()
                    .host(Host.of("obs.example.com"))
                    .putLabels("helm.sh/chart", "x")
                    .build();

            refused(
                    () -> OnlineBanking.builder()
                            .image(obs.image())
                            .database(obs.database())
                            .secrets(SecretRef.of("keys"))
                            .putAllLabels(chart)
                            .service(ServiceSettings.clusterIp().withLabels(chart))
                            .ingress(ingress)
                            .build(),
                    "error SETTING_CONFLICT onlineBanking.labels: `helm.sh/chart` is a label that this library sets."
                            + " Remove it, or use another label.",
                    "error SETTING_CONFLICT onlineBanking.service.labels: `helm.sh/chart` is a label that this library"
                            + " sets. Remove it, or use another label.",
                    "error SETTING_CONFLICT onlineBanking.ingress.labels: `helm.sh/chart` is a label that this library"
                            + " sets. Remove it, or use another label.");
            refused(
                    () -> dev.withLabels(chart),
                    "error SETTING_CONFLICT webank.labels: `helm.sh/chart` is a label that this library sets. Remove"
                            + " it, or use another label.");
            refused(
                    () -> dev.withIngress(ingress),
                    "error SETTING_CONFLICT webank.ingress.labels: `helm.sh/chart` is a label that this library sets."
                            + " Remove it, or use another label.");
        }

        @Test
        void that_the_library_sets_are_refused_with_a_hint_at_the_setting_to_use() {
            refused(
                    () -> obs.withLabels(Map.of("app.kubernetes.io/version", "1")),
                    "error SETTING_CONFLICT onlineBanking.labels: `app.kubernetes.io/version` is a label that this"
                            + " library sets. Remove it: it follows the image.");
            refused(
                    () -> obs.withLabels(Map.of("app.kubernetes.io/instance", "x")),
                    "error SELECTOR_LABEL onlineBanking.labels: `app.kubernetes.io/instance` would differ from what"
                            + " the Service and the Deployment select. It is the release's name: use another label.");
            for (String key : List.of("app.kubernetes.io/managed-by", "app.kubernetes.io/part-of")) {
                refused(
                        () -> obs.withLabels(Map.of(key, "x")),
                        "error SETTING_CONFLICT onlineBanking.labels: `" + key
                                + "` is a label that this library sets. Remove it, or use another label.");
            }
            assertThat(obs.withLabels(Map.of("app.kubernetes.io/component", "api"))
                            .labels())
                    .containsKey("app.kubernetes.io/component");
        }

        @Test
        void that_annotations_would_replace_are_refused() {
            refused(
                    () -> obs.withAnnotations(Map.of("app.kubernetes.io/name", "x")),
                    "error SETTING_CONFLICT onlineBanking.annotations: `app.kubernetes.io/name` is a label that this"
                            + " library sets, and annotations become labels of the pods. Use another key.");
        }

        @Test
        void of_a_component_and_of_the_webank_must_not_differ() {
            OnlineBanking labelled = obs.withLabels(Map.of("tier", "api"));

            refused(
                    () -> labelled.withService(ServiceSettings.clusterIp().withLabels(Map.of("tier", "web"))),
                    "error SETTING_CONFLICT onlineBanking.service.labels: `tier` has a different value in `labels`."
                            + " Set it in one of the two.");
            refused(
                    () -> dev.withLabels(Map.of("tier", "api"))
                            .withIngress(Samples.ingress().withLabels(Map.of("tier", "web"))),
                    "error SETTING_CONFLICT webank.ingress.labels: `tier` has a different value in `labels`. Set it in"
                            + " one of the two.");
            assertThat(labelled.withService(ServiceSettings.clusterIp().withLabels(Map.of("tier", "api")))
                            .labels())
                    .containsEntry("tier", "api");
        }
    }

    @Nested
    class Annotations {
        @Test
        void of_a_webank_must_not_differ_from_those_of_its_load_balancer() {
            refused(
                    () -> dev.withAnnotations(Map.of(SCHEME, "internal")),
                    "error SETTING_CONFLICT webank.annotations: `alb.ingress.kubernetes.io/scheme` has a different"
                            + " value in the settings of `ingress`. Set it in one of the two.");
            refused(
                    () -> dev.withIngress(Samples.ingress().withHttp(AlbIngress.Http.SERVED))
                            .withAnnotations(Map.of("alb.ingress.kubernetes.io/ssl-redirect", "443")),
                    "error SETTING_CONFLICT webank.annotations: `alb.ingress.kubernetes.io/ssl-redirect` has a"
                            + " different value in the settings of `ingress`. Set it in one of the two.");
            assertThat(dev.withAnnotations(Map.of(SCHEME, "internet-facing", "note", "x"))
                            .annotations())
                    .hasSize(2);
        }

        @Test
        void of_an_ingress_of_any_class_must_not_differ_from_those_of_the_webank() {
            refused(
                    () -> dev.withIngress(ClassIngress.builder()
                                    .host(Host.of("a.example.com"))
                                    .putAnnotations("note", "x")
                                    .build())
                            .withAnnotations(Map.of("note", "y")),
                    "error SETTING_CONFLICT webank.annotations: `note` has a different value in the settings of"
                            + " `ingress`. Set it in one of the two.");
        }

        @Test
        void of_a_component_must_not_differ_from_those_of_its_ingress_service_or_service_account() {
            OnlineBanking annotated = obs.withAnnotations(Map.of("note", "a", SCHEME, "internal"));

            refused(
                    () -> annotated.withIngress(Samples.ingress()).withService(ServiceSettings.nodePort()),
                    "error SETTING_CONFLICT onlineBanking.annotations: `alb.ingress.kubernetes.io/scheme` has a"
                            + " different value in the settings of `ingress`. Set it in one of the two.");
            refused(
                    () -> annotated.withService(ServiceSettings.clusterIp().withAnnotations(Map.of("note", "b"))),
                    "error SETTING_CONFLICT onlineBanking.service.annotations: `note` has a different value in"
                            + " `annotations`. Set it in one of the two.");
            refused(
                    () -> annotated.withServiceAccount(
                            ServiceAccountSettings.of().withAnnotations(Map.of("note", "b"))),
                    "error SETTING_CONFLICT onlineBanking.serviceAccount.annotations: `note` has a different value in"
                            + " `annotations`. Set it in one of the two.");
        }

        @Test
        void of_a_service_must_not_differ_from_those_of_a_health_check() {
            ServiceSettings service = ServiceSettings.clusterIp().withAnnotations(Map.of(INTERVAL, "30"));

            refused(
                    () -> dev.withOnlineBanking(online -> online.withService(service)),
                    "error SETTING_CONFLICT webank.onlineBanking.service.annotations:"
                            + " `alb.ingress.kubernetes.io/healthcheck-interval-seconds` has a different value in the"
                            + " settings of `ingress`. Set it in one of the two.");
            refused(
                    () -> dev.withUserApp(app -> app.withAnnotations(Map.of(INTERVAL, "30"))),
                    "error SETTING_CONFLICT webank.userApp.annotations:"
                            + " `alb.ingress.kubernetes.io/healthcheck-interval-seconds` has a different value in the"
                            + " settings of `ingress`. Set it in one of the two.");
            refused(
                    () -> obs.withIngress(Samples.ingress()).withService(service),
                    "error SETTING_CONFLICT onlineBanking.service.annotations:"
                            + " `alb.ingress.kubernetes.io/healthcheck-interval-seconds` has a different value in the"
                            + " settings of `ingress`. Set it in one of the two.");
            // What the load balancer's settings leave open may differ from Service to Service, as may a record of its
            // own.
            assertThat(dev.withOnlineBanking(online -> online.withService(ServiceSettings.clusterIp()
                            .withAnnotations(Map.of(
                                    "alb.ingress.kubernetes.io/healthcheck-path",
                                    "/health",
                                    "external-dns.alpha.kubernetes.io/hostname",
                                    "obs.example.com")))))
                    .isNotNull();
        }

        @Test
        void that_name_an_ingress_class_in_addition_to_its_setting_are_refused() {
            Map<String, String> old = Map.of("kubernetes.io/ingress.class", "nginx");

            refused(
                    () -> dev.withAnnotations(old),
                    "error SETTING_CONFLICT webank.annotations: `kubernetes.io/ingress.class` is set in addition to"
                            + " the ingress class. Remove the annotation.");
            refused(
                    () -> dev.withIngress(ClassIngress.builder()
                            .host(Host.of("a.example.com"))
                            .ingressClass("nginx")
                            .putAllAnnotations(old)
                            .build()),
                    "error SETTING_CONFLICT webank.ingress: `kubernetes.io/ingress.class` is set in addition to the"
                            + " ingress class. Remove the annotation.");
        }
    }

    @Nested
    class Others {
        @Test
        void variables_of_the_database_are_refused() {
            refused(
                    () -> obs.withEnv(
                            EnvVar.of("SPRING_DATASOURCE_URL", "jdbc:x"),
                            EnvVar.of("SPRING_DATASOURCE_USERNAME", "x"),
                            EnvVar.of("SPRING_DATASOURCE_PASSWORD", "x")),
                    "error SETTING_CONFLICT onlineBanking.env: `SPRING_DATASOURCE_URL` is set by `database` too."
                            + " Remove it, and set it in `database`.",
                    "error SETTING_CONFLICT onlineBanking.env: `SPRING_DATASOURCE_USERNAME` is set by `database` too."
                            + " Remove it, and set it in `database`.",
                    "error SETTING_CONFLICT onlineBanking.env: `SPRING_DATASOURCE_PASSWORD` is set by `database` too."
                            + " Remove it, and set it in `database`.");
            assertThat(Samples.bankAccount()
                            .withEnv(EnvVar.of("SPRING_DATASOURCE_URL", "jdbc:x"))
                            .env())
                    .hasSize(1);
        }

        @Test
        void two_variables_or_pull_secrets_with_the_same_name_are_refused_even_if_they_are_equal() {
            refused(
                    () -> obs.withEnv(EnvVar.of("A", "1"), EnvVar.of("A", "1")),
                    "error DUPLICATE onlineBanking.env: `A` is there twice. Remove one of them.");
            refused(
                    () -> obs.withImagePullSecrets(SecretRef.of("a"), SecretRef.of("a")),
                    "error DUPLICATE onlineBanking.imagePullSecrets: `a` is there twice. Remove one of them.");
        }

        @Test
        void volumes_with_the_same_name_must_not_differ() {
            PodVolume tmp = PodVolume.emptyDir("tmp");
            PodVolume other = PodVolume.configMap("tmp", "settings");

            refused(
                    () -> obs.withVolumes(tmp).withVolumeMounts(other.mountedAt("/a")),
                    "error SETTING_CONFLICT onlineBanking.volumeMounts: two volumes are named `tmp`, and have"
                            + " different sources. Give one of them another name.");
            refused(
                    () -> obs.withVolumeMounts(tmp.mountedAt("/a"), other.mountedAt("/b")),
                    "error SETTING_CONFLICT onlineBanking.volumeMounts: two volumes are named `tmp`, and have"
                            + " different sources. Give one of them another name.");
            refused(
                    () -> obs.withVolumeMounts(tmp.mountedAt("/a"), tmp.mountedAt("/a/")),
                    "error SETTING_CONFLICT onlineBanking.volumeMounts: `/a/` is given twice, with and without a"
                            + " trailing slash. Remove one of them.");
            assertThat(obs.withVolumes(tmp)
                            .withVolumeMounts(tmp.mountedAt("/a"), tmp.mountedAt("/b"))
                            .volumeMounts())
                    .hasSize(2);
            assertThatThrownBy(() -> PodVolume.of("tmp", MapTree.of("name", "other")))
                    .hasMessage(
                            "error VOLUME_INVALID volumes: the volume `tmp` has `name` as its source. Give a type of"
                                    + " volume, such as `emptyDir`.");
        }

        @Test
        void routes_that_differ_only_in_a_trailing_slash_are_the_same() {
            refused(
                    () -> dev.withMicroservices(Samples.bankAccount().withRoute("/api/")),
                    "error SETTING_CONFLICT webank.microservices.route: `/api/` is given twice, with and without a"
                            + " trailing slash. Remove one of them.");
        }

        @Test
        void components_and_databases_with_the_same_name_are_refused() {
            refused(
                    () -> dev.withOnlineBanking(
                            online -> online.withNameOverride("prs").withFullnameOverride("banking")),
                    "error SETTING_CONFLICT webank.pendingRegistration.nameOverride: `prs` is the name of `obs` too,"
                            + " and the Service of each would select the pods of both. Give one of them another"
                            + " nameOverride.");
            refused(
                    () -> dev.withOnlineBanking(online ->
                            online.withDatabase(Samples.inClusterDatabase().withAlias("userapp"))),
                    "error SETTING_CONFLICT webank.onlineBanking.database.alias: the database is named as `userapp`"
                            + " is, and the Service of each would select the pods of both. Give it another alias.");
        }

        @Test
        void two_ingresses_for_the_same_host_are_refused_unless_their_classes_differ() {
            ClassIngress own = ClassIngress.builder()
                    .host(Samples.ingress().host())
                    .ingressClass("nginx")
                    .build();

            refused(
                    () -> dev.withOnlineBanking(online -> online.withIngress(own.withIngressClass("alb"))),
                    "error SETTING_CONFLICT webank.onlineBanking.ingress.host: `dev.webank.example.com` is the host of"
                            + " the Ingress of the Webank too, and both route `/`. Give one of them another host, or leave"
                            + " it out.");
            assertThat(dev.withOnlineBanking(online -> online.withIngress(own))).isNotNull();
        }

        @Test
        void all_of_them_are_reported_at_once() {
            assertThatThrownBy(() -> obs.withEnv(EnvVar.of("A", "1"), EnvVar.of("A", "2"))
                            .withLabels(Map.of("a b", "x")))
                    .hasMessage("error DUPLICATE onlineBanking.env: `A` is there twice. Remove one of them.");
            refused(
                    () -> Microservice.builder()
                            .name("bank")
                            .image(obs.image())
                            .port(1)
                            .putLabels("helm.sh/chart", "x")
                            .addEnv(EnvVar.of("A", "1"), EnvVar.of("A", "2"))
                            .build(),
                    "error SETTING_CONFLICT microservices.bank.labels: `helm.sh/chart` is a label that this library"
                            + " sets. Remove it, or use another label.",
                    "error DUPLICATE microservices.bank.env: `A` is there twice. Remove one of them.");
        }
    }

    /** The chart posture renders what Helm renders of values, and the hardened one refuses what it would have to choose. */
    @Nested
    class Read_from_values {
        private static final String OF_A_PART = """
            commonLabels: {helm.sh/chart: x, app.kubernetes.io/version: "1"}
            commonAnnotations: {app.kubernetes.io/managed-by: me}
            service: {additionalLabels: {app.kubernetes.io/managed-by: me}}
            env: [{name: A, value: "1"}, {name: A, value: "2"}, {name: SPRING_DATASOURCE_URL, value: x}]
            image: {pullSecrets: [{name: a}, {name: a}]}
            database: {secretName: rds}
            ingress: {enabled: true, className: nginx, annotations: {kubernetes.io/ingress.class: alb}}
            """;

        @Test
        void a_part_is_rendered_as_it_is_and_refused_when_hardened() {
            ChartModel model = model(Chart.WEBANK_OBS, OF_A_PART);

            Manifest deployment = model.render(Posture.chart())
                    .find("Deployment", "webank-webank-obs")
                    .orElseThrow();
            assertThat(deployment.label("helm.sh/chart")).contains("x");
            refused(
                    () -> model.render(Posture.hardened()),
                    "error SETTING_CONFLICT obs.commonLabels: `helm.sh/chart` is a label that this library sets."
                            + " Remove it, or use another label.",
                    "error SETTING_CONFLICT obs.commonLabels: `app.kubernetes.io/version` is a label that this library"
                            + " sets. Remove it: it follows the image.",
                    "error SETTING_CONFLICT obs.service.additionalLabels: `app.kubernetes.io/managed-by` is a label"
                            + " that this library sets. Remove it, or use another label.",
                    "error SETTING_CONFLICT obs.ingress.additionalLabels: `helm.sh/chart` is a label that this library"
                            + " sets. Remove it, or use another label.",
                    "error SETTING_CONFLICT obs.ingress.additionalLabels: `app.kubernetes.io/version` is a label that"
                            + " this library sets. Remove it: it follows the image.",
                    "error SETTING_CONFLICT obs.commonAnnotations: `app.kubernetes.io/managed-by` is a label that this"
                            + " library sets, and annotations become labels of the pods. Use another key.",
                    "error SETTING_CONFLICT obs.ingress.annotations: `kubernetes.io/ingress.class` is set in addition"
                            + " to the ingress class. Remove the annotation.",
                    "error SETTING_CONFLICT obs.env: `SPRING_DATASOURCE_URL` is set by `database` too. Remove it, and"
                            + " set it in `database`.",
                    "error DUPLICATE obs.env: `A` is there twice. Remove one of them.",
                    "error DUPLICATE obs.image.pullSecrets: `a` is there twice. Remove one of them.");
        }

        @Test
        void duplicate_variables_of_the_user_app_are_refused_even_if_one_is_a_reference() {
            ChartModel model = model(
                    Chart.WEBANK_USERAPP,
                    "env: [{name: A, value: \"1\"}, {name: A, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]");

            assertThat(model.render(Posture.chart()).all("Deployment")).hasSize(1);
            refused(
                    () -> model.render(Posture.hardened()),
                    "error DUPLICATE userapp.env: `A` is there twice. Remove one of them.");
        }

        @Test
        void the_umbrella_is_rendered_as_it_is_and_refused_when_hardened() {
            ChartModel model = model(Chart.WEBANK, """
                db: {enabled: false}
                obs:
                  database: {secretName: rds}
                  nameOverride: prs
                  fullnameOverride: banking
                  ingress: {enabled: true, host: dev.example.com}
                prs: {database: {secretName: rds}}
                ingress: {host: dev.example.com, className: "", additionalLabels: {helm.sh/chart: x}}
                """);

            assertThat(model.render(Posture.chart()).all("Ingress")).hasSize(2);
            refused(
                    () -> model.render(Posture.hardened()),
                    "error SETTING_CONFLICT ingress.additionalLabels: `helm.sh/chart` is a label that this library"
                            + " sets. Remove it, or use another label.",
                    "error SETTING_CONFLICT prs.nameOverride: `prs` is the name of `obs` too, and the Service of each"
                            + " would select the pods of both. Give one of them another nameOverride.",
                    "error SETTING_CONFLICT obs.ingress.host: `dev.example.com` is the host of the Ingress of the"
                            + " Webank too, and both route `/`. Give one of them another host, or leave it out.",
                    "warning NETWORK_POLICY_IGNORED network.enforcement: nothing says that the cluster enforces"
                            + " NetworkPolicies; the add-on `vpc-cni` ignores them by default. Set its"
                            + " `enableNetworkPolicy` to \"true\", and say so with `withNetwork(network ->"
                            + " network.withEnforcement(NetworkIsolation.Enforcement.VPC_CNI))`.");
        }

        private static ChartModel model(Chart chart, String values) {
            return ChartValues.read(chart, YamlReader.read("values.yaml", values.getBytes(StandardCharsets.UTF_8)))
                    .toModel(RELEASE);
        }
    }

    /** Whatever the settings are, each of them is found in what is rendered, or the value cannot be built. */
    @Property(tries = 300)
    void a_setting_is_rendered_or_refused(
            @ForAll("settings") Map<String, String> labels,
            @ForAll("settings") Map<String, String> annotations,
            @ForAll("settings") Map<String, String> serviceLabels,
            @ForAll("settings") Map<String, String> serviceAnnotations,
            @ForAll("settings") Map<String, String> accountAnnotations,
            @ForAll("settings") Map<String, String> ingressLabels,
            @ForAll("variables") List<EnvVar> env) {
        Statistics.coverage(coverage -> {
            coverage.check("rendered").percentage(share -> share > 5);
            coverage.check("refused").percentage(share -> share > 5);
        });
        AlbIngress ingress;
        OnlineBanking component;
        Webank webank;
        try {
            ingress = Samples.ingress().withLabels(ingressLabels);
            component = obs.withLabels(labels)
                    .withAnnotations(annotations)
                    .withService(ServiceSettings.clusterIp()
                            .withLabels(serviceLabels)
                            .withAnnotations(serviceAnnotations))
                    .withServiceAccount(ServiceAccountSettings.of().withAnnotations(accountAnnotations))
                    .withIngress(ingress.withHost(Host.of("obs.example.com")))
                    .withEnv(env);
            webank = dev.withOnlineBanking(component)
                    .withIngress(ingress)
                    .withLabels(labels)
                    .withAnnotations(annotations);
        } catch (DeployException.InvalidInput refused) {
            assertThat(refused.problems())
                    .extracting(Problem::code)
                    .isSubsetOf("SETTING_CONFLICT", "SELECTOR_LABEL", "DUPLICATE");
            Statistics.collect("refused");
            return;
        }
        Statistics.collect("rendered");
        for (Posture posture : List.of(Posture.chart(), Posture.hardened())) {
            ManifestSet manifests = webank.render(RELEASE, posture);

            assertHas(manifests, "Deployment", "webank-obs", List.of(labels), List.of(annotations));
            assertHas(
                    manifests,
                    "Service",
                    "webank-obs",
                    List.of(labels, serviceLabels),
                    List.of(annotations, serviceAnnotations));
            assertHas(
                    manifests,
                    "ServiceAccount",
                    "webank-obs",
                    List.of(labels),
                    List.of(annotations, accountAnnotations));
            for (String name : List.of("webank", "webank-obs")) {
                assertHas(
                        manifests,
                        "Ingress",
                        name,
                        List.of(labels, ingressLabels),
                        List.of(annotations, ingress.allAnnotations()));
            }
            Set<String> names = new HashSet<>();
            MapTree container = (MapTree) manifests
                    .find("Deployment", "webank-obs")
                    .orElseThrow()
                    .tree()
                    .at("spec", "template", "spec")
                    .map(pod -> ((MapTree) pod).list("containers").orElseThrow().get(0))
                    .orElseThrow();
            container
                    .list("env")
                    .orElseThrow()
                    .forEach(item -> assertThat(
                                    names.add(((MapTree) item).string("name").orElseThrow()))
                            .isTrue());
            assertThat(container.list("env").orElseThrow().items())
                    .containsAll(env.stream().map(EnvVar::tree).toList());
        }
    }

    private static void assertHas(
            ManifestSet manifests,
            String kind,
            String name,
            List<Map<String, String>> labels,
            List<Map<String, String>> annotations) {
        Manifest manifest = manifests.find(kind, name).orElseThrow();
        labels.forEach(all -> all.forEach((key, value) ->
                assertThat(manifest.label(key)).as(kind + " " + key).contains(value)));
        annotations.forEach(all -> all.forEach((key, value) ->
                assertThat(manifest.annotation(key)).as(kind + " " + key).contains(value)));
    }

    @Provide
    Arbitrary<Map<String, String>> settings() {
        return Arbitraries.maps(
                        Arbitraries.frequency(
                                Tuple.of(6, "team"),
                                Tuple.of(6, "tier"),
                                Tuple.of(3, "owner"),
                                Tuple.of(2, SCHEME),
                                Tuple.of(2, INTERVAL),
                                Tuple.of(1, "app.kubernetes.io/version"),
                                Tuple.of(1, "app.kubernetes.io/part-of"),
                                Tuple.of(1, "helm.sh/chart")),
                        Arbitraries.of("a", "b", "15", "internet-facing"))
                .ofMaxSize(1)
                .map(LinkedHashMap::new);
    }

    @Provide
    Arbitrary<List<EnvVar>> variables() {
        return Arbitraries.of("A", "B", "SPRING_DATASOURCE_URL")
                .flatMap(name -> Arbitraries.of("1", "2").map(value -> EnvVar.of(name, value)))
                .list()
                .ofMaxSize(2);
    }

    private static void refused(ThrowingCallable build, String... problems) {
        assertThatThrownBy(build)
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage(String.join("\n", problems));
    }
}
