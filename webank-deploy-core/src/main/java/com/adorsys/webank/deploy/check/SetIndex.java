package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the objects of a set by their names, and its pods and Services by their labels. */
final class SetIndex {
    /** The kinds that we describe of which an operator makes pods. */
    private static final Set<String> MAKERS = Set.of("Alertmanager", "Prometheus", "PrometheusAgent", "ThanosRuler");

    /** More names than these are not compared with a name that is misspelt. */
    private static final int MOST_NAMES = 500;

    private final Severity missing;
    private final ManifestSet manifests;
    /** By group, kind, name and namespace. The hash code of a record would take 5 ms to link while the program starts. */
    private final Map<List<String>, Manifest> byPlace = new HashMap<>();
    /** By group, kind and name; only for objects without a namespace, so that it is made when one of them refers to another. */
    private @Nullable Map<List<String>, Manifest> byName;
    /** By kind, and by kind and namespace; only for remedies. */
    private @Nullable Map<List<String>, Set<String>> names;

    private final LabelIndex<Pods> pods = new LabelIndex<>();
    private final LabelIndex<Manifest> services = new LabelIndex<>();
    private boolean operators;

    private SetIndex(ManifestSet manifests, Severity missing) {
        this.manifests = manifests;
        this.missing = missing;
    }

    /** The index of a set that is complete. */
    static SetIndex of(ManifestSet manifests) {
        return of(manifests, Severity.ERROR);
    }

    /**
     * The index of a set.
     *
     * @param missing the severity of a reference to what is not in the set
     */
    static SetIndex of(ManifestSet manifests, Severity missing) {
        SetIndex index = new SetIndex(manifests, missing);
        for (Manifest manifest : manifests) {
            index.add(manifest);
        }
        return index;
    }

    private void add(Manifest manifest) {
        String group = manifest.id().group();
        byPlace.put(List.of(group, manifest.kind(), manifest.name(), manifest.namespace()), manifest);
        Pods made = Pods.madeBy(manifest);
        if (made != null) {
            pods.add(made, manifest.namespace(), made.labels());
        } else if (manifest.kind().equals("Service") && group.isEmpty()) {
            services.add(manifest, manifest.namespace(), Trees.map(manifest.tree(), "metadata", "labels"));
        }
        operators |= made == null && isForOperator(manifest);
    }

    private Map<List<String>, Manifest> byName() {
        Map<List<String>, Manifest> known = byName;
        if (known == null) {
            known = new HashMap<>();
            for (Manifest manifest : manifests) {
                known.putIfAbsent(List.of(manifest.id().group(), manifest.kind(), manifest.name()), manifest);
            }
            byName = known;
        }
        return known;
    }

    private Map<List<String>, Set<String>> names() {
        Map<List<String>, Set<String>> known = names;
        if (known == null) {
            known = new HashMap<>();
            for (Manifest manifest : manifests) {
                name(List.of(manifest.kind()), manifest, known);
                name(List.of(manifest.kind(), manifest.namespace()), manifest, known);
            }
            names = known;
        }
        return known;
    }

    private static void name(List<String> key, Manifest manifest, Map<List<String>, Set<String>> into) {
        Set<String> known = into.computeIfAbsent(key, first -> new HashSet<>(2));
        if (known.size() <= MOST_NAMES) {
            known.add(manifest.name());
        }
    }

    /** Whether an operator may make pods and Services for an object: its kind is custom, and not known to have none. */
    private static boolean isForOperator(Manifest manifest) {
        return !Schemas.isKubernetesGroup(manifest.id().group())
                && (MAKERS.contains(manifest.kind())
                        || Schemas.kind(manifest.apiVersion(), manifest.kind()).isEmpty());
    }

    /**
     * The severity of a reference to what is not in the set: an error only if the set is complete, and nothing can make the
     * other object.
     */
    Severity missing(Manifest from) {
        return operators || from.namespace().equals("kube-system") ? Severity.WARNING : missing;
    }

    /** The severity of a reference to a part that is not in an object of the set. */
    Severity missing() {
        return missing;
    }

    /** Whether pods that an object selects need not be in the set: it is a part, and has no pods of which those could be meant. */
    boolean havePodsElsewhere(Manifest from) {
        return missing == Severity.WARNING
                && (operators || pods.first(1, Namespaces.of(from)).isEmpty());
    }

    /** Whether a Service that an object names need not be in the set: it is a part, and has no Service that could be meant. */
    boolean haveServicesElsewhere(Manifest from) {
        return missing == Severity.WARNING
                && (operators || services.first(1, Namespaces.of(from)).isEmpty());
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
        if (from.namespace().isEmpty()) {
            return byName().get(List.of(group, kind, name));
        }
        Manifest found = byPlace.get(List.of(group, kind, name, from.namespace()));
        return found != null ? found : byPlace.get(List.of(group, kind, name, ""));
    }

    /** The names of the objects of a kind, for a remedy; none if there are too many to compare. */
    Set<String> names(String kind) {
        Set<String> known = names().getOrDefault(List.of(kind), Set.of());
        return known.size() > MOST_NAMES ? Set.of() : known;
    }

    /** The names of the objects of a kind in the namespace of another one, for a remedy; none if there are too many to compare. */
    Set<String> names(Manifest from, String kind) {
        if (from.namespace().isEmpty()) {
            return names(kind);
        }
        Set<String> all = new HashSet<>(names().getOrDefault(List.of(kind, from.namespace()), Set.of()));
        all.addAll(names().getOrDefault(List.of(kind, ""), Set.of()));
        return all.size() > MOST_NAMES ? Set.of() : all;
    }
}
