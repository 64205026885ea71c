package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.EnumSet;

/**
 * Automated sync: Argo CD applies each new revision by itself. Immutable.
 *
 * <p>The options add to that. An Application with automated sync cannot be rolled back from Argo CD.
 */
public final class Automation {
    /** What Argo CD does besides applying a new revision. */
    public enum Option {
        /** Objects that are no longer in the source are deleted. */
        PRUNE,
        /** Changes that others make in the cluster are undone. */
        SELF_HEAL,
        /** A source without any object is applied too, which deletes everything. */
        ALLOW_EMPTY,
        /** Automated sync is paused until this option is removed. Since Argo CD 3.1. */
        PAUSED
    }

    private final EnumSet<Option> options;

    private Automation(EnumSet<Option> options) {
        this.options = options;
    }

    /** New revisions are applied, with these options. */
    public static Automation of(Option... options) {
        EnumSet<Option> set = EnumSet.noneOf(Option.class);
        for (Option option : options) {
            set.add(option);
        }
        return new Automation(set);
    }

    /** New revisions are applied, objects that are no longer in them are deleted, and changes of others are undone. */
    public static Automation pruningAndHealing() {
        return of(Option.PRUNE, Option.SELF_HEAL);
    }

    /** Whether an option is set. */
    public boolean has(Option option) {
        return options.contains(option);
    }

    MapTree tree() {
        MapTree.Builder tree = MapTree.builder(4);
        if (has(Option.PAUSED)) {
            tree.put("enabled", false);
        }
        if (has(Option.PRUNE)) {
            tree.put("prune", true);
        }
        if (has(Option.SELF_HEAL)) {
            tree.put("selfHeal", true);
        }
        if (has(Option.ALLOW_EMPTY)) {
            tree.put("allowEmpty", true);
        }
        return tree.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Automation that && options.equals(that.options);
    }

    @Override
    public int hashCode() {
        return tree().hashCode();
    }

    @Override
    public String toString() {
        return options.toString();
    }
}
