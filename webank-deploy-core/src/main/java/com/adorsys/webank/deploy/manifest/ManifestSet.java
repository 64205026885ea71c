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
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Kubernetes objects, sorted and without duplicates. Immutable.
 *
 * <p>The order is that of {@link KindOrder}. Two objects are the same if group, kind, namespace and name are equal,
 * whatever their API version. A method that changes something returns a new set.
 *
 * <p>Objects are kept as trees, so that no part of a manifest from elsewhere is lost. fabric8's types are views of
 * them: methods that accept or return a view copy it, and only these methods need fabric8 on the class path. Code that
 * does not call them compiles without fabric8, since no overloaded method has a type of fabric8 in its signature.
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

    private static final ManifestSet EMPTY = new ManifestSet(new Manifest[0], Map.of());

    private final Manifest[] manifests;
    private final Map<ResourceId, Locations> locations;

    private ManifestSet(Manifest[] manifests, Map<ResourceId, Locations> locations) {
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
     * @throws DeployException.InvalidInput if an object occurs twice
     */
    public static ManifestSet of(Manifest... manifests) {
        return sorted(manifests.clone(), Map.of());
    }

    /**
     * A set of these objects.
     *
     * @throws DeployException.InvalidInput if an object occurs twice
     */
    public static ManifestSet of(Collection<Manifest> manifests) {
        return sorted(manifests.toArray(new Manifest[0]), Map.of());
    }

    /**
     * A set of copies of these objects.
     *
     * @throws DeployException.InvalidInput if an object occurs twice, or has no kind or name
     */
    public static ManifestSet ofObjects(HasMetadata... objects) {
        Manifest[] manifests = new Manifest[objects.length];
        for (int i = 0; i < objects.length; i++) {
            manifests[i] = TypedViews.manifest(objects[i]);
        }
        return sorted(manifests, Map.of());
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
     * The object of a kind with a name, in any namespace and API group.
     *
     * @throws DeployException.InvalidInput if there are several; use {@link #find(ResourceId)} then
     */
    public Optional<Manifest> find(String kind, String name) {
        Manifest found = null;
        for (int i = firstOf(kind); i < manifests.length && manifests[i].kind().equals(kind); i++) {
            if (manifests[i].name().equals(name)) {
                if (found != null) {
                    throw invalid(
                            ProblemCodes.OBJECT_AMBIGUOUS,
                            Location.of(""),
                            "there is more than one " + Problem.quote(kind + "/" + name) + ": `" + found + "` and `"
                                    + manifests[i] + "`",
                            "select one of them with its namespace and group");
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
     * The object with an id.
     *
     * @throws DeployException.InvalidInput if there is no such object
     */
    public Manifest get(ResourceId id) {
        return manifests[positionOf(id)];
    }

    /**
     * A typed copy of the object with the kind of a class and a name.
     *
     * @param type a class that implements {@link HasMetadata}
     * @throws DeployException.InvalidInput if there is no such object, if there are several, if its version is not that
     *     of the class, or if it has fields that the class does not have
     * @throws IllegalArgumentException if the class is not a class of Kubernetes objects
     */
    public <T> T get(Class<T> type, String name) {
        String kind = TypedViews.kind(type);
        Manifest found =
                find(kind, name).orElseThrow(() -> missing(kind + "/" + name, names(kind), "the set has no " + kind));
        return TypedViews.view(found, type, locations(found));
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

    /** These objects and one more, which replaces the one with the same id if there is one. */
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
     * These objects and a copy of one more, which replaces the one with the same id if there is one.
     *
     * @throws DeployException.InvalidInput if the object has no kind or name
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
        return sorted(all, joined(locations, others.locations));
    }

    /** The objects for which a condition is true, such as those that a {@link ManifestSelector} matches. */
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
     * <p>The object changes only where the edit changed the view: what the type cannot express, such as an empty list,
     * is kept.
     *
     * @param type a class that implements {@link HasMetadata}
     * @throws DeployException.InvalidInput if there is no such object, if it has fields that the class does not have,
     *     or if the edit changes its id
     * @throws IllegalArgumentException if the class is not a class of Kubernetes objects
     */
    public <T> ManifestSet patch(ResourceId id, Class<T> type, UnaryOperator<T> edit) {
        int position = positionOf(id);
        return patched(position, TypedViews.edit(manifests[position], type, edit, locations(manifests[position])));
    }

    /**
     * One object changed by a JSON Patch.
     *
     * @throws DeployException.InvalidInput if there is no such object, if the patch does not apply, or if it
     *     changes the id of the object
     */
    public ManifestSet patch(ResourceId id, JsonPatch patch) {
        int position = positionOf(id);
        return patched(position, patch.apply(manifests[position].tree()));
    }

    /**
     * One object changed by a JSON Merge Patch.
     *
     * @throws DeployException.InvalidInput if there is no such object, or if the patch changes its id
     */
    public ManifestSet patch(ResourceId id, MergePatch patch) {
        int position = positionOf(id);
        return patched(position, patch.apply(manifests[position].tree()));
    }

    /**
     * The place of a part of an object, which it names: in the file that the object was read from, if it was.
     *
     * @param manifest an object of the set
     * @param inside the path inside the object, such as {@code spec.replicas}; empty for the whole of it
     */
    public Location place(Manifest manifest, String inside) {
        return locations(manifest).of(inside);
    }

    /** The places of the parts of an object of the set. */
    public Locations locations(Manifest manifest) {
        Locations known = locations.get(manifest.id());
        return (known == null ? Locations.none() : known).in(manifest.id());
    }

    /**
     * The same objects with other places. Places are not part of equality.
     *
     * @param newLocations those of the objects that were read from a file
     */
    public ManifestSet withLocations(Map<ResourceId, Locations> newLocations) {
        return new ManifestSet(manifests, Map.copyOf(newLocations));
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

    /** A set of these objects. The array is kept and sorted, not copied. */
    private static ManifestSet sorted(Manifest[] manifests, Map<ResourceId, Locations> locations) {
        if (!isSorted(manifests)) {
            Arrays.sort(manifests, Order.INSTANCE);
        }
        ManifestSet set = new ManifestSet(manifests, locations);
        List<Problem> problems = null;
        for (int i = 1; i < manifests.length; i++) {
            Manifest manifest = manifests[i];
            if (manifest.id().equals(manifests[i - 1].id())) {
                problems = problems == null ? new ArrayList<>() : problems;
                problems.add(Problem.error(
                        ProblemCodes.OBJECT_DUPLICATE,
                        set.place(manifest, ""),
                        "`" + manifest + "` occurs more than once",
                        "leave one of them out, or give it another name or namespace"));
            }
        }
        if (problems != null) {
            throw new DeployException.InvalidInput(problems);
        }
        return manifests.length == 0 && locations.isEmpty() ? EMPTY : set;
    }

    private static Map<ResourceId, Locations> joined(Map<ResourceId, Locations> one, Map<ResourceId, Locations> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        Map<ResourceId, Locations> joined = new HashMap<>(one);
        joined.putAll(other);
        return joined;
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
                    Location.of("").in(old.id()),
                    "the patch changes the object to " + result.describe(),
                    "let the result be a map with `apiVersion`, `kind` and `metadata`");
        }
        Manifest changed = manifest(tree, old);
        if (!changed.id().equals(old.id())) {
            throw invalid(
                    ProblemCodes.PATCH_INVALID,
                    Location.of("").in(old.id()),
                    "the patch changes the object to `" + changed + "`"
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
                problems.add(problem.at(problem.location().in(old.id())));
            }
            throw new DeployException.InvalidInput(problems);
        }
    }

    /** The position of an id; if it is missing, minus the position where it belongs, minus one. */
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

    /** The position of a kind's first object, or the position where it belongs. */
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

    private static DeployException.InvalidInput missing(String requested, List<String> known, String nothing) {
        Optional<String> nearest = Names.nearest(requested, known);
        String remedy = known.isEmpty()
                ? nothing
                : nearest.map(name -> "perhaps " + Problem.quote(name) + " is meant")
                        .orElseGet(() -> "there is "
                                + String.join(", ", known.subList(0, Math.min(known.size(), 5)))
                                + (known.size() > 5 ? " and " + (known.size() - 5) + " more" : ""));
        return invalid(
                ProblemCodes.OBJECT_MISSING, Location.of(""), "there is no object " + Problem.quote(requested), remedy);
    }

    private static DeployException.InvalidInput invalid(String code, Location place, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(code, place, what, remedy));
    }
}
