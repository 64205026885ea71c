package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.Autoscaling;
import com.adorsys.webank.deploy.dsl.Backend;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.Database;
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.Replicas;
import com.adorsys.webank.deploy.dsl.Scaling;
import com.adorsys.webank.deploy.dsl.ServiceAccountSettings;
import com.adorsys.webank.deploy.dsl.Surroundings;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.internal.steps.TestHook;
import com.adorsys.webank.deploy.dsl.network.ClusterIpService;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.dsl.network.NetworkPeer;
import com.adorsys.webank.deploy.dsl.network.OutboundAccess;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.pod.AffinityRules;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.TaintToleration;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the values of an exported chart of a component into the model, and writes those of a component.
 *
 * <p>What the chart has no value for stays as in the component that it was exported from.
 */
final class PartModel {
    static final String OWN_NETWORKS = "global.network.ownNetworks";

    private final Component exported;
    private final boolean hasAccount;

    /**
     * The values of a component's chart.
     *
     * @param hasAccount whether the component has a ServiceAccount of its own, by its settings or by the posture
     */
    PartModel(Component exported, boolean hasAccount) {
        this.exported = exported;
        this.hasAccount = hasAccount;
    }

    // Reading.

    /** The component with values, which are valid. */
    Component component(Point point) {
        Component read = exported.withNameOverride(optional(point.text("nameOverride")))
                .withFullnameOverride(optional(point.text("fullnameOverride")))
                .withNamespaceOverride(optional(point.text("namespaceOverride")))
                .withLabels(strings(point.map("commonLabels")))
                .withAnnotations(strings(point.map("commonAnnotations")))
                .withImage(image(point))
                .withImagePullSecrets(list(point, "image.pullSecrets", name -> SecretRef.of(Trees.text(name))))
                .withScaling(scaling(point))
                .withService(service(point))
                .withPodLabels(strings(point.map("podLabels")))
                .withPodAnnotations(strings(point.map("podAnnotations")))
                .withNodeSelector(strings(point.map("nodeSelector")))
                .withTolerations(list(point, "tolerations", item -> TaintToleration.of((MapTree) item)))
                .withAffinity(
                        point.map("affinity").isEmpty()
                                ? Optional.empty()
                                : Optional.of(AffinityRules.of(point.map("affinity"))))
                .withPriorityClassName(optional(point.text("priorityClassName")));
        if (hasAccount) {
            read = read.withServiceAccount(account().withAnnotations(strings(point.map("serviceAccount.annotations"))));
        }
        if (!point.map("resources").isEmpty()) {
            read = read.withResources(Resources.of(point.map("resources")));
        }
        return read instanceof Backend backend ? backend(backend, point) : userApp((UserApp) read, point);
    }

    private static Backend backend(Backend backend, Point point) {
        Backend read = backend.withEnv(list(point, "env", item -> EnvVar.of((MapTree) item)))
                .withEnvFrom(list(point, "envFrom", item -> EnvFrom.of((MapTree) item)));
        if (backend.secrets().isPresent()) {
            SecretRef secrets = SecretRef.of(point.text("secretName"));
            Optional<String> version = backend.secrets().get().version();
            read = read.withSecrets(version.isPresent() ? secrets.withVersion(version.get()) : secrets);
        }
        return backend.usedDatabase().orElse(null) instanceof ExternalDatabase database
                ? read.withDatabase(database(database, point))
                : read;
    }

    private static Database database(ExternalDatabase database, Point point) {
        SecretKeyRef password = SecretKeyRef.of(point.text("database.secretName"), point.text("database.secretKey"));
        Optional<String> version = database.password().ref().version();
        return database.withHost(Host.of(point.text("database.host")))
                .withPort((int) point.number("database.port"))
                .withName(point.text("database.name"))
                .withUser(point.text("database.user"))
                .withPassword(version.isPresent() ? password.withVersion(version.get()) : password);
    }

    private static UserApp userApp(UserApp app, Point point) {
        Map<String, String> env = new LinkedHashMap<>();
        for (Tree item : items(point, "env")) {
            env.put(Trees.text(Trees.map(item), "name"), Trees.text(Trees.map(item), "value"));
        }
        return app.withPublicEnv(env);
    }

    private static Image image(Point point) {
        String digest = point.text("image.digest");
        String tag = point.text("image.tag");
        Image named =
                Image.of(point.text("image.registry"), point.text("image.repository"), tag.isEmpty() ? "unused" : tag);
        return digest.isEmpty() ? named : named.withDigest(digest);
    }

    private Scaling scaling(Point point) {
        if (!point.isTrue("autoscaling.enabled")) {
            return Replicas.of((int) point.number("replicaCount"));
        }
        int most = (int) point.number("autoscaling.maxReplicas");
        int least = (int) point.number("autoscaling.minReplicas");
        int cpu = (int) point.number("autoscaling.targetCPUUtilizationPercentage");
        int memory = (int) point.number("autoscaling.targetMemoryUtilizationPercentage");
        var scaling = Autoscaling.builder().maxReplicas(most).minReplicas(least);
        if (cpu > 0) {
            scaling.targetCpuPercent(cpu);
        }
        if (memory > 0) {
            scaling.targetMemoryPercent(memory);
        }
        if (exported.scaling() instanceof Autoscaling own) {
            scaling.addAllMetrics(own.metrics()).behavior(own.behavior()).metricsServer(own.metricsServer());
        }
        return scaling.build();
    }

    private ServiceSettings service(Point point) {
        ServiceSettings service = exported.service().withPort((int) point.number("service.port"));
        return service instanceof ClusterIpService clusterIp
                ? clusterIp
                        .withLabels(strings(point.map("service.additionalLabels")))
                        .withAnnotations(strings(point.map("service.annotations")))
                : service;
    }

    private ServiceAccountSettings account() {
        return exported.serviceAccount().orElse(ServiceAccountSettings.of());
    }

    /** What the rendering has to know of the release. */
    Surroundings surroundings(Point point, NetworkIsolation network) {
        NetworkIsolation ranged = withRanges(network, point);
        List<OutboundAccess> outbound = new ArrayList<>();
        for (OutboundAccess access : ranged.outbound()) {
            if (access.component().equals(exported.partName())) {
                outbound.add(access);
            }
        }
        return new Surroundings(
                point.chartName(),
                ranged.withOutbound(outbound).withCalls(List.of()),
                point.isTrue("global.loadBalancer") && exported.route().isPresent()
                        ? Surroundings.Requests.LOAD_BALANCER
                        : Surroundings.Requests.OWN_INGRESS);
    }

    /** The network's settings with the ranges of values. */
    static NetworkIsolation withRanges(NetworkIsolation network, Point point) {
        List<OutboundAccess> outbound = new ArrayList<>();
        for (OutboundAccess access : network.outbound()) {
            outbound.add(hasOwnNetworks(access) ? withOwnNetworks(access, point) : access);
        }
        return network.withOutbound(outbound)
                .withLoadBalancerSubnets(list(point, "global.network.loadBalancerSubnets", PartModel::range))
                .withDatabaseSubnets(list(point, "global.network.databaseSubnets", PartModel::range));
    }

    private static Cidr range(Tree range) {
        return Cidr.of(Trees.text(range));
    }

    /** Whether the access is one to the internet without networks of one's own, all of them of IPv4. */
    private static boolean hasOwnNetworks(OutboundAccess access) {
        return access.peer().filter(NetworkPeer::isInternet).isPresent()
                && access.peer().get().exceptedNetworks().stream().noneMatch(Cidr::isIpv6);
    }

    private static OutboundAccess withOwnNetworks(OutboundAccess access, Point point) {
        Cidr[] own = list(point, OWN_NETWORKS, PartModel::range).toArray(Cidr[]::new);
        int[] ports = access.ports().stream().mapToInt(Integer::intValue).toArray();
        return OutboundAccess.of(access.component(), NetworkPeer.internetExcept(own), ports);
    }

    /** The networks of one's own in the accesses to the internet; empty if there is none, or if they differ. */
    static Optional<List<Cidr>> ownNetworks(NetworkIsolation network) {
        List<List<Cidr>> all = network.outbound().stream()
                .filter(PartModel::hasOwnNetworks)
                .map(access -> access.peer().get().exceptedNetworks())
                .distinct()
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static ListTree items(Point point, String path) {
        return point.value(path) instanceof ListTree list ? list : ListTree.of();
    }

    private static <T> List<T> list(Point point, String path, Function<Tree, T> read) {
        List<T> all = new ArrayList<>();
        for (Tree item : items(point, path)) {
            all.add(read.apply(item));
        }
        return all;
    }

    /** The names of the items of a list. */
    static List<String> names(Point point, String path) {
        return list(point, path, item -> Trees.text(Trees.map(item), "name"));
    }

    static Map<String, String> strings(MapTree tree) {
        Map<String, String> strings = new LinkedHashMap<>();
        tree.forEach((key, value) -> strings.put(key, Trees.text(value)));
        return strings;
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    // Writing.

    /** The values of the component, with nothing for what it does not set. */
    MapTree values(MapTree resources, boolean isBehindLoadBalancer, NetworkIsolation network) {
        Component from = exported;
        MapTree.Builder values = MapTree.builder();
        from.nameOverride().ifPresent(name -> values.put("nameOverride", name));
        from.fullnameOverride().ifPresent(name -> values.put("fullnameOverride", name));
        from.namespaceOverride().ifPresent(name -> values.put("namespaceOverride", name));
        putStrings(values, "commonLabels", from.labels());
        putStrings(values, "commonAnnotations", from.annotations());
        values.put("image", imageValues());
        putScaling(values);
        values.putUnlessEmpty("resources", resources);
        values.put("service", serviceValues());
        if (from instanceof Backend backend) {
            putBackend(values, backend);
        } else if (from instanceof UserApp app) {
            List<Tree> env = new ArrayList<>();
            app.publicEnv()
                    .forEach((name, value) -> env.add(MapTree.of("name", name).with("value", value)));
            values.put("env", ListTree.of(env));
        }
        if (hasAccount) {
            values.put(
                    "serviceAccount",
                    MapTree.of("annotations", MapTree.ofStrings(account().annotations())));
        }
        putStrings(values, "podLabels", from.podLabels());
        putStrings(values, "podAnnotations", from.podAnnotations());
        putStrings(values, "nodeSelector", from.nodeSelector());
        if (!from.tolerations().isEmpty()) {
            List<Tree> tolerations = new ArrayList<>();
            from.tolerations().forEach(toleration -> tolerations.add(toleration.tree()));
            values.put("tolerations", ListTree.of(tolerations));
        }
        from.affinity().ifPresent(affinity -> values.put("affinity", affinity.tree()));
        from.priorityClassName().ifPresent(name -> values.put("priorityClassName", name));
        return values.put("global", global(isBehindLoadBalancer, network)).build();
    }

    /** The values that all charts of a release share. */
    static MapTree global(boolean isBehindLoadBalancer, NetworkIsolation network) {
        return MapTree.of("loadBalancer", ScalarTree.of(isBehindLoadBalancer))
                .with(
                        "network",
                        MapTree.of("loadBalancerSubnets", ranges(network.loadBalancerSubnets()))
                                .with("databaseSubnets", ranges(network.databaseSubnets()))
                                .with("ownNetworks", ranges(ownNetworks(network).orElse(List.of()))))
                .with("tests", MapTree.of("image", TestHook.IMAGE));
    }

    private static ListTree ranges(List<Cidr> ranges) {
        List<String> texts = new ArrayList<>();
        ranges.forEach(range -> texts.add(range.text()));
        return ListTree.ofStrings(texts);
    }

    private MapTree imageValues() {
        Image image = exported.image();
        MapTree values = MapTree.of("registry", image.registry()).with("repository", image.repository());
        if (image.tag().isPresent()) {
            values = values.with("tag", image.tag().get());
        }
        if (image.digest().isPresent()) {
            values = values.with("digest", image.digest().get());
        }
        List<String> secrets = new ArrayList<>();
        exported.imagePullSecrets().forEach(secret -> secrets.add(secret.name()));
        return secrets.isEmpty() ? values : values.with("pullSecrets", ListTree.ofStrings(secrets));
    }

    private void putScaling(MapTree.Builder values) {
        if (exported.scaling() instanceof Autoscaling own) {
            MapTree.Builder scaling = MapTree.builder()
                    .put("enabled", true)
                    .put("minReplicas", own.minReplicas())
                    .put("maxReplicas", own.maxReplicas());
            if (own.targetCpuPercent().isPresent()) {
                scaling.put(
                        "targetCPUUtilizationPercentage", own.targetCpuPercent().getAsInt());
            }
            if (own.targetMemoryPercent().isPresent()) {
                scaling.put(
                        "targetMemoryUtilizationPercentage",
                        own.targetMemoryPercent().getAsInt());
            }
            values.put("replicaCount", 1).put("autoscaling", scaling.build());
        } else {
            values.put("replicaCount", ((Replicas) exported.scaling()).count())
                    .put(
                            "autoscaling",
                            MapTree.builder()
                                    .put("enabled", false)
                                    .put("minReplicas", 1)
                                    .put("maxReplicas", 3)
                                    .put("targetCPUUtilizationPercentage", 70)
                                    .build());
        }
    }

    private MapTree serviceValues() {
        MapTree.Builder service =
                MapTree.builder().put("port", exported.service().port().orElse(exported.port()));
        if (exported.service() instanceof ClusterIpService) {
            putStrings(service, "additionalLabels", exported.service().labels());
            putStrings(service, "annotations", exported.service().annotations());
        }
        return service.build();
    }

    private static void putBackend(MapTree.Builder values, Backend backend) {
        backend.secrets().ifPresent(secrets -> values.put("secretName", secrets.name()));
        if (backend.usedDatabase().orElse(null) instanceof ExternalDatabase database) {
            values.put(
                    "database",
                    MapTree.builder()
                            .put("host", database.host().text())
                            .put("port", database.port())
                            .put("name", database.name())
                            .put("user", database.user())
                            .put("secretName", database.password().secret())
                            .put("secretKey", database.password().key())
                            .build());
        }
        List<Tree> env = new ArrayList<>();
        backend.env().forEach(variable -> env.add(variable.tree()));
        List<Tree> sources = new ArrayList<>();
        backend.envFrom().forEach(source -> sources.add(source.tree()));
        values.putUnlessEmpty("env", ListTree.of(env)).putUnlessEmpty("envFrom", ListTree.of(sources));
    }

    private static void putStrings(MapTree.Builder values, String key, Map<String, String> strings) {
        if (!strings.isEmpty()) {
            values.put(key, MapTree.ofStrings(strings));
        }
    }
}
