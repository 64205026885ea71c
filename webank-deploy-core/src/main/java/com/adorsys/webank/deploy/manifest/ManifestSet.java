package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Kubernetes objects in their one order, none of them twice. Immutable.
 *
 * <p>The order is that of {@link KindOrder}. Two objects are the same if group, kind, namespace and name are, whatever
 * version they are written in. What a method changes it changes in the set that it returns.
 *
 * <p>Objects are kept as trees, so that nothing of a stranger's manifest is lost. fabric8's types are views of them:
 * methods that take or give one copy it, and only they need fabric8 on the class path. Code that does not call them
 * compiles without fabric8: no signature of a method with a name that others share has a type of fabric8.
 */
public final class ManifestSet implements Iterable<Manifest> {
    /** A class, not a lambda: setting up the first lambda of a process would cost more than a whole rendering. */
    private enum Order implements Comparator<Manifest> {
        INSTANCE;

        @Override
        public int compare(Manifest a, Manifest b) {
            return Manifest.compare(a, b);
        }
    }

    private static final ManifestSet EMPTY = new ManifestSet(new Manifest[0], Locations.none());

    private final Manifest[] manifests;
    private final Locations locations;

    private ManifestSet(Manifest[] manifests, Locations locations) {
        this.manifests = manifests;
        this.locations = locations;
    }

    /** The set without objects. */
    public static ManifestSet empty() {
        return EMPTY;
    }

    /**
     * A set of these objects.
     *
     * @throws DeployException.InvalidInput if an object is there twice
     */
    public static ManifestSet of(Manifest... manifests) {
        return sorted(manifests.clone(), Locations.none());
    }

    /**
     * A set of these objects.
     *
     * @throws DeployException.InvalidInput if an object is there twice
     */
    public static ManifestSet of(Collection<Manifest> manifests) {
        return sorted(manifests.toArray(new Manifest[0]), Locations.none());
    }

    /**
     * A set of copies of these objects.
     *
     * @throws DeployException.InvalidInput if an object is there twice, or lacks its kind or name
     */
    public static ManifestSet ofObjects(HasMetadata... objects) {
        Manifest[] manifests = new Manifest[objects.length];
        for (int i = 0; i < objects.length; i++) {
            manifests[i] = TypedViews.manifest(objects[i]);
        }
        return sorted(manifests, Locations.none());
    }

    /** The objects in order, as a list that cannot be changed. */
    public List<Manifest> manifests() {
        return Collections.unmodifiableList(Arrays.asList(manifests));
    }

    /** How many objects there are. */
    public int size() {
        return manifests.length;
    }

    /** Whether there are no objects. */
    public boolean isEmpty() {
        return manifests.length == 0;
    }

    /** The objects in order. */
    @Override
    public Iterator<Manifest> iterator() {
        return manifests().iterator();
    }

    /**
     * The object of a kind with a name, in whatever namespace and API group it is.
     *
     * @throws DeployException.InvalidInput if there are several; ask for one by its {@link ResourceId} then
     */
    public Optional<Manifest> find(String kind, String name) {
        Manifest found = null;
        for (int i = firstOf(kind); i < manifests.length && manifests[i].kind().equals(kind); i++) {
            if (manifests[i].name().equals(name)) {
                if (found != null) {
                    throw invalid(
                            ProblemCodes.OBJECT_AMBIGUOUS,
                            "",
                            "there is more than one " + Problem.quote(kind + "/" + name) + ": `" + found + "` and `"
                                    + manifests[i] + "`",
                            "ask for one of them with its namespace and group");
                }
                found = manifests[i];
            }
        }
        return Optional.ofNullable(found);
    }

    /** The object with an id. */
    public Optional<Manifest> find(ResourceId id) {
        int position = position(id);
        return position < 0 ? Optional.empty() : Optional.of(manifests[position]);
    }

    /**
     * The object with an id, which must be there.
     *
     * @throws DeployException.InvalidInput if it is not
     */
    public Manifest get(ResourceId id) {
        return manifests[positionOf(id)];
    }

    /**
     * A typed copy of the object of a class and a name, which must be there.
     *
     * @param type a class that implements {@link HasMetadata}
     * @throws DeployException.InvalidInput if it is not, if there are several, if it is of another version than the
     *     class, or if it holds what the class cannot
     * @throws IllegalArgumentException if the class is not one of Kubernetes objects
     */
    public <T> T get(Class<T> type, String name) {
        String kind = TypedViews.kind(type);
        Manifest found =
                find(kind, name).orElseThrow(() -> missing(kind + "/" + name, names(kind), "the set has no " + kind));
        return TypedViews.view(found, type, locations);
    }

    /** The objects of a kind, in order. */
    public List<Manifest> all(String kind) {
        int first = firstOf(kind);
        int end = first;
        while (end < manifests.length && manifests[end].kind().equals(kind)) {
            end++;
        }
        return manifests().subList(first, end);
    }

    /** Whether there is an object with an id. */
    public boolean has(ResourceId id) {
        return position(id) >= 0;
    }

    /** These objects and one more, in place of the one with the same id if there is one. */
    public ManifestSet with(Manifest manifest) {
        int position = position(manifest.id());
        if (position >= 0) {
            Manifest[] changed = manifests.clone();
            changed[position] = manifest;
            return new ManifestSet(changed, locations);
        }
        int insert = -position - 1;
        Manifest[] changed = Arrays.copyOf(manifests, manifests.length + 1);
        System.arraycopy(manifests, insert, changed, insert + 1, manifests.length - insert);
        changed[insert] = manifest;
        return new ManifestSet(changed, locations);
    }

    /**
     * These objects and a copy of one more, in place of the one with the same id if there is one.
     *
     * @throws DeployException.InvalidInput if the object lacks its kind or name
     */
    public ManifestSet withObject(HasMetadata object) {
        return with(TypedViews.manifest(object));
    }

    /** These objects without the one with an id; the same set if there is none. */
    public ManifestSet without(ResourceId id) {
        int position = position(id);
        if (position < 0) {
            return this;
        }
        Manifest[] changed = Arrays.copyOf(manifests, manifests.length - 1);
        System.arraycopy(manifests, position + 1, changed, position, changed.length - position);
        return new ManifestSet(changed, locations);
    }

    /**
     * These objects and those of another set, with the places of both.
     *
     * @throws DeployException.InvalidInput if an object is in both
     */
    public ManifestSet plus(ManifestSet others) {
        Manifest[] all = Arrays.copyOf(manifests, manifests.length + others.manifests.length);
        System.arraycopy(others.manifests, 0, all, manifests.length, others.manifests.length);
        return sorted(all, locations.plus(others.locations));
    }

    /** The objects that a condition holds for, such as a {@link ManifestSelector}. */
    public ManifestSet select(Predicate<Manifest> condition) {
        Manifest[] selected = new Manifest[manifests.length];
        int size = 0;
        for (Manifest manifest : manifests) {
            if (condition.test(manifest)) {
                selected[size++] = manifest;
            }
        }
        return size == manifests.length ? this : new ManifestSet(Arrays.copyOf(selected, size), locations);
    }

    /**
     * Every object changed by a function, which may also rename it.
     *
     * @throws DeployException.InvalidInput if two of the results have the same id
     */
    public ManifestSet map(UnaryOperator<Manifest> change) {
        Manifest[] changed = new Manifest[manifests.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = change.apply(manifests[i]);
        }
        return sorted(changed, locations);
    }

    /**
     * One object changed by an edit of its typed view.
     *
     * <p>Only what the edit changed is changed in the object: what the type cannot express, such as a set but empty list,
     * stays.
     *
     * @param type a class that implements {@link HasMetadata}
     * @throws DeployException.InvalidInput if there is no such object, if it holds what the class cannot, or if the edit
     *     gives it another id
     * @throws IllegalArgumentException if the class is not one of Kubernetes objects
     */
    public <T> ManifestSet patch(ResourceId id, Class<T> type, UnaryOperator<T> edit) {
        int position = positionOf(id);
        return patched(position, TypedViews.edit(manifests[position], type, edit, locations));
    }

    /**
     * One object changed by a JSON Patch.
     *
     * @throws DeployException.InvalidInput if there is no such object, if the patch does not apply, or if it gives the
     *     object another id
     */
    public ManifestSet patch(ResourceId id, JsonPatch patch) {
        int position = positionOf(id);
        return patched(position, patch.apply(manifests[position].tree()));
    }

    /**
     * One object changed by a JSON Merge Patch.
     *
     * @throws DeployException.InvalidInput if there is no such object, or if the patch gives the object another id
     */
    public ManifestSet patch(ResourceId id, MergePatch patch) {
        int position = positionOf(id);
        return patched(position, patch.apply(manifests[position].tree()));
    }

    /**
     * Where the objects came from. A path in it begins with the object's id, as {@link Manifest#path} makes it. No part of
     * equality.
     */
    public Locations locations() {
        return locations;
    }

    /** The same objects with other places. */
    public ManifestSet withLocations(Locations newLocations) {
        return new ManifestSet(manifests, newLocations);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ManifestSet that && Arrays.equals(manifests, that.manifests);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(manifests);
    }

    /** The ids. */
    @Override
    public String toString() {
        return "manifests " + Arrays.toString(manifests);
    }

    /** Takes the array over. */
    private static ManifestSet sorted(Manifest[] manifests, Locations locations) {
        if (!isSorted(manifests)) {
            Arrays.sort(manifests, Order.INSTANCE);
        }
        List<Problem> problems = null;
        for (int i = 1; i < manifests.length; i++) {
            Manifest manifest = manifests[i];
            if (manifest.id().equals(manifests[i - 1].id())) {
                problems = problems == null ? new ArrayList<>() : problems;
                problems.add(Problem.error(
                        ProblemCodes.OBJECT_DUPLICATE,
                        locations.of(manifest.path("")),
                        "`" + manifest + "` is there more than once",
                        "leave one of them out, or give it another name or namespace"));
            }
        }
        if (problems != null) {
            throw new DeployException.InvalidInput(problems);
        }
        return manifests.length == 0 && locations == Locations.none() ? EMPTY : new ManifestSet(manifests, locations);
    }

    private static boolean isSorted(Manifest[] manifests) {
        for (int i = 1; i < manifests.length; i++) {
            if (Manifest.compare(manifests[i - 1], manifests[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    private ManifestSet patched(int position, Tree result) {
        Manifest old = manifests[position];
        if (!(result instanceof MapTree tree)) {
            throw invalid(
                    ProblemCodes.PATCH_INVALID,
                    old.path(""),
                    "the patch turns the object into " + result.describe(),
                    "let it leave a map with `apiVersion`, `kind` and `metadata`");
        }
        Manifest changed = manifest(tree, old);
        if (!changed.id().equals(old.id())) {
            throw invalid(
                    ProblemCodes.PATCH_INVALID,
                    old.path(""),
                    "the patch turns the object into `" + changed + "`"
                            + (changed.toString().equals(old.toString()) ? " of `" + changed.apiVersion() + "`" : ""),
                    "leave group, kind, namespace and name as they are");
        }
        return with(changed);
    }

    private static Manifest manifest(MapTree tree, Manifest old) {
        try {
            return Manifest.of(tree);
        } catch (DeployException.InvalidInput e) {
            List<Problem> problems = new ArrayList<>();
            for (Problem problem : e.problems()) {
                problems.add(problem.at(Location.of(old.path(problem.location().path()))));
            }
            throw new DeployException.InvalidInput(problems);
        }
    }

    /** Where an id is; less than zero if it is not there, then minus its place, minus one. */
    private int position(ResourceId id) {
        int rank = KindOrder.rank(id.kind());
        int low = 0;
        int high = manifests.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = manifests[middle].compareTo(id, rank);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private int positionOf(ResourceId id) {
        int position = position(id);
        if (position < 0) {
            throw missing(id.toString(), names(""), "the set has no objects");
        }
        return position;
    }

    /** The place of a kind's first object, or where it would be. */
    private int firstOf(String kind) {
        int rank = KindOrder.rank(kind);
        int low = 0;
        int high = manifests.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (manifests[middle].compareToKind(kind, rank) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The ids of all objects, or {@code kind/name} of those of one kind. */
    private List<String> names(String kind) {
        List<String> names = new ArrayList<>();
        for (Manifest manifest : manifests) {
            if (kind.isEmpty()) {
                names.add(manifest.toString());
            } else if (manifest.kind().equals(kind)) {
                names.add(kind + "/" + manifest.name());
            }
        }
        return names;
    }

    private static DeployException.InvalidInput missing(String asked, List<String> known, String nothing) {
        Optional<String> nearest = Names.nearest(asked, known);
        String remedy = known.isEmpty()
                ? nothing
                : nearest.map(name -> "perhaps " + Problem.quote(name) + " is meant")
                        .orElseGet(() -> "there is "
                                + String.join(", ", known.subList(0, Math.min(known.size(), 5)))
                                + (known.size() > 5 ? " and " + (known.size() - 5) + " more" : ""));
        return invalid(ProblemCodes.OBJECT_MISSING, "", "there is no object " + Problem.quote(asked), remedy);
    }

    private static DeployException.InvalidInput invalid(String code, String path, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(code, Location.of(path), what, remedy));
    }
}
