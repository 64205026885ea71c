package com.adorsys.webank.deploy.check;

import static com.adorsys.webank.deploy.check.Shape.any;
import static com.adorsys.webank.deploy.check.Shape.bool;
import static com.adorsys.webank.deploy.check.Shape.count;
import static com.adorsys.webank.deploy.check.Shape.intOrPercent;
import static com.adorsys.webank.deploy.check.Shape.integer;
import static com.adorsys.webank.deploy.check.Shape.labels;
import static com.adorsys.webank.deploy.check.Shape.listOf;
import static com.adorsys.webank.deploy.check.Shape.mapOf;
import static com.adorsys.webank.deploy.check.Shape.object;
import static com.adorsys.webank.deploy.check.Shape.oneOf;
import static com.adorsys.webank.deploy.check.Shape.portNumber;
import static com.adorsys.webank.deploy.check.Shape.portNumberOrName;
import static com.adorsys.webank.deploy.check.Shape.quantity;
import static com.adorsys.webank.deploy.check.Shape.string;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes of whole objects, by API version and kind; each is made at its first use and kept. */
final class ObjectShapes {
    private static final int OTHER = 0;
    private static final int OTHER_ROLE = 1;
    private static final int DEPLOYMENT = 2;
    private static final int STATEFUL_SET = 3;
    private static final int DAEMON_SET = 4;
    private static final int REPLICA_SET = 5;
    private static final int JOB = 6;
    private static final int CRON_JOB = 7;
    private static final int POD = 8;
    private static final int SERVICE = 9;
    private static final int INGRESS = 10;
    private static final int AUTOSCALER = 11;
    private static final int SERVICE_ACCOUNT = 12;
    private static final int SECRET = 13;
    private static final int CONFIG_MAP = 14;
    private static final int CLAIM = 15;
    private static final int DISRUPTION_BUDGET = 16;
    private static final int NETWORK_POLICY = 17;
    private static final int NAMESPACE = 18;
    private static final int ROLE = 19;
    private static final int CLUSTER_ROLE = 20;
    private static final int ROLE_BINDING = 21;
    private static final int COUNT = 22;

    private static final AtomicReferenceArray<@Nullable Shape> MADE = new AtomicReferenceArray<>(COUNT);

    private ObjectShapes() {}

    /** The shape of an object; where its kind has none of its own, that of any object. */
    static Shape of(String apiVersion, String kind) {
        int number = number(apiVersion, kind);
        Shape shape = MADE.get(number);
        if (shape == null) {
            shape = make(number);
            MADE.set(number, shape);
        }
        return shape;
    }

    private static int number(String apiVersion, String kind) {
        return switch (apiVersion) {
            case "v1" ->
                switch (kind) {
                    case "Pod" -> POD;
                    case "Service" -> SERVICE;
                    case "ServiceAccount" -> SERVICE_ACCOUNT;
                    case "Secret" -> SECRET;
                    case "ConfigMap" -> CONFIG_MAP;
                    case "PersistentVolumeClaim" -> CLAIM;
                    case "Namespace" -> NAMESPACE;
                    default -> OTHER;
                };
            case "apps/v1" ->
                switch (kind) {
                    case "Deployment" -> DEPLOYMENT;
                    case "StatefulSet" -> STATEFUL_SET;
                    case "DaemonSet" -> DAEMON_SET;
                    case "ReplicaSet" -> REPLICA_SET;
                    default -> OTHER;
                };
            case "batch/v1" -> kind.equals("Job") ? JOB : kind.equals("CronJob") ? CRON_JOB : OTHER;
            case "networking.k8s.io/v1" ->
                kind.equals("Ingress") ? INGRESS : kind.equals("NetworkPolicy") ? NETWORK_POLICY : OTHER;
            case "autoscaling/v2" -> kind.equals("HorizontalPodAutoscaler") ? AUTOSCALER : OTHER;
            case "policy/v1" -> kind.equals("PodDisruptionBudget") ? DISRUPTION_BUDGET : OTHER;
            case "rbac.authorization.k8s.io/v1" ->
                switch (kind) {
                    case "Role" -> ROLE;
                    case "ClusterRole" -> CLUSTER_ROLE;
                    case "RoleBinding", "ClusterRoleBinding" -> ROLE_BINDING;
                    default -> OTHER_ROLE;
                };
            default -> OTHER;
        };
    }

    private static Shape make(int number) {
        return switch (number) {
            case OTHER_ROLE -> of(Grammar.PATH_SEGMENT).open().build();
            case DEPLOYMENT -> spec(deployment());
            case STATEFUL_SET -> spec(statefulSet());
            case DAEMON_SET -> spec(daemonSet());
            case REPLICA_SET -> spec(replicaSet());
            case JOB -> spec(job());
            case CRON_JOB -> spec(cronJob());
            case POD -> spec(PodShapes.spec());
            case SERVICE -> of(Grammar.SERVICE_NAME).required("spec", service()).build();
            case INGRESS -> spec(ingress());
            case AUTOSCALER -> spec(autoscaler());
            case SERVICE_ACCOUNT -> serviceAccount();
            case SECRET -> secret();
            case CONFIG_MAP -> configMap();
            case CLAIM -> spec(Shapes.claimSpec());
            case DISRUPTION_BUDGET -> spec(disruptionBudget());
            case NETWORK_POLICY -> spec(networkPolicy());
            case NAMESPACE ->
                of(Grammar.LABEL)
                        .field(
                                "spec",
                                object().nullIsUnset()
                                        .field("finalizers", listOf(string()))
                                        .build())
                        .build();
            case ROLE -> of(Grammar.PATH_SEGMENT).field("rules", rules()).build();
            case CLUSTER_ROLE ->
                of(Grammar.PATH_SEGMENT)
                        .field("rules", rules())
                        .field(
                                "aggregationRule",
                                object().nullIsUnset()
                                        .field("clusterRoleSelectors", listOf(Shapes.labelSelector()))
                                        .build())
                        .build();
            case ROLE_BINDING -> roleBinding();
            default -> of(Grammar.PATH_SEGMENT).open().build();
        };
    }

    private static Shape.ObjectBuilder of(Grammar name) {
        return object().nullIsUnset()
                .required("apiVersion", string().printable())
                .required("kind", string().printable())
                .required("metadata", PodShapes.metadata(name))
                .field("status", any());
    }

    private static Shape spec(Shape spec) {
        return of(Grammar.SUBDOMAIN).required("spec", spec).build();
    }

    private static Shape deployment() {
        return object().nullIsUnset()
                .field("replicas", count().example("2"))
                .required("selector", Shapes.labelSelector())
                .required("template", PodShapes.template())
                .field("strategy", Shapes.deploymentStrategy())
                .field("minReadySeconds", count())
                .field("revisionHistoryLimit", count())
                .field("paused", bool())
                .field("progressDeadlineSeconds", count())
                .misplaced("updateStrategy", "write `strategy`; a StatefulSet has `updateStrategy`")
                .build();
    }

    private static Shape statefulSet() {
        Shape retention = oneOf("Retain", "Delete");
        return object().nullIsUnset()
                .field("replicas", count().example("2"))
                .required("selector", Shapes.labelSelector())
                .required("template", PodShapes.template())
                .field("serviceName", string(Grammar.SERVICE_NAME))
                .field("podManagementPolicy", oneOf("OrderedReady", "Parallel"))
                .field(
                        "updateStrategy",
                        object().nullIsUnset()
                                .field("type", oneOf("RollingUpdate", "OnDelete"))
                                .field(
                                        "rollingUpdate",
                                        object().nullIsUnset()
                                                .field("partition", count())
                                                .field("maxUnavailable", intOrPercent())
                                                .build())
                                .build())
                .field(
                        "volumeClaimTemplates",
                        listOf(object().nullIsUnset()
                                .field("apiVersion", string())
                                .field("kind", string())
                                .required("metadata", PodShapes.metadata(Grammar.LABEL))
                                .required("spec", Shapes.claimSpec())
                                .field("status", any())
                                .build()))
                .field("minReadySeconds", count())
                .field("revisionHistoryLimit", count())
                .field(
                        "persistentVolumeClaimRetentionPolicy",
                        object().nullIsUnset()
                                .field("whenDeleted", retention)
                                .field("whenScaled", retention)
                                .build())
                .field(
                        "ordinals",
                        object().nullIsUnset().field("start", count()).build())
                .misplaced("strategy", "write `updateStrategy`; a Deployment has `strategy`")
                .build();
    }

    private static Shape daemonSet() {
        return object().nullIsUnset()
                .required("selector", Shapes.labelSelector())
                .required("template", PodShapes.template())
                .field(
                        "updateStrategy",
                        object().nullIsUnset()
                                .field("type", oneOf("RollingUpdate", "OnDelete"))
                                .field(
                                        "rollingUpdate",
                                        object().nullIsUnset()
                                                .field("maxUnavailable", intOrPercent())
                                                .field("maxSurge", intOrPercent())
                                                .build())
                                .build())
                .field("minReadySeconds", count())
                .field("revisionHistoryLimit", count())
                .misplaced("replicas", "remove it; a DaemonSet runs one pod on every node")
                .build();
    }

    private static Shape replicaSet() {
        return object().nullIsUnset()
                .field("replicas", count().example("2"))
                .required("selector", Shapes.labelSelector())
                .field("template", PodShapes.template())
                .field("minReadySeconds", count())
                .build();
    }

    private static Shape job() {
        return object().nullIsUnset()
                .required("template", PodShapes.template())
                .field("parallelism", count())
                .field("completions", count())
                .field("completionMode", oneOf("NonIndexed", "Indexed"))
                .field("activeDeadlineSeconds", integer(1, Long.MAX_VALUE))
                .field("backoffLimit", count())
                .field("backoffLimitPerIndex", count())
                .field("maxFailedIndexes", count())
                .field("selector", Shapes.labelSelector())
                .field("manualSelector", bool())
                .field("managedBy", string())
                .field("podFailurePolicy", any())
                .field("podReplacementPolicy", oneOf("TerminatingOrFailed", "Failed"))
                .field("successPolicy", any())
                .field("suspend", bool())
                .field("ttlSecondsAfterFinished", count())
                .build();
    }

    private static Shape cronJob() {
        return object().nullIsUnset()
                .required("schedule", string(Grammar.NOT_EMPTY).example("\"0 3 * * *\""))
                .required(
                        "jobTemplate",
                        object().nullIsUnset()
                                .field("metadata", Shapes.templateMetadata())
                                .required("spec", job())
                                .build())
                .field("concurrencyPolicy", oneOf("Allow", "Forbid", "Replace"))
                .field("failedJobsHistoryLimit", count())
                .field("successfulJobsHistoryLimit", count())
                .field("startingDeadlineSeconds", integer(0, Long.MAX_VALUE))
                .field("suspend", bool())
                .field("timeZone", string())
                .build();
    }

    private static Shape service() {
        Shape policy = oneOf("Cluster", "Local");
        return object().nullIsUnset()
                .field("type", oneOf("ClusterIP", "NodePort", "LoadBalancer", "ExternalName"))
                .field("selector", labels())
                .field(
                        "ports",
                        listOf(object().nullIsUnset()
                                .required("port", portNumber())
                                .field("targetPort", portNumberOrName())
                                .field("name", string(Grammar.LABEL))
                                .field("nodePort", integer(0, 65535).example("30080"))
                                .field("protocol", PodShapes.protocol())
                                .field("appProtocol", string())
                                .build()))
                .field("clusterIP", string())
                .field("clusterIPs", listOf(string()))
                .field("externalIPs", listOf(string()))
                .field("externalName", string(Grammar.SUBDOMAIN))
                .field("externalTrafficPolicy", policy)
                .field("internalTrafficPolicy", policy)
                .field("healthCheckNodePort", integer(0, 65535))
                .field("ipFamilies", listOf(oneOf("IPv4", "IPv6")))
                .field("ipFamilyPolicy", oneOf("SingleStack", "PreferDualStack", "RequireDualStack"))
                .field("allocateLoadBalancerNodePorts", bool())
                .field("loadBalancerClass", string(Grammar.LABEL_KEY))
                .field("loadBalancerIP", string())
                .field("loadBalancerSourceRanges", listOf(string()))
                .field("publishNotReadyAddresses", bool())
                .field("sessionAffinity", oneOf("ClientIP", "None"))
                .field(
                        "sessionAffinityConfig",
                        object().nullIsUnset()
                                .field(
                                        "clientIP",
                                        object().nullIsUnset()
                                                .field("timeoutSeconds", integer(1, 86400))
                                                .build())
                                .build())
                .field("trafficDistribution", string())
                .build();
    }

    private static Shape ingress() {
        Shape backend = object().nullIsUnset()
                .field(
                        "service",
                        object().nullIsUnset()
                                .required("name", string(Grammar.SERVICE_NAME))
                                .required(
                                        "port",
                                        object().nullIsUnset()
                                                .field("name", string(Grammar.PORT_NAME))
                                                .field("number", portNumber())
                                                .exactlyOneOf("number", "name")
                                                .build()
                                                .remedy("write a map with a `number` or a `name`"))
                                .build())
                .field(
                        "resource",
                        object().nullIsUnset()
                                .required("kind", string())
                                .required("name", string())
                                .field("apiGroup", string())
                                .build())
                .exactlyOneOf("service", "resource")
                .misplaced("serviceName", "write `service` with a `name` and a `port`")
                .misplaced("servicePort", "write `service` with a `name` and a `port`")
                .build();
        return object().nullIsUnset()
                .field("ingressClassName", string(Grammar.SUBDOMAIN))
                .field("defaultBackend", backend)
                .field(
                        "tls",
                        listOf(object().nullIsUnset()
                                .field("hosts", listOf(string(Grammar.HOST)))
                                .field("secretName", string(Grammar.SUBDOMAIN))
                                .build()))
                .field(
                        "rules",
                        listOf(object().nullIsUnset()
                                .field("host", string(Grammar.HOST))
                                .field(
                                        "http",
                                        object().nullIsUnset()
                                                .required(
                                                        "paths",
                                                        listOf(object().nullIsUnset()
                                                                .field("path", string(Grammar.ABSOLUTE_PATH))
                                                                .required(
                                                                        "pathType",
                                                                        oneOf(
                                                                                "Prefix",
                                                                                "Exact",
                                                                                "ImplementationSpecific"))
                                                                .required("backend", backend)
                                                                .build()))
                                                .build())
                                .build()))
                .build();
    }

    private static Shape autoscaler() {
        Shape reference = object().nullIsUnset()
                .required("kind", string().printable())
                .required("name", string(Grammar.PATH_SEGMENT))
                .field("apiVersion", string())
                .build();
        Shape target = object().nullIsUnset()
                .required("type", oneOf("Utilization", "AverageValue", "Value"))
                .field("averageUtilization", integer(1, Integer.MAX_VALUE).example("80"))
                .field("averageValue", quantity())
                .field("value", quantity())
                .build();
        Shape metric = object().nullIsUnset()
                .required("name", string().printable())
                .field("selector", Shapes.labelSelector())
                .build();
        Shape scaling = object().nullIsUnset()
                .field(
                        "policies",
                        listOf(object().nullIsUnset()
                                .required("type", oneOf("Pods", "Percent"))
                                .required("value", integer(1, Integer.MAX_VALUE))
                                .required("periodSeconds", integer(1, 1800))
                                .build()))
                .field("selectPolicy", oneOf("Max", "Min", "Disabled"))
                .field("stabilizationWindowSeconds", integer(0, 3600))
                .field("tolerance", quantity())
                .build();
        return object().nullIsUnset()
                .required("scaleTargetRef", reference)
                .field("minReplicas", count())
                .required("maxReplicas", integer(1, Integer.MAX_VALUE).example("3"))
                .field("metrics", listOf(metrics(reference, target, metric)))
                .field(
                        "behavior",
                        object().nullIsUnset()
                                .field("scaleUp", scaling)
                                .field("scaleDown", scaling)
                                .build())
                .misplaced("targetCPUUtilizationPercentage", "write a resource metric for `cpu` below `metrics`")
                .build();
    }

    private static Shape metrics(Shape reference, Shape target, Shape metric) {
        return object().nullIsUnset()
                .required("type", oneOf("Resource", "ContainerResource", "Pods", "Object", "External"))
                .field(
                        "resource",
                        object().nullIsUnset()
                                .required("name", string().printable())
                                .required("target", target)
                                .build())
                .field(
                        "containerResource",
                        object().nullIsUnset()
                                .required("name", string().printable())
                                .required("container", string(Grammar.LABEL))
                                .required("target", target)
                                .build())
                .field(
                        "pods",
                        object().nullIsUnset()
                                .required("metric", metric)
                                .required("target", target)
                                .build())
                .field(
                        "object",
                        object().nullIsUnset()
                                .required("describedObject", reference)
                                .required("metric", metric)
                                .required("target", target)
                                .build())
                .field(
                        "external",
                        object().nullIsUnset()
                                .required("metric", metric)
                                .required("target", target)
                                .build())
                .exactlyOneOf("resource", "containerResource", "pods", "object", "external")
                .build();
    }

    private static Shape serviceAccount() {
        return of(Grammar.SUBDOMAIN)
                .field("automountServiceAccountToken", bool())
                .field("imagePullSecrets", listOf(Shapes.localObjectReference()))
                .field("secrets", listOf(any()))
                .build();
    }

    private static Shape secret() {
        // As a function, so that no value is ever printed.
        Function<String, Optional<String>> base64 = Grammar.SECRET_DATA;
        return of(Grammar.SUBDOMAIN)
                .field("type", string().printable())
                .field("data", mapOf(Grammar.DATA_KEY, string(base64)))
                .field("stringData", mapOf(Grammar.DATA_KEY, string()))
                .field("immutable", bool())
                .build();
    }

    private static Shape configMap() {
        Function<String, Optional<String>> base64 = Grammar.BINARY_DATA;
        return of(Grammar.SUBDOMAIN)
                .field("data", mapOf(Grammar.DATA_KEY, string()))
                .field("binaryData", mapOf(Grammar.DATA_KEY, string(base64)))
                .field("immutable", bool())
                .build();
    }

    private static Shape disruptionBudget() {
        return object().nullIsUnset()
                .field("selector", Shapes.labelSelector())
                .field("minAvailable", intOrPercent())
                .field("maxUnavailable", intOrPercent())
                .field("unhealthyPodEvictionPolicy", oneOf("IfHealthyBudget", "AlwaysAllow"))
                .atMostOneOf("minAvailable", "maxUnavailable")
                .build();
    }

    private static Shape networkPolicy() {
        Shape peers = listOf(object().nullIsUnset()
                .field("podSelector", Shapes.labelSelector())
                .field("namespaceSelector", Shapes.labelSelector())
                .field(
                        "ipBlock",
                        object().nullIsUnset()
                                .required("cidr", string().printable())
                                .field("except", listOf(string()))
                                .build())
                .build());
        Shape ports = listOf(object().nullIsUnset()
                .field("port", portNumberOrName())
                .field("protocol", PodShapes.protocol())
                .field("endPort", portNumber())
                .build());
        return object().nullIsUnset()
                .field("podSelector", Shapes.labelSelector())
                .field("policyTypes", listOf(oneOf("Ingress", "Egress")))
                .field(
                        "ingress",
                        listOf(object().nullIsUnset()
                                .field("from", peers)
                                .field("ports", ports)
                                .misplaced("to", "write `from`; an egress rule has `to`")
                                .build()))
                .field(
                        "egress",
                        listOf(object().nullIsUnset()
                                .field("to", peers)
                                .field("ports", ports)
                                .misplaced("from", "write `to`; an ingress rule has `from`")
                                .build()))
                .build();
    }

    private static Shape rules() {
        Shape texts = listOf(string());
        return listOf(object().nullIsUnset()
                .required("verbs", texts)
                .field("apiGroups", texts)
                .field("resources", texts)
                .field("resourceNames", texts)
                .field("nonResourceURLs", texts)
                .build());
    }

    private static Shape roleBinding() {
        return of(Grammar.PATH_SEGMENT)
                .required(
                        "roleRef",
                        object().nullIsUnset()
                                .field("apiGroup", string())
                                .required("kind", oneOf("Role", "ClusterRole"))
                                .required("name", string(Grammar.PATH_SEGMENT))
                                .build())
                .field(
                        "subjects",
                        listOf(object().nullIsUnset()
                                .required("kind", oneOf("ServiceAccount", "User", "Group"))
                                .required("name", string().printable())
                                .field("namespace", string(Grammar.LABEL))
                                .field("apiGroup", string())
                                .build()))
                .build();
    }
}
