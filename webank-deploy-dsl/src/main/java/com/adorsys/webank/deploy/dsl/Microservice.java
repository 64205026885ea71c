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

    /** The service's name, a DNS label: follows the release's in the names of its objects. */
    public abstract String name();

    @Override
    public abstract Image image();

    /** The port that the container listens on, 1 to 65535. */
    @Override
    public abstract int port();

    /** The path below the environment's host that leads to this service. Default: none does. */
    @Override
    public abstract Optional<String> route();

    /** Where the service keeps its data, if it has any. */
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
