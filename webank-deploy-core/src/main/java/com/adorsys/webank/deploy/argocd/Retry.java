package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import org.immutables.value.Value;

/** How a failed sync is retried: after a pause that grows from {@code backoff} to {@code longestBackoff}. Immutable. */
@Value.Immutable
@DeployStyle
public abstract class Retry implements WithRetry {
    /** Which revision a retry applies. */
    public enum Revision {
        /** The revision that failed. */
        SAME,
        /** The newest revision; since Argo CD 3.2. */
        NEWEST
    }

    Retry() {}

    /**
     * A builder; everything has a default.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} if a number or time is out of its range.
     */
    public static ImmutableRetry.Builder builder() {
        return ImmutableRetry.builder();
    }

    /** The number of retries, 0 or more. Default: 5. */
    @Value.Default
    public int limit() {
        return 5;
    }

    /** The first pause, in whole seconds. Default: 5 seconds. */
    @Value.Default
    public Duration backoff() {
        return Duration.ofSeconds(5);
    }

    /** The factor by which each pause is longer than the one before, 1 or more. Default: 2. */
    @Value.Default
    public int factor() {
        return 2;
    }

    /** The longest pause, in whole seconds. Default: 3 minutes. */
    @Value.Default
    public Duration longestBackoff() {
        return Duration.ofMinutes(3);
    }

    /** Which revision a retry applies. Default: the revision that failed. */
    @Value.Default
    public Revision revision() {
        return Revision.SAME;
    }

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("spec.syncPolicy.retry");
        checks.atLeast("limit", limit(), 0);
        checks.wholeSeconds("backoff.duration", backoff());
        checks.atLeast("backoff.factor", factor(), 1);
        checks.wholeSeconds("backoff.maxDuration", longestBackoff());
        if (longestBackoff().compareTo(backoff()) < 0) {
            checks.error(
                    ProblemCodes.OUT_OF_RANGE,
                    "backoff.maxDuration",
                    "the longest pause, " + text(longestBackoff()) + ", is shorter than the first, " + text(backoff()),
                    "make it at least as long");
        }
        checks.throwIfAny();
    }

    final MapTree tree() {
        MapTree.Builder tree = MapTree.builder(4).put("limit", limit());
        if (revision() == Revision.NEWEST) {
            tree.put("refresh", true);
        }
        return tree.put(
                        "backoff",
                        MapTree.builder(4)
                                .put("duration", text(backoff()))
                                .put("factor", factor())
                                .put("maxDuration", text(longestBackoff()))
                                .build())
                .build();
    }

    /** The time of a text as {@link #text} writes it; 0 if it is another text. */
    static Duration time(String text) {
        int end = text.length() - 1;
        boolean isTime = end > 0 && end < 10;
        for (int i = 0; i < end; i++) {
            isTime &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        long number = isTime ? Long.parseLong(text.substring(0, end)) : 0;
        return switch (end < 0 ? ' ' : text.charAt(end)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ZERO;
        };
    }

    /** A time as Argo CD writes it: {@code 90s}, {@code 3m}, {@code 1h}. */
    static String text(Duration time) {
        long seconds = time.toSeconds();
        if (seconds > 0 && seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
