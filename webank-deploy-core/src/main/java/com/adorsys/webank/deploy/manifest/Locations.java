package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of the parts of a tree in its source: path to file, line and column. Immutable. Not part of the equality
 * of the tree.
 */
public final class Locations {
    private static final Locations NONE = new Locations("", Map.of());

    private final String file;
    private final Map<String, Location> byPath;

    private Locations(String file, Map<String, Location> byPath) {
        this.file = file;
        this.byPath = byPath;
    }

    /** No places, for trees that were built in Java. */
    public static Locations none() {
        return NONE;
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
        if (byPath.isEmpty()) {
            return file.isEmpty() ? Location.of(path) : Location.ofFile(file).withPath(path);
        }
        String known = path;
        while (true) {
            Location found = byPath.get(known);
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
        if (byPath.isEmpty() && file.isEmpty()) {
            return others;
        }
        if (others.byPath.isEmpty() && others.file.isEmpty()) {
            return this;
        }
        Map<String, Location> all = new HashMap<>(byPath);
        all.putAll(others.byPath);
        return new Locations(file.equals(others.file) ? file : "", Map.copyOf(all));
    }

    /**
     * The places inside each item of a list, by the paths inside the item.
     *
     * @param list the path of the list
     * @param size how many items it has
     */
    public List<Locations> ofItems(String list, int size) {
        List<Builder> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(builder(file));
        }
        for (Map.Entry<String, Location> entry : byPath.entrySet()) {
            String path = entry.getKey();
            int end = path.indexOf(']', list.length());
            if (end > 0 && path.startsWith(list) && path.charAt(list.length()) == '[') {
                int index = Integer.parseInt(path, list.length() + 1, end, 10);
                String inside = path.substring(end + 1);
                items.get(index).byPath.put(inside.startsWith(".") ? inside.substring(1) : inside, entry.getValue());
            }
        }
        List<Locations> locations = new ArrayList<>(size);
        for (Builder item : items) {
            locations.add(item.build());
        }
        return locations;
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
            for (Map.Entry<String, Location> entry : others.byPath.entrySet()) {
                byPath.put(TreePath.join(parent, entry.getKey()), entry.getValue());
            }
            return this;
        }

        /** The table. */
        public Locations build() {
            return new Locations(file, Map.copyOf(byPath));
        }
    }
}
