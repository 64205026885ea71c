package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges the templates of several cases into one, which decides by conditions what is rendered.
 *
 * <p>A case is one combination of conditions. Where the cases differ, the conditions that tell them apart become a guard; the fewest
 * conditions that do are chosen.
 */
final class Merging {
    /**
     * The template of one case.
     *
     * @param point a point of the case
     * @param node the template; {@link Node#ABSENT} if there is no such object
     */
    record Case(Point point, Node node) {
        Case with(Node other) {
            return new Case(point, other);
        }
    }

    private final List<Condition> conditions;
    /** Whether a condition holds at a point. */
    private final IdentityHashMap<Point, Map<Condition, Boolean>> known = new IdentityHashMap<>();

    Merging(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /**
     * The template of all cases.
     *
     * @throws NotUniform if two cases differ and no condition tells them apart
     */
    Node merged(List<Case> cases) throws NotUniform {
        return merged(cases, "");
    }

    private Node merged(List<Case> cases, String path) throws NotUniform {
        List<Case> present = new ArrayList<>();
        for (Case one : cases) {
            if (!one.node().equals(Node.ABSENT)) {
                present.add(one);
            }
        }
        if (present.isEmpty()) {
            return Node.ABSENT;
        }
        Node node = united(present, path);
        if (present.size() == cases.size()) {
            return node;
        }
        IdentityHashMap<Point, Node> classes = new IdentityHashMap<>();
        for (Case one : cases) {
            classes.put(one.point(), one.node().equals(Node.ABSENT) ? Node.ABSENT : node);
        }
        return chosen(cases, classes, path);
    }

    /** The template of cases that all have one. */
    private Node united(List<Case> found, String path) throws NotUniform {
        List<Case> cases = withTerms(found);
        Set<Node> distinct = new LinkedHashSet<>();
        boolean areMaps = true;
        boolean areLists = true;
        for (Case one : cases) {
            distinct.add(one.node());
            areMaps &= isMap(one.node());
            areLists &= isList(one.node());
        }
        if (distinct.size() == 1) {
            return distinct.iterator().next();
        }
        if (areMaps) {
            return mapping(cases, path);
        }
        if (areLists) {
            return sequence(cases, path);
        }
        IdentityHashMap<Point, Node> classes = new IdentityHashMap<>();
        for (Case one : cases) {
            classes.put(one.point(), one.node());
        }
        return chosen(cases, classes, path);
    }

    /** The cases with a term instead of a constant where it has that value: a number of one pod is the number of pods. */
    private static List<Case> withTerms(List<Case> cases) {
        Set<Node> inserted = new LinkedHashSet<>();
        for (Case one : cases) {
            if (one.node() instanceof Node.Inserted) {
                inserted.add(one.node());
            }
        }
        if (inserted.size() != 1) {
            return cases;
        }
        Node node = inserted.iterator().next();
        Term term = ((Node.Inserted) node).term();
        List<Case> changed = new ArrayList<>();
        for (Case one : cases) {
            boolean is = one.node() instanceof Node.Constant constant
                    && constant.tree().equals(term.at(one.point()));
            changed.add(is ? one.with(node) : one);
        }
        return changed;
    }

    private static boolean isMap(Node node) {
        return node instanceof Node.Mapping
                || node instanceof Node.Constant constant && constant.tree() instanceof MapTree;
    }

    private static boolean isList(Node node) {
        return node instanceof Node.Sequence
                || node instanceof Node.Constant constant && constant.tree() instanceof ListTree;
    }

    private static Map<Object, Node> entries(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries();
        }
        MapTree tree = (MapTree) ((Node.Constant) node).tree();
        Map<Object, Node> entries = new LinkedHashMap<>();
        tree.forEach((key, value) -> entries.put(key, new Node.Constant(value)));
        return entries;
    }

    private static List<Node> items(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items();
        }
        List<Node> items = new ArrayList<>();
        for (Tree item : (ListTree) ((Node.Constant) node).tree()) {
            items.add(new Node.Constant(item));
        }
        return items;
    }

    private Node mapping(List<Case> cases, String path) throws NotUniform {
        Set<Object> keys = new LinkedHashSet<>();
        List<Map<Object, Node>> maps = new ArrayList<>();
        for (Case one : cases) {
            Map<Object, Node> entries = entries(one.node());
            maps.add(entries);
            keys.addAll(entries.keySet());
        }
        Map<Object, Node> merged = new LinkedHashMap<>();
        for (Object key : keys) {
            List<Case> values = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                values.add(cases.get(i).with(maps.get(i).getOrDefault(key, Node.ABSENT)));
            }
            merged.put(key, merged(values, TreePath.child(path, key.toString())));
        }
        return new Node.Mapping(merged);
    }

    /** Items are the same item if they have the same name, or are equal. */
    private Node sequence(List<Case> cases, String path) throws NotUniform {
        List<List<Node>> lists = new ArrayList<>();
        List<List<Object>> labels = new ArrayList<>();
        boolean haveOne = true;
        for (Case one : cases) {
            List<Node> items = items(one.node());
            lists.add(items);
            haveOne &= items.size() == 1;
        }
        for (List<Node> items : lists) {
            labels.add(haveOne ? List.of("the only one") : labels(items));
        }
        List<Object> order = union(labels, path);
        List<Node> merged = new ArrayList<>();
        for (Object label : order) {
            List<Case> values = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                int at = labels.get(i).indexOf(label);
                values.add(cases.get(i).with(at < 0 ? Node.ABSENT : lists.get(i).get(at)));
            }
            merged.add(merged(values, TreePath.child(path, merged.size())));
        }
        return new Node.Sequence(merged);
    }

    private static List<Object> labels(List<Node> items) {
        List<Object> labels = new ArrayList<>();
        for (Node item : items) {
            Object label = item;
            if (isMap(item) && entries(item).get("name") instanceof Node.Constant name) {
                label = ((ScalarTree) name.tree()).text();
            }
            labels.add(label);
        }
        return labels;
    }

    /** All labels, in an order that each list keeps. */
    private static List<Object> union(List<List<Object>> lists, String path) throws NotUniform {
        Map<Object, Set<Object>> before = new LinkedHashMap<>();
        for (List<Object> list : lists) {
            Set<Object> previous = new HashSet<>();
            for (Object label : list) {
                before.computeIfAbsent(label, key -> new HashSet<>()).addAll(previous);
                if (!previous.add(label)) {
                    throw new NotUniform(path, "two items of the list cannot be told apart");
                }
            }
        }
        List<Object> order = new ArrayList<>();
        while (order.size() < before.size()) {
            int size = order.size();
            for (Map.Entry<Object, Set<Object>> entry : before.entrySet()) {
                if (!order.contains(entry.getKey()) && order.containsAll(entry.getValue())) {
                    order.add(entry.getKey());
                    break;
                }
            }
            if (order.size() == size) {
                throw new NotUniform(path, "the items of the list have another order with other values");
            }
        }
        return order;
    }

    // Guards.

    /** A choice between the classes of cases, the rarest first. */
    private Node chosen(List<Case> cases, IdentityHashMap<Point, Node> classes, String path) throws NotUniform {
        Map<Node, Integer> counts = new LinkedHashMap<>();
        for (Case one : cases) {
            counts.merge(node(classes, one), 1, Integer::sum);
        }
        List<Node> distinct = new ArrayList<>(counts.keySet());
        distinct.remove(Node.ABSENT);
        List<Node.Branch> branches = new ArrayList<>();
        boolean isComplete = !counts.containsKey(Node.ABSENT);
        for (int i = 0; i < distinct.size(); i++) {
            Node node = distinct.get(i);
            boolean isLast = isComplete && i == distinct.size() - 1;
            branches.add(new Node.Branch(isLast ? Guard.TRUE : guard(cases, classes, node, path), node));
        }
        return new Node.Choice(List.copyOf(branches));
    }

    private static Node node(IdentityHashMap<Point, Node> classes, Case one) {
        Node node = classes.get(one.point());
        if (node == null) {
            throw new IllegalStateException("a case has no class");
        }
        return node;
    }

    /** What holds in exactly the cases of one class. */
    private Guard guard(List<Case> cases, IdentityHashMap<Point, Node> classes, Node wanted, String path)
            throws NotUniform {
        boolean some = false;
        boolean all = true;
        for (Case one : cases) {
            boolean is = node(classes, one).equals(wanted);
            some |= is;
            all &= is;
        }
        if (all) {
            return Guard.TRUE;
        }
        if (!some) {
            return Guard.FALSE;
        }
        Condition best = null;
        int least = Integer.MAX_VALUE;
        for (Condition condition : conditions) {
            int mixed = mixed(cases, classes, wanted, condition);
            if (mixed < least) {
                least = mixed;
                best = condition;
            }
        }
        if (best == null) {
            throw new NotUniform(path, "it differs between values that no condition of the chart tells apart");
        }
        List<Case> yes = new ArrayList<>();
        List<Case> no = new ArrayList<>();
        for (Case one : cases) {
            (holds(best, one.point()) ? yes : no).add(one);
        }
        return Guard.decided(best, guard(yes, classes, wanted, path), guard(no, classes, wanted, path));
    }

    /** How many cases remain to be told apart after a condition; the largest number if it tells none apart. */
    private int mixed(List<Case> cases, IdentityHashMap<Point, Node> classes, Node wanted, Condition condition) {
        int[] wantedCases = new int[2];
        int[] otherCases = new int[2];
        for (Case one : cases) {
            int side = holds(condition, one.point()) ? 1 : 0;
            if (node(classes, one).equals(wanted)) {
                wantedCases[side]++;
            } else {
                otherCases[side]++;
            }
        }
        int all = cases.size();
        if (wantedCases[0] + otherCases[0] == all || wantedCases[1] + otherCases[1] == all) {
            return Integer.MAX_VALUE;
        }
        int pureSides = 0;
        int mixed = 0;
        for (int side = 0; side < 2; side++) {
            if (wantedCases[side] == 0 || otherCases[side] == 0) {
                pureSides++;
            } else {
                mixed += Math.min(wantedCases[side], otherCases[side]);
            }
        }
        // A condition that decides at least one side for good is preferred to any that decides none.
        return pureSides == 0 ? all + mixed : mixed;
    }

    private boolean holds(Condition condition, Point point) {
        return known.computeIfAbsent(point, key -> new HashMap<>()).computeIfAbsent(condition, key -> key.holds(point));
    }
}
