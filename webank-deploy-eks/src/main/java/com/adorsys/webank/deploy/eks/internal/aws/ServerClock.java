package com.adorsys.webank.deploy.eks.internal.aws;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * How far this machine's clock is from that of AWS, by the answers of AWS.
 *
 * <p>The SDK corrects what it sends by that; a token is signed here, and a cluster takes it or does not.
 */
final class ServerClock implements ExecutionInterceptor {
    /** AWS takes signatures that are up to 5 minutes off. */
    private static final Duration TOLERATED = Duration.ofMinutes(4);

    private final Clock clock;
    /** Positive where this machine is behind. */
    private volatile @Nullable Duration behind;

    ServerClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        context.httpResponse().firstMatchingHeader("Date").ifPresent(this::compare);
    }

    private void compare(String date) {
        try {
            Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            behind = Duration.between(clock.instant(), theirs);
        } catch (DateTimeException e) {
            // An intermediary's: nothing is known by that.
            behind = null;
        }
    }

    /** Whether what is signed here is not valid there, as far as is known. */
    boolean isOff() {
        Duration difference = behind;
        return difference != null && difference.abs().compareTo(TOLERATED) > 0;
    }

    /** How far, as a part of a sentence: {@code 17 min behind that of AWS}. */
    String difference() {
        Duration difference = behind;
        if (difference == null || !isOff()) {
            return "more than 5 min away from that of AWS";
        }
        long minutes = difference.abs().toMinutes();
        String much =
                minutes < 120 ? minutes + " min" : minutes < 60 * 48 ? minutes / 60 + " h" : minutes / 1440 + " days";
        return much + (difference.isNegative() ? " ahead of" : " behind") + " that of AWS";
    }
}
