package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.Location;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the parts of a tree came from: tree path to file, line and column. Immutable; a table beside the tree, no part
 * of its equality.
 */
public final class Locations {
    private static final Locations NONE = new Locations("", Map.of());

    private final String file;
    private final Map<String, Location> byPath;

    private Locations(String file, Map<String, Location> byPath) {
        this.file = file;
        this.byPath = byPath;
    }

    /** No places: what came from Java. */
    public static Locations none() {
        return NONE;
    }

    /** A collector for the places of one file. */
    public static Builder builder(String file) {
        return new Builder(file);
    }

    /**
     * The place of a path; for a path that is not in the text, the nearest place above it that is. The location's own
     * path is always the one asked for.
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

    /** These places and others; of a path that both know, the other's. */
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

    /** Collects places. */
    public static final class Builder {
        private final String file;
        private final Map<String, Location> byPath = new HashMap<>();

        private Builder(String file) {
            this.file = file;
        }

        /** Notes where a path stands; line and column count from 1. */
        public Builder put(String path, int line, int column) {
            byPath.put(path, Location.of(file, line, column, path));
            return this;
        }

        /**
         * Notes the places of another table under a path, as a {@link ManifestSet} wants them of the files that its objects
         * come from.
         *
         * @param parent where the other table's tree stands: {@link Manifest#path}
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
