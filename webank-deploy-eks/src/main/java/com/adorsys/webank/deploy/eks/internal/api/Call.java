package com.adorsys.webank.deploy.eks.internal.api;

import org.jspecify.annotations.Nullable;

/** A request, and whether it may be sent again. */
record Call(
        String method,
        String path,
        String accept,
        @Nullable String contentType,
        @Nullable String body,
        Repeat repeat,
        boolean write) {
    /** When a request may be sent again. */
    enum Repeat {
        ALWAYS,
        UNSENT_ONLY
    }

    Call(String method, String path, String contentType, String body, Repeat repeat, boolean write) {
        this(method, path, ApiServer.JSON, contentType, body, repeat, write);
    }

    static Call read(String path) {
        return read(path, ApiServer.JSON);
    }

    static Call read(String path, String accept) {
        return new Call("GET", path, accept, null, null, Repeat.ALWAYS, false);
    }

    /** Whether it may be sent again after it was answered with a failure. */
    boolean isRepeatableAfter(ApiException failure) {
        return switch (failure.code()) {
            case 429 -> true;
            case 502, 503, 504 -> repeat == Repeat.ALWAYS;
            // With a time to wait it is a server that is not ready; without one it is a fault, of the request's often.
            case 500 ->
                repeat == Repeat.ALWAYS
                        && (RetryAfter.isGiven(failure)
                                || failure.isOfStorage()
                                || failure.serverMessage().contains("failed to allocate a serviceIP"));
            // A server that has just started may serve before it can give a Service its address, and calls its range
            // full, or the Service invalid.
            case 422 -> repeat == Repeat.ALWAYS && failure.serverMessage().contains("allocator not ready");
            default -> false;
        };
    }

    /** What messages name: without the query, which says nothing to a reader. */
    String name() {
        int query = path.indexOf('?');
        return method + " " + (query < 0 ? path : path.substring(0, query));
    }
}
