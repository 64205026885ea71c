package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.Deployer;
import java.util.List;
import java.util.function.Supplier;

/** {@code delete}: deletes a release's objects, then its records. */
final class DeleteCommand extends ClusterCommand {
    private static final String HELP =
            """
            Deletes the objects of a release, the last wave first, then its records.

            Usage: webank-deploy delete --release NAME --namespace NAMESPACE [OPTION]...
                   webank-deploy delete --environment NAME [OPTION]...

            """ + ReleaseChoice.HELP + ClusterChoice.HELP + """
              --dry-run              deletes nothing, and shows what would be deleted
              --delete-data OBJECT   allows an object to be deleted although its data is lost, such
                                     as PersistentVolumeClaim/webank/data; may be given several
                                     times
            """ + DeployArguments.LIMITS_HELP + OUTPUT_HELP + """

            It does not ask for confirmation: use --dry-run first. Objects that their annotation
            keeps, or that contain data and are not named by --delete-data, are not deleted, and
            belong to no release afterwards.

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
