package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.SecretRef;
import java.util.List;
import java.util.Optional;

/** A component that runs on the server side and may be given secrets. */
public abstract sealed class Backend extends Component permits OnlineBanking, PendingRegistration, Microservice {
    Backend() {}

    /**
     * The Secret of which every key becomes an environment variable. Online banking and pending registration require it;
     * it is missing only where they were read from chart values that have none. Default for a microservice: none.
     */
    public abstract Optional<SecretRef> secrets();

    /** Environment variables beside those that the database brings. */
    public abstract List<EnvVar> env();

    /** Further Secrets and ConfigMaps of which every key becomes an environment variable. */
    public abstract List<EnvFrom> envFrom();

    final void checkSecrets(ModelChecks checks) {
        if (secrets().isEmpty() && !chartOnly().made()) {
            checks.error(
                    "MISSING_KEY",
                    "secrets",
                    "the Secret with the component's keys and settings is missing",
                    "Give its name, such as `SecretRef.of(\"webank-" + traits().name() + "-secret\")`");
        }
    }
}
