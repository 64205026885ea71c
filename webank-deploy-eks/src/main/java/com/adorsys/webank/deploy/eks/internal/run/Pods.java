package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.schema.PodTemplates;
import java.util.List;
import java.util.Optional;

/** Where kinds that make pods say what pods they make. */
final class Pods {
    private Pods() {}

    /** The template of the pods that an object makes: a map with {@code metadata} and {@code spec}. */
    static Optional<MapTree> template(Manifest manifest) {
        return path(manifest)
                .filter(path -> !path.isEmpty())
                .flatMap(path -> manifest.tree().at(path.toArray(new String[0])))
                .filter(MapTree.class::isInstance)
                .map(MapTree.class::cast);
    }

    /** The spec of the pods that an object makes, or is. */
    static Optional<MapTree> spec(Manifest manifest) {
        Optional<MapTree> pod =
                path(manifest).filter(List::isEmpty).isPresent() ? Optional.of(manifest.tree()) : template(manifest);
        return pod.flatMap(found -> found.map("spec"));
    }

    private static Optional<List<String>> path(Manifest manifest) {
        return PodTemplates.makesPods(manifest.apiVersion(), manifest.kind())
                ? PodTemplates.path(manifest.apiVersion(), manifest.kind())
                : Optional.empty();
    }
}
