package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.ApiKind;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.Optional;

/** Whether the objects of a kind have a namespace. */
public enum Scope {
    /** Each object is in a namespace. */
    NAMESPACED,
    /** The objects have no namespace. */
    CLUSTER,
    /** Not known without a cluster: a custom kind whose definition is not in the set. */
    UNKNOWN;

    /**
     * The scope of an object's kind.
     *
     * <p>It is known for the kinds that {@link Schemas} describes, and for custom kinds whose CustomResourceDefinition is in the set.
     *
     * @param manifest the object
     * @param manifests the set that contains the object
     */
    public static Scope of(Manifest manifest, ManifestSet manifests) {
        ResourceId id = manifest.id();
        Optional<ApiKind> known = Schemas.kind(manifest.apiVersion(), id.kind());
        if (known.isPresent() && known.get().isServed()) {
            return known.get().isNamespaced() ? NAMESPACED : CLUSTER;
        }
        if (Schemas.isKubernetesGroup(id.group())) {
            for (String apiVersion : Schemas.apiVersionsOf(id.kind())) {
                if (!Schemas.kind(apiVersion, id.kind()).orElseThrow().isNamespaced()) {
                    return CLUSTER;
                }
            }
            return NAMESPACED;
        }
        return Definitions.in(manifests)
                .of(id)
                .map(definition -> switch (Trees.text(definition.tree(), "spec", "scope")) {
                    case "Namespaced" -> NAMESPACED;
                    case "Cluster" -> CLUSTER;
                    default -> UNKNOWN;
                })
                .orElse(UNKNOWN);
    }
}
