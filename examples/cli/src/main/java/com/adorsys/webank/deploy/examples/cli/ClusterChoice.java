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
import com.adorsys.webank.deploy.examples.cli.Command.Option;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cluster that a command connects to: the one that the options name, on EKS or by a context of a kubeconfig. Default:
 * the environment's own cluster, or else the current one of kubectl.
 */
final class ClusterChoice {
    private static final String OTHER = EnvironmentCluster.OTHER;
    /** The options that name a cluster. */
    private static final List<String> NAMING = List.of("--cluster", "--context", "--kubeconfig");

    static final List<Option> OPTIONS = List.of(
            Option.value("--kubeconfig"),
            Option.value("--context"),
            Option.value("--cluster"),
            Option.value("--region"),
            Option.value("--profile"),
            Option.value("--role"),
            Option.flag(OTHER));

    static final String HELP = """
              --kubeconfig FILE      a kubeconfig. Default: those that the environment variable
                                     KUBECONFIG lists, or ~/.kube/config
              --context NAME         a context of it. Default: its current one
              --cluster NAME         a cluster on EKS
              --region REGION        its region, such as eu-central-1
              --profile NAME         a profile of AWS's configuration files. Default: credentials of
                                     AWS's default chain
              --role ARN             a role to assume with them
              --other-cluster        allows these options to name another cluster than that of the
                                     environment. If the environment names its cluster, none of
                                     these options is needed
            """;

    private final Arguments arguments;
    private final @Nullable EksCluster cluster;
    private final Kubeconfig kubeconfig;
    private final @Nullable EnvironmentCluster environment;

    private ClusterChoice(
            Arguments arguments,
            @Nullable EksCluster cluster,
            Kubeconfig kubeconfig,
            @Nullable EnvironmentCluster environment) {
        this.arguments = arguments;
        this.cluster = cluster;
        this.kubeconfig = kubeconfig;
        this.environment = environment;
    }

    /** The cluster of the options; null if they are invalid, with the problems added to the arguments. */
    static @Nullable ClusterChoice of(Arguments arguments, Console console) {
        if (arguments.has(OTHER) && !arguments.has("--environment")) {
            arguments.misplaced("`" + OTHER + "` has no effect without `--environment`", "Leave it out");
        } else if (arguments.has(OTHER) && naming(arguments).isEmpty()) {
            arguments.misplaced(
                    "`" + OTHER + "` is given, but no other cluster is named",
                    "Add `--cluster NAME --region REGION`, `--context NAME` or `--kubeconfig FILE`, or leave it out");
        }
        return arguments.has("--cluster") ? eks(arguments) : kubeconfig(arguments, console);
    }

    /** The option that names a cluster. */
    private static Optional<String> naming(Arguments arguments) {
        return NAMING.stream().filter(arguments::has).findFirst();
    }

    private static @Nullable ClusterChoice eks(Arguments arguments) {
        for (String other : List.of("--kubeconfig", "--context")) {
            if (arguments.has(other)) {
                arguments.misplaced("`" + other + "` and `--cluster` name two clusters", "Keep the one that is meant");
            }
        }
        @Nullable EksCluster cluster = eksCluster(arguments);
        return cluster == null ? null : new ClusterChoice(arguments, cluster, Kubeconfig.standard(), null);
    }

    /** The cluster on EKS; null if the options are invalid, with the problems added to the arguments. */
    static @Nullable EksCluster eksCluster(Arguments arguments) {
        String name = arguments.required("--cluster", "NAME");
        String region = arguments.required("--region", "REGION");
        if (name.isEmpty() || region.isEmpty()) {
            return null;
        }
        try {
            return withCredentials(EksCluster.of(name, region), arguments);
        } catch (DeployException.InvalidInput e) {
            for (Problem problem : e.problems()) {
                String option = problem.location().path().equals("region") ? "--region" : "--cluster";
                arguments.add(option, new DeployException.InvalidInput(problem));
            }
            return null;
        }
    }

    private static EksCluster withCredentials(EksCluster cluster, Arguments arguments) {
        String profile = arguments.value("--profile");
        String role = arguments.value("--role");
        EksCluster result = cluster;
        try {
            result = profile == null ? result : result.withProfile(profile);
        } catch (DeployException.InvalidInput e) {
            arguments.add("--profile", e);
        }
        try {
            result = role == null ? result : result.withRole(role);
        } catch (DeployException.InvalidInput e) {
            arguments.add("--role", e);
        }
        return result;
    }

    private static @Nullable ClusterChoice kubeconfig(Arguments arguments, Console console) {
        boolean sound = refuse("--region", arguments);
        // Those may be for the cluster of the environment, which is not known yet.
        if (!arguments.has("--environment")) {
            sound &= refuse("--profile", arguments);
            sound &= refuse("--role", arguments);
        }
        String file = arguments.value("--kubeconfig");
        String context = arguments.value("--context");
        if (!sound || file == null && arguments.has("--kubeconfig")) {
            return null;
        }
        try {
            Kubeconfig chosen = file == null
                    ? Kubeconfig.standard()
                    : Kubeconfig.of(console.file(file).toPath());
            return new ClusterChoice(arguments, null, context == null ? chosen : chosen.withContext(context), null);
        } catch (InvalidPathException e) {
            arguments.add(
                    "--kubeconfig",
                    new DeployException.InvalidInput(Problem.error(
                            ProblemCodes.FILE_MISSING,
                            Location.of(""),
                            "this is not a path",
                            "Name a kubeconfig file")));
            return null;
        }
    }

    /** Adds a problem if an option for clusters on EKS is given without such a cluster; true if it is not given. */
    private static boolean refuse(String option, Arguments arguments) {
        boolean given = arguments.has(option);
        if (given) {
            arguments.misplaced(
                    "`" + option + "` is for a cluster on EKS, but none is named",
                    "Add `--cluster NAME`, or leave it out");
        }
        return !given;
    }

    /**
     * The cluster for an environment: that of the options. Default: the environment's own. A mismatch that the names show is
     * added to the arguments as a problem; {@link #connect} finds the others.
     */
    ClusterChoice of(Environment environment) {
        @Nullable ClusterTarget target = environment.target().orElse(null);
        @Nullable
        EksCluster own =
                target instanceof ClusterTarget.Eks eks ? withCredentials(EksCluster.of(eks), arguments) : null;
        if (cluster == null && (own == null || arguments.has(OTHER))) {
            refuse("--profile", arguments);
            refuse("--role", arguments);
        }
        if (target == null) {
            return this;
        }
        @Nullable String option = naming(arguments).orElse(null);
        EnvironmentCluster named = new EnvironmentCluster(environment, target, own, option);
        if (arguments.has(OTHER)) {
            return new ClusterChoice(arguments, cluster, kubeconfig, named);
        }
        if (option == null) {
            Kubeconfig standard = target instanceof ClusterTarget.Context context
                    ? kubeconfig.withContext(context.name())
                    : kubeconfig;
            return new ClusterChoice(arguments, own, standard, named);
        }
        named.mismatch(cluster, kubeconfig)
                .ifPresent(problem -> arguments.add(option, new DeployException.InvalidInput(problem)));
        return new ClusterChoice(arguments, cluster == null ? null : own, kubeconfig, named);
    }

    /**
     * Connects to it. Nothing is sent to the cluster yet.
     *
     * @throws DeployException.InvalidInput if it is not the cluster of the environment, or the kubeconfig cannot be used
     */
    EksClient connect() {
        @Nullable EnvironmentCluster named = environment;
        if (named == null || arguments.has(OTHER)) {
            return open();
        }
        try {
            EksClient client = open();
            try {
                named.require(client);
                return client;
            } catch (RuntimeException | Error e) {
                client.close();
                throw e;
            }
        } catch (DeployException.InvalidInput e) {
            throw named.explained(e);
        }
    }

    private EksClient open() {
        return cluster != null ? EksClient.connect(cluster) : EksClient.connect(kubeconfig);
    }

    /** A warning if the options may name another cluster than the environment's; empty if they may not. */
    Optional<Problem> warning(String address) {
        return environment == null || !arguments.has(OTHER)
                ? Optional.empty()
                : Optional.of(environment.warning(address));
    }
}
