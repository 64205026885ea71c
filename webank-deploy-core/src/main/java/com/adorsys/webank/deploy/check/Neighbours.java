package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects by namespace. One without a namespace is in that of the release, which is not known, so it is a neighbour of all. */
final class Neighbours {
    private final List<Manifest> all = new ArrayList<>();
    private final Map<String, List<Manifest>> byNamespace = new HashMap<>();

    /** Adds an object. */
    void add(Manifest manifest) {
        all.add(manifest);
        List<Manifest> known = byNamespace.get(manifest.namespace());
        if (known == null) {
            known = new ArrayList<>(2);
            byNamespace.put(manifest.namespace(), known);
        }
        known.add(manifest);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** All objects, in the order in which they were added. */
    List<Manifest> all() {
        return all;
    }

    /** Those that may be in the namespace of another object. */
    List<Manifest> of(Manifest other) {
        if (other.namespace().isEmpty()) {
            return all;
        }
        List<Manifest> own = byNamespace.getOrDefault(other.namespace(), List.of());
        List<Manifest> anywhere = byNamespace.getOrDefault("", List.of());
        if (anywhere.isEmpty() || own.isEmpty()) {
            return anywhere.isEmpty() ? own : anywhere;
        }
        // In the order of a set, which starts with those without a namespace.
        List<Manifest> both = new ArrayList<>(anywhere);
        both.addAll(own);
        return both;
    }
}
