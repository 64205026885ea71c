package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.InClusterDatabase;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.internal.PodContainers;
import com.adorsys.webank.deploy.dsl.pod.ImageNeeds;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Adds the requests and limits that containers do not have.
 *
 * <p>Requests are always complete. Limits of CPU and memory are added to containers without any: whoever sets one of them
 * leaves out the other deliberately.
 */
final class ResourcesStep extends PodStep {
    private static final String CPU = "cpu";
    private static final String MEMORY = "memory";
    private static final String STORAGE = "ephemeral-storage";

    /** The room for logs and for what is written outside of the writable folders. */
    private static final long LOGS = 256;

    private static final MapTree BACKEND = amounts("200m", "1Gi");
    private static final MapTree BACKEND_LIMITS = amounts("2", "1Gi");
    private static final MapTree NGINX = amounts("50m", "64Mi");
    private static final MapTree NGINX_LIMITS = amounts("500m", "128Mi");
    private static final MapTree DATABASE = Trees.map(InClusterDatabase.RESOURCES.tree(), "requests");
    private static final MapTree DATABASE_LIMITS = amounts("2", "1Gi");
    private static final MapTree OTHER = amounts("100m", "128Mi");
    private static final MapTree OTHER_LIMITS = amounts("1", "512Mi");
    private static final MapTree REQUESTED_STORAGE = MapTree.of(STORAGE, "64Mi");

    ResourcesStep() {
        super(
                "resources",
                "the scheduler and the autoscaler work with the containers' requests, and a container that uses too much is stopped, not its neighbours",
                KUBERNETES + "concepts/configuration/manage-resources-containers/");
    }

    private static MapTree amounts(String cpu, String memory) {
        return MapTree.builder(2).put(CPU, cpu).put(MEMORY, memory).build();
    }

    @Override
    MapTree changed(MapTree pod, MapTree workload, ReleasePart part, StepContext context) {
        return part.component().isEmpty() && part.database().isEmpty() ? pod : PodContainers.edit(pod, new Edit(part));
    }

    private record Edit(ReleasePart part) implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree container) {
            return changed(container, part);
        }
    }

    private static MapTree changed(MapTree container, ReleasePart part) {
        boolean isMain = Containers.isMain(container, part);
        MapTree resources = container.map("resources").orElse(isMain ? said(part) : MapTree.of());
        MapTree limits = Trees.map(resources, "limits");
        MapTree requests = Trees.map(resources, "requests");
        if (limits.isEmpty() && requests.isEmpty()) {
            // The defaults fit each other.
            limits = defaults(part, isMain, true);
            requests = defaults(part, isMain, false);
        } else if (!limits.has(CPU) && !limits.has(MEMORY)) {
            limits = atLeast(defaults(part, isMain, true), requests, limits);
        }
        // A resource with a limit and no request would request its limit.
        requests = atMost(defaults(part, isMain, false), limits, requests);
        MapTree complete = limits;
        if (!limits.has(STORAGE)) {
            long folders = isMain ? needs(part).writableMebibytes() : 0;
            complete = atLeast(MapTree.of(STORAGE, mebibytes(LOGS + folders)), requests, limits);
        }
        // The default of the limit is larger than that of the request.
        requests = atMost(REQUESTED_STORAGE, limits, requests);
        return container.with(
                "resources",
                resources.toBuilder()
                        .put("requests", requests)
                        .put("limits", complete)
                        .build());
    }

    private static ImageNeeds needs(ReleasePart part) {
        return part.component().isPresent()
                ? part.component().get().imageNeeds()
                : part.database().orElseThrow().imageNeeds();
    }

    private static MapTree defaults(ReleasePart part, boolean isMain, boolean limits) {
        if (!isMain) {
            return limits ? OTHER_LIMITS : OTHER;
        }
        if (part.database().isPresent()) {
            return limits ? DATABASE_LIMITS : DATABASE;
        }
        boolean isNginx = part.component().orElse(null) instanceof UserApp;
        return isNginx ? (limits ? NGINX_LIMITS : NGINX) : (limits ? BACKEND_LIMITS : BACKEND);
    }

    /** The limits with those defaults that are missing; a default below the request becomes the request. */
    private static MapTree atLeast(MapTree defaults, MapTree requests, MapTree limits) {
        MapTree complete = limits;
        for (int i = 0; i < defaults.size(); i++) {
            String name = defaults.keyAt(i);
            if (!complete.has(name)) {
                complete = complete.with(name, larger(amount(defaults, name), amount(requests, name)));
            }
        }
        return complete;
    }

    /** The requests with those defaults that are missing; a default above the limit becomes the limit. */
    private static MapTree atMost(MapTree defaults, MapTree limits, MapTree requests) {
        MapTree complete = requests;
        for (int i = 0; i < defaults.size(); i++) {
            String name = defaults.keyAt(i);
            if (!complete.has(name)) {
                String limit = amount(limits, name);
                String amount = amount(defaults, name);
                boolean above = !limit.isEmpty() && larger(amount, limit).equals(amount);
                complete = complete.with(name, above ? limit : amount);
            }
        }
        return complete;
    }

    /** The amount of a resource, which may be written as a number; empty for none. */
    private static String amount(MapTree amounts, String name) {
        return amounts.get(name) instanceof ScalarTree scalar ? scalar.text() : "";
    }

    private static String larger(String one, String other) {
        return other.isEmpty() || one.equals(other)
                ? one
                : ResourceQuantity.parse(one).compareTo(ResourceQuantity.parse(other)) >= 0 ? one : other;
    }

    private static String mebibytes(long count) {
        return count % 1024 == 0 ? count / 1024 + "Gi" : count + "Mi";
    }

    /** The resources of the main container in chart values, which the chart does not render. */
    private static MapTree said(ReleasePart part) {
        Optional<Component> component = part.component();
        return component.isPresent() && component.get().resources().isPresent()
                ? component.get().resources().get().tree()
                : MapTree.of();
    }
}
