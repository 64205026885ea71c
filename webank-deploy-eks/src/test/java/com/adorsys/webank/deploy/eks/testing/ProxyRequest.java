package com.adorsys.webank.deploy.eks.testing;

import java.util.Arrays;

/**
 * A request that came to a {@link FaultProxy}.
 *
 * @param number the first is 1
 * @param path without the query
 * @param query without the question mark; empty if there is none
 * @param contentType of the request; empty if there is none
 * @param body of the request, left out of {@link #toString}
 * @param code of the answer that the client was sent; 0 if it was sent none (yet)
 * @param answerBytes of the answer's body that the client was sent
 */
public record ProxyRequest(
        int number,
        String method,
        String path,
        String query,
        String contentType,
        String body,
        int code,
        long answerBytes) {

    /** Whether it could change something: neither a read nor a dry run. */
    public boolean isWrite() {
        return !method.equals("GET") && !method.equals("HEAD") && !isDryRun();
    }

    /** Whether it is a dry run on the server. */
    public boolean isDryRun() {
        return has("dryRun=All");
    }

    /** Whether its answer is a stream of events. */
    public boolean isWatch() {
        return has("watch=true") || has("watch=1");
    }

    ProxyRequest answered(int with, long bytes) {
        return new ProxyRequest(number, method, path, query, contentType, body, with, bytes);
    }

    boolean isStream() {
        return isWatch() || has("follow=true");
    }

    private boolean has(String parameter) {
        return Arrays.asList(query.split("&")).contains(parameter);
    }

    @Override
    public String toString() {
        return number + " " + method + " " + path + (query.isEmpty() ? "" : "?" + query) + " -> " + code;
    }
}
