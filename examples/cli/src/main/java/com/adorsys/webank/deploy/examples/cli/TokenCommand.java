package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.EksToken;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code token}: prints a token for a cluster on EKS, as an exec plug-in of a kubeconfig does. */
final class TokenCommand extends Command {
    private static final String HELP = """
            Prints a token for a cluster on EKS, as an exec plug-in of a kubeconfig does.

            Usage: webank-deploy token --cluster NAME --region REGION [OPTION]...

              --cluster NAME    the cluster's name on EKS
              --region REGION   its region, such as eu-central-1
              --profile NAME    a profile of AWS's configuration files. Default: credentials of
                                AWS's default chain
              --role ARN        a role to assume with them
              --verbose         shows the stack trace of a fault of this tool
              --help            shows this

            The ExecCredential goes to standard output, in the version that the environment
            variable KUBERNETES_EXEC_INFO asks for. Default: v1beta1. It contains a secret that is
            valid for 15 minutes. The cluster is not called. In a kubeconfig:

              users:
                - name: webank-dev
                  user:
                    exec:
                      apiVersion: client.authentication.k8s.io/v1
                      command: webank-deploy
                      args: [token, --cluster, webank-dev, --region, eu-central-1]
                      interactiveMode: Never
            """;

    private static final Option[] OPTIONS = {
        Option.value("--cluster"), Option.value("--region"), Option.value("--profile"), Option.value("--role")
    };

    private static final String DEFAULT_VERSION = "client.authentication.k8s.io/v1beta1";

    private final Map<String, String> environment;

    TokenCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    String name() {
        return "token";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    Option[] options() {
        return OPTIONS;
    }

    @Override
    int run(Arguments arguments, Console console) {
        @Nullable EksCluster cluster = ClusterChoice.eksCluster(arguments);
        if (cluster == null || !arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        console.print(EksToken.sign(cluster).execCredential(version()) + "\n");
        return Cli.DONE;
    }

    /** The version that the caller wants; kubectl passes it as JSON. */
    private String version() {
        String info = environment.getOrDefault("KUBERNETES_EXEC_INFO", "");
        if (info.isBlank()) {
            return DEFAULT_VERSION;
        }
        try {
            return YamlReader.read("KUBERNETES_EXEC_INFO", info.getBytes(StandardCharsets.UTF_8))
                                    .tree()
                            instanceof MapTree map
                    ? map.string("apiVersion").orElse(DEFAULT_VERSION)
                    : DEFAULT_VERSION;
        } catch (DeployException.InvalidInput e) {
            return DEFAULT_VERSION;
        }
    }
}
