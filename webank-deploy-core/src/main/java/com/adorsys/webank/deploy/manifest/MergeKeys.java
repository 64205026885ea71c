package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.schema.Field;
import com.adorsys.webank.deploy.schema.ObjectType;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Matches the items of one list with those of another.
 *
 * <p>Items are matched by the keys that identify them in a server-side apply or a strategic merge patch. Where these are
 * several, as the number and the protocol of a port, a name comes first, then the most important key alone: people see a changed
 * number and not another port. In lists that are replaced as a whole, and in those that nobody describes, items are matched by
 * what usually tells them apart, else by what they are and where they stand.
 */
final class MergeKeys {
    private MergeKeys() {}

    /** The items of two lists, matched. */
    static final class Matching {
        private final List<String> keys;
        private final @Nullable Field field;
        private final int[] beforeOf;
        private final int[] afterOf;

        /**
         * No item is matched yet.
         *
         * @param keys what tells items apart; empty if nothing does
         */
        private Matching(List<String> keys, @Nullable Field field, int beforeSize, int afterSize) {
            this.keys = keys;
            this.field = field;
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
            StringBuilder label = new StringBuilder("[");
            for (String key : keys) {
                String text = keyText(item, key, field);
                if (text != null) {
                    label.append(label.length() == 1 ? "" : ",")
                            .append(key)
                            .append('=')
                            .append(isPlain(text) ? text : TreeText.quote(text));
                }
            }
            return (label.length() == 1 ? label.append(index) : label)
                    .append(']')
                    .toString();
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
     * @param name the key that the lists stand under
     * @param field its description; null if there is none
     */
    static Matching match(String name, @Nullable Field field, ListTree before, ListTree after) {
        for (List<String> keys : candidates(name, field)) {
            Map<List<String>, Integer> places = places(keys, field, before);
            Map<List<String>, Integer> others = places(keys, field, after);
            if (places.size() == before.size() && others.size() == after.size()) {
                Matching matching = new Matching(keys, field, before.size(), after.size());
                others.forEach((item, place) -> {
                    Integer other = places.get(item);
                    if (other != null) {
                        matching.pair(other, place);
                    }
                });
                return matching;
            }
        }
        return matchByPlace(before, after);
    }

    private static List<List<String>> candidates(String name, @Nullable Field field) {
        List<String> keys = field == null ? List.of() : field.listKeys();
        Optional<String> merge = field == null ? Optional.empty() : field.mergeKey();
        if (keys.isEmpty() && merge.isEmpty()) {
            return usual(name);
        }
        if (keys.size() < 2) {
            return List.of(keys.isEmpty() ? List.of(merge.orElseThrow()) : keys);
        }
        List<List<String>> candidates = new ArrayList<>();
        ObjectType item = ServerForm.objectOf(ServerForm.itemsOf(ServerForm.typeOf(field)));
        if (ServerForm.fieldOf(item, "name") != null) {
            candidates.add(List.of("name"));
        }
        candidates.add(List.of(merge.orElse(keys.get(0))));
        candidates.add(keys);
        return candidates;
    }

    /** What usually tells items apart where no description says it. */
    private static List<List<String>> usual(String name) {
        return switch (name) {
            case "ports" -> List.of(List.of("name"), List.of("containerPort"), List.of("port"));
            case "volumeMounts" -> List.of(List.of("mountPath"));
            case "volumeClaimTemplates" -> List.of(List.of("metadata.name"));
            case "tolerations", "matchExpressions", "items" -> List.of(List.of("key"));
            case "rules" -> List.of(List.of("host"));
            case "paths" -> List.of(List.of("path"));
            case "tls" -> List.of(List.of("secretName"));
            case "metrics", "conditions", "policies" -> List.of(List.of("type"));
            default -> List.of(List.of("name"));
        };
    }

    /** The places of items by their keys; fewer than there are items if some have no keys, or the same ones. */
    private static Map<List<String>, Integer> places(List<String> keys, @Nullable Field field, ListTree list) {
        Map<List<String>, Integer> places = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            List<String> texts = new ArrayList<>(keys.size());
            boolean found = false;
            for (String key : keys) {
                String text = keyText(list.get(i), key, keys.size() == 1 ? null : field);
                found |= text != null;
                texts.add(text == null ? "" : text);
            }
            if (found) {
                places.putIfAbsent(texts, i);
            }
        }
        return places;
    }

    /** The text of a key; its default where an item has only the other keys. */
    private static @Nullable String keyText(Tree item, String key, @Nullable Field field) {
        Tree value = item instanceof MapTree map ? Trees.value(map, key.split("\\.", -1)) : null;
        if (value instanceof ScalarTree scalar && !scalar.isNull()) {
            return scalar.text();
        }
        ObjectType type = ServerForm.objectOf(ServerForm.itemsOf(ServerForm.typeOf(field)));
        return type == null ? null : Schemas.serverDefault(type.name(), key).orElse(null);
    }

    /** Equal items at both ends; between them pairs in order if they are as many, else equal items that follow. */
    private static Matching matchByPlace(ListTree before, ListTree after) {
        Matching matching = new Matching(List.of(), null, before.size(), after.size());
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
