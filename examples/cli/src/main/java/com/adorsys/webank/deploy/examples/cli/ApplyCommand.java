package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.ChangeSet;
import com.adorsys.webank.deploy.eks.Deployer;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import java.util.function.Supplier;

/** {@code apply}: makes the objects of a release exactly those of a set of manifests. */
final class ApplyCommand extends ClusterCommand {
    private static final String HELP =
            """
            Makes the objects of a release exactly those of the manifests, and shows the changes.

            Usage: webank-deploy apply --release NAME --namespace NAMESPACE --manifests PATH [OPTION]...
                   webank-deploy apply --environment NAME [OPTION]...

            """ + ReleaseChoice.HELP_WITH_MANIFESTS + ClusterChoice.HELP + """
              --dry-run              writes nothing, and shows what plan shows
            """ + DeployArguments.LIMITS_HELP
                    + DeployArguments.WRITING_HELP + OUTPUT_HELP + """

            Further changes that it makes only if they are allowed:

            """ + DeployArguments.CONSENTS_HELP + """

            All objects are checked by a dry run on the server before the first is written. Objects
            of the release that are no longer in the manifests are deleted at the end, if
            everything else succeeded. After a run that was interrupted or killed, the next run
            continues.

            Examples
              webank-deploy apply --environment dev --wait
              webank-deploy apply --release webank --namespace webank --manifests deploy/ \\
                  --wait --timeout 10m --source-commit "$GIT_COMMIT" --output json
              webank-deploy apply --release webank --namespace webank --manifests deploy/ \\
                  --take-over helm:webank,remove-records
            """;

    private ManifestSet desired = ManifestSet.empty();

    ApplyCommand(Supplier<Environments> environments, Connector connector) {
        super(
                environments,
                connector,
                ReleaseChoice.WITH_MANIFESTS,
                all(DeployArguments.LIMITS, DeployArguments.WRITING, DeployArguments.CONSENTS, List.of(DRY_RUN)));
    }

    @Override
    String name() {
        return "apply";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    void prepare(ReleaseChoice release, Console console) {
        desired = release.manifests(console);
    }

    @Override
    int work(Arguments arguments, Deployer deployer, Console console) {
        if (arguments.has("--dry-run")) {
            return show(deployer.plan(desired), arguments, console);
        }
        return show(deployer.apply(desired), arguments, console);
    }

    /** Prints the changes that were made. */
    static int show(ChangeSet changes, Arguments arguments, Console console) {
        console.print(isJson(arguments) ? changes.json() + "\n" : changes.text());
        return Cli.DONE;
    }
}
