package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that we own in a live object, found in another way than the digest finds it: every item of every list is
 * compared with every key.
 */
final class OwnedLeaf {
    private final List<String> steps;
    private final String pointer;
    private final Tree value;

    private OwnedLeaf(List<String> steps, String pointer, Tree value) {
        this.steps = steps;
        this.pointer = pointer;
        this.value = value;
    }

    /** The fields of our entry that are there. */
    static List<OwnedLeaf> of(MapTree live) {
        List<OwnedLeaf> leaves = new ArrayList<>();
        collect(fields(live), live, List.of(), "", leaves);
        return leaves;
    }

    /** The lists of which we own items, with how many of them are ours. */
    static List<OwnedLeaf> lists(MapTree live) {
        List<OwnedLeaf> lists = new ArrayList<>();
        collectLists(fields(live), live, List.of(), "", lists);
        return lists;
    }

    static MapTree fields(MapTree live) {
        for (Tree item : (ListTree) live.at("metadata", "managedFields").orElseThrow()) {
            MapTree entry = (MapTree) item;
            if (entry.string("manager").orElseThrow().equals(Live.MANAGER)
                    && entry.string("operation").orElseThrow().equals("Apply")) {
                return entry.map("fieldsV1").orElseThrow();
            }
        }
        throw new AssertionError("no entry of ours");
    }

    /** The place as a JSON Pointer. */
    String pointer() {
        return pointer;
    }

    Tree value() {
        return value;
    }

    /** The steps that lead there. */
    List<String> steps() {
        return steps;
    }

    /** The least of an object that sets this field to a value, as an apply or a strategic merge patch says it. */
    MapTree setTo(Tree other) {
        Tree tree = other;
        for (int i = steps.size() - 1; i >= 0; i--) {
            String step = steps.get(i);
            if (step.startsWith("f:")) {
                tree = MapTree.of(step.substring(2), tree);
            } else {
                MapTree.Builder item = JsonTrees.map(step.substring(2)).toBuilder();
                tree = ListTree.of(item.putAll(tree instanceof MapTree map ? map : MapTree.of())
                        .build());
            }
        }
        return (MapTree) tree;
    }

    @Override
    public String toString() {
        return String.join(" ", steps);
    }

    private static void collect(MapTree fields, Tree live, List<String> steps, String pointer, List<OwnedLeaf> leaves) {
        if (fields.without(".").isEmpty()) {
            leaves.add(new OwnedLeaf(steps, pointer, live));
            return;
        }
        fields.forEach((key, child) -> {
            List<String> below = new ArrayList<>(steps);
            below.add(key);
            if (key.startsWith("f:") && live instanceof MapTree map && map.has(key.substring(2))) {
                String name = key.substring(2);
                collect((MapTree) child, map.get(name), below, pointer + "/" + escaped(name), leaves);
            } else if (live instanceof ListTree list) {
                int index = index(list, key);
                if (index >= 0) {
                    collect((MapTree) child, list.get(index), below, pointer + "/" + index, leaves);
                }
            }
        });
    }

    private static void collectLists(
            MapTree fields, Tree live, List<String> steps, String pointer, List<OwnedLeaf> lists) {
        if (live instanceof ListTree && fields.without(".").size() > 1) {
            lists.add(new OwnedLeaf(steps, pointer, live));
        }
        fields.forEach((key, child) -> {
            List<String> below = new ArrayList<>(steps);
            below.add(key);
            if (key.startsWith("f:") && live instanceof MapTree map && map.has(key.substring(2))) {
                String name = key.substring(2);
                collectLists((MapTree) child, map.get(name), below, pointer + "/" + escaped(name), lists);
            } else if (live instanceof ListTree list && index(list, key) >= 0) {
                int index = index(list, key);
                collectLists((MapTree) child, list.get(index), below, pointer + "/" + index, lists);
            }
        });
    }

    private static int index(ListTree list, String key) {
        if (key.startsWith("v:")) {
            return list.items()
                    .indexOf(JsonTrees.map("{v: " + key.substring(2) + "}").get("v"));
        }
        if (!key.startsWith("k:")) {
            return -1;
        }
        MapTree keys = JsonTrees.map(key.substring(2));
        for (int i = 0; i < list.size(); i++) {
            MapTree item = (MapTree) list.get(i);
            if (keys.keys().stream().allMatch(name -> keys.get(name).equals(item.get(name)))) {
                return i;
            }
        }
        return -1;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Other values of the same type, of which a server may like one. */
    static List<Tree> others(Tree value) {
        List<Tree> others = new ArrayList<>();
        if (value instanceof ScalarTree scalar) {
            switch (scalar.kind()) {
                case STRING -> {
                    for (String text : List.of(
                            scalar.text() + "x",
                            "other",
                            "Zm9v",
                            "7",
                            "2Gi",
                            "100m",
                            "UDP",
                            "TCP",
                            "/other",
                            "NodePort",
                            "Recreate")) {
                        if (!text.equals(scalar.text())) {
                            others.add(ScalarTree.of(text));
                        }
                    }
                }
                case INTEGER -> {
                    others.add(ScalarTree.of(Long.parseLong(scalar.text()) + 1));
                    others.add(ScalarTree.of("25%"));
                }
                case BOOLEAN -> others.add(ScalarTree.of(!scalar.text().equals("true")));
                // Up to Kubernetes 1.33 a template of claims has a creationTimestamp, which is null.
                case NULL -> {}
                case FLOAT -> throw new AssertionError(scalar.kind());
            }
        } else if (value instanceof ListTree list) {
            if (list.size() > 1) {
                others.add(list.without(0));
                others.add(ListTree.of(list.get(1), list.get(0)));
            }
            if (!list.isEmpty()) {
                others.add(list.plus(list.get(0)));
                for (Tree item : others(list.get(0))) {
                    others.add(list.with(0, item));
                    others.add(list.plus(item));
                }
            } else {
                others.add(ListTree.of(MapTree.of()));
            }
        } else if (value instanceof MapTree map) {
            for (String key : map.keys()) {
                for (Tree other : others(map.get(key))) {
                    others.add(map.with(key, other));
                }
                others.add(map.without(key));
            }
            others.add(map.with("more", "more"));
        }
        return others;
    }
}
