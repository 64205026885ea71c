package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An object as the server has it, or a part of one. What is missing or of another type is empty, zero or false, as the
 * server's own Go types have it. Immutable.
 */
public record LiveObject(MapTree tree) {
    /** The name under which fields are managed. */
    public static final String MANAGER = "webank-deploy";

    /** The annotation with which an object is kept though the set no longer has it. */
    private static final String PRUNE = Names.DOMAIN + "prune";

    /**
     * The annotations because of which Flux does not delete an object.
     *
     * @see <a href="https://fluxcd.io/flux/components/kustomize/kustomizations/">Kustomizations</a>
     */
    private static final List<Map.Entry<String, String>> NOT_DELETED_BY_FLUX = List.of(
            Map.entry("kustomize.toolkit.fluxcd.io/prune", "disabled"),
            Map.entry("kustomize.toolkit.fluxcd.io/reconcile", "disabled"),
            Map.entry("kustomize.toolkit.fluxcd.io/ssa", "ignore"));

    /** One of {@code status.conditions}. */
    public record Condition(
            String type, String status, String reason, String message, Optional<Long> observedGeneration) {
        public boolean isTrue() {
            return status.equals("True");
        }

        public boolean isFalse() {
            return status.equals("False");
        }
    }

    /** The string at a path, else an empty one. */
    public String text(String... path) {
        return Trees.text(tree, path);
    }

    /** The whole number at a path, if there is one that fits a long. */
    public Optional<Long> number(String... path) {
        if (tree.at(path).orElse(ScalarTree.ofNull()) instanceof ScalarTree scalar
                && scalar.kind() == ScalarTree.Kind.INTEGER) {
            try {
                return Optional.of(Long.parseLong(scalar.text()));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The whole number at a path, else 0. */
    public long count(String... path) {
        return Trees.number(tree, 0, path);
    }

    public boolean flag(String... path) {
        return Trees.isTrue(tree, path);
    }

    /** Whether anything but null is at a path. */
    public boolean has(String... path) {
        return Trees.isSet(tree, path);
    }

    /** The map at a path, else an empty one. */
    public LiveObject map(String... path) {
        return new LiveObject(Trees.map(tree, path));
    }

    public List<LiveObject> list(String... path) {
        List<LiveObject> items = new ArrayList<>();
        for (Tree item : Trees.list(tree, path)) {
            if (item instanceof MapTree map) {
                items.add(new LiveObject(map));
            }
        }
        return items;
    }

    /** The status conditions that have a type. */
    public List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (LiveObject item : list("status", "conditions")) {
            if (!item.text("type").isEmpty()) {
                conditions.add(new Condition(
                        item.text("type"),
                        item.text("status"),
                        item.text("reason"),
                        item.text("message"),
                        item.number("observedGeneration")));
            }
        }
        return conditions;
    }

    public Optional<Condition> condition(String type) {
        return conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    /** Whether the first status condition of a type is true. */
    public boolean isTrue(String type) {
        return condition(type).filter(Condition::isTrue).isPresent();
    }

    public String kind() {
        return text("kind");
    }

    /** The API group; empty for the core group. */
    public String group() {
        return ApiResource.group(text("apiVersion"));
    }

    public String name() {
        return text("metadata", "name");
    }

    /** Its namespace; empty if it has none. */
    public String namespace() {
        return text("metadata", "namespace");
    }

    public String uid() {
        return text("metadata", "uid");
    }

    public String version() {
        return text("metadata", "resourceVersion");
    }

    /** How often its desired state was changed. */
    public long generation() {
        return count("metadata", "generation");
    }

    /** Whether it is being deleted. */
    public boolean isTerminating() {
        return !text("metadata", "deletionTimestamp").isEmpty();
    }

    /** The value of a label; empty if it has none. */
    public String label(String key) {
        return text("metadata", "labels", key);
    }

    /** The value of an annotation; empty if it has none. */
    public String annotation(String key) {
        return text("metadata", "annotations", key);
    }

    /** Whether the object has managed fields. Without them nothing tells who wrote it. */
    public boolean isTracked() {
        return !ManagedEntry.all(tree).isEmpty();
    }

    /** Whether a manager applied something of it. */
    public boolean isAppliedBy(String manager) {
        return ManagedEntry.all(tree).stream().anyMatch(entry -> entry.isApplyOf(manager));
    }

    /**
     * The other managers of the object, without those that only write subresources; {@link HandOver#BEFORE_FIRST_APPLY} if
     * it has no managed fields.
     */
    public Set<String> managers() {
        Set<String> managers = new TreeSet<>();
        if (!isTracked()) {
            managers.add(HandOver.BEFORE_FIRST_APPLY);
        }
        for (ManagedEntry entry : ManagedEntry.all(tree)) {
            if (!entry.isOurs() && entry.subresource().isEmpty()) {
                managers.add(entry.manager());
            }
        }
        return managers;
    }

    /** The other managers of the object, with those that write subresources. */
    public Set<String> writers() {
        Set<String> writers = new TreeSet<>();
        for (ManagedEntry entry : ManagedEntry.all(tree)) {
            if (!entry.isOurs()) {
                writers.add(entry.manager());
            }
        }
        return writers;
    }

    /**
     * The other managers because of which fields stay that we no longer set.
     *
     * @param except the names of managers that are ignored
     */
    public OtherManagers others(Set<String> except) {
        return OtherManagers.of(tree, except);
    }

    /**
     * Who else manages fields that a desired object sets, in the order of the object's managed fields. A field is named
     * also where both want the same: then neither can change it without the other's consent.
     */
    public List<FieldOwner> owners(MapTree desired) {
        return Owners.of(tree, desired);
    }

    /** Who else manages fields that a desired object sets, without those that only write subresources. */
    public Set<String> managers(MapTree desired) {
        Set<String> managers = new TreeSet<>();
        for (FieldOwner owner : owners(desired)) {
            if (owner.subresource().isEmpty()) {
                managers.add(owner.manager());
            }
        }
        return managers;
    }

    /** The fields that we applied. */
    public FieldSet applied() {
        return ManagedEntry.fields(tree, ManagedEntry::isOurs);
    }

    /**
     * The fields of an applied object that nobody manages any more, and that were removed since or have another value now; in
     * the order of the applied object. A value that means nothing, such as {@code ""} or {@code false}, is not missed.
     *
     * @param applied what was applied, in the API version in which this object was read
     */
    public List<FieldPath> lost(MapTree applied) {
        return LostFields.of(tree, applied);
    }

    /**
     * The hash of what we applied and what has become of it, ignored fields aside. As long as it is equal, nobody changed,
     * removed or took a field that we applied, nor changed the order of its list items; what others add, and what the server
     * fills in, does not count.
     *
     * <p>Taken of the answer to an apply, and later of a list of live objects, with the same desired object. It holds no
     * value of the object, though a value that is easily guessed can be guessed by it.
     *
     * @param desired what was applied; tells where it asked for an empty map or list, to which others may add
     * @return 64 hexadecimal digits; empty if we have not exactly one entry, or in another version than the one in which the
     *     object was read, where not all of its fields have the same paths: then only applying tells
     */
    public Optional<String> ownedHash(MapTree desired) {
        IgnoredFields ignored = IgnoredFields.of(desired);
        return OwnedDigest.of(ignored.isNone() ? tree : ignored.settled(tree, desired), desired);
    }

    /** What would change if ignored fields were not ignored. */
    public List<Difference> ignored(MapTree desired) {
        IgnoredFields ignored = IgnoredFields.of(desired);
        if (ignored.isNone()) {
            return List.of();
        }
        return differences(new LiveObject(ignored.wanted(tree, desired)).content());
    }

    /** What would change if its {@link #content} became another one of the same id. */
    public List<Difference> differences(Manifest after) {
        return ManifestDiff.between(ManifestSet.of(content()), ManifestSet.of(after))
                .objects()
                .get(0)
                .differences();
    }

    public ChangeClass deletion() {
        return ManifestDiff.between(ManifestSet.of(content()), ManifestSet.empty())
                .changeClass();
    }

    /** What a person wrote or would read: without status and what the server counts. */
    public Manifest content() {
        return Manifest.of(tree.without("status").with("metadata", Desired.metadata(Trees.map(tree, "metadata"))));
    }

    /** Why nobody may delete the object; empty if nothing is said against it. */
    public String keptBecause() {
        if (annotation(PRUNE).equals("keep")) {
            return "its annotation " + PRUNE + " says keep";
        }
        if (annotation("helm.sh/resource-policy").equals("keep")) {
            return "its annotation helm.sh/resource-policy says keep";
        }
        for (Map.Entry<String, String> flux : NOT_DELETED_BY_FLUX) {
            // Flux reads a label as it reads an annotation, in upper and lower case.
            boolean isAnnotation = !annotation(flux.getKey()).isEmpty();
            String value = isAnnotation ? annotation(flux.getKey()) : label(flux.getKey());
            if (value.equalsIgnoreCase(flux.getValue())) {
                return "its " + (isAnnotation ? "annotation " : "label ") + flux.getKey() + " says " + value;
            }
        }
        for (String option : annotation("argocd.argoproj.io/sync-options").split(",", -1)) {
            if (option.strip().equals("Prune=false") || option.strip().equals("Delete=false")) {
                return "its annotation argocd.argoproj.io/sync-options says " + option.strip();
            }
        }
        return "";
    }

    @Override
    public String toString() {
        return "live object " + uid();
    }
}
