package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The custom resource definitions of a set, by the kinds that they define. Immutable. */
final class Definitions {
    /** Where definitions are on the server. */
    static final String COLLECTION = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private final Map<String, Manifest> byKind = new HashMap<>();

    private Definitions() {}

    static Definitions of(ManifestSet manifests) {
        Definitions definitions = new Definitions();
        for (Manifest definition : manifests.all("CustomResourceDefinition")) {
            MapTree spec = spec(definition);
            String kind = names(definition).string("kind").orElse("");
            definitions.byKind.put(key(spec.string("group").orElse(""), kind), definition);
        }
        return definitions;
    }

    /** The definition of a kind; empty if it is not in the set. */
    Optional<Manifest> of(String group, String kind) {
        return Optional.ofNullable(byKind.get(key(group, kind)));
    }

    /** How the server will call a kind that a definition defines. */
    static ApiResource resource(Manifest definition, String apiVersion) {
        MapTree names = names(definition);
        return new ApiResource(
                apiVersion,
                names.string("kind").orElse(""),
                names.string("plural").orElse(""),
                spec(definition).string("scope").orElse("").equals("Namespaced"));
    }

    /** Whether a definition lets the server serve a kind in a version. */
    static boolean serves(Manifest definition, String apiVersion, String kind) {
        return names(definition).string("kind").orElse("").equals(kind)
                && served(definition).stream()
                        .map(version -> spec(definition).string("group").orElse("") + "/" + version)
                        .anyMatch(apiVersion::equals);
    }

    /** The versions that a definition lets the server serve, in its order. */
    static List<String> served(Manifest definition) {
        return versions(definition).entrySet().stream()
                .filter(version -> version.getValue().get("served") instanceof ScalarTree served
                        && served.text().equals("true"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a planned change of a definition changes how the server validates objects of a version. */
    static boolean changesSchema(
            PlannedObject planned, PlannedObject.Promise live, DesiredObject definition, String version) {
        return planned.differences().stream()
                        .anyMatch(difference -> difference.path().startsWith("spec.versions"))
                && !schema(live.content(), version).equals(schema(definition.manifest(), version));
    }

    private static Optional<Tree> schema(Manifest definition, String version) {
        return Optional.ofNullable(versions(definition).get(version)).flatMap(found -> found.at("schema"));
    }

    /** The Service by which objects are converted from one version of the API to another; empty if there is none. */
    static Optional<ResourceId> converter(Manifest definition) {
        MapTree service = Trees.map(spec(definition), "conversion", "webhook", "clientConfig", "service");
        String name = Trees.text(service, "name");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(ResourceId.of("v1", "Service", Trees.text(service, "namespace"), name));
    }

    /** Where the definition of a kind is on the server. */
    static String path(ApiResource resource) {
        return COLLECTION + "/" + resource.plural() + "." + resource.group();
    }

    private static Map<String, MapTree> versions(Manifest definition) {
        Map<String, MapTree> versions = new LinkedHashMap<>();
        for (Tree item : Trees.list(spec(definition), "versions")) {
            if (item instanceof MapTree version) {
                versions.put(version.string("name").orElse(""), version);
            }
        }
        return versions;
    }

    private static MapTree spec(Manifest definition) {
        return Trees.map(definition.tree(), "spec");
    }

    private static MapTree names(Manifest definition) {
        return Trees.map(spec(definition), "names");
    }

    private static String key(String group, String kind) {
        return group + " " + kind;
    }
}
