package com.adorsys.webank.deploy.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.dsl.network.AlbAccessLogs;
import com.adorsys.webank.deploy.dsl.network.AlbGroup;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.HostRule;
import com.adorsys.webank.deploy.dsl.network.RoutePath;
import com.adorsys.webank.deploy.dsl.network.RouteTarget;
import com.adorsys.webank.deploy.dsl.pod.AffinityRules;
import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.DnsSettings;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.HostsEntry;
import com.adorsys.webank.deploy.dsl.pod.LifecycleHooks;
import com.adorsys.webank.deploy.dsl.pod.NamedPort;
import com.adorsys.webank.deploy.dsl.pod.PodContainer;
import com.adorsys.webank.deploy.dsl.pod.PodSecuritySettings;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.TaintToleration;
import com.adorsys.webank.deploy.dsl.pod.TopologySpread;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What pods say beyond the charts: what is refused, and what depends on another setting. */
class PodSettingsTest {
    private static final OnlineBanking OBS = Samples.onlineBanking();

    private static List<String> problems(ThrowingCallable code) {
        List<String> problems = new ArrayList<>();
        try {
            code.call();
        } catch (DeployException.InvalidInput e) {
            e.problems().forEach(problem -> problems.add(problem.toString()));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        return problems;
    }

    private static MapTree pod(ManifestSet manifests, String kind, String name) {
        return Trees.map(
                manifests.all(kind).stream()
                        .filter(manifest -> manifest.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .tree(),
                "spec",
                "template",
                "spec");
    }

    private static MapTree pod(OnlineBanking obs) {
        return pod(Samples.smallest().withOnlineBanking(obs).render(Samples.RELEASE), "Deployment", "webank-obs");
    }

    @Nested
    class Are_refused {
        @Test
        void with_invalid_values_all_at_once() {
            assertThat(problems(() -> OnlineBanking.builder()
                            .image(OBS.image())
                            .database(OBS.database())
                            .secrets(OBS.secrets().orElseThrow())
                            .putNodeSelector("a b", "c")
                            .putPodLabels("team", "not valid")
                            .putPodAnnotations("?", "x")
                            .priorityClassName("High Priority")
                            .runtimeClassName("-")
                            .terminationGracePeriod(Duration.ofMillis(1500))
                            .minReady(Duration.ofSeconds(-1))
                            .progressDeadline(Duration.ZERO)
                            .revisionHistoryLimit(-1)
                            .build()))
                    .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                    .containsExactly(
                            "error LABEL_INVALID onlineBanking.nodeSelector",
                            "error LABEL_INVALID onlineBanking.podLabels",
                            "error ANNOTATION_INVALID onlineBanking.podAnnotations",
                            "error NAME_INVALID onlineBanking.priorityClassName",
                            "error NAME_INVALID onlineBanking.runtimeClassName",
                            "error OUT_OF_RANGE onlineBanking.terminationGracePeriod",
                            "error OUT_OF_RANGE onlineBanking.minReady",
                            "error OUT_OF_RANGE onlineBanking.progressDeadline",
                            "error OUT_OF_RANGE onlineBanking.revisionHistoryLimit");
        }

        @Test
        void containers_with_the_same_name() {
            PodContainer own = Samples.sidecar("online-banking-service");
            PodContainer logs = Samples.sidecar("logs");

            assertThat(problems(() -> OBS.withContainers(own, logs, logs)))
                    .containsExactly(
                            "error DUPLICATE onlineBanking.containers: two containers of the pod are named"
                                    + " `online-banking-service`. Give one of them another name.",
                            "error DUPLICATE onlineBanking.containers: two containers of the pod are named `logs`. Give"
                                    + " one of them another name.");
            assertThat(problems(() -> OBS.withInitContainers(logs).withContainers(logs)))
                    .hasSize(1);
            assertThat(problems(() -> Samples.inClusterDatabase().withContainers(Samples.sidecar("postgres"))))
                    .containsExactly(
                            "error DUPLICATE database.containers: two containers of the pod are named `postgres`."
                                    + " Give one of them another name.");
        }

        @Test
        void probes_of_ports_that_do_not_exist() {
            assertThat(problems(() -> OBS.withProbes(Probes.of(ContainerProbe.httpGet("/", "managment")))
                            .withPorts(NamedPort.of("management", 9090))))
                    .containsExactly(
                            "error PROBE_PORT onlineBanking.probes.liveness: the probe uses the port `managment`, which"
                                    + " the container does not have. Use one of http.",
                            "error PROBE_PORT onlineBanking.probes.readiness: the probe uses the port `managment`, which"
                                    + " the container does not have. Use one of http.");
            assertThat(problems(() -> OBS.withContainers(
                            Samples.sidecar("logs").withProbes(Probes.of(ContainerProbe.tcpSocket())))))
                    .hasSize(2)
                    .first()
                    .isEqualTo(
                            "error PROBE_PORT onlineBanking.containers.logs.probes.liveness: the probe uses the container's first port, but the container has no ports. Add it to `ports`, or give the probe"
                                    + " a port.");
        }

        @Test
        void ports_that_exist_already() {
            assertThat(problems(() -> OBS.withPorts(NamedPort.of("http", 9090), NamedPort.of("other", 8081))))
                    .containsExactly(
                            "error DUPLICATE_PORT onlineBanking.ports: the container has two ports with the name or number `http 9090`. Give it another name and number.",
                            "error DUPLICATE_PORT onlineBanking.ports: the port `8081` of `other` is the component's main port."
                                    + " Remove it, or give it another number.");
        }

        @Test
        void hooks_of_an_init_container_that_is_not_a_sidecar() {
            PodContainer init =
                    Samples.sidecar("init").withLifecycle(LifecycleHooks.preStop(LifecycleHooks.Action.exec("true")));

            assertThat(problems(() -> OBS.withInitContainers(init)))
                    .containsExactly(
                            "error SETTING_CONFLICT onlineBanking.initContainers.init: an init container that is not a sidecar cannot have probes or lifecycle hooks. Make it a sidecar with `asSidecar()`, or remove them.");
            assertThat(problems(() -> OBS.withInitContainers(init.asSidecar()))).isEmpty();
        }

        @Test
        void two_volumes_with_the_same_name() {
            PodContainer logs = Samples.sidecar("logs")
                    .withVolumeMounts(PodVolume.configMap("tmp", "settings").mountedAt("/tmp"));

            assertThat(problems(() -> OBS.withVolumes(PodVolume.emptyDir("tmp")).withContainers(logs)))
                    .containsExactly(
                            "error SETTING_CONFLICT onlineBanking.containers.logs.volumeMounts: two volumes are"
                                    + " named `tmp`, and have different sources. Give one of them another name.");
        }

        @Test
        void mounts_of_volumes_that_do_not_exist() {
            VolumeMount mount = VolumeMount.of(MapTree.of("name", "certs").with("mountPath", "/certs"));

            assertThat(problems(() -> OBS.withVolumeMounts(mount)))
                    .containsExactly(
                            "error DANGLING_REFERENCE onlineBanking.volumeMounts: there is no volume `certs`. Add it to `volumes`, or use `PodVolume.mountedAt`.");
            assertThat(problems(() ->
                            OBS.withVolumes(PodVolume.configMap("certs", "ca")).withVolumeMounts(mount)))
                    .isEmpty();
            assertThat(problems(() -> OBS.withContainers(Samples.sidecar("logs").withVolumeMounts(mount))))
                    .hasSize(1);
        }

        @Test
        void labels_and_annotations_that_another_setting_sets() {
            assertThat(problems(() -> OBS.withPodLabels(Map.of("app.kubernetes.io/name", "x"))))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("error SELECTOR_LABEL onlineBanking.podLabels: ");
            assertThat(problems(() -> OBS.withLabels(Map.of("a", "1")).withPodLabels(Map.of("a", "2"))))
                    .containsExactly(
                            "error SETTING_CONFLICT onlineBanking.podLabels: `a` has a different value in `labels`."
                                    + " Set it in one of the two.");
            assertThat(problems(() -> OBS.withAnnotations(Map.of("a", "1")).withPodAnnotations(Map.of("a", "2"))))
                    .hasSize(1);
            assertThat(problems(
                            () -> Samples.inClusterDatabase().withPodLabels(Map.of("app.kubernetes.io/instance", "x"))))
                    .hasSize(1);
        }

        @Test
        void duplicate_paths() {
            RouteTarget target = RouteTarget.component("obs");
            Webank webank = Samples.smallest()
                    .withIngress(Samples.ingress()
                            .withPaths(RoutePath.prefix("/api", target), RoutePath.exact("/api", target))
                            .withRules(HostRule.of(
                                    Host.of("a.b"), RoutePath.prefix("/", target), RoutePath.prefix("/", target))));

            assertThat(problems(() -> webank.render(Samples.RELEASE)))
                    .containsExactly(
                            "error DUPLICATE ingress.rules: the path `/` is there twice. Remove one of them.",
                            "error DUPLICATE ingress.paths: the path `/api` is there twice. Remove one of them.");
        }

        @Test
        void values_that_are_invalid_by_themselves() {
            assertThat(problems(() -> NamedPort.of("Management-Port", 0)))
                    .containsExactly(
                            "error NAME_INVALID ports: `Management-Port` is not a valid name of a port: a port name"
                                    + " has at most 15 characters of a-z, 0-9 and -, starts and ends with a letter or digit, and has at least one letter and no two - in a row. Change"
                                    + " it.");
            assertThat(problems(() -> NamedPort.of("a", 70000))).hasSize(1);
            assertThat(problems(() -> AffinityRules.none().preferNodes(0, "a", "b")))
                    .hasSize(1);
            assertThat(problems(() -> TopologySpread.over("zone").withMaxSkew(0)))
                    .hasSize(1);
            assertThat(problems(() -> TaintToleration.exists("a").withTolerationTime(Duration.ofMillis(1))))
                    .hasSize(1);
            assertThat(problems(() -> PodSecuritySettings.none().withFsGroup(-1)))
                    .hasSize(1);
            assertThat(problems(() -> HostsEntry.of("10.0.0.1"))).hasSize(1);
            assertThat(problems(() -> ContainerProbe.grpc().withHeader("a", "b")))
                    .containsExactly(
                            "error PROBE_INVALID probe: `httpHeaders` is only valid for a probe by HTTP; this one is"
                                    + " `grpc`. Remove it, or probe by HTTP.");
            assertThat(problems(() -> ScalingBehavior.standard().withScaleDownWindow(Duration.ofHours(2))))
                    .containsExactly(
                            "error OUT_OF_RANGE autoscaling.behavior: `PT2H` is not a whole number of seconds from"
                                    + " 0 to 3600. Give whole seconds from 0 to 3600.");
            assertThat(problems(
                            () -> Resources.none().withLimit("memory", "1Gi").withRequest("memory", "2Gi")))
                    .containsExactly(
                            "error OUT_OF_RANGE resources.limits.memory: the limit `1Gi` is lower than the request"
                                    + " `2Gi`. Raise the limit or lower the request.");
        }

        @Test
        void invalid_texts_at_the_call_that_sets_them() {
            assertThat(problems(() -> TaintToleration.equal("a b", "c")))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("error LABEL_INVALID tolerations: `a b` is not a valid key of a label: ");
            for (ThrowingCallable faulty : List.<ThrowingCallable>of(
                    () -> TaintToleration.exists(""),
                    () -> TaintToleration.equal("a", "b c"),
                    () -> AffinityRules.none().requireNodes("", "a"),
                    () -> AffinityRules.none().requireNodes("a"),
                    () -> AffinityRules.none().avoidPods("", MapTree.of("a", "b")),
                    () -> TopologySpread.over(""),
                    () -> HostsEntry.of("10.0.0", "a"),
                    () -> HostsEntry.of("10.0.0.1", "a b"),
                    () -> DnsSettings.policy(DnsSettings.Policy.NONE).withNameservers("dns.example.com"),
                    () -> DnsSettings.policy(DnsSettings.Policy.NONE).withOption("", "2"),
                    () -> LifecycleHooks.Action.httpGet("stop", 80),
                    () -> LifecycleHooks.Action.exec(),
                    () -> ContainerProbe.httpGet("/", "Not-A-Port"),
                    () -> EnvVar.fromField("A", ""),
                    () -> EnvVar.fromResource("A", " "),
                    () -> EnvVar.fromConfigMap("A", "Settings", "k"),
                    () -> EnvVar.fromConfigMap("A", "settings", "a b"),
                    () -> EnvFrom.configMap("Settings"),
                    () -> PodVolume.configMap("a", "Settings"),
                    () -> PodVolume.persistentVolumeClaim("a", "Claim"),
                    () -> Resources.none().withRequest("my gpu", "1"),
                    () -> ScalingMetric.pods("", "1"),
                    () -> RouteTarget.service("Docs", 80),
                    () -> RouteTarget.service("docs", 0),
                    () -> RouteTarget.service("docs", "HTTP"),
                    () -> RoutePath.prefix("api", RouteTarget.component("obs")),
                    () -> HostRule.of(Host.of("a.b")),
                    () -> AlbGroup.of("Group"),
                    () -> AlbGroup.of("group").withOrder(1001),
                    () -> AlbAccessLogs.in("B"),
                    () -> AlbAccessLogs.in("logs").withPrefix("a,b"))) {
                assertThat(problems(faulty)).hasSize(1);
            }
        }

        @Test
        void routes_to_components_that_do_not_exist() {
            Webank webank = Samples.smallest()
                    .withIngress(Samples.ingress()
                            .withPaths(RoutePath.prefix("/reports", RouteTarget.component("report")))
                            .withDefaultBackend(RouteTarget.component("useraap")));

            assertThat(problems(() -> webank.render(Samples.RELEASE)))
                    .containsExactly(
                            "error COMPONENT_UNKNOWN ingress.defaultBackend: there is no component `useraap`. Did you mean"
                                    + " `userapp`? If not, use one of userapp, obs.",
                            "error COMPONENT_UNKNOWN ingress.paths: there is no component `report`. Use one of userapp,"
                                    + " obs.");
        }

        @Test
        void invalid_settings_of_the_load_balancer() {
            assertThat(problems(() -> Samples.ingress()
                            .withAdditionalHosts(Host.of("10.0.0.1"))
                            .withAdditionalCertificates("none")
                            .withSslPolicy("TLS13")))
                    .isNotEmpty();
            assertThat(problems(() -> AlbIngress.builder()
                            .host(Host.of("webank.example.com"))
                            .certificate("arn:aws:acm:eu-central-1:111122223333:certificate/0")
                            .addAdditionalHosts(Host.of("10.0.0.1"), Host.of("webank.example.com"))
                            .addAdditionalCertificates("none")
                            .sslPolicy("TLS13")
                            .webAcl("arn:aws:wafv2:eu-central-1:111122223333:global/webacl/a/b")
                            .addInboundCidrs("10.0.0.0", "10.0.0.0/33", "10.0.0.300/8", "2001:db8::/32", "10.0.0.0/8")
                            .build()))
                    .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                    .containsExactly(
                            "error HOST_INVALID ingress.additionalHosts",
                            "error DUPLICATE ingress.hosts",
                            "error ARN_INVALID ingress.additionalCertificates",
                            "error NAME_INVALID ingress.sslPolicy",
                            "error ARN_INVALID ingress.webAcl",
                            "error CIDR_INVALID ingress.inboundCidrs",
                            "error CIDR_INVALID ingress.inboundCidrs",
                            "error CIDR_INVALID ingress.inboundCidrs");
        }

        @Test
        void names_and_routes_that_are_reserved() {
            Microservice service = Samples.bankAccount().withName("obs").withRoute("/api");

            assertThat(problems(() -> Samples.smallest().withMicroservices(service)))
                    .containsExactly(
                            "error NAME_RESERVED webank.microservices.name: `obs` is reserved for `onlineBanking`. Choose another"
                                    + " name.",
                            "error NAME_RESERVED webank.microservices.route: `/api` is reserved for `onlineBanking`. Choose"
                                    + " another path.");
        }
    }

    @Nested
    class Depend_on_another_setting {
        @Test
        void a_spread_counts_the_pods_of_its_workload() {
            TopologySpread spread = TopologySpread.over("zone");
            ManifestSet manifests = Samples.smallest()
                    .withOnlineBanking(obs -> obs.withNameOverride("banking")
                            .withTopologySpreadConstraints(spread)
                            .withDatabase(Samples.inClusterDatabase().withTopologySpreadConstraints(spread)))
                    .render(Samples.RELEASE);

            assertThat(YamlWriter.write(pod(manifests, "Deployment", "webank-banking")))
                    .contains("""
                      labelSelector:
                        matchLabels:
                          app.kubernetes.io/instance: webank
                          app.kubernetes.io/name: banking
                    """.indent(0));
            assertThat(YamlWriter.write(pod(manifests, "StatefulSet", "webank-db")))
                    .contains("app.kubernetes.io/name: db");
        }

        @Test
        void a_probe_without_a_port_uses_the_first_port_of_an_additional_container() {
            PodContainer proxy = Samples.sidecar("proxy")
                    .withPorts(NamedPort.of("proxy", 15001), NamedPort.of("admin", 15000))
                    .withProbes(Probes.of(ContainerProbe.tcpSocket(), ContainerProbe.tcpSocket("admin")));
            String pod = YamlWriter.write(pod(OBS.withContainers(proxy)));

            assertThat(pod).contains("port: 15001").contains("port: admin");
        }

        @Test
        void the_mounts_of_every_container_add_their_volumes() {
            PodVolume cache = PodVolume.emptyDir("cache");
            OnlineBanking obs = OBS.withVolumeMounts(cache.mountedAt("/a"))
                    .withContainers(Samples.sidecar("logs").withVolumeMounts(cache.mountedAt("/b")))
                    .withInitContainers(Samples.sidecar("init")
                            .withVolumeMounts(
                                    PodVolume.configMap("c", "settings").mountedAt("/c")));

            assertThat(Trees.list(pod(obs), "volumes"))
                    .extracting(volume -> Trees.text((MapTree) volume, "name"))
                    .containsExactly("cache", "c", "init-tmp", "tmp", "logs-tmp");
        }

        @Test
        void a_limit_without_a_request_is_not_below_the_default_request_of_the_hardened_posture() {
            MapTree container = Trees.map(
                    Trees.list(pod(OBS.withResources(Resources.none().withLimit("memory", "256Mi"))), "containers"), 0);

            assertThat(YamlWriter.write(Trees.map(container, "resources"))).isEqualTo("""
                    ---
                    limits:
                      memory: 256Mi
                      ephemeral-storage: 512Mi
                    requests:
                      cpu: 200m
                      memory: 256Mi
                      ephemeral-storage: 64Mi
                    """);
        }

        @Test
        void settings_of_pods_change_only_pods() {
            ManifestSet manifests = Samples.smallest()
                    .withOnlineBanking(
                            obs -> obs.withPodLabels(Map.of("mesh", "on")).withPodAnnotations(Map.of("scrape", "yes")))
                    .render(Samples.RELEASE);
            String text = YamlWriter.write(manifests);

            assertThat(text.split("mesh: ", -1)).hasSize(2);
            assertThat(text.split("scrape: ", -1)).hasSize(2);
        }
    }
}
