package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.Deployer;
import com.adorsys.webank.deploy.eks.ReleaseStatus;
import java.util.List;
import java.util.function.Supplier;

/** {@code status}: shows the state of a release. */
final class StatusCommand extends ClusterCommand {
    private static final String HELP =
            """
            Shows the state of a release: its last run, the readiness of its objects, what others
            have changed in them, and fields that are no longer in the manifests but stay in the
            objects, because another field manager holds them. The first line says ready only if
            nothing is wrong.

            Usage: webank-deploy status --release NAME --namespace NAMESPACE [OPTION]...
                   webank-deploy status --environment NAME [OPTION]...

            """ + ReleaseChoice.HELP + ClusterChoice.HELP + """
              --exit-code CODE       exits with this code, such as 3, if the release has changed since
                                     it was applied, if it has fields that are no longer in the
                                     manifests, or if an object is not ready. Default: 0
            """ + DeployArguments.LIMITS_HELP + OUTPUT_HELP + """

            Examples
              webank-deploy status --environment dev
              webank-deploy status --release webank --namespace webank --exit-code 3
            """;

    StatusCommand(Supplier<Environments> environments, Connector connector) {
        super(environments, connector, ReleaseChoice.OPTIONS, all(DeployArguments.LIMITS, List.of(EXIT_CODE)));
    }

    @Override
    String name() {
        return "status";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    void check(Arguments arguments) {
        ExitCode.of(arguments);
    }

    @Override
    int work(Arguments arguments, Deployer deployer, Console console) {
        ReleaseStatus status = deployer.status();
        console.print(isJson(arguments) ? status.json() + "\n" : status.text());
        return status.isHealthy() ? Cli.DONE : ExitCode.of(arguments);
    }
}
