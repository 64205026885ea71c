package com.adorsys.webank.deploy.schema;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A known key of a map. Immutable. */
public final class ShapeKey {
    private final String name;
    private final Shape shape;
    private final VersionRange versions;
    private final @Nullable VersionRange requiredIn;
    private final @Nullable Ignored ignored;

    ShapeKey(
            String name,
            Shape shape,
            VersionRange versions,
            @Nullable VersionRange requiredIn,
            @Nullable Ignored ignored) {
        this.name = name;
        this.shape = shape;
        this.versions = versions;
        this.requiredIn = requiredIn;
        this.ignored = ignored;
    }

    ShapeKey as(Shape changed) {
        return new ShapeKey(name, changed, versions, requiredIn, ignored);
    }

    ShapeKey in(VersionRange changed) {
        return new ShapeKey(name, shape, changed, requiredIn, ignored);
    }

    ShapeKey requiredIn(@Nullable VersionRange changed) {
        return new ShapeKey(name, shape, versions, changed, ignored);
    }

    /** The key. */
    public String name() {
        return name;
    }

    /** The shape of its value. */
    public Shape shape() {
        return shape;
    }

    /** The versions that know the key. */
    public VersionRange versions() {
        return versions;
    }

    /** Whether every version requires the key. */
    public boolean isRequired() {
        return requiredIn != null && requiredIn.isAll();
    }

    /** The versions that require the key; empty if none does. */
    public Optional<VersionRange> requiredIn() {
        return Optional.ofNullable(requiredIn);
    }

    /** Why the key has no effect; empty if it has one. */
    public Optional<Ignored> ignored() {
        return Optional.ofNullable(ignored);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * What a message says of a key that is read and has no effect.
     *
     * @param what the fact, a sentence without its full stop
     * @param remedy what to do, a sentence without its full stop
     */
    public record Ignored(String what, String remedy) {}
}
