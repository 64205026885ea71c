package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.internal.AutoscalerRenderer;
import com.adorsys.webank.deploy.dsl.internal.ChartNames;
import com.adorsys.webank.deploy.dsl.internal.DatabaseVariables;
import com.adorsys.webank.deploy.dsl.internal.DeploymentRenderer;
import com.adorsys.webank.deploy.dsl.internal.IngressRenderer;
import com.adorsys.webank.deploy.dsl.internal.Metadata;
import com.adorsys.webank.deploy.dsl.internal.PostgresRenderer;
import com.adorsys.webank.deploy.dsl.internal.SecretRenderer;
import com.adorsys.webank.deploy.dsl.internal.ServiceAccountRenderer;
import com.adorsys.webank.deploy.dsl.internal.ServiceRenderer;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.dsl.internal.Workload;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A release on its way from the model to manifests: first as the charts have it, then changed step by step as the posture
 * says. Used once, by one thread.
 */
final class ReleaseDraft {
    private final Release release;
    private final ChartVersions versions;
    private final List<DraftPart> parts = new ArrayList<>();
    private final List<IngressRenderer.Route> routes = new ArrayList<>();
    private final Map<String, InClusterDatabase> databases = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    ReleaseDraft(Release release, ChartVersions versions) {
        this.release = release;
        this.versions = versions;
    }

    Iterable<DraftPart> parts() {
        return parts;
    }

    /**
     * Adds what a component is rendered to.
     *
     * @param chartName the component's name as the chart has it: its alias inside the umbrella, else the chart's own
     */
    void add(Component component, String chartName) {
        DraftPart part = new DraftPart(component);
        parts.add(part);
        Chart chart = component.traits().chart();
        String fullname = fullname(component, chartName);
        String name = ChartNames.name(chartName, component.nameOverride().orElse(null));
        String namespace = component.namespaceOverride().orElse(release.namespace());
        MapTree standard = standardLabels(name, chart, chartName);
        Metadata metadata = new Metadata(
                fullname, namespace, merged(standard, component.labels()), sorted(component.annotations()));
        MapTree selector = selector(name);
        int port = component.port();
        ServiceSettings service = component.service();
        int servicePort = service.port().orElse(port);

        MapTree secret = literalPassword(component);
        if (secret != null) {
            part.put("Secret", SecretRenderer.render(metadata.named(fullname + "-db"), secret));
        }
        Optional<ServiceAccountSettings> account = component.serviceAccount();
        if (account.isPresent()) {
            boolean token = account.get().token().orElse(ServiceAccountSettings.Token.MOUNTED)
                    == ServiceAccountSettings.Token.MOUNTED;
            part.put("ServiceAccount", ServiceAccountRenderer.render(accountMetadata(metadata, account.get()), token));
        }
        Integer target = component.chartOnly().servicePort();
        part.put(
                "Service",
                ServiceRenderer.render(
                        own(component, metadata, standard, service.labels(), service.annotations()),
                        selector,
                        service.type(),
                        ServiceRenderer.port("http", servicePort, target == null ? port : target),
                        serviceSettings(service)));
        // The charts put annotations on pods twice: as annotations, and as labels.
        MapTree podLabels = merged(standard, component.annotations());
        part.put("Deployment", DeploymentRenderer.render(workload(component, metadata, selector, podLabels)));
        if (component.scaling() instanceof Autoscaling autoscaling) {
            part.put(
                    "HorizontalPodAutoscaler",
                    AutoscalerRenderer.render(
                            metadata,
                            component.chartOnly().unwritten().contains(ChartOnly.MIN_REPLICAS)
                                    ? 0
                                    : autoscaling.minReplicas(),
                            autoscaling.maxReplicas(),
                            autoscaling.targetCpuPercent(),
                            autoscaling.targetMemoryPercent()));
        }
        Optional<Ingress> ingress = component.ingress();
        if (ingress.isPresent()) {
            Ingress settings = ingress.get();
            part.put(
                    "Ingress",
                    IngressRenderer.render(
                            own(component, metadata, standard, settings.labels(), settings.allAnnotations()),
                            settings.ingressClass().orElse(""),
                            settings.host().text(),
                            List.of(new IngressRenderer.Route("/", fullname, servicePort)),
                            tls(settings)));
        }
        String route = route(component);
        if (!route.isEmpty()) {
            routes.add(new IngressRenderer.Route(route, fullname, servicePort));
        }
    }

    /** Adds the Ingress that leads to every component added before. */
    void addIngress(Webank webank) {
        if (webank.ingress().isEmpty()) {
            return;
        }
        Ingress settings = webank.ingress().get();
        String chartName = Chart.WEBANK.chartName();
        String fullname = ChartNames.fullname(
                release.name(),
                webank.nameOverride().orElse(chartName),
                webank.fullnameOverride().orElse(null));
        MapTree standard =
                standardLabels(ChartNames.name(chartName, webank.nameOverride().orElse(null)), Chart.WEBANK, chartName);
        boolean complete = webank.onlineBanking().chartOnly().made();
        MapTree labels = complete ? standard : merged(standard, webank.labels());
        MapTree annotations = complete ? MapTree.of() : sorted(webank.annotations());
        DraftPart part = new DraftPart(null);
        parts.add(part);
        part.put(
                "Ingress",
                IngressRenderer.render(
                        new Metadata(
                                fullname,
                                webank.namespaceOverride().orElse(release.namespace()),
                                merged(labels, settings.labels()),
                                merged(annotations, settings.allAnnotations())),
                        settings.ingressClass().orElse(""),
                        settings.host().text(),
                        routes,
                        tls(settings)));
    }

    /** Adds problems that keep the release from being rendered. */
    void refuse(List<Problem> found) {
        problems.addAll(found);
    }

    /** Adds the databases of the components, changes everything as the posture says, and makes the set. */
    ManifestSet finish(Posture posture) {
        for (InClusterDatabase database : databases.values()) {
            addDatabase(database);
        }
        posture.apply(this, problems);
        DeployException.InvalidInput.throwIfErrors(problems);
        List<Manifest> manifests = new ArrayList<>(parts.size() * 3);
        for (DraftPart part : parts) {
            for (MapTree object : part.objects()) {
                manifests.add(Manifest.of(object));
            }
        }
        return ManifestSet.of(manifests);
    }

    private String fullname(Component component, String chartName) {
        String override = component.fullnameOverride().orElse("");
        String name = component.nameOverride().orElse(chartName);
        return component.traits().chart() == null && override.isEmpty()
                ? ChartNames.joined(release.name(), name)
                : ChartNames.fullname(release.name(), name, override);
    }

    private Workload workload(Component component, Metadata metadata, MapTree selector, MapTree podLabels) {
        Probes probes = component.probes();
        Workload.Container container = new Workload.Container(
                component.traits().container(),
                component.image().toString(),
                component.chartOnly().unwritten().contains(ChartOnly.PULL_POLICY)
                        ? ""
                        : component.pullPolicy().text(),
                env(component, metadata.name()),
                envFrom(component),
                containerPort(component),
                resources(component),
                tree(probes.startup(), component.port()),
                tree(probes.liveness(), component.port()),
                tree(probes.readiness(), component.port()),
                mounts(component));
        Workload.Pod pod = new Workload.Pod(
                podLabels, metadata.annotations(), pullSecrets(component), container, volumes(component));
        return new Workload(
                metadata, selector, replicas(component), component.strategy().tree(), pod);
    }

    /** The charts ignore what their values say of resources; only the hardened posture renders it. */
    private static MapTree resources(Component component) {
        return component.resources().isPresent() && !component.chartOnly().made()
                ? component.resources().get().tree()
                : MapTree.of();
    }

    private ListTree env(Component component, String fullname) {
        List<Tree> env = new ArrayList<>();
        if (component instanceof Backend backend) {
            Database database = database(backend);
            if (database != null) {
                env.add(variable(
                        DatabaseVariables.URL, url(database, component.traits().path())));
                env.add(variable(DatabaseVariables.USERNAME, database.user()));
                boolean literal = literalPassword(component) != null;
                env.add(MapTree.builder(2)
                        .put("name", DatabaseVariables.PASSWORD)
                        .put(
                                "valueFrom",
                                secretKey(
                                        literal
                                                ? fullname + "-db"
                                                : database.password().secret(),
                                        database.password().key()))
                        .build());
            }
            for (EnvVar variable : backend.env()) {
                env.add(variable.tree());
            }
        } else if (component instanceof UserApp userApp) {
            ListTree raw = component.chartOnly().env();
            if (raw != null && userApp.publicEnv().isEmpty()) {
                return raw;
            }
            for (Map.Entry<String, String> variable : userApp.publicEnv().entrySet()) {
                env.add(variable(variable.getKey(), variable.getValue()));
            }
        }
        return ListTree.of(env);
    }

    private static ListTree envFrom(Component component) {
        if (component instanceof Backend backend) {
            List<Tree> sources = new ArrayList<>(2);
            if (backend.secrets().isPresent()) {
                sources.add(EnvFrom.secret(backend.secrets().get()).tree());
            }
            for (EnvFrom source : backend.envFrom()) {
                sources.add(source.tree());
            }
            return ListTree.of(sources);
        }
        ListTree raw = component.chartOnly().envFrom();
        return raw == null ? ListTree.of() : raw;
    }

    /** The data of the Secret with a literal password, if the component's database still refers to it. */
    static @Nullable MapTree literalPassword(Component component) {
        ChartOnly.LiteralPassword literal = component.chartOnly().databaseSecret();
        Database database = component instanceof Backend backend ? database(backend) : null;
        return literal != null && database != null && database.password().equals(literal.password())
                ? literal.data()
                : null;
    }

    /** Where a component keeps its data; null for one that has none. */
    static @Nullable Database database(Backend backend) {
        if (backend instanceof OnlineBanking onlineBanking) {
            return onlineBanking.database();
        }
        if (backend instanceof PendingRegistration pendingRegistration) {
            return pendingRegistration.database();
        }
        return backend instanceof Microservice service ? service.database().orElse(null) : null;
    }

    private String url(Database database, String path) {
        String host;
        if (database instanceof ExternalDatabase external) {
            host = external.host().text();
        } else {
            InClusterDatabase own = (InClusterDatabase) database;
            InClusterDatabase other = databases.putIfAbsent(own.alias(), own);
            if (other != null && !other.equals(own)) {
                problems.add(Problem.error(
                        "DATABASE_CONFLICT",
                        Location.of(path + ".database"),
                        "the database `" + own.alias() + "` differs from the one that another component has",
                        "Give both components the same value, or another alias"));
            }
            host = databaseName(own);
        }
        return "jdbc:postgresql://" + host + ":" + database.port() + "/" + database.name();
    }

    private String databaseName(InClusterDatabase database) {
        return ChartNames.joined(release.name(), database.alias());
    }

    private void addDatabase(InClusterDatabase database) {
        String name = databaseName(database);
        MapTree selector = selector(database.alias());
        Metadata metadata = new Metadata(
                name, release.namespace(), standardLabels(database.alias(), null, database.alias()), MapTree.of());
        ListTree env = ListTree.of(
                variable("POSTGRES_DB", database.name()),
                variable("POSTGRES_USER", database.user()),
                MapTree.builder(2)
                        .put("name", "POSTGRES_PASSWORD")
                        .put(
                                "valueFrom",
                                secretKey(
                                        database.password().secret(),
                                        database.password().key()))
                        .build(),
                PostgresRenderer.dataFolder());
        MapTree.Builder claim = MapTree.builder(3).put("accessModes", ListTree.ofStrings(List.of("ReadWriteOnce")));
        database.storageClass().ifPresent(storageClass -> claim.put("storageClassName", storageClass));
        claim.put(
                "resources",
                MapTree.of("requests", MapTree.of("storage", database.storage().text())));
        DraftPart part = new DraftPart(null);
        parts.add(part);
        part.put(
                "Service",
                ServiceRenderer.render(
                        metadata,
                        selector,
                        "ClusterIP",
                        ServiceRenderer.port("postgres", PostgresRenderer.PORT, PostgresRenderer.PORT),
                        MapTree.of("clusterIP", "None")));
        part.put(
                "StatefulSet",
                PostgresRenderer.render(
                        metadata,
                        selector,
                        database.image().toString(),
                        env,
                        database.resources().tree(),
                        claim.build()));
    }

    private MapTree standardLabels(String name, @Nullable Chart chart, String chartName) {
        MapTree.Builder labels = MapTree.builder(8)
                .put(StandardLabels.INSTANCE, release.name())
                .put(StandardLabels.MANAGED_BY, "Helm")
                .put(StandardLabels.NAME, name);
        if (chart != null) {
            labels.put(StandardLabels.VERSION, versions.appVersion(chart))
                    .put(StandardLabels.CHART, ChartNames.chartLabel(chartName, versions.version(chart)));
        }
        return labels.build();
    }

    private MapTree selector(String name) {
        return MapTree.builder(2)
                .put(StandardLabels.INSTANCE, release.name())
                .put(StandardLabels.NAME, name)
                .build();
    }

    /** What a Service or an Ingress of a component is labelled with; values read from a chart say all of it. */
    private static Metadata own(
            Component component,
            Metadata metadata,
            MapTree standard,
            Map<String, String> labels,
            Map<String, String> annotations) {
        return component.chartOnly().made()
                ? metadata.with(merged(standard, labels), sorted(annotations))
                : metadata.with(merged(metadata.labels(), labels), merged(metadata.annotations(), annotations));
    }

    static Metadata accountMetadata(Metadata metadata, ServiceAccountSettings settings) {
        return metadata.with(metadata.labels(), merged(metadata.annotations(), settings.annotations()));
    }

    private static void putIfPresent(MapTree.Builder settings, String key, Optional<String> value) {
        if (value.isPresent()) {
            settings.put(key, value.get());
        }
    }

    private static MapTree serviceSettings(ServiceSettings service) {
        MapTree.Builder settings = MapTree.builder(3);
        if (service instanceof ClusterIpService clusterIp) {
            putIfPresent(settings, "clusterIP", clusterIp.clusterIp());
        } else if (service instanceof NodePortService nodePort) {
            putIfPresent(settings, "clusterIP", nodePort.clusterIp());
        } else if (service instanceof LoadBalancerService loadBalancer) {
            putIfPresent(settings, "clusterIP", loadBalancer.clusterIp());
            putIfPresent(settings, "loadBalancerIP", loadBalancer.loadBalancerIp());
            if (loadBalancer.nodePorts().isPresent()) {
                settings.put(
                        "allocateLoadBalancerNodePorts",
                        loadBalancer.nodePorts().get() == LoadBalancerService.NodePorts.ALLOCATED);
            }
        }
        return settings.build();
    }

    private static @Nullable MapTree tls(Ingress ingress) {
        if (!(ingress instanceof ClassIngress withClass) || withClass.tls().isEmpty()) {
            return null;
        }
        Optional<SecretRef> certificate = withClass.tls().get().certificate();
        return certificate.isPresent()
                ? MapTree.of("secretName", certificate.get().name())
                : MapTree.of();
    }

    private static String route(Component component) {
        if (component instanceof UserApp) {
            return "/";
        }
        if (component instanceof OnlineBanking) {
            return "/api";
        }
        if (component instanceof PendingRegistration) {
            return "/api/prs";
        }
        return component instanceof Microservice service ? service.route().orElse("") : "";
    }

    private static @Nullable Integer replicas(Component component) {
        Integer written = component.chartOnly().replicas();
        if (component.scaling() instanceof Replicas replicas) {
            // Only as long as it is the one that the chart leaves to Kubernetes.
            boolean unwritten = written != null && written == ChartOnly.UNWRITTEN && replicas.count() == 1;
            return unwritten ? null : (Integer) replicas.count();
        }
        return written == null || written == ChartOnly.UNWRITTEN ? null : written;
    }

    private static MapTree containerPort(Component component) {
        String name = component.traits().containerPort();
        MapTree.Builder port = MapTree.builder(2).put("containerPort", component.port());
        return (name.isEmpty() ? port.put("protocol", "TCP") : port.put("name", name)).build();
    }

    private static ListTree pullSecrets(Component component) {
        List<Tree> secrets = new ArrayList<>(component.imagePullSecrets().size());
        for (SecretRef secret : component.imagePullSecrets()) {
            secrets.add(MapTree.of("name", secret.name()));
        }
        return ListTree.of(secrets);
    }

    private static ListTree mounts(Component component) {
        List<Tree> mounts = new ArrayList<>(component.volumeMounts().size());
        for (VolumeMount mount : component.volumeMounts()) {
            mounts.add(mount.tree());
        }
        return ListTree.of(mounts);
    }

    private static ListTree volumes(Component component) {
        Map<String, Tree> volumes = new LinkedHashMap<>();
        for (Volume volume : component.volumes()) {
            volumes.put(volume.name(), volume.tree());
        }
        for (VolumeMount mount : component.volumeMounts()) {
            Optional<Volume> volume = mount.volume();
            if (volume.isPresent()) {
                volumes.putIfAbsent(volume.get().name(), volume.get().tree());
            }
        }
        return ListTree.of(new ArrayList<>(volumes.values()));
    }

    private static MapTree tree(Optional<Probe> probe, int port) {
        return probe.isPresent() ? probe.get().tree(port) : MapTree.of();
    }

    private static MapTree variable(String name, String value) {
        return MapTree.builder(2).put("name", name).put("value", value).build();
    }

    private static MapTree secretKey(String secret, String key) {
        return MapTree.of(
                "secretKeyRef",
                MapTree.builder(2).put("name", secret).put("key", key).build());
    }

    private static MapTree sorted(Map<String, String> entries) {
        return entries.isEmpty() ? MapTree.of() : MapTree.ofStrings(new TreeMap<>(entries));
    }

    /** The entries of a map with others over them, sorted by key. */
    static MapTree merged(MapTree under, Map<String, String> over) {
        if (over.isEmpty()) {
            return under;
        }
        Map<String, Tree> all = new TreeMap<>();
        for (int i = 0; i < under.size(); i++) {
            all.put(under.keyAt(i), under.valueAt(i));
        }
        for (Map.Entry<String, String> entry : over.entrySet()) {
            all.put(entry.getKey(), ScalarTree.of(entry.getValue()));
        }
        MapTree.Builder sorted = MapTree.builder(all.size());
        for (Map.Entry<String, Tree> entry : all.entrySet()) {
            sorted.put(entry.getKey(), entry.getValue());
        }
        return sorted.build();
    }
}
