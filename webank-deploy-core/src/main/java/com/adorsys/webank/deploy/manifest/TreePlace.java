package com.adorsys.webank.deploy.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a tree stands in its source, and where each of its parts does, in the order of the tree. Immutable. */
public final class TreePlace {
    /** No parts. */
    public static final List<TreePlace> NONE = List.of();

    private static final TreePlace[] EMPTY = new TreePlace[0];

    private final int line;
    private final int column;
    private final TreePlace[] parts;

    private TreePlace(int line, int column, TreePlace[] parts) {
        this.line = line;
        this.column = column;
        this.parts = parts;
    }

    /**
     * A place.
     *
     * @param line the line, from 1
     * @param column the column, from 1
     * @param parts the places of the values of a map or the items of a list, all of them or none
     */
    public static TreePlace of(int line, int column, List<TreePlace> parts) {
        return new TreePlace(line, column, parts.isEmpty() ? EMPTY : parts.toArray(EMPTY));
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    int column() {
        return column;
    }

    /** The place of a part; null if it has none of its own. */
    @Nullable
    TreePlace part(int index) {
        return index < parts.length ? parts[index] : null;
    }
}
