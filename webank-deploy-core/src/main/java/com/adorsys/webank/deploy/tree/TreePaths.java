package com.adorsys.webank.deploy.tree;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules for paths in a tree. Such paths are valid on every file system, in Git and in every locale of a JVM. */
final class TreePaths {
    private static final int LONGEST_PART = 255;

    private TreePaths() {}

    /** The problem of an invalid path; null if the path is valid. */
    static @Nullable Problem check(String path) {
        String fault = fault(path);
        return fault == null
                ? null
                : Problem.error(
                        ProblemCodes.TREE_PATH,
                        Location.of(""),
                        "the path `" + printable(path) + "` " + fault,
                        "write a relative path of folders and a file, joined by `/`");
    }

    /** Whether a path is valid, so that one of an index can be trusted. */
    static boolean isValid(String path) {
        return fault(path) == null;
    }

    private static @Nullable String fault(String path) {
        if (path.isEmpty()) {
            return "is empty";
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || c > '~' || "\\:*?\"<>|".indexOf(c) >= 0) {
                return "has the character `" + printable(String.valueOf(c)) + "`";
            }
        }
        if (path.charAt(0) == '/') {
            return "is absolute";
        }
        int from = 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            String fault = faultOfPart(path, from, to);
            if (fault != null) {
                return fault;
            }
            from = to + 1;
        }
        return null;
    }

    private static @Nullable String faultOfPart(String path, int from, int to) {
        if (from == to) {
            return "has an empty part";
        }
        // Most parts neither begin nor end with what could be wrong.
        char first = path.charAt(from);
        char last = path.charAt(to - 1);
        if (first != '.' && first != ' ' && last != '.' && last != ' ') {
            return faultOfLength(to - from);
        }
        String part = path.substring(from, to);
        if (part.equals(".") || part.equals("..") || part.equalsIgnoreCase(".git")) {
            return "has the part `" + part + "`";
        }
        if (part.endsWith(".") || part.endsWith(" ") || part.startsWith(" ")) {
            return "has the part `" + part + "`, which starts or ends with a space or ends with a dot";
        }
        String fault = faultOfLength(part.length());
        if (fault == null && part.toLowerCase(Locale.ROOT).startsWith(TreeIndex.NAME)) {
            return "has the part `" + part + "`, a name that is reserved for the index";
        }
        return fault;
    }

    private static @Nullable String faultOfLength(int length) {
        return length <= LONGEST_PART
                ? null
                : "has a part of " + length + " characters; file systems allow at most " + LONGEST_PART;
    }

    /**
     * Adds a problem for every two paths that conflict: one is the folder of the other, or they differ only in case.
     */
    static void checkTogether(Collection<String> sortedPaths, List<Problem> into) {
        Map<String, String> files = new HashMap<>(sortedPaths.size() * 2);
        for (String path : sortedPaths) {
            String other = files.put(path.toLowerCase(Locale.ROOT), path);
            if (other != null) {
                into.add(onlyCase(other, path));
            }
        }
        Map<String, String> folders = new HashMap<>();
        for (String path : sortedPaths) {
            int slash = path.lastIndexOf('/');
            while (slash > 0) {
                String folder = path.substring(0, slash);
                String lower = folder.toLowerCase(Locale.ROOT);
                String known = folders.putIfAbsent(lower, folder);
                if (known != null) {
                    if (!known.equals(folder)) {
                        into.add(onlyCase(known, folder));
                    }
                    break;
                }
                String file = files.get(lower);
                if (file != null) {
                    into.add(Problem.error(
                            ProblemCodes.TREE_PATH,
                            Location.of(""),
                            "`" + file + "` is both a file and the folder of `" + path + "`",
                            "give one of the two another name"));
                }
                slash = path.lastIndexOf('/', slash - 1);
            }
        }
    }

    private static Problem onlyCase(String one, String other) {
        return Problem.error(
                ProblemCodes.TREE_PATH,
                Location.of(""),
                "`" + one + "` and `" + other + "` differ only in case, and are the same on some file systems",
                "give one of the two another name");
    }

    /** The folder that a path is in; empty for the output folder. */
    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /**
     * The temporary file of a path: in the same folder, and different for each path, so that two runs do not conflict.
     */
    static String temporary(String path) {
        byte[] digest = TreeIndex.sha256().digest(path.getBytes(StandardCharsets.UTF_8));
        String parent = folder(path);
        return (parent.isEmpty() ? "" : parent + "/")
                + TreeIndex.NAME
                + "-"
                + HexFormat.of().formatHex(digest, 0, 8)
                + ".tmp";
    }

    /** A text on one line: control characters and the like are written as their codes. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && printable.length() < 300; i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            if (type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR
                    && type != Character.SURROGATE) {
                printable.append(c);
            } else {
                printable.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    printable.append(Character.forDigit(c >> shift & 15, 16));
                }
            }
        }
        return printable.toString();
    }
}
