package com.adorsys.webank.deploy.eks.internal.api;

import org.jspecify.annotations.Nullable;

/** A request, and what it does to the server. */
record Call(
        String method,
        String path,
        String accept,
        @Nullable String contentType,
        @Nullable String body,
        Effect effect) {
    /** What a request changes, and so whether it may be sent again when its answer is lost. */
    enum Effect {
        /** Nothing. */
        NONE,
        /** Something, the same if it is done twice. */
        REPEATABLE,
        /** Something that must not be done twice. */
        ONCE
    }

    Call(String method, String path, String contentType, String body, Effect effect) {
        this(method, path, ApiServer.JSON, contentType, body, effect);
    }

    static Call read(String path) {
        return read(path, ApiServer.JSON);
    }

    static Call read(String path, String accept) {
        return new Call("GET", path, accept, null, null, Effect.NONE);
    }

    /** Whether it can change something. */
    boolean isWrite() {
        return effect != Effect.NONE;
    }

    /** Whether it may be sent again although it may have been done. */
    boolean isRepeatable() {
        return effect != Effect.ONCE;
    }

    /** Whether it may be sent again after it was answered with a failure. */
    boolean isRepeatableAfter(ApiException failure) {
        return switch (failure.code()) {
            case 429 -> true;
            case 502, 503, 504 -> isRepeatable();
            // With a time to wait it is a server that is not ready; without one it is a fault, of the request's often.
            case 500 ->
                isRepeatable()
                        && (RetryAfter.isGiven(failure)
                                || failure.isOfStorage()
                                || failure.serverMessage().contains("failed to allocate a serviceIP"));
            // A server that has just started may serve before it can give a Service its address, and calls its range
            // full, or the Service invalid.
            case 422 -> isRepeatable() && failure.serverMessage().contains("allocator not ready");
            default -> false;
        };
    }

    /** What messages name: without the query, which says nothing to a reader. */
    String name() {
        int query = path.indexOf('?');
        return method + " " + (query < 0 ? path : path.substring(0, query));
    }
}
