package com.adorsys.webank.deploy.eks.internal.ready;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

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

    /** Which addresses are waited for. */
    public enum Addresses {
        /** Those of Services of type LoadBalancer. The default. */
        SERVICES,
        /** Those of Ingresses too. */
        SERVICES_AND_INGRESSES
    }

    private static final WaitOptions DEFAULT =
            new WaitOptions("", "", Failure.STOPS, Addresses.SERVICES, Pace.DEFAULT, null);

    private final String labelSelector;
    private final String fieldSelector;
    private final Failure failure;
    private final Addresses addresses;
    private final Pace pace;
    private final @Nullable ReadinessRule rule;

    private WaitOptions(
            String labelSelector,
            String fieldSelector,
            Failure failure,
            Addresses addresses,
            Pace pace,
            @Nullable ReadinessRule rule) {
        this.labelSelector = labelSelector;
        this.fieldSelector = fieldSelector;
        this.failure = failure;
        this.addresses = addresses;
        this.pace = pace;
        this.rule = rule;
    }

    /** The defaults: every object of a collection is looked at, the first failure ends the wait. */
    public static WaitOptions defaults() {
        return DEFAULT;
    }

    /** These options where only objects with certain labels are listed and watched, such as {@code a/part-of=b}. */
    public WaitOptions withLabelSelector(String selector) {
        return new WaitOptions(selector, fieldSelector, failure, addresses, pace, rule);
    }

    /** These options where only objects with certain fields are listed and watched, such as {@code metadata.name=a}. */
    public WaitOptions withFieldSelector(String selector) {
        return new WaitOptions(labelSelector, selector, failure, addresses, pace, rule);
    }

    /** These options where a rule says how far objects are, in place of {@link KStatus}. */
    public WaitOptions with(ReadinessRule other) {
        return new WaitOptions(labelSelector, fieldSelector, failure, addresses, pace, other);
    }

    /** These options with another effect of a failed object. */
    public WaitOptions with(Failure other) {
        return new WaitOptions(labelSelector, fieldSelector, other, addresses, pace, rule);
    }

    /** These options where other addresses are waited for. */
    public WaitOptions with(Addresses other) {
        return new WaitOptions(labelSelector, fieldSelector, failure, other, pace, rule);
    }

    WaitOptions with(Pace other) {
        return new WaitOptions(labelSelector, fieldSelector, failure, addresses, other, rule);
    }

    String labelSelector() {
        return labelSelector;
    }

    String fieldSelector() {
        return fieldSelector;
    }

    @Nullable
    ReadinessRule rule() {
        return rule;
    }

    Failure failure() {
        return failure;
    }

    Addresses addresses() {
        return addresses;
    }

    Pace pace() {
        return pace;
    }
}
