package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What can be told from a live object's managed fields alone. Pure functions. */
public final class OwnedFields {
    private OwnedFields() {}

    /**
     * The hash of what a manager applied to an object and what has become of it. As long as it is equal, nobody changed,
     * removed or took a field that the manager applied, nor changed the order of its list items; what others add, and what
     * the server fills in, does not count.
     *
     * <p>Taken of the answer to an apply, and later of a list of live objects, with the same desired object. It holds no
     * value of the object, though a value that is easily guessed can be guessed by it.
     *
     * @param live the object as the server gives it
     * @param manager the name of the field manager
     * @param desired what it applied; tells where it asked for an empty map or list, to which others may add
     * @return 64 hexadecimal digits; empty if the manager has not exactly one entry, or in another version than the one in
     *     which the object was read, where not all of its fields have the same paths: then only applying tells
     */
    public static Optional<String> digest(MapTree live, String manager, MapTree desired) {
        MapTree own = own(live, manager);
        if (own == null
                || !(own.get("fieldsV1") instanceof MapTree fields)
                || !own.string("fieldsType").orElse("").equals("FieldsV1")) {
            return Optional.empty();
        }
        String apiVersion = own.string("apiVersion").orElse("");
        // The items of a list do not say their version: it is the one that was asked for.
        Optional<String> read = live.string("apiVersion").or(() -> desired.string("apiVersion"));
        FieldSet owned = FieldSet.of(fields);
        boolean readable = read.equals(Optional.of(apiVersion))
                // An apply in another version that changes no content leaves the entry in the old one.
                || isSameGroup(read.orElse(""), apiVersion)
                        && owned.within(live).equals(owned);
        return readable ? Optional.of(OwnedDigest.of(owned, live, desired, apiVersion)) : Optional.empty();
    }

    /**
     * Who else manages fields that a desired object sets, in the order of the object's managed fields. A field is named
     * also where both want the same: then neither can change it without the other's consent.
     *
     * @param live the object as the server gives it
     * @param desired what is to be applied
     * @param manager the name of the field manager that is to apply it
     */
    public static List<FieldOwner> others(MapTree live, MapTree desired, String manager) {
        return Owners.of(live, desired, manager);
    }

    /**
     * The fields of an applied object that nobody manages any more, and that were removed since or have another value now; in
     * the order of the applied object. A value that means nothing, such as {@code ""} or {@code false}, is not missed.
     *
     * @param live the object as the server gives it
     * @param applied what was applied, in the API version in which the object was read
     */
    public static List<FieldPath> lost(MapTree live, MapTree applied) {
        return LostFields.of(live, applied);
    }

    /**
     * The conflicts for which the server refused an apply, in its order; none if it refused for another reason, a stale
     * version among them.
     */
    public static List<FieldConflict> conflicts(ApiException refused) {
        return refused.isConflict() ? FieldConflict.of(refused.causes()) : List.of();
    }

    /**
     * How the fields of other managers are handed over to one who applies; empty if they hold none.
     *
     * @param live the object as the server gives it, with its managed fields and resource version
     * @param desired what is to be applied next, in the API version in which the object was read
     * @param manager the name of the field manager that is to apply it
     * @param from what they give up
     */
    public static Optional<HandOver> handOver(MapTree live, MapTree desired, String manager, GivenUp from) {
        return HandOver.of(live, desired, manager, from);
    }

    private static boolean isSameGroup(String version, String other) {
        int slash = version.indexOf('/');
        return slash >= 0 && other.startsWith(version.substring(0, slash + 1));
    }

    /** Whether a manager applied something of a live object. */
    public static boolean isAppliedBy(MapTree live, String manager) {
        return ManagedEntry.all(live).stream().anyMatch(entry -> entry.isApplyOf(manager));
    }

    /** The fields that a manager applied to a live object. */
    public static FieldSet of(MapTree live, String manager) {
        FieldSet all = FieldSet.of();
        for (ManagedEntry entry : ManagedEntry.all(live)) {
            if (entry.isApplyOf(manager)) {
                all = all.union(entry.fieldsOf(live));
            }
        }
        return all;
    }

    /** The other managers of a live object, without those that only write subresources. */
    public static Set<String> managers(MapTree live, String manager) {
        return managers(
                live, entry -> !entry.isApplyOf(manager) && entry.subresource().isEmpty());
    }

    /** The other managers of a live object, with those that write subresources. */
    public static Set<String> writers(MapTree live, String manager) {
        return managers(live, entry -> !entry.isApplyOf(manager));
    }

    private static Set<String> managers(MapTree live, Predicate<ManagedEntry> which) {
        Set<String> managers = new TreeSet<>();
        ManagedEntry.all(live).stream().filter(which).forEach(entry -> managers.add(entry.manager()));
        return managers;
    }

    /** The one entry of what a manager applied to the object itself; null if there is none, or more than one. */
    private static @Nullable MapTree own(MapTree live, String manager) {
        if (!(live.get("metadata") instanceof MapTree metadata
                && metadata.get("managedFields") instanceof ListTree entries)) {
            return null;
        }
        MapTree own = null;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof MapTree entry && isApplyOf(entry, manager)) {
                if (own != null) {
                    return null;
                }
                own = entry;
            }
        }
        return own;
    }

    private static boolean isApplyOf(MapTree entry, String manager) {
        return ManagedEntry.of(entry).isApplyOf(manager);
    }
}
