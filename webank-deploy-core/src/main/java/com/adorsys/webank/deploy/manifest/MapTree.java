package com.adorsys.webank.deploy.manifest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map from strings to trees that keeps the order of its entries. Immutable.
 *
 * <p>The order is not part of equality. Equality, hash code and all other operations on trees are recursive. The reader
 * accepts trees of at most 100 levels; code that builds deeper trees needs a larger stack.
 */
public final class MapTree implements Tree {
    private static final MapTree EMPTY = new MapTree(new String[0], new Tree[0], 0);
    /** From this size, keys are looked up by hash. In smaller maps a linear search is faster. */
    private static final int INDEXED_FROM = 16;

    private final String[] keys;
    private final Tree[] values;
    private final int size;
    private @Nullable Map<String, Integer> index;

    private MapTree(String[] keys, Tree[] values, int size) {
        this.keys = keys;
        this.values = values;
        this.size = size;
    }

    /** The map without entries. */
    public static MapTree of() {
        return EMPTY;
    }

    /** A map with one entry. */
    public static MapTree of(String key, Tree value) {
        return new MapTree(
                new String[] {Objects.requireNonNull(key, "key")}, new Tree[] {Objects.requireNonNull(value, key)}, 1);
    }

    /** A map with one string in it. */
    public static MapTree of(String key, String value) {
        return of(key, ScalarTree.of(value));
    }

    /** A map of strings, in the order of the given one. */
    public static MapTree ofStrings(Map<String, String> entries) {
        Builder builder = builder(entries.size());
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            builder.put(entry.getKey(), entry.getValue());
        }
        return builder.build();
    }

    /** A builder for a few entries. */
    public static Builder builder() {
        return new Builder(8);
    }

    /** A builder for about so many entries. */
    public static Builder builder(int expected) {
        return new Builder(expected);
    }

    /** How many entries there are. */
    public int size() {
        return size;
    }

    /** Whether there are no entries. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The key at a position, 0 for the first. */
    public String keyAt(int position) {
        return keys[checked(position)];
    }

    /** The value at a position, 0 for the first. */
    public Tree valueAt(int position) {
        return values[checked(position)];
    }

    /** The arrays may be longer than the map. */
    private int checked(int position) {
        if (position >= size) {
            throw new IndexOutOfBoundsException(position);
        }
        return position;
    }

    /** The value of a key; null if the map has no such key. */
    public @Nullable Tree get(String key) {
        int position = position(key);
        return position < 0 ? null : values[position];
    }

    /** Whether the map has a key. */
    public boolean has(String key) {
        return position(key) >= 0;
    }

    /** The map below a key, if there is one. */
    public Optional<MapTree> map(String key) {
        return get(key) instanceof MapTree map ? Optional.of(map) : Optional.empty();
    }

    /** The list below a key, if there is one. */
    public Optional<ListTree> list(String key) {
        return get(key) instanceof ListTree list ? Optional.of(list) : Optional.empty();
    }

    /** The string below a key, if it is a string. */
    public Optional<String> string(String key) {
        return get(key) instanceof ScalarTree scalar && scalar.isString()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    /** The value below a path of keys, if all keys exist. */
    public Optional<Tree> at(String... path) {
        return Optional.ofNullable(Trees.value(this, path));
    }

    /** The keys in order, as a list that cannot be changed. */
    public List<String> keys() {
        return List.of(Arrays.copyOf(keys, size));
    }

    /** Whether the keys are in the order of their characters, as an API server writes them. */
    public boolean hasSortedKeys() {
        for (int i = 1; i < size; i++) {
            if (keys[i - 1].compareTo(keys[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    /** The keys in the order of their characters, as an array of the caller's. */
    public String[] sortedKeys() {
        String[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Calls an action with every entry, in order. */
    public void forEach(BiConsumer<String, Tree> action) {
        for (int i = 0; i < size; i++) {
            action.accept(keys[i], values[i]);
        }
    }

    /** A copy with an entry, which replaces the one with the same key or is added at the end. */
    public MapTree with(String key, Tree value) {
        int position = position(key);
        if (position >= 0) {
            return withAt(position, value);
        }
        String[] moreKeys = Arrays.copyOf(keys, size + 1);
        Tree[] more = Arrays.copyOf(values, size + 1);
        moreKeys[size] = key;
        more[size] = Objects.requireNonNull(value, key);
        return new MapTree(moreKeys, more, size + 1);
    }

    /** A copy with another value at a position. */
    MapTree withAt(int position, Tree value) {
        Tree[] changed = Arrays.copyOf(values, size);
        changed[position] = Objects.requireNonNull(value, "value");
        return new MapTree(keys, changed, size);
    }

    /** A copy with a string entry. */
    public MapTree with(String key, String value) {
        return with(key, ScalarTree.of(value));
    }

    /** A copy without a key. */
    public MapTree without(String key) {
        if (!has(key)) {
            return this;
        }
        Builder builder = builder(size);
        for (int i = 0; i < size; i++) {
            if (!keys[i].equals(key)) {
                builder.append(keys[i], values[i]);
            }
        }
        return builder.build();
    }

    /** A builder that holds this map's entries. */
    public Builder toBuilder() {
        Builder builder = builder(size + 4);
        for (int i = 0; i < size; i++) {
            builder.append(keys[i], values[i]);
        }
        return builder;
    }

    /** The position of a key; negative if the map has no such key. */
    int position(String key) {
        if (size >= INDEXED_FROM) {
            Map<String, Integer> found = index;
            if (found == null) {
                Map<String, Integer> positions = new HashMap<>(size * 2);
                for (int i = 0; i < size; i++) {
                    positions.put(keys[i], i);
                }
                found = Map.copyOf(positions);
                index = found;
            }
            return found.getOrDefault(key, -1);
        }
        return position(keys, size, key);
    }

    /** A linear search. Most keys are constants, so mostly the same instance is found; strings keep their hash codes. */
    @SuppressWarnings("ReferenceEquality") // equal strings are compared where the instances differ
    private static int position(String[] keys, int size, String key) {
        int hash = key.hashCode();
        for (int i = 0; i < size; i++) {
            String other = keys[i];
            if (other == key || other.hashCode() == hash && other.equals(key)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String describe() {
        return "a map";
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof MapTree that) || size != that.size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!values[i].equals(that.get(keys[i]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < size; i++) {
            hash += keys[i].hashCode() ^ values[i].hashCode();
        }
        return hash;
    }

    /** The keys only, since values may be secret. */
    @Override
    public String toString() {
        return "map of " + keys();
    }

    /** Collects entries in order. Not thread-safe; a builder makes one map. */
    public static final class Builder {
        private String[] keys;
        private Tree[] values;
        private int size;
        /** The positions of the keys; null while there are few, since a linear search is faster then. */
        private @Nullable Map<String, Integer> positions;

        private Builder(int expected) {
            keys = new String[Math.max(expected, 1)];
            values = new Tree[Math.max(expected, 1)];
        }

        /** Sets an entry, which replaces the one with the same key or is added at the end. */
        public Builder put(String key, Tree value) {
            Objects.requireNonNull(value, key);
            int position = position(key);
            if (position >= 0) {
                values[position] = value;
            } else {
                append(key, value);
            }
            return this;
        }

        /** Adds an entry at the end; false, and nothing is changed, if there is one with the same key. */
        public boolean add(String key, Tree value) {
            Objects.requireNonNull(value, key);
            boolean isNew = position(key) < 0;
            if (isNew) {
                append(key, value);
            }
            return isNew;
        }

        /** Sets a string. */
        public Builder put(String key, String value) {
            return put(key, ScalarTree.of(value));
        }

        /** Sets a whole number. */
        public Builder put(String key, long value) {
            return put(key, ScalarTree.of(value));
        }

        /** Sets a boolean. */
        public Builder put(String key, boolean value) {
            return put(key, ScalarTree.of(value));
        }

        /** Sets a map or list unless it is empty. */
        public Builder putUnlessEmpty(String key, Tree value) {
            boolean empty =
                    value instanceof MapTree map && map.isEmpty() || value instanceof ListTree list && list.isEmpty();
            return empty ? this : put(key, value);
        }

        /** Sets every entry of another map. */
        public Builder putAll(MapTree other) {
            for (int i = 0; i < other.size; i++) {
                put(other.keys[i], other.values[i]);
            }
            return this;
        }

        /** Whether there is an entry with a key. */
        public boolean has(String key) {
            return position(key) >= 0;
        }

        private int position(String key) {
            if (size >= INDEXED_FROM) {
                Map<String, Integer> known = positions;
                if (known == null) {
                    known = new HashMap<>(size * 4);
                    positions = known;
                    for (int i = 0; i < size; i++) {
                        known.put(keys[i], i);
                    }
                }
                Integer position = known.get(key);
                return position == null ? -1 : position;
            }
            return MapTree.position(keys, size, key);
        }

        private void append(String key, Tree value) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, Math.max(4, size * 2));
                values = Arrays.copyOf(values, Math.max(4, size * 2));
            }
            keys[size] = Objects.requireNonNull(key, "key");
            values[size] = value;
            if (positions != null) {
                positions.put(key, size);
            }
            size++;
        }

        /** The map. The builder is empty afterwards. */
        public MapTree build() {
            if (size == 0) {
                return EMPTY;
            }
            MapTree map = new MapTree(keys, values, size);
            keys = EMPTY.keys;
            values = EMPTY.values;
            size = 0;
            positions = null;
            return map;
        }
    }
}
