package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which item of a list has which of the keys under which managed fields hold the list's items.
 *
 * <p>The text of a key is written from the item as the server would write it and looked up. Only if that leaves a key
 * over, which takes strings with escapes, items that are not there or keys that occur twice, the keys are parsed and
 * compared one by one.
 */
final class ItemKeys {
    private static final String[] NONE = {};

    /** By the item's place in the list; null where the item is not held. */
    private final @Nullable String[] ofItem;

    private final String[] absent;

    private ItemKeys(@Nullable String[] ofItem, String[] absent) {
        this.ofItem = ofItem;
        this.absent = absent;
    }

    /** Whether what is held of a list are items that are told apart by a key or by their value. */
    static boolean areIn(@Nullable MapTree node) {
        return first(node) != null;
    }

    private static @Nullable String first(@Nullable MapTree node) {
        for (int i = 0; node != null && i < node.size(); i++) {
            String key = node.keyAt(i);
            if (key.startsWith("k:") || key.startsWith("v:")) {
                return key;
            }
        }
        return null;
    }

    /**
     * The key under which an item is held, or would be. A key that the server fills in, as a port's protocol, may be missing in
     * the item.
     *
     * @param node what is held of the list
     * @return null if the list's items have no keys
     */
    static @Nullable String of(@Nullable MapTree node, Tree item) {
        String first = first(node);
        if (node == null || first == null) {
            return null;
        }
        String[] names = names(first);
        String written = write(first.charAt(0), names, item);
        if (written != null && node.has(written)) {
            return written;
        }
        String likely = null;
        for (int i = 0; i < node.size(); i++) {
            PathElement element = PathElement.parse(node.keyAt(i));
            if (element != null && element.matches(item)) {
                return node.keyAt(i);
            }
            likely = likely == null && element != null && element.mayMatch(item) ? node.keyAt(i) : likely;
        }
        return likely != null ? likely : first.startsWith("k:") ? newKey(names, item) : "v:" + Json.write(item);
    }

    private static String newKey(String[] names, Tree item) {
        MapTree.Builder keys = MapTree.builder(names.length);
        for (String name : names) {
            Tree value = Trees.map(item).get(name);
            if (value != null) {
                keys.put(name, value);
            }
        }
        return "k:" + Json.write(keys.build());
    }

    /**
     * @param node what is held
     * @param count how many items that is
     * @param first the key of one of them
     * @param list the list
     */
    static ItemKeys of(MapTree node, int count, String first, ListTree list) {
        String[] names = names(first);
        @Nullable String[] ofItem = new String[list.size()];
        int found = 0;
        int hashes = 0;
        for (int i = 0; i < ofItem.length; i++) {
            String key = write(first.charAt(0), names, list.get(i));
            if (key != null && node.has(key)) {
                ofItem[i] = key;
                hashes += key.hashCode();
                found++;
            }
        }
        // As many items as keys, and the same ones: one key found twice would make up for another that is not there.
        return found == count && hashes == hashes(node) ? new ItemKeys(ofItem, NONE) : compared(node, list);
    }

    /** The key of an item; null if the item is not held. */
    @Nullable
    String at(int item) {
        return ofItem[item];
    }

    /** The keys without an item, in order. */
    String[] absent() {
        return absent;
    }

    private static int hashes(MapTree node) {
        int hashes = 0;
        for (int i = 0; i < node.size(); i++) {
            String key = node.keyAt(i);
            hashes += key.equals(PathElement.SELF) ? 0 : key.hashCode();
        }
        return hashes;
    }

    private static String[] names(String key) {
        if (key.charAt(0) != 'k' || key.length() < 3) {
            return NONE;
        }
        if (key.startsWith("k:{\"name\":") && key.indexOf(',') < 0) {
            return new String[] {"name"};
        }
        try {
            byte[] json = key.substring(2).getBytes(StandardCharsets.UTF_8);
            return Json.readMap(json).keys().toArray(NONE);
        } catch (Json.Malformed e) {
            return NONE;
        }
    }

    /** The key of an item as the server writes it; null if the item has none, or one that takes more care. */
    private static @Nullable String write(char kind, String[] names, Tree item) {
        StringBuilder text = new StringBuilder(48).append(kind).append(':');
        if (kind == 'v') {
            return write(item, text) ? text.toString() : null;
        }
        if (!(item instanceof MapTree map) || names.length == 0) {
            return null;
        }
        char separator = '{';
        for (String name : names) {
            Tree value = map.get(name);
            text.append(separator).append('"').append(name).append("\":");
            separator = ',';
            if (value == null || !write(value, text)) {
                return null;
            }
        }
        return text.append('}').toString();
    }

    private static boolean write(Tree value, StringBuilder text) {
        if (!(value instanceof ScalarTree scalar)) {
            return false;
        }
        return switch (scalar.kind()) {
            case STRING -> {
                String content = scalar.text();
                if (!isPlain(content)) {
                    yield false;
                }
                text.append('"').append(content).append('"');
                yield true;
            }
            case INTEGER, BOOLEAN -> {
                text.append(scalar.text());
                yield true;
            }
            case FLOAT, NULL -> false;
        };
    }

    /** Whether JSON needs no escapes for a text, however much a writer likes to escape. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&') {
                return false;
            }
        }
        return true;
    }

    private static ItemKeys compared(MapTree node, ListTree list) {
        @Nullable String[] ofItem = new String[list.size()];
        List<String> absent = new ArrayList<>();
        for (int k = 0; k < node.size(); k++) {
            String key = node.keyAt(k);
            if (key.equals(PathElement.SELF)) {
                continue;
            }
            PathElement element = PathElement.parse(key);
            boolean found = false;
            for (int i = 0; i < list.size(); i++) {
                if (ofItem[i] == null && element != null && element.matches(list.get(i), i)) {
                    ofItem[i] = key;
                    found = true;
                }
            }
            if (!found) {
                absent.add(key);
            }
        }
        String[] sorted = absent.toArray(NONE);
        Arrays.sort(sorted);
        return new ItemKeys(ofItem, sorted);
    }
}
