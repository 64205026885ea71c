package com.adorsys.webank.deploy.manifest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Merge Patch, <a href="https://www.rfc-editor.org/rfc/rfc7386">RFC 7386</a>: maps merge, null removes,
 * everything else replaces. Immutable.
 */
public final class MergePatch {
    private final Tree patch;

    private MergePatch(Tree patch) {
        this.patch = patch;
    }

    /** A patch as the RFC writes it. */
    public static MergePatch of(Tree patch) {
        return new MergePatch(Objects.requireNonNull(patch, "patch"));
    }

    /** The tree after the patch. Recurses as deep as the patch. */
    public Tree apply(Tree target) {
        return merge(target, patch);
    }

    private static Tree merge(@Nullable Tree target, Tree patch) {
        if (!(patch instanceof MapTree changes)) {
            return patch;
        }
        MapTree old = target instanceof MapTree map ? map : MapTree.of();
        MapTree.Builder merged = MapTree.builder(old.size() + changes.size());
        for (int i = 0; i < old.size(); i++) {
            String key = old.keyAt(i);
            Tree change = changes.get(key);
            if (change == null) {
                merged.put(key, old.valueAt(i));
            } else if (!Trees.isNull(change)) {
                merged.put(key, merge(old.valueAt(i), change));
            }
        }
        for (int i = 0; i < changes.size(); i++) {
            String key = changes.keyAt(i);
            if (!old.has(key) && !Trees.isNull(changes.valueAt(i))) {
                merged.put(key, merge(null, changes.valueAt(i)));
            }
        }
        return merged.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MergePatch that && patch.equals(that.patch);
    }

    @Override
    public int hashCode() {
        return patch.hashCode();
    }

    /** The top-level keys of the patch, without values, since they may be secret. */
    @Override
    public String toString() {
        return "merge patch, a " + patch;
    }
}
