package com.adorsys.webank.deploy.eks.internal.fields;

import java.util.Set;

/**
 * What other managers of an object give up. Immutable.
 *
 * @param managers who gives up everything, subresources aside
 * @param some who gives up some fields only
 * @param fields these fields
 * @param marks fields that go whoever holds them, or nobody
 */
public record GivenUp(Set<String> managers, Set<String> some, FieldSet fields, FieldSet marks) {
    private static final GivenUp NOTHING = by(Set.of());

    public static GivenUp nothing() {
        return NOTHING;
    }

    public static GivenUp by(Set<String> managers) {
        return new GivenUp(Set.copyOf(managers), Set.of(), FieldSet.of(), FieldSet.of());
    }

    /** The same, and others give up some fields. */
    public GivenUp plus(Set<String> others, FieldSet fieldsOfOthers) {
        return others.isEmpty() ? this : new GivenUp(managers, Set.copyOf(others), fieldsOfOthers, marks);
    }

    /** The same, and some fields go whoever holds them. */
    public GivenUp plusMarks(FieldSet more) {
        return more.isEmpty() ? this : new GivenUp(managers, some, fields, marks.union(more));
    }

    public boolean isNothing() {
        return managers.isEmpty() && some.isEmpty() && marks.isEmpty();
    }

    /** What an entry of the managed fields gives up. */
    FieldSet of(ManagedEntry entry) {
        if (!entry.subresource().isEmpty()) {
            return FieldSet.of();
        }
        if (managers.contains(entry.manager())) {
            return entry.fields();
        }
        FieldSet wanted = some.contains(entry.manager()) ? fields.union(marks) : marks;
        return entry.fields().and(wanted);
    }
}
