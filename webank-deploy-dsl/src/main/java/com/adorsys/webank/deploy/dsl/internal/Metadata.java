package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object's name, namespace, labels and annotations.
 *
 * @param name the object's name
 * @param namespace the object's namespace
 * @param labels all labels, sorted
 * @param annotations all annotations, sorted
 */
public record Metadata(String name, String namespace, MapTree labels, MapTree annotations) {
    /** A copy with another name. */
    public Metadata named(String otherName) {
        return new Metadata(otherName, namespace, labels, annotations);
    }

    /** A copy with other labels and annotations. */
    public Metadata with(MapTree otherLabels, MapTree otherAnnotations) {
        return new Metadata(name, namespace, otherLabels, otherAnnotations);
    }

    /**
     * Merges two maps, sorted by key; entries of the second one win. An empty value does not replace a standard label,
     * as in the charts.
     */
    public static MapTree merged(MapTree under, Map<String, String> over) {
        if (over.isEmpty()) {
            return under;
        }
        if (under.isEmpty()) {
            return MapTree.ofStrings(new TreeMap<>(over));
        }
        Map<String, Tree> all = new TreeMap<>();
        for (int i = 0; i < under.size(); i++) {
            all.put(under.keyAt(i), under.valueAt(i));
        }
        for (Map.Entry<String, String> entry : over.entrySet()) {
            String key = entry.getKey();
            if (!(entry.getValue().isEmpty() && StandardLabels.has(key) && all.containsKey(key))) {
                all.put(key, ScalarTree.of(entry.getValue()));
            }
        }
        MapTree.Builder sorted = MapTree.builder(all.size());
        for (Map.Entry<String, Tree> entry : all.entrySet()) {
            sorted.put(entry.getKey(), entry.getValue());
        }
        return sorted.build();
    }

    /** Starts an object with this metadata; the caller adds the other fields. */
    MapTree.Builder object(String apiVersion, String kind) {
        return MapTree.builder(6)
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put(
                        "metadata",
                        MapTree.builder(4)
                                .put("name", name)
                                .put("namespace", namespace)
                                .putUnlessEmpty("labels", labels)
                                .putUnlessEmpty("annotations", annotations)
                                .build());
    }
}
