package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.PodTemplates;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pods that an object is or creates: their labels, their specification, and its path in the object. */
final class Pods implements Place {
    /** The fields of a container that hold a probe. */
    static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");

    private static final String[] CONTAINER_LISTS = {"containers", "initContainers", "ephemeralContainers"};

    private final Manifest manifest;
    private final MapTree labels;
    private final MapTree annotations;
    private final MapTree spec;
    private final List<String> path;
    /** Made when they are needed first. */
    private @Nullable List<Container> containers;

    private Pods(Manifest manifest, List<String> path) {
        MapTree pod = manifest.tree();
        for (int i = 0; i < path.size(); i++) {
            pod = Trees.map(pod, path.get(i));
        }
        MapTree metadata = Trees.map(pod, "metadata");
        this.manifest = manifest;
        this.labels = Trees.map(metadata, "labels");
        this.annotations = Trees.map(metadata, "annotations");
        this.spec = Trees.map(pod, "spec");
        this.path = path;
    }

    /** The pods of an object; null if its kind has none. */
    static @Nullable Pods of(Manifest manifest) {
        List<String> path =
                PodTemplates.path(manifest.apiVersion(), manifest.kind()).orElse(null);
        return path == null ? null : new Pods(manifest, path);
    }

    /** The pods of an object of any kind: where those of a Deployment are, for a kind that nobody describes. */
    static Pods likely(Manifest manifest) {
        return new Pods(manifest, PodTemplates.likelyPath(manifest.apiVersion(), manifest.kind()));
    }

    /**
     * The pods that a controller makes of an object, or that it is; null if there are none, or nobody knows. A custom workload,
     * such as a Rollout of Argo, has its pods where a Deployment has them.
     */
    static @Nullable Pods madeBy(Manifest manifest) {
        if (PodTemplates.makesPods(manifest.apiVersion(), manifest.kind())) {
            return of(manifest);
        }
        if (Schemas.isKubernetesGroup(manifest.id().group())) {
            return null;
        }
        Pods custom = likely(manifest);
        return Trees.list(custom.spec, "containers").isEmpty() ? null : custom;
    }

    /** The object that is or creates these pods. */
    Manifest manifest() {
        return manifest;
    }

    /** The labels that a pod gets. */
    MapTree labels() {
        return labels;
    }

    /** The annotations that a pod gets. */
    MapTree annotations() {
        return annotations;
    }

    /** The specification. */
    MapTree spec() {
        return spec;
    }

    /** The path of a place in the specification, in the object. */
    @Override
    public String path(String inside) {
        return Location.join(String.join(".", path), "spec." + inside);
    }

    /** The path of the annotations, in the object. */
    String annotationsPath() {
        return Location.join(String.join(".", path), "metadata.annotations");
    }

    /** Whether an object creates them, and is not the pod itself. */
    boolean isTemplate() {
        return !path.isEmpty();
    }

    /** The path of an annotation, in the object. */
    String annotationPath(String key) {
        return TreePath.child(annotationsPath(), key);
    }

    /** Every container: first the regular ones, then init and ephemeral containers. */
    List<Container> containers() {
        List<Container> known = containers;
        if (known == null) {
            known = new ArrayList<>(2);
            for (String key : CONTAINER_LISTS) {
                ListTree list = Trees.list(spec, key);
                for (int i = 0; i < list.size(); i++) {
                    known.add(new Container(this, key, i, Trees.map(list, i)));
                }
            }
            containers = known;
        }
        return known;
    }

    /** A container of the pods. */
    static final class Container implements Place {
        private final Pods pods;
        private final String list;
        private final int index;
        private final MapTree tree;

        private Container(Pods pods, String list, int index, MapTree tree) {
            this.pods = pods;
            this.list = list;
            this.index = index;
            this.tree = tree;
        }

        Pods pods() {
            return pods;
        }

        MapTree tree() {
            return tree;
        }

        /** Whether it is a regular container, neither an init container nor an ephemeral one. */
        boolean isMain() {
            return list.equals(CONTAINER_LISTS[0]);
        }

        /** Whether it is an init container. */
        boolean isInit() {
            return list.equals(CONTAINER_LISTS[1]);
        }

        /** The name, or the position for one without a name. */
        String name() {
            String name = Trees.text(tree, "name");
            return name.isEmpty() ? list + "[" + index + "]" : name;
        }

        /** The path of a place in the container, in the object. */
        @Override
        public String path(String inside) {
            return pods.path(list + "[" + index + "]" + (inside.isEmpty() ? "" : "." + inside));
        }
    }
}
