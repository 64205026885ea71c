package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.DigestKey;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the members of a release look like, from one list a kind and namespace.
 *
 * <p>Of a member that nobody touched only that is kept, so that a release of any size fits; of every other the whole
 * object.
 */
final class Snapshot {
    /** A member that is as it was applied. */
    record Untouched(Readiness readiness) {}

    private final Map<ResourceId, Untouched> untouched = new ConcurrentHashMap<>();
    private final Map<ResourceId, LiveObject> touched = new ConcurrentHashMap<>();

    private Snapshot() {}

    /** A snapshot of nothing, for a release that has no inventory. */
    static Snapshot none() {
        return new Snapshot();
    }

    /**
     * Lists what belongs to a release.
     *
     * @param applied the objects as they were applied last; one that is not among them counts as touched
     */
    static Snapshot take(
            ApiServer api, Inventory inventory, String set, ManifestSet applied, DigestKey key, Workers workers) {
        Snapshot snapshot = new Snapshot();
        Map<ResourceId, Member> members = new HashMap<>();
        record Group(ApiResource resource, String namespace) {}
        Set<Group> groups = new LinkedHashSet<>();
        for (Member member : inventory.members()) {
            members.put(member.id(), member);
            groups.add(new Group(member.resource(), member.id().namespace()));
        }
        Map<ResourceId, Manifest> desired = new HashMap<>();
        applied.forEach(manifest -> desired.put(manifest.id(), manifest));
        String selector = "?labelSelector=" + ApiServer.encoded(ApplySet.PART_OF + "=" + set);
        workers.each(new ArrayList<>(groups), group -> {
            try {
                api.list(group.resource().path(group.namespace()) + selector, item -> {
                    ResourceId id = Manifest.of(item).id();
                    Member member = members.get(id);
                    if (member != null) {
                        snapshot.take(member, new LiveObject(item), Optional.ofNullable(desired.get(id)), key);
                    }
                });
            } catch (ApiException e) {
                // A kind that is gone, or that may not be listed: its members are asked for one by one.
                if (!e.isNotFound() && !e.isForbidden() && e.code() != 405) {
                    throw e;
                }
            }
        });
        return snapshot;
    }

    private void take(Member member, LiveObject live, Optional<Manifest> applied, DigestKey key) {
        boolean same = applied.isPresent()
                && !live.isTerminating()
                && live.uid().equals(member.uid())
                && member.owned().isKnown()
                && live.owned(applied.get().tree(), key).equals(member.owned());
        if (same) {
            untouched.put(member.id(), new Untouched(KStatus.of(live.tree())));
            touched.remove(member.id());
        } else {
            touched.put(member.id(), live);
            untouched.remove(member.id());
        }
    }

    /** Whether a member is exactly what was applied. */
    Optional<Untouched> untouched(ResourceId id) {
        return Optional.ofNullable(untouched.get(id));
    }

    /** The live object of a member that is not, if it is there. */
    Optional<LiveObject> touched(ResourceId id) {
        return Optional.ofNullable(touched.get(id));
    }
}
