package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.PendingRegistration;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import org.jspecify.annotations.Nullable;

/** Separates liveness from readiness where they are the same probe. */
final class ProbesStep extends ContainerStep {
    private static final String[] BY_PATH = {"httpGet", "grpc"};

    ProbesStep() {
        super(
                "probes",
                "a slow start is tolerated, and a busy pod stops getting traffic before it is restarted",
                KUBERNETES + "concepts/configuration/liveness-readiness-startup-probes/");
    }

    /**
     * If liveness and readiness are the same probe, adds a startup probe that allows 150 s, lets liveness only open a
     * connection, and raises its threshold. Probes that differ are a choice and stay.
     */
    @Override
    MapTree changed(MapTree container, ReleasePart part) {
        MapTree liveness = container.map("livenessProbe").orElse(MapTree.of());
        if (liveness.isEmpty() || !liveness.equals(Trees.map(container, "readinessProbe"))) {
            return container;
        }
        MapTree asked = handler(liveness);
        MapTree connection = connection(asked);
        // Pending registration answers requests for its health with 401.
        MapTree start = part.component().orElse(null) instanceof PendingRegistration ? connection : asked;
        MapTree.Builder changed = MapTree.builder(container.size() + 1);
        for (int i = 0; i < container.size(); i++) {
            String key = container.keyAt(i);
            if (key.equals("livenessProbe")) {
                if (!container.has("startupProbe")) {
                    changed.put("startupProbe", with(start, 5, 30));
                }
                changed.put(key, with(connection, 10, 6));
            } else if (key.equals("readinessProbe")) {
                changed.put(key, liveness.without("initialDelaySeconds"));
            } else {
                changed.put(key, container.valueAt(i));
            }
        }
        return changed.build();
    }

    private static MapTree handler(MapTree probe) {
        MapTree.Builder handler = MapTree.builder(3);
        for (int i = 0; i < probe.size(); i++) {
            if (!(probe.valueAt(i) instanceof ScalarTree)) {
                handler.put(probe.keyAt(i), probe.valueAt(i));
            }
        }
        return handler.build();
    }

    /** A connection to the port of a request; a command stays as it is. */
    private static MapTree connection(MapTree handler) {
        for (String request : BY_PATH) {
            @Nullable Tree port = Trees.map(handler, request).get("port");
            if (port != null) {
                return MapTree.of("tcpSocket", MapTree.of("port", port));
            }
        }
        return handler;
    }

    private static MapTree with(MapTree handler, int periodSeconds, int failures) {
        return handler.toBuilder()
                .put("periodSeconds", periodSeconds)
                .put("timeoutSeconds", 5)
                .put("failureThreshold", failures)
                .build();
    }
}
