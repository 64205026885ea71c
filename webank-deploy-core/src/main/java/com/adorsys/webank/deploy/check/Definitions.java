package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CustomResourceDefinitions, which describe kinds of objects. Immutable.
 *
 * <pre>{@code
 * ManifestSet operator = YamlReader.readManifests(Path.of("crds.yaml"));
 * Checks checks = Checks.all(Targets.any(), Definitions.in(operator));
 * }</pre>
 *
 * <p>Only definitions of {@code apiextensions.k8s.io/v1} describe fields. Their rules in CEL, what their schemas say with
 * {@code oneOf}, {@code anyOf}, {@code allOf} and {@code not}, and formats of texts other than {@code byte} are not checked.
 */
public final class Definitions {
    private static final Definitions NONE = new Definitions(Map.of(), List.of());

    private final Map<String, Manifest> definitions;
    private final List<Definitions> alternatives;
    private final Map<String, Optional<Shape>> shapes = new ConcurrentHashMap<>();

    private Definitions(Map<String, Manifest> definitions, List<Definitions> alternatives) {
        this.definitions = definitions;
        this.alternatives = alternatives;
    }

    /** No definition. */
    public static Definitions none() {
        return NONE;
    }

    /** The definitions among some manifests; the others are ignored. */
    public static Definitions in(ManifestSet manifests) {
        List<Manifest> all = manifests.all("CustomResourceDefinition");
        if (all.isEmpty()) {
            return NONE;
        }
        Map<String, Manifest> definitions = new HashMap<>();
        for (Manifest definition : all) {
            MapTree spec = spec(definition);
            definitions.putIfAbsent(key(Trees.text(spec, "group"), Trees.text(spec, "names", "kind")), definition);
        }
        return new Definitions(definitions, List.of());
    }

    /** These and others; if both have a definition for a kind, this one's is used. */
    public Definitions with(Definitions others) {
        if (others.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return others;
        }
        Map<String, Manifest> all = new HashMap<>(others.definitions);
        all.putAll(definitions);
        List<Definitions> both = new ArrayList<>(alternatives);
        both.addAll(others.alternatives);
        return new Definitions(all, List.copyOf(both));
    }

    /**
     * A copy that knows that a cluster may have other definitions of the same kinds. What only some of the definitions of a kind
     * refuse is then a warning if these have one of that kind, and nothing if they do not.
     */
    public Definitions withAlternatives(List<Definitions> others) {
        List<Definitions> all = new ArrayList<>(alternatives);
        all.addAll(others);
        return new Definitions(definitions, List.copyOf(all));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return definitions.isEmpty() && alternatives.isEmpty();
    }

    /** The alternatives that have a definition of an object's kind. */
    List<Definitions> alternatives(ResourceId id) {
        List<Definitions> known = new ArrayList<>(0);
        for (Definitions alternative : alternatives) {
            if (alternative.of(id).isPresent()) {
                known.add(alternative);
            }
        }
        return known;
    }

    /** The definition of a kind. */
    public Optional<Manifest> of(String group, String kind) {
        return Optional.ofNullable(definitions.get(key(group, kind)));
    }

    /** The definition of an object's kind. */
    public Optional<Manifest> of(ResourceId id) {
        return of(id.group(), id.kind());
    }

    /** The versions that the definition of an object's kind serves, if the object's is none of them. */
    List<String> servedInstead(Manifest manifest) {
        List<String> served = of(manifest.id()).map(Definitions::served).orElse(List.of());
        return served.contains(manifest.id().version()) ? List.of() : served;
    }

    /** The versions that a definition lets the API server serve, in its order. */
    public static List<String> served(Manifest definition) {
        List<String> served = new ArrayList<>();
        for (Tree version : Trees.list(spec(definition), "versions")) {
            if (Trees.isTrue(Trees.map(version), "served")) {
                served.add(Trees.text(Trees.map(version), "name"));
            }
        }
        return served;
    }

    /** The shape of an object, if the definition of its kind describes the fields of its version. */
    Optional<Shape> shape(Manifest manifest) {
        return shapes.computeIfAbsent(
                manifest.apiVersion() + " " + manifest.kind(),
                first -> of(manifest.id())
                        .map(definition -> schema(definition, manifest.id().version()))
                        .filter(schema -> !schema.isEmpty())
                        .map(DefinitionShapes::object));
    }

    /** The schema of a version of a definition. Default: an empty map. */
    public static MapTree schema(Manifest definition, String version) {
        for (Tree known : Trees.list(spec(definition), "versions")) {
            if (Trees.text(Trees.map(known), "name").equals(version)) {
                return Trees.map(Trees.map(known), "schema", "openAPIV3Schema");
            }
        }
        return MapTree.of();
    }

    private static MapTree spec(Manifest definition) {
        return Trees.map(definition.tree(), "spec");
    }

    private static String key(String group, String kind) {
        return group + "/" + kind;
    }

    /** The number of definitions. */
    @Override
    public String toString() {
        return definitions.size() + " definitions";
    }
}
