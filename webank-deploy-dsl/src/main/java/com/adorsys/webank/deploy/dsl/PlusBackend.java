package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import java.util.List;

/**
 * Methods that add to the settings of a backend; {@code with...} methods replace them.
 *
 * @param <S> the backend
 */
interface PlusBackend<S> extends PlusComponent<S> {
    List<EnvVar> env();

    List<EnvFrom> envFrom();

    S withEnv(Iterable<? extends EnvVar> elements);

    S withEnvFrom(Iterable<? extends EnvFrom> elements);

    /** A copy with further environment variables. */
    default S plusEnv(EnvVar... variables) {
        return withEnv(Additions.to(env(), variables));
    }

    /** A copy with further Secrets and ConfigMaps of which every key becomes an environment variable. */
    default S plusEnvFrom(EnvFrom... sources) {
        return withEnvFrom(Additions.to(envFrom(), sources));
    }
}
