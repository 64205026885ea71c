package com.adorsys.webank.deploy.dsl;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The questions that the kubelet asks a component: has it started, is it alive, is it ready. Immutable. */
public final class Probes {
    private static final Probes NONE = new Probes(null, null, null);

    private final @Nullable Probe startup;
    private final @Nullable Probe liveness;
    private final @Nullable Probe readiness;

    private Probes(@Nullable Probe startup, @Nullable Probe liveness, @Nullable Probe readiness) {
        this.startup = startup;
        this.liveness = liveness;
        this.readiness = readiness;
    }

    /** No probes. */
    public static Probes none() {
        return NONE;
    }

    /** One probe for liveness and readiness. */
    public static Probes of(Probe both) {
        return new Probes(null, both, both);
    }

    /** A probe for liveness and another for readiness. */
    public static Probes of(Probe liveness, Probe readiness) {
        return new Probes(null, liveness, readiness);
    }

    /** Until this probe succeeds, the others are not asked; a failure restarts the container. */
    public Optional<Probe> startup() {
        return Optional.ofNullable(startup);
    }

    /** A failure restarts the container. */
    public Optional<Probe> liveness() {
        return Optional.ofNullable(liveness);
    }

    /** While it fails, the pod gets no requests. */
    public Optional<Probe> readiness() {
        return Optional.ofNullable(readiness);
    }

    /** These, with another startup probe. */
    public Probes withStartup(Probe probe) {
        return new Probes(probe, liveness, readiness);
    }

    /** These, with another liveness probe. */
    public Probes withLiveness(Probe probe) {
        return new Probes(startup, probe, readiness);
    }

    /** These, with another readiness probe. */
    public Probes withReadiness(Probe probe) {
        return new Probes(startup, liveness, probe);
    }

    static Probes ofChart(@Nullable Probe liveness, @Nullable Probe readiness) {
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
