package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.Deployer;
import com.adorsys.webank.deploy.eks.ReleaseStatus;
import java.util.List;
import java.util.function.Supplier;

/** {@code status}: how a release stands. */
final class StatusCommand extends ClusterCommand {
    private static final String HELP =
            """
            Says how a release stands: its last run, how its objects are doing, what somebody else
            has changed in them, and which fields stay in them that the manifests no longer have,
            because another manager holds them.

            Usage: webank-deploy status --release NAME --namespace NAMESPACE [OPTION]...
                   webank-deploy status --environment NAME [OPTION]...

            """ + ReleaseChoice.HELP + ClusterChoice.HELP + """
              --exit-code CODE       exits with this code, such as 3, unless the release is as it was
                                     applied, without fields that the manifests no longer have, and
                                     every object is ready. Default: 0
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
        exitCode(arguments);
    }

    @Override
    int work(Arguments arguments, Deployer deployer, Console console) {
        ReleaseStatus status = deployer.status();
        console.print(isJson(arguments) ? status.json() + "\n" : status.text());
        return status.isHealthy() ? Cli.DONE : exitCode(arguments);
    }
}
