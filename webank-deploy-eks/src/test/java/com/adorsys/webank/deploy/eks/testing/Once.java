package com.adorsys.webank.deploy.eks.testing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is started once; the reason why it could not be is kept for the next test. */
final class Once<T> {
    private final Supplier<T> start;
    private @Nullable T started;
    private @Nullable RuntimeException failure;

    Once(Supplier<T> start) {
        this.start = start;
    }

    synchronized T get() {
        if (failure != null) {
            throw failure;
        }
        T result = started;
        if (result == null) {
            try {
                result = start.get();
                started = result;
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
        return result;
    }

    synchronized boolean holds(T other) {
        return started == other;
    }
}
