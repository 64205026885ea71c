package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;

/** Names the port of each component's main container. */
final class PortNamesStep extends ContainerStep {
    /** The name of the main port of a component. */
    static final String HTTP = "http";

    PortNamesStep() {
        super(
                "port-names",
                "a Service can target the port by its name, so that the port's number can change in a roll-out without a gap",
                KUBERNETES + "concepts/services-networking/service/#field-spec-ports");
    }

    @Override
    MapTree changed(MapTree container, ReleasePart part) {
        return Containers.isMain(container, part) ? named(container) : container;
    }

    /** The container with a name for its first port, if it has none and no other port has that name. */
    static MapTree named(MapTree container) {
        ListTree ports = Trees.list(container, "ports");
        if (ports.isEmpty() || hasPort(container, HTTP) || Trees.map(ports, 0).has("name")) {
            return container;
        }
        List<Tree> all = new ArrayList<>(ports.items());
        MapTree first = Trees.map(ports, 0);
        all.set(
                0,
                MapTree.builder(first.size() + 1)
                        .put("name", HTTP)
                        .putAll(first)
                        .build());
        return container.with("ports", ListTree.of(all));
    }

    static boolean hasPort(MapTree container, String name) {
        for (Tree port : Trees.list(container, "ports")) {
            if (Trees.text(Trees.map(port), "name").equals(name)) {
                return true;
            }
        }
        return false;
    }
}
