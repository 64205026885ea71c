package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.MapTree;

/**
 * An object's name, place, labels and annotations.
 *
 * @param name the object's name
 * @param namespace the object's namespace
 * @param labels all labels, sorted
 * @param annotations all annotations, sorted
 */
public record Metadata(String name, String namespace, MapTree labels, MapTree annotations) {
    /** The same with another name. */
    public Metadata named(String otherName) {
        return new Metadata(otherName, namespace, labels, annotations);
    }

    /** The same with other labels and annotations. */
    public Metadata with(MapTree otherLabels, MapTree otherAnnotations) {
        return new Metadata(name, namespace, otherLabels, otherAnnotations);
    }

    /** An object of this metadata, to which the caller adds what its kind has. */
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
