package com.adorsys.webank.deploy.core;

import org.jspecify.annotations.Nullable;

/**
 * Replaces an exception if its message, or that of one of its causes, contains the credentials of a URL. Keeps the
 * stack trace.
 */
final class MaskedCause extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MAX_DEPTH = 20;

    private MaskedCause(Throwable original, int depth) {
        super(UrlCredentials.masked(original.toString()), next(original, depth), false, true);
        setStackTrace(original.getStackTrace());
    }

    /** The exception itself, unless its message or that of one of its causes contains credentials. */
    static @Nullable Throwable of(@Nullable Throwable original) {
        if (original == null) {
            return null;
        }
        int depth = 0;
        for (Throwable e = original; e != null && depth < MAX_DEPTH; e = e.getCause()) {
            String text = e.toString();
            if (!UrlCredentials.masked(text).equals(text)) {
                return new MaskedCause(original, 0);
            }
            depth++;
        }
        return original;
    }

    private static @Nullable Throwable next(Throwable original, int depth) {
        Throwable cause = original.getCause();
        return cause == null || depth == MAX_DEPTH ? null : new MaskedCause(cause, depth + 1);
    }

    /**
     * The message, which starts with the class of the original exception: the class of this one would be misleading.
     */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return String.valueOf(getMessage());
    }
}
