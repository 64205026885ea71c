package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds the items that a selector matches, without a search through all items. */
final class LabelIndex<T> {
    private record Labelled<T>(T value, MapTree labels) {}

    private final List<Labelled<T>> all = new ArrayList<>();
    /** By key and value of a label, as a list for the reason of {@link SetIndex}. */
    private final Map<List<Object>, List<Labelled<T>>> byLabel = new HashMap<>();

    void add(T value, MapTree labels) {
        Labelled<T> labelled = new Labelled<>(value, labels);
        all.add(labelled);
        for (int i = 0; i < labels.size(); i++) {
            byLabel.computeIfAbsent(List.of(labels.keyAt(i), labels.valueAt(i)), key -> new ArrayList<>(1))
                    .add(labelled);
        }
    }

    /** The items that match a selector and a condition, in the order in which they were added. */
    List<T> find(MapTree selector, Predicate<T> condition) {
        List<T> found = new ArrayList<>();
        for (Labelled<T> candidate : candidates(Trees.map(selector, "matchLabels"))) {
            if (condition.test(candidate.value()) && LabelSelector.matches(selector, candidate.labels())) {
                found.add(candidate.value());
            }
        }
        return found;
    }

    /** The items that match a selector and a condition, up to a limit. */
    List<T> first(int most, Predicate<T> condition) {
        List<T> found = new ArrayList<>();
        for (Labelled<T> candidate : all) {
            if (found.size() == most) {
                break;
            }
            if (condition.test(candidate.value())) {
                found.add(candidate.value());
            }
        }
        return found;
    }

    /** The items with the rarest of some labels; all items if there are no labels. */
    private List<Labelled<T>> candidates(MapTree wanted) {
        List<Labelled<T>> fewest = all;
        for (int i = 0; i < wanted.size(); i++) {
            if (Trees.isNull(wanted.valueAt(i))) {
                continue;
            }
            List<Labelled<T>> some = byLabel.getOrDefault(List.of(wanted.keyAt(i), wanted.valueAt(i)), List.of());
            if (some.size() < fewest.size()) {
                fewest = some;
            }
        }
        return fewest;
    }
}
