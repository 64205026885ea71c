package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.core.SecretRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The places in a set that contain values of Secrets. Immutable; the values themselves are not included.
 *
 * <p>These are the entries of {@code data} and {@code stringData} of a Secret that are not empty, and the annotation in
 * which {@code kubectl apply} keeps a copy of the whole object. In an object of any other kind they are the texts in
 * which a {@link SecretRule} finds a secret, such as {@code postgres://webank:pa55@db}. Placeholders such as {@code
 * $(PASSWORD)} are none, and a weak password in a variable is not recognized.
 */
public final class SecretData {
    private static final String[] IDENTITY = {"apiVersion", "kind"};
    private static final String[] NAMES = {"name", "namespace", "generateName"};
    static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** One place that contains a value of a Secret. */
    public static final class Place {
        private final ResourceId id;
        private final String path;
        private final @Nullable SecretRule rule;

        private Place(ResourceId id, String path, @Nullable SecretRule rule) {
            this.id = id;
            this.path = path;
            this.rule = rule;
        }

        /** The object, usually a Secret. */
        public ResourceId id() {
            return id;
        }

        /** The path in it: {@code data.password}. */
        public String path() {
            return path;
        }

        /** The rule that found it; empty in a Secret, whose values all are secret. */
        public Optional<SecretRule> rule() {
            return Optional.ofNullable(rule);
        }

        /** Places are equal if their objects and paths are. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Place that && id.equals(that.id) && path.equals(that.path);
        }

        @Override
        public int hashCode() {
            return 31 * id.hashCode() + path.hashCode();
        }

        /** {@code Secret/webank/webank-obs-secret.data.password}. */
        @Override
        public String toString() {
            return id.path(path);
        }
    }

    private final List<Place> places;

    private SecretData(List<Place> places) {
        this.places = places;
    }

    /** The secret values of a set. */
    public static SecretData in(ManifestSet manifests) {
        List<Place> places = new ArrayList<>(0);
        for (Manifest manifest : manifests) {
            places.addAll(manifest.secrets());
        }
        return new SecretData(List.copyOf(places));
    }

    /** The secret values of an object. */
    public static SecretData in(Manifest manifest) {
        return new SecretData(manifest.secrets());
    }

    /** The secrets in plain sight in a tree that is not a Secret, in its order. */
    public static List<PlainSecret> inPlainSight(Tree tree) {
        return PlainSecrets.in(tree);
    }

    /** A tree that is not a Secret, without its secrets in plain sight; the same tree if it has none. */
    public static Tree masked(Tree tree) {
        return PlainSecrets.masked(tree);
    }

    /**
     * The object with a placeholder for every secret value; the object itself if it has none. API version, kind, name and
     * namespace stay, even where they look like a secret: without them it would be another object, or none.
     */
    public static Manifest masked(Manifest manifest) {
        if (!manifest.isSecret()) {
            MapTree tree = manifest.tree();
            MapTree masked = PlainSecrets.masked(tree);
            return masked.equals(tree) ? manifest : Manifest.of(identified(masked, tree));
        }
        MapTree tree = manifest.tree();
        for (int i = 0; i < tree.size(); i++) {
            String key = tree.keyAt(i);
            if (isData(key)) {
                tree = tree.with(key, mask(tree.valueAt(i)));
            }
        }
        if (tree.get("metadata") instanceof MapTree metadata
                && metadata.get("annotations") instanceof MapTree annotations
                && annotations.has(LAST_APPLIED)) {
            MapTree masked = annotations.with(LAST_APPLIED, Difference.MASK);
            tree = tree.with("metadata", metadata.with("annotations", masked));
        }
        return Manifest.of(tree);
    }

    /** A masked object with what says which object it is. */
    private static MapTree identified(MapTree masked, MapTree tree) {
        MapTree same = withEntries(masked, tree, IDENTITY);
        return tree.get("metadata") instanceof MapTree from && masked.get("metadata") instanceof MapTree metadata
                ? same.with("metadata", withEntries(metadata, from, NAMES))
                : same;
    }

    private static MapTree withEntries(MapTree map, MapTree from, String[] keys) {
        MapTree same = map;
        for (String key : keys) {
            Tree value = from.get(key);
            same = value == null ? same : same.with(key, value);
        }
        return same;
    }

    /** Whether there are no such places. */
    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** The places, in the order of the set. */
    public List<Place> places() {
        return places;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretData that && places.equals(that.places);
    }

    @Override
    public int hashCode() {
        return places.hashCode();
    }

    /** The places. */
    @Override
    public String toString() {
        return "secret data " + places;
    }

    static boolean isData(String key) {
        return key.equals("data") || key.equals("stringData");
    }

    /** The places in an object, as a list that cannot be changed. */
    static List<Place> find(Manifest manifest) {
        List<Place> places = new ArrayList<>(0);
        if (!manifest.isSecret()) {
            for (PlainSecret secret : PlainSecrets.in(manifest.tree())) {
                places.add(new Place(manifest.id(), secret.path(), secret.rule()));
            }
            return List.copyOf(places);
        }
        MapTree tree = manifest.tree();
        for (int i = 0; i < tree.size(); i++) {
            String key = tree.keyAt(i);
            if (isData(key)) {
                find(manifest, key, tree.valueAt(i), places);
            }
        }
        if (manifest.annotation(LAST_APPLIED).isPresent()) {
            places.add(new Place(manifest.id(), TreePath.child("metadata.annotations", LAST_APPLIED), null));
        }
        return List.copyOf(places);
    }

    private static void find(Manifest manifest, String key, Tree data, List<Place> places) {
        if (data instanceof MapTree entries) {
            for (int i = 0; i < entries.size(); i++) {
                if (!isEmptyValue(entries.valueAt(i))) {
                    places.add(new Place(manifest.id(), TreePath.child(key, entries.keyAt(i)), null));
                }
            }
        } else if (!isEmptyValue(data)) {
            places.add(new Place(manifest.id(), key, null));
        }
    }

    private static boolean isEmptyValue(Tree value) {
        return value instanceof ScalarTree scalar
                && (scalar.isNull() || scalar.isString() && scalar.text().isEmpty());
    }

    private static Tree mask(Tree data) {
        if (!(data instanceof MapTree entries)) {
            return isEmptyValue(data) ? data : Difference.MASK;
        }
        MapTree.Builder masked = MapTree.builder(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Tree value = entries.valueAt(i);
            masked.put(entries.keyAt(i), isEmptyValue(value) ? value : Difference.MASK);
        }
        return masked.build();
    }
}
