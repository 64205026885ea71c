package com.adorsys.webank.deploy.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.DeletionPolicy;
import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.argocd.IgnoreDifference;
import com.adorsys.webank.deploy.argocd.ResourceKind;
import com.adorsys.webank.deploy.argocd.SyncPolicy;
import com.adorsys.webank.deploy.check.Waiver;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.ImagePolicy;
import com.adorsys.webank.deploy.dsl.environment.ImageSigner;
import com.adorsys.webank.deploy.dsl.environment.NamespaceLimits;
import com.adorsys.webank.deploy.dsl.environment.NamespaceQuota;
import com.adorsys.webank.deploy.dsl.environment.NamespaceSettings;
import com.adorsys.webank.deploy.dsl.environment.SignaturePolicy;
import com.adorsys.webank.deploy.dsl.network.AlbAccessLogs;
import com.adorsys.webank.deploy.dsl.network.AlbGroup;
import com.adorsys.webank.deploy.dsl.network.AlbHealthCheck;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.HostRule;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.dsl.network.RoutePath;
import com.adorsys.webank.deploy.dsl.network.RouteTarget;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.network.Tls;
import com.adorsys.webank.deploy.dsl.pod.AffinityRules;
import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.ContainerSecuritySettings;
import com.adorsys.webank.deploy.dsl.pod.DnsSettings;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.HostsEntry;
import com.adorsys.webank.deploy.dsl.pod.ImageNeeds;
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
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import com.adorsys.webank.deploy.manifest.ManifestSelector;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.MergePatch;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.secret.ExternalSecret;
import com.adorsys.webank.deploy.secret.RemoteKey;
import com.adorsys.webank.deploy.secret.SecretStoreRef;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Copies of values: {@code with...} replaces, {@code plus...} adds, and neither leaves behind what depends on the rest. */
class CopiesTest {
    private static final Release RELEASE = Samples.RELEASE;

    @Nested
    class Defaults_that_depend_on_another_setting {
        @Test
        void probes_follow_the_port_of_a_copy() {
            assertThat(probePorts(Samples.onlineBanking().withPort(9090))).containsExactly(9090, 9090, 9090);
            assertThat(probePorts(Samples.bankAccount().withPort(9090))).containsExactly(9090, 9090, 9090);
            assertThat(probePorts(Samples.userApp().withPort(8080))).containsExactly(8080, 8080, 8080);
        }

        @Test
        void a_probe_without_a_port_follows_the_port_of_a_copy() {
            OnlineBanking obs = Samples.onlineBanking()
                    .withProbes(Probes.of(
                            ContainerProbe.tcpSocket().withFailureThreshold(9), ContainerProbe.httpGet("/ready")))
                    .withPort(9090);

            io.fabric8.kubernetes.api.model.Probe liveness = container(obs).getLivenessProbe();
            assertThat(liveness.getTcpSocket().getPort().getIntVal()).isEqualTo(9090);
            assertThat(liveness.getFailureThreshold()).isEqualTo(9);
            assertThat(container(obs).getReadinessProbe().getHttpGet().getPath())
                    .isEqualTo("/ready");
            assertThat(container(obs).getReadinessProbe().getHttpGet().getPort().getIntVal())
                    .isEqualTo(9090);
        }

        @Test
        void a_probe_with_a_port_keeps_it() {
            OnlineBanking obs = Samples.onlineBanking()
                    .withProbes(Probes.of(ContainerProbe.httpGet("/live", 7000)))
                    .withPort(9090);

            assertThat(probePorts(obs)).containsExactly(7000, 7000, 7000);
        }

        @Test
        void the_cluster_and_the_application_follow_the_name_of_a_copy() {
            Environment prod = environment().withName("prod");

            assertThat(prod.cluster()).isEqualTo("prod");
            assertThat(prod.applicationName()).isEqualTo("webank-prod");
            assertThat(prod.withCluster("eu").withName("staging").cluster()).isEqualTo("eu");
        }

        private List<Integer> probePorts(Component component) {
            Container container = container(component);
            return Stream.of(container.getLivenessProbe(), container.getReadinessProbe(), container.getStartupProbe())
                    .map(probe -> probe.getTcpSocket() == null
                            ? probe.getHttpGet().getPort()
                            : probe.getTcpSocket().getPort())
                    .map(IntOrString::getIntVal)
                    .toList();
        }
    }

    @Nested
    class What_is_required {
        @Test
        void new_sources_of_variables_keep_the_secret() {
            OnlineBanking obs = Samples.onlineBanking().withEnvFrom(EnvFrom.configMap("settings"));

            assertThat(obs.secrets()).contains(SecretRef.of("webank-obs-secret"));
            assertThat(container(obs).getEnvFrom())
                    .extracting(source -> source.getSecretRef() == null
                            ? source.getConfigMapRef().getName()
                            : source.getSecretRef().getName())
                    .containsExactly("webank-obs-secret", "settings");
        }

        @Test
        void the_secret_can_be_replaced_but_not_removed() {
            PendingRegistration prs = Samples.dev().pendingRegistration().orElseThrow();

            assertThat(prs.withSecrets(SecretRef.of("other")).secrets()).contains(SecretRef.of("other"));
            assertThatThrownBy(() -> prs.withSecrets(Optional.empty()))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage(
                            "error MISSING_KEY pendingRegistration.secrets: the Secret with the component's keys and"
                                    + " settings is missing. Give its name, such as `SecretRef.of(\"webank-prs-secret\")`.");
        }
    }

    @Nested
    class What_is_not_there_to_be_changed {
        @Test
        void a_microservice_of_another_name() {
            Webank webank = Samples.smallest().plusMicroservices(Samples.bankAccount());

            assertThatThrownBy(() -> webank.withMicroservice("bankacount", service -> service.withPort(1)))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage(
                            "error COMPONENT_UNKNOWN microservices: there is no microservice `bankacount`. Did you mean"
                                    + " `bankaccount`? If not, use one of bankaccount.");
            assertThatThrownBy(() -> Samples.smallest().withMicroservice("bankaccount", service -> service))
                    .hasMessage("error COMPONENT_UNKNOWN microservices: there is no microservice `bankaccount`. Add one"
                            + " first with `plusMicroservices`.");
        }

        @Test
        void a_pending_registration() {
            assertThatThrownBy(() -> Samples.smallest().withPendingRegistration(prs -> prs.withPort(1)))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage(
                            "error MISSING_KEY pendingRegistration: this Webank has no pending registration to change. Set one first with `pendingRegistration` of the builder.");
        }

        @Test
        void an_ingress() {
            assertThatThrownBy(() -> Samples.smallest().withIngress(ingress -> ingress))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage("error MISSING_KEY ingress: this Webank has no Ingress to change. Set one first"
                            + " with `ingress` of the builder.");
        }

        @Test
        void an_ingress_of_another_type() {
            assertThatThrownBy(() -> Samples.dev().withIngress(ClassIngress.class, ingress -> ingress))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage(
                            "error WRONG_TYPE ingress: the Ingress of this Webank is `AlbIngress`, not `ClassIngress`."
                                    + " Did you mean `AlbIngress.class`? If not, set another Ingress.");
        }
    }

    @Test
    void an_ingress_is_changed_by_its_own_type() {
        Webank changed = Samples.dev().withIngress(AlbIngress.class, alb -> alb.withScheme(AlbIngress.Scheme.INTERNAL));

        assertThat(changed.ingress()).contains(Samples.ingress().withScheme(AlbIngress.Scheme.INTERNAL));
    }

    @Test
    void plus_adds_to_the_existing_values() {
        Microservice service = Samples.bankAccount()
                .withEnv(EnvVar.of("A", "1"))
                .plusEnv(EnvVar.of("B", "2"), EnvVar.of("C", "3"))
                .withLabels(Map.of("team", "a"))
                .plusLabels("tier", "backend");

        assertThat(service.env()).extracting(EnvVar::toString).containsExactly("A", "B", "C");
        assertThat(service.labels()).containsExactly(Map.entry("team", "a"), Map.entry("tier", "backend"));
    }

    @Property(tries = 120)
    void a_value_is_equal_whether_its_settings_come_from_the_builder_or_from_copies(
            @ForAll("kinds") Kind kind, @ForAll Random random) {
        Map<String, Object> settings = kind.some(kind.samples.keySet(), random);
        Object built = kind.build(settings);

        Object copied = kind.build(kind.some(settings.keySet(), random));
        List<String> order = new ArrayList<>(settings.keySet());
        Collections.shuffle(order, random);
        for (String name : order) {
            copied = kind.copy(copied, name, settings.get(name));
        }

        assertThat(copied).as("%s copied in the order %s", kind, order).isEqualTo(built);
        assertThat(kind.render.apply(copied)).isEqualTo(kind.render.apply(built));
    }

    @Provide
    Arbitrary<Kind> kinds() {
        return Arbitraries.of(
                component(
                        OnlineBanking.class,
                        ImmutableOnlineBanking.Builder.class,
                        Set.of("image", "database", "secrets"),
                        CopiesTest::onlineBanking),
                component(
                        PendingRegistration.class,
                        ImmutablePendingRegistration.Builder.class,
                        Set.of("image", "database", "secrets"),
                        CopiesTest::prs),
                component(
                        UserApp.class,
                        ImmutableUserApp.Builder.class,
                        Set.of("image"),
                        values -> UserApp.builder().image((Image) values.get("image"))),
                component(
                        Microservice.class,
                        ImmutableMicroservice.Builder.class,
                        Set.of("name", "image", "port"),
                        values -> Microservice.builder()
                                .name((String) values.get("name"))
                                .image((Image) values.get("image"))
                                .port((Integer) values.get("port"))),
                new Kind(
                        PodContainer.class,
                        "com.adorsys.webank.deploy.dsl.pod.ImmutablePodContainer$Builder",
                        Set.of("name", "image"),
                        values -> PodContainer.builder()
                                .name((String) values.get("name"))
                                .image((Image) values.get("image")),
                        value -> text(Samples.onlineBanking()
                                .withContainers((PodContainer) value)
                                .render(RELEASE))),
                new Kind(
                        InClusterDatabase.class,
                        ImmutableInClusterDatabase.Builder.class,
                        Set.of("name", "user", "password"),
                        values -> InClusterDatabase.builder()
                                .name((String) values.get("name"))
                                .user((String) values.get("user"))
                                .password((SecretKeyRef) values.get("password")),
                        value -> text(Samples.onlineBanking()
                                .withDatabase((InClusterDatabase) value)
                                .render(RELEASE))),
                new Kind(
                        ClassIngress.class,
                        "com.adorsys.webank.deploy.dsl.network.ImmutableClassIngress$Builder",
                        Set.of("host"),
                        values -> ClassIngress.builder().host((Host) values.get("host")),
                        CopiesTest::text),
                new Kind(
                        AlbIngress.class,
                        "com.adorsys.webank.deploy.dsl.network.ImmutableAlbIngress$Builder",
                        Set.of("host", "certificate"),
                        values -> AlbIngress.builder()
                                .host((Host) values.get("host"))
                                .certificate((String) values.get("certificate")),
                        CopiesTest::text),
                new Kind(
                        Autoscaling.class,
                        ImmutableAutoscaling.Builder.class,
                        Set.of("maxReplicas", "targetCpuPercent"),
                        values -> Autoscaling.builder()
                                .maxReplicas((Integer) values.get("maxReplicas"))
                                .targetCpuPercent((Integer) values.get("targetCpuPercent")),
                        value -> text(Samples.onlineBanking()
                                .withScaling((Autoscaling) value)
                                .render(RELEASE))),
                new Kind(
                        Webank.class,
                        ImmutableWebank.Builder.class,
                        Set.of("onlineBanking", "userApp"),
                        values -> Webank.builder()
                                .onlineBanking((OnlineBanking) values.get("onlineBanking"))
                                .userApp((UserApp) values.get("userApp")),
                        value -> text(((Webank) value).render(RELEASE))),
                new Kind(
                        NamespaceSettings.class,
                        "com.adorsys.webank.deploy.dsl.environment.ImmutableNamespaceSettings$Builder",
                        Set.of(),
                        values -> NamespaceSettings.builder(),
                        value -> environment()
                                .withNamespace((NamespaceSettings) value)
                                .tree()
                                .toString()),
                new Kind(
                        SignaturePolicy.class,
                        "com.adorsys.webank.deploy.dsl.environment.ImmutableSignaturePolicy$Builder",
                        Set.of("name", "images", "signers"),
                        CopiesTest::signaturePolicy,
                        value -> ((SignaturePolicy) value).kyverno().tree().toString()),
                new Kind(
                        Environment.class,
                        "com.adorsys.webank.deploy.dsl.environment.ImmutableEnvironment$Builder",
                        Set.of("name", "webank", "destination", "repository"),
                        values -> Environment.builder()
                                .name((String) values.get("name"))
                                .webank((Webank) values.get("webank"))
                                .destination((Destination) values.get("destination"))
                                .repository((String) values.get("repository")),
                        value -> ((Environment) value).tree().toString()));
    }

    private static Kind component(
            Class<?> type, Class<?> builder, Set<String> required, Function<Map<String, Object>, Object> start) {
        return new Kind(type, builder, required, start, value -> text(((Component) value).render(RELEASE)));
    }

    private static Object onlineBanking(Map<String, Object> values) {
        return OnlineBanking.builder()
                .image((Image) values.get("image"))
                .database((Database) values.get("database"))
                .secrets((SecretRef) values.get("secrets"));
    }

    private static Object prs(Map<String, Object> values) {
        return PendingRegistration.builder()
                .image((Image) values.get("image"))
                .database((Database) values.get("database"))
                .secrets((SecretRef) values.get("secrets"));
    }

    @SuppressWarnings("unchecked")
    private static Object signaturePolicy(Map<String, Object> values) {
        return SignaturePolicy.builder()
                .name((String) values.get("name"))
                .addAllImages((List<String>) values.get("images"))
                .addAllSigners((List<ImageSigner>) values.get("signers"));
    }

    private static Container container(Component component) {
        ManifestSet manifests = component.render(RELEASE);
        Deployment deployment = manifests.get(
                Deployment.class, manifests.all("Deployment").get(0).name());
        return deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    private static String text(Object ingress) {
        return text(Samples.smallest().withIngress((Ingress) ingress).render(RELEASE));
    }

    private static String text(ManifestSet manifests) {
        return YamlWriter.write(manifests);
    }

    private static Environment environment() {
        return Environment.builder()
                .name("dev")
                .webank(Samples.smallest())
                .destination(Destination.inCluster("webank"))
                .repository("https://github.com/example/deployment")
                .build();
    }

    /** Values of each attribute, any of which goes with any other. */
    private static final Map<String, List<Object>> SAMPLES = Map.ofEntries(
            Map.entry(
                    "image",
                    List.of(Samples.userApp().image(), Samples.bankAccount().image())),
            Map.entry("database", List.of(Samples.database(), Samples.inClusterDatabase())),
            Map.entry("secrets", List.of(SecretRef.of("one"), SecretRef.of("two"))),
            Map.entry("name", List.of("accounts", "loans")),
            Map.entry("port", List.of(7001, 7002)),
            Map.entry("pullPolicy", List.of(PullPolicy.ALWAYS, PullPolicy.IF_NOT_PRESENT)),
            Map.entry(
                    "imageNeeds",
                    List.of(ImageNeeds.user(1000), ImageNeeds.user(2000).withWritablePath("/data"))),
            Map.entry("metricsServer", List.of(Autoscaling.MetricsServer.INSTALLED, Autoscaling.MetricsServer.UNKNOWN)),
            Map.entry("imagePullSecrets", List.of(List.of(SecretRef.of("regcred")), List.of())),
            Map.entry(
                    "scaling",
                    List.of(
                            Replicas.of(3),
                            Autoscaling.builder()
                                    .maxReplicas(4)
                                    .targetCpuPercent(60)
                                    .build())),
            Map.entry("strategy", List.of(DeploymentStrategy.recreate(), DeploymentStrategy.rollingUpdate())),
            Map.entry("resources", List.of(Resources.request("1", "1Gi"), Resources.request("2", "2Gi"))),
            Map.entry("probes", List.of(Probes.none(), Probes.of(ContainerProbe.httpGet("/live", 9001)))),
            Map.entry("volumes", List.of(List.of(PodVolume.emptyDir("tmp")), List.of())),
            Map.entry(
                    "volumeMounts", List.of(List.of(PodVolume.emptyDir("cache").mountedAt("/cache")), List.of())),
            Map.entry(
                    "service",
                    List.of(
                            ServiceSettings.nodePort(),
                            ServiceSettings.clusterIp().withPort(80))),
            Map.entry("serviceAccount", List.of(ServiceAccountSettings.of())),
            Map.entry("ingress", List.of(Samples.ingress())),
            Map.entry("labels", List.of(Map.of("team", "a"), Map.of("tier", "b"))),
            Map.entry("annotations", List.of(Map.of("note", "a"), Map.of("other", "b"))),
            Map.entry("nameOverride", List.of("first", "second")),
            Map.entry("fullnameOverride", List.of("whole", "entire")),
            Map.entry("namespaceOverride", List.of("here", "there")),
            Map.entry("env", List.of(List.of(EnvVar.of("A", "1")), List.of(EnvVar.of("B", "2")))),
            Map.entry("envFrom", List.of(List.of(EnvFrom.configMap("settings")), List.of())),
            Map.entry("publicEnv", List.of(Map.of("VITE_A", "1"), Map.of())),
            Map.entry("publicSources", List.of(List.of(PublicSource.configMap("settings")), List.of())),
            Map.entry("route", List.of("/api/a", "/api/b")),
            Map.entry("restartPolicy", List.of(PodContainer.RestartPolicy.ALWAYS, PodContainer.RestartPolicy.NEVER)),
            Map.entry("user", List.of("webank", "bank")),
            Map.entry("password", List.of(SecretKeyRef.of("a", "b"), SecretKeyRef.of("c", "d"))),
            Map.entry("alias", List.of("db", "store")),
            Map.entry("storage", List.of(ResourceQuantity.parse("1Gi"), ResourceQuantity.parse("2Gi"))),
            Map.entry("storageClass", List.of("gp3", "io2")),
            Map.entry("host", List.of(Host.of("a.example.com"), Host.of("b.example.com"))),
            Map.entry("certificate", List.of("arn:aws:acm:r:1:certificate/a", "arn:aws:acm:r:1:certificate/b")),
            Map.entry("additionalHosts", List.of(List.of(Host.of("c.example.com")), List.of())),
            Map.entry("paths", List.of(List.of(RoutePath.exact("/a", RouteTarget.component("userapp"))), List.of())),
            Map.entry(
                    "rules",
                    List.of(
                            List.of(HostRule.of(
                                    Host.of("d.example.com"),
                                    RoutePath.prefix("/", RouteTarget.service("docs", "http")))),
                            List.of())),
            Map.entry("defaultBackend", List.of(RouteTarget.component("obs"), RouteTarget.service("a", 1))),
            Map.entry("ingressClass", List.of("nginx", "traefik")),
            Map.entry(
                    "tls",
                    List.of(
                            List.of(Tls.byController()),
                            List.of(Tls.of(SecretRef.of("a")).forHosts(Host.of("a.example.com"))))),
            Map.entry("scheme", List.of(AlbIngress.Scheme.INTERNAL, AlbIngress.Scheme.INTERNET_FACING)),
            Map.entry("http", List.of(AlbIngress.Http.SERVED, AlbIngress.Http.REDIRECTED)),
            Map.entry("loadBalancerName", List.of("a", "b")),
            Map.entry("tags", List.of(Map.of("a", "b"), Map.of())),
            Map.entry("healthCheck", List.of(AlbHealthCheck.builder().build())),
            Map.entry("externalDns", List.of(Host.of("a.example.com"))),
            Map.entry("additionalCertificates", List.of(List.of("arn:aws:acm:r:1:certificate/c"), List.of())),
            Map.entry("sslPolicy", List.of("ELBSecurityPolicy-a", "ELBSecurityPolicy-b")),
            Map.entry("webAcl", List.of("arn:aws:wafv2:r:1:regional/webacl/a/b")),
            Map.entry(
                    "accessLogs",
                    List.of(AlbAccessLogs.in("logs"), AlbAccessLogs.in("logs").withPrefix("a"))),
            Map.entry(
                    "deletionProtection",
                    List.of(AlbIngress.DeletionProtection.ENABLED, AlbIngress.DeletionProtection.DISABLED)),
            Map.entry("inboundCidrs", List.of(List.of("10.0.0.0/8"), List.of())),
            Map.entry("group", List.of(AlbGroup.of("a"), AlbGroup.of("a").withOrder(3))),
            Map.entry("maxReplicas", List.of(7, 8)),
            Map.entry("minReplicas", List.of(2, 3)),
            Map.entry("targetCpuPercent", List.of(50, 60)),
            Map.entry("targetMemoryPercent", List.of(70, 80)),
            Map.entry("metrics", List.of(List.of(ScalingMetric.external("queue", "5")), List.of())),
            Map.entry("behavior", List.of(ScalingBehavior.standard().withScaleUpPods(1, Duration.ofSeconds(60)))),
            Map.entry("minReady", List.of(Duration.ofSeconds(3), Duration.ofSeconds(4))),
            Map.entry("progressDeadline", List.of(Duration.ofMinutes(3), Duration.ofMinutes(4))),
            Map.entry("command", List.of(List.of("run"), List.of())),
            Map.entry("args", List.of(List.of("-v"), List.of())),
            Map.entry("workingDir", List.of("/app", "/srv")),
            Map.entry("ports", List.of(List.of(NamedPort.of("management", 9001)), List.of())),
            Map.entry("lifecycle", List.of(LifecycleHooks.preStop(LifecycleHooks.Action.sleep(Duration.ofSeconds(5))))),
            Map.entry("securityContext", List.of(ContainerSecuritySettings.restricted())),
            Map.entry("podSecurityContext", List.of(PodSecuritySettings.restricted())),
            Map.entry("nodeSelector", List.of(Map.of("disk", "ssd"), Map.of())),
            Map.entry("tolerations", List.of(List.of(TaintToleration.exists("dedicated")), List.of())),
            Map.entry(
                    "affinity",
                    List.of(
                            AffinityRules.none().requireNodes("kubernetes.io/arch", "arm64"),
                            AffinityRules.none().avoidPods("kubernetes.io/hostname", MapTree.of("a", "b")))),
            Map.entry("topologySpreadConstraints", List.of(List.of(TopologySpread.over("zone")), List.of())),
            Map.entry("priorityClassName", List.of("high", "low")),
            Map.entry("initContainers", List.of(List.of(Samples.sidecar("proxy").asSidecar()), List.of())),
            Map.entry("containers", List.of(List.of(Samples.sidecar("logs")), List.of())),
            Map.entry("terminationGracePeriod", List.of(Duration.ofSeconds(60), Duration.ofSeconds(0))),
            Map.entry("podLabels", List.of(Map.of("mesh", "on"), Map.of())),
            Map.entry("podAnnotations", List.of(Map.of("scrape", "yes"), Map.of())),
            Map.entry("dns", List.of(DnsSettings.policy(DnsSettings.Policy.DEFAULT))),
            Map.entry("hostAliases", List.of(List.of(HostsEntry.of("10.0.0.1", "legacy.bank")), List.of())),
            Map.entry("runtimeClassName", List.of("gvisor", "kata")),
            Map.entry("processNamespace", List.of(ProcessNamespace.SHARED, ProcessNamespace.SEPARATE)),
            Map.entry(
                    "onlineBanking",
                    List.of(Samples.onlineBanking(), Samples.onlineBanking().withPort(1))),
            Map.entry("userApp", List.of(Samples.userApp(), Samples.userApp().withPort(2))),
            Map.entry(
                    "pendingRegistration",
                    List.of(Samples.dev().pendingRegistration().orElseThrow())),
            Map.entry("microservices", List.of(List.of(Samples.bankAccount()), List.of())),
            Map.entry(
                    "secretSources",
                    List.of(
                            List.of(ExternalSecret.builder()
                                    .name("webank-obs-secret")
                                    .store(SecretStoreRef.of("aws"))
                                    .addDataFrom(RemoteKey.of("webank/obs"))
                                    .build()),
                            List.of())),
            Map.entry("network", List.of(Samples.network(), NetworkIsolation.none())),
            Map.entry("webank", List.of(Samples.dev(), Samples.smallest())),
            Map.entry("destination", List.of(Destination.inCluster("a"), Destination.inCluster("b"))),
            Map.entry("repository", List.of("https://github.com/example/a", "https://github.com/example/b")),
            Map.entry("revision", List.of("main", "v1")),
            Map.entry("cluster", List.of("eu", "us")),
            Map.entry(
                    "target",
                    List.of(
                            ClusterTarget.eks("webank-dev", "eu-central-1", "111122223333"),
                            ClusterTarget.context("dev", "https://dev.example.com:6443"))),
            Map.entry("releaseName", List.of("bank", "blue")),
            Map.entry("posture", List.of(Posture.hardened(), Posture.chart())),
            Map.entry(
                    "namespace",
                    List.of(
                            NamespaceSettings.builder().putLabels("team", "a").build(),
                            NamespaceSettings.builder()
                                    .owner(NamespaceSettings.Owner.GIT)
                                    .quota(NamespaceQuota.of(Resources.none()).withPods(50))
                                    .build())),
            Map.entry("imagePolicy", List.of(ImagePolicy.ANY)),
            Map.entry("owner", List.of(NamespaceSettings.Owner.ARGO_CD, NamespaceSettings.Owner.GIT)),
            Map.entry("quota", List.of(NamespaceQuota.of(Resources.none()).withPods(40))),
            Map.entry("limits", List.of(NamespaceLimits.of(Resources.request("1", "1Gi")))),
            Map.entry("images", List.of(List.of("ghcr.io/a/**"), List.of("ghcr.io/b/**"))),
            Map.entry(
                    "signers",
                    List.of(
                            List.of(ImageSigner.keyless("https://issuer.example.com", "one")),
                            List.of(ImageSigner.keyless("https://issuer.example.com", "two")))),
            Map.entry("action", List.of(SignaturePolicy.Action.WARN, SignaturePolicy.Action.ENFORCE)),
            Map.entry("extraManifests", List.of(ManifestSet.empty())),
            Map.entry(
                    "patches",
                    List.of(
                            List.of(ManifestPatch.merge(
                                    ManifestSelector.kind("Deployment"),
                                    MergePatch.of(
                                            MapTree.of("spec", MapTree.of("minReadySeconds", ScalarTree.of(5)))))),
                            List.of())),
            Map.entry(
                    "waivers",
                    List.of(List.of(Waiver.of("POD_SECURITY", "Deployment/bank-obs", "a sample")), List.of())),
            Map.entry(
                    "allowedClusterKinds",
                    List.of(Set.of(ResourceKind.of("scheduling.k8s.io", "PriorityClass")), Set.of())),
            Map.entry("allowedNamespaces", List.of(Set.of("jobs"), Set.of())),
            Map.entry("applicationName", List.of("one", "two")),
            Map.entry("project", List.of("one", "two")),
            Map.entry("syncPolicy", List.of(SyncPolicy.manual(), SyncPolicy.automatic())),
            Map.entry("ignoreDifferences", List.of(List.of(IgnoreDifference.replicasOfDeployments()), List.of())),
            Map.entry("deletion", List.of(DeletionPolicy.ORPHAN, DeletionPolicy.CASCADE)),
            Map.entry("revisionHistoryLimit", List.of(3, 5)),
            Map.entry("argoCd", List.of(ProductVersion.argoCd("2.13"), ProductVersion.argoCd("3.1"))),
            Map.entry("kubernetes", List.of(ProductVersion.kubernetes("1.34"), ProductVersion.kubernetes("1.36"))),
            Map.entry("secretsInGit", List.of(Set.of("a"), Set.of())));

    /** What only chart values set. */
    private static final Set<String> NOT_SET_BY_USERS = Set.of("chartOnly");

    /** A type of values, whose settings are found by reflection: a new attribute needs samples. */
    private static final class Kind {
        final Class<?> type;
        final Class<?> builder;
        final Function<Map<String, Object>, Object> start;
        final Function<Object, String> render;
        final Map<String, List<Object>> samples = new TreeMap<>();
        final Set<String> required;

        Kind(
                Class<?> type,
                String builder,
                Set<String> required,
                Function<Map<String, Object>, Object> start,
                Function<Object, String> render) {
            this(type, named(builder), required, start, render);
        }

        private static Class<?> named(String name) {
            try {
                return Class.forName(name);
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }

        Kind(
                Class<?> type,
                Class<?> builder,
                Set<String> required,
                Function<Map<String, Object>, Object> start,
                Function<Object, String> render) {
            this.type = type;
            this.builder = builder;
            this.required = required;
            this.start = start;
            this.render = render;
            for (Method method : type.getMethods()) {
                String name = method.getName();
                if (name.startsWith("with") && isSetting(method)) {
                    String attribute = Character.toLowerCase(name.charAt(4)) + name.substring(5);
                    if (!NOT_SET_BY_USERS.contains(attribute)) {
                        assertThat(SAMPLES).as("samples of %s", this).containsKey(attribute);
                        samples.put(attribute, SAMPLES.get(attribute));
                    }
                }
            }
            assertThat(samples.keySet()).containsAll(required);
        }

        /** Whether the builder has a method for it too, so that it is not a derivation of ours. */
        private boolean isSetting(Method copy) {
            String name = copy.getName().substring(4);
            for (Method method : builder.getMethods()) {
                if (method.getName().equalsIgnoreCase(name)
                        || method.getName().equals("addAll" + name)
                        || method.getName().equals("putAll" + name)) {
                    return true;
                }
            }
            return false;
        }

        Map<String, Object> some(Set<String> names, Random random) {
            Map<String, Object> some = new TreeMap<>();
            for (String name : names) {
                if (required.contains(name) || random.nextBoolean()) {
                    List<Object> values = samples.get(name);
                    some.put(name, values.get(random.nextInt(values.size())));
                }
            }
            return some;
        }

        Object build(Map<String, Object> settings) {
            Object started = start.apply(settings);
            for (Map.Entry<String, Object> setting : settings.entrySet()) {
                if (!required.contains(setting.getKey())) {
                    String capital = capital(setting.getKey());
                    String method = setting.getValue() instanceof Map
                            ? "putAll" + capital
                            : setting.getValue() instanceof Iterable && !(setting.getValue() instanceof ManifestSet)
                                    ? "addAll" + capital
                                    : setting.getKey();
                    started = call(builder, started, method, setting.getValue());
                }
            }
            return call(builder, started, "build");
        }

        Object copy(Object value, String name, Object setting) {
            return call(type, value, "with" + capital(name), setting);
        }

        private static String capital(String name) {
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }

        private static Object call(Class<?> type, Object target, String name, Object... arguments) {
            for (Method method : type.getMethods()) {
                if (method.getName().equals(name)
                        && !method.isVarArgs()
                        && !method.isBridge()
                        && method.getParameterCount() == arguments.length
                        && (arguments.length == 0 || accepts(method.getParameterTypes()[0], arguments[0]))) {
                    try {
                        method.setAccessible(true);
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw new AssertionError(type.getSimpleName() + "." + name, e.getCause());
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                }
            }
            throw new AssertionError(type.getSimpleName() + " has no method " + name);
        }

        private static boolean accepts(Class<?> parameter, Object argument) {
            return parameter.isInstance(argument) || parameter == int.class && argument instanceof Integer;
        }

        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }
}
