package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Texts about objects. A text that several objects have alike is written once, for the first of them, and names the others.
 *
 * @param <T> what is the same of them
 */
final class SharedTexts<T> {
    /** How many of the other objects are named. */
    private static final int MOST_NAMED = 3;

    private final Map<T, List<ResourceId>> objects = new LinkedHashMap<>();

    /** Adds a text of an object; returns whether it is the first with that text. */
    boolean add(T text, ResourceId id) {
        List<ResourceId> known = objects.computeIfAbsent(text, first -> new ArrayList<>());
        boolean isFirst = known.isEmpty();
        if (!known.contains(id)) {
            known.add(id);
        }
        return isFirst;
    }

    /** Whether an object is the first one of a text, so that it is written for it. */
    boolean isFirst(T text, ResourceId id) {
        return Objects.requireNonNull(objects.get(text)).get(0).equals(id);
    }

    /** The end of a text that names the other objects, such as {@code ; the same holds for `Job/shop/a`}; empty if none. */
    String others(T text) {
        List<ResourceId> all = Objects.requireNonNull(objects.get(text));
        List<String> named = new ArrayList<>();
        for (ResourceId id : all.subList(1, Math.min(all.size(), 1 + MOST_NAMED))) {
            named.add(Problem.quote(id.toString()));
        }
        int more = all.size() - 1 - named.size();
        return named.isEmpty()
                ? ""
                : "; the same holds for " + String.join(", ", named) + (more > 0 ? " and " + more + " more" : "");
    }

    /** Each text with its objects, in the order in which they came. */
    Map<T, List<ResourceId>> all() {
        return objects;
    }
}
