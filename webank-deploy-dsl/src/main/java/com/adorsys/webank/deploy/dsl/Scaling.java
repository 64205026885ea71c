package com.adorsys.webank.deploy.dsl;

/** The number of pods of a component: {@link Replicas fixed}, or {@link Autoscaling adapted to the load}. */
public sealed interface Scaling permits Replicas, Autoscaling {}
