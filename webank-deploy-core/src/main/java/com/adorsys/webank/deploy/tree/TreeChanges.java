package com.adorsys.webank.deploy.tree;

import com.adorsys.webank.deploy.core.Problem;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** What writing a tree did to a folder, or would do. Immutable; every list is sorted by path. */
public final class TreeChanges {
    private final List<String> created;
    private final List<String> changed;
    private final List<String> removed;
    private final List<String> unchanged;
    private final List<Problem> problems;

    TreeChanges(
            List<String> created,
            List<String> changed,
            List<String> removed,
            List<String> unchanged,
            List<Problem> problems) {
        this.created = List.copyOf(created);
        this.changed = List.copyOf(changed);
        this.removed = List.copyOf(removed);
        this.unchanged = List.copyOf(unchanged);
        this.problems = List.copyOf(problems);
    }

    /** The paths of files that did not exist. */
    public List<String> created() {
        return created;
    }

    /** The paths of files that had other content. */
    public List<String> changed() {
        return changed;
    }

    /** The paths of own files that are no longer generated. */
    public List<String> removed() {
        return removed;
    }

    /** The paths of files that already had their content. */
    public List<String> unchanged() {
        return unchanged;
    }

    /** What prevents the tree from being written: files of others in its way, or edited files that it would remove. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether the folder already has the tree: there is nothing to create, change or remove. */
    public boolean isEmpty() {
        return created.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /**
     * A line for each change, sorted by path ({@code + path}, {@code ~ path}, {@code - path}), and a last line with
     * the number of each.
     */
    public String text() {
        TreeMap<String, Character> signs = new TreeMap<>();
        for (String path : created) {
            signs.put(path, '+');
        }
        for (String path : changed) {
            signs.put(path, '~');
        }
        for (String path : removed) {
            signs.put(path, '-');
        }
        StringBuilder text = new StringBuilder();
        signs.forEach((path, sign) ->
                text.append(sign.charValue()).append(' ').append(path).append('\n'));
        return text.append(this).append('\n').toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeChanges that
                && created.equals(that.created)
                && changed.equals(that.changed)
                && removed.equals(that.removed)
                && unchanged.equals(that.unchanged)
                && problems.equals(that.problems);
    }

    @Override
    public int hashCode() {
        return Objects.hash(created, changed, removed, unchanged, problems);
    }

    /** How many of each: {@code 2 created, 1 changed, 0 removed, 9 unchanged}. */
    @Override
    public String toString() {
        return created.size() + " created, " + changed.size() + " changed, " + removed.size() + " removed, "
                + unchanged.size() + " unchanged";
    }
}
