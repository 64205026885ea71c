package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.RetainedField;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.eks.internal.records.DigestKey;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the members of a release look like, from one list a kind and namespace.
 *
 * <p>Of a member that nobody touched only that is kept, so that a release of any size fits; of every other the whole
 * object.
 */
final class Snapshot {
    /**
     * A member that is as it was applied.
     *
     * @param retainedFields the fields that stay in it though they are not desired
     * @param ignored what others made of the fields that are left to them
     * @param marks what it says of other tools that deploy it
     * @param pods its pods, if it is a workload
     */
    record Untouched(
            Readiness readiness,
            List<RetainedField> retainedFields,
            List<Difference> ignored,
            List<ToolMark> marks,
            RunningPods pods) {}

    /** The objects of a kind in a namespace. */
    private record Group(ApiResource resource, String namespace) {
        /** As a record's own, which each process would have to link first. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Group that && resource.equals(that.resource) && namespace.equals(that.namespace);
        }

        @Override
        public int hashCode() {
            return 31 * resource.hashCode() + namespace.hashCode();
        }
    }

    private final Map<ResourceId, Untouched> untouched = new ConcurrentHashMap<>();
    private final Map<ResourceId, LiveObject> touched = new ConcurrentHashMap<>();
    /** How the server calls kinds now that it does not serve as they are remembered; empty for one that is gone. */
    private final Map<ApiResource, Optional<ApiResource>> moved = new HashMap<>();

    /** Members that are Jobs and completed. */
    private final Set<ResourceId> completed = ConcurrentHashMap.newKeySet();

    private final Predicate<LiveObject> isOpen;
    /** The managers that give up what the release no longer desires. */
    private final Set<String> forced;

    private Snapshot(Predicate<LiveObject> isOpen, Set<String> forced) {
        this.isOpen = isOpen;
        this.forced = forced;
    }

    /** A snapshot of nothing, for a release that has no inventory. */
    static Snapshot none() {
        return new Snapshot(live -> false, Set.of());
    }

    /**
     * What the objects are compared with.
     *
     * @param applied the objects as they were applied last; one that is not among them counts as touched
     * @param isOpen whether a live object counts as touched in any case; asked for each that was applied
     * @param beside what is done while the server is asked
     * @param versions by which an object need not be read in whole if it still has the one in which it was seen
     */
    record Basis(ManifestSet applied, Predicate<LiveObject> isOpen, List<Runnable> beside, VersionLists versions) {}

    static Snapshot take(RunContext context, Inventory inventory, Basis basis) {
        Snapshot snapshot = new Snapshot(basis.isOpen(), context.options().forcedManagers());
        Listing listing = snapshot.new Listing(context, inventory, basis);
        Set<Group> groups = new LinkedHashSet<>();
        inventory
                .members()
                .forEach(member ->
                        groups.add(new Group(member.resource(), member.id().namespace())));
        List<Group> unlisted = listing.list(groups, basis.beside());
        ServedKinds served = new ServedKinds(context.api(), context.resources());
        unlisted.stream().map(Group::resource).distinct().forEach(resource -> {
            if (!served.isServed(resource)) {
                snapshot.moved.put(resource, served.now(resource));
            }
        });
        Set<Group> others = new LinkedHashSet<>();
        for (Group group : unlisted) {
            snapshot.moved
                    .getOrDefault(group.resource(), Optional.empty())
                    .ifPresent(now -> others.add(new Group(now, group.namespace())));
        }
        listing.list(others, List.of());
        return snapshot;
    }

    private final class Listing {
        private final RunContext context;
        private final Map<ResourceId, Member> members = new HashMap<>();
        private final Map<ResourceId, Manifest> desired = new HashMap<>();
        private final Map<Group, List<Member>> grouped = new HashMap<>();
        private final VersionLists versions;

        Listing(RunContext context, Inventory inventory, Basis basis) {
            this.context = context;
            this.versions = basis.versions();
            for (Member member : inventory.members()) {
                members.put(member.id(), member);
                grouped.computeIfAbsent(
                                new Group(member.resource(), member.id().namespace()), first -> new ArrayList<>())
                        .add(member);
            }
            basis.applied().forEach(manifest -> desired.put(manifest.id(), manifest));
        }

        /** Takes all that is in groups. Returns those that could not be listed. */
        List<Group> list(Set<Group> groups, List<Runnable> beside) {
            List<Group> unlisted = Collections.synchronizedList(new ArrayList<>());
            List<Runnable> tasks = new ArrayList<>();
            for (Group group : groups) {
                String path = versions.path(group.resource(), group.namespace());
                if (!versions.areAtHand(path) || !takeRemembered(group, path)) {
                    tasks.add(() -> list(group, path, unlisted));
                }
            }
            if (tasks.isEmpty()) {
                beside.forEach(Runnable::run);
            } else {
                tasks.addAll(beside);
                context.workers().each(tasks, Runnable::run);
            }
            return unlisted;
        }

        private void list(Group group, String path, List<Group> unlisted) {
            try {
                if (!versions.areUsed() || !takeRemembered(group, path)) {
                    context.api().list(path, this::take);
                }
            } catch (ApiException e) {
                // A kind that is gone, or that may not be listed: its members are asked for one by one.
                if (!e.isUnlistable()) {
                    throw e;
                }
                unlisted.add(group);
            }
        }

        /** Takes members from memory, if all are remembered in the versions that they have. Returns whether it is so. */
        private boolean takeRemembered(Group group, String path) {
            List<Member> listed = grouped.getOrDefault(group, List.of());
            for (Member member : listed) {
                if (!desired.containsKey(member.id())) {
                    return false;
                }
            }
            Map<ResourceId, Untouched> remembered = listed.isEmpty() ? null : versions.remembered(listed, path);
            if (remembered != null) {
                untouched.putAll(remembered);
            }
            return remembered != null;
        }

        private void take(MapTree item) {
            ResourceId id = Manifest.of(item).id();
            Member member = members.get(id);
            if (member != null) {
                LiveObject live = new LiveObject(item);
                Manifest applied = desired.get(id);
                Snapshot.this.take(member, live, applied, context.records().key());
                if (versions.areUsed() && applied != null && untouched.containsKey(id)) {
                    AsApplied.remember(context.api().memory(), member, live, applied.tree());
                }
            }
        }
    }

    private void take(Member member, LiveObject live, @Nullable Manifest applied, DigestKey key) {
        if (live.uid().equals(member.uid()) && KStatus.isComplete(live.tree())) {
            completed.add(member.id());
        }
        boolean same = applied != null
                && !isOpen.test(live)
                && !live.isTerminating()
                && live.uid().equals(member.uid())
                && member.owned().isKnown()
                && key.owned(live, applied.tree()).equals(member.owned());
        List<RetainedField> retained =
                same && applied != null ? Retention.of(member.dropped(), applied.tree(), live) : List.of();
        if (same && applied != null && retained.stream().noneMatch(field -> forced.contains(field.manager()))) {
            RunningPods pods = RunningPods.of(live.tree());
            List<Difference> ignored = live.ignored(applied.tree());
            untouched.put(
                    member.id(), new Untouched(KStatus.of(live.tree()), retained, ignored, ToolMark.of(live), pods));
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

    /** Whether the live object of a member is a Job that completed. */
    boolean isCompleted(ResourceId id) {
        return completed.contains(id);
    }

    /** The live object of a member that is not, if it is there. */
    Optional<LiveObject> touched(ResourceId id) {
        return Optional.ofNullable(touched.get(id));
    }

    /** A member as the server serves it now; empty if its kind is gone, and all its objects with it. */
    Optional<Member> current(Member member) {
        Optional<ApiResource> resource = moved.getOrDefault(member.resource(), Optional.of(member.resource()));
        return resource.map(now -> now.equals(member.resource())
                ? member
                : Member.of(in(now.apiVersion(), member.id()), now)
                        .withUid(member.uid())
                        .withDropped(member.dropped()));
    }

    private static ResourceId in(String apiVersion, ResourceId id) {
        return ResourceId.of(apiVersion, id.kind(), id.namespace(), id.name());
    }

    /** What the server does not serve as the inventory remembers it. */
    Set<ApiResource> unserved() {
        return moved.keySet();
    }
}
