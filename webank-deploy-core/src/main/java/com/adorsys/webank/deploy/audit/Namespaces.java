package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The namespaces of the objects of an environment. */
final class Namespaces {
    private Namespaces() {}

    /** The namespace that most objects are in, the first of several by name; empty if none is in one. */
    static String main(ManifestSet manifests) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Manifest manifest : manifests) {
            counts.merge(manifest.id().namespace(), 1, Integer::sum);
        }
        counts.remove("");
        String main = "";
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            if (main.isEmpty() || count.getValue() > counts.getOrDefault(main, 0)) {
                main = count.getKey();
            }
        }
        return main;
    }

    /** A copy with the objects of one namespace in another, except those that would have the identity of another object. */
    static ManifestSet moved(ManifestSet manifests, String from, String to) {
        if (from.equals(to) || from.isEmpty() || to.isEmpty()) {
            return manifests;
        }
        Set<ResourceId> taken = new HashSet<>();
        manifests.forEach(manifest -> taken.add(manifest.id()));
        List<Manifest> moved = new ArrayList<>();
        for (Manifest manifest : manifests) {
            MapTree metadata = manifest.tree().map("metadata").orElse(MapTree.of());
            Manifest other = manifest.namespace().equals(from)
                    ? Manifest.of(manifest.tree().with("metadata", metadata.with("namespace", to)))
                    : manifest;
            moved.add(taken.contains(other.id()) ? manifest : other);
        }
        return ManifestSet.of(moved);
    }
}
