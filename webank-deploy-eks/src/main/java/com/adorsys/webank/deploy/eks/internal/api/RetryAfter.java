package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.manifest.ScalarTree;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before a request is sent again. */
final class RetryAfter {
    private static final long LONGEST_SECONDS = 60;

    private RetryAfter() {}

    /** What the server asks for, with some more so that not all come back at once; else {@link #backoff}. */
    static Duration of(HttpResponse<?> response, int round) {
        String header = response.header("Retry-After");
        if (header != null) {
            try {
                long seconds = Math.min(LONGEST_SECONDS, Math.max(0, Long.parseLong(header.strip())));
                return Duration.ofSeconds(seconds).plus(jitter(200));
            } catch (NumberFormatException e) {
                return backoff(round);
            }
        }
        return backoff(round);
    }

    /** Twice as long each time, from 50 ms to 5 s, give or take a half. */
    static Duration backoff(int round) {
        long millis = Math.min(5000, 50L << Math.min(round, 10));
        return Duration.ofMillis(millis / 2).plus(jitter(millis));
    }

    /** Whether the server's Status says when to come again. */
    static boolean isGiven(ApiException failure) {
        return failure.status().at("details", "retryAfterSeconds").orElse(null) instanceof ScalarTree;
    }

    private static Duration jitter(long millis) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis + 1));
    }
}
