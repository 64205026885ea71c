package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Selects objects of a {@link ManifestSet}: one object by its kind and name, or every object of a kind, with labels, or
 * both. Immutable.
 *
 * <p>An object is selected if everything that the selector names is equal. The namespace is compared with that in the
 * manifest: a manifest without one is not in the release's namespace yet.
 */
public final class ManifestSelector implements Predicate<Manifest> {
    private static final int MOST_LISTED = 5;

    /** Empty if any kind matches; likewise for the namespace and the name. */
    private final String kind;

    private final String namespace;
    private final String name;
    private final SortedMap<String, String> labels;

    private ManifestSelector(String kind, String namespace, String name, SortedMap<String, String> labels) {
        this.kind = kind;
        this.namespace = namespace;
        this.name = name;
        this.labels = labels;
    }

    /**
     * The object of a kind with a name, in any namespace.
     *
     * @throws DeployException.InvalidInput if one of them is not valid
     */
    public static ManifestSelector object(String kind, String name) {
        ResourceId.of("v1", kind, "", name);
        return new ManifestSelector(kind, "", name, Collections.emptySortedMap());
    }

    /** One object; without a namespace, in any. Its API group may be another one. */
    public static ManifestSelector object(ResourceId id) {
        return new ManifestSelector(id.kind(), id.namespace(), id.name(), Collections.emptySortedMap());
    }

    /**
     * One object by its text: {@code Deployment/webank-obs}, or {@code Deployment/webank/webank-obs} with the
     * namespace.
     *
     * @throws DeployException.InvalidInput if the text has another form, or a part of it is not valid
     */
    public static ManifestSelector parse(String object) {
        String[] parts = object.split("/", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.OBJECT_TEXT_INVALID,
                    Location.of(""),
                    Problem.quote(object) + " does not name an object",
                    "write `KIND/NAME` or `KIND/NAMESPACE/NAME`"));
        }
        ManifestSelector selector = object(parts[0], parts[parts.length - 1]);
        return parts.length == 2 ? selector : selector.inNamespace(parts[1]);
    }

    /**
     * Every object of a kind.
     *
     * @throws DeployException.InvalidInput if the kind is not valid
     */
    public static ManifestSelector kind(String kind) {
        ResourceId.of("v1", kind, "", "any");
        return new ManifestSelector(kind, "", "", Collections.emptySortedMap());
    }

    /**
     * Every object with a label.
     *
     * @throws DeployException.InvalidInput if the key or the value is not valid
     */
    public static ManifestSelector label(String key, String value) {
        return new ManifestSelector("", "", "", Collections.emptySortedMap()).withLabel(key, value);
    }

    /**
     * Only the objects of a namespace.
     *
     * @throws DeployException.InvalidInput if the namespace is not valid
     */
    public ManifestSelector inNamespace(String newNamespace) {
        require(ProblemCodes.NAME_INVALID, newNamespace, Names.label(newNamespace), "name of a namespace");
        return new ManifestSelector(kind, newNamespace, name, labels);
    }

    /**
     * Only the objects that have this label as well.
     *
     * @throws DeployException.InvalidInput if the key or the value is not valid
     */
    public ManifestSelector withLabel(String key, String value) {
        require(ProblemCodes.LABEL_INVALID, key, Names.labelKey(key), "key of a label");
        require(ProblemCodes.LABEL_INVALID, value, Names.labelValue(value), "value of a label");
        SortedMap<String, String> more = new TreeMap<>(labels);
        more.put(key, value);
        return new ManifestSelector(kind, namespace, name, Collections.unmodifiableSortedMap(more));
    }

    /** Whether an object is selected. */
    @Override
    public boolean test(Manifest manifest) {
        if (!(kind.isEmpty() || kind.equals(manifest.kind()))
                || !(name.isEmpty() || name.equals(manifest.name()))
                || !(namespace.isEmpty() || namespace.equals(manifest.namespace()))) {
            return false;
        }
        for (Map.Entry<String, String> label : labels.entrySet()) {
            if (!has(manifest, label)) {
                return false;
            }
        }
        return true;
    }

    /** Whether one object is selected, by its name. */
    boolean isObject() {
        return !name.isEmpty();
    }

    /** The selected objects, in the order of the set. */
    public List<Manifest> find(ManifestSet manifests) {
        List<Manifest> found = new ArrayList<>();
        for (Manifest manifest : kind.isEmpty() ? manifests.manifests() : manifests.all(kind)) {
            if (test(manifest)) {
                found.add(manifest);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /**
     * The remedy of a {@link Problem} about a set without such an object: suggests the nearest name, or lists some of
     * the existing ones.
     */
    public String remedy(ManifestSet manifests) {
        if (!name.isEmpty()) {
            return remedy(toString(), texts(manifests.manifests(), object -> List.of(named(object))));
        }
        List<Manifest> left = manifests.manifests();
        if (!kind.isEmpty()) {
            List<Manifest> all = left;
            left = manifests.all(kind);
            if (left.isEmpty()) {
                return remedy(kind, texts(all, object -> List.of(object.kind())));
            }
        }
        if (!namespace.isEmpty()) {
            List<Manifest> all = left;
            left = filtered(all, object -> object.namespace().equals(namespace));
            if (left.isEmpty()) {
                return remedy(namespace, texts(all, object -> List.of(object.namespace())));
            }
        }
        for (Map.Entry<String, String> label : labels.entrySet()) {
            List<Manifest> all = left;
            left = filtered(all, object -> has(object, label));
            if (left.isEmpty()) {
                return remedy(text(label), texts(all, ManifestSelector::labels));
            }
        }
        return "the set has such an object";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ManifestSelector that
                && kind.equals(that.kind)
                && namespace.equals(that.namespace)
                && name.equals(that.name)
                && labels.equals(that.labels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, namespace, name, labels);
    }

    /** {@code Deployment/webank-obs}; {@code Deployment app=obs in webank} if there is no name. */
    @Override
    public String toString() {
        if (!name.isEmpty()) {
            return namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name;
        }
        List<String> parts = new ArrayList<>();
        if (!kind.isEmpty()) {
            parts.add(kind);
        }
        labels.entrySet().forEach(label -> parts.add(text(label)));
        return String.join(" ", parts) + (namespace.isEmpty() ? "" : " in " + namespace);
    }

    private static boolean has(Manifest manifest, Map.Entry<String, String> label) {
        return manifest.label(label.getKey()).equals(Optional.of(label.getValue()));
    }

    /** The text of an object in the form of this selector. */
    private String named(Manifest manifest) {
        return namespace.isEmpty() ? manifest.kind() + "/" + manifest.name() : manifest.toString();
    }

    private static String text(Map.Entry<String, String> label) {
        return label.getKey() + "=" + label.getValue();
    }

    private static List<String> labels(Manifest manifest) {
        List<String> texts = new ArrayList<>();
        if (manifest.tree().at("metadata", "labels").orElse(null) instanceof MapTree entries) {
            for (String key : entries.keys()) {
                entries.string(key).ifPresent(value -> texts.add(key + "=" + value));
            }
        }
        return texts;
    }

    private static List<Manifest> filtered(List<Manifest> manifests, Predicate<Manifest> condition) {
        List<Manifest> filtered = new ArrayList<>(manifests);
        filtered.removeIf(condition.negate());
        return filtered;
    }

    private static Set<String> texts(List<Manifest> manifests, Function<Manifest, List<String>> text) {
        Set<String> texts = new TreeSet<>();
        for (Manifest manifest : manifests) {
            texts.addAll(text.apply(manifest));
        }
        texts.remove("");
        return texts;
    }

    private static String remedy(String text, Set<String> known) {
        Optional<String> nearest = Names.nearest(text, known);
        if (nearest.isPresent()) {
            return "did you mean " + Problem.quote(nearest.get()) + "? If so, write it";
        }
        if (known.isEmpty()) {
            return "remove it: the set has none";
        }
        List<String> all = List.copyOf(known);
        int listed = Math.min(all.size(), MOST_LISTED);
        return "the set has " + String.join(", ", all.subList(0, listed))
                + (listed < all.size() ? " and " + (all.size() - listed) + " more" : "");
    }

    private static void require(String code, String text, Optional<String> brokenRule, String what) {
        if (brokenRule.isPresent()) {
            throw new DeployException.InvalidInput(Problem.error(
                    code, Location.of(""), Problem.quote(text) + " is not a valid " + what, brokenRule.get()));
        }
    }
}
