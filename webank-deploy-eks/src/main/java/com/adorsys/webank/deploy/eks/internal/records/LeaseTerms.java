package com.adorsys.webank.deploy.eks.internal.records;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Who wants a release's Lease, and how.
 *
 * @param holder who, as others are told
 * @param duration how long it holds without a renewal, in whole seconds, 1 at least
 * @param patience how long another holder is waited for
 * @param ended gets the holder whose run has ended by now, so that it need not be waited for; empty if none is known
 */
public record LeaseTerms(String holder, Duration duration, Duration patience, Supplier<String> ended) {
    public LeaseTerms {
        long seconds = duration.toSeconds();
        if (seconds < 1 || seconds > Integer.MAX_VALUE || !duration.equals(Duration.ofSeconds(seconds))) {
            throw new IllegalArgumentException("a Lease lasts whole seconds: " + duration);
        }
    }

    /**
     * Thirty seconds, without patience.
     *
     * @param who made a holder unlike every other by a random number behind it: {@code jane/0f1e2d3c}
     */
    public static LeaseTerms of(String who) {
        if (who.isBlank()) {
            throw new IllegalArgumentException("a Lease needs a holder");
        }
        byte[] number = new byte[4];
        new SecureRandom().nextBytes(number);
        String holder = who + "/" + HexFormat.of().formatHex(number);
        return new LeaseTerms(holder, Duration.ofSeconds(30), Duration.ZERO, () -> "");
    }

    public LeaseTerms lasting(Duration other) {
        return new LeaseTerms(holder, other, patience, ended);
    }

    public LeaseTerms waiting(Duration other) {
        return new LeaseTerms(holder, duration, other, ended);
    }

    /**
     * The same after a run that has ended, whose Lease need not be waited for.
     *
     * @param holders gets its holder; asked whenever the Lease is held; empty if none is known
     */
    public LeaseTerms after(Supplier<String> holders) {
        return new LeaseTerms(holder, duration, patience, holders);
    }
}
