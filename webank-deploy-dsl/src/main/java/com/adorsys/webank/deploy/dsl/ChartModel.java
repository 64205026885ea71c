package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
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
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The model read from values in the charts' format: a {@link Webank} for the umbrella, one {@link Component} for any
 * other chart. Immutable. It keeps settings that only the charts have, such as a literal password.
 */
public final class ChartModel {
    private final Release release;
    private final @Nullable Webank webank;
    private final @Nullable Component component;

    private ChartModel(Release release, @Nullable Webank webank, @Nullable Component component) {
        this.release = release;
        this.webank = webank;
        this.component = component;
    }

    /**
     * Builds the model from checked values.
     *
     * @param chart the chart that the values are for
     * @param values the values merged over the chart's defaults, with templates evaluated and the structure checked
     * @param userValues the user's values, without the defaults
     * @param release the release's name and namespace
     * @param locations where values came from
     * @param problems receives the problems that the model finds
     * @throws DeployException.InvalidInput if the model finds errors, with every problem found so far
     */
    public static ChartModel of(
            Chart chart,
            MapTree values,
            MapTree userValues,
            Release release,
            Locations locations,
            List<Problem> problems) {
        try {
            if (chart == Chart.WEBANK) {
                return new ChartModel(release, webank(values, userValues, release), null);
            }
            return new ChartModel(release, null, component(chart, values, userValues, release, chart.chartName()));
        } catch (DeployException.InvalidInput invalid) {
            for (Problem problem : invalid.problems()) {
                problems.add(problem.at(locations.of(problem.location().path())));
            }
            throw new DeployException.InvalidInput(problems);
        }
    }

    /** The Webank, if the values are those of the umbrella. */
    public Optional<Webank> webank() {
        return Optional.ofNullable(webank);
    }

    /** The component, if the values are those of a component's chart. */
    public Optional<Component> component() {
        return Optional.ofNullable(component);
    }

    /** The release that the values were read for. */
    public Release release() {
        return release;
    }

    /** Renders the model. */
    public ManifestSet render(Posture posture) {
        return rendering(posture).manifests();
    }

    /** Renders the model, and says what the posture warns of. */
    public Rendering rendering(Posture posture) {
        return webank != null
                ? webank.rendering(release, posture)
                : Objects.requireNonNull(component).rendering(release, posture);
    }

    private static Webank webank(MapTree values, MapTree userValues, Release release) {
        OnlineBanking obs = (OnlineBanking) part(Chart.WEBANK_OBS, values, userValues, release);
        UserApp userApp = (UserApp) part(Chart.WEBANK_USERAPP, values, userValues, release);
        PendingRegistration prs = (PendingRegistration) part(Chart.WEBANK_PRS, values, userValues, release);
        Map<String, String> labels = strings(values.get("commonLabels"));
        Map<String, String> annotations = strings(values.get("commonAnnotations"));
        ImmutableWebank.BuildFinal builder = ImmutableWebank.builder()
                .onlineBanking(obs)
                .userApp(userApp)
                .pendingRegistration(prs)
                .putAllLabels(labels)
                .putAllAnnotations(annotations)
                .nameOverride(override(values, "nameOverride"))
                .fullnameOverride(override(values, "fullnameOverride"))
                .namespaceOverride(override(values, "namespaceOverride"))
                .chartOnly(ChartOnly.fromValues(labels, annotations));
        if (values.get("ingress") instanceof MapTree ingress) {
            builder.ingress(ingress(ingress));
        }
        return builder.build();
    }

    private static Component part(Chart chart, MapTree values, MapTree userValues, Release release) {
        return component(
                chart, Trees.map(values, chart.alias()), Trees.map(userValues, chart.alias()), release, chart.alias());
    }

    private static Component component(Chart chart, MapTree values, MapTree userValues, Release release, String name) {
        String fullname = ChartNames.fullname(
                release.name(),
                override(values, "nameOverride").orElse(name),
                override(values, "fullnameOverride").orElse(null));
        return switch (chart) {
            case WEBANK_OBS -> onlineBanking(values, userValues, fullname);
            case WEBANK_PRS -> pendingRegistration(values, userValues, fullname);
            default -> userApp(values, userValues);
        };
    }

    private static OnlineBanking onlineBanking(MapTree values, MapTree userValues, String fullname) {
        Common common = new Common(Traits.ONLINE_BANKING, values, userValues);
        MapTree database = Trees.map(values, "database");
        return ImmutableOnlineBanking.generatedBuilder()
                .image(common.image)
                .database(database(database, fullname))
                .pullPolicy(common.pullPolicy)
                .addAllImagePullSecrets(common.pullSecrets)
                .scaling(common.scaling)
                .strategy(common.strategy)
                .resources(common.resources)
                .port(common.port)
                .probes(common.probes)
                .addAllVolumes(common.volumes)
                .addAllVolumeMounts(common.mounts)
                .service(common.service)
                .serviceAccount(common.serviceAccount)
                .ingress(common.ingress)
                .putAllLabels(common.labels)
                .putAllAnnotations(common.annotations)
                .nameOverride(override(values, "nameOverride"))
                .fullnameOverride(override(values, "fullnameOverride"))
                .namespaceOverride(override(values, "namespaceOverride"))
                .addAllEnv(variables(values))
                .secrets(firstSecret(values))
                .addAllEnvFrom(furtherSources(values))
                .chartOnly(withDatabaseSecret(common.chartOnly, database, fullname))
                .build();
    }

    private static PendingRegistration pendingRegistration(MapTree values, MapTree userValues, String fullname) {
        Common common = new Common(Traits.PENDING_REGISTRATION, values, userValues);
        MapTree database = Trees.map(values, "database");
        return ImmutablePendingRegistration.generatedBuilder()
                .image(common.image)
                .database(database(database, fullname))
                .pullPolicy(common.pullPolicy)
                .addAllImagePullSecrets(common.pullSecrets)
                .scaling(common.scaling)
                .strategy(common.strategy)
                .resources(common.resources)
                .port(common.port)
                .probes(common.probes)
                .addAllVolumes(common.volumes)
                .addAllVolumeMounts(common.mounts)
                .service(common.service)
                .serviceAccount(common.serviceAccount)
                .ingress(common.ingress)
                .putAllLabels(common.labels)
                .putAllAnnotations(common.annotations)
                .nameOverride(override(values, "nameOverride"))
                .fullnameOverride(override(values, "fullnameOverride"))
                .namespaceOverride(override(values, "namespaceOverride"))
                .addAllEnv(variables(values))
                .secrets(firstSecret(values))
                .addAllEnvFrom(furtherSources(values))
                .chartOnly(withDatabaseSecret(common.chartOnly, database, fullname))
                .build();
    }

    private static UserApp userApp(MapTree values, MapTree userValues) {
        Common common = new Common(Traits.USER_APP, values, userValues);
        ChartOnly chartOnly = common.chartOnly;
        Map<String, String> publicEnv = new LinkedHashMap<>();
        ListTree env = Trees.list(values, "env");
        boolean plain = true;
        for (Tree variable : env) {
            MapTree map = (MapTree) variable;
            Optional<String> value = map.string("value");
            plain &= map.size() == 2 && value.isPresent();
            String before = publicEnv.put(map.string("name").orElse(""), value.orElse(""));
            plain &= before == null;
        }
        if (!plain) {
            chartOnly = chartOnly.withEnv(env);
            publicEnv.clear();
        }
        ListTree envFrom = Trees.list(values, "envFrom");
        if (!envFrom.isEmpty()) {
            chartOnly = chartOnly.withEnvFrom(envFrom);
        }
        if (common.port != Traits.USER_APP.port()) {
            chartOnly = chartOnly.withServicePort(common.port);
        }
        return ImmutableUserApp.builder()
                .image(common.image)
                .pullPolicy(common.pullPolicy)
                .addAllImagePullSecrets(common.pullSecrets)
                .scaling(common.scaling)
                .strategy(common.strategy)
                .resources(common.resources)
                .port(Traits.USER_APP.port())
                .probes(common.probes)
                .addAllVolumes(common.volumes)
                .addAllVolumeMounts(common.mounts)
                .service(common.service)
                .serviceAccount(common.serviceAccount)
                .ingress(common.ingress)
                .putAllLabels(common.labels)
                .putAllAnnotations(common.annotations)
                .nameOverride(override(values, "nameOverride"))
                .fullnameOverride(override(values, "fullnameOverride"))
                .namespaceOverride(override(values, "namespaceOverride"))
                .putAllPublicEnv(publicEnv)
                .chartOnly(chartOnly)
                .build();
    }

    /** The values that every component has. */
    private static final class Common {
        final Image image;
        final PullPolicy pullPolicy;
        final List<SecretRef> pullSecrets = new ArrayList<>();
        final Scaling scaling;
        final DeploymentStrategy strategy;
        final Optional<Resources> resources;
        final int port;
        final Probes probes;
        final List<PodVolume> volumes = new ArrayList<>();
        final List<VolumeMount> mounts = new ArrayList<>();
        final ServiceSettings service;
        final Optional<ServiceAccountSettings> serviceAccount;
        final Optional<Ingress> ingress;
        final Map<String, String> labels;
        final Map<String, String> annotations;
        final ChartOnly chartOnly;

        Common(Traits traits, MapTree values, MapTree userValues) {
            MapTree imageValues = Trees.map(values, "image");
            image = image(imageValues);
            pullPolicy = pullPolicy(imageValues, traits);
            for (Tree secret : Trees.list(imageValues, "pullSecrets")) {
                pullSecrets.add(SecretRef.of(((MapTree) secret).string("name").orElse("")));
            }
            MapTree autoscaling = Trees.map(values, "autoscaling");
            OptionalInt replicas = number(values, "replicaCount");
            labels = strings(values.get("commonLabels"));
            annotations = strings(values.get("commonAnnotations"));
            ChartOnly only = ChartOnly.fromValues(labels, annotations);
            if (Trees.isTrue(autoscaling, "enabled")) {
                scaling = ImmutableAutoscaling.builder()
                        .maxReplicas(number(autoscaling, "maxReplicas").orElse(1))
                        .minReplicas(number(autoscaling, "minReplicas").orElse(1))
                        .targetCpuPercent(number(autoscaling, "targetCPUUtilizationPercentage"))
                        .targetMemoryPercent(number(autoscaling, "targetMemoryUtilizationPercentage"))
                        .build();
                only = only.withReplicas(replicas.orElse(ChartOnly.UNWRITTEN));
                only = autoscaling.has("minReplicas") ? only : only.without(ChartOnly.MIN_REPLICAS);
            } else {
                scaling = Replicas.of(replicas.orElse(1));
                only = replicas.isPresent() ? only : only.withReplicas(ChartOnly.UNWRITTEN);
            }
            chartOnly = imageValues.has("pullPolicy") ? only : only.without(ChartOnly.PULL_POLICY);
            strategy = DeploymentStrategy.of(Trees.map(values, "strategy"));
            resources = userValues.map("resources").isPresent()
                    ? values.map("resources").map(Resources::of)
                    : Optional.empty();
            MapTree serviceValues = Trees.map(values, "service");
            port = number(serviceValues, "targetPort").orElse(traits.port());
            int listening = traits.chart() == Chart.WEBANK_USERAPP ? traits.port() : port;
            probes = Probes.ofNullable(
                    probe(values, userValues, "livenessProbe", listening),
                    probe(values, userValues, "readinessProbe", listening));
            for (Tree volume : Trees.list(values, "volumes")) {
                volumes.add(PodVolume.of((MapTree) volume));
            }
            for (Tree mount : Trees.list(values, "volumeMounts")) {
                mounts.add(VolumeMount.of((MapTree) mount));
            }
            service = service(serviceValues, traits);
            serviceAccount = serviceAccount(values, userValues);
            Optional<MapTree> ingressValues = values.map("ingress");
            boolean shown = ingressValues.isPresent()
                    && Trees.isTrue(ingressValues.get(), "enabled")
                    && service.type().equals("ClusterIP");
            ingress = shown ? Optional.of(ingress(ingressValues.get())) : Optional.empty();
        }
    }

    private static Image image(MapTree image) {
        String registry = image.string("registry").orElse("");
        String repository = image.string("repository").orElse("");
        String digest = image.string("digest").orElse("");
        if (digest.isEmpty()) {
            return Image.of(registry, repository, image.string("tag").orElse(""));
        }
        String name = registry.isEmpty() ? repository : registry + "/" + repository;
        Image byDigest = Image.parse(name + "@" + digest);
        String tag = image.string("tag").orElse("");
        return tag.isEmpty() ? byDigest : byDigest.withTag(tag).withDigest(digest);
    }

    private static PullPolicy pullPolicy(MapTree image, Traits traits) {
        String text = image.string("pullPolicy").orElse(traits.pullPolicy().text());
        for (PullPolicy policy : PullPolicy.values()) {
            if (policy.text().equals(text)) {
                return policy;
            }
        }
        return traits.pullPolicy();
    }

    private static ServiceSettings service(MapTree service, Traits traits) {
        int port = number(service, "port").orElse(traits.port());
        Map<String, String> labels = strings(service.get("additionalLabels"));
        Map<String, String> annotations = strings(service.get("annotations"));
        Optional<String> clusterIp = service.string("clusterIP");
        return switch (service.string("type").orElse("ClusterIP")) {
            case "NodePort" ->
                ServiceSettings.nodePort()
                        .withPort(port)
                        .withLabels(labels)
                        .withAnnotations(annotations)
                        .withClusterIp(clusterIp);
            case "LoadBalancer" -> {
                Optional<LoadBalancerService.NodePorts> nodePorts = Optional.empty();
                if (service.get("allocateLoadBalancerNodePorts") instanceof ScalarTree allocate
                        && allocate.kind() == ScalarTree.Kind.BOOLEAN) {
                    nodePorts = Optional.of(
                            allocate.equals(ScalarTree.of(true))
                                    ? LoadBalancerService.NodePorts.ALLOCATED
                                    : LoadBalancerService.NodePorts.NONE);
                }
                yield ServiceSettings.loadBalancer()
                        .withPort(port)
                        .withLabels(labels)
                        .withAnnotations(annotations)
                        .withClusterIp(clusterIp)
                        .withLoadBalancerIp(service.string("loadBalancerIP"))
                        .withNodePorts(nodePorts);
            }
            default ->
                ServiceSettings.clusterIp()
                        .withPort(port)
                        .withLabels(labels)
                        .withAnnotations(annotations)
                        .withClusterIp(clusterIp);
        };
    }

    private static Optional<ServiceAccountSettings> serviceAccount(MapTree values, MapTree userValues) {
        MapTree account = Trees.map(values, "serviceAccount");
        if (!Trees.isTrue(account, "create")) {
            return Optional.empty();
        }
        // The chart's default requests a token that no pod gets; in the hardened posture only the user's value counts.
        boolean userToken = userValues.at("serviceAccount", "automount").isPresent();
        Optional<ServiceAccountSettings.Token> token = Trees.isTrue(account, "automount")
                ? userToken ? Optional.of(ServiceAccountSettings.Token.MOUNTED) : Optional.empty()
                : Optional.of(ServiceAccountSettings.Token.NOT_MOUNTED);
        return Optional.of(
                ImmutableServiceAccountSettings.builder().token(token).build());
    }

    private static Ingress ingress(MapTree ingress) {
        String className = ingress.string("className").orElse("");
        String host = ingress.string("host").orElse("");
        return ClassIngress.builder()
                .host(host.isEmpty() ? Host.any() : Host.of(host))
                .putAllAnnotations(strings(ingress.get("annotations")))
                .putAllLabels(strings(ingress.get("additionalLabels")))
                .ingressClass(className.isEmpty() ? Optional.empty() : Optional.of(className))
                .addAllTls(Trees.isTrue(ingress, "tls") ? List.of(Tls.byController()) : List.of())
                .build();
    }

    private static Database database(MapTree database, String fullname) {
        return ImmutableExternalDatabase.builder()
                .host(Host.of(database.string("host").orElse("")))
                .name(database.string("name").orElse(""))
                .user(database.string("user").orElse(""))
                .password(password(database, fullname))
                .port(number(database, "port").orElse(5432))
                .build();
    }

    private static SecretKeyRef password(MapTree database, String fullname) {
        String secret = database.string("secretName").orElse("");
        return secret.isEmpty()
                ? SecretKeyRef.of(fullname + "-db", "password")
                : SecretKeyRef.of(secret, database.string("secretKey").orElse("password"));
    }

    private static ChartOnly withDatabaseSecret(ChartOnly chartOnly, MapTree database, String fullname) {
        if (!database.string("secretName").orElse("").isEmpty()) {
            return chartOnly;
        }
        return chartOnly.withDatabaseSecret(
                password(database, fullname),
                MapTree.builder(2)
                        .put("username", base64(database.string("user").orElse("")))
                        .put("password", base64(database.string("password").orElse("")))
                        .build());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<EnvVar> variables(MapTree values) {
        List<EnvVar> variables = new ArrayList<>();
        for (Tree variable : Trees.list(values, "env")) {
            variables.add(EnvVar.of((MapTree) variable));
        }
        return variables;
    }

    /**
     * The first Secret in the values, if only its name is set. The first one is taken to keep the order of the values.
     */
    private static Optional<SecretRef> firstSecret(MapTree values) {
        ListTree sources = Trees.list(values, "envFrom");
        MapTree first = sources.isEmpty() ? MapTree.of() : (MapTree) sources.get(0);
        MapTree secret = Trees.map(first, "secretRef");
        Optional<String> name = first.size() == 1 && secret.size() == 1 ? secret.string("name") : Optional.empty();
        return name.filter(text -> Names.subdomain(text).isEmpty()).map(SecretRef::of);
    }

    private static List<EnvFrom> furtherSources(MapTree values) {
        ListTree sources = Trees.list(values, "envFrom");
        List<EnvFrom> further = new ArrayList<>();
        for (int i = firstSecret(values).isPresent() ? 1 : 0; i < sources.size(); i++) {
            further.add(EnvFrom.of((MapTree) sources.get(i)));
        }
        return further;
    }

    /** A default probe follows the port when the port is changed later; a probe that the user set does not. */
    private static @Nullable ContainerProbe probe(MapTree values, MapTree userValues, String key, int port) {
        MapTree probe = Trees.map(values, key);
        if (probe.isEmpty()) {
            return null;
        }
        return userValues.has(key)
                ? ContainerProbe.of(probe)
                : ContainerProbe.of(probe).followingPort(port);
    }

    /** The charts cut names at 63 characters. */
    private static Optional<String> override(MapTree values, String key) {
        String text = values.string(key).orElse("");
        return text.isEmpty() ? Optional.empty() : Optional.of(ChartNames.name(text, null));
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
