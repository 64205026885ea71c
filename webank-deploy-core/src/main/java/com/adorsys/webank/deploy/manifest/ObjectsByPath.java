package com.adorsys.webank.deploy.manifest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the object that a place is in, by the path of the place, which starts with that of the object: {@link Manifest#path}. Not
 * thread-safe.
 *
 * @param <T> what stands for an object
 */
public final class ObjectsByPath<T> {
    private final Map<String, T> byPath = new HashMap<>();

    /** No objects. */
    public ObjectsByPath() {}

    /** Adds an object, and what stands for it; replaces one of the same id. */
    public void put(Manifest object, T what) {
        byPath.put(object.toString(), what);
    }

    /** What stands for the object that contains a path: the one with the longest path, since names may contain dots. Null for none. */
    public @Nullable T at(String path) {
        String start = path;
        while (!byPath.containsKey(start)) {
            int cut = Math.max(start.lastIndexOf('.'), start.lastIndexOf('['));
            if (cut < 0) {
                return null;
            }
            start = start.substring(0, cut);
        }
        return byPath.get(start);
    }
}
