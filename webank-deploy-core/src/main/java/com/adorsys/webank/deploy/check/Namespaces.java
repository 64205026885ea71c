package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;

/** The namespaces in which an object looks for others. An object that names no namespace can be in any. Immutable. */
final class Namespaces {
    private static final Namespaces ALL = new Namespaces(List.of());

    /** The names, and the empty one; none for all namespaces. */
    private final List<String> names;

    private Namespaces(List<String> names) {
        this.names = names;
    }

    /** All namespaces. */
    static Namespaces all() {
        return ALL;
    }

    /** The namespace of an object. */
    static Namespaces of(Manifest manifest) {
        return manifest.namespace().isEmpty() ? ALL : new Namespaces(List.of("", manifest.namespace()));
    }

    /** The namespaces that a list names. */
    static Namespaces of(ListTree list) {
        List<String> names = new ArrayList<>();
        names.add("");
        for (Tree item : list) {
            names.add(Trees.text(item));
        }
        return new Namespaces(names);
    }

    boolean areAll() {
        return names.isEmpty();
    }

    List<String> names() {
        return names;
    }
}
