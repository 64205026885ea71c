package com.adorsys.webank.deploy.manifest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** A list of trees. Immutable. */
public final class ListTree implements Tree, Iterable<Tree> {
    private static final ListTree EMPTY = new ListTree(List.of());

    private final List<Tree> items;

    private ListTree(List<Tree> items) {
        this.items = items;
    }

    /** The list without items. */
    public static ListTree of() {
        return EMPTY;
    }

    /** A list of these items. */
    public static ListTree of(Tree... items) {
        return items.length == 0 ? EMPTY : new ListTree(List.of(items));
    }

    /** A list of these items. */
    public static ListTree of(List<? extends Tree> items) {
        return items.isEmpty() ? EMPTY : new ListTree(List.copyOf(items));
    }

    /** A list of these strings. */
    public static ListTree ofStrings(List<String> texts) {
        Tree[] items = new Tree[texts.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = ScalarTree.of(texts.get(i));
        }
        return of(items);
    }

    /** How many items there are. */
    public int size() {
        return items.size();
    }

    /** Whether there are no items. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** The item at a position, 0 for the first. */
    public Tree get(int index) {
        return items.get(index);
    }

    /** The items, as a list that cannot be changed. */
    public List<Tree> items() {
        return items;
    }

    @Override
    public Iterator<Tree> iterator() {
        return items.iterator();
    }

    /** These items and one more. */
    public ListTree plus(Tree item) {
        List<Tree> more = new ArrayList<>(items);
        more.add(item);
        return of(more);
    }

    /** These items with another one at a position. */
    public ListTree with(int index, Tree item) {
        Tree[] changed = items.toArray(new Tree[0]);
        changed[index] = Objects.requireNonNull(item, "item");
        return new ListTree(List.copyOf(Arrays.asList(changed)));
    }

    /** These items and one more before the one at a position, or at the end if the position is the size. */
    public ListTree insert(int index, Tree item) {
        List<Tree> more = new ArrayList<>(items.size() + 1);
        more.addAll(items);
        more.add(index, Objects.requireNonNull(item, "item"));
        return of(more);
    }

    /** These items without the one at a position. */
    public ListTree without(int index) {
        List<Tree> fewer = new ArrayList<>(items);
        fewer.remove(index);
        return of(fewer);
    }

    @Override
    public String describe() {
        return "a list";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListTree that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return "list of " + items.size();
    }
}
