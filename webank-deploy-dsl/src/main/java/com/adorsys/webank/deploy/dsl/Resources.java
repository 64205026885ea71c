package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Quantity;
import com.adorsys.webank.deploy.manifest.MapTree;

/** What a container requests, and what it may use at most. Immutable. */
public final class Resources {
    private final MapTree tree;

    private Resources(MapTree tree) {
        this.tree = tree;
    }

    /**
     * Requests without limits.
     *
     * @param cpu such as {@code 200m}
     * @param memory such as {@code 512Mi}
     * @throws DeployException.InvalidInput if one is no Kubernetes quantity
     */
    public static Resources request(String cpu, String memory) {
        return new Resources(MapTree.of("requests", pair(cpu, memory)));
    }

    /**
     * These requests, with limits.
     *
     * @throws DeployException.InvalidInput if one is no Kubernetes quantity, or lower than its request
     */
    public Resources withLimits(String cpu, String memory) {
        return new Resources(tree.with("limits", pair(cpu, memory))).checked();
    }

    /**
     * These requests, with a limit for memory alone, so that a busy pod is never slowed down while the node is idle.
     *
     * @throws DeployException.InvalidInput if it is no Kubernetes quantity, or lower than the request
     */
    public Resources withMemoryLimit(String memory) {
        return new Resources(tree.with(
                        "limits", MapTree.of("memory", Quantity.parse(memory).text())))
                .checked();
    }

    static Resources ofChart(MapTree tree) {
        return new Resources(tree);
    }

    MapTree tree() {
        return tree;
    }

    private static MapTree pair(String cpu, String memory) {
        return MapTree.builder(2)
                .put("cpu", Quantity.parse(cpu).text())
                .put("memory", Quantity.parse(memory).text())
                .build();
    }

    private Resources checked() {
        MapTree requests = tree.map("requests").orElse(MapTree.of());
        MapTree limits = tree.map("limits").orElse(MapTree.of());
        for (String name : limits.keys()) {
            String limit = limits.string(name).orElse("0");
            String request = requests.string(name).orElse("0");
            if (Quantity.parse(limit).compareTo(Quantity.parse(request)) < 0) {
                throw new DeployException.InvalidInput(Problem.error(
                        "OUT_OF_RANGE",
                        Location.of("resources.limits." + name),
                        "the limit `" + limit + "` is lower than the request `" + request + "`",
                        "Raise the limit or lower the request"));
            }
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Resources that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tree.forEach((part, amounts) -> {
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
