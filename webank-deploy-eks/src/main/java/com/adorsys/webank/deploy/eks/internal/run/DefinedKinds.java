package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** What custom resource definitions say of kinds to the server. */
final class DefinedKinds {
    /** Where definitions are on the server. */
    static final String COLLECTION = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private DefinedKinds() {}

    /** How the server will call a kind that a definition defines. */
    static ApiResource resource(Manifest definition, String apiVersion) {
        MapTree spec = Trees.map(definition.tree(), "spec");
        return new ApiResource(
                apiVersion,
                Trees.text(spec, "names", "kind"),
                Trees.text(spec, "names", "plural"),
                Trees.text(spec, "scope").equals("Namespaced"));
    }

    /** Whether a definition lets the server serve a kind in a version. */
    static boolean serves(Manifest definition, String apiVersion, String kind) {
        String group = Trees.text(definition.tree(), "spec", "group");
        return Definitions.in(ManifestSet.of(definition)).of(group, kind).isPresent()
                && Definitions.served(definition).stream()
                        .map(version -> group + "/" + version)
                        .anyMatch(apiVersion::equals);
    }

    /** Whether a planned change of a definition changes how the server validates objects of a version. */
    static boolean changesSchema(
            PlannedObject planned, PlannedObject.Promise live, DesiredObject definition, String version) {
        return planned.differences().stream()
                        .anyMatch(difference -> difference.path().startsWith("spec.versions"))
                && !Definitions.schema(live.content(), version)
                        .equals(Definitions.schema(definition.manifest(), version));
    }

    /** The Service by which objects are converted from one version of the API to another; empty if there is none. */
    static Optional<ResourceId> converter(Manifest definition) {
        MapTree service = Trees.map(definition.tree(), "spec", "conversion", "webhook", "clientConfig", "service");
        String name = Trees.text(service, "name");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(ResourceId.of("v1", "Service", Trees.text(service, "namespace"), name));
    }

    /**
     * Whether the server says that there is no object of the kind of a definition, in any namespace, but those that a plan
     * deletes.
     *
     * @param planned planned objects of any kind
     */
    static boolean isUnused(ApiServer api, Manifest definition, List<PlannedObject> planned) {
        List<String> served = Definitions.served(definition);
        if (served.isEmpty()) {
            return false;
        }
        Set<List<String>> going = going(definition, planned);
        String group = Trees.text(definition.tree(), "spec", "group");
        // Every served version shows every object.
        String path =
                "/apis/" + group + "/" + served.get(0) + "/" + Trees.text(definition.tree(), "spec", "names", "plural");
        if (going.isEmpty()) {
            return api.findIfAllowed(path + "?limit=1")
                    .filter(list -> Trees.list(list, "items").isEmpty())
                    .isPresent();
        }
        return ApiReader.ifAllowed(false, () -> {
            AtomicBoolean others = new AtomicBoolean();
            api.listMetadata(path, object -> {
                String namespace = Trees.text(object, "metadata", "namespace");
                if (!going.contains(List.of(namespace, Trees.text(object, "metadata", "name")))) {
                    others.set(true);
                }
            });
            return !others.get();
        });
    }

    /** The namespaces and names of the objects of the kind of a definition that a plan deletes. */
    private static Set<List<String>> going(Manifest definition, List<PlannedObject> planned) {
        Definitions kinds = Definitions.in(ManifestSet.of(definition));
        Set<List<String>> going = new HashSet<>();
        for (PlannedObject object : planned) {
            ResourceId id = object.id();
            if (object.action() == Action.DELETE
                    && kinds.of(id.group(), id.kind()).isPresent()) {
                going.add(List.of(id.namespace(), id.name()));
            }
        }
        return going;
    }

    /** Where the definition of a kind is on the server. */
    static String path(ApiResource resource) {
        return COLLECTION + "/" + resource.plural() + "." + resource.group();
    }
}
