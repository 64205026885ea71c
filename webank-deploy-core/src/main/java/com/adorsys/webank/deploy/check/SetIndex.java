package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.PodTemplates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the objects of a set by their names, and its pods and Services by their labels. */
final class SetIndex {
    private final ManifestSet manifests;
    /** By group, kind and name. The hash code of a record would take 5 ms to link while the program starts. */
    private final Map<List<String>, List<Manifest>> byName = new HashMap<>();

    private final LabelIndex<Pods> pods = new LabelIndex<>();
    private final LabelIndex<Manifest> services = new LabelIndex<>();

    private SetIndex(ManifestSet manifests) {
        this.manifests = manifests;
    }

    static SetIndex of(ManifestSet manifests) {
        SetIndex index = new SetIndex(manifests);
        for (Manifest manifest : manifests.manifests()) {
            index.add(manifest);
        }
        return index;
    }

    private void add(Manifest manifest) {
        String group = manifest.id().group();
        List<String> name = List.of(group, manifest.kind(), manifest.name());
        byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(manifest);
        Pods made = PodTemplates.makesPods(manifest.apiVersion(), manifest.kind()) ? Pods.of(manifest) : null;
        if (made != null) {
            pods.add(made, made.labels());
        } else if (manifest.kind().equals("Service") && group.isEmpty()) {
            services.add(manifest, Trees.map(manifest.tree(), "metadata", "labels"));
        }
    }

    /** Whether two objects are in the same namespace. An object that names none can be in any namespace. */
    static boolean isSameNamespace(Manifest one, Manifest other) {
        return one.namespace().equals(other.namespace())
                || one.namespace().isEmpty()
                || other.namespace().isEmpty();
    }

    ManifestSet manifests() {
        return manifests;
    }

    /** The pods of every workload. */
    LabelIndex<Pods> pods() {
        return pods;
    }

    /** Every Service, by the labels of the Service itself. */
    LabelIndex<Manifest> services() {
        return services;
    }

    /** The object that another object refers to by kind and name; null if it is not in the set. */
    @Nullable
    Manifest find(Manifest from, String group, String kind, String name) {
        for (Manifest candidate : byName.getOrDefault(List.of(group, kind, name), List.of())) {
            if (isSameNamespace(from, candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
