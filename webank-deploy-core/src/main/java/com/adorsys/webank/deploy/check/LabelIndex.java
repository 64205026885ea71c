package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the items that a selector matches in some namespaces, without a search through all items. */
final class LabelIndex<T> {
    private record Labelled<T>(T value, int position, String namespace, MapTree labels) {}

    /** So many items are searched one after another. */
    private static final int FEW = 16;

    private final List<Labelled<T>> all = new ArrayList<>();
    /** By namespace. */
    private final Map<String, List<Labelled<T>>> byNamespace = new HashMap<>();
    /**
     * By key and value of a label, and for each also by namespace, as a list for the reason of {@link SetIndex}; null until
     * many items are searched for the first time.
     */
    private @Nullable Map<List<Object>, List<Labelled<T>>> byLabel;

    /** What was found for a selector; many Services of a set may have the same. */
    private final Map<List<Object>, List<T>> found = new HashMap<>();

    /** Adds an item; all are added before the first search. */
    void add(T value, String namespace, MapTree labels) {
        Labelled<T> labelled = new Labelled<>(value, all.size(), namespace, labels);
        all.add(labelled);
        add(namespace, labelled, byNamespace);
    }

    private Map<List<Object>, List<Labelled<T>>> byLabel() {
        Map<List<Object>, List<Labelled<T>>> known = byLabel;
        if (known == null) {
            known = new HashMap<>();
            for (Labelled<T> labelled : all) {
                MapTree labels = labelled.labels();
                for (int i = 0; i < labels.size(); i++) {
                    add(List.of(labels.keyAt(i), labels.valueAt(i)), labelled, known);
                    add(List.of(labels.keyAt(i), labels.valueAt(i), labelled.namespace()), labelled, known);
                }
            }
            byLabel = known;
        }
        return known;
    }

    private static <K, T> void add(K key, Labelled<T> labelled, Map<K, List<Labelled<T>>> into) {
        List<Labelled<T>> known = into.get(key);
        if (known == null) {
            known = new ArrayList<>(1);
            into.put(key, known);
        }
        known.add(labelled);
    }

    /** The items in some namespaces that match a selector, in the order in which they were added. */
    List<T> find(MapTree selector, Namespaces namespaces) {
        if (all.size() <= FEW) {
            return search(selector, namespaces);
        }
        List<Object> key = List.of(selector, namespaces.names());
        List<T> known = found.get(key);
        if (known == null) {
            known = search(selector, namespaces);
            found.put(key, known);
        }
        return known;
    }

    private List<T> search(MapTree selector, Namespaces namespaces) {
        List<T> matching = new ArrayList<>();
        for (Labelled<T> candidate : candidates(Trees.map(selector, "matchLabels"), namespaces)) {
            if (LabelSelector.matches(selector, candidate.labels())) {
                matching.add(candidate.value());
            }
        }
        return matching;
    }

    /** The items in some namespaces, up to a limit. */
    List<T> first(int most, Namespaces namespaces) {
        List<T> first = new ArrayList<>();
        for (Labelled<T> candidate : in(namespaces)) {
            if (first.size() == most) {
                break;
            }
            first.add(candidate.value());
        }
        return first;
    }

    /** The items in some namespaces with the rarest of some labels; all items in them if there are no labels. */
    private List<Labelled<T>> candidates(MapTree wanted, Namespaces namespaces) {
        if (all.size() <= FEW) {
            return in(namespaces);
        }
        List<Labelled<T>> fewest = null;
        for (int i = 0; i < wanted.size(); i++) {
            if (Trees.isNull(wanted.valueAt(i))) {
                continue;
            }
            List<Labelled<T>> some = with(List.of(wanted.keyAt(i), wanted.valueAt(i)), namespaces);
            if (fewest == null || some.size() < fewest.size()) {
                fewest = some;
            }
        }
        return fewest == null ? in(namespaces) : fewest;
    }

    private List<Labelled<T>> with(List<Object> label, Namespaces namespaces) {
        if (namespaces.areAll()) {
            return byLabel().getOrDefault(label, List.of());
        }
        List<List<Labelled<T>>> parts = new ArrayList<>();
        for (String namespace : namespaces.names()) {
            parts.add(byLabel().getOrDefault(List.of(label.get(0), label.get(1), namespace), List.of()));
        }
        return merged(parts);
    }

    private List<Labelled<T>> in(Namespaces namespaces) {
        if (namespaces.areAll()) {
            return all;
        }
        List<List<Labelled<T>>> parts = new ArrayList<>();
        for (String namespace : namespaces.names()) {
            parts.add(byNamespace.getOrDefault(namespace, List.of()));
        }
        return merged(parts);
    }

    private static <T> List<Labelled<T>> merged(List<List<Labelled<T>>> parts) {
        List<Labelled<T>> merged = List.of();
        for (List<Labelled<T>> part : parts) {
            if (merged.isEmpty()) {
                merged = part;
            } else if (!part.isEmpty()) {
                List<Labelled<T>> both = new ArrayList<>(merged);
                both.addAll(part);
                both.sort(Comparator.comparingInt(Labelled::position));
                merged = both;
            }
        }
        return merged;
    }
}
