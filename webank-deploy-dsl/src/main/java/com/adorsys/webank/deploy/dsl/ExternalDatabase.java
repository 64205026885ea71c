package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.ValueChecks;
import org.immutables.value.Value;

/** A PostgreSQL database that runs elsewhere, such as on Amazon RDS. Immutable. */
@Value.Immutable
@DeployStyle
public abstract non-sealed class ExternalDatabase implements Database, WithExternalDatabase {
    /** PostgreSQL truncates names to 63 bytes on both client and server, so longer composed names work. */
    private static final int LONGEST_NAME = 128;

    ExternalDatabase() {}

    /**
     * A builder: {@code host}, {@code name}, {@code user}, {@code password}, then {@code port}.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableExternalDatabase.HostBuildStage builder() {
        return ImmutableExternalDatabase.builder();
    }

    /** The server's name or address. */
    public abstract Host host();

    @Override
    public abstract String name();

    @Override
    public abstract String user();

    @Override
    public abstract SecretKeyRef password();

    /** The server's port, 1 to 65535. Default: 5432. */
    @Override
    @Value.Default
    public int port() {
        return 5432;
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("database");
        if (host().isWildcard() || host().isAny()) {
            checks.error(
                    ProblemCodes.HOST_INVALID,
                    "host",
                    "`" + host() + "` is " + (host().isAny() ? "not a single host" : "a wildcard"),
                    "Give the server's own name");
        }
        InClusterDatabase.checkIdentifiers(checks, name(), user(), LONGEST_NAME);
        checks.port("port", port());
        checks.throwIfAny();
    }
}
