package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The namespaces and custom resource definitions that a plan deletes; whatever is in them is deleted with them. */
final class Deletions {
    private final List<PlannedObject> containers = new ArrayList<>();

    Deletions(List<PlannedObject> objects) {
        for (PlannedObject object : objects) {
            boolean container = isNamespace(object.id()) || isDefinition(object.id());
            if (container && object.action() == Action.DELETE) {
                containers.add(object);
            }
        }
    }

    /**
     * The same plans, but a namespace or definition is kept if an object is in it that the plan does not delete: one that is
     * desired, or kept.
     */
    static List<PlannedObject> withheld(List<PlannedObject> objects) {
        Deletions deletions = new Deletions(objects);
        if (deletions.containers.isEmpty()) {
            return objects;
        }
        List<PlannedObject> safe = new ArrayList<>(objects);
        for (PlannedObject object : objects) {
            if (object.action() != Action.DELETE) {
                deletions
                        .taking(object.id())
                        .ifPresent(container ->
                                safe.replaceAll(other -> other.id().equals(container) && other.action() == Action.DELETE
                                        ? other.kept("`" + object.id() + "`, which stays, would go with it")
                                        : other));
            }
        }
        return safe;
    }

    /** The deleted namespace or definition with which an object is deleted; empty if there is none. */
    Optional<ResourceId> taking(ResourceId id) {
        return containers.stream()
                .filter(container -> isIn(id, container))
                .findFirst()
                .map(PlannedObject::id);
    }

    private static boolean isIn(ResourceId id, PlannedObject container) {
        if (isNamespace(container.id())) {
            return id.namespace().equals(container.id().name());
        }
        return container.live() != null
                && Definitions.in(ManifestSet.of(container.live().content()))
                        .of(id.group(), id.kind())
                        .isPresent();
    }

    static boolean isNamespace(ResourceId id) {
        return id.kind().equals("Namespace") && id.group().isEmpty();
    }

    static boolean isDefinition(ResourceId id) {
        return id.kind().equals("CustomResourceDefinition");
    }
}
