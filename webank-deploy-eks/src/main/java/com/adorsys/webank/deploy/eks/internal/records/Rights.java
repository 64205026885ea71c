package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.Release;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Verbs on resources, each for some names of objects, or for every name. Not thread-safe. */
public final class Rights {
    /** In place of a name: every name, as for a list, or for an object that is created by a POST. */
    public static final String EVERY_NAME = "";

    private final Map<Place, Map<String, Set<String>>> needs = new TreeMap<>();

    /**
     * A resource in a namespace.
     *
     * @param namespace empty for resources without namespaces
     */
    public record Place(String group, String resource, String namespace) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return resource
                    + (group.isEmpty() ? "" : "." + group)
                    + (namespace.isEmpty() ? "" : " in `" + namespace + "`");
        }
    }

    /** Adds verbs on an object, or on {@link #EVERY_NAME}. */
    public void need(Place place, String name, String... verbs) {
        Map<String, Set<String>> needed = needs.computeIfAbsent(place, any -> new TreeMap<>());
        for (String verb : verbs) {
            needed.computeIfAbsent(verb, any -> new TreeSet<>()).add(name);
        }
    }

    /** Adds what reading the records of a release requires. */
    public void readRecords(Release release) {
        need(configMaps(release), RecordNames.name(release), "get");
        need(secrets(release), EVERY_NAME, "get", "list");
        need(leases(release), RecordNames.name(release), "get");
    }

    /** Adds what writing the records of a release requires. Each revision is a Secret with a name of its own. */
    public void writeRecords(Release release) {
        readRecords(release);
        need(configMaps(release), EVERY_NAME, "create");
        need(configMaps(release), RecordNames.name(release), "update");
        need(secrets(release), EVERY_NAME, "create", "delete");
        needLease(release);
    }

    /** Adds what deleting the records of a release requires. */
    public void deleteRecords(Release release) {
        readRecords(release);
        need(configMaps(release), RecordNames.name(release), "update", "delete");
        need(secrets(release), EVERY_NAME, "delete");
        needLease(release);
        need(leases(release), RecordNames.name(release), "delete");
    }

    /** How the names of all that belongs to the rights of a release begin. */
    public static String prefix(Release release) {
        return RecordNames.name(release);
    }

    private void needLease(Release release) {
        need(leases(release), EVERY_NAME, "create");
        need(leases(release), RecordNames.name(release), "update");
    }

    private static Place configMaps(Release release) {
        return new Place("", "configmaps", release.namespace());
    }

    private static Place secrets(Release release) {
        return new Place("", "secrets", release.namespace());
    }

    private static Place leases(Release release) {
        return new Place("coordination.k8s.io", "leases", release.namespace());
    }

    /** Visits each resource with its verbs, and the names that each verb is for. Both are sorted. */
    public void forEach(BiConsumer<Place, Map<String, Set<String>>> visitor) {
        needs.forEach(visitor);
    }
}
