package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the template behind two renderings of one model with two sets of values, which differ in every value that is open: what is
 * equal is constant, and what differs is a term that has both values.
 */
final class Derivation {
    /** What a term is in both renderings. */
    private record Seen(Term term, Tree first, Tree second) {
        int size() {
            return first instanceof ListTree list
                    ? list.size()
                    : first instanceof MapTree map
                            ? map.size()
                            : ((ScalarTree) first).text().length();
        }
    }

    private final List<Seen> texts = new ArrayList<>();
    private final List<Seen> whole = new ArrayList<>();
    private final List<Seen> items = new ArrayList<>();
    private final List<Seen> entries = new ArrayList<>();

    private Derivation(List<Term> terms, Point first, Point second) {
        for (Term term : terms) {
            Tree one = term.at(first);
            Tree other = term.at(second);
            if (one == null || other == null || one.equals(other)) {
                continue;
            }
            List<Seen> same = switch (term.form()) {
                case TEXT -> texts;
                case NUMBER, TREE -> whole;
                case ITEMS -> items;
                case ENTRIES -> entries;
            };
            same.add(new Seen(term, one, other));
        }
        // A name may be the beginning of another one.
        texts.sort(Comparator.comparingInt(Seen::size).reversed());
    }

    /**
     * The template of an object.
     *
     * @param one the object rendered at the first point
     * @param other the same object at the second point
     * @throws NotUniform if they differ in something that is no term
     */
    static Node of(Tree one, Tree other, List<Term> terms, Point first, Point second) throws NotUniform {
        return new Derivation(terms, first, second).node(one, other, "");
    }

    private Node node(Tree one, Tree other, String path) throws NotUniform {
        if (one.equals(other)) {
            return new Node.Constant(one);
        }
        Seen seen = find(whole, one, other);
        if (seen == null) {
            seen = find(texts, one, other);
        }
        if (seen != null) {
            return new Node.Inserted(seen.term());
        }
        if (one instanceof MapTree map && other instanceof MapTree second) {
            return mapping(map, second, path);
        }
        if (one instanceof ListTree list && other instanceof ListTree second) {
            return sequence(list, second, path);
        }
        if (one instanceof ScalarTree scalar
                && scalar.isString()
                && other instanceof ScalarTree second
                && second.isString()) {
            return text(scalar.text(), second.text(), path);
        }
        throw notUniform(one, other, path);
    }

    private static @Nullable Seen find(List<Seen> all, Tree one, Tree other) {
        for (Seen seen : all) {
            if (seen.first().equals(one) && seen.second().equals(other)) {
                return seen;
            }
        }
        return null;
    }

    private Node mapping(MapTree one, MapTree other, String path) throws NotUniform {
        Map<Object, Node> found = new LinkedHashMap<>();
        MapTree restOfOne = one;
        MapTree restOfOther = other;
        for (Seen seen : entries) {
            MapTree first = (MapTree) seen.first();
            MapTree second = (MapTree) seen.second();
            if (contains(restOfOne, first) && contains(restOfOther, second)) {
                restOfOne = without(restOfOne, first);
                restOfOther = without(restOfOther, second);
                found.put(seen.term(), new Node.Inserted(seen.term()));
            }
        }
        for (int i = 0; i < restOfOne.size(); i++) {
            String key = restOfOne.keyAt(i);
            Tree second = restOfOther.get(key);
            if (second == null) {
                throw new NotUniform(TreePath.child(path, key), "the key is there with some values only");
            }
            found.put(key, node(restOfOne.valueAt(i), second, TreePath.child(path, key)));
        }
        for (int i = 0; i < restOfOther.size(); i++) {
            if (!restOfOne.has(restOfOther.keyAt(i))) {
                throw new NotUniform(
                        TreePath.child(path, restOfOther.keyAt(i)), "the key is there with some values only");
            }
        }
        return new Node.Mapping(found);
    }

    private static boolean contains(MapTree all, MapTree some) {
        for (int i = 0; i < some.size(); i++) {
            if (!some.valueAt(i).equals(all.get(some.keyAt(i)))) {
                return false;
            }
        }
        return !some.isEmpty();
    }

    private static MapTree without(MapTree all, MapTree some) {
        MapTree rest = all;
        for (String key : some.keys()) {
            rest = rest.without(key);
        }
        return rest;
    }

    private Node sequence(ListTree one, ListTree other, String path) throws NotUniform {
        List<Node> found = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            Seen inserted = insertedAt(one, i, other, j);
            if (inserted != null) {
                found.add(new Node.Inserted(inserted.term()));
                i += ((ListTree) inserted.first()).size();
                j += ((ListTree) inserted.second()).size();
            } else if (i < one.size() && j < other.size()) {
                found.add(node(one.get(i), other.get(j), TreePath.child(path, i)));
                i++;
                j++;
            } else {
                throw new NotUniform(path, "the list has another length with other values");
            }
        }
        return new Node.Sequence(found);
    }

    private @Nullable Seen insertedAt(ListTree one, int i, ListTree other, int j) {
        for (Seen seen : items) {
            if (startsAt(one, i, (ListTree) seen.first()) && startsAt(other, j, (ListTree) seen.second())) {
                return seen;
            }
        }
        return null;
    }

    private static boolean startsAt(ListTree all, int from, ListTree some) {
        if (some.isEmpty() || from + some.size() > all.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).equals(all.get(from + i))) {
                return false;
            }
        }
        return true;
    }

    private Node text(String one, String other, String path) throws NotUniform {
        List<Node.Piece> pieces = new ArrayList<>();
        StringBuilder constant = new StringBuilder();
        int i = 0;
        int j = 0;
        while (i < one.length() || j < other.length()) {
            Seen seen = textAt(one, i, other, j);
            if (seen != null) {
                if (constant.length() > 0) {
                    pieces.add(new Node.Piece(constant.toString(), null));
                    constant.setLength(0);
                }
                pieces.add(new Node.Piece("", seen.term()));
                i += text(seen.first()).length();
                j += text(seen.second()).length();
            } else if (i < one.length() && j < other.length() && one.charAt(i) == other.charAt(j)) {
                constant.append(one.charAt(i));
                i++;
                j++;
            } else {
                throw notUniform(ScalarTree.of(one), ScalarTree.of(other), path);
            }
        }
        if (constant.length() > 0) {
            pieces.add(new Node.Piece(constant.toString(), null));
        }
        return new Node.Text(List.copyOf(pieces));
    }

    private @Nullable Seen textAt(String one, int i, String other, int j) {
        for (Seen seen : texts) {
            if (one.startsWith(text(seen.first()), i) && other.startsWith(text(seen.second()), j)) {
                return seen;
            }
        }
        // A number as part of a string.
        for (Seen seen : whole) {
            if (seen.term().form() == Term.Form.NUMBER
                    && one.startsWith(text(seen.first()), i)
                    && other.startsWith(text(seen.second()), j)) {
                return seen;
            }
        }
        return null;
    }

    private static String text(Tree tree) {
        return ((ScalarTree) tree).text();
    }

    private static NotUniform notUniform(Tree one, Tree other, String path) {
        return new NotUniform(path, "it is " + shown(one) + " or " + shown(other) + ", which is no value of the chart");
    }

    private static String shown(Tree tree) {
        return tree instanceof ScalarTree scalar ? "`" + scalar.text() + "`" : tree.describe();
    }
}
