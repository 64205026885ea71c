package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places of the parts of a tree in its source: path to file, line and column. Immutable. Not part of the equality
 * of the tree.
 */
public final class Locations {
    private static final Locations NONE = new Locations("", Map.of());

    private final String file;
    private final @Nullable Tree tree;
    private final @Nullable TreePlace root;
    /** Null until somebody asks, which for most trees nobody does. */
    private @Nullable Map<String, Location> byPath;

    private Locations(String file, Map<String, Location> byPath) {
        this.file = file;
        this.tree = null;
        this.root = null;
        this.byPath = byPath;
    }

    private Locations(String file, Tree tree, TreePlace root) {
        this.file = file;
        this.tree = tree;
        this.root = root;
    }

    /** No places, for trees that were built in Java. */
    public static Locations none() {
        return NONE;
    }

    /** The places of a tree that was read from a file. */
    public static Locations of(String file, Tree tree, TreePlace place) {
        return new Locations(file, tree, place);
    }

    /** A collector for the places of one file. */
    public static Builder builder(String file) {
        return new Builder(file);
    }

    /**
     * The place of a path. If the path is not in the text, the place of its nearest parent that is. The location always
     * has the requested path.
     */
    public Location of(String path) {
        if (path.isEmpty() && root != null) {
            return Location.of(file, root.line(), root.column(), "");
        }
        Map<String, Location> table = byPath();
        if (table.isEmpty()) {
            return file.isEmpty() ? Location.of(path) : Location.ofFile(file).withPath(path);
        }
        String known = path;
        while (true) {
            Location found = table.get(known);
            if (found != null) {
                return found.withPath(path);
            }
            if (known.isEmpty()) {
                return file.isEmpty()
                        ? Location.of(path)
                        : Location.ofFile(file).withPath(path);
            }
            int cut = Math.max(known.lastIndexOf('.'), known.lastIndexOf('['));
            known = cut < 0 ? "" : known.substring(0, cut);
        }
    }

    /** These places and others. If both have a place for a path, that of the others is used. */
    public Locations plus(Locations others) {
        if (file.isEmpty() && byPath().isEmpty()) {
            return others;
        }
        if (others.file.isEmpty() && others.byPath().isEmpty()) {
            return this;
        }
        Map<String, Location> all = new HashMap<>(byPath());
        all.putAll(others.byPath());
        return new Locations(file.equals(others.file) ? file : "", Map.copyOf(all));
    }

    /**
     * The places inside each item of a list of the tree that was read.
     *
     * @param key the key of the list, at the top of the tree; empty if the tree is the list
     */
    public List<Locations> ofItems(String key) {
        Tree found = tree;
        TreePlace place = root;
        if (!key.isEmpty() && tree instanceof MapTree map) {
            found = map.get(key);
            place = part(root, map, key);
        }
        List<Locations> items = new ArrayList<>();
        if (found instanceof ListTree list) {
            for (int i = 0; i < list.size(); i++) {
                TreePlace item = place == null ? null : place.part(i);
                items.add(item == null ? this : of(file, list.get(i), item));
            }
        }
        return items;
    }

    /**
     * Line and column of a tree, and of each of its parts in their order: numbers, which need less memory than a table by path. A
     * part that has no place of its own has that of its nearest parent.
     *
     * @param reduced the tree that was read, or what is left of it
     */
    public int[] numbers(Tree reduced) {
        Numbers numbers = new Numbers();
        if (tree != null && root != null) {
            numbers.add(reduced, tree, root, root);
        }
        return Arrays.copyOf(numbers.places, numbers.size);
    }

    /** The place of a key's value; null if it has none. */
    private static @Nullable TreePlace part(@Nullable TreePlace place, MapTree map, String key) {
        int position = position(map, key, 0);
        return place == null || position < 0 ? null : place.part(position);
    }

    /** The position of a key, which is searched from a position on; -1 if it is not there. */
    private static int position(MapTree map, String key, int from) {
        int size = map.size();
        for (int i = 0; i < size; i++) {
            int position = from + i < size ? from + i : from + i - size;
            if (map.keyAt(position).equals(key)) {
                return position;
            }
        }
        return -1;
    }

    /** Collects the numbers of a tree. */
    private static final class Numbers {
        private int[] places = new int[64];
        private int size;

        private void add(Tree reduced, @Nullable Tree read, @Nullable TreePlace own, TreePlace parent) {
            TreePlace place = own == null ? parent : own;
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
            }
            places[size++] = place.line();
            places[size++] = place.column();
            if (reduced instanceof MapTree map) {
                MapTree all = read instanceof MapTree known ? known : MapTree.of();
                int next = 0;
                for (int i = 0; i < map.size(); i++) {
                    int position = own == null ? -1 : position(all, map.keyAt(i), next);
                    next = position < 0 ? next : position + 1;
                    add(
                            map.valueAt(i),
                            position < 0 ? null : all.valueAt(position),
                            own == null || position < 0 ? null : own.part(position),
                            place);
                }
            } else if (reduced instanceof ListTree list) {
                ListTree all = read instanceof ListTree known ? known : ListTree.of(List.of());
                for (int i = 0; i < list.size(); i++) {
                    boolean isKnown = own != null && i < all.size();
                    add(list.get(i), isKnown ? all.get(i) : null, own == null || !isKnown ? null : own.part(i), place);
                }
            }
        }
    }

    private Map<String, Location> byPath() {
        Map<String, Location> known = byPath;
        if (known == null) {
            Builder all = builder(file);
            if (tree != null && root != null) {
                all.add("", tree, root);
            }
            known = Map.copyOf(all.byPath);
            byPath = known;
        }
        return known;
    }

    /** Collects places. */
    public static final class Builder {
        private final String file;
        private final Map<String, Location> byPath = new HashMap<>();

        private Builder(String file) {
            this.file = file;
        }

        /** Adds the place of a path; line and column count from 1. */
        public Builder put(String path, int line, int column) {
            byPath.put(path, Location.of(file, line, column, path));
            return this;
        }

        /**
         * Adds the places of another table below a path, as for an object of a {@link ManifestSet} that comes from a
         * file.
         *
         * @param parent the path of the other table's tree, as {@link Manifest#path} returns it
         */
        public Builder putAll(String parent, Locations others) {
            if (!others.file.isEmpty()) {
                byPath.put(parent, Location.ofFile(others.file).withPath(parent));
            }
            for (Map.Entry<String, Location> entry : others.byPath().entrySet()) {
                byPath.put(TreePath.join(parent, entry.getKey()), entry.getValue());
            }
            return this;
        }

        /** Adds a tree and its parts that have places of their own. */
        private void add(String path, Tree tree, TreePlace place) {
            put(path, place.line(), place.column());
            int size = tree instanceof MapTree map ? map.size() : tree instanceof ListTree list ? list.size() : 0;
            for (int i = 0; i < size; i++) {
                TreePlace part = place.part(i);
                if (part == null) {
                    return;
                }
                if (tree instanceof MapTree map) {
                    add(TreePath.child(path, map.keyAt(i)), map.valueAt(i), part);
                } else if (tree instanceof ListTree list) {
                    add(TreePath.child(path, i), list.get(i), part);
                }
            }
        }

        /** The table. */
        public Locations build() {
            return new Locations(file, Map.copyOf(byPath));
        }
    }
}
