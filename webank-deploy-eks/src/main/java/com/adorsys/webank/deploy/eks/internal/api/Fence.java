package com.adorsys.webank.deploy.eks.internal.api;

/** Asked before each write whether writing is still allowed; says no by throwing. */
@FunctionalInterface
public interface Fence {
    /** A fence that lets everything pass. */
    Fence OPEN = () -> {};

    /** Returns if a write may start now; throws a {@code DeployException} if not. */
    void check();
}
