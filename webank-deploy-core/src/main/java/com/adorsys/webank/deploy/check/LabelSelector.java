package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/** Label selectors, as the API evaluates them. */
final class LabelSelector {
    private LabelSelector() {}

    /** Whether a selector matches every object. */
    static boolean isEmpty(MapTree selector) {
        return Trees.map(selector, "matchLabels").isEmpty()
                && Trees.list(selector, "matchExpressions").isEmpty();
    }

    /** Whether a selector matches an object with these labels. */
    static boolean matches(MapTree selector, MapTree labels) {
        MapTree wanted = Trees.map(selector, "matchLabels");
        ListTree expressions = Trees.list(selector, "matchExpressions");
        boolean selects = wanted.isEmpty() || !expressions.isEmpty();
        for (int i = 0; i < wanted.size(); i++) {
            // The server ignores a label without a value, but not a selector that has no other.
            if (Trees.isNull(wanted.valueAt(i))) {
                continue;
            }
            selects = true;
            if (!wanted.valueAt(i).equals(labels.get(wanted.keyAt(i)))) {
                return false;
            }
        }
        if (!selects) {
            return false;
        }
        for (int i = 0; i < expressions.size(); i++) {
            if (!matchesExpression(Trees.map(expressions, i), labels)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesExpression(MapTree expression, MapTree labels) {
        String key = Trees.text(expression, "key");
        boolean listed =
                labels.has(key) && Trees.list(expression, "values").items().contains(labels.get(key));
        return switch (Trees.text(expression, "operator")) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> labels.has(key);
            case "DoesNotExist" -> !labels.has(key);
            default -> true;
        };
    }
}
