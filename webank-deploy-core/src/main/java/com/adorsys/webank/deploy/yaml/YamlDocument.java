package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document of a YAML text: its tree, and the places of its parts. Immutable. */
public final class YamlDocument {
    private static final String LIST = "List";

    private final String file;
    private final Tree tree;
    private final Locations locations;

    YamlDocument(String file, Tree tree, Locations locations) {
        this.file = file;
        this.tree = tree;
        this.locations = locations;
    }

    /** The name of the file, as it was given to {@link YamlReader}. */
    public String file() {
        return file;
    }

    /** The content of the document. */
    public Tree tree() {
        return tree;
    }

    /**
     * The places of the document's parts: of an entry of a map that of its key, of an item of a list that of the item.
     * Values that an alias or a merge key inserts have the place where they are inserted.
     */
    public Locations locations() {
        return locations;
    }

    /**
     * The objects of the document, as kubectl takes them apart: of a list, whose kind ends in {@code List}, its items, each with
     * its places; otherwise the document itself.
     *
     * <p>Items of a list of one kind, such as a {@code ConfigMapList}, may leave out {@code apiVersion} and {@code kind}: they
     * have the list's. An item that is itself a list is taken apart too.
     *
     * @throws DeployException.InvalidInput with each item that is not an object
     */
    public List<YamlDocument> objects() {
        if (!isList()) {
            return List.of(this);
        }
        List<YamlDocument> objects = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        ListTree items = Trees.list((MapTree) tree, "items");
        List<Locations> places = locations.ofItems("items");
        for (int i = 0; i < items.size(); i++) {
            YamlDocument item = item((MapTree) tree, new YamlDocument(file, items.get(i), places.get(i)));
            if (item == null) {
                problems.add(notAnObject(locations.of(TreePath.child("items", i))));
            } else {
                objects.addAll(item.objects());
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return objects;
    }

    static Problem notAnObject(Location place) {
        return Problem.error(
                ProblemCodes.NOT_A_MANIFEST,
                place,
                "this item of the list is not an object",
                "Write a map with `apiVersion`, `kind` and `metadata`");
    }

    /** The object that an item of a list is, with the type that it has from the list; null if it is none. */
    static @Nullable YamlDocument item(MapTree list, YamlDocument item) {
        String kind = Trees.text(list, "kind");
        boolean isOfOneKind = kind.endsWith(LIST) && !kind.equals(LIST);
        if (!(item.tree instanceof MapTree map) || !isOfOneKind && !map.has("kind")) {
            return null;
        }
        if (!isOfOneKind || map.has("apiVersion") && map.has("kind")) {
            return item;
        }
        MapTree.Builder typed = MapTree.builder(map.size() + 2);
        if (!map.has("apiVersion")) {
            typed.put("apiVersion", Trees.text(list, "apiVersion"));
        }
        if (!map.has("kind")) {
            typed.put("kind", kind.substring(0, kind.length() - LIST.length()));
        }
        return new YamlDocument(item.file, typed.putAll(map).build(), item.locations);
    }

    private boolean isList() {
        return tree instanceof MapTree map
                && map.get("items") instanceof ListTree
                && Trees.text(map, "kind").endsWith(LIST);
    }

    /** The file and the kind of tree, no content. */
    @Override
    public String toString() {
        return file + ": " + tree;
    }
}
