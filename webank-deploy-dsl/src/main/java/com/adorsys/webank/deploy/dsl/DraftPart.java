package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects that one component, or one thing that belongs to none, is being rendered to; at most one of a kind. */
final class DraftPart {
    private final @Nullable Component component;
    private final Map<String, MapTree> objects = new LinkedHashMap<>();

    DraftPart(@Nullable Component component) {
        this.component = component;
    }

    Optional<Component> component() {
        return Optional.ofNullable(component);
    }

    @Nullable
    MapTree get(String kind) {
        return objects.get(kind);
    }

    boolean has(String kind) {
        return objects.containsKey(kind);
    }

    void put(String kind, MapTree object) {
        objects.put(kind, object);
    }

    /** The kinds that there are now. */
    List<String> kinds() {
        return List.copyOf(objects.keySet());
    }

    Iterable<MapTree> objects() {
        return objects.values();
    }
}
