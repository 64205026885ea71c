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
    private static final Locations NONE = new Locations("", Map.of(), Map.of(), List.of());

    private final String file;
    private final @Nullable Tree tree;
    private final @Nullable TreePlace root;
    private final Map<String, Location> byPath;
    /** The places of other trees, by the path of each tree. */
    private final Map<String, Locations> below;
    /** Tables of which a later one counts before an earlier one. */
    private final List<Locations> layers;

    private Locations(String file, Map<String, Location> byPath, Map<String, Locations> below, List<Locations> layers) {
        this.file = file;
        this.tree = null;
        this.root = null;
        this.byPath = byPath;
        this.below = below;
        this.layers = layers;
    }

    private Locations(String file, Tree tree, TreePlace root) {
        this.file = file;
        this.tree = tree;
        this.root = root;
        this.byPath = Map.of();
        this.below = Map.of();
        this.layers = List.of();
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
        String known = path;
        while (true) {
            Location found = exact(known);
            if (found != null) {
                return found.withPath(path);
            }
            if (known.isEmpty()) {
                return file.isEmpty()
                        ? Location.of(path)
                        : Location.ofFile(file).withPath(path);
            }
            known = parent(known);
        }
    }

    /** The path without its last part, or without a piece of that. */
    private static String parent(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }

    /** The place of just this path; null if it has none of its own. */
    private @Nullable Location exact(String path) {
        Location found = byPath.get(path);
        if (found == null && tree != null && root != null) {
            found = inTree(path, tree, root);
        }
        if (found == null && !below.isEmpty()) {
            found = inBelow(path);
        }
        for (int i = layers.size() - 1; i >= 0 && found == null; i--) {
            found = layers.get(i).exact(path);
        }
        return found;
    }

    private @Nullable Location inTree(String path, Tree top, TreePlace start) {
        Tree found = top;
        TreePlace place = start;
        int at = 0;
        while (at < path.length()) {
            int position = -1;
            int size = found instanceof MapTree map ? map.size() : found instanceof ListTree list ? list.size() : 0;
            for (int i = 0; i < size && position < 0; i++) {
                int end = found instanceof MapTree map
                        ? TreePath.endOfKey(path, at, map.keyAt(i))
                        : TreePath.endOfIndex(path, at, i);
                if (end >= 0) {
                    position = i;
                    at = end;
                }
            }
            TreePlace part = position < 0 ? null : place.part(position);
            if (part == null) {
                return null;
            }
            found = found instanceof MapTree map ? map.valueAt(position) : ((ListTree) found).get(position);
            place = part;
        }
        return Location.of(file, place.line(), place.column(), path);
    }

    private @Nullable Location inBelow(String path) {
        String parent = path;
        while (true) {
            Locations part = below.get(parent);
            if (part != null) {
                int end = parent.length();
                boolean isKey = end > 0 && end < path.length() && path.charAt(end) == '.';
                String rest = path.substring(isKey ? end + 1 : end);
                Location found = part.exact(rest);
                if (found == null && rest.isEmpty() && !part.file.isEmpty()) {
                    found = Location.ofFile(part.file);
                }
                if (found != null) {
                    return found;
                }
            }
            if (parent.isEmpty()) {
                return null;
            }
            parent = parent(parent);
        }
    }

    private boolean isEmpty() {
        return file.isEmpty() && root == null && byPath.isEmpty() && below.isEmpty() && layers.isEmpty();
    }

    /** These places and others. If both have a place for a path, that of the others is used. */
    public Locations plus(Locations others) {
        if (isEmpty()) {
            return others;
        }
        if (others.isEmpty()) {
            return this;
        }
        List<Locations> all = new ArrayList<>(layers.isEmpty() ? List.of(this) : layers);
        all.addAll(others.layers.isEmpty() ? List.of(others) : others.layers);
        return new Locations(file.equals(others.file) ? file : "", Map.of(), Map.of(), List.copyOf(all));
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

    /** Collects places. */
    public static final class Builder {
        private final String file;
        private final Map<String, Location> byPath = new HashMap<>();
        private final Map<String, Locations> below = new HashMap<>();

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
            Locations known = below.get(parent);
            below.put(parent, known == null ? others : known.plus(others));
            return this;
        }

        /** The table. */
        public Locations build() {
            return new Locations(file, Map.copyOf(byPath), Map.copyOf(below), List.of());
        }
    }
}
