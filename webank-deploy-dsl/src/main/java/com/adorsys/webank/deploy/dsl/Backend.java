package com.adorsys.webank.deploy.dsl;

import java.util.List;

/** A component that runs on the server side and may be given secrets. */
public abstract sealed class Backend extends Component permits OnlineBanking, PendingRegistration, Microservice {
    Backend() {}

    /** Environment variables beside those that the database brings. */
    public abstract List<EnvVar> env();

    /** Secrets and ConfigMaps of which every key becomes an environment variable. */
    public abstract List<EnvFrom> envFrom();
}
