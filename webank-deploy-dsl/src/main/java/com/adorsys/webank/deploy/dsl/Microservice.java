package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.network.RoutePath;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Any other service of Webank. Immutable. */
@Value.Immutable
@DeployStyle
public abstract non-sealed class Microservice extends Backend implements WithMicroservice, PlusBackend<Microservice> {
    Microservice() {}

    /**
     * A builder: {@code name}, {@code image}, {@code port}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableMicroservice.NameBuildStage builder() {
        return ImmutableMicroservice.builder();
    }

    /** The service's name, a DNS label. Its objects are named {@code <release>-<name>}. */
    public abstract String name();

    @Override
    public abstract Image image();

    /** The port that the container listens on, 1 to 65535. */
    @Override
    public abstract int port();

    /** The path on the environment's host that is routed to this service. Default: none. */
    @Override
    public abstract Optional<String> route();

    /** The service's database, if it has one. */
    public abstract Optional<Database> database();

    /** The same component with a fixed number of pods. */
    public final Microservice withReplicas(int count) {
        return withScaling(Replicas.of(count));
    }

    @Override
    final @Nullable Database ownDatabase() {
        return database().orElse(null);
    }

    @Override
    final Traits traits() {
        return Traits.microservice(name());
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("microservices." + name());
        checks.name("name", name());
        route().ifPresent(route -> RoutePath.check(checks, "route", route));
        check(checks);
        checks.throwIfAny();
    }
}
