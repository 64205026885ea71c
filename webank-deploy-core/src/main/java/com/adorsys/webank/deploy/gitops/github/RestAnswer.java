package com.adorsys.webank.deploy.gitops.github;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An answer of the REST API.
 *
 * @param status its status
 * @param headers its headers
 * @param body its body, as it was sent
 */
record RestAnswer(int status, HttpHeaders headers, String body) {
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    /** What GitHub asks for where it does not say how long. */
    private static final Duration SECONDARY_WAIT = Duration.ofMinutes(1);

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isServerFault() {
        return status >= 500;
    }

    /** A header; empty if it is missing. */
    String header(String name) {
        return headers.firstValue(name).orElse("").strip();
    }

    /** The time of the server. */
    Optional<Instant> date() {
        try {
            return Optional.of(ZonedDateTime.parse(header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * How long to wait if the request exceeds a rate limit, as <a
     * href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub says</a>; empty if it does
     * not.
     */
    Optional<Duration> rateLimitWait(Instant now) {
        if (status != FORBIDDEN && status != TOO_MANY_REQUESTS) {
            return Optional.empty();
        }
        OptionalLong after = number("Retry-After");
        if (after.isPresent()) {
            return Optional.of(Duration.ofSeconds(Math.max(1, after.getAsLong())));
        }
        OptionalLong reset = number("X-RateLimit-Reset");
        if (isPrimaryLimit() && reset.isPresent()) {
            Duration left = Duration.between(date().orElse(now), Instant.ofEpochSecond(reset.getAsLong()));
            return Optional.of(left.isNegative() ? Duration.ofSeconds(1) : left.plusSeconds(1));
        }
        boolean isLimit = status == TOO_MANY_REQUESTS
                || Json.read(body).text("documentation_url").contains("rate-limit");
        return isLimit ? Optional.of(SECONDARY_WAIT) : Optional.empty();
    }

    /** Whether all requests of the hour are used up. */
    boolean isPrimaryLimit() {
        return header("X-RateLimit-Remaining").equals("0");
    }

    private OptionalLong number(String name) {
        String value = header(name);
        return value.matches("\\d{1,12}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }
}
