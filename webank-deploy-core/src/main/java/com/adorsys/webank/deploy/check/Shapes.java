package com.adorsys.webank.deploy.check;

import static com.adorsys.webank.deploy.check.Shape.bool;
import static com.adorsys.webank.deploy.check.Shape.count;
import static com.adorsys.webank.deploy.check.Shape.integer;
import static com.adorsys.webank.deploy.check.Shape.listOf;
import static com.adorsys.webank.deploy.check.Shape.mapOf;
import static com.adorsys.webank.deploy.check.Shape.object;
import static com.adorsys.webank.deploy.check.Shape.oneOf;
import static com.adorsys.webank.deploy.check.Shape.portNumberOrName;
import static com.adorsys.webank.deploy.check.Shape.quantity;
import static com.adorsys.webank.deploy.check.Shape.string;

import org.jspecify.annotations.Nullable;

/**
 * The shapes of pieces of Kubernetes objects, as strict as the API: an unknown key is a fault, and a null is as good as
 * no key.
 *
 * <p>Each is made at its first use and kept. See the <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/">Kubernetes API reference</a>, version 1.34.
 */
public final class Shapes {
    // A shape is a value with final fields, so two threads that make one at the same time do no harm.
    private static @Nullable Shape probe;
    private static @Nullable Shape volume;
    private static @Nullable Shape volumeMount;
    private static @Nullable Shape envVar;
    private static @Nullable Shape envFromSource;
    private static @Nullable Shape resourceRequirements;
    private static @Nullable Shape deploymentStrategy;
    private static @Nullable Shape localObjectReference;
    private static @Nullable Shape labelSelector;
    private static @Nullable Shape claimSpec;

    private Shapes() {}

    /** A probe with exactly one handler. */
    public static Shape probe() {
        Shape shape = probe;
        if (shape == null) {
            shape = handlers(object().fieldsOf(timing()))
                    .exactlyOneOf("httpGet", "tcpSocket", "exec", "grpc")
                    .build();
            probe = shape;
        }
        return shape;
    }

    private static Shape timing() {
        return object().nullIsUnset()
                .field("initialDelaySeconds", count().example("10"))
                .field("periodSeconds", count().example("5"))
                .field("timeoutSeconds", count())
                .field("successThreshold", count())
                .field("failureThreshold", count().example("3"))
                .field("terminationGracePeriodSeconds", integer(1, Long.MAX_VALUE))
                .build();
    }

    private static Shape.ObjectBuilder handlers(Shape.ObjectBuilder builder) {
        return builder.nullIsUnset()
                .field("httpGet", httpGetAction())
                .field("tcpSocket", tcpSocketAction())
                .field("exec", execAction())
                .field(
                        "grpc",
                        object().nullIsUnset()
                                .required("port", Shape.portNumber())
                                .field("service", string())
                                .build());
    }

    static Shape httpGetAction() {
        return object().nullIsUnset()
                .field("path", string())
                .required("port", portNumberOrName())
                .field("host", string())
                .field("scheme", oneOf("HTTP", "HTTPS"))
                .field(
                        "httpHeaders",
                        listOf(object().nullIsUnset()
                                .required("name", string(Grammar.NOT_EMPTY))
                                .required("value", string())
                                .build()))
                .build();
    }

    static Shape tcpSocketAction() {
        return object().nullIsUnset()
                .required("port", portNumberOrName())
                .field("host", string())
                .build();
    }

    static Shape execAction() {
        return object().nullIsUnset().field("command", listOf(string())).build();
    }

    /** A volume of a pod: a name and exactly one source, of any kind that the core API has. */
    public static Shape volume() {
        Shape shape = volume;
        if (shape == null) {
            shape = makeVolume();
            volume = shape;
        }
        return shape;
    }

    private static Shape makeVolume() {
        Shape text = string();
        Shape id = string(Grammar.NOT_EMPTY);
        Shape secret = localObjectReference();
        Shape items = listOf(object().nullIsUnset()
                .required("key", string(Grammar.DATA_KEY))
                .required("path", string(Grammar.SUB_PATH))
                .field("mode", fileMode())
                .build());
        Shape fields = listOf(object().nullIsUnset()
                .required("path", string(Grammar.SUB_PATH))
                .field("fieldRef", fieldRef())
                .field("resourceFieldRef", resourceFieldRef())
                .field("mode", fileMode())
                .exactlyOneOf("fieldRef", "resourceFieldRef")
                .build());
        Shape.ObjectBuilder volume = object().nullIsUnset()
                .required("name", string(Grammar.LABEL))
                .field(
                        "configMap",
                        object().nullIsUnset()
                                .required("name", string(Grammar.SUBDOMAIN))
                                .field("items", items)
                                .field("defaultMode", fileMode())
                                .field("optional", bool())
                                .misplaced("configMapName", "write `name`")
                                .build())
                .field(
                        "secret",
                        object().nullIsUnset()
                                .required("secretName", string(Grammar.SUBDOMAIN))
                                .field("items", items)
                                .field("defaultMode", fileMode())
                                .field("optional", bool())
                                .misplaced("name", "write `secretName`")
                                .build())
                .field(
                        "emptyDir",
                        object().nullIsUnset()
                                .field("medium", string())
                                .field("sizeLimit", quantity().example("1Gi"))
                                .build())
                .field(
                        "persistentVolumeClaim",
                        object().nullIsUnset()
                                .required("claimName", string(Grammar.SUBDOMAIN))
                                .field("readOnly", bool())
                                .misplaced("name", "write `claimName`")
                                .build())
                .field("projected", projected(items, fields))
                .field(
                        "downwardAPI",
                        object().nullIsUnset()
                                .field("items", fields)
                                .field("defaultMode", fileMode())
                                .build())
                .field(
                        "csi",
                        object().nullIsUnset()
                                .required("driver", id)
                                .field("readOnly", bool())
                                .field("fsType", text)
                                .field("volumeAttributes", mapOf(text))
                                .field("nodePublishSecretRef", secret)
                                .build())
                .field(
                        "ephemeral",
                        object().nullIsUnset()
                                .required(
                                        "volumeClaimTemplate",
                                        object().nullIsUnset()
                                                .field("metadata", Shapes.templateMetadata())
                                                .required("spec", claimSpec())
                                                .build())
                                .build())
                .field(
                        "hostPath",
                        object().nullIsUnset()
                                .required("path", id)
                                .field(
                                        "type",
                                        oneOf(
                                                "",
                                                "DirectoryOrCreate",
                                                "Directory",
                                                "FileOrCreate",
                                                "File",
                                                "Socket",
                                                "CharDevice",
                                                "BlockDevice"))
                                .build())
                .field(
                        "image",
                        object().nullIsUnset()
                                .field("reference", text)
                                .field("pullPolicy", pullPolicy())
                                .build())
                .field(
                        "nfs",
                        object().nullIsUnset()
                                .required("server", id)
                                .required("path", string(Grammar.ABSOLUTE_PATH))
                                .field("readOnly", bool())
                                .build());
        addStorageSystems(volume, text, id, secret);
        return volume.exactlyOneOf(
                        "configMap",
                        "secret",
                        "emptyDir",
                        "persistentVolumeClaim",
                        "projected",
                        "downwardAPI",
                        "csi",
                        "ephemeral",
                        "hostPath",
                        "image",
                        "nfs",
                        "awsElasticBlockStore",
                        "azureDisk",
                        "azureFile",
                        "cephfs",
                        "cinder",
                        "fc",
                        "flexVolume",
                        "flocker",
                        "gcePersistentDisk",
                        "gitRepo",
                        "glusterfs",
                        "iscsi",
                        "photonPersistentDisk",
                        "portworxVolume",
                        "quobyte",
                        "rbd",
                        "scaleIO",
                        "storageos",
                        "vsphereVolume")
                .build();
    }

    private static Shape projected(Shape items, Shape fields) {
        Shape named = object().nullIsUnset()
                .required("name", string(Grammar.SUBDOMAIN))
                .field("items", items)
                .field("optional", bool())
                .build();
        return object().nullIsUnset()
                .field("defaultMode", fileMode())
                .field(
                        "sources",
                        listOf(object().nullIsUnset()
                                .field("configMap", named)
                                .field("secret", named)
                                .field(
                                        "downwardAPI",
                                        object().nullIsUnset()
                                                .field("items", fields)
                                                .build())
                                .field(
                                        "serviceAccountToken",
                                        object().nullIsUnset()
                                                .required("path", string(Grammar.SUB_PATH))
                                                .field("audience", string())
                                                .field("expirationSeconds", integer(600, 1L << 32))
                                                .build())
                                .field(
                                        "clusterTrustBundle",
                                        object().nullIsUnset()
                                                .required("path", string(Grammar.SUB_PATH))
                                                .field("name", string())
                                                .field("signerName", string())
                                                .field("labelSelector", labelSelector())
                                                .field("optional", bool())
                                                .build())
                                .field(
                                        "podCertificate",
                                        object().nullIsUnset()
                                                .required("signerName", string())
                                                .required("keyType", string())
                                                .field("maxExpirationSeconds", count())
                                                .field("credentialBundlePath", string())
                                                .field("keyPath", string())
                                                .field("certificateChainPath", string())
                                                .field("userAnnotations", mapOf(string()))
                                                .build())
                                .exactlyOneOf(
                                        "configMap",
                                        "secret",
                                        "downwardAPI",
                                        "serviceAccountToken",
                                        "clusterTrustBundle",
                                        "podCertificate")
                                .build()))
                .build();
    }

    /** The sources that name a storage system; most are drivers of their own by now, yet the API still has them. */
    private static void addStorageSystems(Shape.ObjectBuilder volume, Shape text, Shape id, Shape secret) {
        volume.field(
                        "awsElasticBlockStore",
                        object().nullIsUnset()
                                .required("volumeID", id)
                                .field("fsType", text)
                                .field("partition", count())
                                .field("readOnly", bool())
                                .build())
                .field(
                        "azureDisk",
                        object().nullIsUnset()
                                .required("diskName", id)
                                .required("diskURI", id)
                                .field("cachingMode", oneOf("None", "ReadOnly", "ReadWrite"))
                                .field("fsType", text)
                                .field("kind", oneOf("Shared", "Dedicated", "Managed"))
                                .field("readOnly", bool())
                                .build())
                .field(
                        "azureFile",
                        object().nullIsUnset()
                                .required("secretName", string(Grammar.SUBDOMAIN))
                                .required("shareName", id)
                                .field("readOnly", bool())
                                .build())
                .field(
                        "cephfs",
                        object().nullIsUnset()
                                .required("monitors", listOf(id))
                                .field("path", text)
                                .field("user", text)
                                .field("secretFile", text)
                                .field("secretRef", secret)
                                .field("readOnly", bool())
                                .build())
                .field(
                        "cinder",
                        object().nullIsUnset()
                                .required("volumeID", id)
                                .field("fsType", text)
                                .field("secretRef", secret)
                                .field("readOnly", bool())
                                .build())
                .field(
                        "fc",
                        object().nullIsUnset()
                                .field("targetWWNs", listOf(id))
                                .field("lun", count())
                                .field("fsType", text)
                                .field("readOnly", bool())
                                .field("wwids", listOf(id))
                                .build())
                .field(
                        "flexVolume",
                        object().nullIsUnset()
                                .required("driver", id)
                                .field("fsType", text)
                                .field("secretRef", secret)
                                .field("readOnly", bool())
                                .field("options", mapOf(text))
                                .build())
                .field(
                        "flocker",
                        object().nullIsUnset()
                                .field("datasetName", text)
                                .field("datasetUUID", text)
                                .build())
                .field(
                        "gcePersistentDisk",
                        object().nullIsUnset()
                                .required("pdName", id)
                                .field("fsType", text)
                                .field("partition", count())
                                .field("readOnly", bool())
                                .build())
                .field(
                        "gitRepo",
                        object().nullIsUnset()
                                .required("repository", id)
                                .field("revision", text)
                                .field("directory", text)
                                .build())
                .field(
                        "glusterfs",
                        object().nullIsUnset()
                                .required("endpoints", id)
                                .required("path", id)
                                .field("readOnly", bool())
                                .build())
                .field(
                        "iscsi",
                        object().nullIsUnset()
                                .required("targetPortal", id)
                                .required("iqn", id)
                                .required("lun", count())
                                .field("iscsiInterface", text)
                                .field("fsType", text)
                                .field("readOnly", bool())
                                .field("portals", listOf(id))
                                .field("chapAuthDiscovery", bool())
                                .field("chapAuthSession", bool())
                                .field("secretRef", secret)
                                .field("initiatorName", text)
                                .build())
                .field(
                        "photonPersistentDisk",
                        object().nullIsUnset()
                                .required("pdID", id)
                                .field("fsType", text)
                                .build())
                .field(
                        "portworxVolume",
                        object().nullIsUnset()
                                .required("volumeID", id)
                                .field("fsType", text)
                                .field("readOnly", bool())
                                .build())
                .field(
                        "quobyte",
                        object().nullIsUnset()
                                .required("registry", id)
                                .required("volume", id)
                                .field("readOnly", bool())
                                .field("user", text)
                                .field("group", text)
                                .field("tenant", text)
                                .build())
                .field(
                        "rbd",
                        object().nullIsUnset()
                                .required("monitors", listOf(id))
                                .required("image", id)
                                .field("fsType", text)
                                .field("pool", text)
                                .field("user", text)
                                .field("keyring", text)
                                .field("secretRef", secret)
                                .field("readOnly", bool())
                                .build())
                .field(
                        "scaleIO",
                        object().nullIsUnset()
                                .required("gateway", id)
                                .required("system", id)
                                .required("secretRef", secret)
                                .field("sslEnabled", bool())
                                .field("protectionDomain", text)
                                .field("storagePool", text)
                                .field("storageMode", text)
                                .field("volumeName", text)
                                .field("fsType", text)
                                .field("readOnly", bool())
                                .build())
                .field(
                        "storageos",
                        object().nullIsUnset()
                                .field("volumeName", text)
                                .field("volumeNamespace", text)
                                .field("fsType", text)
                                .field("secretRef", secret)
                                .field("readOnly", bool())
                                .build())
                .field(
                        "vsphereVolume",
                        object().nullIsUnset()
                                .required("volumePath", id)
                                .field("fsType", text)
                                .field("storagePolicyName", text)
                                .field("storagePolicyID", text)
                                .build());
    }

    /** A mount of a volume in a container. */
    public static Shape volumeMount() {
        Shape shape = volumeMount;
        if (shape == null) {
            shape = object().nullIsUnset()
                    .required("name", string(Grammar.LABEL))
                    .required("mountPath", string(Grammar.MOUNT_PATH).example("/data"))
                    .field("readOnly", bool())
                    .field("recursiveReadOnly", oneOf("Disabled", "IfPossible", "Enabled"))
                    .field("subPath", string(Grammar.SUB_PATH))
                    .field("subPathExpr", string(Grammar.SUB_PATH))
                    .field("mountPropagation", oneOf("None", "HostToContainer", "Bidirectional"))
                    .atMostOneOf("subPath", "subPathExpr")
                    .build();
            volumeMount = shape;
        }
        return shape;
    }

    /** A variable: a name with a value, which is a string, or with the place where the value is. */
    public static Shape envVar() {
        Shape shape = envVar;
        if (shape == null) {
            shape = object().nullIsUnset()
                    .required("name", string(Grammar.ENVIRONMENT_NAME).example("SPRING_PROFILES_ACTIVE"))
                    .field("value", string())
                    .field(
                            "valueFrom",
                            object().nullIsUnset()
                                    .field("secretKeyRef", keyRef())
                                    .field("configMapKeyRef", keyRef())
                                    .field("fieldRef", fieldRef())
                                    .field("resourceFieldRef", resourceFieldRef())
                                    .field(
                                            "fileKeyRef",
                                            object().nullIsUnset()
                                                    .required("volumeName", string(Grammar.LABEL))
                                                    .required("path", string(Grammar.SUB_PATH))
                                                    .required("key", string(Grammar.ENVIRONMENT_NAME))
                                                    .field("optional", bool())
                                                    .build())
                                    .exactlyOneOf(
                                            "secretKeyRef",
                                            "configMapKeyRef",
                                            "fieldRef",
                                            "resourceFieldRef",
                                            "fileKeyRef")
                                    .misplaced("secretRef", "write `secretKeyRef` with a `name` and a `key`")
                                    .misplaced("configMapRef", "write `configMapKeyRef` with a `name` and a `key`")
                                    .build())
                    .atMostOneOf("value", "valueFrom")
                    .misplaced("secretKeyRef", "write it below `valueFrom`")
                    .misplaced("configMapKeyRef", "write it below `valueFrom`")
                    .misplaced("fieldRef", "write it below `valueFrom`")
                    .build();
            envVar = shape;
        }
        return shape;
    }

    /** A list of variables. */
    public static Shape envVars() {
        return listOf(envVar()).remedy("write a list of items, each with `name` and `value`");
    }

    /** A source of many variables: a Secret or a ConfigMap. */
    public static Shape envFromSource() {
        Shape shape = envFromSource;
        if (shape == null) {
            Shape whole = object().nullIsUnset()
                    .required("name", string(Grammar.SUBDOMAIN))
                    .field("optional", bool())
                    .build();
            shape = object().nullIsUnset()
                    .field("secretRef", whole)
                    .field("configMapRef", whole)
                    .field("prefix", string())
                    .exactlyOneOf("secretRef", "configMapRef")
                    .misplaced("secretKeyRef", "write `secretRef` with a `name`, or move it to `env`")
                    .misplaced("configMapKeyRef", "write `configMapRef` with a `name`, or move it to `env`")
                    .misplaced("name", "write it below `secretRef` or `configMapRef`")
                    .build();
            envFromSource = shape;
        }
        return shape;
    }

    /** A list of sources of variables. */
    public static Shape envFromSources() {
        return listOf(envFromSource()).remedy("write a list of items, each with `secretRef` or `configMapRef`");
    }

    private static Shape keyRef() {
        return object().nullIsUnset()
                .required("name", string(Grammar.SUBDOMAIN))
                .required("key", string(Grammar.DATA_KEY))
                .field("optional", bool())
                .build();
    }

    private static Shape fieldRef() {
        return object().nullIsUnset()
                .required("fieldPath", string(Grammar.NOT_EMPTY).example("metadata.name"))
                .field("apiVersion", string())
                .build();
    }

    private static Shape resourceFieldRef() {
        return object().nullIsUnset()
                .required("resource", string(Grammar.NOT_EMPTY).example("limits.memory"))
                .field("containerName", string(Grammar.LABEL))
                .field("divisor", quantity())
                .build();
    }

    /** What a container requests and is limited to. */
    public static Shape resourceRequirements() {
        Shape shape = resourceRequirements;
        if (shape == null) {
            Shape amounts = mapOf(Grammar.RESOURCE_NAME, quantity());
            shape = object().nullIsUnset()
                    .field("requests", amounts)
                    .field("limits", amounts)
                    .field(
                            "claims",
                            listOf(object().nullIsUnset()
                                    .required("name", string(Grammar.LABEL))
                                    .field("request", string())
                                    .build()))
                    .misplaced("cpu", "write it below `requests` or `limits`")
                    .misplaced("memory", "write it below `requests` or `limits`")
                    .build();
            resourceRequirements = shape;
        }
        return shape;
    }

    /** How a Deployment replaces its pods. */
    public static Shape deploymentStrategy() {
        Shape shape = deploymentStrategy;
        if (shape == null) {
            shape = object().nullIsUnset()
                    .field("type", oneOf("RollingUpdate", "Recreate"))
                    .field(
                            "rollingUpdate",
                            object().nullIsUnset()
                                    .field("maxUnavailable", Shape.intOrPercent())
                                    .field("maxSurge", Shape.intOrPercent())
                                    .build())
                    .misplaced("maxUnavailable", "write it below `rollingUpdate`")
                    .misplaced("maxSurge", "write it below `rollingUpdate`")
                    .build();
            deploymentStrategy = shape;
        }
        return shape;
    }

    /** The name of an object in the same namespace, as a pull secret is given. */
    public static Shape localObjectReference() {
        Shape shape = localObjectReference;
        if (shape == null) {
            shape = object().nullIsUnset()
                    .required("name", string(Grammar.SUBDOMAIN))
                    .build();
            localObjectReference = shape;
        }
        return shape;
    }

    /** A selector by labels and expressions over labels. */
    public static Shape labelSelector() {
        Shape shape = labelSelector;
        if (shape == null) {
            shape = object().nullIsUnset()
                    .field("matchLabels", Shape.labels())
                    .field(
                            "matchExpressions",
                            listOf(object().nullIsUnset()
                                    .required("key", string(Grammar.LABEL_KEY))
                                    .required("operator", oneOf("In", "NotIn", "Exists", "DoesNotExist"))
                                    .field("values", listOf(string(Grammar.LABEL_VALUE)))
                                    .build()))
                    .build();
            labelSelector = shape;
        }
        return shape;
    }

    /** What a claim for storage asks for. */
    public static Shape claimSpec() {
        Shape shape = claimSpec;
        if (shape == null) {
            Shape storage = mapOf(quantity().example("8Gi"));
            Shape source = object().nullIsUnset()
                    .required("kind", string(Grammar.NOT_EMPTY))
                    .required("name", string(Grammar.NOT_EMPTY))
                    .field("apiGroup", string())
                    .field("namespace", string(Grammar.LABEL))
                    .build();
            shape = object().nullIsUnset()
                    .required(
                            "accessModes",
                            listOf(oneOf("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod")))
                    .required(
                            "resources",
                            object().nullIsUnset()
                                    .required("requests", storage)
                                    .field("limits", storage)
                                    .build())
                    .field("storageClassName", string())
                    .field("volumeName", string())
                    .field("volumeMode", oneOf("Filesystem", "Block"))
                    .field("selector", labelSelector())
                    .field("dataSource", source)
                    .field("dataSourceRef", source)
                    .field("volumeAttributesClassName", string())
                    .build();
            claimSpec = shape;
        }
        return shape;
    }

    /** When an image is pulled. */
    public static Shape pullPolicy() {
        return oneOf("Always", "IfNotPresent", "Never");
    }

    /** The metadata of a template: labels and annotations, and a name that most templates ignore. */
    static Shape templateMetadata() {
        return object().nullIsUnset()
                .field("name", string(Grammar.SUBDOMAIN))
                .field("namespace", string(Grammar.LABEL))
                .field("labels", Shape.labels())
                .field("annotations", Shape.annotations())
                .field("finalizers", listOf(string()))
                .field("creationTimestamp", string())
                .build();
    }

    private static Shape fileMode() {
        return integer(0, 511).example("420").remedy("write the mode as a decimal number, as in `420` for octal 0644");
    }
}
