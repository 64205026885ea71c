package com.adorsys.webank.deploy.dsl.values;

import static com.adorsys.webank.deploy.dsl.values.ChartValue.Trait.ALWAYS_WRITTEN;
import static com.adorsys.webank.deploy.dsl.values.ChartValue.Trait.DATA_KEY;
import static com.adorsys.webank.deploy.dsl.values.ChartValue.Trait.NAME;
import static com.adorsys.webank.deploy.dsl.values.ChartValue.Trait.OPEN;
import static com.adorsys.webank.deploy.dsl.values.ChartValue.Trait.UNSET_IF_EMPTY;
import static com.adorsys.webank.deploy.dsl.values.ChartValue.map;
import static com.adorsys.webank.deploy.dsl.values.ChartValue.row;
import static com.adorsys.webank.deploy.dsl.values.ValueType.ANNOTATIONS;
import static com.adorsys.webank.deploy.dsl.values.ValueType.ANYTHING;
import static com.adorsys.webank.deploy.dsl.values.ValueType.ARCHITECTURE;
import static com.adorsys.webank.deploy.dsl.values.ValueType.CONFIDENTIAL;
import static com.adorsys.webank.deploy.dsl.values.ValueType.COUNT;
import static com.adorsys.webank.deploy.dsl.values.ValueType.ENV;
import static com.adorsys.webank.deploy.dsl.values.ValueType.ENV_FROM;
import static com.adorsys.webank.deploy.dsl.values.ValueType.LABELS;
import static com.adorsys.webank.deploy.dsl.values.ValueType.PORT;
import static com.adorsys.webank.deploy.dsl.values.ValueType.PROBE;
import static com.adorsys.webank.deploy.dsl.values.ValueType.PULL_POLICY;
import static com.adorsys.webank.deploy.dsl.values.ValueType.PULL_SECRETS;
import static com.adorsys.webank.deploy.dsl.values.ValueType.QUANTITY;
import static com.adorsys.webank.deploy.dsl.values.ValueType.RESOURCES;
import static com.adorsys.webank.deploy.dsl.values.ValueType.SERVICE_TYPE;
import static com.adorsys.webank.deploy.dsl.values.ValueType.STRATEGY;
import static com.adorsys.webank.deploy.dsl.values.ValueType.SWITCH;
import static com.adorsys.webank.deploy.dsl.values.ValueType.TEXT;
import static com.adorsys.webank.deploy.dsl.values.ValueType.VOLUMES;
import static com.adorsys.webank.deploy.dsl.values.ValueType.VOLUME_MOUNTS;

import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Every value of the charts, a row a value, in the order in which they are written.
 *
 * <p>Defaults are built in Java, since parsing a file would take a command-line process longer than all of its rendering. Nulls of the
 * charts are kept, since {@link MergedValues} distinguishes keys that a chart has from unknown ones.
 */
final class ChartTables {
    private static final String COMMON_LABELS = "{{ $.Values.commonLabels | toYaml }}";
    private static final String COMMON_ANNOTATIONS = "{{ $.Values.commonAnnotations | toYaml }}";
    private static final String HOST = "{{ include \"common.names.fullname\" $ }}.webank.local";

    /** The port on which the container of the user app always listens. */
    static final int USER_APP_PORT = 80;

    private static final String NOTHING = "remove it: the chart renders nothing from it";
    private static final String TO_IMAGE = "write it below `image`";

    private static final ScalarTree NULL = ScalarTree.ofNull();

    // Two threads that create one of these at the same time create equal tables.
    private static final AtomicReferenceArray<@Nullable ChartValue> KNOWN =
            new AtomicReferenceArray<>(Chart.values().length);

    private ChartTables() {}

    /** The values of a chart; of the umbrella with those of its parts. */
    static ChartValue of(Chart chart) {
        ChartValue known = KNOWN.get(chart.ordinal());
        if (known == null) {
            known = chart == Chart.WEBANK
                    ? umbrella()
                    : part(chart, "the chart " + chart.chartName())
                            .misplaced("remove it: the chart cannot be disabled", "enabled");
            KNOWN.set(chart.ordinal(), known);
        }
        return known;
    }

    /** The defaults of a chart; for the umbrella without those of its parts. */
    static MapTree defaults(Chart chart) {
        return of(chart).mapFallback();
    }

    private static ChartValue umbrella() {
        MapTree ingressOff = MapTree.of("ingress", MapTree.of("enabled", ScalarTree.of(false)));
        ChartValue umbrella = map("webank", "The umbrella.").named("the chart webank");
        umbrella.with(postgresChart());
        for (Chart chart : new Chart[] {Chart.WEBANK_USERAPP, Chart.WEBANK_OBS, Chart.WEBANK_PRS}) {
            ChartValue part = part(chart, "the part " + chart.alias())
                    .misplaced("remove it: this part is always rendered; only the part `db` can be disabled", "enabled")
                    .defaults(chart == Chart.WEBANK_USERAPP ? ingressOff.with("env", NULL) : ingressOff);
            umbrella.with(part)
                    .misplaced("write `" + part.key + "`, the part's name in the umbrella", chart.chartName());
        }
        umbrella.with(ingress()
                .misplaced("remove it: the chart ignores it; write `ingress: null` to disable the Ingress", "enabled"));
        names(umbrella, "of the Ingress", "");
        return umbrella.with(globals(postgresGlobals()))
                .misplaced(
                        "remove it: the chart has no such part; its parts are `obs`, `prs`, `userapp` and `db`",
                        "redis mysql mongodb kafka keycloak")
                .misplaced("write `db`, the part's name in the umbrella", "postgresql postgres")
                .misplaced("write it below `obs` and `prs`", "database")
                .misplaced("write `obs`, the part's name in the umbrella", "onlineBanking")
                .misplaced("write `userapp`, the part's name in the umbrella", "userApp")
                .misplaced("remove it: the umbrella cannot be disabled", "enabled")
                .misplaced(
                        "write it below `obs`, `prs` or `userapp`",
                        "image env envFrom replicaCount service resources autoscaling volumes volumeMounts");
    }

    private static ChartValue part(Chart chart, String name) {
        boolean isUserApp = chart == Chart.WEBANK_USERAPP;
        long port = isUserApp ? USER_APP_PORT : chart == Chart.WEBANK_OBS ? 8081 : 8080;
        ChartValue part = map(chart.alias(), "The part " + chart.chartName() + ".")
                .named(name)
                .sets(Setting.COMPONENT);
        part.with(
                image(chart),
                row("env", ENV, env(chart), "Environment variables.")
                        .sets(isUserApp ? Setting.PUBLIC_ENV : Setting.ENV)
                        .is(ALWAYS_WRITTEN),
                row("envFrom", ENV_FROM, ListTree.of(), "Secrets and ConfigMaps whose keys become variables.")
                        .sets(isUserApp ? Setting.PUBLIC_SOURCES : Setting.SOURCES));
        if (!isUserApp) {
            part.with(database());
        }
        names(part, "of the part's objects", " The chart also writes them as labels of the pods.");
        for (String override : new String[] {"nameOverride", "fullnameOverride"}) {
            part.at(override)
                    .refused(
                            "the chart's Ingress only works with a part's default name",
                            "remove the override, or publish the rendered manifests");
        }
        part.with(
                row("replicaCount", COUNT, 1, "The number of pods. The chart ignores 0, and runs 1.")
                        .example("1")
                        .sets(Setting.REPLICAS),
                autoscaling(),
                row("strategy", STRATEGY, strategy(), "How new pods replace old ones.")
                        .sets(Setting.STRATEGY),
                row("resources", RESOURCES, resources(), "Requests and limits of the container.")
                        .sets(Setting.RESOURCES)
                        .ignored(
                                "`resources` is ignored by the chart: the container gets none in the chart posture",
                                "keep it for the hardened posture, which renders it"),
                row("volumes", VOLUMES, ListTree.of(), "Volumes of the pods.").sets(Setting.VOLUMES),
                row("volumeMounts", VOLUME_MOUNTS, ListTree.of(), "Where the container sees them.")
                        .sets(Setting.VOLUME_MOUNTS),
                probe("livenessProbe", isUserApp, port, "When the container is restarted.")
                        .sets(Setting.LIVENESS),
                probe("readinessProbe", isUserApp, port, "When the pod gets requests.")
                        .sets(Setting.READINESS),
                service(
                        port,
                        isUserApp
                                ? "The port to which the Service sends. The container always listens on 80."
                                : "The port of the container."),
                serviceAccount(),
                ingress(row("enabled", SWITCH, true, "Whether there is one.").is(ALWAYS_WRITTEN)));
        if (isUserApp) {
            part.misplaced("remove it: the user app has no database", "database db externalDatabase");
        } else {
            part.misplaced("write `database`", "db externalDatabase");
        }
        part.with(globals()).misplaced("move what is below it one level up", chart.chartName() + " " + chart.alias());
        return otherChartsKeys(part);
    }

    private static void names(ChartValue chart, String whose, String effect) {
        chart.with(
                        row("kubeVersion", TEXT, NULL, "The version of Kubernetes.")
                                .ignored("`kubeVersion` is ignored", "remove it; neither posture reads it"),
                        row("nameOverride", TEXT, NULL, "Replaces the chart's name in the name " + whose + ".")
                                .sets(Setting.NAME)
                                .is(UNSET_IF_EMPTY),
                        row("fullnameOverride", TEXT, NULL, "The name " + whose + ".")
                                .sets(Setting.FULLNAME)
                                .is(UNSET_IF_EMPTY),
                        row("namespaceOverride", TEXT, "The namespace " + whose + ".")
                                .sets(Setting.NAMESPACE)
                                .is(UNSET_IF_EMPTY),
                        row("commonLabels", LABELS, NULL, "Labels " + whose + ".")
                                .sets(Setting.LABELS),
                        row("commonAnnotations", ANNOTATIONS, NULL, "Annotations " + whose + "." + effect)
                                .sets(Setting.ANNOTATIONS))
                .misplaced("write `commonLabels`", "labels")
                .misplaced("write `commonAnnotations`", "annotations")
                .misplaced("write `namespaceOverride`, or choose the release's namespace", "namespace")
                .misplaced("write `fullnameOverride`", "fullName")
                .misplaced("write `nameOverride`", "name");
    }

    /** Keys of other charts that have no similar key here. */
    private static ChartValue otherChartsKeys(ChartValue part) {
        return part.misplaced(
                        NOTHING,
                        "nodeSelector tolerations affinity podSecurityContext securityContext containerSecurityContext"
                                + " podAnnotations podLabels initContainers sidecars terminationGracePeriodSeconds"
                                + " priorityClassName topologySpreadConstraints startupProbe lifecycle lifecycleHooks"
                                + " command args podDisruptionBudget pdb networkPolicy revisionHistoryLimit persistence"
                                + " configMap secrets rbac metrics serviceMonitor extraDeploy schedulerName hostAliases"
                                + " dnsConfig dnsPolicy minReadySeconds progressDeadlineSeconds")
                .misplaced("write `replicaCount`", "replicas replica")
                .misplaced("write `strategy`", "updateStrategy deploymentStrategy")
                .misplaced("write `autoscaling`", "hpa")
                .misplaced(TO_IMAGE, "tag digest registry repository pullPolicy pullSecrets")
                .misplaced("write `pullPolicy` below `image`", "imagePullPolicy")
                .misplaced("write `pullSecrets` below `image`", "imagePullSecrets")
                .misplaced("write `env`", "extraEnv extraEnvVars environment")
                .misplaced("write `envFrom`", "extraEnvFrom")
                .misplaced("write `envFrom` with a `secretRef`", "extraEnvVarsSecret")
                .misplaced("write `envFrom` with a `configMapRef`", "extraEnvVarsCM")
                .misplaced("write `volumes`", "extraVolumes")
                .misplaced("write `volumeMounts`", "extraVolumeMounts")
                .misplaced("write it below `service`", "port")
                .misplaced("write `targetPort` below `service`", "containerPort")
                .misplaced("write it below `ingress`", "host")
                .misplaced("write `livenessProbe`", "liveness customLivenessProbe")
                .misplaced("write `readinessProbe`", "readiness customReadinessProbe");
    }

    private static ChartValue autoscaling() {
        return map(
                        "autoscaling",
                        "A HorizontalPodAutoscaler.",
                        row("enabled", SWITCH, false, "Whether there is one."),
                        row("minReplicas", COUNT, 1, "The smallest number of pods.")
                                .example("1")
                                .is(ALWAYS_WRITTEN),
                        row("maxReplicas", COUNT, 3, "The largest number of pods.")
                                .example("3")
                                .is(ALWAYS_WRITTEN),
                        target("CPU"),
                        target("Memory"))
                .sets(Setting.AUTOSCALING)
                .misplaced("write `targetCPUUtilizationPercentage`", "targetCPU")
                .misplaced("write `targetMemoryUtilizationPercentage`", "targetMemory")
                .misplaced("write `targetCPUUtilizationPercentage` or `targetMemoryUtilizationPercentage`", "metrics")
                .misplaced(NOTHING, "behavior")
                .misplaced("write `minReplicas`", "min")
                .misplaced("write `maxReplicas`", "max");
    }

    private static ChartValue target(String resource) {
        String meaning = "The percentage of the requested " + (resource.equals("CPU") ? "CPU" : "memory")
                + " at which pods are added. 0: no target.";
        return row("target" + resource + "UtilizationPercentage", COUNT, 50, meaning)
                .example("50")
                .is(UNSET_IF_EMPTY, ALWAYS_WRITTEN);
    }

    private static ChartValue image(Chart chart) {
        String repository = chart == Chart.WEBANK_OBS ? "webank-online-banking" : chart.chartName();
        String tag = switch (chart) {
            case WEBANK_OBS -> "bd93440d5977debae17cf9552913d91fe44a907d";
            case WEBANK_PRS -> "cf473e31804906edaf95e1ca3cced343a63b221c";
            default -> "0d3fab925c4b647ff10cee76ea62522e7961e88d";
        };
        String pullPolicy = chart == Chart.WEBANK_PRS ? "Always" : "IfNotPresent";
        return map(
                        "image",
                        "The image of the container.",
                        row("registry", TEXT, "ghcr.io", "The registry, a host and an optional port.")
                                .is(UNSET_IF_EMPTY),
                        row("repository", TEXT, "adorsys-gis/" + repository, "The path in the registry.")
                                .example("\"owner/name\"")
                                .required("it is required for the image"),
                        row("tag", TEXT, tag, "The tag. Write a tag of digits in quotes.")
                                .is(UNSET_IF_EMPTY, ALWAYS_WRITTEN),
                        row("digest", TEXT, "", "The digest, which overrides the tag.")
                                .example("\"sha256:...\"")
                                .is(UNSET_IF_EMPTY),
                        row("pullPolicy", PULL_POLICY, pullPolicy, "When nodes pull the image.")
                                .sets(Setting.PULL_POLICY)
                                .is(ALWAYS_WRITTEN),
                        row("pullSecrets", PULL_SECRETS, ListTree.of(), "Secrets for the registry.")
                                .sets(Setting.PULL_SECRETS)
                                .remedy("write a list of items, each with `name`, as in `- name: regcred`"))
                .sets(Setting.IMAGE)
                .required()
                .misplaced("write `repository`", "name")
                .misplaced("write `tag`", "version")
                .misplaced("write `pullPolicy`", "imagePullPolicy")
                .misplaced("write `pullSecrets`", "imagePullSecrets")
                .misplaced(NOTHING, "debug");
    }

    private static ChartValue probe(String key, boolean isUserApp, long port, String meaning) {
        MapTree.Builder get = MapTree.builder(2).put("path", isUserApp ? "/" : "/swagger-ui.html");
        MapTree.Builder usual = MapTree.builder(3)
                .put("httpGet", get.put("port", port).build())
                .put("initialDelaySeconds", isUserApp ? 5 : 10)
                .put("periodSeconds", 5);
        return row(key, PROBE, usual.build(), meaning + " A null: no probe.")
                .misplaced("write `" + key + ": null` to disable the probe", "enabled")
                .misplaced("write it below `httpGet`", "path")
                .misplaced("write it below `httpGet` or `tcpSocket`", "port")
                .misplaced("write it below `exec`", "command");
    }

    private static ChartValue service(long port, String target) {
        String address = "write the address in quotes, as in `\"203.0.113.10\"`";
        return map(
                        "service",
                        "The Service.",
                        row("type", SERVICE_TYPE, "ClusterIP", "Its type.").required(),
                        row("port", PORT, port, "Its port.").required(),
                        row("targetPort", PORT, port, target).required().sets(Setting.PORT),
                        row("additionalLabels", LABELS, COMMON_LABELS, "Labels of the Service."),
                        row("annotations", ANNOTATIONS, COMMON_ANNOTATIONS, "Its annotations."),
                        row("loadBalancerIP", TEXT, NULL, "The address of a `LoadBalancer`.")
                                .remedy(address)
                                .is(UNSET_IF_EMPTY),
                        row(
                                "allocateLoadBalancerNodePorts",
                                SWITCH,
                                NULL,
                                "Whether a `LoadBalancer` gets node ports. The chart ignores `false`."),
                        row("clusterIP", TEXT, NULL, "The address in the cluster; `None`: a headless Service.")
                                .remedy(address)
                                .is(UNSET_IF_EMPTY))
                .sets(Setting.SERVICE)
                .required()
                .misplaced("write `additionalLabels`", "labels")
                .misplaced("write `port` and `targetPort`", "ports")
                .misplaced("remove it: the Service has the chart's full name", "name")
                .misplaced("remove it: the chart always renders the Service", "enabled")
                .misplaced("remove it: Kubernetes chooses the node port", "nodePort nodePorts")
                .misplaced(
                        NOTHING,
                        "sessionAffinity externalTrafficPolicy loadBalancerSourceRanges loadBalancerClass "
                                + "selector");
    }

    private static ChartValue serviceAccount() {
        return map(
                        "serviceAccount",
                        "A ServiceAccount that no pod uses.",
                        row("create", SWITCH, false, "Whether there is one."),
                        row("automount", SWITCH, true, "Its `automountServiceAccountToken`.")
                                .is(ALWAYS_WRITTEN),
                        row("name", TEXT, "Its name.")
                                .ignored(
                                        "`name` is ignored: the ServiceAccount has the chart's full name, and no pod"
                                                + " uses it",
                                        "remove it"))
                .sets(Setting.SERVICE_ACCOUNT)
                .misplaced("write `create`", "enabled")
                .misplaced("write `automount`", "automountServiceAccountToken")
                .misplaced(NOTHING, "annotations labels");
    }

    private static ChartValue ingress(ChartValue... ofPart) {
        String noSecret = "remove it: with `tls: true` the chart writes the host, but no Secret";
        return map("ingress", "The Ingress.", ofPart)
                .with(
                        row("host", TEXT, HOST, "Its host. Empty, or a null: every host.")
                                .example("webank.example.com")
                                .is(ALWAYS_WRITTEN),
                        row("className", TEXT, "", "Its class. Empty: the cluster's default class.")
                                .example("nginx")
                                .is(NAME, UNSET_IF_EMPTY),
                        row("annotations", ANNOTATIONS, COMMON_ANNOTATIONS, "Its annotations."),
                        row("additionalLabels", LABELS, COMMON_LABELS, "Labels of the Ingress."),
                        row("tls", SWITCH, false, "Whether it has a TLS entry for the host, without a Secret.")
                                .remedy("write `true` or `false`; the chart writes the host, but no Secret"))
                .sets(Setting.INGRESS)
                .misplaced("write `additionalLabels`", "labels")
                .misplaced("write a single `host`", "hosts")
                .misplaced("write `host`", "hostname domain")
                .misplaced("write `className`", "ingressClassName class")
                .misplaced("remove it: the chart fixes the paths", "path paths pathType")
                .misplaced(noSecret, "tlsSecretName secretName")
                .misplaced(NOTHING, "selfSigned");
    }

    private static ChartValue database() {
        return map(
                        "database",
                        "The PostgreSQL of the part, for the variables `SPRING_DATASOURCE_...`.",
                        row("host", TEXT, "webank-db", "The name or address of the server.")
                                .example("\"db.example.com\"")
                                .required()
                                .is(ALWAYS_WRITTEN),
                        row("port", PORT, 5432, "The port of the server.")
                                .example("5432")
                                .required(),
                        row("name", TEXT, "{{ template \"common.names.fullname\" . }}-db", "The name of the database.")
                                .required()
                                .is(ALWAYS_WRITTEN),
                        row("user", TEXT, "webank-user", "The user.").required().is(ALWAYS_WRITTEN),
                        row(
                                        "password",
                                        CONFIDENTIAL,
                                        "webank-password",
                                        "The password, for the Secret that the chart creates. Not used with `secretName`.")
                                .refused(
                                        "the database's password would be written to the values",
                                        "take it from an existing Secret"),
                        row("secretName", TEXT, NULL, "The existing Secret that holds the password.")
                                .example("\"rds-secret\"")
                                .is(NAME, UNSET_IF_EMPTY),
                        row("secretKey", TEXT, "password", "The key of the password in the Secret.")
                                .example("\"password\"")
                                .is(DATA_KEY)
                                .required())
                .sets(Setting.DATABASE)
                .required()
                .misplaced("write `name`", "database dbName")
                .misplaced("write `user`", "username")
                .misplaced("write `host`, `port` and `name`", "url")
                .misplaced("write `secretName`", "existingSecret")
                .misplaced("write `secretKey`", "existingSecretPasswordKey passwordKey")
                .misplaced("remove it: the chart always sets the database's variables", "enabled");
    }

    private static ChartValue globals(ChartValue... ofUmbrella) {
        return map(
                        "global",
                        "Values of the chart and its parts.",
                        row("imageRegistry", TEXT, "Replaces the registry of every image.")
                                .example("\"ghcr.io\"")
                                .sets(Setting.REGISTRY),
                        row("imagePullSecrets", ANYTHING, "Secrets for the registry.")
                                .ignored(
                                        "`imagePullSecrets` of `global` is ignored",
                                        "write `pullSecrets` below the `image` of each part"),
                        // The umbrella's globals are visible to its parts.
                        row("postgresql", ANYTHING, "Values of the umbrella's PostgreSQL.")
                                .sets(Setting.UNRENDERED))
                .named("the charts' globals")
                .misplaced("write `imageRegistry`", "registry")
                .with(ofUmbrella);
    }

    // The chart's own PostgreSQL, which is not rendered.

    private static ChartValue[] postgresGlobals() {
        ChartValue auth = auth().defaults(MapTree.builder(4)
                .put("postgresPassword", "never-show-me-hide-me-only")
                .put("username", "change-and-hide-me")
                .put("password", "change-and-hide-me-more")
                .put("database", "webank-db")
                .build());
        return new ChartValue[] {
            map("postgresql", "As `db`, which it overrides.", auth, fullnameOverride())
                    .sets(Setting.UNRENDERED)
                    .is(OPEN),
            storageClass("storageClass"),
            storageClass("defaultStorageClass")
        };
    }

    private static ChartValue storageClass(String key) {
        return row(key, CONFIDENTIAL, "The class of its storage.")
                .ignored("`" + key + "` only affects the chart's PostgreSQL, which is not rendered", "remove it");
    }

    private static ChartValue postgresChart() {
        ChartValue persistence = map(
                        "persistence",
                        "Its storage.",
                        row("enabled", SWITCH, "Whether it is kept."),
                        row("size", QUANTITY, "Its size.").example("10Gi"),
                        row("storageClass", TEXT, "Its class."),
                        row("existingClaim", TEXT, "A claim that exists."))
                .is(OPEN);
        return map(
                        "db",
                        "The PostgreSQL of the umbrella, which is not rendered. Other keys of its chart are not read.",
                        row("enabled", SWITCH, "Whether there is one. Without the key: `true`.")
                                .sets(Setting.POSTGRES),
                        row("architecture", ARCHITECTURE, "One server, or one with replicas."),
                        auth(),
                        map("primary", "The server.", persistence).is(OPEN),
                        fullnameOverride())
                .sets(Setting.UNRENDERED)
                .is(OPEN);
    }

    private static ChartValue fullnameOverride() {
        return row("fullnameOverride", TEXT, "The name of its objects.");
    }

    private static ChartValue auth() {
        return map(
                        "auth",
                        "Its users.",
                        row("enablePostgresUser", SWITCH, "Whether `postgres` has a password."),
                        row("postgresPassword", CONFIDENTIAL, "The password of `postgres`."),
                        row("username", TEXT, "The user to create."),
                        row("password", CONFIDENTIAL, "Its password."),
                        row("database", TEXT, "The database to create."),
                        row("replicationUsername", TEXT, "The user of replicas."),
                        row("replicationPassword", CONFIDENTIAL, "Its password."),
                        row("existingSecret", TEXT, "The existing Secret that holds the passwords."))
                .is(OPEN);
    }

    // Defaults.

    private static MapTree strategy() {
        MapTree.Builder update = MapTree.builder(2).put("maxSurge", "25%").put("maxUnavailable", "25%");
        return MapTree.builder(2)
                .put("type", "RollingUpdate")
                .put("rollingUpdate", update.build())
                .build();
    }

    private static MapTree resources() {
        return MapTree.builder(2)
                .put("requests", amounts("200m", "512Mi"))
                .put("limits", amounts("400m", "1Gi"))
                .build();
    }

    private static MapTree amounts(String cpu, String memory) {
        return MapTree.builder(2).put("cpu", cpu).put("memory", memory).build();
    }

    private static ListTree env(Chart chart) {
        List<Tree> variables = new ArrayList<>();
        if (chart == Chart.WEBANK_USERAPP) {
            // A mistake in the chart: WEABNK.
            variables.add(variable("VITE_WEABNK_PRS_URL", "/"));
            variables.add(variable("VITE_WEBANK_OBS_URL", "/"));
            return ListTree.of(variables);
        }
        if (chart == Chart.WEBANK_PRS) {
            placeholders(variables, "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBER", "OTP_SALT");
        }
        placeholders(
                variables, "SERVER_PRIVATE_KEY_JSON", "SERVER_PUBLIC_KEY_JSON", "JWT_ISSUER", "JWT_EXPIRATION_TIME_MS");
        if (chart == Chart.WEBANK_PRS) {
            // A mistake in the chart: these two names are placeholders too.
            variables.add(variable("${EMAIL}", "${EMAIL}"));
            variables.add(variable("${PASSWORD}", "${PASSWORD}"));
        }
        return ListTree.of(variables);
    }

    private static void placeholders(List<Tree> variables, String... names) {
        for (String name : names) {
            variables.add(variable(name, "${" + name + "}"));
        }
    }

    private static MapTree variable(String name, String value) {
        return MapTree.builder(2).put("name", name).put("value", value).build();
    }
}
