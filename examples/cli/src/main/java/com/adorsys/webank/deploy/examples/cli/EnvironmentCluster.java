package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.eks.EksClient;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.Kubeconfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cluster that an environment names, compared with the one that a command connects to. */
final class EnvironmentCluster {
    static final String OTHER = "--other-cluster";

    private final Environment environment;
    private final ClusterTarget target;
    private final @Nullable EksCluster eks;
    private final @Nullable String option;

    /**
     * The cluster of an environment.
     *
     * @param eks how to reach it, if it is on EKS
     * @param option the option that names a cluster; null if none does
     */
    EnvironmentCluster(
            Environment environment, ClusterTarget target, @Nullable EksCluster eks, @Nullable String option) {
        this.environment = environment;
        this.target = target;
        this.eks = eks;
        this.option = option;
    }

    /** A problem if an option names another cluster, as far as the names show it. */
    Optional<Problem> mismatch(@Nullable EksCluster named, Kubeconfig kubeconfig) {
        return other(named, kubeconfig)
                .map(other ->
                        problem("the options name " + other + ", not the " + target, "leave `" + option + "` out"));
    }

    private Optional<String> other(@Nullable EksCluster named, Kubeconfig kubeconfig) {
        if (named != null) {
            boolean same = target instanceof ClusterTarget.Eks own
                    && own.name().equals(named.name())
                    && own.region().equals(named.region());
            return same
                    ? Optional.empty()
                    : Optional.of(
                            "the EKS cluster " + Problem.quote(named.name()) + " in " + Problem.quote(named.region()));
        }
        return target instanceof ClusterTarget.Context own
                ? kubeconfig
                        .context()
                        .filter(name -> !name.equals(own.name()))
                        .map(name -> "the kubeconfig context " + Problem.quote(name))
                : Optional.empty();
    }

    /** Checks that a client is connected to it. */
    void require(EksClient client) {
        if (eks != null) {
            client.requireTarget(eks);
        } else {
            client.requireTarget(target);
        }
    }

    /** The same problems; those about the target name the environment and the option. */
    DeployException.InvalidInput explained(DeployException.InvalidInput e) {
        List<Problem> problems = new ArrayList<>();
        for (Problem problem : e.problems()) {
            problems.add(
                    problem.code().equals(ProblemCodes.CLUSTER_MISMATCH)
                            ? problem(problem.what(), problem.remedy())
                            : problem);
        }
        return new DeployException.InvalidInput(problems);
    }

    private Problem problem(String what, String remedy) {
        return Problem.error(
                ProblemCodes.CLUSTER_MISMATCH,
                Location.ofFile("webank-deploy").withPath(option == null ? "--environment" : option),
                "the environment `" + environment.name() + "` belongs to another cluster: " + what,
                remedy + (option == null ? "" : ", or add `" + OTHER + "` to use it nevertheless"));
    }

    /** The warning of a run that is allowed to connect to another cluster. */
    Problem warning(String address) {
        return Problem.warning(
                ProblemCodes.OTHER_CLUSTER,
                Location.of(OTHER),
                "the environment `" + environment.name() + "` belongs to the " + target + ", but this run connects to "
                        + Problem.quote(address),
                "leave `" + OTHER + "` out to connect to the environment's own cluster");
    }
}
