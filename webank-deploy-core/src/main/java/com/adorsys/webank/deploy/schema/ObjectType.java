package com.adorsys.webank.deploy.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A map with known keys. Immutable. */
public final class ObjectType {
    private final String name;
    private final List<Field> fields;
    private final boolean open;
    private final boolean atomic;
    private final VersionRange versions;

    ObjectType(String name, List<Field> fields, boolean open, boolean atomic, VersionRange versions) {
        this.name = name;
        this.fields = Collections.unmodifiableList(fields);
        this.open = open;
        this.atomic = atomic;
        this.versions = versions;
    }

    /**
     * {@code core/v1.Container}. A map with known keys inside a custom resource is named by its path; equal ones have the name
     * of one of them.
     */
    public String name() {
        return name;
    }

    /** The keys, sorted. */
    public List<Field> fields() {
        return fields;
    }

    /** A key. */
    public Optional<Field> field(String key) {
        int low = 0;
        int high = fields.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Field field = fields.get(middle);
            int order = field.name().compareTo(key);
            if (order == 0) {
                return Optional.of(field);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** Whether the API keeps other keys too. */
    public boolean isOpen() {
        return open;
    }

    /** Whether the whole map has one owner in a server-side apply. */
    public boolean isAtomic() {
        return atomic;
    }

    /** The versions that know the type. */
    public VersionRange versions() {
        return versions;
    }

    @Override
    public String toString() {
        return name;
    }
}
