package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A component that runs on the server side and may use Secrets. */
public abstract sealed class Backend extends Component permits OnlineBanking, PendingRegistration, Microservice {
    Backend() {}

    /**
     * The Secret of which every key becomes an environment variable. Required for online banking and pending
     * registration; it can be missing only in components read from chart values. Default for a microservice: none.
     */
    public abstract Optional<SecretRef> secrets();

    /** Environment variables in addition to those for the database. */
    public abstract List<EnvVar> env();

    /** Further Secrets and ConfigMaps of which every key becomes an environment variable. */
    public abstract List<EnvFrom> envFrom();

    /** A copy that uses every key of another Secret. */
    public abstract Backend withSecrets(SecretRef secrets);

    /** A copy with another database. */
    public abstract Backend withDatabase(Database database);

    /** A copy with other environment variables. */
    public abstract Backend withEnv(Iterable<? extends EnvVar> variables);

    /** A copy with other Secrets and ConfigMaps of which every key becomes an environment variable. */
    public abstract Backend withEnvFrom(Iterable<? extends EnvFrom> sources);

    @Override
    final ListTree variables(ListTree database) {
        List<Tree> all = new ArrayList<>(database.items());
        for (EnvVar variable : env()) {
            all.add(variable.tree());
        }
        return ListTree.of(all);
    }

    @Override
    final ListTree sources() {
        List<Tree> all = new ArrayList<>(2);
        if (secrets().isPresent()) {
            all.add(EnvFrom.secret(secrets().get()).tree());
        }
        for (EnvFrom source : envFrom()) {
            all.add(source.tree());
        }
        return ListTree.of(all);
    }

    final void checkSecrets(ValueChecks checks) {
        if (secrets().isEmpty() && !chartOnly().fromValues()) {
            checks.error(
                    ProblemCodes.MISSING_KEY,
                    "secrets",
                    "the Secret with the component's keys and settings is missing",
                    "Give its name, such as `SecretRef.of(\"webank-" + traits().name() + "-secret\")`");
        }
    }
}
