package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.Deployer;
import java.util.List;
import java.util.function.Supplier;

/** {@code rollback}: applies an earlier revision again, as a new one. */
final class RollbackCommand extends ClusterCommand {
    private static final String HELP = """
            Applies an earlier revision of a release again, as a new revision.

            Usage: webank-deploy rollback --release NAME --namespace NAMESPACE --revision N [OPTION]...
                   webank-deploy rollback --environment NAME --revision N [OPTION]...

              --revision N           the revision; history lists them
            """ + ReleaseChoice.HELP + ClusterChoice.HELP + """
              --dry-run              writes nothing, and shows what would be done
            """ + DeployArguments.LIMITS_HELP
            + DeployArguments.WRITING_HELP + OUTPUT_HELP + """

            Further changes that it makes only if they are allowed:

            """ + DeployArguments.CONSENTS_HELP + """

            The manifests of that revision are applied; objects that were added since are deleted.
            Data is not restored.

            Example
              webank-deploy rollback --release webank --namespace webank --revision 7 --wait
            """;

    RollbackCommand(Supplier<Environments> environments, Connector connector) {
        super(
                environments,
                connector,
                ReleaseChoice.OPTIONS,
                all(
                        DeployArguments.LIMITS,
                        DeployArguments.WRITING,
                        DeployArguments.CONSENTS,
                        List.of(DRY_RUN, Option.value("--revision"))));
    }

    @Override
    String name() {
        return "rollback";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    void check(Arguments arguments) {
        arguments.required("--revision", "N");
        revision(arguments);
    }

    private static int revision(Arguments arguments) {
        return DeployArguments.whole(arguments, "--revision", 1, Integer.MAX_VALUE)
                .orElse(0);
    }

    @Override
    int work(Arguments arguments, Deployer deployer, Console console) {
        int revision = revision(arguments);
        if (arguments.has("--dry-run")) {
            return show(deployer.planRollback(revision), arguments, console);
        }
        return ApplyCommand.show(deployer.rollback(revision), arguments, console);
    }
}
