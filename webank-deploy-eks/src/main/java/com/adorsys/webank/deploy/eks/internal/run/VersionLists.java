package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a release's objects have now, by lists of the server. Thread-safe.
 *
 * <p>Those of the release as this connection saw it last are asked for at the same time as its inventory, which is rarely another
 * by then. If it is, they are not used.
 */
final class VersionLists {
    private final ApiServer api;
    private final String selector;
    private final boolean isUsed;
    private final Inventory seen;
    private final Map<String, Optional<Map<String, String>>> early = new ConcurrentHashMap<>();

    private VersionLists(RunContext context, boolean isUsed, Inventory seen) {
        this.api = context.api();
        this.selector = "?labelSelector=" + ApiServer.encoded(ApplySet.selector(context.release()));
        this.isUsed = isUsed;
        this.seen = seen;
    }

    /** Those of a release's members that were as they had been applied when they were seen last. */
    static VersionLists of(RunContext context) {
        return new VersionLists(context, true, context.records().seen());
    }

    /** None, where each object is to be read in whole. */
    static VersionLists none(RunContext context) {
        return new VersionLists(context, false, Inventory.none());
    }

    /** Whether what was seen of objects is used, and kept for later runs. */
    boolean areUsed() {
        return isUsed;
    }

    /** The release as it was seen last; {@link Inventory#none} if it was not, or that does not matter. */
    Inventory seen() {
        return seen;
    }

    /** Where the release's objects of a kind are listed. */
    String path(ApiResource resource, String namespace) {
        return resource.path(namespace) + selector;
    }

    /** What asks for the versions of the release as it was seen last. */
    List<Runnable> early() {
        Set<String> all = new HashSet<>();
        Set<String> unknown = new HashSet<>();
        for (Member member : seen.members()) {
            String path = path(member.resource(), member.id().namespace());
            all.add(path);
            if (!isSeen(member)) {
                unknown.add(path);
            }
        }
        all.removeAll(unknown);
        List<Runnable> tasks = new ArrayList<>();
        all.forEach(path -> tasks.add(() -> ask(path)));
        return tasks;
    }

    /** Whether something may be remembered of a member. */
    private boolean isSeen(Member member) {
        return AsApplied.isOne(member) && api.memory().has(member.uid());
    }

    private void ask(String path) {
        try {
            early.put(path, api.versions(path));
        } catch (ApiException e) {
            // Whoever needs them asks again, and meets what is wrong.
        }
    }

    /**
     * Takes note of the inventory as it is: if it is not the one that was seen, what was asked for early is not used.
     *
     * @return whether it is the one
     */
    boolean confirm(Inventory now) {
        boolean same = !seen.isNone() && now.isVersionOf(seen);
        if (!same) {
            early.clear();
        }
        return same;
    }

    /** Whether the versions of what is listed at a path were asked for early. */
    boolean areAtHand(String path) {
        return early.containsKey(path);
    }

    /** What is remembered of members that are listed at a path; null unless it is so of each, in the version that it has. */
    @Nullable
    Map<ResourceId, Snapshot.Untouched> remembered(List<Member> members, String path) {
        for (Member member : members) {
            if (!isSeen(member)) {
                return null;
            }
        }
        Map<String, String> versions = early.getOrDefault(path, Optional.empty())
                .or(() -> api.versions(path))
                .orElse(Map.of());
        Map<ResourceId, Snapshot.Untouched> remembered = new HashMap<>();
        for (Member member : members) {
            Snapshot.Untouched known = AsApplied.of(api.memory(), member, versions.getOrDefault(member.uid(), ""));
            if (known == null) {
                return null;
            }
            remembered.put(member.id(), known);
        }
        return remembered;
    }
}
