package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The other managers of a live object, because of which a field stays that we no longer set. Immutable.
 *
 * <p>Fields that were written through a subresource (scale, status) or by Kubernetes' own components do not count: they are
 * not in somebody's manifest.
 */
public record OtherManagers(MapTree live, List<ManagedEntry> entries) {
    private static final Set<String> CONTROL_PLANE = Set.of(
            "cloud-controller-manager", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet");

    /**
     * The managers of an object.
     *
     * @param live the object as the server gives it
     * @param except the names of managers that are ignored
     */
    static OtherManagers of(MapTree live, Set<String> except) {
        List<ManagedEntry> entries = new ArrayList<>();
        for (ManagedEntry entry : ManagedEntry.all(live)) {
            boolean counts = !entry.isOurs()
                    && entry.subresource().isEmpty()
                    && !CONTROL_PLANE.contains(entry.manager())
                    && !except.contains(entry.manager());
            if (counts) {
                entries.add(entry);
            }
        }
        return new OtherManagers(live, entries);
    }

    /** The names of those that applied something. */
    public Set<String> applying() {
        return names(ManagedEntry::isApply);
    }

    /** The names of those that wrote something by an update. */
    public Set<String> updating() {
        return names(entry -> !entry.isApply());
    }

    private Set<String> names(Predicate<ManagedEntry> which) {
        Set<String> names = new TreeSet<>();
        entries.stream().filter(which).forEach(entry -> names.add(entry.manager()));
        return names;
    }

    /** The fields that they hold, without maps that only hold other fields. */
    public FieldSet fields() {
        return union(entries);
    }

    public FieldSet applied() {
        return union(entries.stream().filter(ManagedEntry::isApply).toList());
    }

    /**
     * Who holds which of some fields, as far as the live object has the field and the desired one does not; sorted by field,
     * then by manager.
     */
    public List<FieldOwner> holding(FieldSet fields, MapTree desired) {
        return fields.isEmpty()
                ? List.of()
                : owners(entry -> new LeftOut(held(entry).and(fields), desired).in(live));
    }

    /**
     * Who added what to lists that a desired object has, or to the spec of a pod; sorted by field, then by manager.
     */
    public List<FieldOwner> adding(MapTree desired) {
        return owners(entry -> Additions.of(held(entry), live, desired));
    }

    private List<FieldOwner> owners(Function<ManagedEntry, List<String>> paths) {
        Set<FieldOwner> owners = new LinkedHashSet<>();
        for (ManagedEntry entry : entries) {
            for (String path : paths.apply(entry)) {
                owners.add(new FieldOwner(path, entry.manager(), ""));
            }
        }
        return owners.stream()
                .sorted(Comparator.comparing(FieldOwner::path).thenComparing(FieldOwner::manager))
                .toList();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    private FieldSet union(List<ManagedEntry> some) {
        FieldSet all = FieldSet.of();
        for (ManagedEntry entry : some) {
            all = all.union(held(entry));
        }
        return all;
    }

    /** The fields of an entry, in the API version in which the object was read; a status is never desired. */
    private FieldSet held(ManagedEntry entry) {
        return FieldSet.of(entry.fieldsOf(live).withoutHolders().tree().without("f:status"));
    }

    @Override
    public String toString() {
        return entries.stream().map(ManagedEntry::manager).toList().toString();
    }
}
