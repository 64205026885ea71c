package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.Grammar;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.ShapeBuilder;
import com.adorsys.webank.deploy.schema.Shapes;

/**
 * The shape of merged values: the charts' keys and their types, and remedies for keys that users expect but the charts
 * do not have.
 */
final class ValuesShapes {
    private static final String NOTHING = "remove it: the chart renders nothing from it";
    private static final String TO_IMAGE = "write it below `image`";
    private static final String IGNORED = "remove it; neither posture reads it";

    private ValuesShapes() {}

    /** The shape of a chart's merged values. */
    static Shape of(Chart chart, MapTree values) {
        return chart == Chart.WEBANK ? umbrella(values) : part(chart, values, Place.ALONE);
    }

    private enum Place {
        ALONE,
        IN_UMBRELLA
    }

    private static Shape umbrella(MapTree values) {
        ShapeBuilder umbrella = Shape.object().nullIsUnset().named("the chart webank");
        names(umbrella);
        for (Chart part : HelmMerge.PARTS) {
            umbrella.field(
                    part.alias(),
                    values.get(part.alias()) instanceof MapTree section
                            ? part(part, section, Place.IN_UMBRELLA)
                            : part(part, MapTree.of(), Place.IN_UMBRELLA));
        }
        umbrella.field("db", db())
                .field("ingress", umbrellaIngress())
                .field(
                        "global",
                        global().field("postgresql", postgresql())
                                .ignored(
                                        "storageClass",
                                        Shape.string(),
                                        "`storageClass` only affects the chart's PostgreSQL, which is not rendered",
                                        "remove it")
                                .ignored(
                                        "defaultStorageClass",
                                        Shape.string(),
                                        "`defaultStorageClass` only affects the chart's PostgreSQL, which is not rendered",
                                        "remove it")
                                .build());
        for (Chart part : HelmMerge.PARTS) {
            umbrella.misplaced(part.chartName(), "write `" + part.alias() + "`, the part's name in the umbrella");
        }
        String noPart = "remove it: the chart has no such part; its parts are `obs`, `prs`, `userapp` and `db`";
        umbrella.misplaced("redis", noPart)
                .misplaced("mysql", noPart)
                .misplaced("mongodb", noPart)
                .misplaced("kafka", noPart)
                .misplaced("keycloak", noPart)
                .misplaced("postgresql", "write `db`, the part's name in the umbrella")
                .misplaced("postgres", "write `db`, the part's name in the umbrella")
                .misplaced("database", "write it below `obs` and `prs`")
                .misplaced("onlineBanking", "write `obs`, the part's name in the umbrella")
                .misplaced("userApp", "write `userapp`, the part's name in the umbrella")
                .misplaced("enabled", "remove it: the umbrella cannot be disabled");
        for (String key : new String[] {
            "image", "env", "envFrom", "replicaCount", "service", "resources", "autoscaling", "volumes", "volumeMounts"
        }) {
            umbrella.misplaced(key, "write it below `obs`, `prs` or `userapp`");
        }
        return umbrella.build();
    }

    private static Shape part(Chart chart, MapTree values, Place place) {
        ShapeBuilder part = Shape.object()
                .nullIsUnset()
                .named(place == Place.ALONE ? "the chart " + chart.chartName() : "the part " + chart.alias());
        names(part);
        part.field("replicaCount", Shape.count().example("1"))
                .field("strategy", unlessDefault(chart, values, "strategy", Shapes.deploymentStrategy()))
                .field("autoscaling", autoscaling())
                .field("resources", unlessDefault(chart, values, "resources", Shapes.resourceRequirements()))
                .field("volumes", unlessDefault(chart, values, "volumes", Shape.listOf(Shapes.volume())))
                .field("volumeMounts", unlessDefault(chart, values, "volumeMounts", Shape.listOf(Shapes.volumeMount())))
                .field("env", unlessDefault(chart, values, "env", Shapes.envVars()))
                .field("envFrom", unlessDefault(chart, values, "envFrom", Shapes.envFromSources()))
                .field("image", image())
                .field("livenessProbe", probe(chart, values, "livenessProbe"))
                .field("readinessProbe", probe(chart, values, "readinessProbe"))
                .field("service", service())
                .field("serviceAccount", serviceAccount())
                .field("ingress", partIngress());
        if (chart != Chart.WEBANK_USERAPP) {
            part.field("database", database())
                    .misplaced("db", "write `database`")
                    .misplaced("externalDatabase", "write `database`");
        } else {
            for (String key : new String[] {"database", "db", "externalDatabase"}) {
                part.misplaced(key, "remove it: the user app has no database");
            }
        }
        part.field("global", global().build());
        if (place == Place.IN_UMBRELLA) {
            part.misplaced("enabled", "remove it: this part is always rendered; only the part `db` can be disabled");
        } else {
            part.misplaced("enabled", "remove it: the chart cannot be disabled");
        }
        part.misplaced(chart.chartName(), "move what is below it one level up")
                .misplaced(chart.alias(), "move what is below it one level up");
        otherChartsKeys(part);
        return part.build();
    }

    private static void names(ShapeBuilder chart) {
        chart.ignored("kubeVersion", Shape.string().printable(), "`kubeVersion` is ignored", IGNORED)
                .field("nameOverride", Shape.string().printable())
                .field("fullnameOverride", Shape.string().printable())
                .field("namespaceOverride", Shape.string().printable())
                .field("commonLabels", labels())
                .field("commonAnnotations", annotations())
                .misplaced("labels", "write `commonLabels`")
                .misplaced("annotations", "write `commonAnnotations`")
                .misplaced("namespace", "write `namespaceOverride`, or choose the release's namespace")
                .misplaced("fullName", "write `fullnameOverride`")
                .misplaced("name", "write `nameOverride`");
    }

    /** Keys of other charts that have no similar key here. */
    private static void otherChartsKeys(ShapeBuilder part) {
        for (String key : new String[] {
            "nodeSelector",
            "tolerations",
            "affinity",
            "podSecurityContext",
            "securityContext",
            "containerSecurityContext",
            "podAnnotations",
            "podLabels",
            "initContainers",
            "sidecars",
            "terminationGracePeriodSeconds",
            "priorityClassName",
            "topologySpreadConstraints",
            "startupProbe",
            "lifecycle",
            "lifecycleHooks",
            "command",
            "args",
            "podDisruptionBudget",
            "pdb",
            "networkPolicy",
            "revisionHistoryLimit",
            "persistence",
            "configMap",
            "secrets",
            "rbac",
            "metrics",
            "serviceMonitor",
            "extraDeploy",
            "schedulerName",
            "hostAliases",
            "dnsConfig",
            "dnsPolicy",
            "minReadySeconds",
            "progressDeadlineSeconds"
        }) {
            part.misplaced(key, NOTHING);
        }
        part.misplaced("replicas", "write `replicaCount`")
                .misplaced("replica", "write `replicaCount`")
                .misplaced("updateStrategy", "write `strategy`")
                .misplaced("deploymentStrategy", "write `strategy`")
                .misplaced("hpa", "write `autoscaling`")
                .misplaced("tag", TO_IMAGE)
                .misplaced("digest", TO_IMAGE)
                .misplaced("registry", TO_IMAGE)
                .misplaced("repository", TO_IMAGE)
                .misplaced("pullPolicy", TO_IMAGE)
                .misplaced("imagePullPolicy", "write `pullPolicy` below `image`")
                .misplaced("pullSecrets", TO_IMAGE)
                .misplaced("imagePullSecrets", "write `pullSecrets` below `image`")
                .misplaced("extraEnv", "write `env`")
                .misplaced("extraEnvVars", "write `env`")
                .misplaced("environment", "write `env`")
                .misplaced("extraEnvFrom", "write `envFrom`")
                .misplaced("extraEnvVarsSecret", "write `envFrom` with a `secretRef`")
                .misplaced("extraEnvVarsCM", "write `envFrom` with a `configMapRef`")
                .misplaced("extraVolumes", "write `volumes`")
                .misplaced("extraVolumeMounts", "write `volumeMounts`")
                .misplaced("port", "write it below `service`")
                .misplaced("containerPort", "write `targetPort` below `service`")
                .misplaced("host", "write it below `ingress`")
                .misplaced("liveness", "write `livenessProbe`")
                .misplaced("readiness", "write `readinessProbe`")
                .misplaced("customLivenessProbe", "write `livenessProbe`")
                .misplaced("customReadinessProbe", "write `readinessProbe`");
    }

    private static Shape labels() {
        return Shape.mapOf(Grammar.LABEL_KEY, Shape.string(Grammar.LABEL_VALUE).nullable());
    }

    private static Shape annotations() {
        return Shape.mapOf(Grammar.ANNOTATION_KEY, Shape.string().nullable());
    }

    private static Shape autoscaling() {
        String targets = "write `targetCPUUtilizationPercentage` or `targetMemoryUtilizationPercentage`";
        return Shape.object()
                .nullIsUnset()
                .field("enabled", Shape.bool())
                .field("minReplicas", Shape.count().example("1"))
                .field("maxReplicas", Shape.count().example("3"))
                .field("targetCPUUtilizationPercentage", Shape.count().example("50"))
                .field("targetMemoryUtilizationPercentage", Shape.count().example("50"))
                .misplaced("targetCPU", "write `targetCPUUtilizationPercentage`")
                .misplaced("targetMemory", "write `targetMemoryUtilizationPercentage`")
                .misplaced("metrics", targets)
                .misplaced("behavior", NOTHING)
                .misplaced("min", "write `minReplicas`")
                .misplaced("max", "write `maxReplicas`")
                .build();
    }

    private static Shape image() {
        Shape text = Shape.string().printable();
        return Shape.object()
                .nullIsUnset()
                .field("registry", text)
                .field("repository", text.example("\"owner/name\""))
                .field("tag", text)
                .field("digest", text.example("\"sha256:...\""))
                .field("pullPolicy", Shapes.pullPolicy())
                .field(
                        "pullSecrets",
                        Shape.listOf(Shapes.localObjectReference())
                                .remedy("write a list of items, each with `name`, as in `- name: regcred`"))
                .misplaced("name", "write `repository`")
                .misplaced("version", "write `tag`")
                .misplaced("imagePullPolicy", "write `pullPolicy`")
                .misplaced("imagePullSecrets", "write `pullSecrets`")
                .misplaced("debug", NOTHING)
                .build();
    }

    /** The shape of a value, unless it is the chart's own: what describes it is read only where it is needed. */
    private static Shape unlessDefault(Chart chart, MapTree values, String key, Shape shape) {
        return isDefault(chart, values, key) ? Shape.any() : shape;
    }

    private static boolean isDefault(Chart chart, MapTree values, String key) {
        Tree value = values.get(key);
        return value != null && value.equals(ChartDefaults.of(chart).get(key));
    }

    private static Shape probe(Chart chart, MapTree values, String name) {
        if (isDefault(chart, values, name)) {
            return Shape.any();
        }
        return Shape.object()
                .nullIsUnset()
                .fieldsOf(Shapes.probe())
                .misplaced("enabled", "write `" + name + ": null` to disable the probe")
                .misplaced("path", "write it below `httpGet`")
                .misplaced("port", "write it below `httpGet` or `tcpSocket`")
                .misplaced("command", "write it below `exec`")
                .build();
    }

    private static Shape service() {
        String address = "write the address in quotes, as in `\"203.0.113.10\"`";
        return Shape.object()
                .nullIsUnset()
                .field("additionalLabels", labels())
                .field("type", Shape.oneOf("ClusterIP", "NodePort", "LoadBalancer"))
                .field("port", Shape.portNumber())
                .field("targetPort", Shape.portNumber())
                .field("annotations", annotations())
                .field("loadBalancerIP", Shape.string().printable().remedy(address))
                .field("allocateLoadBalancerNodePorts", Shape.bool())
                .field("clusterIP", Shape.string().printable().remedy(address))
                .misplaced("labels", "write `additionalLabels`")
                .misplaced("ports", "write `port` and `targetPort`")
                .misplaced("name", "remove it: the Service has the chart's full name")
                .misplaced("enabled", "remove it: the chart always renders the Service")
                .misplaced("nodePort", "remove it: Kubernetes chooses the node port")
                .misplaced("nodePorts", "remove it: Kubernetes chooses the node port")
                .misplaced("sessionAffinity", NOTHING)
                .misplaced("externalTrafficPolicy", NOTHING)
                .misplaced("loadBalancerSourceRanges", NOTHING)
                .misplaced("loadBalancerClass", NOTHING)
                .misplaced("selector", NOTHING)
                .build();
    }

    private static Shape serviceAccount() {
        return Shape.object()
                .nullIsUnset()
                .field("create", Shape.bool())
                .field("automount", Shape.bool())
                .ignored(
                        "name",
                        Shape.string().printable(),
                        "`name` is ignored: the ServiceAccount has the chart's full name, and no pod uses it",
                        "remove it")
                .misplaced("enabled", "write `create`")
                .misplaced("automountServiceAccountToken", "write `automount`")
                .misplaced("annotations", NOTHING)
                .misplaced("labels", NOTHING)
                .build();
    }

    private static Shape partIngress() {
        return ingress().field("enabled", Shape.bool()).build();
    }

    private static Shape umbrellaIngress() {
        return ingress()
                .misplaced("enabled", "remove it: the chart ignores it; write `ingress: null` to disable the Ingress")
                .build();
    }

    private static ShapeBuilder ingress() {
        return Shape.object()
                .nullIsUnset()
                .field("additionalLabels", labels())
                .field("className", Shape.string().printable().example("nginx"))
                .field("annotations", annotations())
                .field("host", Shape.string().printable().example("webank.example.com"))
                .field("tls", Shape.bool().remedy("write `true` or `false`; the chart writes the host, but no Secret"))
                .misplaced("labels", "write `additionalLabels`")
                .misplaced("hosts", "write a single `host`")
                .misplaced("hostname", "write `host`")
                .misplaced("domain", "write `host`")
                .misplaced("ingressClassName", "write `className`")
                .misplaced("class", "write `className`")
                .misplaced("path", "remove it: the chart fixes the paths")
                .misplaced("paths", "remove it: the chart fixes the paths")
                .misplaced("pathType", "remove it: the chart fixes the paths")
                .misplaced("tlsSecretName", "remove it: with `tls: true` the chart writes the host, but no Secret")
                .misplaced("secretName", "remove it: with `tls: true` the chart writes the host, but no Secret")
                .misplaced("selfSigned", NOTHING);
    }

    private static Shape database() {
        Shape text = Shape.string().printable();
        return Shape.object()
                .nullIsUnset()
                .field("name", text)
                .field("host", text.example("\"db.example.com\""))
                .field("port", Shape.portNumber().example("5432"))
                .field("user", text)
                .field("password", Shape.string())
                .field("secretName", text.example("\"rds-secret\""))
                .field("secretKey", text.example("\"password\""))
                .misplaced("database", "write `name`")
                .misplaced("dbName", "write `name`")
                .misplaced("username", "write `user`")
                .misplaced("url", "write `host`, `port` and `name`")
                .misplaced("existingSecret", "write `secretName`")
                .misplaced("existingSecretPasswordKey", "write `secretKey`")
                .misplaced("passwordKey", "write `secretKey`")
                .misplaced("enabled", "remove it: the chart always sets the database's variables")
                .build();
    }

    private static ShapeBuilder global() {
        return Shape.object()
                .nullIsUnset()
                .named("the charts' globals")
                .field("imageRegistry", Shape.string().printable().example("\"ghcr.io\""))
                .ignored(
                        "imagePullSecrets",
                        Shape.any(),
                        "`imagePullSecrets` of `global` is ignored",
                        "write `pullSecrets` below the `image` of each part")
                .misplaced("registry", "write `imageRegistry`")
                // The umbrella's globals are visible to its parts.
                .field("postgresql", Shape.any());
    }

    private static Shape db() {
        return Shape.object()
                .nullIsUnset()
                .field("enabled", Shape.bool())
                .field("architecture", Shape.oneOf("standalone", "replication"))
                .field("auth", auth())
                .field("primary", primary())
                .field("fullnameOverride", Shape.string().printable())
                .open()
                .build();
    }

    private static Shape postgresql() {
        return Shape.object()
                .nullIsUnset()
                .field("auth", auth())
                .field("fullnameOverride", Shape.string().printable())
                .open()
                .build();
    }

    private static Shape auth() {
        return Shape.object()
                .nullIsUnset()
                .field("enablePostgresUser", Shape.bool())
                .field("postgresPassword", Shape.string())
                .field("username", Shape.string().printable())
                .field("password", Shape.string())
                .field("database", Shape.string().printable())
                .field("replicationUsername", Shape.string().printable())
                .field("replicationPassword", Shape.string())
                .field("existingSecret", Shape.string().printable())
                .open()
                .build();
    }

    private static Shape primary() {
        return Shape.object()
                .nullIsUnset()
                .field(
                        "persistence",
                        Shape.object()
                                .nullIsUnset()
                                .field("enabled", Shape.bool())
                                .field("size", Shape.quantity().example("10Gi"))
                                .field("storageClass", Shape.string().printable())
                                .field("existingClaim", Shape.string().printable())
                                .open()
                                .build())
                .open()
                .build();
    }
}
