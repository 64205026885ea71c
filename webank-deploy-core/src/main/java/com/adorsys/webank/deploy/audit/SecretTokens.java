package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.SecretTexts;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;

/** Masks what {@link SecretTexts} finds in the documents of an audit. */
final class SecretTokens {
    private SecretTokens() {}

    /** The tree without them in its texts and keys. */
    static Tree masked(Tree tree) {
        if (tree instanceof MapTree map) {
            MapTree.Builder masked = MapTree.builder();
            for (int i = 0; i < map.size(); i++) {
                masked.put(SecretTexts.masked(map.keyAt(i)), masked(map.valueAt(i)));
            }
            return masked.build();
        }
        if (tree instanceof ListTree list) {
            List<Tree> masked = new ArrayList<>(list.size());
            for (Tree item : list) {
                masked.add(masked(item));
            }
            return ListTree.of(masked);
        }
        return tree instanceof ScalarTree scalar && scalar.isString()
                ? ScalarTree.of(SecretTexts.masked(scalar.text()))
                : tree;
    }
}
