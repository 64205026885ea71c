package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One entry of {@code metadata.managedFields}. Immutable.
 *
 * @param tree the entry as the object has it
 */
record ManagedEntry(MapTree tree) {
    static final String APPLY = "Apply";

    /** The entries of an object, in its order. */
    static List<ManagedEntry> all(MapTree live) {
        if (!(live.get("metadata") instanceof MapTree metadata
                && metadata.get("managedFields") instanceof ListTree list)) {
            return List.of();
        }
        List<ManagedEntry> entries = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof MapTree entry) {
                entries.add(new ManagedEntry(entry));
            }
        }
        return entries;
    }

    /** The fields that some entries of an object hold together, in the API version in which it was read. */
    static FieldSet fields(MapTree live, Predicate<ManagedEntry> which) {
        FieldSet all = FieldSet.of();
        for (ManagedEntry entry : all(live)) {
            all = which.test(entry) ? all.union(entry.fieldsOf(live)) : all;
        }
        return all;
    }

    /** An object in which we applied other fields, if we applied any. */
    static MapTree withOurs(MapTree live, FieldSet fields) {
        List<Tree> entries = new ArrayList<>();
        for (ManagedEntry entry : all(live)) {
            entries.add(entry.isOurs() ? entry.holding(fields).tree() : entry.tree());
        }
        return entries.isEmpty() ? live : Trees.with(live, ListTree.of(entries), "metadata", "managedFields");
    }

    /** An entry for what we apply. */
    static ManagedEntry ours(String apiVersion, String time, FieldSet fields) {
        MapTree.Builder entry = MapTree.builder()
                .put("manager", LiveObject.MANAGER)
                .put("operation", APPLY)
                .put("apiVersion", apiVersion);
        if (!time.isEmpty()) {
            entry.put("time", time);
        }
        return new ManagedEntry(entry.put("fieldsType", "FieldsV1")
                .put("fieldsV1", fields.tree())
                .build());
    }

    /** The entry with other fields of the same version. */
    ManagedEntry holding(FieldSet fields) {
        return new ManagedEntry(tree.with("fieldsV1", fields.tree()));
    }

    String manager() {
        return text("manager");
    }

    String apiVersion() {
        return text("apiVersion");
    }

    /** When it was written last, as the server says; empty if it does not. */
    String time() {
        return text("time");
    }

    /** The subresource that was written; empty for the object itself. */
    String subresource() {
        return text("subresource");
    }

    /** Whether this is what we applied to the object itself. */
    boolean isOurs() {
        return isApplyOf(LiveObject.MANAGER);
    }

    /** Whether this is what a manager applied to the object itself. */
    boolean isApplyOf(String manager) {
        return manager().equals(manager) && isApply() && subresource().isEmpty();
    }

    /** Whether it was applied, and not written by an update. */
    boolean isApply() {
        return text("operation").equals(APPLY);
    }

    FieldSet fields() {
        return text("fieldsType").equals("FieldsV1") && tree.get("fieldsV1") instanceof MapTree fields
                ? FieldSet.of(fields)
                : FieldSet.of();
    }

    /**
     * The fields in the API version in which an object was read. Of an entry in another version these are the fields that
     * have the same path in the object.
     */
    FieldSet fieldsOf(MapTree live) {
        return live.string("apiVersion").orElse("").equals(apiVersion()) ? fields() : fields().within(live);
    }

    private String text(String key) {
        return tree.string(key).orElse("");
    }
}
