package com.adorsys.webank.deploy.core;

import org.jspecify.annotations.Nullable;

/** Stands for an exception of others whose message holds the credentials of a URL; it has its stack trace and causes. */
final class MaskedCause extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 20;

    private MaskedCause(Throwable original, int depth) {
        super(UrlCredentials.masked(original.toString()), next(original, depth), false, true);
        setStackTrace(original.getStackTrace());
    }

    /** The exception itself, unless its message or that of one of its causes holds credentials. */
    static @Nullable Throwable of(@Nullable Throwable original) {
        if (original == null) {
            return null;
        }
        int depth = 0;
        for (Throwable e = original; e != null && depth < DEEPEST; e = e.getCause()) {
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
        return cause == null || depth == DEEPEST ? null : new MaskedCause(cause, depth + 1);
    }

    /** The message, which begins with the original's class: this one's would only confuse. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return String.valueOf(getMessage());
    }
}
