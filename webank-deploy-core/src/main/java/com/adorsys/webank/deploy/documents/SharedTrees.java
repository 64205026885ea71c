package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares equal parts of trees that are kept, and their keys: most objects of a kind differ in a few names only. Trees are immutable,
 * so nobody sees the difference.
 */
final class SharedTrees {
    /** When so many parts are known, all are forgotten: parts of objects that follow one another are the most alike. */
    private static final int MOST = 20_000;

    private final Map<Tree, Tree> trees = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    /** An equal map, parts of which may be those of other trees. */
    MapTree share(MapTree map) {
        MapTree.Builder shared = MapTree.builder(map.size());
        for (int i = 0; i < map.size(); i++) {
            shared.put(known(keys, map.keyAt(i)), part(map.valueAt(i)));
        }
        return shared.build();
    }

    /** Forgets all parts. */
    void clear() {
        trees.clear();
        keys.clear();
    }

    private Tree part(Tree tree) {
        Tree shared = tree;
        if (tree instanceof MapTree map) {
            shared = share(map);
        } else if (tree instanceof ListTree list) {
            List<Tree> items = new ArrayList<>(list.size());
            for (Tree item : list) {
                items.add(part(item));
            }
            shared = ListTree.of(items);
        }
        return known(trees, shared);
    }

    private static <T> T known(Map<T, T> all, T one) {
        if (all.size() >= MOST) {
            all.clear();
        }
        T known = all.putIfAbsent(one, one);
        return known == null ? one : known;
    }
}
