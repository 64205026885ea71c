package com.adorsys.webank.deploy.manifest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which item of one list is which of another.
 *
 * <p>Items are matched by the field that tells them apart, after the patch merge keys of the <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/">Kubernetes API</a>; for ports the name comes first, since
 * people see a changed number and not another port. Where no field tells the items apart they are matched by what they
 * are and where they stand.
 */
final class MergeKeys {
    private MergeKeys() {}

    /** The items of two lists, matched. */
    static final class Matching {
        private final @Nullable String key;
        private final int[] beforeOf;
        private final int[] afterOf;

        private Matching(@Nullable String key, int beforeSize, int afterSize) {
            this.key = key;
            this.beforeOf = new int[afterSize];
            this.afterOf = new int[beforeSize];
            Arrays.fill(beforeOf, -1);
            Arrays.fill(afterOf, -1);
        }

        /** The place in the first list of an item of the second; -1 if it is new. */
        int beforeOf(int after) {
            return beforeOf[after];
        }

        /** The place in the second list of an item of the first; -1 if it is gone. */
        int afterOf(int before) {
            return afterOf[before];
        }

        /** What a path shows of an item: {@code [name=app]}, or {@code [2]} where no field tells items apart. */
        String label(Tree item, int index) {
            if (key == null) {
                return "[" + index + "]";
            }
            String text = keyText(item, key);
            if (text == null) {
                return "[" + index + "]";
            }
            return "[" + key + "=" + (isPlain(text) ? text : TreeText.quote(text)) + "]";
        }

        /** Whether items that are in both lists stand in another order. */
        boolean isReordered() {
            int last = -1;
            for (int before : beforeOf) {
                if (before >= 0) {
                    if (before < last) {
                        return true;
                    }
                    last = before;
                }
            }
            return false;
        }

        private void pair(int before, int after) {
            beforeOf[after] = before;
            afterOf[before] = after;
        }

        private static boolean isPlain(String text) {
            if (text.isEmpty() || text.length() > 80) {
                return false;
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c <= ' ' || c >= 127 || c == ']' || c == '"' || c == '\\') {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Matches the items of two lists.
     *
     * @param field the key that the lists stand under
     */
    static Matching match(String field, ListTree before, ListTree after) {
        for (String key : candidates(field)) {
            if (isUnique(before, key) && isUnique(after, key)) {
                return matchByKey(key, before, after);
            }
        }
        return matchByPlace(before, after);
    }

    private static List<String> candidates(String field) {
        return switch (field) {
            case "ports" -> List.of("name", "containerPort", "port");
            case "volumeMounts" -> List.of("mountPath");
            case "volumeDevices" -> List.of("devicePath");
            case "volumeClaimTemplates" -> List.of("metadata.name");
            case "hostAliases" -> List.of("ip");
            case "tolerations", "matchExpressions", "items" -> List.of("key");
            case "topologySpreadConstraints" -> List.of("topologyKey");
            case "rules" -> List.of("host");
            case "paths" -> List.of("path");
            case "tls" -> List.of("secretName");
            case "metrics", "conditions", "policies" -> List.of("type");
            case "ownerReferences" -> List.of("uid");
            default -> List.of("name");
        };
    }

    private static boolean isUnique(ListTree list, String key) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String text = keyText(list.get(i), key);
            if (text == null || !seen.add(text)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String keyText(Tree item, String key) {
        Tree value;
        if (!(item instanceof MapTree map)) {
            return null;
        }
        int dot = key.indexOf('.');
        if (dot < 0) {
            value = map.get(key);
        } else {
            value = map.get(key.substring(0, dot)) instanceof MapTree inner ? inner.get(key.substring(dot + 1)) : null;
        }
        return value instanceof ScalarTree scalar && !scalar.isNull() ? scalar.text() : null;
    }

    private static Matching matchByKey(String key, ListTree before, ListTree after) {
        Matching matching = new Matching(key, before.size(), after.size());
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.put(keyText(before.get(i), key), i);
        }
        for (int i = 0; i < after.size(); i++) {
            Integer place = places.get(keyText(after.get(i), key));
            if (place != null) {
                matching.pair(place, i);
            }
        }
        return matching;
    }

    /** Equal items at both ends; between them pairs in order if they are as many, else equal items that follow. */
    private static Matching matchByPlace(ListTree before, ListTree after) {
        Matching matching = new Matching(null, before.size(), after.size());
        int start = 0;
        int beforeEnd = before.size();
        int afterEnd = after.size();
        while (start < beforeEnd && start < afterEnd && before.get(start).equals(after.get(start))) {
            matching.pair(start, start);
            start++;
        }
        while (beforeEnd > start
                && afterEnd > start
                && before.get(beforeEnd - 1).equals(after.get(afterEnd - 1))) {
            beforeEnd--;
            afterEnd--;
            matching.pair(beforeEnd, afterEnd);
        }
        if (beforeEnd == afterEnd) {
            for (int i = start; i < beforeEnd; i++) {
                matching.pair(i, i);
            }
            return matching;
        }
        int next = start;
        for (int i = start; i < afterEnd; i++) {
            for (int j = next; j < beforeEnd; j++) {
                if (before.get(j).equals(after.get(i))) {
                    matching.pair(j, i);
                    next = j + 1;
                    break;
                }
            }
        }
        return matching;
    }
}
