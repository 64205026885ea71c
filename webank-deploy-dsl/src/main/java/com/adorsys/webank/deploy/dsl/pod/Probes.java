package com.adorsys.webank.deploy.dsl.pod;

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
