package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.schema.Field;
import com.adorsys.webank.deploy.schema.FieldType;
import com.adorsys.webank.deploy.schema.ObjectType;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two sets of objects: which objects are new, changed, deleted or unchanged, and each
 * difference inside them with its {@link ChangeClass}. Immutable. The differences contain no value of a Secret.
 */
public final class ManifestDiff {
    /** What happens to an object. */
    public enum Action {
        /** Only the second set has it. */
        CREATED,
        /** Both have it, and it differs. */
        CHANGED,
        /** Only the first set has it. */
        DELETED,
        /** Both have it, and it is equal. */
        UNCHANGED
    }

    /** What happens to one object. */
    public static final class Change {
        private final Action action;
        private final @Nullable Manifest before;
        private final @Nullable Manifest after;
        private final ResourceId id;
        private final List<Difference> differences;
        private final ChangeClass changeClass;

        private Change(
                Action action,
                @Nullable Manifest before,
                @Nullable Manifest after,
                ResourceId id,
                List<Difference> differences,
                ChangeClass changeClass) {
            this.action = action;
            this.before = before;
            this.after = after;
            this.id = id;
            this.differences = differences;
            this.changeClass = changeClass;
        }

        private static Change created(Manifest after) {
            return new Change(Action.CREATED, null, after, after.id(), List.of(), ChangeClass.CONFIGURATION);
        }

        private static Change deleted(Manifest before) {
            return new Change(Action.DELETED, before, null, before.id(), List.of(), ChangeRules.ofDeletion(before));
        }

        private static Change between(Manifest before, Manifest after) {
            if (before.equals(after)) {
                return new Change(Action.UNCHANGED, before, after, after.id(), List.of(), ChangeClass.NONE);
            }
            List<Difference> differences = new Walk(before).differences(after);
            if (differences.isEmpty()) {
                return new Change(Action.UNCHANGED, before, after, after.id(), List.of(), ChangeClass.NONE);
            }
            ChangeClass worst = ChangeClass.NONE;
            for (Difference difference : differences) {
                worst = worst.or(difference.changeClass());
            }
            if (worst == ChangeClass.REPLACEMENT) {
                worst = ChangeRules.ofReplacement(before);
            }
            return new Change(Action.CHANGED, before, after, after.id(), differences, worst);
        }

        /** The object. */
        public ResourceId id() {
            return id;
        }

        /** What happens to it. */
        public Action action() {
            return action;
        }

        /** The object as it was; empty if it is new. */
        public Optional<Manifest> before() {
            return Optional.ofNullable(before);
        }

        /** The object as it is now; empty if it is deleted. */
        public Optional<Manifest> after() {
            return Optional.ofNullable(after);
        }

        /**
         * The differences, in the order of the object's fields; empty for an object that is new, deleted or unchanged.
         */
        public List<Difference> differences() {
            return differences;
        }

        /**
         * The effect of the whole change: that of its worst difference; {@link ChangeClass#CONFIGURATION} for a new
         * object. A replacement that deletes data, as that of a PersistentVolumeClaim, is {@link
         * ChangeClass#DATA_LOSS}.
         */
        public ChangeClass changeClass() {
            return changeClass;
        }

        /** The object and its differences, a line each. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            write(text);
            return text.toString();
        }

        private void write(StringBuilder text) {
            String sign = switch (action) {
                case CREATED -> "+ ";
                case CHANGED -> "~ ";
                case DELETED -> "- ";
                case UNCHANGED -> "= ";
            };
            text.append(sign).append(id);
            if (action == Action.CHANGED || action == Action.DELETED) {
                text.append(" (").append(changeClass).append(')');
            }
            text.append('\n');
            for (Difference difference : differences) {
                text.append("    ").append(difference).append('\n');
            }
        }
    }

    private final List<Change> objects;

    private ManifestDiff(List<Change> objects) {
        this.objects = objects;
    }

    /**
     * The changes from one set to another.
     *
     * @param before the current set
     * @param after the desired set
     */
    public static ManifestDiff between(ManifestSet before, ManifestSet after) {
        List<Manifest> old = before.manifests();
        List<Manifest> wanted = after.manifests();
        List<Change> changes = new ArrayList<>(Math.max(old.size(), wanted.size()));
        int i = 0;
        int j = 0;
        while (i < old.size() || j < wanted.size()) {
            int order = i == old.size() ? 1 : j == wanted.size() ? -1 : Manifest.compare(old.get(i), wanted.get(j));
            if (order < 0) {
                changes.add(Change.deleted(old.get(i++)));
            } else if (order > 0) {
                changes.add(Change.created(wanted.get(j++)));
            } else {
                changes.add(Change.between(old.get(i++), wanted.get(j++)));
            }
        }
        return new ManifestDiff(List.copyOf(changes));
    }

    /** Every object of both sets, in their order. */
    public List<Change> objects() {
        return objects;
    }

    /** The objects that are new, changed or deleted, in order. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Change object : objects) {
            if (object.action != Action.UNCHANGED) {
                changes.add(object);
            }
        }
        return List.copyOf(changes);
    }

    /** The objects that are new, in order. */
    public List<Change> created() {
        return only(Action.CREATED);
    }

    /** The objects that are changed, in order. */
    public List<Change> changed() {
        return only(Action.CHANGED);
    }

    /** The objects that are deleted, in order. */
    public List<Change> deleted() {
        return only(Action.DELETED);
    }

    /** The objects that are unchanged, in order. */
    public List<Change> unchanged() {
        return only(Action.UNCHANGED);
    }

    /** What happens to one object; empty if neither set has it. */
    public Optional<Change> of(ResourceId id) {
        for (Change object : objects) {
            if (object.id.equals(id)) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    /** Whether the sets are equal. */
    public boolean isEmpty() {
        return changeClass() == ChangeClass.NONE;
    }

    /** The effect of the worst change. */
    public ChangeClass changeClass() {
        ChangeClass worst = ChangeClass.NONE;
        for (Change object : objects) {
            worst = worst.or(object.changeClass);
        }
        return worst;
    }

    /**
     * The changes as lines: {@code +}, {@code ~} or {@code -} and an object, with its differences below; empty if the
     * sets are equal. Long values are truncated, and those of Secrets are not shown.
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Change object : objects) {
            if (object.action != Action.UNCHANGED) {
                object.write(text);
            }
        }
        return text.toString();
    }

    /** The same as {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }

    private List<Change> only(Action action) {
        List<Change> some = new ArrayList<>();
        for (Change object : objects) {
            if (object.action == action) {
                some.add(object);
            }
        }
        return List.copyOf(some);
    }

    /** Compares two versions of an object. */
    private static final class Walk {
        private final Manifest manifest;
        private final boolean isOfKubernetes;
        /** The map keys of the current path. */
        private final List<String> keys = new ArrayList<>();

        private final List<Difference> differences = new ArrayList<>();

        Walk(Manifest manifest) {
            this.manifest = manifest;
            this.isOfKubernetes = Schemas.isKubernetesGroup(manifest.id().group());
        }

        List<Difference> differences(Manifest after) {
            maps(
                    "",
                    manifest.tree(),
                    after.tree(),
                    Schemas.typeOf(manifest.apiVersion(), manifest.kind()).orElse(null));
            return List.copyOf(differences);
        }

        private void maps(String path, MapTree before, MapTree after, @Nullable ObjectType type) {
            for (String key : before.keys()) {
                entry(path, key, before, after, type);
            }
            for (String key : after.keys()) {
                if (!before.has(key)) {
                    entry(path, key, before, after, type);
                }
            }
        }

        private void entry(String path, String key, MapTree before, MapTree after, @Nullable ObjectType owner) {
            Tree old = before.get(key);
            Tree changed = after.get(key);
            Field field = ServerForm.fieldOf(owner, key);
            boolean same = old != null && old.equals(changed)
                    || isOfKubernetes
                            && owner != null
                            && field != null
                            && ServerForm.isSame(owner, field, before, after);
            if (!same) {
                below(path, key, old, changed, field, ServerForm.typeOf(field));
            }
        }

        private void below(
                String path,
                String key,
                @Nullable Tree before,
                @Nullable Tree after,
                @Nullable Field field,
                @Nullable FieldType type) {
            keys.add(key);
            values(TreePath.child(path, key), before, after, field, type);
            keys.remove(keys.size() - 1);
        }

        private void values(
                String path,
                @Nullable Tree before,
                @Nullable Tree after,
                @Nullable Field field,
                @Nullable FieldType type) {
            if (isSecretMap(before, after)) {
                maps(path, orEmpty(before), orEmpty(after), null);
            } else if (before instanceof MapTree old && after instanceof MapTree changed) {
                FieldType items = ServerForm.itemsOf(type);
                if (items == null) {
                    maps(path, old, changed, ServerForm.objectOf(type));
                } else {
                    openMaps(path, old, changed, items);
                }
            } else if (before instanceof ListTree old && after instanceof ListTree changed && areOfMaps(old, changed)) {
                lists(path, old, changed, field, ServerForm.itemsOf(type));
            } else {
                add(path, before, after);
            }
        }

        /** Maps with any keys, whose values are of one type. */
        private void openMaps(String path, MapTree before, MapTree after, FieldType items) {
            for (int i = 0; i < before.size(); i++) {
                openEntry(path, before.keyAt(i), before.valueAt(i), after.get(before.keyAt(i)), items);
            }
            for (int i = 0; i < after.size(); i++) {
                if (!before.has(after.keyAt(i))) {
                    openEntry(path, after.keyAt(i), null, after.valueAt(i), items);
                }
            }
        }

        private void openEntry(String path, String key, @Nullable Tree before, @Nullable Tree after, FieldType items) {
            boolean same = before != null
                    && after != null
                    && (before.equals(after) || isOfKubernetes && ServerForm.isSame(items, before, after));
            if (!same) {
                below(path, key, before, after, null, items);
            }
        }

        private void lists(
                String path, ListTree before, ListTree after, @Nullable Field field, @Nullable FieldType items) {
            MergeKeys.Matching matching = MergeKeys.match(keys.get(keys.size() - 1), field, before, after);
            for (int i = 0; i < before.size(); i++) {
                Tree old = before.get(i);
                int other = matching.afterOf(i);
                Tree changed = other < 0 ? null : after.get(other);
                if (!old.equals(changed)) {
                    values(path + matching.label(old, i), old, changed, null, items);
                }
            }
            for (int i = 0; i < after.size(); i++) {
                if (matching.beforeOf(i) < 0) {
                    add(path + matching.label(after.get(i), i), null, after.get(i));
                }
            }
            if (matching.isReordered()) {
                add(path, labels(matching, before), labels(matching, after));
            }
        }

        private static ListTree labels(MergeKeys.Matching matching, ListTree list) {
            Tree[] labels = new Tree[list.size()];
            for (int i = 0; i < labels.length; i++) {
                String label = matching.label(list.get(i), i);
                labels[i] = ScalarTree.of(label.substring(1, label.length() - 1));
            }
            return ListTree.of(labels);
        }

        private void add(String path, @Nullable Tree before, @Nullable Tree after) {
            ChangeClass changeClass = ChangeRules.of(manifest, keys, before, after);
            differences.add(
                    isSecret()
                            ? Difference.ofSecret(path, before, after, changeClass)
                            : Difference.of(path, before, after, changeClass));
        }

        /**
         * Whether both are maps of a Secret whose values are masked, so that each entry is compared; one may be
         * missing.
         */
        private boolean isSecretMap(@Nullable Tree before, @Nullable Tree after) {
            return (keys.size() == 1 && SecretData.isData(keys.get(0)) || areAnnotations() && keys.size() == 2)
                    && manifest.isSecret()
                    && (before == null || before instanceof MapTree)
                    && (after == null || after instanceof MapTree)
                    && orEmpty(before).size() + orEmpty(after).size() > 0;
        }

        private static MapTree orEmpty(@Nullable Tree tree) {
            return tree instanceof MapTree map ? map : MapTree.of();
        }

        private boolean isSecret() {
            return manifest.isSecret()
                    && (SecretData.isData(keys.get(0))
                            || areAnnotations()
                                    && (keys.size() == 2 || keys.get(2).equals(SecretData.LAST_APPLIED)));
        }

        private boolean areAnnotations() {
            return keys.size() >= 2
                    && keys.get(0).equals("metadata")
                    && keys.get(1).equals("annotations");
        }

        private static boolean areOfMaps(ListTree before, ListTree after) {
            for (Tree item : before) {
                if (!(item instanceof MapTree)) {
                    return false;
                }
            }
            for (Tree item : after) {
                if (!(item instanceof MapTree)) {
                    return false;
                }
            }
            return true;
        }
    }
}
