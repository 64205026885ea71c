package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The health check of a load balancer. Immutable. Defaults of the controller: {@code GET /} every 15 s, status 200
 * within 5 s, thresholds of 2.
 */
@Value.Immutable
@DeployStyle
public abstract class AlbHealthCheck implements WithAlbHealthCheck {
    AlbHealthCheck() {}

    /**
     * A builder, in which everything is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableAlbHealthCheck.Builder builder() {
        return ImmutableAlbHealthCheck.builder();
    }

    /** The path of the request. */
    public abstract Optional<String> path();

    /** The statuses that count as success, such as {@code 200-399}. */
    public abstract Optional<String> successCodes();

    /** The interval between checks, in whole seconds from 5 to 300. */
    public abstract Optional<Duration> interval();

    /** The timeout of a check, in whole seconds from 2 to 120, shorter than the interval. */
    public abstract Optional<Duration> timeout();

    /** Successes in a row after which a pod counts as healthy, 2 to 10. */
    public abstract OptionalInt healthyThreshold();

    /** Failures in a row after which a pod counts as unhealthy, 2 to 10. */
    public abstract OptionalInt unhealthyThreshold();

    void putAnnotations(Map<String, String> into) {
        path().ifPresent(path -> into.put(AlbIngress.PREFIX + "healthcheck-path", path));
        successCodes().ifPresent(codes -> into.put(AlbIngress.PREFIX + "success-codes", codes));
        interval()
                .ifPresent(time ->
                        into.put(AlbIngress.PREFIX + "healthcheck-interval-seconds", Long.toString(time.toSeconds())));
        timeout()
                .ifPresent(time ->
                        into.put(AlbIngress.PREFIX + "healthcheck-timeout-seconds", Long.toString(time.toSeconds())));
        healthyThreshold()
                .ifPresent(count -> into.put(AlbIngress.PREFIX + "healthy-threshold-count", Integer.toString(count)));
        unhealthyThreshold()
                .ifPresent(count -> into.put(AlbIngress.PREFIX + "unhealthy-threshold-count", Integer.toString(count)));
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("ingress.healthCheck");
        path().ifPresent(path -> {
            if (!path.startsWith("/")) {
                checks.error(
                        ProblemCodes.PATH_INVALID,
                        "path",
                        Problem.quote(path) + " does not start with /",
                        "Write " + Problem.quote("/" + path));
            }
        });
        interval().ifPresent(time -> checks.seconds("interval", time, 5, 300));
        timeout().ifPresent(time -> checks.seconds("timeout", time, 2, 120));
        healthyThreshold().ifPresent(count -> checks.range("healthyThreshold", count, 2, 10));
        unhealthyThreshold().ifPresent(count -> checks.range("unhealthyThreshold", count, 2, 10));
        checks.throwIfAny();
    }
}
