package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.ListTree;
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
 * <p>Only definitions of {@code apiextensions.k8s.io/v1} describe fields. Their rules in CEL, and what their schemas say with
 * {@code oneOf}, {@code anyOf}, {@code allOf} and {@code not}, are not checked.
 */
public final class Definitions {
    private static final Definitions NONE = new Definitions(Map.of());

    private final Map<String, MapTree> specs;
    private final Map<String, Optional<Shape>> shapes = new ConcurrentHashMap<>();

    private Definitions(Map<String, MapTree> specs) {
        this.specs = specs;
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
        Map<String, MapTree> specs = new HashMap<>();
        for (Manifest definition : all) {
            MapTree spec = Trees.map(definition.tree(), "spec");
            specs.putIfAbsent(key(Trees.text(spec, "group"), Trees.text(spec, "names", "kind")), spec);
        }
        return new Definitions(specs);
    }

    /** These and others; if both have a definition for a kind, this one's is used. */
    public Definitions with(Definitions others) {
        if (others.specs.isEmpty()) {
            return this;
        }
        if (specs.isEmpty()) {
            return others;
        }
        Map<String, MapTree> all = new HashMap<>(others.specs);
        all.putAll(specs);
        return new Definitions(all);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return specs.isEmpty();
    }

    /** The {@code spec} of the definition of an object's kind. */
    Optional<MapTree> spec(ResourceId id) {
        return Optional.ofNullable(specs.get(key(id.group(), id.kind())));
    }

    /** The versions that the definition of an object's kind serves, if the object's is none of them. */
    List<String> servedInstead(Manifest manifest) {
        List<String> served = spec(manifest.id()).map(Definitions::served).orElse(List.of());
        String apiVersion = manifest.apiVersion();
        return served.contains(apiVersion.substring(apiVersion.indexOf('/') + 1)) ? List.of() : served;
    }

    private static List<String> served(MapTree spec) {
        List<String> served = new ArrayList<>();
        for (Tree version : versions(spec)) {
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
                first -> spec(manifest.id()).flatMap(spec -> shape(spec, manifest.apiVersion())));
    }

    private static Optional<Shape> shape(MapTree spec, String apiVersion) {
        String name = apiVersion.substring(apiVersion.indexOf('/') + 1);
        for (Tree version : versions(spec)) {
            MapTree schema = Trees.map(Trees.map(version), "schema", "openAPIV3Schema");
            if (Trees.text(Trees.map(version), "name").equals(name) && !schema.isEmpty()) {
                return Optional.of(DefinitionShapes.object(schema));
            }
        }
        return Optional.empty();
    }

    private static List<Tree> versions(MapTree spec) {
        return spec.get("versions") instanceof ListTree versions ? versions.items() : List.of();
    }

    private static String key(String group, String kind) {
        return group + "/" + kind;
    }

    /** The number of definitions. */
    @Override
    public String toString() {
        return specs.size() + " definitions";
    }
}
