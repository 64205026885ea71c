package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.Deployer;
import com.adorsys.webank.deploy.eks.Revision;
import java.util.List;
import java.util.function.Supplier;

/** {@code history}: lists the revisions of a release. */
final class HistoryCommand extends ClusterCommand {
    private static final String HELP =
            """
            Lists the revisions of a release, the newest first, and the outcome of each.

            Usage: webank-deploy history --release NAME --namespace NAMESPACE [OPTION]...
                   webank-deploy history --environment NAME [OPTION]...

            """ + ReleaseChoice.HELP + ClusterChoice.HELP + DeployArguments.LIMITS_HELP + OUTPUT_HELP + """

            OUTCOME is ready if the run waited until the objects were ready, applied if it did not
            wait, failed, timed out, interrupted, or superseded if it succeeded and a later
            revision followed. A * marks the current revision. A part of an incomplete revision is
            lost; the release cannot be rolled back to it.

            Example
              webank-deploy history --release webank --namespace webank
            """;

    HistoryCommand(Supplier<Environments> environments, Connector connector) {
        super(environments, connector, ReleaseChoice.OPTIONS, DeployArguments.LIMITS);
    }

    @Override
    String name() {
        return "history";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    int work(Arguments arguments, Deployer deployer, Console console) {
        List<Revision> revisions = deployer.history();
        console.print(
                isJson(arguments)
                        ? HistoryTexts.json(deployer.release(), revisions)
                        : HistoryTexts.text(deployer.release(), revisions));
        return Cli.DONE;
    }
}
