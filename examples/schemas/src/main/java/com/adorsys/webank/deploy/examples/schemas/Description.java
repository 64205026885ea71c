package com.adorsys.webank.deploy.examples.schemas;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one version of a product says of its kinds and types. Collects while a description is read. */
final class Description {
    /**
     * A field of a type.
     *
     * @param type a scalar's name, {@code []} or <code>{}</code> and a type, or the name of a type
     * @param required whether the API refuses an object without it
     * @param values the values of an enumeration, of the field itself or of its items; empty for any
     * @param rules the other attributes as they are written, sorted: {@code keys=name}, {@code default="TCP"}
     */
    record Field(String type, boolean required, SortedSet<String> values, List<String> rules) {}

    /**
     * A map with known keys.
     *
     * @param open whether other keys are kept as well
     * @param atomic whether it has one owner in a server-side apply
     */
    record Type(SortedMap<String, Field> fields, boolean open, boolean atomic) {}

    /**
     * A kind that the API serves.
     *
     * @param type the name of its type
     */
    record Kind(String apiVersion, String name, boolean namespaced, String type) {}

    /**
     * When an API version of a kind is deprecated and removed.
     *
     * @param deprecated the minor version of Kubernetes 1; 0 if it is not
     * @param removed the minor version of Kubernetes 1; 0 if it is not
     * @param replacement {@code apps/v1 Deployment}; null if none is named
     */
    record Lifecycle(int deprecated, int removed, @Nullable String replacement) {}

    /** By {@code apiVersion kind}. */
    final SortedMap<String, Kind> kinds = new TreeMap<>();

    /** By {@code group/version.Name}. */
    final SortedMap<String, Type> types = new TreeMap<>();

    /** By {@code apiVersion kind}. */
    final SortedMap<String, Lifecycle> lifecycles = new TreeMap<>();

    void add(Kind kind) {
        kinds.put(kind.apiVersion() + " " + kind.name(), kind);
    }

    /** The name of a type's group: what is before the last slash. */
    static String groupOf(String type) {
        return type.substring(0, type.indexOf('/'));
    }

    /** The group of an API version; {@code core} for that of pods. */
    static String groupOfApi(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "core" : apiVersion.substring(0, slash);
    }
}
