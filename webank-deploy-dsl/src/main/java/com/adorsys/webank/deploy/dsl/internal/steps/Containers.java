package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.InClusterDatabase;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;

/** The containers of a part. */
final class Containers {
    private Containers() {}

    /** Whether a container is the main one of a component or a database. */
    static boolean isMain(MapTree container, ReleasePart part) {
        return Trees.text(container, "name").equals(mainName(part));
    }

    /** The name of the main container; empty if the part has no pods. */
    static String mainName(ReleasePart part) {
        Component component = part.component().orElse(null);
        if (component != null) {
            return component.containerName();
        }
        return part.database().isPresent() ? InClusterDatabase.CONTAINER : "";
    }

    /** The main container of a pod; empty if there is none. */
    static MapTree main(MapTree pod, ReleasePart part) {
        for (Tree container : Trees.list(pod, "containers")) {
            if (isMain(Trees.map(container), part)) {
                return Trees.map(container);
            }
        }
        return MapTree.of();
    }

    /** A container with one more environment variable, unless it has it already. */
    static MapTree withVariable(MapTree container, String name, String value) {
        ListTree env = Trees.list(container, "env");
        for (Tree variable : env) {
            if (Trees.text(Trees.map(variable), "name").equals(name)) {
                return container;
            }
        }
        return container.with(
                "env",
                env.plus(
                        MapTree.builder(2).put("name", name).put("value", value).build()));
    }
}
