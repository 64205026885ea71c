package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import java.util.Optional;

/** Adds a startup probe, and lets the liveness probe wait longer than the readiness probe. */
final class ProbesStep extends ContainerStep {
    ProbesStep() {
        super(
                "probes",
                "a slow start is tolerated, and a busy pod stops getting traffic before it is restarted",
                KUBERNETES + "concepts/configuration/liveness-readiness-startup-probes/");
    }

    /**
     * If liveness and readiness are the same probe, adds a startup probe that allows 150 s, and raises the liveness
     * threshold.
     */
    @Override
    MapTree changed(MapTree container, ReleasePart part) {
        Optional<MapTree> liveness = container.map("livenessProbe");
        if (liveness.isEmpty() || !liveness.equals(container.map("readinessProbe"))) {
            return container;
        }
        MapTree asked = liveness.get();
        MapTree.Builder handlerOnly = MapTree.builder(3);
        for (int i = 0; i < asked.size(); i++) {
            if (!(asked.valueAt(i) instanceof ScalarTree)) {
                handlerOnly.put(asked.keyAt(i), asked.valueAt(i));
            }
        }
        MapTree handler = handlerOnly.build();
        MapTree.Builder changed = MapTree.builder(container.size() + 1);
        for (int i = 0; i < container.size(); i++) {
            String key = container.keyAt(i);
            if (key.equals("livenessProbe")) {
                if (!container.has("startupProbe")) {
                    changed.put("startupProbe", with(handler, 5, 30));
                }
                changed.put(key, with(handler, 10, 6));
            } else if (key.equals("readinessProbe")) {
                changed.put(key, asked.without("initialDelaySeconds"));
            } else {
                changed.put(key, container.valueAt(i));
            }
        }
        return changed.build();
    }

    private static MapTree with(MapTree handler, int periodSeconds, int failures) {
        return handler.toBuilder()
                .put("periodSeconds", periodSeconds)
                .put("timeoutSeconds", 5)
                .put("failureThreshold", failures)
                .build();
    }
}
