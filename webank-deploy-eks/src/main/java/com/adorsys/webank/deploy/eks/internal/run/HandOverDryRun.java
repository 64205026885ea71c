package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.eks.internal.fields.GivenUp;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The dry run of an apply to an object after other managers have handed their fields over.
 *
 * <p>The server's dry run of the apply does not know of the hand-over, and keeps the fields that are left out. So these
 * fields are removed here, and a further dry run fills in the server's defaults.
 *
 * @param from what others give up
 */
record HandOverDryRun(ApiServer api, GivenUp from) {
    /**
     * The object after both.
     *
     * @param applied the server's answer to the dry run of the apply alone
     */
    ApiAnswer after(DesiredObject desired, LiveObject live, ApiAnswer applied) {
        // Made from the applied object, in which the fields that only we held are gone.
        Optional<HandOver> handOver = handOver(desired, applied.body());
        return handOver.isPresent() ? after(desired, live, applied, handOver.get()) : applied;
    }

    /**
     * The fields outside the desired object that the hand-over removes, without those that the server fills in again.
     *
     * @param applied as in {@link #after}
     */
    FieldSet going(DesiredObject desired, LiveObject live, ApiAnswer applied) {
        Optional<HandOver> handOver = handOver(desired, applied.body());
        if (handOver.isEmpty()) {
            return FieldSet.of();
        }
        ApiAnswer after = after(desired, live, applied, handOver.get());
        return handOver.get().gone(applied.body(), after.body());
    }

    /**
     * The object after both, for when the server refuses applying alone, because a field of the others excludes a desired one,
     * such as an environment variable's {@code value} and its {@code valueFrom}.
     *
     * @return empty if the server refuses both together as well, or nothing is handed over
     */
    Optional<ApiAnswer> afterBoth(DesiredObject desired, LiveObject live) {
        return handOver(desired, live.tree()).flatMap(handOver -> afterBoth(desired, live, handOver));
    }

    /** The fields outside the desired object that both together remove; empty if {@link #afterBoth} is. */
    Optional<FieldSet> goneAfterBoth(DesiredObject desired, LiveObject live) {
        Optional<HandOver> handOver = handOver(desired, live.tree());
        return handOver.flatMap(handing -> afterBoth(desired, live, handing))
                .map(answer -> handOver.get().gone(live.tree(), answer.body()));
    }

    private Optional<ApiAnswer> afterBoth(DesiredObject desired, LiveObject live, HandOver handOver) {
        try {
            return patched(desired, live, handOver.applied());
        } catch (ApiException e) {
            if (e.isInvalid()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<HandOver> handOver(DesiredObject desired, MapTree object) {
        return HandOver.of(object, desired.manifest().tree(), from);
    }

    private ApiAnswer after(DesiredObject desired, LiveObject live, ApiAnswer applied, HandOver handOver) {
        if (handOver.leftOut().isEmpty()) {
            return applied;
        }
        return patched(desired, live, handOver.removedFrom(applied.body()))
                .map(answer -> new ApiAnswer(answer.code(), answer.body(), applied.warnings(), answer.date()))
                .orElse(applied);
    }

    /** The server's answer to a dry run of changing the live object into another; empty if their contents are equal. */
    private Optional<ApiAnswer> patched(DesiredObject desired, LiveObject live, MapTree wanted) {
        List<Tree> patch = new ArrayList<>();
        replace(patch, "", live.tree(), wanted);
        replace(patch, "/metadata", metadata(live.tree()), metadata(wanted));
        return patch.isEmpty()
                ? Optional.empty()
                : Optional.of(api.dryRunPatch(desired.path(), "application/json-patch+json", ListTree.of(patch)));
    }

    private static MapTree metadata(MapTree object) {
        return Trees.map(object, "metadata");
    }

    /** The JSON Patch operations that make the parts of one map those of another; what the server sets is left alone. */
    private static void replace(List<Tree> patch, String path, MapTree from, MapTree to) {
        Set<String> keys = new TreeSet<>(from.keys());
        keys.addAll(to.keys());
        for (String key : keys) {
            boolean content = path.isEmpty()
                    ? !key.equals("metadata") && !key.equals("status")
                    : key.equals("labels") || key.equals("annotations");
            Tree value = to.get(key);
            if (!content || Objects.equals(from.get(key), value)) {
                continue;
            }
            MapTree.Builder operation = MapTree.builder()
                    .put("op", value == null ? "remove" : "add")
                    .put("path", path + "/" + key);
            patch.add((value == null ? operation : operation.put("value", value)).build());
        }
    }
}
