package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.ValueRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * No item of a list is there twice, as server-side apply demands of a list that is a set or a map.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy">merge strategy</a>
 */
final class UniqueItems implements ValueRule {
    private final List<String> keys;
    private final Map<String, Tree> defaults;

    private UniqueItems(List<String> keys, Map<String, Tree> defaults) {
        this.keys = keys;
        this.defaults = defaults;
    }

    /** Items that differ. */
    static UniqueItems ofSet() {
        return new UniqueItems(List.of(), Map.of());
    }

    /**
     * Items that differ in some of their keys.
     *
     * @param defaults the values of keys that an item leaves out
     */
    static UniqueItems by(List<String> keys, Map<String, Tree> defaults) {
        return new UniqueItems(List.copyOf(keys), Map.copyOf(defaults));
    }

    @Override
    public @Nullable Breach breach(Object value) {
        if (!(value instanceof ListTree list) || list.size() < 2) {
            return null;
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            Tree item = list.get(i);
            if (!seen.add(keys.isEmpty() ? item : identity(Trees.map(item)))) {
                return new Breach(ProblemCodes.DUPLICATE, "has an item twice" + shown(item), "remove one of the two");
            }
        }
        return null;
    }

    private List<Tree> identity(MapTree item) {
        List<Tree> identity = new ArrayList<>(keys.size());
        for (String key : keys) {
            Tree value = item.get(key);
            identity.add(value != null ? value : defaults.getOrDefault(key, ScalarTree.ofNull()));
        }
        return identity;
    }

    /** The keys of an item of a map; those of a set may be secret. */
    private String shown(Tree item) {
        StringBuilder shown = new StringBuilder();
        for (String key : keys) {
            if (Trees.map(item).get(key) instanceof ScalarTree value && !value.isNull()) {
                shown.append(shown.isEmpty() ? ", with " : " and ").append(Problem.quote(key + ": " + value.text()));
            }
        }
        return shown.toString();
    }
}
