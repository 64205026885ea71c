package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A step that changes no object of the release: it adds labels to the namespace of an environment. */
public final class NamespaceStep extends LibraryStep {
    private static final String READINESS_GATES = "readiness-gates";
    private static final String WARN = "namespace-warn";
    private static final String ENFORCE = "namespace-enforce";

    private static final String POD_SECURITY = "pod-security.kubernetes.io/";
    private static final String PODS = KUBERNETES + "concepts/security/pod-security-admission/";

    private NamespaceStep(String name, String reason, String reference) {
        super(name, Phase.NAMESPACE, ChangeClass.METADATA, reason, reference);
    }

    /** A pod behind an AWS load balancer is ready only when the load balancer takes it for healthy. */
    static NamespaceStep readinessGates() {
        return new NamespaceStep(
                READINESS_GATES,
                "a roll-out does not remove an old pod before the load balancer knows the new one",
                "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/");
    }

    /** Pods that are not restricted draw warnings and entries in the audit log. */
    static NamespaceStep warn() {
        return new NamespaceStep(
                WARN, "the API server shows which pods break the restricted Pod Security Standard", PODS);
    }

    /** Pods that are not restricted are refused. */
    static NamespaceStep enforce() {
        return new NamespaceStep(
                ENFORCE, "the API server admits no pod that breaks the restricted Pod Security Standard", PODS);
    }

    /** Whether the namespace refuses pods that are not restricted. */
    public static boolean enforces(Posture posture) {
        return posture.has(ENFORCE);
    }

    /**
     * The labels of the namespace in a posture, sorted.
     *
     * @param version the version of the Pod Security Standards: {@code latest} or {@code v1.35}
     */
    public static Map<String, String> labels(Posture posture, Webank webank, String version) {
        Map<String, String> labels = new TreeMap<>();
        if (posture.has(READINESS_GATES) && LoadBalancing.isBefore(webank)) {
            labels.put("elbv2.k8s.aws/pod-readiness-gate-inject", "enabled");
        }
        if (posture.has(WARN)) {
            putRestricted("warn", version, labels);
            putRestricted("audit", version, labels);
        }
        if (posture.has(ENFORCE)) {
            putRestricted("enforce", version, labels);
        }
        return labels;
    }

    private static void putRestricted(String mode, String version, Map<String, String> labels) {
        labels.put(POD_SECURITY + mode, "restricted");
        labels.put(POD_SECURITY + mode + "-version", version);
    }

    @Override
    public List<ReleasePart> applyTo(List<ReleasePart> parts, StepContext context) {
        return parts;
    }
}
