package com.adorsys.webank.deploy.eks.internal.connect;

import java.time.Duration;
import java.time.Instant;

/**
 * A token that a cluster takes for a while. Its text appears in no other text.
 *
 * @param text the token
 * @param renewal from when on another is made, as long as that works
 * @param expiry from when on it is of no use
 */
public record BearerToken(String text, Instant renewal, Instant expiry) {
    private static final Duration SOON = Duration.ofMinutes(1);

    /** A token that is renewed a minute before it expires, or in the last tenth of a shorter life. */
    public static BearerToken of(String text, Instant now, Instant expiry) {
        Duration tenth = Duration.between(now, expiry).dividedBy(10);
        return new BearerToken(text, expiry.minus(tenth.compareTo(SOON) < 0 ? tenth : SOON), expiry);
    }

    /** A token of which nothing is known but that it works now. */
    public static BearerToken lasting(String text) {
        return new BearerToken(text, Instant.MAX, Instant.MAX);
    }

    @Override
    public String toString() {
        return "token until " + expiry;
    }
}
