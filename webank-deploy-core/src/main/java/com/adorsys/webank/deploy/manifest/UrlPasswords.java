package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.UrlCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passwords in the URLs of a tree, such as the value of an environment variable. */
final class UrlPasswords {
    /** Compiled on first use: most trees do not need it, and compiling takes time at the start of a process. */
    private static final class Patterns {
        private static final Pattern PASSWORD = Pattern.compile("://[^\\s/?#:@]*:([^\\s/?#@]+)@");
    }

    private UrlPasswords() {}

    /** The paths of the texts that contain a URL with a password that is not a placeholder. */
    static List<String> in(Tree tree) {
        List<String> paths = new ArrayList<>(0);
        // Most trees have none, and then no paths are built.
        if (hasPasswordInUrl(tree)) {
            find(tree, "", paths);
        }
        return paths;
    }

    private static boolean hasPasswordInUrl(Tree tree) {
        if (tree instanceof MapTree map) {
            for (int i = 0; i < map.size(); i++) {
                if (hasPasswordInUrl(map.valueAt(i))) {
                    return true;
                }
            }
            return false;
        }
        if (tree instanceof ListTree list) {
            for (int i = 0; i < list.size(); i++) {
                if (hasPasswordInUrl(list.get(i))) {
                    return true;
                }
            }
            return false;
        }
        return tree instanceof ScalarTree scalar && hasPassword(scalar.text());
    }

    private static void find(Tree tree, String path, List<String> paths) {
        if (tree instanceof MapTree map) {
            for (int i = 0; i < map.size(); i++) {
                find(map.valueAt(i), TreePath.child(path, map.keyAt(i)), paths);
            }
        } else if (tree instanceof ListTree list) {
            for (int i = 0; i < list.size(); i++) {
                find(list.get(i), TreePath.child(path, i), paths);
            }
        } else if (hasPasswordInUrl(tree)) {
            paths.add(path);
        }
    }

    private static boolean hasPassword(String text) {
        if (text.indexOf('@') < 0) {
            return false;
        }
        Matcher password = Patterns.PASSWORD.matcher(text);
        while (password.find()) {
            if (!isPlaceholder(password.group(1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether Kubernetes, a shell or a template replaces the text with the password. */
    private static boolean isPlaceholder(String password) {
        return password.startsWith("$") || password.startsWith("{{") || password.startsWith("%(");
    }

    /** The map without the credentials in its URLs; the same map if it has none. */
    static MapTree masked(MapTree map) {
        MapTree masked = map;
        for (int i = 0; i < map.size(); i++) {
            Tree value = masked(map.valueAt(i));
            masked = value == map.valueAt(i) ? masked : masked.with(map.keyAt(i), value);
        }
        return masked;
    }

    /** The tree without the credentials in its URLs; the same tree if it has none. */
    static Tree masked(Tree tree) {
        if (tree instanceof MapTree map) {
            return masked(map);
        }
        if (tree instanceof ListTree list) {
            List<Tree> items = new ArrayList<>(list.size());
            boolean same = true;
            for (Tree item : list) {
                Tree masked = masked(item);
                same &= masked == item;
                items.add(masked);
            }
            return same ? list : ListTree.of(items);
        }
        // Without a slash it is neither a URL nor an image, but may be the name of a user: `oidc:jane@example.com`.
        if (tree instanceof ScalarTree scalar && scalar.text().indexOf('/') >= 0) {
            String masked = UrlCredentials.masked(scalar.text());
            return masked.equals(scalar.text()) ? scalar : ScalarTree.of(masked);
        }
        return tree;
    }
}
