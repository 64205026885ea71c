package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A map within a kubeconfig file, and where it is. What is of a wrong type is noted, and counts as left out. */
record KubeconfigPart(MapTree tree, Path file, Locations locations, String path) {
    /** The string of a key; empty if it has none. */
    String text(String key, List<Problem> problems) {
        Tree value = tree.get(key);
        if (value == null || value instanceof ScalarTree scalar && scalar.isNull()) {
            return "";
        }
        if (value instanceof ScalarTree scalar && scalar.isString()) {
            return scalar.text();
        }
        problems.add(wrong(key, "`" + key + "` is not a string", "Write a string"));
        return "";
    }

    /** The string of a key that must have one. */
    String required(String key, List<Problem> problems) {
        int before = problems.size();
        String text = text(key, problems);
        if (text.isEmpty() && problems.size() == before) {
            problems.add(wrong(key, "`" + key + "` is missing", "Add it"));
        }
        return text;
    }

    boolean flag(String key, List<Problem> problems) {
        Tree value = tree.get(key);
        if (value == null || value instanceof ScalarTree scalar && scalar.isNull()) {
            return false;
        }
        if (value instanceof ScalarTree scalar && scalar.kind() == ScalarTree.Kind.BOOLEAN) {
            return scalar.text().equals("true");
        }
        problems.add(wrong(key, "`" + key + "` is neither true nor false", "Write one of them"));
        return false;
    }

    List<String> texts(String key, List<Problem> problems) {
        List<String> texts = new ArrayList<>();
        if (tree.get(key) instanceof ListTree list) {
            for (Tree item : list) {
                if (item instanceof ScalarTree scalar && scalar.isString()) {
                    texts.add(scalar.text());
                } else {
                    problems.add(wrong(key, "an item of `" + key + "` is not a string", "Write it in quotes"));
                }
            }
        }
        return texts;
    }

    /** The PEM text of a key that holds it in base64; empty if it has none. */
    String decoded(String key, List<Problem> problems) {
        String text = text(key, problems);
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            problems.add(wrong(key, "`" + key + "` is not base64", "Write the PEM file in base64"));
            return "";
        }
    }

    /** The file that a key names, relative to the kubeconfig; empty if it names none. */
    String file(String key, List<Problem> problems) {
        String text = text(key, problems);
        return text.isEmpty() ? "" : file.toAbsolutePath().resolveSibling(text).toString();
    }

    /** The map of a key; empty if it has none. */
    KubeconfigPart child(String key) {
        return new KubeconfigPart(Trees.map(tree, key), file, locations, TreePath.child(path, key));
    }

    List<KubeconfigPart> entries(String key) {
        List<KubeconfigPart> entries = new ArrayList<>();
        ListTree list = Trees.list(tree, key);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof MapTree map) {
                entries.add(new KubeconfigPart(map, file, locations, TreePath.child(TreePath.child(path, key), i)));
            }
        }
        return entries;
    }

    Location at(String key) {
        return locations.of(key.isEmpty() ? path : TreePath.child(path, key));
    }

    Problem wrong(String key, String what, String remedy) {
        return Problem.error(ProblemCodes.KUBECONFIG_INVALID, at(key), what, remedy);
    }
}
