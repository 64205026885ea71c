package com.adorsys.webank.deploy.schema;

import static com.adorsys.webank.deploy.schema.Shape.annotations;
import static com.adorsys.webank.deploy.schema.Shape.any;
import static com.adorsys.webank.deploy.schema.Shape.count;
import static com.adorsys.webank.deploy.schema.Shape.intOrPercent;
import static com.adorsys.webank.deploy.schema.Shape.integer;
import static com.adorsys.webank.deploy.schema.Shape.labels;
import static com.adorsys.webank.deploy.schema.Shape.listOf;
import static com.adorsys.webank.deploy.schema.Shape.mapOf;
import static com.adorsys.webank.deploy.schema.Shape.oneOf;
import static com.adorsys.webank.deploy.schema.Shape.portNumber;
import static com.adorsys.webank.deploy.schema.Shape.portNumberOrName;
import static com.adorsys.webank.deploy.schema.Shape.quantity;
import static com.adorsys.webank.deploy.schema.Shape.string;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The rules of the API that no description contains: grammars, ranges, keys that are required or exclude each other, and
 * what people often write in a wrong place.
 *
 * <p>The rules are those of the API server's validation, <a
 * href="https://github.com/kubernetes/kubernetes/tree/master/pkg/apis">pkg/apis/{core,apps,batch,autoscaling,networking,
 * policy,rbac}/validation</a>, of Kubernetes 1.35.
 */
final class ApiRules {
    /**
     * The versions that accept ambiguous addresses.
     *
     * @see <a href="https://github.com/kubernetes/kubernetes/pull/137053">StrictIPCIDRValidation is on since 1.36</a>
     */
    private static final VersionRange LEGACY = VersionRange.until(ProductVersion.kubernetes("1.35"));

    private ApiRules() {}

    /** Adds the rules of a type to its fields. */
    static void addTo(ShapeBuilder fields, ObjectType type) {
        String name = type.name();
        int slash = name.indexOf('/');
        switch (name.substring(0, slash)) {
            case "core" -> {
                addCounts(fields, type);
                addToCore(fields, type, name.substring(slash + 1));
            }
            case "apps" -> {
                addCounts(fields, type);
                addToApps(fields, type, name.substring(slash + 1));
            }
            case "batch" -> {
                addCounts(fields, type);
                addToBatch(fields, type, name.substring(slash + 1));
            }
            case "autoscaling" -> {
                addCounts(fields, type);
                addToAutoscaling(fields, type, name.substring(slash + 1));
            }
            case "meta" -> addToMeta(fields, name.substring(slash + 1));
            case "networking.k8s.io" -> addToNetworking(fields, type, name.substring(slash + 1));
            case "policy" -> addToPolicy(fields, type, name.substring(slash + 1));
            case "rbac.authorization.k8s.io" -> addToRoles(fields, type, name.substring(slash + 1));
            case "storage.k8s.io" -> addToStorage(fields, type, name.substring(slash + 1));
            case "node.k8s.io" -> addToNode(fields, type, name.substring(slash + 1));
            case "discovery.k8s.io" -> addToDiscovery(fields, type, name.substring(slash + 1));
            case ArgoRules.GROUP -> ArgoRules.addTo(fields, type, name.substring(slash + 1));
            default ->
                addToObject(
                        fields,
                        type,
                        Schemas.isKubernetesGroup(name.substring(0, slash)) ? nameOf(type) : Grammar.SUBDOMAIN);
        }
    }

    /** What names the objects of a kind of Kubernetes may have. */
    private static Grammar nameOf(ObjectType type) {
        return switch (type.name()
                .substring(type.name().indexOf('.', type.name().indexOf('/')) + 1)) {
            case "ControllerRevision",
                    "CSIDriver",
                    "CSINode",
                    "CSIStorageCapacity",
                    "CustomResourceDefinition",
                    "DeviceClass",
                    "Endpoints",
                    "EndpointSlice",
                    "FlowSchema",
                    "IngressClass",
                    "Lease",
                    "LimitRange",
                    "MutatingAdmissionPolicy",
                    "MutatingAdmissionPolicyBinding",
                    "MutatingWebhookConfiguration",
                    "Node",
                    "PersistentVolume",
                    "PodTemplate",
                    "PriorityClass",
                    "PriorityLevelConfiguration",
                    "ReplicationController",
                    "ResourceClaim",
                    "ResourceClaimTemplate",
                    "ResourceQuota",
                    "ResourceSlice",
                    "RuntimeClass",
                    "ServiceCIDR",
                    "StorageClass",
                    "ValidatingAdmissionPolicy",
                    "ValidatingAdmissionPolicyBinding",
                    "ValidatingWebhookConfiguration",
                    "VolumeAttachment",
                    "VolumeAttributesClass" -> Grammar.SUBDOMAIN;
            default -> Grammar.PATH_SEGMENT;
        };
    }

    /** Numbers that are not negative, wherever they are. */
    private static void addCounts(ShapeBuilder fields, ObjectType type) {
        for (Field field : type.fields()) {
            if (field.type().kind() == FieldType.Kind.INT32 && isCount(field.name())) {
                fields.as(field.name(), count());
            }
        }
    }

    private static boolean isCount(String name) {
        return switch (name) {
            case "backoffLimit",
                    "backoffLimitPerIndex",
                    "completions",
                    "failedJobsHistoryLimit",
                    "failureThreshold",
                    "initialDelaySeconds",
                    "lun",
                    "maxExpirationSeconds",
                    "maxFailedIndexes",
                    "minReadySeconds",
                    "minReplicas",
                    "parallelism",
                    "partition",
                    "periodSeconds",
                    "progressDeadlineSeconds",
                    "replicas",
                    "revisionHistoryLimit",
                    "start",
                    "succeededCount",
                    "successThreshold",
                    "successfulJobsHistoryLimit",
                    "timeoutSeconds",
                    "ttlSecondsAfterFinished" -> true;
            default -> false;
        };
    }

    /** The rules of a whole object: what names it may have. Its status is the server's: only the types in it must be right. */
    static void addToObject(ShapeBuilder fields, ObjectType type, Grammar name) {
        addToObject(fields, type, string(name));
    }

    private static void addToObject(ShapeBuilder fields, ObjectType type, Shape name) {
        Field metadata = type.field("metadata").orElse(null);
        boolean isObject = metadata != null
                && metadata.type().kind() == FieldType.Kind.FIELDS
                && metadata.type().objectName().equals("meta/v1.ObjectMeta");
        if (!isObject || type.field("kind").isEmpty()) {
            return;
        }
        fields.as("apiVersion", string().printable())
                .as("kind", string().printable())
                .as("metadata", metadata(name))
                .require("apiVersion", "kind", "metadata");
        Field status = type.field("status").orElse(null);
        if (status != null) {
            fields.as("status", status(type, status));
        }
    }

    private static Shape status(ObjectType type, Field status) {
        if (status.type().kind() != FieldType.Kind.FIELDS) {
            return any();
        }
        return ApiShapes.isOfKubernetes(type)
                ? ApiShapes.status(status.type().objectName())
                : Shape.later(new Status(status));
    }

    /** The status of a custom resource, made when one is there. Server-side apply refuses conditions of the same type. */
    private static final class Status implements Supplier<Shape> {
        private final Field status;

        private Status(Field status) {
            this.status = status;
        }

        @Override
        public Shape get() {
            ShapeBuilder shape = Shape.object().nullIsUnset().open();
            ObjectType type = Schemas.type(status.type().objectName());
            List<String> keys = type.field("conditions").map(Field::listKeys).orElse(List.of());
            return keys.isEmpty()
                    ? shape.build()
                    : shape.field("conditions", listOf(any()).uniqueBy(keys)).build();
        }
    }

    private static void addToObjectWithSpec(ShapeBuilder fields, ObjectType type) {
        addToObject(fields, type, Grammar.SUBDOMAIN);
        fields.require("spec");
    }

    /** The shape of an object of a kind that nobody describes: its metadata. */
    static Shape unknownObject() {
        return object(Grammar.PATH_SEGMENT);
    }

    /** What every custom resource has: its metadata. */
    static Shape customResource() {
        return object(Grammar.SUBDOMAIN);
    }

    private static Shape object(Grammar name) {
        return Shape.object()
                .nullIsUnset()
                .required("apiVersion", string().printable())
                .required("kind", string().printable())
                .required("metadata", metadata(string(name)))
                .open()
                .build();
    }

    private static Shape metadata(Shape name) {
        return Shape.object()
                .fieldsOf(ApiShapes.of("meta/v1.ObjectMeta"))
                .nullIsUnset()
                .required("name", name)
                .build();
    }

    /** The metadata of a template: labels and annotations, and a name that most templates ignore. */
    private static Shape templateMetadata() {
        return Shape.object()
                .nullIsUnset()
                .field("name", string(Grammar.SUBDOMAIN))
                .field("namespace", string(Grammar.LABEL))
                .field("labels", ApiShapes.withNullItems(labels()))
                .field("annotations", ApiShapes.withNullItems(annotations()))
                .field("finalizers", ApiShapes.withNullItems(listOf(string())))
                .field("creationTimestamp", string((Function<String, Optional<String>>) Grammar.TIME))
                .build();
    }

    private static Shape accessModes() {
        return listOf(oneOf("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"))
                .notEmpty();
    }

    /** A list of variables. */
    static Shape envVars() {
        return listOf(ApiShapes.later("core/v1.EnvVar")).remedy("write a list of items, each with `name` and `value`");
    }

    /** A list of sources of variables. */
    static Shape envFromSources() {
        return listOf(ApiShapes.later("core/v1.EnvFromSource"))
                .remedy("write a list of items, each with `secretRef` or `configMapRef`");
    }

    private static Shape base64(Grammar grammar) {
        // As a function, so that no value is ever printed.
        Function<String, Optional<String>> check = grammar;
        return mapOf(Grammar.DATA_KEY, string(check));
    }

    private static void addToMeta(ShapeBuilder fields, String type) {
        switch (type) {
            case "v1.ObjectMeta" ->
                fields.misplaced("spec", "indent it less, so that it is beside `metadata`")
                        .misplaced("data", "indent it less, so that it is beside `metadata`")
                        .as("name", string(Grammar.PATH_SEGMENT))
                        .as("namespace", string(Grammar.LABEL))
                        .as("labels", labels())
                        .as("annotations", annotations())
                        .as("finalizers", listOf(string(Grammar.QUALIFIED_NAME)))
                        .as("deletionGracePeriodSeconds", count())
                        .as("ownerReferences", listOf(any()))
                        .as("managedFields", any());
            case "v1.LabelSelector" -> fields.as("matchLabels", labels());
            case "v1.LabelSelectorRequirement" ->
                fields.as("key", string(Grammar.LABEL_KEY))
                        .as("operator", oneOf("In", "NotIn", "Exists", "DoesNotExist"))
                        .as("values", listOf(string(Grammar.LABEL_VALUE)))
                        .requireWhere("operator", List.of("In", "NotIn"), "values")
                        .forbidWhere("operator", List.of("Exists", "DoesNotExist"), "values");
            default -> {}
        }
    }

    private static void addToCore(ShapeBuilder fields, ObjectType type, String name) {
        switch (name) {
            case "v1.Pod" -> addToObjectWithSpec(fields, type);
            case "v1.Service" -> {
                addToObject(fields, type, serviceName());
                fields.require("spec");
            }
            case "v1.Namespace" -> addToObject(fields, type, Grammar.LABEL);
            case "v1.PersistentVolumeClaim" -> addToObjectWithSpec(fields, type);
            case "v1.ServiceAccount" -> {
                addToObject(fields, type, Grammar.SUBDOMAIN);
                fields.as("secrets", listOf(any()));
            }
            case "v1.Secret" -> {
                addToObject(fields, type, Grammar.SUBDOMAIN);
                fields.as("type", string().printable())
                        .as("data", base64(Grammar.SECRET_DATA))
                        .as("stringData", mapOf(Grammar.DATA_KEY, string()));
            }
            case "v1.ConfigMap" -> {
                addToObject(fields, type, Grammar.SUBDOMAIN);
                fields.as("data", mapOf(Grammar.DATA_KEY, string())).as("binaryData", base64(Grammar.BINARY_DATA));
            }
            case "v1.PersistentVolumeClaimTemplate" -> fields.as("metadata", templateMetadata());
            case "v1.PersistentVolumeClaimSpec" ->
                fields.as("accessModes", accessModes())
                        .as("storageClassName", string(Grammar.SUBDOMAIN).emptyIsUnset())
                        .as(
                                "resources",
                                ApiShapes.later("core/v1.VolumeResourceRequirements")
                                        .example("{requests: {storage: 8Gi}}"))
                        .misplaced("storage", "write it below `resources.requests`")
                        .misplaced("requests", "write it below `resources`")
                        .require("accessModes", "resources");
            case "v1.VolumeResourceRequirements" ->
                fields.as("requests", mapOf(quantity().example("8Gi")))
                        .as("limits", mapOf(quantity().example("8Gi")))
                        .require("requests");
            case "v1.LimitRangeSpec" -> fields.optional("limits");
            case "v1.Event" -> {
                addToObject(fields, type, Grammar.PATH_SEGMENT);
                fields.optional("involvedObject");
            }
            case "v1.PersistentVolume" -> addToObjectWithSpec(fields, type);
            case "v1.PersistentVolumeSpec" ->
                fields.as("accessModes", accessModes()).require("accessModes", "capacity");
            case "v1.PodTemplate" -> {
                addToObject(fields, type, Grammar.SUBDOMAIN);
                fields.require("template");
            }
            case "v1.CSIPersistentVolumeSource" -> notEmpty(fields, "driver", "volumeHandle");
            case "v1.TypedLocalObjectReference" -> notEmpty(fields, "kind", "name");
            case "v1.TypedObjectReference" -> {
                notEmpty(fields, "kind", "name");
                fields.as("namespace", string(Grammar.LABEL));
            }
            case "v1.LocalObjectReference" -> fields.as("name", objectName()).require("name");
            case "v1.ServiceSpec" -> addToService(fields);
            case "v1.ServicePort" ->
                fields.as("port", portNumber())
                        .as(
                                "targetPort",
                                integer(0, 65535)
                                        .or(string(Grammar.PORT_NAME).emptyIsUnset())
                                        .example("8080"))
                        .as("name", string(Grammar.LABEL))
                        .as("appProtocol", string(Grammar.QUALIFIED_NAME))
                        .as("nodePort", integer(0, 65535).example("30080"));
            case "v1.ClientIPConfig" -> fields.as("timeoutSeconds", integer(1, 86400));
            case "v1.PodTemplateSpec" ->
                fields.as("metadata", templateMetadata()).require("spec");
            case "v1.PodSpec" -> addToPod(fields);
            case "v1.Container" -> addToContainer(fields);
            case "v1.EphemeralContainer" -> {
                addToContainer(fields);
                fields.as("targetContainerName", string(Grammar.LABEL));
            }
            default -> {
                if (!PodRules.addTo(fields, name)) {
                    addToObject(fields, type, nameOf(type));
                }
            }
        }
    }

    /** Texts that are required and not empty. */
    static void notEmpty(ShapeBuilder fields, String... names) {
        for (String name : names) {
            fields.as(name, string(Grammar.NOT_EMPTY)).require(name);
        }
    }

    /** The name of an object, which is required. */
    static void named(ShapeBuilder fields) {
        fields.as("name", string(Grammar.SUBDOMAIN)).require("name");
    }

    /** The name of an object that the API server does not look at: there can be none with another name. */
    static Shape objectName() {
        return string(Grammar.NOT_EMPTY).advised(Grammar.SUBDOMAIN);
    }

    private static void addToService(ShapeBuilder fields) {
        fields.as("selector", labels())
                .as("externalIPs", listOf(address()))
                .as("clusterIP", clusterAddress())
                .as("clusterIPs", listOf(clusterAddress()))
                .forbidWhere("type", List.of("ExternalName"), "clusterIP")
                .forbidWhere("type", List.of("ExternalName"), "clusterIPs")
                .forbidWhere("type", List.of("ExternalName"), "ipFamilies")
                .forbidWhere("type", List.of("ExternalName"), "ipFamilyPolicy")
                .as("externalName", string(Grammar.DNS_NAME))
                .as("healthCheckNodePort", integer(0, 65535))
                .as("loadBalancerClass", string(Grammar.LABEL_KEY))
                .as("ipFamilies", listOf(oneOf("IPv4", "IPv6")));
    }

    private static void addToPod(ShapeBuilder fields) {
        fields.as("terminationGracePeriodSeconds", integer(0, Long.MAX_VALUE).example("30"))
                .as("activeDeadlineSeconds", integer(1, Integer.MAX_VALUE))
                .as("nodeSelector", labels())
                .as("containers", listOf(ApiShapes.later("core/v1.Container")).notEmpty())
                .as("serviceAccountName", string(Grammar.SUBDOMAIN))
                .as("serviceAccount", string(Grammar.SUBDOMAIN))
                .as("hostname", string(Grammar.LABEL))
                .as("hostnameOverride", string(Grammar.SUBDOMAIN))
                .as("subdomain", string(Grammar.LABEL))
                .as("priorityClassName", string(Grammar.SUBDOMAIN))
                .as("runtimeClassName", string(Grammar.SUBDOMAIN))
                .requireWhere("dnsPolicy", List.of("None"), "dnsConfig")
                .misplaced("replicas", "move it to the `spec` of a Deployment or StatefulSet; a pod has none")
                .misplaced("env", "move it to a container")
                .misplaced("image", "move it to a container");
    }

    private static void addToContainer(ShapeBuilder fields) {
        fields.as("name", string(Grammar.LABEL))
                .as("image", string(Grammar.IMAGE_TEXT).advised(Grammar.IMAGE).example("ghcr.io/owner/name:1.0"))
                .as("envFrom", envFromSources())
                .as("env", envVars())
                .as("restartPolicy", oneOf("Always", "OnFailure", "Never"))
                .require("name", "image")
                .misplaced("volumes", "move it to the pod, beside `containers`; a container has `volumeMounts`")
                .misplaced("imagePullSecrets", "move it to the pod, beside `containers`")
                .misplaced("requests", "write it below `resources`")
                .misplaced("limits", "write it below `resources`");
    }

    private static void addToApps(ShapeBuilder fields, ObjectType type, String name) {
        switch (name) {
            case "v1.Deployment", "v1.StatefulSet", "v1.DaemonSet", "v1.ReplicaSet" ->
                addToObjectWithSpec(fields, type);
            case "v1.DeploymentSpec" ->
                fields.as("replicas", count().example("2"))
                        .misplaced("updateStrategy", "write `strategy`; a StatefulSet has `updateStrategy`");
            case "v1.DeploymentStrategy" ->
                fields.forbidWhere("type", List.of("Recreate"), "rollingUpdate")
                        .misplaced("maxUnavailable", "write it below `rollingUpdate`")
                        .misplaced("maxSurge", "write it below `rollingUpdate`");
            case "v1.RollingUpdateDeployment", "v1.RollingUpdateDaemonSet" ->
                fields.as("maxUnavailable", intOrPercent()).as("maxSurge", intOrPercent());
            case "v1.StatefulSetUpdateStrategy" -> fields.forbidWhere("type", List.of("OnDelete"), "rollingUpdate");
            case "v1.RollingUpdateStatefulSetStrategy" -> fields.as("maxUnavailable", intOrPercent());
            case "v1.StatefulSetPersistentVolumeClaimRetentionPolicy" ->
                fields.as("whenDeleted", oneOf("Retain", "Delete")).as("whenScaled", oneOf("Retain", "Delete"));
            case "v1.StatefulSetSpec" ->
                fields.as("replicas", count().example("2"))
                        .as("serviceName", string(Grammar.SERVICE_NAME).emptyIsUnset())
                        .as("volumeClaimTemplates", listOf(claimTemplate()))
                        .misplaced("strategy", "write `updateStrategy`; a Deployment has `strategy`");
            case "v1.DaemonSetSpec" ->
                fields.misplaced("replicas", "remove it; a DaemonSet runs one pod on every node");
            case "v1.ReplicaSetSpec" -> fields.as("replicas", count().example("2"));
            default -> addToObject(fields, type, nameOf(type));
        }
        if (type.field("template").isPresent()) {
            fields.misplaced("spec", "indent it more if it is the `spec` of the `template`")
                    .misplaced("containers", "move it to `template.spec`");
        }
    }

    private static Shape claimTemplate() {
        return Shape.object()
                .nullIsUnset()
                .field("apiVersion", string())
                .field("kind", string())
                .required("metadata", metadata(string(Grammar.LABEL)))
                .required("spec", ApiShapes.later("core/v1.PersistentVolumeClaimSpec"))
                .field("status", any())
                .build();
    }

    private static void addToBatch(ShapeBuilder fields, ObjectType type, String name) {
        switch (name) {
            case "v1.Job", "v1.CronJob" -> addToObjectWithSpec(fields, type);
            case "v1.JobSpec" -> {
                List<String> notIndexed = List.of("", "NonIndexed");
                fields.as("activeDeadlineSeconds", integer(1, Long.MAX_VALUE))
                        .forbidWhere("completionMode", notIndexed, "backoffLimitPerIndex")
                        .forbidWhere("completionMode", notIndexed, "maxFailedIndexes")
                        .forbidWhere("completionMode", notIndexed, "successPolicy")
                        .forbidWhere("backoffLimitPerIndex", List.of(""), "maxFailedIndexes");
            }
            case "v1.CronJobSpec" ->
                fields.as("schedule", string(Grammar.CRON_SCHEDULE).printable().example("\"0 3 * * *\""))
                        .as("startingDeadlineSeconds", integer(0, Long.MAX_VALUE));
            case "v1.JobTemplateSpec" ->
                fields.as("metadata", templateMetadata()).require("spec");
            case "v1.PodFailurePolicy" -> fields.optional("rules");
            default -> addToObject(fields, type, nameOf(type));
        }
    }

    private static void addToAutoscaling(ShapeBuilder fields, ObjectType type, String name) {
        switch (name) {
            case "v2.HorizontalPodAutoscaler" -> addToObjectWithSpec(fields, type);
            case "v2.HorizontalPodAutoscalerSpec" ->
                fields.as("maxReplicas", integer(1, Integer.MAX_VALUE).example("3"))
                        .misplaced(
                                "targetCPUUtilizationPercentage", "write a resource metric for `cpu` below `metrics`");
            case "v2.CrossVersionObjectReference" ->
                fields.as("kind", string(Grammar.NOT_EMPTY)).as("name", string(Grammar.PATH_SEGMENT));
            case "v2.MetricSpec" ->
                fields.as("type", oneOf("Resource", "ContainerResource", "Pods", "Object", "External"))
                        .exactlyOneOf("resource", "containerResource", "pods", "object", "external")
                        .requireWhere("type", List.of("Resource"), "resource")
                        .requireWhere("type", List.of("ContainerResource"), "containerResource")
                        .requireWhere("type", List.of("Pods"), "pods")
                        .requireWhere("type", List.of("Object"), "object")
                        .requireWhere("type", List.of("External"), "external");
            case "v2.MetricTarget" ->
                fields.as("type", oneOf("Utilization", "AverageValue", "Value"))
                        .as("averageUtilization", integer(1, Integer.MAX_VALUE).example("80"));
            case "v2.MetricIdentifier" -> fields.as("name", string(Grammar.NOT_EMPTY));
            case "v2.ResourceMetricSource" ->
                fields.as("name", string(Grammar.NOT_EMPTY))
                        .misplaced(
                                "targetAverageUtilization",
                                "write `target` with `type: Utilization` and `averageUtilization`")
                        .misplaced("targetAverageValue", "write `target` with `type: AverageValue` and `averageValue`");
            case "v2.ContainerResourceMetricSource" ->
                fields.as("name", string(Grammar.NOT_EMPTY)).as("container", string(Grammar.LABEL));
            case "v2.HPAScalingPolicy" ->
                fields.as("type", oneOf("Pods", "Percent"))
                        .as("value", integer(1, Integer.MAX_VALUE))
                        .as("periodSeconds", integer(1, 1800));
            case "v2.HPAScalingRules" ->
                fields.as("selectPolicy", oneOf("Max", "Min", "Disabled"))
                        .as(
                                "policies",
                                listOf(ApiShapes.later("autoscaling/v2.HPAScalingPolicy"))
                                        .notEmpty())
                        .as("stabilizationWindowSeconds", integer(0, 3600));
            default -> addToObject(fields, type, nameOf(type));
        }
    }

    private static void addToNetworking(ShapeBuilder fields, ObjectType type, String name) {
        switch (name) {
            case "v1.Ingress" -> addToObjectWithSpec(fields, type);
            case "v1.NetworkPolicy" -> addToObject(fields, type, Grammar.SUBDOMAIN);
            case "v1.IngressSpec" ->
                fields.as("ingressClassName", string(Grammar.SUBDOMAIN)).atLeastOneOf("defaultBackend", "rules");
            case "v1.IngressClass" -> addToObjectWithSpec(fields, type);
            case "v1.IngressClassSpec" -> notEmpty(fields, "controller");
            case "v1.IngressClassParametersReference" -> fields.as("apiGroup", string(Grammar.SUBDOMAIN));
            case "v1.IngressTLS" ->
                fields.as("hosts", listOf(string(Grammar.HOST))).as("secretName", string(Grammar.SUBDOMAIN));
            case "v1.IngressRule" -> fields.as("host", string(Grammar.HOST));
            case "v1.HTTPIngressRuleValue" ->
                fields.as(
                        "paths",
                        listOf(ApiShapes.later("networking.k8s.io/v1.HTTPIngressPath"))
                                .notEmpty());
            case "v1.HTTPIngressPath" ->
                fields.as("path", string(Grammar.ABSOLUTE_PATH))
                        .as("pathType", oneOf("Prefix", "Exact", "ImplementationSpecific"))
                        .requireWhere("pathType", List.of("Prefix", "Exact"), "path");
            case "v1.IngressBackend" ->
                fields.exactlyOneOf("service", "resource")
                        .misplaced("serviceName", "write `service` with a `name` and a `port`")
                        .misplaced("servicePort", "write `service` with a `name` and a `port`");
            case "v1.IngressServiceBackend" ->
                fields.as("name", serviceName())
                        .as(
                                "port",
                                ApiShapes.later("networking.k8s.io/v1.ServiceBackendPort")
                                        .remedy("write a map with a `number` or a `name`"))
                        .require("port");
            case "v1.ServiceBackendPort" ->
                fields.as("name", string(Grammar.PORT_NAME))
                        .as("number", portNumber())
                        .exactlyOneOf("number", "name");
            case "v1.NetworkPolicySpec" -> fields.as("policyTypes", listOf(oneOf("Ingress", "Egress")));
            case "v1.NetworkPolicyPort" ->
                fields.as("port", portNumberOrName())
                        .as("endPort", portNumber())
                        .as("protocol", oneOf("TCP", "UDP", "SCTP"));
            case "v1.NetworkPolicyIngressRule" -> fields.misplaced("to", "write `from`; an egress rule has `to`");
            case "v1.NetworkPolicyEgressRule" -> fields.misplaced("from", "write `to`; an ingress rule has `from`");
            case "v1.NetworkPolicyPeer" ->
                fields.atLeastOneOf("podSelector", "namespaceSelector", "ipBlock")
                        .atMostOneOf("podSelector", "ipBlock")
                        .atMostOneOf("namespaceSelector", "ipBlock");
            case "v1.IPBlock" ->
                fields.as("cidr", cidr().example("10.0.0.0/8"))
                        .as("except", listOf(cidr()))
                        .require("cidr");
            default -> addToObject(fields, type, nameOf(type));
        }
    }

    private static Shape cidr() {
        return string(Grammar.CIDR).orWider(Grammar.LEGACY_CIDR, LEGACY);
    }

    /** An IP address. */
    static Shape address() {
        return string(Grammar.ADDRESS).orWider(Grammar.LEGACY_ADDRESS, LEGACY);
    }

    private static Shape clusterAddress() {
        return string(Grammar.CLUSTER_ADDRESS).orWider(Grammar.LEGACY_CLUSTER_ADDRESS, LEGACY);
    }

    /** @see <a href="https://kep.k8s.io/5311">RelaxedServiceNameValidation is on since 1.36</a> */
    private static Shape serviceName() {
        return string(Grammar.SERVICE_NAME)
                .orWider(Grammar.LABEL, VersionRange.since(ProductVersion.kubernetes("1.36")));
    }

    private static Shape roleGroup() {
        return oneOf("rbac.authorization.k8s.io").emptyIsUnset();
    }

    private static void addToPolicy(ShapeBuilder fields, ObjectType type, String name) {
        switch (name) {
            case "v1.PodDisruptionBudget" -> addToObject(fields, type, Grammar.PATH_SEGMENT);
            case "v1.PodDisruptionBudgetSpec" ->
                fields.as("minAvailable", intOrPercent())
                        .as("maxUnavailable", intOrPercent())
                        .atMostOneOf("minAvailable", "maxUnavailable");
            default -> addToObject(fields, type, nameOf(type));
        }
    }

    private static void addToStorage(ShapeBuilder fields, ObjectType type, String name) {
        addToObject(fields, type, nameOf(type));
        switch (name) {
            case "v1.CSIDriver", "v1.CSINode" -> fields.optional("spec");
            case "v1.CSINodeSpec" -> fields.optional("drivers");
            case "v1.StorageClass" -> notEmpty(fields, "provisioner");
            case "v1.VolumeAttributesClass" -> notEmpty(fields, "driverName");
            default -> {}
        }
    }

    private static void addToNode(ShapeBuilder fields, ObjectType type, String name) {
        addToObject(fields, type, nameOf(type));
        if (name.equals("v1.RuntimeClass")) {
            fields.as("handler", string(Grammar.LABEL)).require("handler");
        }
    }

    private static void addToDiscovery(ShapeBuilder fields, ObjectType type, String name) {
        addToObject(fields, type, nameOf(type));
        if (name.equals("v1.Endpoint")) {
            fields.as("addresses", listOf(string()).notEmpty()).require("addresses");
        }
    }

    private static void addToRoles(ShapeBuilder fields, ObjectType type, String name) {
        addToObject(fields, type, Grammar.PATH_SEGMENT);
        switch (name) {
            case "v1.PolicyRule" ->
                fields.as("verbs", listOf(string().printable()).notEmpty());
            case "v1.RoleRef" ->
                fields.as("apiGroup", roleGroup())
                        .as("kind", oneOf("Role", "ClusterRole"))
                        .as("name", string(Grammar.PATH_SEGMENT));
            case "v1.Subject" ->
                fields.as("kind", oneOf("ServiceAccount", "User", "Group"))
                        .as("name", string(Grammar.NOT_EMPTY))
                        .as("namespace", string().advised(Grammar.LABEL))
                        .as("apiGroup", roleGroup())
                        .forbidWhere("kind", List.of("ServiceAccount"), "apiGroup");
            default -> {}
        }
    }
}
