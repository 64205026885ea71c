package com.adorsys.webank.deploy.eks.internal.ready;

import java.time.Duration;

/** How a wait is done. Immutable. */
public final class WaitOptions {
    /** What a failed object does to the wait for the others. */
    public enum Failure {
        /** The wait ends soon after. The default. */
        STOPS,
        /** The others are waited for until each has an outcome. */
        IS_COLLECTED
    }

    /**
     * How fast things go.
     *
     * @param grace how long a failure must last before it ends the wait, and what the others have to get done
     * @param poll how often a cluster is asked that may not be watched
     * @param firstBackoff how long the first failed request keeps from asking again
     * @param longestBackoff how long any failed request does
     * @param silence how long a stream may say nothing, not even where it is, before it is taken for broken
     */
    record Pace(Duration grace, Duration poll, Duration firstBackoff, Duration longestBackoff, Duration silence) {
        static final Pace DEFAULT = new Pace(
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofMillis(250),
                Duration.ofSeconds(10),
                // The server sends a bookmark each minute.
                Duration.ofSeconds(100));
    }

    private static final WaitOptions DEFAULT = new WaitOptions("", Failure.STOPS, Pace.DEFAULT);

    private final String labelSelector;
    private final Failure failure;
    private final Pace pace;

    private WaitOptions(String labelSelector, Failure failure, Pace pace) {
        this.labelSelector = labelSelector;
        this.failure = failure;
        this.pace = pace;
    }

    /** The defaults: every object of a collection is looked at, the first failure ends the wait. */
    public static WaitOptions defaults() {
        return DEFAULT;
    }

    /** These options where only objects with certain labels are listed and watched, such as {@code a/part-of=b}. */
    public WaitOptions withLabelSelector(String selector) {
        return new WaitOptions(selector, failure, pace);
    }

    /** These options with another effect of a failed object. */
    public WaitOptions with(Failure other) {
        return new WaitOptions(labelSelector, other, pace);
    }

    WaitOptions with(Pace other) {
        return new WaitOptions(labelSelector, failure, other);
    }

    String labelSelector() {
        return labelSelector;
    }

    Failure failure() {
        return failure;
    }

    Pace pace() {
        return pace;
    }
}
