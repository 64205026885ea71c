package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import com.adorsys.webank.deploy.eks.internal.fields.OwnedFields;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rehearses what an apply does to an object once others have handed their fields over.
 *
 * <p>The server's rehearsal of the apply knows nothing of that, and keeps what is left out. So these fields are taken out
 * here, and the server is asked what it makes of the rest: it fills in its defaults.
 */
final class HandOverRehearsal {
    private final ApiServer api;
    private final Set<String> managers;

    /**
     * A rehearsal.
     *
     * @param managers who hands over
     */
    HandOverRehearsal(ApiServer api, Set<String> managers) {
        this.api = api;
        this.managers = managers;
    }

    /**
     * The object after both.
     *
     * @param applied the server's answer to the rehearsal of the apply alone
     */
    ApiAnswer after(DesiredObject desired, LiveObject live, ApiAnswer applied) {
        Optional<HandOver> handOver =
                OwnedFields.handOver(live.tree(), desired.manifest().tree(), LiveObject.MANAGER, managers);
        if (handOver.isEmpty() || handOver.get().leftOut().isEmpty()) {
            return applied;
        }
        MapTree left = handOver.get().removedFrom(applied.body());
        List<Tree> patch = new ArrayList<>();
        replace(patch, "", live.tree(), left);
        replace(patch, "/metadata", metadata(live.tree()), metadata(left));
        if (patch.isEmpty()) {
            return applied;
        }
        ApiAnswer answer = api.rehearsePatch(desired.path(), "application/json-patch+json", ListTree.of(patch));
        return new ApiAnswer(answer.code(), answer.body(), applied.warnings(), answer.date());
    }

    private static MapTree metadata(MapTree object) {
        return object.map("metadata").orElse(MapTree.of());
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
