package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.fields.Desired;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.Digest;
import com.adorsys.webank.deploy.eks.internal.records.DigestKey;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a release is to be, made ready for the server: every object with its namespace and the release's label, without
 * what only a server sets.
 */
final class DesiredSet {
    private final ManifestSet prepared;
    private final List<DesiredObject> objects;
    private final Map<ResourceId, DesiredObject> byId = new HashMap<>();
    private final Digest digest;
    private final Brought brought;

    private DesiredSet(ManifestSet prepared, List<DesiredObject> objects, Digest digest, Brought brought) {
        this.prepared = prepared;
        this.objects = objects;
        this.digest = digest;
        this.brought = brought;
        objects.forEach(object -> byId.put(object.id(), object));
    }

    /** What a set brings that others refer to. */
    private static final class Brought {
        /** Namespaces that come with the set. */
        final Set<String> namespaces = new HashSet<>();
        /** In which namespaces there is something, by its kind and name. */
        final Map<String, Set<String>> byName = new HashMap<>();

        final Definitions definitions;

        Brought(ManifestSet prepared) {
            definitions = Definitions.in(prepared);
            for (Manifest manifest : prepared) {
                byName.computeIfAbsent(named(manifest.kind(), manifest.name()), first -> new HashSet<>())
                        .add(manifest.namespace());
                if (manifest.kind().equals("Namespace") && manifest.id().group().isEmpty()) {
                    namespaces.add(manifest.name());
                }
            }
        }
    }

    /** The set of a release that is to have no objects. */
    static DesiredSet none() {
        return new DesiredSet(ManifestSet.empty(), List.of(), Digest.none(), new Brought(ManifestSet.empty()));
    }

    interface Kinds {
        Optional<ApiResource> find(String apiVersion, String kind);
    }

    /**
     * Makes a set ready, but for its digests.
     *
     * @param manifests as {@link com.adorsys.webank.deploy.eks.internal.fields.Desired#normalised} makes them
     * @throws DeployException.InvalidInput if it is empty, or two objects are one once namespaces are filled in
     */
    static DesiredSet of(ManifestSet manifests, Release release, Kinds kinds) {
        return of(manifests, release, Map.of(ApplySet.PART_OF, ApplySet.id(release)), kinds);
    }

    /**
     * Makes a set ready, but for its digests.
     *
     * @param manifests as {@link com.adorsys.webank.deploy.eks.internal.fields.Desired#normalised} makes them
     * @param labels that every object gets
     * @throws DeployException.InvalidInput as {@link #of(ManifestSet, Release, Kinds)}
     */
    static DesiredSet of(ManifestSet manifests, Release release, Map<String, String> labels, Kinds kinds) {
        if (manifests.isEmpty()) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.SET_EMPTY,
                    Location.of(""),
                    "the desired set of release `" + release + "` is empty",
                    "give at least one object, or delete the release"));
        }
        Definitions definitions = Definitions.in(manifests);
        Map<ResourceId, ApiResource> resources = new HashMap<>();
        Set<ResourceId> comes = new HashSet<>();
        Map<ResourceId, Location> places = new HashMap<>();
        ManifestSet prepared = manifests.map(manifest -> {
            ApiResource known =
                    kinds.find(manifest.apiVersion(), manifest.kind()).orElse(null);
            ApiResource resource = resource(manifest, known, definitions);
            Manifest ready = prepared(manifest, namespace(manifest, resource, release), labels);
            if (resource != null) {
                resources.put(ready.id(), resource);
            }
            // By the id that it has now: where it stands is known by the one without a namespace.
            places.put(ready.id(), manifests.place(manifest, "").in(ready.id()));
            if (known == null) {
                comes.add(ready.id());
            }
            return ready;
        });
        List<DesiredObject> objects = new ArrayList<>(prepared.size());
        for (Manifest manifest : prepared) {
            objects.add(new DesiredObject(
                    manifest,
                    resources.get(manifest.id()),
                    comes.contains(manifest.id()),
                    Digest.none(),
                    Wave.of(manifest),
                    places.getOrDefault(manifest.id(), Location.of(manifest.id().toString()))));
        }
        return new DesiredSet(prepared, List.copyOf(objects), Digest.none(), new Brought(prepared));
    }

    /** The same with the digests of all objects, and of the set. */
    DesiredSet digested(DigestKey key) {
        List<DesiredObject> digested = new ArrayList<>(objects.size());
        List<Digest> digests = new ArrayList<>(objects.size());
        for (DesiredObject object : objects) {
            Digest one = key.digest(object.manifest().tree());
            digests.add(one);
            digested.add(object.withDigest(one));
        }
        return new DesiredSet(prepared, List.copyOf(digested), key.digest(digests), brought);
    }

    /**
     * How the server calls a kind, or will call it; a definition in the set decides which versions there will be.
     *
     * @param known how it is called now; null if the server does not know the kind
     * @return null if nobody knows the kind in this version
     */
    private static @Nullable ApiResource resource(
            Manifest manifest, @Nullable ApiResource known, Definitions definitions) {
        Manifest definition =
                definitions.of(manifest.id().group(), manifest.id().kind()).orElse(null);
        if (definition == null) {
            return known;
        }
        if (!Definitions.served(definition).contains(manifest.id().version())) {
            return null;
        }
        return known == null ? DefinedKinds.resource(definition, manifest.apiVersion()) : known;
    }

    /** The namespace of an object as it is to be; empty for a kind that has none. */
    private static String namespace(Manifest manifest, @Nullable ApiResource resource, Release release) {
        if (resource == null) {
            return manifest.namespace();
        }
        String given = manifest.namespace().isEmpty() ? release.namespace() : manifest.namespace();
        return resource.namespaced() ? given : "";
    }

    private static Manifest prepared(Manifest manifest, String namespace, Map<String, String> added) {
        MapTree tree = manifest.tree().without("status");
        MapTree metadata = Desired.metadata(Trees.map(tree, "metadata"));
        MapTree annotations = Trees.map(metadata, "annotations");
        // A set without the labels of a release is one that Argo CD is to apply, with the marks that are there already.
        if (!added.isEmpty() && annotations.has(Ownership.LAST_APPLIED)) {
            MapTree left = annotations.without(Ownership.LAST_APPLIED);
            metadata = left.isEmpty() ? metadata.without("annotations") : metadata.with("annotations", left);
        }
        MapTree labels = Trees.map(tree, "metadata", "labels");
        for (Map.Entry<String, String> label : added.entrySet()) {
            labels = labels.with(label.getKey(), label.getValue());
        }
        MapTree named = labels.isEmpty() ? metadata : metadata.with("labels", labels);
        named = namespace.isEmpty() ? named.without("namespace") : named.with("namespace", namespace);
        return Manifest.of(tree.with("metadata", named));
    }

    List<DesiredObject> objects() {
        return objects;
    }

    /** The set as it is kept in a revision. */
    ManifestSet manifests() {
        return prepared;
    }

    /** The digest of all objects. */
    Digest digest() {
        return digest;
    }

    Optional<DesiredObject> find(ResourceId id) {
        return Optional.ofNullable(byId.get(id));
    }

    boolean has(ResourceId id) {
        return byId.containsKey(id);
    }

    /** The definition of an object's kind; empty if it is not in the set. */
    Optional<DesiredObject> definitionOf(ResourceId id) {
        return brought.definitions.of(id.group(), id.kind()).flatMap(definition -> find(definition.id()));
    }

    boolean bringsNamespace(String name) {
        return brought.namespaces.contains(name);
    }

    /** Whether something of this kind and name is in the set, in whatever namespace. */
    boolean hasNamed(String kind, String name) {
        return brought.byName.containsKey(named(kind, name));
    }

    /** Whether something of this kind and name is in the set that an object of a namespace may refer to. */
    boolean hasNamed(String kind, String name, String namespace) {
        Set<String> found = brought.byName.getOrDefault(named(kind, name), Set.of());
        return found.contains("") || found.contains(namespace);
    }

    private static String named(String kind, String name) {
        return kind + " " + name;
    }
}
