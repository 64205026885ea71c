package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.argocd.Bootstrap;
import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.argocd.RepositoryCredentials;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.secret.SecretStoreRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a cluster needs once so that Argo CD deploys the environments of its folder. */
final class ClusterBootstrap {
    private ClusterBootstrap() {}

    /**
     * The bootstrap of a cluster.
     *
     * @param all all environments, of this cluster and of others
     */
    static Bootstrap of(
            String cluster, RepositoryCredentials credentials, SecretStoreRef store, List<Environment> all) {
        List<Environment> own = new ArrayList<>();
        Set<String> clusters = new TreeSet<>();
        for (Environment environment : all) {
            clusters.add(environment.cluster());
            if (environment.cluster().equals(cluster)) {
                own.add(environment);
            }
        }
        if (own.isEmpty()) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.CLUSTER_UNKNOWN,
                    Location.of("cluster"),
                    "no environment has the cluster " + Problem.quote(cluster),
                    Names.remedy(cluster, clusters)));
        }
        Environment first = own.get(0);
        Set<Destination> destinations = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (Environment environment : own) {
            destinations.add(environment.destination());
            refuseOther("repository", first.repository(), environment.repository(), environment, problems);
            refuseOther("revision", first.revision(), environment.revision(), environment, problems);
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return Bootstrap.builder()
                .repoUrl(first.repository())
                .path(first.argoCdFolder())
                .credentials(credentials)
                .secretStore(store)
                .secretPrefix(cluster + "/argocd")
                .targetRevision(first.revision())
                .addAllDestinations(destinations)
                .build();
    }

    /** The root Application has one source. */
    private static void refuseOther(
            String setting, String first, String other, Environment environment, List<Problem> problems) {
        if (!first.equals(other)) {
            problems.add(Problem.error(
                    ProblemCodes.BOOTSTRAP_SOURCE,
                    environment.place(Location.of(setting)),
                    "the environments of the cluster `" + environment.cluster() + "` have the " + setting + "s "
                            + Problem.quote(first) + " and " + Problem.quote(other)
                            + ", but the root Application can read only one",
                    "Give them one " + setting + ", or build a `Bootstrap` with the one that has the folder `"
                            + environment.argoCdFolder() + "`"));
        }
    }
}
