package com.adorsys.webank.deploy.dsl.pod;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The startup, liveness and readiness probes of a container. Immutable. */
public final class Probes {
    private static final Probes NONE = new Probes(null, null, null);

    private final @Nullable ContainerProbe startup;
    private final @Nullable ContainerProbe liveness;
    private final @Nullable ContainerProbe readiness;

    private Probes(
            @Nullable ContainerProbe startup, @Nullable ContainerProbe liveness, @Nullable ContainerProbe readiness) {
        this.startup = startup;
        this.liveness = liveness;
        this.readiness = readiness;
    }

    /** No probes. */
    public static Probes none() {
        return NONE;
    }

    /** One probe for liveness and readiness. */
    public static Probes of(ContainerProbe both) {
        return new Probes(null, both, both);
    }

    /** A probe for liveness and another for readiness. */
    public static Probes of(ContainerProbe liveness, ContainerProbe readiness) {
        return new Probes(null, liveness, readiness);
    }

    /** The {@linkplain #actuator(String) probes of Spring Boot's actuator} of an image that serves them at {@code /actuator}. */
    public static Probes actuator() {
        return actuator("");
    }

    /**
     * The health groups of Spring Boot's actuator: liveness and readiness each by its own group, never by the aggregate
     * health, which also fails if a system fails that the pod can do without. The start may take 150 s. Only for an image
     * that has the groups: no manifest says whether it has.
     *
     * @param basePath the context path of the application, such as {@code /api}; empty for none
     * @see <a href="https://docs.spring.io/spring-boot/reference/actuator/endpoints.html#actuator.endpoints.kubernetes-probes">Kubernetes
     *     probes</a>
     */
    public static Probes actuator(String basePath) {
        ContainerProbe liveness =
                ContainerProbe.httpGet(basePath + "/actuator/health/liveness").withTimeout(Duration.ofSeconds(5));
        ContainerProbe readiness =
                ContainerProbe.httpGet(basePath + "/actuator/health/readiness").withTimeout(Duration.ofSeconds(5));
        return new Probes(
                liveness.withPeriod(Duration.ofSeconds(5)).withFailureThreshold(30),
                liveness.withPeriod(Duration.ofSeconds(10)).withFailureThreshold(6),
                readiness.withPeriod(Duration.ofSeconds(5)));
    }

    /** The startup probe. The other probes begin after it succeeds; a failure restarts the container. */
    public Optional<ContainerProbe> startup() {
        return Optional.ofNullable(startup);
    }

    /** The liveness probe. A failure restarts the container. */
    public Optional<ContainerProbe> liveness() {
        return Optional.ofNullable(liveness);
    }

    /** The readiness probe. While it fails, the pod gets no requests from Services. */
    public Optional<ContainerProbe> readiness() {
        return Optional.ofNullable(readiness);
    }

    /** A copy with another startup probe. */
    public Probes withStartup(ContainerProbe probe) {
        return new Probes(probe, liveness, readiness);
    }

    /** A copy with another liveness probe. */
    public Probes withLiveness(ContainerProbe probe) {
        return new Probes(startup, probe, readiness);
    }

    /** A copy with another readiness probe. */
    public Probes withReadiness(ContainerProbe probe) {
        return new Probes(startup, liveness, probe);
    }

    /** Probes for liveness and readiness, each of which may be null. */
    public static Probes ofNullable(@Nullable ContainerProbe liveness, @Nullable ContainerProbe readiness) {
        return new Probes(null, liveness, readiness);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Probes that
                && Objects.equals(startup, that.startup)
                && Objects.equals(liveness, that.liveness)
                && Objects.equals(readiness, that.readiness);
    }

    @Override
    public int hashCode() {
        return Objects.hash(startup, liveness, readiness);
    }

    @Override
    public String toString() {
        return "startup: " + startup + ", liveness: " + liveness + ", readiness: " + readiness;
    }
}
