package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.DeployStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** How a wait is done. Immutable. */
@Value.Immutable
@DeployStyle
public abstract class WaitOptions implements WithWaitOptions {
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
    public record Pace(
            Duration grace, Duration poll, Duration firstBackoff, Duration longestBackoff, Duration silence) {
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

    WaitOptions() {}

    /** The defaults: every object of a collection is looked at, the first failure ends the wait. */
    public static WaitOptions defaults() {
        return ImmutableWaitOptions.builder().build();
    }

    /** Which labels objects have that are listed and watched, such as {@code a/part-of=b}; empty for any. */
    @Value.Default
    String labelSelector() {
        return "";
    }

    /** Which fields objects have that are listed and watched, such as {@code metadata.name=a}; empty for any. */
    @Value.Default
    String fieldSelector() {
        return "";
    }

    /** Says how far objects are, in place of {@link KStatus}. */
    abstract Optional<ReadinessRule> rule();

    /** The effect of a failed object. */
    @Value.Default
    Failure failure() {
        return Failure.STOPS;
    }

    /** Which addresses are waited for. */
    @Value.Default
    Addresses addresses() {
        return Addresses.SERVICES;
    }

    @Value.Default
    Pace pace() {
        return Pace.DEFAULT;
    }
}
