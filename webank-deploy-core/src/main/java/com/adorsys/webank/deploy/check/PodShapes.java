package com.adorsys.webank.deploy.check;

import static com.adorsys.webank.deploy.check.Shape.annotations;
import static com.adorsys.webank.deploy.check.Shape.any;
import static com.adorsys.webank.deploy.check.Shape.bool;
import static com.adorsys.webank.deploy.check.Shape.count;
import static com.adorsys.webank.deploy.check.Shape.integer;
import static com.adorsys.webank.deploy.check.Shape.labels;
import static com.adorsys.webank.deploy.check.Shape.listOf;
import static com.adorsys.webank.deploy.check.Shape.mapOf;
import static com.adorsys.webank.deploy.check.Shape.object;
import static com.adorsys.webank.deploy.check.Shape.oneOf;
import static com.adorsys.webank.deploy.check.Shape.portNumber;
import static com.adorsys.webank.deploy.check.Shape.quantity;
import static com.adorsys.webank.deploy.check.Shape.string;

import org.jspecify.annotations.Nullable;

/** The shapes of a pod and of its containers. */
final class PodShapes {
    private static @Nullable Shape spec;
    private static @Nullable Shape template;

    private PodShapes() {}

    /** A pod's metadata and specification, as the template of a workload. */
    static Shape template() {
        Shape shape = template;
        if (shape == null) {
            shape = object().nullIsUnset()
                    .field("metadata", Shapes.templateMetadata())
                    .required("spec", spec())
                    .build();
            template = shape;
        }
        return shape;
    }

    /** A pod's specification. */
    static Shape spec() {
        Shape shape = spec;
        if (shape == null) {
            shape = makeSpec();
            spec = shape;
        }
        return shape;
    }

    private static Shape makeSpec() {
        Shape container = container().build();
        return object().nullIsUnset()
                .field("volumes", listOf(Shapes.volume()))
                .field("initContainers", listOf(container))
                .required("containers", listOf(container))
                .field(
                        "ephemeralContainers",
                        listOf(container()
                                .field("targetContainerName", string(Grammar.LABEL))
                                .build()))
                .field("restartPolicy", oneOf("Always", "OnFailure", "Never"))
                .field(
                        "terminationGracePeriodSeconds",
                        integer(0, Long.MAX_VALUE).example("30"))
                .field("activeDeadlineSeconds", integer(1, Integer.MAX_VALUE))
                .field("dnsPolicy", oneOf("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"))
                .field("nodeSelector", labels())
                .field("serviceAccountName", string(Grammar.SUBDOMAIN))
                .field("serviceAccount", string(Grammar.SUBDOMAIN))
                .field("automountServiceAccountToken", bool())
                .field("nodeName", string())
                .field("hostNetwork", bool())
                .field("hostPID", bool())
                .field("hostIPC", bool())
                .field("hostUsers", bool())
                .field("shareProcessNamespace", bool())
                .field("securityContext", podSecurityContext())
                .field("imagePullSecrets", listOf(Shapes.localObjectReference()))
                .field("hostname", string(Grammar.LABEL))
                .field("hostnameOverride", string(Grammar.SUBDOMAIN))
                .field("subdomain", string(Grammar.LABEL))
                .field("affinity", affinity())
                .field("schedulerName", string())
                .field(
                        "tolerations",
                        listOf(object().nullIsUnset()
                                .field("key", string(Grammar.LABEL_KEY))
                                .field("operator", oneOf("Exists", "Equal", "Lt", "Gt"))
                                .field("value", string())
                                .field("effect", oneOf("NoSchedule", "PreferNoSchedule", "NoExecute"))
                                .field("tolerationSeconds", integer())
                                .build()))
                .field(
                        "hostAliases",
                        listOf(object().nullIsUnset()
                                .required("ip", string())
                                .field("hostnames", listOf(string(Grammar.SUBDOMAIN)))
                                .build()))
                .field("priorityClassName", string(Grammar.SUBDOMAIN))
                .field("priority", integer(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .field(
                        "dnsConfig",
                        object().nullIsUnset()
                                .field("nameservers", listOf(string()))
                                .field("searches", listOf(string()))
                                .field(
                                        "options",
                                        listOf(object().nullIsUnset()
                                                .field("name", string())
                                                .field("value", string())
                                                .build()))
                                .build())
                .field(
                        "readinessGates",
                        listOf(object().nullIsUnset()
                                .required("conditionType", string(Grammar.LABEL_KEY))
                                .build()))
                .field("runtimeClassName", string(Grammar.SUBDOMAIN))
                .field("enableServiceLinks", bool())
                .field("preemptionPolicy", oneOf("PreemptLowerPriority", "Never"))
                .field("overhead", mapOf(quantity()))
                .field("topologySpreadConstraints", listOf(spreadConstraint()))
                .field("setHostnameAsFQDN", bool())
                .field(
                        "os",
                        object().nullIsUnset()
                                .required("name", oneOf("linux", "windows"))
                                .build())
                .field(
                        "schedulingGates",
                        listOf(object().nullIsUnset()
                                .required("name", string(Grammar.LABEL_KEY))
                                .build()))
                .field(
                        "resourceClaims",
                        listOf(object().nullIsUnset()
                                .required("name", string(Grammar.LABEL))
                                .field("resourceClaimName", string(Grammar.SUBDOMAIN))
                                .field("resourceClaimTemplateName", string(Grammar.SUBDOMAIN))
                                .build()))
                .field("resources", Shapes.resourceRequirements())
                .field("workloadRef", any())
                .misplaced("replicas", "move it to the `spec` of a Deployment or StatefulSet; a pod has none")
                .misplaced("env", "move it to a container")
                .misplaced("image", "move it to a container")
                .build();
    }

    private static Shape.ObjectBuilder container() {
        return object().nullIsUnset()
                .required("name", string(Grammar.LABEL))
                .required("image", string(Grammar.IMAGE).example("ghcr.io/owner/name:1.0"))
                .field("command", listOf(string()))
                .field("args", listOf(string()))
                .field("workingDir", string())
                .field(
                        "ports",
                        listOf(object().nullIsUnset()
                                .required("containerPort", portNumber())
                                .field("name", string(Grammar.PORT_NAME))
                                .field("hostPort", integer(0, 65535))
                                .field("hostIP", string())
                                .field("protocol", protocol())
                                .build()))
                .field("envFrom", Shapes.envFromSources())
                .field("env", Shapes.envVars())
                .field("resources", Shapes.resourceRequirements())
                .field(
                        "resizePolicy",
                        listOf(object().nullIsUnset()
                                .required("resourceName", oneOf("cpu", "memory"))
                                .required("restartPolicy", oneOf("NotRequired", "RestartContainer"))
                                .build()))
                .field("restartPolicy", oneOf("Always", "OnFailure", "Never"))
                .field("restartPolicyRules", any())
                .field("volumeMounts", listOf(Shapes.volumeMount()))
                .field(
                        "volumeDevices",
                        listOf(object().nullIsUnset()
                                .required("name", string(Grammar.LABEL))
                                .required("devicePath", string(Grammar.NOT_EMPTY))
                                .build()))
                .field("livenessProbe", Shapes.probe())
                .field("readinessProbe", Shapes.probe())
                .field("startupProbe", Shapes.probe())
                .field(
                        "lifecycle",
                        object().nullIsUnset()
                                .field("postStart", hook())
                                .field("preStop", hook())
                                .field("stopSignal", string())
                                .build())
                .field("terminationMessagePath", string())
                .field("terminationMessagePolicy", oneOf("File", "FallbackToLogsOnError"))
                .field("imagePullPolicy", Shapes.pullPolicy())
                .field("securityContext", securityContext())
                .field("stdin", bool())
                .field("stdinOnce", bool())
                .field("tty", bool())
                .misplaced("volumes", "move it to the pod, beside `containers`; a container has `volumeMounts`")
                .misplaced("imagePullSecrets", "move it to the pod, beside `containers`");
    }

    static Shape protocol() {
        return oneOf("TCP", "UDP", "SCTP");
    }

    private static Shape hook() {
        return object().nullIsUnset()
                .field("exec", Shapes.execAction())
                .field("httpGet", Shapes.httpGetAction())
                .field("tcpSocket", Shapes.tcpSocketAction())
                .field(
                        "sleep",
                        object().nullIsUnset()
                                .required("seconds", integer(0, Long.MAX_VALUE))
                                .build())
                .exactlyOneOf("exec", "httpGet", "tcpSocket", "sleep")
                .build();
    }

    private static Shape securityContext() {
        return shared(object().nullIsUnset())
                .field("allowPrivilegeEscalation", bool())
                .field(
                        "capabilities",
                        object().nullIsUnset()
                                .field("add", listOf(string()))
                                .field("drop", listOf(string()))
                                .build())
                .field("privileged", bool())
                .field("procMount", oneOf("Default", "Unmasked"))
                .field("readOnlyRootFilesystem", bool())
                .misplaced("fsGroup", "move it to the pod's `securityContext`")
                .build();
    }

    private static Shape podSecurityContext() {
        return shared(object().nullIsUnset())
                .field("fsGroup", integer(0, Integer.MAX_VALUE))
                .field("fsGroupChangePolicy", oneOf("OnRootMismatch", "Always"))
                .field("supplementalGroups", listOf(integer(0, Integer.MAX_VALUE)))
                .field("supplementalGroupsPolicy", oneOf("Merge", "Strict"))
                .field("seLinuxChangePolicy", oneOf("Recursive", "MountOption"))
                .field(
                        "sysctls",
                        listOf(object().nullIsUnset()
                                .required("name", string(Grammar.NOT_EMPTY))
                                .required("value", string())
                                .build()))
                .misplaced("allowPrivilegeEscalation", "move it to the `securityContext` of every container")
                .misplaced("capabilities", "move it to the `securityContext` of every container")
                .misplaced("privileged", "move it to the `securityContext` of a container")
                .misplaced("readOnlyRootFilesystem", "move it to the `securityContext` of every container")
                .build();
    }

    /** What the security contexts of pods and of containers have in common. */
    private static Shape.ObjectBuilder shared(Shape.ObjectBuilder builder) {
        return builder.field("runAsUser", integer(0, Integer.MAX_VALUE).example("1000"))
                .field("runAsGroup", integer(0, Integer.MAX_VALUE).example("1000"))
                .field("runAsNonRoot", bool())
                .field(
                        "seccompProfile",
                        object().nullIsUnset()
                                .required("type", oneOf("RuntimeDefault", "Localhost", "Unconfined"))
                                .field("localhostProfile", string())
                                .build())
                .field(
                        "appArmorProfile",
                        object().nullIsUnset()
                                .required("type", oneOf("RuntimeDefault", "Localhost", "Unconfined"))
                                .field("localhostProfile", string())
                                .build())
                .field(
                        "seLinuxOptions",
                        object().nullIsUnset()
                                .field("level", string())
                                .field("role", string())
                                .field("type", string())
                                .field("user", string())
                                .build())
                .field(
                        "windowsOptions",
                        object().nullIsUnset()
                                .field("gmsaCredentialSpec", string())
                                .field("gmsaCredentialSpecName", string())
                                .field("hostProcess", bool())
                                .field("runAsUserName", string())
                                .build());
    }

    private static Shape affinity() {
        Shape requirement = object().nullIsUnset()
                .required("key", string(Grammar.LABEL_KEY))
                .required("operator", oneOf("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"))
                .field("values", listOf(string()))
                .build();
        Shape nodes = object().nullIsUnset()
                .field("matchExpressions", listOf(requirement))
                .field("matchFields", listOf(requirement))
                .build();
        Shape term = object().nullIsUnset()
                .required("topologyKey", string(Grammar.LABEL_KEY).example("kubernetes.io/hostname"))
                .field("labelSelector", Shapes.labelSelector())
                .field("matchLabelKeys", listOf(string(Grammar.LABEL_KEY)))
                .field("mismatchLabelKeys", listOf(string(Grammar.LABEL_KEY)))
                .field("namespaceSelector", Shapes.labelSelector())
                .field("namespaces", listOf(string(Grammar.LABEL)))
                .build();
        Shape pods = object().nullIsUnset()
                .field("requiredDuringSchedulingIgnoredDuringExecution", listOf(term))
                .field(
                        "preferredDuringSchedulingIgnoredDuringExecution",
                        listOf(object().nullIsUnset()
                                .required("weight", integer(1, 100))
                                .required("podAffinityTerm", term)
                                .build()))
                .build();
        return object().nullIsUnset()
                .field(
                        "nodeAffinity",
                        object().nullIsUnset()
                                .field(
                                        "requiredDuringSchedulingIgnoredDuringExecution",
                                        object().nullIsUnset()
                                                .required("nodeSelectorTerms", listOf(nodes))
                                                .build())
                                .field(
                                        "preferredDuringSchedulingIgnoredDuringExecution",
                                        listOf(object().nullIsUnset()
                                                .required("weight", integer(1, 100))
                                                .required("preference", nodes)
                                                .build()))
                                .build())
                .field("podAffinity", pods)
                .field("podAntiAffinity", pods)
                .build();
    }

    private static Shape spreadConstraint() {
        return object().nullIsUnset()
                .required("maxSkew", integer(1, Integer.MAX_VALUE))
                .required("topologyKey", string(Grammar.LABEL_KEY).example("topology.kubernetes.io/zone"))
                .required("whenUnsatisfiable", oneOf("DoNotSchedule", "ScheduleAnyway"))
                .field("labelSelector", Shapes.labelSelector())
                .field("matchLabelKeys", listOf(string(Grammar.LABEL_KEY)))
                .field("minDomains", integer(1, Integer.MAX_VALUE))
                .field("nodeAffinityPolicy", oneOf("Honor", "Ignore"))
                .field("nodeTaintsPolicy", oneOf("Honor", "Ignore"))
                .build();
    }

    /** The metadata of an object, whose name follows a grammar. */
    static Shape metadata(Grammar name) {
        return object().nullIsUnset()
                .required("name", string(name))
                .field("namespace", string(Grammar.LABEL))
                .field("labels", labels())
                .field("annotations", annotations())
                .field("finalizers", listOf(string()))
                .field("ownerReferences", listOf(any()))
                .field("generateName", string())
                .field("creationTimestamp", string())
                .field("deletionTimestamp", string())
                .field("deletionGracePeriodSeconds", count())
                .field("generation", integer())
                .field("resourceVersion", string())
                .field("selfLink", string())
                .field("uid", string())
                .field("managedFields", any())
                .build();
    }
}
