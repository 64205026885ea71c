package com.adorsys.webank.deploy.schema;

import java.util.List;
import java.util.Optional;

/**
 * Where the objects of Kubernetes have the pods that they are or describe. A table, so that a render reads no description;
 * a test compares it with the descriptions: the kinds that lead to a {@code PodTemplateSpec} or a {@code PodSpec}.
 */
public final class PodTemplates {
    private static final Optional<List<String>> NONE = Optional.empty();
    private static final Optional<List<String>> OBJECT = Optional.of(List.of());
    private static final Optional<List<String>> TEMPLATE = Optional.of(List.of("template"));
    private static final Optional<List<String>> SPEC = Optional.of(List.of("spec", "template"));
    private static final Optional<List<String>> JOB = Optional.of(List.of("spec", "jobTemplate", "spec", "template"));

    private PodTemplates() {}

    /**
     * The path of the map that has the {@code metadata} and the {@code spec} of a pod: {@code spec.template} of a Deployment,
     * a path without keys of a Pod; empty if the kind has none, or nobody describes it. The version of the API does not matter.
     */
    public static Optional<List<String>> path(String apiVersion, String kind) {
        return switch (kind) {
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" -> isIn("apps/", apiVersion) ? SPEC : NONE;
            case "Job" -> isIn("batch/", apiVersion) ? SPEC : NONE;
            case "CronJob" -> isIn("batch/", apiVersion) ? JOB : NONE;
            case "ReplicationController" -> isCore(apiVersion) ? SPEC : NONE;
            case "PodTemplate" -> isCore(apiVersion) ? TEMPLATE : NONE;
            case "Pod" -> isCore(apiVersion) ? OBJECT : NONE;
            default -> NONE;
        };
    }

    /**
     * As {@link #path}, and {@code spec.template} for all other kinds: custom workloads have their pods there, too.
     */
    public static List<String> likelyPath(String apiVersion, String kind) {
        Optional<List<String>> path = path(apiVersion, kind);
        return path.isPresent() ? path.get() : SPEC.orElseThrow();
    }

    /** Whether objects of a kind are pods, or its controller makes pods: not so for a PodTemplate. */
    public static boolean makesPods(String apiVersion, String kind) {
        return path(apiVersion, kind).isPresent() && !kind.equals("PodTemplate");
    }

    private static boolean isIn(String group, String apiVersion) {
        return apiVersion.startsWith(group);
    }

    private static boolean isCore(String apiVersion) {
        return apiVersion.indexOf('/') < 0;
    }
}
