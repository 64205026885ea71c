package com.adorsys.webank.deploy.eks.internal.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of objects at one of their resource versions: what holds as long as an object has that version, since it
 * has another as soon as anything in it changes. Thread-safe.
 *
 * <p>It keeps 20,000 objects, those that were asked for last.
 */
public final class ObjectMemory {
    private static final int MOST = 20_000;

    private record Entry(String version, Object known) {}

    private final Map<String, Entry> byUid = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > MOST;
        }
    };

    /** Remembers what is known of an object, in the place of what was known of another version. */
    public synchronized void put(String uid, String version, Object known) {
        byUid.put(uid, new Entry(version, Objects.requireNonNull(known, "known")));
    }

    /** Whether something is known of an object, at whatever version. */
    public synchronized boolean has(String uid) {
        return byUid.containsKey(uid);
    }

    /** What is known of an object at a version; null if nothing of this type is. */
    public synchronized <T> @Nullable T get(String uid, String version, Class<T> type) {
        Entry entry = byUid.get(uid);
        return entry != null && entry.version().equals(version) && type.isInstance(entry.known())
                ? type.cast(entry.known())
                : null;
    }
}
