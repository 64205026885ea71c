package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.SecretRule;
import com.adorsys.webank.deploy.core.SecretTexts;
import com.adorsys.webank.deploy.core.UrlCredentials;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Secrets in plain sight in a tree, by the rules of {@link SecretTexts}. */
final class PlainSecrets {
    private static final String MASK = "***";
    /** The values of a SealedSecret, which have the names of secrets. */
    private static final String ENCRYPTED = "encryptedData";

    private PlainSecrets() {}

    /** The places of secrets, in the order of the tree. */
    static List<PlainSecret> in(Tree tree) {
        // Most trees have none, and then no paths are built.
        if (!isIn(tree)) {
            return List.of();
        }
        List<PlainSecret> found = new ArrayList<>();
        find(tree, "", found);
        return found;
    }

    private static boolean isIn(Tree tree) {
        if (tree instanceof MapTree map) {
            for (int i = 0; i < map.size(); i++) {
                boolean isScalar = map.valueAt(i) instanceof ScalarTree;
                if (isScalar ? rule(map, i) != null : isSearched(map, i) && isIn(map.valueAt(i))) {
                    return true;
                }
            }
            return false;
        }
        if (tree instanceof ListTree list) {
            for (int i = 0; i < list.size(); i++) {
                if (isIn(list.get(i))) {
                    return true;
                }
            }
            return false;
        }
        return rule(tree) != null;
    }

    private static void find(Tree tree, String path, List<PlainSecret> found) {
        if (tree instanceof MapTree map) {
            for (int i = 0; i < map.size(); i++) {
                String child = TreePath.child(path, map.keyAt(i));
                SecretRule rule = rule(map, i);
                if (rule != null) {
                    found.add(new PlainSecret(child, rule));
                } else if (!(map.valueAt(i) instanceof ScalarTree) && isSearched(map, i)) {
                    find(map.valueAt(i), child, found);
                }
            }
        } else if (tree instanceof ListTree list) {
            for (int i = 0; i < list.size(); i++) {
                find(list.get(i), TreePath.child(path, i), found);
            }
        } else {
            SecretRule rule = rule(tree);
            if (rule != null) {
                found.add(new PlainSecret(path, rule));
            }
        }
    }

    private static boolean isSearched(MapTree map, int i) {
        return !map.keyAt(i).equals(ENCRYPTED);
    }

    private static @Nullable SecretRule rule(Tree tree) {
        return tree instanceof ScalarTree scalar && scalar.isString() ? SecretTexts.find(scalar.text()) : null;
    }

    /** The rule by which the value of an entry is a secret: by itself, or by what is beside it. */
    private static @Nullable SecretRule rule(MapTree map, int i) {
        if (!(map.valueAt(i) instanceof ScalarTree scalar)
                || !scalar.isString()
                || scalar.text().length() < 3) {
            return null;
        }
        String key = map.keyAt(i);
        String value = scalar.text();
        SecretRule rule = SecretTexts.find(value);
        if (rule == null) {
            rule = SecretTexts.findByName(key, value);
        }
        if (rule == null && key.equals("value")) {
            rule = SecretTexts.findByName(Trees.text(map, "name"), value);
        }
        if (rule == null
                && value.length() == SecretTexts.AWS_SECRET
                && hasAwsAccessKey(map)
                && SecretTexts.isAwsSecretKey(value)) {
            rule = SecretRule.AWS_SECRET_KEY;
        }
        boolean isMember = rule == null && (key.equals("d") || key.equals("k")) && map.has("kty");
        return isMember && SecretTexts.isPrivateMember(value) ? SecretRule.PRIVATE_JWK : rule;
    }

    private static boolean hasAwsAccessKey(MapTree map) {
        for (int i = 0; i < map.size(); i++) {
            if (map.valueAt(i) instanceof ScalarTree scalar && SecretTexts.hasAwsAccessKey(scalar.text())) {
                return true;
            }
        }
        return false;
    }

    /** The map without its secrets and the credentials in its URLs; the same map if it has none. */
    static MapTree masked(MapTree map) {
        MapTree masked = map;
        for (int i = 0; i < map.size(); i++) {
            Tree value = masked(map.valueAt(i));
            // What is no secret by itself may be one by what is beside it.
            value = value == map.valueAt(i) && rule(map, i) != null ? ScalarTree.of(MASK) : value;
            masked = value == map.valueAt(i) || !isSearched(map, i) ? masked : masked.with(map.keyAt(i), value);
        }
        return masked;
    }

    /** The tree without its secrets and the credentials in its URLs; the same tree if it has none. */
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
        if (!(tree instanceof ScalarTree scalar) || !scalar.isString()) {
            return tree;
        }
        String masked = SecretTexts.masked(scalar.text());
        // Without a slash it is neither a URL nor an image, but may be the name of a user: `oidc:jane@example.com`.
        masked = masked.indexOf('/') >= 0 ? UrlCredentials.masked(masked) : masked;
        return masked.equals(scalar.text()) ? scalar : ScalarTree.of(masked);
    }
}
