package com.adorsys.webank.deploy.dsl;

/** How many pods a component has: {@link Replicas a fixed number}, or {@link Autoscaling what its load asks for}. */
public sealed interface Scaling permits Replicas, Autoscaling {}
