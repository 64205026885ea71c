package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.eks.internal.fields.KeyPath.get;
import static com.adorsys.webank.deploy.eks.internal.fields.KeyPath.isItem;
import static com.adorsys.webank.deploy.eks.internal.fields.KeyPath.plus;
import static com.adorsys.webank.deploy.eks.internal.fields.KeyPath.step;

import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A random object with every sort of map and list, who holds which of its fields, and another object that is desired.
 *
 * <p>All is done by paths, one place at a time: slow, and without the code that is tested. A path is the list of the keys of
 * managed fields that lead to a place.
 *
 * @param live the object with its managed fields: of ours, of another that applies, and of one that updates
 */
record Held(MapTree live, MapTree desired) {
    static final String OTHER = "other";
    static final String UPDATER = "updater";
    private static final List<String> MANAGERS = List.of(LiveObject.MANAGER, OTHER, UPDATER);

    /** What a place is. */
    private enum Sort {
        SCALAR,
        STRUCT,
        ATOMIC_MAP,
        ATOMIC_LIST,
        SET,
        KEYED
    }

    /**
     * The type of a place.
     *
     * @param fields of a struct, and of the items of a list with keys
     */
    record Type(Sort sort, Map<String, Type> fields, List<String> keys) {
        Type field(String name) {
            return Objects.requireNonNull(fields.get(name), name);
        }
    }

    private static final Type SCALAR = new Type(Sort.SCALAR, Map.of(), List.of());
    private static final Type ATOMIC_MAP = new Type(Sort.ATOMIC_MAP, Map.of(), List.of());
    private static final Type ATOMIC_LIST = new Type(Sort.ATOMIC_LIST, Map.of(), List.of());
    private static final Type SET = new Type(Sort.SET, Map.of(), List.of());
    private static final Type CONTAINERS = keyed(
            List.of("name"),
            "name",
            SCALAR,
            "image",
            SCALAR,
            "args",
            ATOMIC_LIST,
            "env",
            keyed(List.of("name"), "name", SCALAR, "value", SCALAR));

    private static final Type OBJECT = struct(
            "metadata",
            struct("labels", struct("a", SCALAR, "b", SCALAR)),
            "spec",
            struct(
                    "n",
                    SCALAR,
                    "m",
                    struct("a", SCALAR, "b", SCALAR, "c", SCALAR),
                    "sel",
                    ATOMIC_MAP,
                    "args",
                    ATOMIC_LIST,
                    "set",
                    SET,
                    "ports",
                    keyed(List.of("port", "protocol"), "port", SCALAR, "protocol", SCALAR, "note", SCALAR),
                    "template",
                    struct(
                            "metadata",
                            struct("labels", struct("a", SCALAR)),
                            "spec",
                            struct(
                                    "containers",
                                    CONTAINERS,
                                    "tolerations",
                                    ATOMIC_LIST,
                                    "node",
                                    struct("a", SCALAR, "b", SCALAR)))),
            "status",
            struct("n", SCALAR));

    private static Type struct(Object... fields) {
        Map<String, Type> types = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            types.put((String) fields[i], (Type) fields[i + 1]);
        }
        return new Type(Sort.STRUCT, types, List.of());
    }

    private static Type keyed(List<String> keys, Object... fields) {
        return new Type(Sort.KEYED, struct(fields).fields(), keys);
    }

    /** One of very many. */
    static Held random(Random random) {
        MapTree content = Trees.with(struct(OBJECT, random), scalar(random), "spec", "n");
        MapTree gone = struct(OBJECT, random);
        List<Set<List<String>>> held = List.of(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (List<String> path : places(OBJECT, content)) {
            boolean must = isItem(path) || path.equals(List.of("f:spec", "f:n"));
            int who = random.nextInt(8) | (must ? 1 << random.nextInt(3) : 0);
            hold(held, who, path, content);
        }
        for (List<String> path : places(OBJECT, gone)) {
            boolean isField = path.stream().noneMatch(step -> isItem(List.of(step)));
            if (isField
                    && get(gone, path) instanceof ScalarTree
                    && get(content, path) == null
                    && random.nextBoolean()) {
                hold(held, 1 << random.nextInt(3), path, gone);
            }
        }
        for (List<String> path : List.copyOf(held.get(2))) {
            if (path.size() > 1 && random.nextInt(3) == 0) {
                held.get(2).add(path.subList(0, path.size() - 1));
            }
        }
        List<Tree> entries = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            entries.add(MapTree.of("manager", MANAGERS.get(i))
                    .with("operation", i == 2 ? "Update" : "Apply")
                    .with("apiVersion", "v1")
                    .with("fieldsType", "FieldsV1")
                    .with("fieldsV1", fields(held.get(i))));
        }
        MapTree live = identified(content);
        MapTree metadata = Trees.map(live, "metadata").with("managedFields", ListTree.of(entries));
        MapTree desired = random.nextInt(4) == 0 ? content : struct(OBJECT, random);
        return new Held(live.with("metadata", metadata), identified((MapTree) withoutDefaults(desired, random)));
    }

    private static MapTree identified(MapTree content) {
        MapTree object = MapTree.of("apiVersion", "v1").with("kind", "Thing").toBuilder()
                .putAll(content)
                .build();
        return object.with("metadata", Trees.map(object, "metadata").with("name", "x"));
    }

    /** Who holds a field holds the items above it, with their keys. */
    private static void hold(List<Set<List<String>>> held, int who, List<String> path, Tree content) {
        for (int i = 0; i < held.size(); i++) {
            if ((who & 1 << i) != 0) {
                for (int end = 1; end <= path.size(); end++) {
                    List<String> above = path.subList(0, end);
                    if (end == path.size() || isItem(above)) {
                        held.get(i).add(above);
                    }
                    if (above.get(end - 1).startsWith("k:") && get(content, above) instanceof MapTree) {
                        for (String key :
                                JsonTrees.map(above.get(end - 1).substring(2)).keys()) {
                            held.get(i).add(plus(above, "f:" + key));
                        }
                    }
                }
            }
        }
    }

    // Objects.

    private static MapTree struct(Type type, Random random) {
        MapTree.Builder map = MapTree.builder();
        type.fields().forEach((name, field) -> {
            if (random.nextInt(10) < 7) {
                map.put(name, value(field, random));
            }
        });
        return map.build();
    }

    private static Tree value(Type type, Random random) {
        return switch (type.sort()) {
            case SCALAR -> scalar(random);
            case STRUCT -> struct(type, random);
            case ATOMIC_MAP -> struct(struct("a", SCALAR, "b", SCALAR), random);
            case ATOMIC_LIST ->
                ListTree.of(some(List.of(MapTree.of("v", scalar(random)), MapTree.of("v", "x"), MapTree.of()), random));
            case SET ->
                ListTree.of(some(
                        List.of(ScalarTree.of("x"), ScalarTree.of("1"), ScalarTree.of(1), ScalarTree.of("z")), random));
            case KEYED -> {
                List<MapTree> keys = type.keys().size() == 1
                        ? List.of(MapTree.of("name", "a"), MapTree.of("name", "b"), MapTree.of("name", "80"))
                        : List.of(port(80, "TCP"), port(443, "TCP"), port(53, "UDP"));
                List<Tree> items = new ArrayList<>();
                for (MapTree key : some(keys, random)) {
                    items.add(struct(type, random).toBuilder().putAll(key).build());
                }
                yield ListTree.of(items);
            }
        };
    }

    private static MapTree port(int port, String protocol) {
        return MapTree.of("port", ScalarTree.of(port)).with("protocol", protocol);
    }

    private static Tree scalar(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> ScalarTree.of("");
            case 1 -> ScalarTree.of(0);
            case 2 -> ScalarTree.of(true);
            case 3 -> ScalarTree.of(7);
            default -> ScalarTree.of("v" + random.nextInt(3));
        };
    }

    private static <T> List<T> some(List<? extends T> all, Random random) {
        List<T> some = new ArrayList<>(all);
        Collections.shuffle(some, random);
        return some.subList(0, random.nextInt(some.size() + 1));
    }

    /** The object as a person writes it: the server fills in the protocol of a port. */
    private static Tree withoutDefaults(Tree tree, Random random) {
        if (tree instanceof ListTree list) {
            return ListTree.of(list.items().stream()
                    .map(item -> withoutDefaults(item, random))
                    .toList());
        }
        if (!(tree instanceof MapTree map)) {
            return tree;
        }
        MapTree.Builder rest = MapTree.builder();
        map.forEach((key, value) -> {
            if (!value.equals(ScalarTree.of("TCP")) || random.nextBoolean()) {
                rest.put(key, withoutDefaults(value, random));
            }
        });
        return rest.build();
    }

    // Paths.

    /** The fields of one manager. */
    FieldSet of(String manager) {
        return ManagedEntry.all(live).get(MANAGERS.indexOf(manager)).fields();
    }

    /** The paths of what several managers hold. */
    Set<List<String>> members(String... managers) {
        Set<List<String>> members = new LinkedHashSet<>();
        for (String manager : managers) {
            nodes(of(manager)).forEach((path, node) -> {
                if (node.isEmpty() || node.has(".")) {
                    members.add(path);
                }
            });
        }
        return members;
    }

    Set<List<String>> all() {
        return members(LiveObject.MANAGER, OTHER, UPDATER);
    }

    /** The set of these paths, with its keys in order, as a server gives it. */
    static MapTree fields(Set<List<String>> paths) {
        Map<String, Set<List<String>>> below = new TreeMap<>();
        boolean self = false;
        for (List<String> path : paths) {
            if (path.isEmpty()) {
                self = true;
            } else {
                below.computeIfAbsent(path.get(0), key -> new LinkedHashSet<>()).add(path.subList(1, path.size()));
            }
        }
        MapTree.Builder node = MapTree.builder();
        if (self && !below.isEmpty()) {
            node.put(".", MapTree.of());
        }
        below.forEach((key, rest) -> node.put(key, fields(rest)));
        return node.build();
    }

    /** All places at which a set has something, in its order, with what it has there. */
    static Map<List<String>, MapTree> nodes(FieldSet set) {
        Map<List<String>, MapTree> nodes = new LinkedHashMap<>();
        collect(set.tree(), List.of(), nodes);
        return nodes;
    }

    private static void collect(MapTree node, List<String> path, Map<List<String>, MapTree> nodes) {
        node.forEach((key, below) -> {
            if (!key.equals(".")) {
                nodes.put(plus(path, key), (MapTree) below);
                collect((MapTree) below, plus(path, key), nodes);
            }
        });
    }

    /** The places that have an owner, by their type: values, and items of lists with what is in them; in order. */
    static List<List<String>> places(Tree object) {
        return places(OBJECT, object);
    }

    private static List<List<String>> places(Type type, Tree tree) {
        List<List<String>> places = new ArrayList<>();
        collect(type, tree, List.of(), places);
        return places;
    }

    private static void collect(Type type, Tree tree, List<String> path, List<List<String>> places) {
        if (path.isEmpty() && tree.equals(MapTree.of())) {
            return;
        }
        if (type.sort() == Sort.STRUCT && tree instanceof MapTree map && !map.isEmpty()) {
            map.forEach((key, value) -> {
                if (type.fields().containsKey(key)) {
                    collect(type.field(key), value, plus(path, "f:" + key), places);
                }
            });
        } else if (type.keys().isEmpty() && type.sort() != Sort.SET) {
            places.add(path);
        } else if (((ListTree) tree).isEmpty()) {
            places.add(path);
        } else {
            for (Tree item : (ListTree) tree) {
                List<String> here = plus(path, key(type, item));
                places.add(here);
                if (item instanceof MapTree map) {
                    map.forEach((key, value) -> collect(type.field(key), value, plus(here, "f:" + key), places));
                }
            }
        }
    }

    private static String key(Type type, Tree item) {
        if (type.sort() == Sort.SET) {
            return "v:" + Json.write(item);
        }
        MapTree.Builder keys = MapTree.builder();
        type.keys().forEach(key -> keys.put(key, Objects.requireNonNull(((MapTree) item).get(key))));
        return "k:" + Json.write(keys.build());
    }

    /** Where a path of JSON pointers leads in this object, if the desired one has the same items there. */
    List<List<String>> at(String pointer) {
        List<List<String>> found = new ArrayList<>();
        List<String> steps = List.of(pointer.substring(1).split("/"));
        collect(OBJECT, steps, live, desired, List.of(), found);
        return found;
    }

    private static void collect(
            Type type,
            List<String> steps,
            @Nullable Tree live,
            @Nullable Tree desired,
            List<String> path,
            List<List<String>> found) {
        if (steps.isEmpty()) {
            found.add(path);
            return;
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (live instanceof ListTree list && desired instanceof ListTree wanted) {
            for (int i = 0; i < wanted.size(); i++) {
                if (!step.equals("*") && !step.equals(Integer.toString(i))) {
                    continue;
                }
                if (type.sort() == Sort.ATOMIC_LIST) {
                    if (i < list.size()) {
                        collect(type, rest, list.get(i), wanted.get(i), plus(path, "i:" + i), found);
                    }
                    continue;
                }
                for (Tree item : list) {
                    String key = key(type, item);
                    if (step(ListTree.of(wanted.get(i)), key) != null) {
                        collect(
                                new Type(Sort.STRUCT, type.fields(), List.of()),
                                rest,
                                item,
                                wanted.get(i),
                                plus(path, key),
                                found);
                    }
                }
            }
        } else if ((live == null || live instanceof MapTree) && (desired == null || desired instanceof MapTree)) {
            Set<String> names = new LinkedHashSet<>(Set.of(step));
            if (step.equals("*")) {
                names = new LinkedHashSet<>(Trees.map(live).keys());
                names.addAll(Trees.map(desired).keys());
            }
            for (String name : names) {
                collect(
                        type.fields().getOrDefault(name, SCALAR),
                        rest,
                        Trees.map(live).get(name),
                        Trees.map(desired).get(name),
                        plus(path, "f:" + name),
                        found);
            }
        }
    }

    @Override
    public String toString() {
        return "live " + Json.write(live) + "\n desired " + Json.write(desired);
    }
}
