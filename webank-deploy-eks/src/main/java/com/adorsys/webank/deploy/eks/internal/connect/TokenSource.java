package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.DeployException;

/** Makes tokens. May block, on the network or on another process; used by one thread at a time. */
@FunctionalInterface
public interface TokenSource {
    /**
     * A new token.
     *
     * @throws DeployException if there is none to be had: why, and what to do
     */
    BearerToken make();
}
