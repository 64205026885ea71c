package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A live object, or a part of one, as it is read here: what is missing or of another type is empty, zero or false, as
 * the server's own Go types have it. Immutable.
 */
record Live(MapTree tree) {
    /** One of {@code status.conditions}. */
    record Condition(String type, String status, String reason, String message, Optional<Long> observedGeneration) {
        boolean isTrue() {
            return status.equals("True");
        }

        boolean isFalse() {
            return status.equals("False");
        }
    }

    /** The string at a path, else an empty one. */
    String text(String... path) {
        return Trees.text(tree, path);
    }

    /** The whole number at a path, if there is one that fits a long. */
    Optional<Long> number(String... path) {
        if (tree.at(path).orElse(ScalarTree.ofNull()) instanceof ScalarTree scalar
                && scalar.kind() == ScalarTree.Kind.INTEGER) {
            try {
                return Optional.of(Long.parseLong(scalar.text()));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The whole number at a path, else 0. */
    long count(String... path) {
        return Trees.number(tree, 0, path);
    }

    /** Whether {@code true} is at a path. */
    boolean flag(String... path) {
        return Trees.isTrue(tree, path);
    }

    /** Whether anything but null is at a path. */
    boolean has(String... path) {
        return Trees.isSet(tree, path);
    }

    /** The map at a path, else an empty one. */
    Live map(String... path) {
        return new Live(Trees.map(tree, path));
    }

    /** The maps in the list at a path. */
    List<Live> list(String... path) {
        List<Live> items = new ArrayList<>();
        for (Tree item : Trees.list(tree, path)) {
            if (item instanceof MapTree map) {
                items.add(new Live(map));
            }
        }
        return items;
    }

    /** The status conditions that have a type. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (Live item : list("status", "conditions")) {
            if (!item.text("type").isEmpty()) {
                conditions.add(new Condition(
                        item.text("type"),
                        item.text("status"),
                        item.text("reason"),
                        item.text("message"),
                        item.number("observedGeneration")));
            }
        }
        return conditions;
    }

    /** The first status condition of a type. */
    Optional<Condition> condition(String type) {
        return conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    String kind() {
        return text("kind");
    }

    /** The API group; empty for the core group. */
    String group() {
        String apiVersion = text("apiVersion");
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    String name() {
        return text("metadata", "name");
    }

    String namespace() {
        return text("metadata", "namespace");
    }

    String uid() {
        return text("metadata", "uid");
    }

    boolean isTerminating() {
        return !text("metadata", "deletionTimestamp").isEmpty();
    }
}
