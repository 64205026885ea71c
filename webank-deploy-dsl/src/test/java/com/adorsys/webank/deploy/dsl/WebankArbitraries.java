package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.HostRule;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.LoadBalancerService;
import com.adorsys.webank.deploy.dsl.network.RoutePath;
import com.adorsys.webank.deploy.dsl.network.RouteTarget;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.network.Tls;
import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.ContainerSecuritySettings;
import com.adorsys.webank.deploy.dsl.pod.NamedPort;
import com.adorsys.webank.deploy.dsl.pod.PodSecuritySettings;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.TaintToleration;
import com.adorsys.webank.deploy.dsl.pod.TopologySpread;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Webanks of every shape. */
final class WebankArbitraries {
    private WebankArbitraries() {}

    static Arbitrary<Release> releases() {
        return Arbitraries.of("webank", "bank", "webank-blue", "r".repeat(53), "obs")
                .map(name -> Release.of(name, "webank"));
    }

    static Arbitrary<Webank> webanks() {
        return Combinators.combine(
                        backends(Samples.onlineBanking()).map(backend -> (OnlineBanking) backend),
                        userApps(),
                        backends(Samples.dev().pendingRegistration().orElseThrow())
                                .map(backend -> (PendingRegistration) backend)
                                .optional(),
                        backends(Samples.bankAccount())
                                .map(backend -> (Microservice) backend)
                                .optional(),
                        ingresses().optional(),
                        databases())
                .as((obs, app, prs, service, ingress, database) -> Webank.builder()
                        .onlineBanking(obs.withDatabase(database))
                        .userApp(app)
                        .pendingRegistration(prs.map(known -> known.withDatabase(database)))
                        .addAllMicroservices(service.stream().toList())
                        .ingress(ingress)
                        .build());
    }

    private static Arbitrary<Database> databases() {
        return Arbitraries.of(
                Samples.database(),
                Samples.database().withPort(6432),
                Samples.inClusterDatabase(),
                Samples.inClusterDatabase()
                        .withPodSecurityContext(PodSecuritySettings.none().withFsGroup(999))
                        .withContainers(Samples.sidecar("exporter"))
                        .withTolerations(TaintToleration.exists("database"))
                        .withArgs("-c", "max_connections=200"),
                Samples.inClusterDatabase()
                        .withStorageClass("gp3")
                        .withAlias("bank")
                        .withPassword(SecretKeyRef.of("other", "pw")));
    }

    private static Arbitrary<Ingress> ingresses() {
        return Arbitraries.of(
                Samples.ingress(),
                Samples.ingress().withHttp(AlbIngress.Http.SERVED).withScheme(AlbIngress.Scheme.INTERNAL),
                ClassIngress.builder().host(Host.of("*.example.com")).build(),
                ClassIngress.builder()
                        .host(Host.of("webank.example.com"))
                        .ingressClass("nginx")
                        .addTls(Tls.byController())
                        .putAnnotations("cert-manager.io/cluster-issuer", "letsencrypt")
                        .putLabels("exposed", "yes")
                        .addAdditionalHosts(Host.of("www.example.com"))
                        .addPaths(RoutePath.exact("/status", RouteTarget.component("obs")))
                        .addRules(HostRule.of(
                                Host.of("api.example.com"), RoutePath.prefix("/", RouteTarget.component("obs"))))
                        .defaultBackend(RouteTarget.component("userapp"))
                        .build());
    }

    private static Arbitrary<UserApp> userApps() {
        return Combinators.combine(scalings(), services(), labels(), probes(), names())
                .as((scaling, service, labels, probes, name) -> Samples.userApp()
                        .withScaling(scaling)
                        .withService(service)
                        .withLabels(labels)
                        .withProbes(probes)
                        .withFullnameOverride(name.map(text -> text + "-app")));
    }

    private static Arbitrary<Backend> backends(Backend base) {
        return Combinators.combine(scalings(), services(), labels(), labels(), probes(), names(), extras(), images())
                .as((scaling, service, labels, annotations, probes, name, extras, image) -> {
                    Optional<String> fullname =
                            name.map(text -> text + "-" + base.traits().name());
                    if (base instanceof OnlineBanking obs) {
                        return obs.withScaling(scaling)
                                .withService(service)
                                .withLabels(labels)
                                .withAnnotations(annotations)
                                .withProbes(probes)
                                .withFullnameOverride(fullname)
                                .withVolumeMounts(extras)
                                .withImage(image)
                                .withStrategy(DeploymentStrategy.recreate())
                                .withPodLabels(labels)
                                .withNodeSelector(annotations)
                                .withPorts(NamedPort.of("management", 9090).inService())
                                .withInitContainers(Samples.sidecar("init"))
                                .withSecurityContext(ContainerSecuritySettings.restricted())
                                .withTopologySpreadConstraints(TopologySpread.over("zone"))
                                .withTerminationGracePeriod(Duration.ofSeconds(60));
                    }
                    if (base instanceof PendingRegistration prs) {
                        return prs.withScaling(scaling)
                                .withService(service)
                                .withLabels(labels)
                                .withAnnotations(annotations)
                                .withProbes(probes)
                                .withFullnameOverride(fullname)
                                .withVolumeMounts(extras)
                                .withImage(image)
                                .withImagePullSecrets(SecretRef.of("regcred"));
                    }
                    return ((Microservice) base)
                            .withScaling(scaling)
                            .withService(service)
                            .withLabels(labels)
                            .withAnnotations(annotations)
                            .withProbes(probes)
                            .withFullnameOverride(fullname)
                            .withVolumeMounts(extras)
                            .withImage(image)
                            .withResources(Resources.request("1", "1Gi"))
                            .withServiceAccount(ServiceAccountSettings.of());
                });
    }

    private static Arbitrary<Image> images() {
        return Arbitraries.of(
                Image.parse("ghcr.io/adorsys-gis/webank-prs:v1.2.3"),
                Image.parse("registry.example.com:5000/team/prs:20250321"),
                Image.parse("ghcr.io/adorsys-gis/webank-prs@sha256:" + "0123456789abcdef".repeat(4)));
    }

    private static Arbitrary<Scaling> scalings() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 5).map(Replicas::of),
                Arbitraries.integers()
                        .between(1, 9)
                        .map(max -> Autoscaling.builder()
                                .maxReplicas(max)
                                .targetMemoryPercent(60)
                                .build()));
    }

    private static Arbitrary<ServiceSettings> services() {
        return Arbitraries.of(
                ServiceSettings.clusterIp(),
                ServiceSettings.clusterIp().withPort(80).withLabels(Map.of("exposure", "inside")),
                ServiceSettings.nodePort().withAnnotations(Map.of("example.com/note", "hello: \"you\"")),
                ServiceSettings.loadBalancer()
                        .withLoadBalancerIp("203.0.113.10")
                        .withNodePorts(LoadBalancerService.NodePorts.NONE));
    }

    private static Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(
                        Arbitraries.of("team", "tier", "example.com/owner"), Arbitraries.of("a", "yes", "1.0", ""))
                .ofMaxSize(2);
    }

    private static Arbitrary<Probes> probes() {
        return Arbitraries.of(
                Probes.none(),
                Probes.of(ContainerProbe.tcpSocket(8080)),
                Probes.of(ContainerProbe.httpGet("/live", 8080), ContainerProbe.httpGet("/ready", 8080)),
                Probes.of(ContainerProbe.exec("true")).withStartup(ContainerProbe.tcpSocket(1)),
                Probes.of(ContainerProbe.httpGet("/", 80).withFailureThreshold(6)));
    }

    private static Arbitrary<Optional<String>> names() {
        return Arbitraries.of("banking", "a").optional();
    }

    private static Arbitrary<List<VolumeMount>> extras() {
        return Arbitraries.of(
                        PodVolume.emptyDir("tmp").mountedAt("/tmp"),
                        PodVolume.configMap("config", "settings")
                                .mountedAt("/config")
                                .readOnly(),
                        PodVolume.secret("keys", SecretRef.of("keys"))
                                .mountedAt("/keys/a")
                                .withSubPath("a"))
                .list()
                .ofMaxSize(3)
                .map(mounts -> new ArrayList<>(new LinkedHashSet<>(mounts)));
    }
}
