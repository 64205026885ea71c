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
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.PendingRegistration;
import com.adorsys.webank.deploy.dsl.ReadComponents;
import com.adorsys.webank.deploy.dsl.ReadComponents.BackendBuilder;
import com.adorsys.webank.deploy.dsl.ReadComponents.ComponentBuilder;
import com.adorsys.webank.deploy.dsl.ReadComponents.ReleaseBuilder;
import com.adorsys.webank.deploy.dsl.ReadComponents.UserAppBuilder;
import com.adorsys.webank.deploy.dsl.ReadComponents.WebankBuilder;
import com.adorsys.webank.deploy.dsl.Replicas;
import com.adorsys.webank.deploy.dsl.ServiceAccountSettings;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.internal.ChartExtras;
import com.adorsys.webank.deploy.dsl.internal.ChartNames;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.LoadBalancerService;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.network.Tls;
import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.PullPolicy;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads finished values into the builders of the model: each row of {@link ChartTables} by its {@link Setting}. */
final class ModelReading {
    private final Release release;
    private final Chart chart;
    private final MapTree values;
    final MapTree said;
    final ReleaseBuilder builder;
    private final String fullname;

    private Probes probes = Probes.none();
    // What only the values say.
    private Map<String, String> labels = Map.of();
    private Map<String, String> annotations = Map.of();
    private OptionalInt writtenReplicas = OptionalInt.empty();
    private @Nullable SecretKeyRef password;
    private Optional<MapTree> databaseSecret = Optional.empty();
    private Optional<ListTree> rawEnv = Optional.empty();
    private Optional<ListTree> rawSources = Optional.empty();
    private OptionalInt servicePort = OptionalInt.empty();
    private final Set<String> unwritten = new HashSet<>();

    private ModelReading(FinishedValues finished, Release release, String name, ReleaseBuilder builder) {
        this.release = release;
        this.builder = builder;
        chart = finished.chart();
        values = finished.values();
        said = finished.said();
        fullname = ChartNames.fullname(
                release.name(), name(values.get("nameOverride")).orElse(name), Trees.text(values, "fullnameOverride"));
    }

    /** The Webank in the values of the umbrella. */
    static Webank webank(FinishedValues finished, Release release) {
        WebankBuilder builder = ReadComponents.builder();
        ModelReading reading =
                new ModelReading(finished, release, finished.chart().chartName(), builder);
        reading.rows(ChartTables.of(finished.chart()), Setting.ROWS, reading.values);
        return ReadComponents.build(builder, reading.extras());
    }

    /**
     * The component in the values of a part.
     *
     * @param name the value of {@code .Chart.Name}
     */
    static Component component(FinishedValues finished, Release release, String name) {
        ComponentBuilder builder = ReadComponents.builder(finished.chart());
        ModelReading reading = new ModelReading(finished, release, name, builder);
        reading.rows(ChartTables.of(finished.chart()), Setting.ROWS, reading.values);
        return ReadComponents.build(builder.probes(reading.probes), reading.extras(), reading.password);
    }

    private void rows(ChartValue map, Setting ofMap, MapTree below) {
        for (ChartValue row : map.rows.values()) {
            Setting setting = row.setting(ofMap);
            Tree value = below.get(row.key);
            setting.read(this, row, value);
            if (setting != Setting.COMPONENT) {
                rows(row, setting, Trees.map(value));
            }
        }
    }

    private ChartExtras extras() {
        return new ChartExtras(
                labels,
                annotations,
                writtenReplicas,
                databaseSecret,
                rawEnv,
                rawSources,
                servicePort,
                Set.copyOf(unwritten));
    }

    ComponentBuilder part() {
        return (ComponentBuilder) builder;
    }

    BackendBuilder backend() {
        return (BackendBuilder) builder;
    }

    /** A component of the umbrella. */
    ReleaseBuilder component(String alias, MapTree section) {
        Chart part = Objects.requireNonNull(MergedValues.part(alias));
        Component component = component(new FinishedValues(part, section, Trees.map(said, alias)), release, alias);
        WebankBuilder webank = (WebankBuilder) builder;
        if (component instanceof OnlineBanking obs) {
            return webank.onlineBanking(obs);
        }
        return component instanceof PendingRegistration prs
                ? webank.pendingRegistration(prs)
                : webank.userApp((UserApp) component);
    }

    ReleaseBuilder labels(@Nullable Tree value) {
        labels = strings(value);
        return builder.putAllLabels(labels);
    }

    ReleaseBuilder annotations(@Nullable Tree value) {
        annotations = strings(value);
        return builder.putAllAnnotations(annotations);
    }

    /** The charts cut names at 63 characters. */
    static Optional<String> name(@Nullable Tree value) {
        String text = Trees.text(value);
        return text.isEmpty() ? Optional.empty() : Optional.of(ChartNames.name(text, null));
    }

    static Image image(MapTree image) {
        String registry = Trees.text(image, "registry");
        String repository = Trees.text(image, "repository");
        String digest = Trees.text(image, "digest");
        String tag = Trees.text(image, "tag");
        if (tag.isEmpty() && !digest.isEmpty()) {
            return Image.parse((registry.isEmpty() ? "" : registry + "/") + repository + "@" + digest);
        }
        Image tagged = Image.of(registry, repository, tag);
        return digest.isEmpty() ? tagged : tagged.withDigest(digest);
    }

    ReleaseBuilder pullPolicy(ChartValue row, @Nullable Tree value) {
        if (value == null) {
            unwritten.add(ChartExtras.PULL_POLICY);
        }
        String text = Trees.text(value == null ? row.fallback() : value);
        for (PullPolicy policy : PullPolicy.values()) {
            if (policy.text().equals(text)) {
                return part().pullPolicy(policy);
            }
        }
        return builder;
    }

    // Variables.

    /** Adds the items of a list, each of which the model wraps. */
    ReleaseBuilder items(Setting setting, @Nullable Tree value) {
        for (Tree item : list(value)) {
            MapTree tree = Trees.map(item);
            switch (setting) {
                case PULL_SECRETS -> part().addImagePullSecrets(SecretRef.of(Trees.text(tree, "name")));
                case VOLUMES -> part().addVolumes(PodVolume.of(tree));
                case VOLUME_MOUNTS -> part().addVolumeMounts(VolumeMount.of(tree));
                case ENV -> backend().addEnv(EnvVar.of(tree));
                default -> throw new IllegalArgumentException(setting.name());
            }
        }
        return builder;
    }

    /** The first source is the component's Secret, if it says no more than a name; the order of the values counts. */
    ReleaseBuilder sources(@Nullable Tree value) {
        boolean isFirst = true;
        for (Tree item : list(value)) {
            MapTree source = Trees.map(item);
            MapTree secret = Trees.map(source, "secretRef");
            String name = source.size() == 1 && secret.size() == 1 ? Trees.text(secret, "name") : "";
            if (isFirst && !name.isEmpty() && Names.subdomain(name).isEmpty()) {
                backend().secrets(SecretRef.of(name));
            } else {
                backend().addEnvFrom(EnvFrom.of(source));
            }
            isFirst = false;
        }
        return builder;
    }

    /** Variables of the user app, unless one of them has no literal value or there are two of a name. */
    ReleaseBuilder publicEnv(@Nullable Tree value) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Tree variable : list(value)) {
            MapTree map = (MapTree) variable;
            Optional<String> text = map.string("value");
            String before = variables.put(Trees.text(map, "name"), text.orElse(""));
            if (map.size() != 2 || text.isEmpty() || before != null) {
                rawEnv = Optional.of(list(value));
                return builder;
            }
        }
        return ((UserAppBuilder) builder).putAllPublicEnv(variables);
    }

    ReleaseBuilder publicSources(@Nullable Tree value) {
        rawSources = list(value).isEmpty() ? Optional.empty() : Optional.of(list(value));
        return builder;
    }

    ReleaseBuilder database(MapTree database) {
        String secret = Trees.text(database, "secretName");
        String user = Trees.text(database, "user");
        password = SecretKeyRef.of(fullname + "-db", "password");
        if (secret.isEmpty()) {
            databaseSecret = Optional.of(MapTree.builder(2)
                    .put("username", base64(user))
                    .put("password", base64(Trees.text(database, "password")))
                    .build());
        } else {
            password = SecretKeyRef.of(secret, database.string("secretKey").orElse("password"));
        }
        return backend()
                .database(ExternalDatabase.builder()
                        .host(Host.of(Trees.text(database, "host")))
                        .name(Trees.text(database, "name"))
                        .user(user)
                        .password(password)
                        .port(number(database.get("port")).orElse(5432))
                        .build());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    // Scaling.

    private boolean isScaled() {
        return Trees.isTrue(values, "autoscaling", "enabled");
    }

    ReleaseBuilder replicas(@Nullable Tree value) {
        OptionalInt replicas = number(value);
        if (replicas.isEmpty()) {
            writtenReplicas = OptionalInt.of(ChartExtras.UNWRITTEN);
        } else if (isScaled()) {
            writtenReplicas = replicas;
        }
        return isScaled() ? builder : part().scaling(Replicas.of(replicas.orElse(1)));
    }

    ReleaseBuilder autoscaling(MapTree autoscaling) {
        if (!isScaled()) {
            return builder;
        }
        if (!autoscaling.has("minReplicas")) {
            unwritten.add(ChartExtras.MIN_REPLICAS);
        }
        return part().scaling(Autoscaling.builder()
                .maxReplicas(number(autoscaling.get("maxReplicas")).orElse(1))
                .minReplicas(number(autoscaling.get("minReplicas")).orElse(1))
                .targetCpuPercent(number(autoscaling.get("targetCPUUtilizationPercentage")))
                .targetMemoryPercent(number(autoscaling.get("targetMemoryUtilizationPercentage")))
                .build());
    }

    // Ports and probes.

    private int targetPort() {
        return number(Trees.value(values, "service", "targetPort")).orElse(defaultPort());
    }

    private int defaultPort() {
        return (int) Trees.number(ChartTables.defaults(chart), 0, "service", "targetPort");
    }

    /** The user app's container always listens on the same port. */
    private int listeningPort() {
        return chart == Chart.WEBANK_USERAPP ? defaultPort() : targetPort();
    }

    ReleaseBuilder port() {
        int port = targetPort();
        servicePort = port == listeningPort() ? OptionalInt.empty() : OptionalInt.of(port);
        return part().port(listeningPort());
    }

    /** A default probe follows the port when the port is changed later; a probe that the user set does not. */
    ReleaseBuilder probe(ChartValue row, MapTree tree) {
        if (!tree.isEmpty()) {
            ContainerProbe given = ContainerProbe.of(tree);
            ContainerProbe probe = said.has(row.key) ? given : given.followingPort(listeningPort());
            probes = row.key.equals("livenessProbe") ? probes.withLiveness(probe) : probes.withReadiness(probe);
        }
        return builder;
    }

    // Network.

    ReleaseBuilder service(MapTree service) {
        int port = number(service.get("port")).orElse(defaultPort());
        Map<String, String> ownLabels = strings(service.get("additionalLabels"));
        Map<String, String> ownAnnotations = strings(service.get("annotations"));
        Optional<String> clusterIp = service.string("clusterIP");
        return part().service(
                        switch (type(service)) {
                            case "NodePort" ->
                                ServiceSettings.nodePort()
                                        .withPort(port)
                                        .withLabels(ownLabels)
                                        .withAnnotations(ownAnnotations)
                                        .withClusterIp(clusterIp);
                            case "LoadBalancer" ->
                                ServiceSettings.loadBalancer()
                                        .withPort(port)
                                        .withLabels(ownLabels)
                                        .withAnnotations(ownAnnotations)
                                        .withClusterIp(clusterIp)
                                        .withLoadBalancerIp(service.string("loadBalancerIP"))
                                        .withNodePorts(nodePorts(service));
                            default ->
                                ServiceSettings.clusterIp()
                                        .withPort(port)
                                        .withLabels(ownLabels)
                                        .withAnnotations(ownAnnotations)
                                        .withClusterIp(clusterIp);
                        });
    }

    private static String type(MapTree service) {
        return service.string("type").orElse("ClusterIP");
    }

    private static Optional<LoadBalancerService.NodePorts> nodePorts(MapTree service) {
        String key = "allocateLoadBalancerNodePorts";
        return Trees.isTrue(service, key)
                ? Optional.of(LoadBalancerService.NodePorts.ALLOCATED)
                : Trees.isFalse(service, key) ? Optional.of(LoadBalancerService.NodePorts.NONE) : Optional.empty();
    }

    ReleaseBuilder serviceAccount(MapTree account) {
        if (!Trees.isTrue(account, "create")) {
            return builder;
        }
        ServiceAccountSettings settings = ServiceAccountSettings.of();
        if (!Trees.isTrue(account, "automount")) {
            settings = settings.withToken(ServiceAccountSettings.Token.NOT_MOUNTED);
        } else if (said.at("serviceAccount", "automount").isPresent()) {
            // The chart's default requests a token that no pod gets; in the hardened posture only the user's value
            // counts.
            settings = settings.withToken(ServiceAccountSettings.Token.MOUNTED);
        }
        return part().serviceAccount(settings);
    }

    /** A part's chart renders its Ingress only if it is enabled, and beside a Service of the type {@code ClusterIP}. */
    ReleaseBuilder ingress(@Nullable Tree value) {
        boolean isOfPart = chart != Chart.WEBANK;
        if (!(value instanceof MapTree ingress)
                || isOfPart
                        && !(Trees.isTrue(ingress, "enabled")
                                && type(Trees.map(values, "service")).equals("ClusterIP"))) {
            return builder;
        }
        String className = Trees.text(ingress, "className");
        String host = Trees.text(ingress, "host");
        return builder.ingress(ClassIngress.builder()
                .host(host.isEmpty() ? Host.any() : Host.of(host))
                .putAllAnnotations(strings(ingress.get("annotations")))
                .putAllLabels(strings(ingress.get("additionalLabels")))
                .ingressClass(className.isEmpty() ? Optional.empty() : Optional.of(className))
                .addAllTls(Trees.isTrue(ingress, "tls") ? List.of(Tls.byController()) : List.of())
                .build());
    }

    private static ListTree list(@Nullable Tree value) {
        return value instanceof ListTree list ? list : ListTree.of();
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
    private static OptionalInt number(@Nullable Tree value) {
        return value instanceof ScalarTree scalar && scalar.kind() == ScalarTree.Kind.INTEGER
                ? OptionalInt.of(Integer.parseInt(scalar.text()))
                : OptionalInt.empty();
    }
}
