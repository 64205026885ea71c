package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.Autoscaling;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.Database;
import com.adorsys.webank.deploy.dsl.DeploymentStrategy;
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.PendingRegistration;
import com.adorsys.webank.deploy.dsl.ReadComponents;
import com.adorsys.webank.deploy.dsl.Replicas;
import com.adorsys.webank.deploy.dsl.Scaling;
import com.adorsys.webank.deploy.dsl.ServiceAccountSettings;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.internal.ChartExtras;
import com.adorsys.webank.deploy.dsl.internal.ChartNames;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.LoadBalancerService;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.network.Tls;
import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.PullPolicy;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads finished values into the types of the model: a method for each setting. */
final class ModelReading {
    private final Chart chart;
    private final MapTree values;
    private final MapTree said;
    private final String fullname;

    private ModelReading(FinishedValues finished, Release release, String name) {
        chart = finished.chart();
        values = finished.values();
        said = finished.said();
        fullname = ChartNames.fullname(
                release.name(), nameOverride().orElse(name), fullnameOverride().orElse(null));
    }

    /** The Webank in the values of the umbrella. */
    static Webank webank(FinishedValues finished, Release release) {
        return new ModelReading(finished, release, finished.chart().chartName()).umbrella(finished, release);
    }

    private Webank umbrella(FinishedValues finished, Release release) {
        return ReadComponents.webank(
                        (OnlineBanking) part(finished, Chart.WEBANK_OBS, release),
                        (UserApp) part(finished, Chart.WEBANK_USERAPP, release),
                        ChartExtras.of(labels(), annotations()))
                .pendingRegistration((PendingRegistration) part(finished, Chart.WEBANK_PRS, release))
                .putAllLabels(labels())
                .putAllAnnotations(annotations())
                .nameOverride(nameOverride())
                .fullnameOverride(fullnameOverride())
                .namespaceOverride(namespaceOverride())
                .ingress(givenIngress())
                .build();
    }

    private static Component part(FinishedValues umbrella, Chart chart, Release release) {
        String alias = chart.alias();
        MapTree values = Trees.map(umbrella.values(), alias);
        return component(new FinishedValues(chart, values, Trees.map(umbrella.said(), alias)), release, alias);
    }

    /**
     * The component in the values of a part.
     *
     * @param name the value of {@code .Chart.Name}
     */
    static Component component(FinishedValues finished, Release release, String name) {
        return new ModelReading(finished, release, name).component();
    }

    private Component component() {
        return switch (chart) {
            case WEBANK_OBS -> onlineBanking();
            case WEBANK_PRS -> pendingRegistration();
            default -> userApp();
        };
    }

    private OnlineBanking onlineBanking() {
        return ReadComponents.onlineBanking(image(), database(), extras(databaseSecret()))
                .pullPolicy(pullPolicy())
                .addAllImagePullSecrets(imagePullSecrets())
                .scaling(scaling())
                .strategy(strategy())
                .resources(resources())
                .port(targetPort())
                .probes(probes())
                .addAllVolumes(volumes())
                .addAllVolumeMounts(volumeMounts())
                .service(service())
                .serviceAccount(serviceAccount())
                .ingress(ingress())
                .putAllLabels(labels())
                .putAllAnnotations(annotations())
                .nameOverride(nameOverride())
                .fullnameOverride(fullnameOverride())
                .namespaceOverride(namespaceOverride())
                .addAllEnv(env())
                .secrets(secrets())
                .addAllEnvFrom(envFrom())
                .build();
    }

    private PendingRegistration pendingRegistration() {
        return ReadComponents.pendingRegistration(image(), database(), extras(databaseSecret()))
                .pullPolicy(pullPolicy())
                .addAllImagePullSecrets(imagePullSecrets())
                .scaling(scaling())
                .strategy(strategy())
                .resources(resources())
                .port(targetPort())
                .probes(probes())
                .addAllVolumes(volumes())
                .addAllVolumeMounts(volumeMounts())
                .service(service())
                .serviceAccount(serviceAccount())
                .ingress(ingress())
                .putAllLabels(labels())
                .putAllAnnotations(annotations())
                .nameOverride(nameOverride())
                .fullnameOverride(fullnameOverride())
                .namespaceOverride(namespaceOverride())
                .addAllEnv(env())
                .secrets(secrets())
                .addAllEnvFrom(envFrom())
                .build();
    }

    private UserApp userApp() {
        return ReadComponents.userApp(image(), extras(Optional.empty()))
                .pullPolicy(pullPolicy())
                .addAllImagePullSecrets(imagePullSecrets())
                .scaling(scaling())
                .strategy(strategy())
                .resources(resources())
                .port(listeningPort())
                .probes(probes())
                .addAllVolumes(volumes())
                .addAllVolumeMounts(volumeMounts())
                .service(service())
                .serviceAccount(serviceAccount())
                .ingress(ingress())
                .putAllLabels(labels())
                .putAllAnnotations(annotations())
                .nameOverride(nameOverride())
                .fullnameOverride(fullnameOverride())
                .namespaceOverride(namespaceOverride())
                .putAllPublicEnv(publicEnv())
                .build();
    }

    private ChartExtras extras(Optional<MapTree> databaseSecret) {
        int port = targetPort();
        return new ChartExtras(
                labels(),
                annotations(),
                writtenReplicas(),
                databaseSecret,
                rawEnv(),
                rawEnvFrom(),
                port == listeningPort() ? OptionalInt.empty() : OptionalInt.of(port),
                unwritten());
    }

    private Image image() {
        MapTree image = map("image");
        String registry = image.string("registry").orElse("");
        String repository = image.string("repository").orElse("");
        String digest = image.string("digest").orElse("");
        String tag = image.string("tag").orElse("");
        if (digest.isEmpty()) {
            return Image.of(registry, repository, tag);
        }
        String name = registry.isEmpty() ? repository : registry + "/" + repository;
        Image byDigest = Image.parse(name + "@" + digest);
        return tag.isEmpty() ? byDigest : byDigest.withTag(tag).withDigest(digest);
    }

    private PullPolicy pullPolicy() {
        String text = map("image")
                .string("pullPolicy")
                .orElse(Trees.text(ChartTables.defaults(chart), "image", "pullPolicy"));
        for (PullPolicy policy : PullPolicy.values()) {
            if (policy.text().equals(text)) {
                return policy;
            }
        }
        return PullPolicy.IF_NOT_PRESENT;
    }

    private List<SecretRef> imagePullSecrets() {
        List<SecretRef> secrets = new ArrayList<>();
        for (Tree secret : Trees.list(map("image"), "pullSecrets")) {
            secrets.add(SecretRef.of(((MapTree) secret).string("name").orElse("")));
        }
        return secrets;
    }

    private boolean isScaled() {
        return Trees.isTrue(values, "autoscaling", "enabled");
    }

    private Scaling scaling() {
        if (!isScaled()) {
            return Replicas.of(number(values, "replicaCount").orElse(1));
        }
        MapTree autoscaling = map("autoscaling");
        return Autoscaling.builder()
                .maxReplicas(number(autoscaling, "maxReplicas").orElse(1))
                .minReplicas(number(autoscaling, "minReplicas").orElse(1))
                .targetCpuPercent(number(autoscaling, "targetCPUUtilizationPercentage"))
                .targetMemoryPercent(number(autoscaling, "targetMemoryUtilizationPercentage"))
                .build();
    }

    private OptionalInt writtenReplicas() {
        OptionalInt replicas = number(values, "replicaCount");
        return replicas.isEmpty() ? OptionalInt.of(ChartExtras.UNWRITTEN) : isScaled() ? replicas : OptionalInt.empty();
    }

    private Set<String> unwritten() {
        Set<String> fields = new HashSet<>();
        if (isScaled() && !map("autoscaling").has("minReplicas")) {
            fields.add(ChartExtras.MIN_REPLICAS);
        }
        if (!map("image").has("pullPolicy")) {
            fields.add(ChartExtras.PULL_POLICY);
        }
        return Set.copyOf(fields);
    }

    private DeploymentStrategy strategy() {
        return DeploymentStrategy.of(map("strategy"));
    }

    private Optional<Resources> resources() {
        return said.map("resources").isPresent() && values.map("resources").isPresent()
                ? Optional.of(Resources.of(map("resources")))
                : Optional.empty();
    }

    private int targetPort() {
        return number(map("service"), "targetPort").orElse(defaultPort());
    }

    private int defaultPort() {
        return (int) Trees.number(ChartTables.defaults(chart), 0, "service", "targetPort");
    }

    /** The user app's container always listens on the same port. */
    private int listeningPort() {
        return chart == Chart.WEBANK_USERAPP ? defaultPort() : targetPort();
    }

    private Probes probes() {
        return Probes.ofNullable(probe("livenessProbe"), probe("readinessProbe"));
    }

    /** A default probe follows the port when the port is changed later; a probe that the user set does not. */
    private @Nullable ContainerProbe probe(String key) {
        MapTree probe = map(key);
        if (probe.isEmpty()) {
            return null;
        }
        return said.has(key)
                ? ContainerProbe.of(probe)
                : ContainerProbe.of(probe).followingPort(listeningPort());
    }

    private List<PodVolume> volumes() {
        List<PodVolume> volumes = new ArrayList<>();
        for (Tree volume : Trees.list(values, "volumes")) {
            volumes.add(PodVolume.of((MapTree) volume));
        }
        return volumes;
    }

    private List<VolumeMount> volumeMounts() {
        List<VolumeMount> mounts = new ArrayList<>();
        for (Tree mount : Trees.list(values, "volumeMounts")) {
            mounts.add(VolumeMount.of((MapTree) mount));
        }
        return mounts;
    }

    private ServiceSettings service() {
        MapTree service = map("service");
        int port = number(service, "port").orElse(defaultPort());
        Map<String, String> labels = strings(service.get("additionalLabels"));
        Map<String, String> annotations = strings(service.get("annotations"));
        Optional<String> clusterIp = service.string("clusterIP");
        return switch (type(service)) {
            case "NodePort" ->
                ServiceSettings.nodePort()
                        .withPort(port)
                        .withLabels(labels)
                        .withAnnotations(annotations)
                        .withClusterIp(clusterIp);
            case "LoadBalancer" ->
                ServiceSettings.loadBalancer()
                        .withPort(port)
                        .withLabels(labels)
                        .withAnnotations(annotations)
                        .withClusterIp(clusterIp)
                        .withLoadBalancerIp(service.string("loadBalancerIP"))
                        .withNodePorts(nodePorts(service));
            default ->
                ServiceSettings.clusterIp()
                        .withPort(port)
                        .withLabels(labels)
                        .withAnnotations(annotations)
                        .withClusterIp(clusterIp);
        };
    }

    private static String type(MapTree service) {
        return service.string("type").orElse("ClusterIP");
    }

    private static Optional<LoadBalancerService.NodePorts> nodePorts(MapTree service) {
        if (Trees.isTrue(service, "allocateLoadBalancerNodePorts")) {
            return Optional.of(LoadBalancerService.NodePorts.ALLOCATED);
        }
        return Trees.isFalse(service, "allocateLoadBalancerNodePorts")
                ? Optional.of(LoadBalancerService.NodePorts.NONE)
                : Optional.empty();
    }

    private Optional<ServiceAccountSettings> serviceAccount() {
        MapTree account = map("serviceAccount");
        if (!Trees.isTrue(account, "create")) {
            return Optional.empty();
        }
        ServiceAccountSettings settings = ServiceAccountSettings.of();
        if (!Trees.isTrue(account, "automount")) {
            return Optional.of(settings.withToken(ServiceAccountSettings.Token.NOT_MOUNTED));
        }
        // The chart's default requests a token that no pod gets; in the hardened posture only the user's value counts.
        return Optional.of(
                said.at("serviceAccount", "automount").isPresent()
                        ? settings.withToken(ServiceAccountSettings.Token.MOUNTED)
                        : settings);
    }

    /** The chart renders the Ingress of a part only beside a Service of the type {@code ClusterIP}. */
    private Optional<Ingress> ingress() {
        return Trees.isTrue(values, "ingress", "enabled")
                        && type(map("service")).equals("ClusterIP")
                ? givenIngress()
                : Optional.empty();
    }

    private Database database() {
        MapTree database = map("database");
        String secret = database.string("secretName").orElse("");
        return ExternalDatabase.builder()
                .host(Host.of(database.string("host").orElse("")))
                .name(database.string("name").orElse(""))
                .user(database.string("user").orElse(""))
                .password(
                        secret.isEmpty()
                                ? SecretKeyRef.of(fullname + "-db", "password")
                                : SecretKeyRef.of(
                                        secret, database.string("secretKey").orElse("password")))
                .port(number(database, "port").orElse(5432))
                .build();
    }

    private Optional<MapTree> databaseSecret() {
        MapTree database = map("database");
        if (!database.string("secretName").orElse("").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(MapTree.builder(2)
                .put("username", base64(database.string("user").orElse("")))
                .put("password", base64(database.string("password").orElse("")))
                .build());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<EnvVar> env() {
        List<EnvVar> variables = new ArrayList<>();
        for (Tree variable : Trees.list(values, "env")) {
            variables.add(EnvVar.of((MapTree) variable));
        }
        return variables;
    }

    private Map<String, String> publicEnv() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Tree variable : Trees.list(values, "env")) {
            MapTree map = (MapTree) variable;
            Optional<String> value = map.string("value");
            String before = variables.put(map.string("name").orElse(""), value.orElse(""));
            if (map.size() != 2 || value.isEmpty() || before != null) {
                return Map.of();
            }
        }
        return variables;
    }

    private Optional<ListTree> rawEnv() {
        ListTree env = Trees.list(values, "env");
        return chart == Chart.WEBANK_USERAPP && !env.isEmpty() && publicEnv().isEmpty()
                ? Optional.of(env)
                : Optional.empty();
    }

    private Optional<ListTree> rawEnvFrom() {
        ListTree envFrom = Trees.list(values, "envFrom");
        return chart == Chart.WEBANK_USERAPP && !envFrom.isEmpty() ? Optional.of(envFrom) : Optional.empty();
    }

    /** The first Secret in the values, if only its name is set. The first one is taken to keep the order of the values. */
    private Optional<SecretRef> secrets() {
        ListTree sources = Trees.list(values, "envFrom");
        MapTree first = sources.isEmpty() ? MapTree.of() : (MapTree) sources.get(0);
        MapTree secret = Trees.map(first, "secretRef");
        String name =
                first.size() == 1 && secret.size() == 1 ? secret.string("name").orElse("") : "";
        return name.isEmpty() || Names.subdomain(name).isPresent() ? Optional.empty() : Optional.of(SecretRef.of(name));
    }

    private List<EnvFrom> envFrom() {
        ListTree sources = Trees.list(values, "envFrom");
        List<EnvFrom> further = new ArrayList<>();
        for (int i = secrets().isPresent() ? 1 : 0; i < sources.size(); i++) {
            further.add(EnvFrom.of((MapTree) sources.get(i)));
        }
        return further;
    }

    private Map<String, String> labels() {
        return strings(values.get("commonLabels"));
    }

    private Map<String, String> annotations() {
        return strings(values.get("commonAnnotations"));
    }

    private Optional<String> nameOverride() {
        return override("nameOverride");
    }

    private Optional<String> fullnameOverride() {
        return override("fullnameOverride");
    }

    private Optional<String> namespaceOverride() {
        return override("namespaceOverride");
    }

    /** The charts cut names at 63 characters. */
    private Optional<String> override(String key) {
        String text = values.string(key).orElse("");
        return text.isEmpty() ? Optional.empty() : Optional.of(ChartNames.name(text, null));
    }

    /** The Ingress, whether the chart renders it or not. */
    private Optional<Ingress> givenIngress() {
        if (!(values.get("ingress") instanceof MapTree ingress)) {
            return Optional.empty();
        }
        String className = ingress.string("className").orElse("");
        String host = ingress.string("host").orElse("");
        return Optional.of(ClassIngress.builder()
                .host(host.isEmpty() ? Host.any() : Host.of(host))
                .putAllAnnotations(strings(ingress.get("annotations")))
                .putAllLabels(strings(ingress.get("additionalLabels")))
                .ingressClass(className.isEmpty() ? Optional.empty() : Optional.of(className))
                .addAllTls(Trees.isTrue(ingress, "tls") ? List.of(Tls.byController()) : List.of())
                .build());
    }

    private MapTree map(String key) {
        return Trees.map(values, key);
    }

    private static Map<String, String> strings(@Nullable Tree tree) {
        Map<String, String> strings = new LinkedHashMap<>();
        if (tree instanceof MapTree map) {
            for (int i = 0; i < map.size(); i++) {
                if (map.valueAt(i) instanceof ScalarTree scalar && scalar.isString()) {
                    strings.put(map.keyAt(i), scalar.text());
                }
            }
        }
        return strings;
    }

    /** A whole number, whose size was checked before. */
    private static OptionalInt number(MapTree map, String key) {
        return map.get(key) instanceof ScalarTree scalar && scalar.kind() == ScalarTree.Kind.INTEGER
                ? OptionalInt.of(Integer.parseInt(scalar.text()))
                : OptionalInt.empty();
    }
}
