package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.core.DeployException;
import java.util.Optional;
import java.util.function.Supplier;

/** The way to the API server of one cluster. Thread-safe. */
public interface ClusterAccess {
    /**
     * The API server, without a deadline.
     *
     * @param concurrency how many requests it may have at once
     */
    ApiServer server(int concurrency);

    /** The exception for the caller, where more is known of a request that failed than its answer says. */
    Optional<DeployException> explain(ApiException e);

    /**
     * The result of a call, whose thread is interrupted if the way is closed meanwhile.
     *
     * @throws IllegalStateException if it was closed before
     */
    <T> T during(Supplier<T> call);
}
