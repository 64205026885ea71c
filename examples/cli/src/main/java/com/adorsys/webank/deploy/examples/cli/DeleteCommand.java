package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.Deployer;
import java.util.List;
import java.util.function.Supplier;

/** {@code delete}: a release's objects, then its records. */
final class DeleteCommand extends ClusterCommand {
    private static final String HELP =
            """
            Deletes the objects of a release, the last wave first, then its records.

            Usage: webank-deploy delete --release NAME --namespace NAMESPACE [OPTION]...
                   webank-deploy delete --environment NAME [OPTION]...

            """ + ReleaseChoice.HELP + ClusterChoice.HELP + """
              --dry-run              deletes nothing, and shows what would be deleted
              --delete-data OBJECT   lets an object be deleted although data goes with it, such
                                     as PersistentVolumeClaim/webank/data; may be given several
                                     times
            """ + DeployArguments.LIMITS_HELP + OUTPUT_HELP + """

            It asks nothing: look at --dry-run first. What is to be kept by its annotation, or holds
            data that is not named, stays, and is no release's afterwards.

            Examples
              webank-deploy delete --release webank --namespace webank --dry-run
              webank-deploy delete --release webank --namespace webank
            """;

    DeleteCommand(Supplier<Environments> environments, Connector connector) {
        super(
                environments,
                connector,
                ReleaseChoice.OPTIONS,
                all(DeployArguments.LIMITS, List.of(DRY_RUN, Option.values("--delete-data"))));
    }

    @Override
    String name() {
        return "delete";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    int work(Arguments arguments, Deployer deployer, Console console) {
        if (arguments.has("--dry-run")) {
            return show(deployer.planDelete(), arguments, console);
        }
        return ApplyCommand.show(deployer.delete(), arguments, console);
    }
}
