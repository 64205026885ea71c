package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/** The resource requests and limits of a container. Immutable. */
public final class Resources extends TreeValue {
    private Resources(MapTree tree) {
        super(tree);
    }

    /** No requests and limits, to start from. The hardened posture still adds its default requests. */
    public static Resources none() {
        return new Resources(MapTree.of());
    }

    /**
     * Requests without limits.
     *
     * @param cpu such as {@code 200m}
     * @param memory such as {@code 512Mi}
     * @throws DeployException.InvalidInput if one is not a Kubernetes quantity
     */
    public static Resources request(String cpu, String memory) {
        return new Resources(MapTree.of("requests", pair(cpu, memory)));
    }

    /** A container's {@code resources} as in the Kubernetes API. */
    public static Resources of(MapTree tree) {
        return new Resources(tree);
    }

    /**
     * A copy with a request for a resource.
     *
     * @param name such as {@code ephemeral-storage}
     * @param amount such as {@code 1Gi}
     * @throws DeployException.InvalidInput if the amount is not a Kubernetes quantity, or higher than its limit
     */
    public Resources withRequest(String name, String amount) {
        return with(
                "requests",
                MapTree.of(
                        labelKey("resources", name),
                        ResourceQuantity.parse(amount).text()));
    }

    /**
     * A copy with a limit for a resource. For an extended resource such as {@code nvidia.com/gpu}, the limit is also
     * the request.
     *
     * @throws DeployException.InvalidInput if the amount is not a Kubernetes quantity, or lower than its request
     */
    public Resources withLimit(String name, String amount) {
        return with(
                "limits",
                MapTree.of(
                        labelKey("resources", name),
                        ResourceQuantity.parse(amount).text()));
    }

    /**
     * A copy with limits for CPU and memory.
     *
     * @throws DeployException.InvalidInput if one is not a Kubernetes quantity, or lower than its request
     */
    public Resources withLimits(String cpu, String memory) {
        return with("limits", pair(cpu, memory));
    }

    /**
     * A copy with a limit for memory only. Without a CPU limit, a busy pod is not throttled while the node is idle.
     *
     * @throws DeployException.InvalidInput if it is not a Kubernetes quantity, or lower than the request
     */
    public Resources withMemoryLimit(String memory) {
        MapTree limits = Trees.map(tree(), "limits").without("cpu");
        return new Resources(tree().with("limits", limits)).withLimit("memory", memory);
    }

    private Resources with(String part, MapTree amounts) {
        MapTree all = Trees.map(tree(), part).toBuilder().putAll(amounts).build();
        return new Resources(tree().with(part, all)).checked();
    }

    private static MapTree pair(String cpu, String memory) {
        return MapTree.builder(2)
                .put("cpu", ResourceQuantity.parse(cpu).text())
                .put("memory", ResourceQuantity.parse(memory).text())
                .build();
    }

    private Resources checked() {
        MapTree requests = Trees.map(tree(), "requests");
        MapTree limits = Trees.map(tree(), "limits");
        for (String name : limits.keys()) {
            String limit = limits.string(name).orElse("0");
            String request = requests.string(name).orElse("0");
            if (ResourceQuantity.parse(limit).compareTo(ResourceQuantity.parse(request)) < 0) {
                throw invalid(
                        ProblemCodes.OUT_OF_RANGE,
                        "resources.limits." + name,
                        "the limit `" + limit + "` is lower than the request `" + request + "`",
                        "Raise the limit or lower the request");
            }
        }
        return this;
    }

    /** All requests and limits. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tree().forEach((part, amounts) -> {
            if (amounts instanceof MapTree map) {
                for (String name : map.keys()) {
                    text.append(text.length() == 0 ? "" : ", ")
                            .append(part)
                            .append(' ')
                            .append(name)
                            .append(' ')
                            .append(map.string(name).orElse("?"));
                }
            }
        });
        return text.toString();
    }
}
