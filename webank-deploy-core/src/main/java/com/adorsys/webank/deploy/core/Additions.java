package com.adorsys.webank.deploy.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds the content of a {@code plus...} copy of a value: the existing elements, then the added ones. */
public final class Additions {
    private Additions() {}

    /** The elements of a list or set, then the added ones. */
    @SafeVarargs
    public static <T> List<T> to(Collection<? extends T> present, T... added) {
        List<T> all = new ArrayList<>(present);
        for (T one : added) {
            all.add(one);
        }
        return all;
    }

    /**
     * The entries of a map, then the added ones, sorted by key, since the order of {@code Map.of} differs from one JVM
     * to the next. An added entry that the map already has is ignored.
     *
     * @param attribute the map's name in the model, such as {@code labels}
     * @throws DeployException.InvalidInput if a key is already set to another value
     */
    public static <V> Map<String, V> to(String attribute, Map<String, V> present, Map<String, V> added) {
        Map<String, V> all = new LinkedHashMap<>(present);
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(added).forEach((key, value) -> {
            V before = all.putIfAbsent(key, value);
            if (before != null && !before.equals(value)) {
                problems.add(Problem.error(
                        ProblemCodes.DUPLICATE,
                        Location.of(attribute),
                        Problem.quote(key) + " is already set to another value",
                        "replace the entries with `with" + Character.toUpperCase(attribute.charAt(0))
                                + attribute.substring(1) + "`, or leave this one out"));
            }
        });
        DeployException.InvalidInput.throwIfErrors(problems);
        return all;
    }
}
