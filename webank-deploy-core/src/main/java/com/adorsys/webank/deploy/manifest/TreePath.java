package com.adorsys.webank.deploy.manifest;

/**
 * The text of a place in a tree, as errors and diffs print it: {@code spec.containers[0].image}, and {@code
 * metadata.annotations["a.b/c"]} for a key with characters other than letters, digits, {@code -}, {@code _} and {@code
 * /}. Control characters in such a key are escaped.
 */
public final class TreePath {
    private TreePath() {}

    /** The path of a map's entry. */
    public static String child(String parent, String key) {
        if (!isPlain(key)) {
            return parent + "[\"" + escaped(key) + "\"]";
        }
        return parent.isEmpty() ? key : parent + "." + key;
    }

    /** The path of a list's item. */
    public static String child(String parent, int index) {
        return parent + "[" + index + "]";
    }

    /**
     * Where a key ends that is the next part of a path.
     *
     * @param from where the parts before it end
     * @return -1 if another part is there
     */
    static int endOfKey(String path, int from, String key) {
        int start = from;
        String written = key;
        if (!isPlain(key)) {
            written = child("", key);
        } else if (from > 0) {
            if (path.charAt(from) != '.') {
                return -1;
            }
            start++;
        }
        return endOf(path, start, written);
    }

    /** As {@link #endOfKey}, of the item of a list. */
    static int endOfIndex(String path, int from, int index) {
        return endOf(path, from, child("", index));
    }

    private static int endOf(String path, int start, String part) {
        int end = start + part.length();
        boolean isNext = path.startsWith(part, start)
                && (end == path.length() || path.charAt(end) == '.' || path.charAt(end) == '[');
        return isNext ? end : -1;
    }

    /** The key with control characters escaped, so that a problem stays on one line. */
    private static String escaped(String key) {
        StringBuilder text = new StringBuilder(key.length() + 8);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '\n') {
                text.append("\\n");
            } else if (c == '\r') {
                text.append("\\r");
            } else if (c == '\t') {
                text.append("\\t");
            } else if (c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029) {
                String hex = Integer.toHexString(c);
                text.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
            } else {
                text.append(c == '\\' || c == '"' ? "\\" : "").append(c);
            }
        }
        return text.toString();
    }

    private static boolean isPlain(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean plain = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '-'
                    || c == '_'
                    || c == '/';
            if (!plain) {
                return false;
            }
        }
        return !key.isEmpty();
    }
}
