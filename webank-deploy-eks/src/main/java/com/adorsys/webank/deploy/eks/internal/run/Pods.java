package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.Optional;

/** Where kinds that make pods say what pods they make. */
final class Pods {
    private Pods() {}

    /** The template of the pods that an object makes: a map with {@code metadata} and {@code spec}. */
    static Optional<MapTree> template(Manifest manifest) {
        MapTree tree = manifest.tree();
        Optional<Tree> template = switch (manifest.kind()) {
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "ReplicationController" ->
                tree.at("spec", "template");
            case "CronJob" -> tree.at("spec", "jobTemplate", "spec", "template");
            default -> Optional.empty();
        };
        return template.filter(MapTree.class::isInstance).map(MapTree.class::cast);
    }

    /** The spec of the pods that an object makes, or is. */
    static Optional<MapTree> spec(Manifest manifest) {
        Optional<MapTree> pod = manifest.kind().equals("Pod") ? Optional.of(manifest.tree()) : template(manifest);
        return pod.flatMap(found -> found.map("spec"));
    }
}
