package com.adorsys.webank.deploy.eks.internal.connect;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Puts a token on each request, and after a 401 sends the request once more with another.
 *
 * <p>fabric8's own would ask for a token after a 401 too, but cannot say that the last one was refused.
 *
 * @param executor where tokens are made after a 401, so that no thread that serves other requests waits
 */
record TokenInterceptor(Tokens tokens, Executor executor) implements Interceptor {
    private static final String HEADER = "Authorization";
    private static final String SCHEME = "Bearer ";
    private static final int UNAUTHORIZED = 401;

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        builder.setHeader(HEADER, SCHEME + tokens.current());
    }

    @Override
    public CompletableFuture<Boolean> afterFailure(BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
        if (response.code() != UNAUTHORIZED) {
            return CompletableFuture.completedFuture(false);
        }
        String sent = response.request().header(HEADER);
        String refused = sent != null && sent.startsWith(SCHEME) ? sent.substring(SCHEME.length()) : "";
        return CompletableFuture.supplyAsync(
                () -> {
                    builder.setHeader(HEADER, SCHEME + tokens.insteadOf(refused));
                    return true;
                },
                executor);
    }
}
