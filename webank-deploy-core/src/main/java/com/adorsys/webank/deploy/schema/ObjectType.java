package com.adorsys.webank.deploy.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A map with known keys. Immutable. */
public final class ObjectType {
    private final String name;
    private final Map<String, Field> fields;
    private final boolean open;
    private final boolean atomic;
    private final VersionRange versions;

    ObjectType(String name, List<Field> fields, boolean open, boolean atomic, VersionRange versions) {
        this.name = name;
        Map<String, Field> byName = new LinkedHashMap<>();
        for (Field field : fields) {
            byName.put(field.name(), field);
        }
        this.fields = Collections.unmodifiableMap(byName);
        this.open = open;
        this.atomic = atomic;
        this.versions = versions;
    }

    /** {@code core/v1.Container}; a type that stands inside a custom resource is named by its path there. */
    public String name() {
        return name;
    }

    /** The keys, sorted. */
    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /** A key. */
    public Optional<Field> field(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** Whether the API keeps other keys too. */
    public boolean isOpen() {
        return open;
    }

    /** Whether a server-side apply gives the whole map one owner. */
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
