package com.adorsys.webank.deploy.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the keys of a map. Not thread-safe. */
public final class ShapeBuilder {
    private final Map<String, ShapeKey> keys = new LinkedHashMap<>();
    private final Map<String, String> hints = new HashMap<>();
    private final List<ShapeKeys.Choice> choices = new ArrayList<>();
    private final List<ShapeKeys.Condition> conditions = new ArrayList<>();
    private String typeName = "";
    private String title = "";
    private boolean open;
    private ShapeKeys.Nulls nulls = ShapeKeys.Nulls.VALUES;

    ShapeBuilder() {}

    /** An optional key. A key that was named before gets the new shape in its old place. */
    public ShapeBuilder field(String name, Shape shape) {
        return put(name, shape, null, null);
    }

    /** A required key. */
    public ShapeBuilder required(String name, Shape shape) {
        return put(name, shape, VersionRange.ALL, null);
    }

    /**
     * A key that is read but has no effect; setting it is a warning.
     *
     * @param name the key
     * @param shape the shape that its value must have nevertheless
     * @param what the fact, a sentence without its full stop
     * @param remedy what to do, a sentence without its full stop
     */
    public ShapeBuilder ignored(String name, Shape shape, String what, String remedy) {
        return put(name, shape, null, new ShapeKey.Ignored(what, remedy));
    }

    /**
     * A well-known wrong key, with what to do about it.
     *
     * @param name the key
     * @param remedy a sentence without its full stop
     */
    public ShapeBuilder misplaced(String name, String remedy) {
        hints.put(name, remedy);
        return this;
    }

    /**
     * Adds every key, rule and wrong key of another map's shape.
     *
     * @throws IllegalArgumentException if that is not a map with known keys
     */
    public ShapeBuilder fieldsOf(Shape object) {
        if (object.kind() != Shape.Kind.OBJECT) {
            throw new IllegalArgumentException("only a map with known keys has fields");
        }
        ShapeKeys other = object.keys();
        for (ShapeKey key : other.all()) {
            hints.remove(key.name());
            keys.put(key.name(), key);
        }
        hints.putAll(other.hints());
        choices.addAll(other.choices());
        conditions.addAll(other.conditions());
        return this;
    }

    /**
     * Another shape for a key that was named before.
     *
     * @throws IllegalStateException if it was not
     */
    ShapeBuilder as(String name, Shape shape) {
        keys.put(name, known(name).as(shape));
        return this;
    }

    /** Makes keys that were named before required. */
    ShapeBuilder require(String... names) {
        for (String name : names) {
            keys.put(name, known(name).requiredIn(VersionRange.ALL));
        }
        return this;
    }

    /** Makes keys that were named before optional: a description requires them, but the API server does not. */
    ShapeBuilder optional(String... names) {
        for (String name : names) {
            keys.put(name, known(name).requiredIn(null));
        }
        return this;
    }

    /** The keys so far. */
    List<ShapeKey> keys() {
        return List.copyOf(keys.values());
    }

    /** A key, in the place of the one of its name. */
    ShapeBuilder put(ShapeKey key) {
        keys.put(key.name(), key);
        return this;
    }

    private ShapeKey known(String name) {
        ShapeKey key = keys.get(name);
        if (key == null) {
            throw new IllegalStateException("no key is named " + name);
        }
        return key;
    }

    /** Of these keys at most one may be set. */
    public ShapeBuilder atMostOneOf(String... names) {
        choices.add(new ShapeKeys.Choice(List.of(names), ShapeKeys.Need.OPTIONAL));
        return this;
    }

    /** Of these keys exactly one must be set. */
    public ShapeBuilder exactlyOneOf(String... names) {
        choices.add(new ShapeKeys.Choice(List.of(names), ShapeKeys.Need.REQUIRED));
        return this;
    }

    /** Of these keys at least one must be set. */
    public ShapeBuilder atLeastOneOf(String... names) {
        choices.add(new ShapeKeys.Choice(List.of(names), ShapeKeys.Need.SOME));
        return this;
    }

    /**
     * A key must be set if another one, a text, has one of some values.
     *
     * @param key the other one
     * @param values an empty text also stands for a key that is not set
     */
    ShapeBuilder requireWhere(String key, List<String> values, String name) {
        conditions.add(new ShapeKeys.Condition(key, List.copyOf(values), name, true));
        return this;
    }

    /** A key must not be set if another one has one of some values; parameters as in {@link #requireWhere}. */
    ShapeBuilder forbidWhere(String key, List<String> values, String name) {
        conditions.add(new ShapeKeys.Condition(key, List.copyOf(values), name, false));
        return this;
    }

    /** The name of the described type. */
    ShapeBuilder type(String name) {
        this.typeName = name;
        return this;
    }

    /** Of these keys at most one may be set; none is a warning, since the API server accepts that. */
    ShapeBuilder adviseOneOf(String... names) {
        choices.add(new ShapeKeys.Choice(List.of(names), ShapeKeys.Need.ADVISED));
        return this;
    }

    /** What the map is, in the words of a message: {@code the chart webank-obs}. Without it the key is named. */
    public ShapeBuilder named(String words) {
        this.title = words;
        return this;
    }

    /** Other keys are allowed, and are not checked. */
    public ShapeBuilder open() {
        this.open = true;
        return this;
    }

    /** A null is treated as a missing key, as in the Kubernetes API. */
    public ShapeBuilder nullIsUnset() {
        this.nulls = ShapeKeys.Nulls.UNSET;
        return this;
    }

    /** A null is treated as a missing key, except by server-side apply, as in custom resources. */
    public ShapeBuilder nullIsUnsetUnlessApplied() {
        this.nulls = ShapeKeys.Nulls.UNSET_UNLESS_APPLIED;
        return this;
    }

    /** The shape. */
    public Shape build() {
        return Shape.of(new ShapeKeys(
                typeName, title, new LinkedHashMap<>(keys), Map.copyOf(hints), choices, conditions, open, nulls));
    }

    private ShapeBuilder put(
            String name, Shape shape, @Nullable VersionRange requiredIn, ShapeKey.@Nullable Ignored ignored) {
        Objects.requireNonNull(shape, name);
        hints.remove(name);
        return put(ShapeKey.of(name, shape, requiredIn, ignored));
    }
}
