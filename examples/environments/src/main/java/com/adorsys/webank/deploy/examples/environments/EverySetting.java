package com.adorsys.webank.deploy.examples.environments;

import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.Autoscaling;
import com.adorsys.webank.deploy.dsl.InClusterDatabase;
import com.adorsys.webank.deploy.dsl.Microservice;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.PublicSource;
import com.adorsys.webank.deploy.dsl.ScalingBehavior;
import com.adorsys.webank.deploy.dsl.ScalingMetric;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.network.AlbAccessLogs;
import com.adorsys.webank.deploy.dsl.network.AlbGroup;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.HostRule;
import com.adorsys.webank.deploy.dsl.network.NetworkCall;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.dsl.network.NetworkPeer;
import com.adorsys.webank.deploy.dsl.network.OutboundAccess;
import com.adorsys.webank.deploy.dsl.network.RoutePath;
import com.adorsys.webank.deploy.dsl.network.RouteTarget;
import com.adorsys.webank.deploy.dsl.network.Tls;
import com.adorsys.webank.deploy.dsl.pod.AffinityRules;
import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.ContainerSecuritySettings;
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
import com.adorsys.webank.deploy.dsl.pod.ProcessNamespace;
import com.adorsys.webank.deploy.dsl.pod.PullPolicy;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.TaintToleration;
import com.adorsys.webank.deploy.dsl.pod.TopologySpread;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.util.Map;

/** A Webank that uses nearly every setting of pods, containers and Ingresses, on one page: what each is called, and what a value of it looks like. */
public final class EverySetting {
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String NODE = "kubernetes.io/hostname";

    private EverySetting() {}

    /** The whole Webank. */
    public static Webank webank() {
        return Webank.builder()
                .onlineBanking(onlineBanking())
                .userApp(userApp())
                .addMicroservices(accounts())
                .ingress(loadBalancer())
                .network(network())
                .build();
    }

    /** Nearly every setting of a pod and its containers. */
    private static OnlineBanking onlineBanking() {
        PodVolume cache = PodVolume.emptyDir("cache", "256Mi");
        return OnlineBanking.builder()
                .image(Image.parse("ghcr.io/adorsys-gis/webank-online-banking:1.4.0"))
                .database(database())
                .secrets(SecretRef.of("webank-obs-secret"))
                .scaling(Autoscaling.builder()
                        .maxReplicas(8)
                        .minReplicas(2)
                        .targetCpuPercent(70)
                        .addMetrics(ScalingMetric.pods("http_requests_per_second", "100"))
                        .behavior(ScalingBehavior.standard()
                                .withScaleDownWindow(Duration.ofMinutes(10))
                                .withScaleUpPods(2, Duration.ofMinutes(1)))
                        .build())
                .minReady(Duration.ofSeconds(5))
                .progressDeadline(Duration.ofMinutes(15))
                .revisionHistoryLimit(3)
                // The container.
                .addCommand("java")
                .addArgs("-jar", "app.jar")
                .workingDir("/app")
                .addEnv(EnvVar.of("LOGGING_LEVEL_ROOT", "INFO"))
                .addEnv(EnvVar.fromConfigMap("FEATURES", "webank-features", "obs"))
                .addEnv(EnvVar.fromSecret("MAIL_PASSWORD", SecretKeyRef.of("mail", "password")))
                .addEnv(EnvVar.fromField("POD_IP", "status.podIP"))
                .addEnv(EnvVar.fromResource("MEMORY_LIMIT", "limits.memory"))
                .addEnvFrom(EnvFrom.configMap("webank-settings").withPrefix("WEBANK_"))
                .addPorts(NamedPort.of("management", 9090).inService())
                .resources(
                        Resources.request("500m", "1Gi").withLimits("2", "1Gi").withRequest("ephemeral-storage", "1Gi"))
                .probes(Probes.of(
                                ContainerProbe.httpGet("/actuator/health/liveness", "management"),
                                ContainerProbe.httpGet("/actuator/health/readiness", "management")
                                        .withHeader("X-Probe", "kubelet"))
                        .withStartup(ContainerProbe.tcpSocket().withFailureThreshold(30)))
                .lifecycle(LifecycleHooks.preStop(LifecycleHooks.Action.sleep(Duration.ofSeconds(10))))
                .securityContext(ContainerSecuritySettings.restricted().withReadOnlyRootFilesystem())
                .addVolumeMounts(cache.mountedAt("/app/cache"))
                // The pod.
                .addInitContainers(PodContainer.builder()
                        .name("wait-for-database")
                        .image(Image.parse("docker.io/library/postgres:17.6"))
                        .addCommand("sh", "-c", "until pg_isready --host webank-db; do sleep 1; done")
                        .build())
                .addInitContainers(PodContainer.builder()
                        .name("proxy")
                        .image(Image.parse("docker.io/envoyproxy/envoy:v1.36.0"))
                        .addPorts(NamedPort.of("proxy", 15001))
                        .probes(Probes.none().withStartup(ContainerProbe.tcpSocket()))
                        .build()
                        .asSidecar())
                .addContainers(PodContainer.builder()
                        .name("logs")
                        .image(Image.parse("docker.io/fluent/fluent-bit:4.1.1"))
                        .pullPolicy(PullPolicy.IF_NOT_PRESENT)
                        .resources(Resources.request("50m", "64Mi"))
                        .addPorts(NamedPort.of("metrics", 2020))
                        .probes(Probes.of(ContainerProbe.tcpSocket(), ContainerProbe.httpGet("/api/v1/health")))
                        .addVolumeMounts(cache.mountedAt("/cache").readOnly())
                        .build())
                .addVolumes(PodVolume.configMap("certificates", "ca-certificates"))
                .putNodeSelector("kubernetes.io/os", "linux")
                .addTolerations(
                        TaintToleration.equal("dedicated", "banking").withEffect(TaintToleration.Effect.NO_SCHEDULE))
                .affinity(AffinityRules.none()
                        .requireNodes("kubernetes.io/arch", "amd64", "arm64")
                        .preferNotWithPods(50, NODE, MapTree.of("app.kubernetes.io/name", "obs")))
                .addTopologySpreadConstraints(TopologySpread.over(ZONE))
                .priorityClassName("system-cluster-critical")
                .terminationGracePeriod(Duration.ofSeconds(60))
                .podSecurityContext(PodSecuritySettings.restricted().withFsGroup(10001))
                .putPodLabels("mesh", "enabled")
                .putPodAnnotations("example.com/scrape", "true")
                .dns(DnsSettings.policy(DnsSettings.Policy.CLUSTER_FIRST).withOption("ndots", "2"))
                .addHostAliases(HostsEntry.of("10.0.0.10", "core.bank.example.com"))
                .processNamespace(ProcessNamespace.SHARED)
                .build();
    }

    private static InClusterDatabase database() {
        return InClusterDatabase.builder()
                .name("webank")
                .user("webank")
                .password(SecretKeyRef.of("webank-db", "password"))
                .addArgs("-c", "max_connections=200")
                .putNodeSelector("kubernetes.io/os", "linux")
                .addTopologySpreadConstraints(TopologySpread.over(NODE))
                .podSecurityContext(PodSecuritySettings.none().withFsGroup(999))
                .build();
    }

    /** The user app: its variables, which visitors can read, come from ConfigMaps and fields, never from Secrets. */
    private static UserApp userApp() {
        return UserApp.builder()
                .image(Image.parse("ghcr.io/adorsys-gis/webank-userapp:1.4.0"))
                .putPublicEnv("VITE_WEBANK_OBS_URL", "/api")
                .addPublicSources(PublicSource.configMap("webank-public"))
                .addPublicSources(PublicSource.field("VITE_NAMESPACE", "metadata.namespace"))
                .build();
    }

    /** A service that is called by gRPC, with an Ingress of its own. */
    private static Microservice accounts() {
        return Microservice.builder()
                .name("accounts")
                .image(Image.parse("ghcr.io/adorsys-gis/webank-accounts:1.4.0"))
                .port(8443)
                .probes(Probes.of(ContainerProbe.grpc().withGrpcService("accounts")))
                .ingress(ClassIngress.builder()
                        .host(Host.of("accounts.webank.example.com"))
                        .ingressClass("nginx")
                        .addAdditionalHosts(Host.of("konten.webank.example.com"))
                        .addTls(Tls.of(SecretRef.of("accounts-tls")).forHosts(Host.of("accounts.webank.example.com")))
                        .addTls(Tls.of(SecretRef.of("konten-tls")).forHosts(Host.of("konten.webank.example.com")))
                        .build())
                .build();
    }

    /** Every setting of the network. */
    private static NetworkIsolation network() {
        return NetworkIsolation.builder()
                .enforcement(NetworkIsolation.Enforcement.VPC_CNI)
                .addLoadBalancerSubnets(Cidr.of("10.0.0.0/24"), Cidr.of("2001:db8:0:1::/64"))
                .addIngressControllers(
                        NetworkPeer.pods("ingress-nginx", Map.of("app.kubernetes.io/name", "ingress-nginx")))
                .addDatabaseSubnets(Cidr.of("10.0.20.0/24"))
                .addCalls(NetworkCall.of("obs", "accounts"))
                .addOutbound(OutboundAccess.of("obs", NetworkPeer.range(Cidr.of("10.1.0.0/16")), 587))
                .addOutbound(OutboundAccess.of("obs", NetworkPeer.namespace("mail"), 25))
                .addOutbound(OutboundAccess.of("accounts", NetworkPeer.internet(), 443))
                .build();
    }

    private static AlbIngress loadBalancer() {
        String certificates = "arn:aws:acm:eu-central-1:111122223333:certificate/";
        return AlbIngress.builder()
                .host(Host.of("webank.example.com"))
                .certificate(certificates + "00000000-0000-0000-0000-000000000000")
                .addAdditionalHosts(Host.of("www.webank.example.com"))
                .addAdditionalCertificates(certificates + "00000000-0000-0000-0000-000000000001")
                .addPaths(RoutePath.exact("/healthz", RouteTarget.component("obs")))
                .addRules(HostRule.of(
                        Host.of("partners.webank.example.com"),
                        RoutePath.prefix("/accounts", RouteTarget.service("webank-accounts", "http"))))
                .defaultBackend(RouteTarget.component("userapp"))
                .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
                .webAcl("arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/webank/0000")
                .accessLogs(AlbAccessLogs.in("webank-logs").withPrefix("alb"))
                .deletionProtection(AlbIngress.DeletionProtection.ENABLED)
                .addInboundCidrs("10.0.0.0/8", "2001:db8::/32")
                .group(AlbGroup.of("webank").withOrder(10))
                .build();
    }
}
