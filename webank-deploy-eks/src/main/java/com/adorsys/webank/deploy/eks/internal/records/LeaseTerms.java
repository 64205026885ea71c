package com.adorsys.webank.deploy.eks.internal.records;

import java.time.Duration;

/**
 * Who wants a release's Lease, and how.
 *
 * @param holder who, as others are told; made unique by what follows a slash behind it
 * @param duration how long it holds without a renewal, in whole seconds, 1 at least
 * @param patience how long another holder is waited for
 * @param first whether the Lease is likely not there yet, and is created without a look at it
 */
public record LeaseTerms(String holder, Duration duration, Duration patience, boolean first) {
    /** Checks what a Lease can say. */
    public LeaseTerms {
        if (holder.isBlank()) {
            throw new IllegalArgumentException("a Lease needs a holder");
        }
        long seconds = duration.toSeconds();
        if (seconds < 1 || seconds > Integer.MAX_VALUE || !duration.equals(Duration.ofSeconds(seconds))) {
            throw new IllegalArgumentException("a Lease lasts whole seconds: " + duration);
        }
    }

    /** Thirty seconds, without patience. */
    public static LeaseTerms of(String holder) {
        return new LeaseTerms(holder, Duration.ofSeconds(30), Duration.ZERO, false);
    }

    /** The same for another duration. */
    public LeaseTerms lasting(Duration other) {
        return new LeaseTerms(holder, other, patience, first);
    }

    /** The same with another patience. */
    public LeaseTerms waiting(Duration other) {
        return new LeaseTerms(holder, duration, other, first);
    }

    /** The same for a release that is likely new, or is not. */
    public LeaseTerms first(boolean likely) {
        return new LeaseTerms(holder, duration, patience, likely);
    }
}
