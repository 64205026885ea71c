package com.adorsys.webank.deploy.gitops.github;

import java.util.ArrayList;
import java.util.List;

/** The tokens that are in use, to mask them in every text of a server. Thread-safe. */
final class Secrets {
    /** A token lives 1 hour, and is renewed when that is nearly over. */
    private static final int MOST = 4;

    private final List<String> tokens = new ArrayList<>();

    /** Adds a token, and forgets those that have expired. */
    synchronized void add(String token) {
        if (tokens.size() == MOST) {
            tokens.remove(0);
        }
        tokens.add(token);
    }

    synchronized List<String> tokens() {
        return List.copyOf(tokens);
    }

    boolean areIn(String text) {
        return tokens().stream().anyMatch(text::contains);
    }

    /**
     * A text without tokens.
     *
     * @param authorization a header with credentials, which are masked too
     */
    String masked(String text, String authorization) {
        String masked = text;
        for (String token : tokens()) {
            masked = masked.replace(token, "***");
        }
        String sent = authorization.substring(authorization.indexOf(' ') + 1);
        return sent.isEmpty() ? masked : masked.replace(sent, "***");
    }
}
