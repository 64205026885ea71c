package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What objects say of one another: names, labels, selectors, ports, references, resources, replicas, and actions of Ingresses. */
public final class Links {
    /** Groups of which only some kinds are linked; of the others only the name is. */
    private static final Set<String> LINKED = Set.of(
            "/Pod",
            "/PodTemplate",
            "/ReplicationController",
            "/Service",
            "/ServiceAccount",
            "/ResourceQuota",
            "/LimitRange",
            "apps/Deployment",
            "apps/StatefulSet",
            "apps/DaemonSet",
            "apps/ReplicaSet",
            "batch/Job",
            "batch/CronJob",
            "autoscaling/HorizontalPodAutoscaler",
            "networking.k8s.io/Ingress",
            "networking.k8s.io/NetworkPolicy",
            "policy/PodDisruptionBudget");

    private Links() {}

    /**
     * The part of an object that checks of links look at, with the same paths. The values of ConfigMaps and Secrets are not in
     * it, only their keys.
     */
    public static Manifest of(Manifest manifest) {
        String group = manifest.id().group();
        MapTree tree = manifest.tree();
        if (group.isEmpty()
                && (manifest.kind().equals("ConfigMap") || manifest.kind().equals("Secret"))) {
            MapTree.Builder keys = typed(tree);
            for (String data : List.of("data", "binaryData", "stringData")) {
                if (tree.get(data) instanceof MapTree values) {
                    keys.put(data, keysOf(values));
                }
            }
            return manifest.withContent(keys.build());
        }
        if (Schemas.isKubernetesGroup(group) && !LINKED.contains(group + "/" + manifest.kind())) {
            return manifest.withContent(typed(tree).build());
        }
        if (group.equals("networking.k8s.io") && manifest.kind().equals("Ingress")) {
            MapTree annotations = Trees.map(tree, "metadata", "annotations");
            return manifest.withContent(Trees.with(reduced(tree), annotations, "metadata", "annotations"));
        }
        return manifest.withContent(reduced(tree));
    }

    private static MapTree.Builder typed(MapTree tree) {
        return MapTree.builder(4)
                .put("apiVersion", Trees.text(tree, "apiVersion"))
                .put("kind", Trees.text(tree, "kind"))
                .put("metadata", reduced(Trees.map(tree, "metadata")));
    }

    private static MapTree keysOf(MapTree values) {
        MapTree.Builder keys = MapTree.builder(values.size());
        for (String key : values.keys()) {
            keys.put(key, ScalarTree.ofNull());
        }
        return keys.build();
    }

    private static MapTree reduced(MapTree map) {
        MapTree.Builder reduced = MapTree.builder(map.size());
        for (int i = 0; i < map.size(); i++) {
            String key = map.keyAt(i);
            Tree value = map.valueAt(i);
            switch (key) {
                // Keys of an object, of its metadata and of its containers that say nothing of others, and are often
                // large.
                case "annotations",
                        "managedFields",
                        "status",
                        "command",
                        "args",
                        "securityContext",
                        "volumeMounts",
                        "livenessProbe",
                        "readinessProbe",
                        "startupProbe",
                        "lifecycle",
                        "affinity",
                        "tolerations",
                        "topologySpreadConstraints" -> {}
                // Keys of maps whose own keys users choose.
                case "labels", "matchLabels", "selector", "hard", "requests", "limits" -> reduced.put(key, value);
                case "env" ->
                    reduced.put(key, value instanceof ListTree variables ? references(variables) : reduced(value));
                default -> reduced.put(key, reduced(value));
            }
        }
        return reduced.build();
    }

    private static Tree reduced(Tree tree) {
        if (tree instanceof MapTree map) {
            return reduced(map);
        }
        if (!(tree instanceof ListTree list)) {
            return tree;
        }
        List<Tree> items = new ArrayList<>(list.size());
        for (Tree item : list) {
            items.add(reduced(item));
        }
        return ListTree.of(items);
    }

    /** Variables without their values. */
    private static ListTree references(ListTree variables) {
        List<Tree> items = new ArrayList<>(variables.size());
        for (Tree variable : variables) {
            items.add(Trees.map(variable).without("value"));
        }
        return ListTree.of(items);
    }
}
