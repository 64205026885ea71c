package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;

/** What a typed value does not hold of the document that it was read from, and how the two become one document again. */
final class Rest {
    private Rest() {}

    /** Whether a tree has all of another one, and the same. A list has all of another one only if they are equal. */
    static boolean isPartOf(Tree part, Tree whole) {
        if (!(part instanceof MapTree map) || !(whole instanceof MapTree other)) {
            return part.equals(whole);
        }
        for (String key : map.keys()) {
            Tree value = other.get(key);
            if (value == null || !isPartOf(map.at(key).orElseThrow(), value)) {
                return false;
            }
        }
        return true;
    }

    /** What a document has besides a part of it. */
    static MapTree of(MapTree document, MapTree part) {
        MapTree.Builder rest = MapTree.builder();
        document.forEach((key, value) -> {
            Tree known = part.get(key);
            if (known == null) {
                rest.put(key, value);
            } else if (known instanceof MapTree inner && value instanceof MapTree outer) {
                MapTree left = of(outer, inner);
                if (!left.isEmpty()) {
                    rest.put(key, left);
                }
            }
        });
        return rest.build();
    }

    /** A typed value's tree with the rest; what is set in both is a problem. A null in the rest is treated as missing. */
    static MapTree merged(MapTree typed, MapTree rest, String path, ArgoChecks checks) {
        MapTree.Builder merged = MapTree.builder(typed.size() + rest.size());
        typed.forEach((key, value) -> {
            Tree other = rest.get(key);
            if (value instanceof MapTree inner && other instanceof MapTree outer) {
                merged.put(key, merged(inner, outer, TreePath.child(path, key), checks));
                return;
            }
            if (other != null && !Trees.isNull(other)) {
                checks.error(
                        ProblemCodes.EXCLUSIVE_KEYS,
                        TreePath.child(path, key),
                        "`" + key + "` is set by the model and in `rest`",
                        "remove one of the two");
            }
            merged.put(key, value);
        });
        rest.forEach((key, value) -> {
            if (!typed.has(key)) {
                merged.put(key, value);
            }
        });
        return merged.build();
    }

    /**
     * Makes sure that what is written is valid.
     *
     * @throws DeployException.InvalidInput with the errors that the document has in the target versions
     */
    static void validate(List<Problem> problems) {
        List<Problem> errors = new ArrayList<>(problems);
        errors.removeIf(problem -> !problem.isError());
        if (!errors.isEmpty()) {
            throw new DeployException.InvalidInput(errors);
        }
    }
}
