package com.adorsys.webank.deploy.eks.internal.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of objects at one of their resource versions: what holds as long as an object has that version, since it
 * has another as soon as anything in it changes. An object is called by its uid, or, where that is not known before it is
 * read, by its path with its uid as a part of the version. Thread-safe.
 *
 * <p>It keeps 20,000 objects, those that were asked for last.
 */
public final class ObjectMemory {
    private static final int MOST = 20_000;

    private record Seen(String version, Object known) {}

    private final Map<String, Seen> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST;
        }
    };

    /** Remembers what is known of an object, in the place of what was known of another version. */
    public synchronized void put(String object, String version, Object known) {
        entries.put(object, new Seen(version, Objects.requireNonNull(known, "known")));
    }

    /** Remembers nothing of an object any more. */
    public synchronized void forget(String object) {
        entries.remove(object);
    }

    /** What was known of an object last, once: then nothing is remembered of it; null if nothing of this type was. */
    public synchronized <T> @Nullable T take(String object, Class<T> type) {
        T known = latest(object, type);
        entries.remove(object);
        return known;
    }

    /** What was known of an object last, which may have another version by now; null if nothing of this type was. */
    public synchronized <T> @Nullable T latest(String object, Class<T> type) {
        Seen entry = entries.get(object);
        return entry != null && type.isInstance(entry.known()) ? type.cast(entry.known()) : null;
    }

    /** Whether something is known of an object, at whatever version. */
    public synchronized boolean has(String object) {
        return entries.containsKey(object);
    }

    /** What is known of an object at a version; null if nothing of this type is. */
    public synchronized <T> @Nullable T get(String object, String version, Class<T> type) {
        Seen entry = entries.get(object);
        return entry != null && entry.version().equals(version) ? latest(object, type) : null;
    }
}
