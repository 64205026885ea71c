package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.eks.EksClient;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.Kubeconfig;
import com.adorsys.webank.deploy.examples.cli.Command.Option;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cluster that the options name: one on EKS, or a context of a kubeconfig, which unless said is kubectl's. */
final class ClusterChoice {
    static final List<Option> OPTIONS = List.of(
            Option.value("--kubeconfig"),
            Option.value("--context"),
            Option.value("--cluster"),
            Option.value("--region"),
            Option.value("--profile"),
            Option.value("--role"));

    static final String HELP = """
              --kubeconfig FILE      a kubeconfig; unless said, and without --cluster, those of
                                     the environment variable KUBECONFIG, or ~/.kube/config
              --context NAME         a context of it; its current one unless said
              --cluster NAME         a cluster on EKS
              --region REGION        its region, such as eu-central-1
              --profile NAME         a profile of AWS's configuration files; unless said, AWS's
                                     default chain is asked for credentials
              --role ARN             a role to assume with them
            """;

    private final @Nullable EksCluster cluster;
    private final @Nullable Kubeconfig kubeconfig;

    private ClusterChoice(@Nullable EksCluster cluster, @Nullable Kubeconfig kubeconfig) {
        this.cluster = cluster;
        this.kubeconfig = kubeconfig;
    }

    /** What the options say; what is wrong with them is noted in the arguments, and the result null then. */
    static @Nullable ClusterChoice of(Arguments arguments, Console console) {
        return arguments.has("--cluster") ? eks(arguments) : kubeconfig(arguments, console);
    }

    private static @Nullable ClusterChoice eks(Arguments arguments) {
        for (String other : List.of("--kubeconfig", "--context")) {
            if (arguments.has(other)) {
                arguments.misplaced("`" + other + "` and `--cluster` name two clusters", "Keep the one that is meant");
            }
        }
        @Nullable EksCluster cluster = eksCluster(arguments);
        return cluster == null ? null : new ClusterChoice(cluster, null);
    }

    /** The cluster on EKS; what is wrong with the options is noted in the arguments, and the result null then. */
    static @Nullable EksCluster eksCluster(Arguments arguments) {
        String name = arguments.required("--cluster", "NAME");
        String region = arguments.required("--region", "REGION");
        if (name.isEmpty() || region.isEmpty()) {
            return null;
        }
        EksCluster cluster;
        try {
            cluster = EksCluster.of(name, region);
        } catch (DeployException.InvalidInput e) {
            for (Problem problem : e.problems()) {
                String option = problem.location().path().equals("region") ? "--region" : "--cluster";
                arguments.add(option, new DeployException.InvalidInput(problem));
            }
            return null;
        }
        String profile = arguments.value("--profile");
        String role = arguments.value("--role");
        try {
            cluster = profile == null ? cluster : cluster.withProfile(profile);
        } catch (DeployException.InvalidInput e) {
            arguments.add("--profile", e);
        }
        try {
            cluster = role == null ? cluster : cluster.withRole(role);
        } catch (DeployException.InvalidInput e) {
            arguments.add("--role", e);
        }
        return cluster;
    }

    private static @Nullable ClusterChoice kubeconfig(Arguments arguments, Console console) {
        boolean sound = true;
        for (String of : List.of("--region", "--profile", "--role")) {
            if (arguments.has(of)) {
                arguments.misplaced(
                        "`" + of + "` is about a cluster on EKS, and none is named",
                        "Add `--cluster NAME`, or leave it out");
                sound = false;
            }
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
            return new ClusterChoice(null, context == null ? chosen : chosen.withContext(context));
        } catch (InvalidPathException e) {
            arguments.add(
                    "--kubeconfig",
                    new DeployException.InvalidInput(Problem.error(
                            ProblemCodes.FILE_MISSING, Location.of(""), "this is no path", "Name a kubeconfig file")));
            return null;
        }
    }

    /** Connects to it. */
    EksClient connect() {
        if (cluster != null) {
            return EksClient.connect(cluster);
        }
        return EksClient.connect(kubeconfig == null ? Kubeconfig.standard() : kubeconfig);
    }

    /** The cluster, or the kubeconfig and its context. */
    @Override
    public String toString() {
        return String.valueOf(cluster != null ? cluster : kubeconfig);
    }
}
