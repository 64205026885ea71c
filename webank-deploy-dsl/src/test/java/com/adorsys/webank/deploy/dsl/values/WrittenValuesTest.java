package com.adorsys.webank.deploy.dsl.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.adorsys.webank.deploy.argocd.ApplicationDocument;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.Autoscaling;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.DeploymentStrategy;
import com.adorsys.webank.deploy.dsl.IntOrPercent;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.ScalingBehavior;
import com.adorsys.webank.deploy.dsl.ScalingMetric;
import com.adorsys.webank.deploy.dsl.ServiceAccountSettings;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.HostRule;
import com.adorsys.webank.deploy.dsl.network.LoadBalancerService;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.dsl.network.RoutePath;
import com.adorsys.webank.deploy.dsl.network.RouteTarget;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.network.Tls;
import com.adorsys.webank.deploy.dsl.pod.AffinityRules;
import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.ContainerSecuritySettings;
import com.adorsys.webank.deploy.dsl.pod.DnsSettings;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.HostsEntry;
import com.adorsys.webank.deploy.dsl.pod.LifecycleHooks;
import com.adorsys.webank.deploy.dsl.pod.NamedPort;
import com.adorsys.webank.deploy.dsl.pod.PodContainer;
import com.adorsys.webank.deploy.dsl.pod.PodSecuritySettings;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.ProcessNamespace;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.TaintToleration;
import com.adorsys.webank.deploy.dsl.pod.TopologySpread;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models as values of the umbrella. */
class WrittenValuesTest {
    private static final Path DEV = Path.of("src/test/resources/parity/umbrella-dev/values.yaml");
    private static final Path NEWEST = Path.of("../../shared/history/76-2025-03-21.yaml");
    private static final Release RELEASE = Release.of("webank", "blue");

    @Test
    void the_values_of_the_real_environment_are_written_as_they_were_read() {
        MapTree values = (MapTree) YamlReader.read(DEV).tree();
        assertThat(ChartValues.write(read(values))).isEqualTo(values);
    }

    @Test
    void the_newest_values_are_written_as_they_were_read() {
        assumeTrue(Files.exists(NEWEST), "there is no file " + NEWEST);
        ApplicationDocument application =
                ApplicationDocument.of((MapTree) YamlReader.read(NEWEST).tree());
        MapTree values = application.charts().get(0).values().orElseThrow();
        assertThat(YamlWriter.write(ChartValues.write(read(values)))).isEqualTo(YamlWriter.write(inOrder(values)));
    }

    /** The database's keys in the order in which they are written; everything else is in it already. */
    private static MapTree inOrder(MapTree values) {
        MapTree annotations =
                values.map("ingress").orElseThrow().map("annotations").orElseThrow();
        MapTree.Builder sorted = MapTree.builder();
        annotations.keys().stream()
                .sorted()
                .forEach(key -> sorted.put(key, annotations.at(key).orElseThrow()));
        return values.with("ingress", values.map("ingress").orElseThrow().with("annotations", sorted.build()));
    }

    @Test
    void a_typed_webank_is_written() {
        assertThat(YamlWriter.write(ChartValues.write(Samples.dev()))).isEqualTo("""
            ---
            db:
              enabled: false
            userapp:
              image:
                tag: 0d3fab925c4b647ff10cee76ea62522e7961e88d
                pullPolicy: Always
              env:
              - name: VITE_WEBANK_OBS_URL
                value: /api
              - name: VITE_WEBANK_PRS_URL
                value: /api/prs
            obs:
              image:
                tag: bd93440d5977debae17cf9552913d91fe44a907d
                pullPolicy: Always
              env:
              - name: SPRING_PROFILES_ACTIVE
                value: postgres
              envFrom:
              - secretRef:
                  name: webank-obs-secret
              database:
                host: db.example.com
                name: webank_dev_env
                user: webank
                secretName: rds-secret
            prs:
              image:
                tag: cf473e31804906edaf95e1ca3cced343a63b221c
                pullPolicy: Always
              env:
              - name: SPRING_PROFILES_ACTIVE
                value: postgres
              envFrom:
              - secretRef:
                  name: webank-prs-secret
              database:
                host: db.example.com
                name: webank_dev_env
                user: webank
                secretName: rds-secret
            ingress:
              host: dev.webank.example.com
              className: alb
              annotations:
                alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-0000-0000-000000000000
                alb.ingress.kubernetes.io/healthcheck-interval-seconds: "15"
                alb.ingress.kubernetes.io/healthcheck-timeout-seconds: "5"
                alb.ingress.kubernetes.io/healthy-threshold-count: "2"
                alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
                alb.ingress.kubernetes.io/load-balancer-name: webank-dev
                alb.ingress.kubernetes.io/scheme: internet-facing
                alb.ingress.kubernetes.io/ssl-redirect: "443"
                alb.ingress.kubernetes.io/tags: Environment=dev,Owner=webank
                alb.ingress.kubernetes.io/target-type: ip
                alb.ingress.kubernetes.io/unhealthy-threshold-count: "2"
                external-dns.alpha.kubernetes.io/hostname: dev.webank.example.com
            """);
    }

    static Stream<UnaryOperator<Webank>> changes() {
        return Stream.of(
                dev -> dev,
                dev -> dev.withOnlineBanking(obs -> obs.withReplicas(3)),
                dev -> dev.withOnlineBanking(obs -> obs.withImage(Image.parse("r.example.com:5000/a/b:v1"))),
                dev -> dev.withOnlineBanking(obs -> obs.withImage(Image.parse("a/b@sha256:" + "0".repeat(64)))),
                dev -> dev.withOnlineBanking(obs -> obs.withImagePullSecrets(SecretRef.of("regcred"))),
                dev -> dev.withOnlineBanking(obs -> obs.withLabels(Map.of("team", "a"))
                        .withService(ServiceSettings.clusterIp()
                                .withPort(80)
                                .withLabels(Map.of("tier", "b"))
                                .withAnnotations(Map.of("note", "x y")))),
                dev -> dev.withOnlineBanking(obs -> obs.withAnnotations(Map.of("team", "a"))),
                dev -> dev.withOnlineBanking(obs -> obs.withPort(9090)),
                dev -> dev.withOnlineBanking(obs -> obs.withEnv(List.of())),
                dev -> dev.withOnlineBanking(obs -> obs.withEnv(
                        EnvVar.fromSecret("KEY", SecretKeyRef.of("keys", "k")),
                        EnvVar.fromField("IP", "status.podIP"))),
                dev -> dev.withOnlineBanking(obs ->
                        obs.withStrategy(DeploymentStrategy.rollingUpdate(IntOrPercent.of(1), IntOrPercent.of(0)))),
                dev -> dev.withOnlineBanking(obs ->
                        obs.withVolumeMounts(PodVolume.emptyDir("tmp", "64Mi").mountedAt("/tmp"))),
                dev -> dev.withOnlineBanking(obs -> obs.withProbes(Probes.of(ContainerProbe.httpGet("/live", 8081)
                        .withInitialDelay(Duration.ofSeconds(3))
                        .withPeriod(Duration.ofSeconds(9))
                        .withFailureThreshold(4)))),
                dev -> dev.withOnlineBanking(obs -> obs.withDatabase(
                        Samples.database().withPort(6432).withPassword(SecretKeyRef.of("other", "pw")))),
                dev -> dev.withOnlineBanking(obs -> obs.withService(ServiceSettings.nodePort())),
                dev -> dev.withOnlineBanking(obs -> obs.withService(ServiceSettings.loadBalancer()
                        .withLoadBalancerIp("203.0.113.10")
                        .withNodePorts(LoadBalancerService.NodePorts.ALLOCATED))),
                dev -> dev.withOnlineBanking(obs -> obs.withServiceAccount(ServiceAccountSettings.of())),
                dev -> dev.withOnlineBanking(obs -> obs.withNamespaceOverride("other")),
                dev -> dev.withPendingRegistration(prs -> prs.withIngress(
                        ClassIngress.builder().host(Host.of("prs.example.com")).build())),
                dev -> dev.withIngress(ClassIngress.builder()
                        .host(Host.of("*.example.com"))
                        .ingressClass("nginx")
                        .addTls(Tls.byController())
                        .putAnnotations("cert-manager.io/cluster-issuer", "letsencrypt")
                        .putLabels("exposed", "yes")
                        .build()),
                dev -> dev.withIngress(ingress -> ingress.withHost(Host.any())),
                dev -> dev.withLabels(Map.of("team", "a")).withAnnotations(Map.of("b", "c d")),
                dev -> dev.withFullnameOverride("bank"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void written_values_are_read_back_as_the_same_objects(UnaryOperator<Webank> change) {
        Webank webank = change.apply(Samples.dev());
        Webank back = read(ChartValues.write(webank));
        assertThat(differences(back.render(RELEASE, Posture.chart()), webank.render(RELEASE, Posture.chart())))
                .isEmpty();
        assertThat(ChartValues.write(back)).isEqualTo(ChartValues.write(webank));
    }

    @Test
    void values_that_the_charts_ignore_are_written_for_the_hardened_posture() {
        Webank webank = Samples.dev()
                .withNetwork(NetworkIsolation.none())
                .withOnlineBanking(
                        obs -> obs.withResources(Resources.request("1", "1Gi").withLimits("2", "2Gi"))
                                .withScaling(Autoscaling.builder()
                                        .maxReplicas(5)
                                        .targetCpuPercent(70)
                                        .build()));
        MapTree obs = ChartValues.write(webank).map("obs").orElseThrow();
        assertThat(YamlWriter.write(obs.map("resources").orElseThrow())).isEqualTo("""
            ---
            requests:
              cpu: "1"
              memory: 1Gi
            limits:
              cpu: "2"
              memory: 2Gi
            """);
        assertThat(differences(read(ChartValues.write(webank)).render(RELEASE), webank.render(RELEASE)))
                .isEmpty();
    }

    @Test
    void settings_of_pods_and_ingresses_that_the_chart_does_not_have_are_refused_by_name() {
        PodContainer logs = PodContainer.builder()
                .name("logs")
                .image(Image.parse("example.com/logs:1"))
                .build();
        Webank webank = Samples.dev()
                .withOnlineBanking(obs -> obs.withMinReady(Duration.ofSeconds(5))
                        .withProgressDeadline(Duration.ofSeconds(60))
                        .withRevisionHistoryLimit(2)
                        .withCommand("java")
                        .withArgs("-v")
                        .withWorkingDir("/app")
                        .withPorts(NamedPort.of("management", 9090))
                        .withLifecycle(LifecycleHooks.preStop(LifecycleHooks.Action.exec("true")))
                        .withSecurityContext(ContainerSecuritySettings.restricted())
                        .withNodeSelector(Map.of("a", "b"))
                        .withTolerations(TaintToleration.exists("a"))
                        .withAffinity(AffinityRules.none().requireNodes("a", "b"))
                        .withTopologySpreadConstraints(TopologySpread.over("zone"))
                        .withPriorityClassName("high")
                        .withInitContainers(logs.withName("init"))
                        .withContainers(logs)
                        .withTerminationGracePeriod(Duration.ofSeconds(60))
                        .withPodSecurityContext(PodSecuritySettings.restricted())
                        .withPodLabels(Map.of("a", "b"))
                        .withPodAnnotations(Map.of("a", "b"))
                        .withDns(DnsSettings.policy(DnsSettings.Policy.DEFAULT))
                        .withHostAliases(HostsEntry.of("10.0.0.1", "a"))
                        .withRuntimeClassName("gvisor")
                        .withProcessNamespace(ProcessNamespace.SHARED)
                        .withScaling(Autoscaling.builder()
                                .maxReplicas(2)
                                .addMetrics(ScalingMetric.external("queue", "5"))
                                .behavior(ScalingBehavior.standard().withScaleUpPods(1, Duration.ofSeconds(60)))
                                .build()))
                .withIngress(ClassIngress.builder()
                        .host(Host.of("a.example.com"))
                        .addAdditionalHosts(Host.of("b.example.com"))
                        .addPaths(RoutePath.exact("/a", RouteTarget.component("obs")))
                        .addRules(HostRule.of(
                                Host.of("c.example.com"), RoutePath.prefix("/", RouteTarget.component("obs"))))
                        .defaultBackend(RouteTarget.component("obs"))
                        .addTls(Tls.byController(), Tls.of(SecretRef.of("b")))
                        .build());

        List<String> settings = new ArrayList<>();
        for (String refusal : refusals(webank)) {
            assertThat(refusal).startsWith("error CHART_CANNOT_SAY ");
            settings.add(refusal.substring("error CHART_CANNOT_SAY ".length(), refusal.indexOf(": ")));
        }
        assertThat(new TreeSet<>(settings))
                .containsExactly(
                        "ingress.additionalHosts",
                        "ingress.defaultBackend",
                        "ingress.paths",
                        "ingress.rules",
                        "ingress.tls",
                        "onlineBanking.affinity",
                        "onlineBanking.args",
                        "onlineBanking.command",
                        "onlineBanking.containers",
                        "onlineBanking.dns",
                        "onlineBanking.hostAliases",
                        "onlineBanking.initContainers",
                        "onlineBanking.lifecycle",
                        "onlineBanking.minReady",
                        "onlineBanking.nodeSelector",
                        "onlineBanking.podAnnotations",
                        "onlineBanking.podLabels",
                        "onlineBanking.podSecurityContext",
                        "onlineBanking.ports",
                        "onlineBanking.priorityClassName",
                        "onlineBanking.processNamespace",
                        "onlineBanking.progressDeadline",
                        "onlineBanking.revisionHistoryLimit",
                        "onlineBanking.runtimeClassName",
                        "onlineBanking.scaling.behavior",
                        "onlineBanking.scaling.metrics",
                        "onlineBanking.securityContext",
                        "onlineBanking.terminationGracePeriod",
                        "onlineBanking.tolerations",
                        "onlineBanking.topologySpreadConstraints",
                        "onlineBanking.workingDir");
        assertThat(refusals(webank))
                .contains(
                        "error CHART_CANNOT_SAY onlineBanking.nodeSelector: the chart has no value for `nodeSelector`."
                                + " Remove it, or publish the rendered manifests.");
    }

    @Test
    void everything_that_the_chart_cannot_express_is_refused_at_once() {
        Webank webank = Samples.smallest()
                .withOnlineBanking(obs -> obs.withReplicas(0)
                        .withDatabase(Samples.inClusterDatabase())
                        .withStrategy(DeploymentStrategy.recreate())
                        .withProbes(
                                Probes.of(ContainerProbe.tcpSocket(8081)).withStartup(ContainerProbe.tcpSocket(8081)))
                        .withFullnameOverride("bank")
                        .withService(ServiceSettings.loadBalancer().withNodePorts(LoadBalancerService.NodePorts.NONE))
                        .withServiceAccount(
                                ServiceAccountSettings.of().withAnnotations(Map.of("eks.amazonaws.com/role-arn", "x"))))
                .withUserApp(app -> app.withPort(8080).withProbes(Probes.none()))
                .withMicroservices(Samples.bankAccount());
        assertThat(refusals(webank))
                .containsExactly(
                        "error CHART_CANNOT_SAY microservices: the chart has no microservices. Publish the "
                                + "rendered manifests.",
                        "error CHART_CANNOT_SAY userApp.probes.liveness: the chart omits a probe only for a null,"
                                + " which is not written. Add a probe, or publish the rendered manifests.",
                        "error CHART_CANNOT_SAY userApp.probes.readiness: the chart omits a probe only for a null,"
                                + " which is not written. Add a probe, or publish the rendered manifests.",
                        "error CHART_CANNOT_SAY userApp.port: the user app's port is always 80 in the chart. Leave it "
                                + "at 80.",
                        "error CHART_CANNOT_SAY onlineBanking.probes.startup: the chart has no value for `probes.startup`."
                                + " Remove it, or publish the rendered manifests.",
                        "error CHART_CANNOT_SAY onlineBanking.database: the chart does not support this database in"
                                + " the cluster. Use a database that runs elsewhere, or publish the rendered manifests.",
                        "error CHART_CANNOT_SAY onlineBanking.fullnameOverride: the chart's Ingress only works with a"
                                + " part's default name. Remove the override, or publish the rendered manifests.",
                        "error CHART_CANNOT_SAY onlineBanking.scaling: the chart ignores 0 replicas, and runs 1. Run"
                                + " at least 1.",
                        "error CHART_CANNOT_SAY onlineBanking.strategy: the chart keeps the settings of a rolling"
                                + " update for any other strategy. Use a rolling update, or publish the rendered"
                                + " manifests.",
                        "error CHART_CANNOT_SAY onlineBanking.probes.liveness: the chart keeps its default HTTP"
                                + " handler in addition to any other handler. Use an HTTP probe, or publish the rendered"
                                + " manifests.",
                        "error CHART_CANNOT_SAY onlineBanking.probes.readiness: the chart keeps its default HTTP"
                                + " handler in addition to any other handler. Use an HTTP probe, or publish the rendered"
                                + " manifests.",
                        "error CHART_CANNOT_SAY onlineBanking.service.nodePorts: the chart ignores"
                                + " `allocateLoadBalancerNodePorts: false`. Leave it to Kubernetes, or publish the"
                                + " rendered manifests.",
                        "error CHART_CANNOT_SAY onlineBanking.serviceAccount.annotations: the chart does not support"
                                + " annotations of a ServiceAccount. Remove them, or publish the rendered manifests.",
                        "error CHART_CANNOT_SAY pendingRegistration: the chart always renders the registration "
                                + "service. Add it, or publish the rendered manifests.",
                        "error CHART_CANNOT_SAY ingress: the chart omits its Ingress only for a null, which is not"
                                + " written. Add an Ingress, or publish the rendered manifests.");
    }

    @Test
    void a_secret_is_refused_without_being_shown() {
        Webank webank = read((MapTree) YamlReader.read(
                        "values.yaml",
                        "db: {enabled: false}\nobs: {database: {password: s3cret}}\n".getBytes(StandardCharsets.UTF_8))
                .tree());
        assertThat(refusals(webank))
                .containsExactly(
                        "error SECRET_IN_VALUES onlineBanking.database.password: the database's password would be"
                                + " written to the values. Take it from an existing Secret.",
                        "error SECRET_IN_VALUES pendingRegistration.database.password: the database's password would"
                                + " be written to the values. Take it from an existing Secret.");
    }

    @Test
    void a_url_with_a_password_is_refused_without_being_shown() {
        Webank webank = Samples.dev()
                .withOnlineBanking(obs -> obs.withEnv(EnvVar.of("BROKER", "amqp://webank:pa55@mq.example.com")));
        assertThat(refusals(webank))
                .containsExactly(
                        "error SECRET_IN_VALUES obs.env[0].value: a URL with a password would be written to the"
                                + " values. Take it from an existing Secret.");
    }

    private static String differences(ManifestSet one, ManifestSet other) {
        return ManifestDiff.between(one, other).isEmpty()
                ? ""
                : ManifestDiff.between(one, other).text();
    }

    private static List<String> refusals(Webank webank) {
        return catchThrowableOfType(DeployException.InvalidInput.class, () -> ChartValues.write(webank))
                .problems()
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static Webank read(MapTree values) {
        return ChartValues.read(Chart.WEBANK, values, "", Locations.none())
                .toModel(RELEASE)
                .webank()
                .orElseThrow();
    }
}
