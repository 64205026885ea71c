package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.ResourceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The places of the parts of a tree in its source: path to file, line and column. Immutable. Not part of the equality
 * of the tree.
 */
public final class Locations {
    private static final Locations NONE = new Locations("", null, null, null);

    private final String file;
    private final @Nullable Tree tree;
    private final @Nullable TreePlace root;
    private final @Nullable ResourceId object;

    private Locations(String file, @Nullable Tree tree, @Nullable TreePlace root, @Nullable ResourceId object) {
        this.file = file;
        this.tree = tree;
        this.root = root;
        this.object = object;
    }

    /** No places, for trees that were built in Java. */
    public static Locations none() {
        return NONE;
    }

    /** The places of a tree that was read from a file. */
    public static Locations of(String file, Tree tree, TreePlace place) {
        return new Locations(file, tree, place, null);
    }

    /**
     * The places of a tree by their numbers.
     *
     * @param numbers what {@link #numbers} returned for an equal tree
     */
    public static Locations restored(String file, Tree tree, int[] numbers) {
        return of(file, tree, new Restorer(numbers).place(tree));
    }

    /** The same places, of a tree that is an object. */
    public Locations in(ResourceId newObject) {
        return new Locations(file, tree, root, newObject);
    }

    /** The object that the tree is; empty if it is none, or if none is known. */
    public Optional<ResourceId> object() {
        return Optional.ofNullable(object);
    }

    /**
     * The place of a path in the tree. If the path is not in the text, the place of its nearest parent that is. The location always
     * has the requested path.
     */
    public Location of(String path) {
        Location place = tree == null || root == null ? Location.of(path) : nearest(path, tree, root);
        return object == null ? place : place.in(object);
    }

    private Location nearest(String path, Tree top, TreePlace start) {
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
                break;
            }
            found = found instanceof MapTree map ? map.valueAt(position) : ((ListTree) found).get(position);
            place = part;
        }
        return Location.of(file, place.line(), place.column(), path);
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

    /** Makes places of numbers, which are in the order of the tree. */
    private static final class Restorer {
        private final int[] numbers;
        private int next;

        private Restorer(int[] numbers) {
            this.numbers = numbers;
        }

        private TreePlace place(Tree tree) {
            int line = numbers[next++];
            int column = numbers[next++];
            List<TreePlace> parts = new ArrayList<>();
            if (tree instanceof MapTree map) {
                for (int i = 0; i < map.size(); i++) {
                    parts.add(place(map.valueAt(i)));
                }
            } else if (tree instanceof ListTree list) {
                for (int i = 0; i < list.size(); i++) {
                    parts.add(place(list.get(i)));
                }
            }
            return TreePlace.of(line, column, parts);
        }
    }
}
