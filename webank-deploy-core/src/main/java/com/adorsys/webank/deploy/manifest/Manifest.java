package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Kubernetes object: a tree with at least {@code apiVersion}, {@code kind} and {@code metadata.name}. Immutable.
 */
public final class Manifest {
    private static final String BELOW_METADATA = "indent `name` more, so that it is below `metadata`";

    private final MapTree tree;
    private final MapTree metadata;
    private final ResourceId id;
    private final int rank;
    /** Found when they are needed first; several checks look for them. Two threads find the same. */
    private @Nullable List<SecretData.Place> secrets;

    private Manifest(MapTree tree, MapTree metadata, ResourceId id) {
        this.tree = tree;
        this.metadata = metadata;
        this.id = id;
        this.rank = KindOrder.rank(id.kind());
    }

    /**
     * The object that a tree describes.
     *
     * @throws DeployException.InvalidInput if {@code apiVersion}, {@code kind} or {@code metadata.name} is missing, or
     *     if one of them or {@code metadata.namespace} is not a string or is not valid
     */
    public static Manifest of(MapTree tree) {
        return of(tree, Locations.none());
    }

    /** Like {@link #of(MapTree)}, but problems have the places that a table has for the paths of the tree. */
    public static Manifest of(MapTree tree, Locations locations) {
        if (tree.get("apiVersion") instanceof ScalarTree apiVersion
                && apiVersion.isString()
                && tree.get("kind") instanceof ScalarTree kind
                && kind.isString()
                && tree.get("metadata") instanceof MapTree metadata
                && metadata.get("name") instanceof ScalarTree name
                && name.isString()) {
            Tree namespace = metadata.get("namespace");
            if (namespace == null || namespace instanceof ScalarTree scalar && (scalar.isString() || scalar.isNull())) {
                return new Manifest(
                        tree, metadata, id(apiVersion.text(), kind.text(), namespace, name.text(), locations));
            }
        }
        throw new DeployException.InvalidInput(problems(tree, locations));
    }

    /**
     * This object with another content.
     *
     * @param content a tree with the same type, name and namespace, such as a part of this object's
     */
    public Manifest withContent(MapTree content) {
        return new Manifest(content, Trees.map(content, "metadata"), id);
    }

    /** The tree. */
    public MapTree tree() {
        return tree;
    }

    /** The identity of the object. */
    public ResourceId id() {
        return id;
    }

    /** The API version: {@code v1}, {@code apps/v1}. */
    public String apiVersion() {
        return id.apiVersion();
    }

    /** The kind. */
    public String kind() {
        return id.kind();
    }

    /** The name. */
    public String name() {
        return id.name();
    }

    /** The namespace; empty if the object has none. */
    public String namespace() {
        return id.namespace();
    }

    /** The value of a label of the object. */
    public Optional<String> label(String key) {
        return entry("labels", key);
    }

    /** The value of an annotation of the object. */
    public Optional<String> annotation(String key) {
        return entry("annotations", key);
    }

    /**
     * The path of a place in this object as errors and diffs write it: {@code
     * Deployment/webank/webank-obs.spec.replicas}.
     *
     * @param inside the path inside the object; empty for the whole of it
     */
    public String path(String inside) {
        return id.path(inside);
    }

    /** Whether this is the Secret of the core API. */
    boolean isSecret() {
        return id.kind().equals("Secret") && id.group().isEmpty();
    }

    /** The places of its secret values. */
    List<SecretData.Place> secrets() {
        List<SecretData.Place> known = secrets;
        if (known == null) {
            known = SecretData.find(this);
            secrets = known;
        }
        return known;
    }

    static int compare(Manifest a, Manifest b) {
        return KindOrder.compare(a.id, a.rank, b.id, b.rank);
    }

    int compareTo(ResourceId other, int rankOfOther) {
        return KindOrder.compare(id, rank, other, rankOfOther);
    }

    int compareToKind(String kind, int rankOfKind) {
        return rank == rankOfKind ? id.kind().compareTo(kind) : Integer.compare(rank, rankOfKind);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Manifest that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** The id: {@code Deployment/webank/webank-obs}. */
    @Override
    public String toString() {
        return id.toString();
    }

    private Optional<String> entry(String map, String key) {
        return metadata.get(map) instanceof MapTree entries ? entries.string(key) : Optional.empty();
    }

    private static ResourceId id(
            String apiVersion, String kind, @Nullable Tree namespace, String name, Locations locations) {
        String where = namespace instanceof ScalarTree scalar && scalar.isString() ? scalar.text() : "";
        if (locations == Locations.none()) {
            return ResourceId.of(apiVersion, kind, where, name);
        }
        try {
            return ResourceId.of(apiVersion, kind, where, name);
        } catch (DeployException.InvalidInput e) {
            List<Problem> located = new ArrayList<>();
            for (Problem problem : e.problems()) {
                located.add(problem.at(locations.of(problem.location().path())));
            }
            throw new DeployException.InvalidInput(located);
        }
    }

    private static List<Problem> problems(MapTree tree, Locations locations) {
        List<Problem> problems = new ArrayList<>();
        requireString(tree.get("apiVersion"), "apiVersion", remedy(tree, "apiVersion", "apps/v1"), locations, problems);
        requireString(tree.get("kind"), "kind", remedy(tree, "kind", "Deployment"), locations, problems);
        Tree metadata = tree.get("metadata");
        String misspelled = metadata == null ? misspelled(tree, "metadata") : "";
        if (!misspelled.isEmpty()) {
            problems.add(
                    problem(locations.of(misspelled), "`metadata` is missing", remedy(tree, "metadata", "metadata")));
        } else if (metadata == null || metadata instanceof MapTree) {
            MapTree map = metadata instanceof MapTree found ? found : MapTree.of();
            requireString(map.get("name"), "metadata.name", remedyOfName(tree, map), locations, problems);
            Tree namespace = map.get("namespace");
            if (namespace != null && !(namespace instanceof ScalarTree scalar && scalar.isNull())) {
                requireString(namespace, "metadata.namespace", "name a namespace or leave it out", locations, problems);
            }
        } else {
            problems.add(problem(
                    locations.of("metadata"),
                    "`metadata` is " + metadata.describe() + ", not a map",
                    tree.has("name") ? BELOW_METADATA : "give a map with a `name`"));
        }
        return problems;
    }

    private static String remedy(MapTree tree, String key, String example) {
        String misspelled = misspelled(tree, key);
        return misspelled.isEmpty()
                ? "give it, as in `" + example + "`"
                : "write `" + key + "` instead of " + Problem.quote(misspelled);
    }

    private static String remedyOfName(MapTree tree, MapTree metadata) {
        String misspelled = misspelled(metadata, "name");
        return !misspelled.isEmpty()
                ? "write `name` instead of " + Problem.quote(misspelled)
                : tree.has("name") ? BELOW_METADATA : "give the object a name";
    }

    /** The key that was most likely meant to be the missing one; empty if there is none. */
    private static String misspelled(MapTree tree, String missing) {
        if (tree.has(missing)) {
            return "";
        }
        List<String> others = new ArrayList<>(tree.keys());
        others.removeAll(List.of("apiVersion", "kind", "metadata", "spec", "data", "namespace"));
        return Names.nearest(missing, others).orElse("");
    }

    private static void requireString(
            @Nullable Tree value, String path, String remedy, Locations locations, List<Problem> problems) {
        if (value == null) {
            problems.add(problem(locations.of(path), "`" + path + "` is missing", remedy));
        } else if (!(value instanceof ScalarTree scalar && scalar.isString())) {
            String what = "`" + path + "` is " + value.describe() + ", not a string";
            problems.add(problem(
                    locations.of(path),
                    what,
                    value instanceof ScalarTree scalar && !scalar.isNull()
                            ? "put it in quotes: `\"" + scalar.source() + "\"`"
                            : remedy));
        }
    }

    private static Problem problem(Location location, String what, String remedy) {
        return Problem.error(ProblemCodes.MANIFEST_INVALID, location, what, remedy);
    }
}
