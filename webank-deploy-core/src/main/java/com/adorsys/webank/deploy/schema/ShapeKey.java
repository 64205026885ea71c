package com.adorsys.webank.deploy.schema;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A known key of a map. Immutable. */
public final class ShapeKey {
    private final String name;
    private final @Nullable Source source;
    private final @Nullable VersionRange requiredIn;
    private final @Nullable Ignored ignored;
    // Read from the source when it is needed. A shape has only final fields, so two threads that ask at the same time
    // do no
    // harm.
    private @Nullable Shape shape;

    private ShapeKey(
            String name,
            @Nullable Shape shape,
            @Nullable Source source,
            @Nullable VersionRange requiredIn,
            @Nullable Ignored ignored) {
        // The keys of manifests are mostly constants, and the same instance is the fastest to compare.
        this.name = name.intern();
        this.shape = shape;
        this.source = source;
        this.requiredIn = requiredIn;
        this.ignored = ignored;
    }

    /** A key that every version knows. */
    static ShapeKey of(String name, Shape shape, @Nullable VersionRange requiredIn, @Nullable Ignored ignored) {
        return new ShapeKey(name, shape, null, requiredIn, ignored);
    }

    /** A key that is described. */
    static ShapeKey of(String name, Source source, @Nullable VersionRange requiredIn) {
        return new ShapeKey(name, null, source, requiredIn, null);
    }

    /** What is known of a key, but read only when it is needed. */
    interface Source {
        /** The shape of its value. */
        Shape shape();

        /** The versions that know it. */
        VersionRange versions();
    }

    ShapeKey as(Shape changed) {
        return new ShapeKey(name, changed, source, requiredIn, ignored);
    }

    ShapeKey requiredIn(@Nullable VersionRange changed) {
        return new ShapeKey(name, shape, source, changed, ignored);
    }

    /** Whether the shape is there already. */
    boolean isRead() {
        return shape != null;
    }

    /** The key. */
    public String name() {
        return name;
    }

    /** The shape of its value. */
    public Shape shape() {
        Shape known = shape;
        if (known == null) {
            known = Objects.requireNonNull(source).shape();
            shape = known;
        }
        return known;
    }

    /** The versions that know the key. */
    public VersionRange versions() {
        return source == null ? VersionRange.ALL : source.versions();
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
