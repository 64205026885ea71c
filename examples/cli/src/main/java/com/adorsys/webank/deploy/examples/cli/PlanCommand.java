package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.Deployer;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import java.util.function.Supplier;

/** {@code plan}: what applying would do, as the cluster itself says. */
final class PlanCommand extends ClusterCommand {
    private static final String HELP = """
            Says what apply would do to a release, and changes nothing.

            Usage: webank-deploy plan --release NAME --namespace NAMESPACE --manifests PATH [OPTION]...
                   webank-deploy plan --environment NAME [OPTION]...

            """ + ReleaseChoice.HELP_WITH_MANIFESTS + ClusterChoice.HELP + """
              --exit-code CODE       exits with this code, such as 3, when there are changes. Fields
                                     that another manager holds are no change: a warning names them.
                                     Default: 0
            """
            + DeployArguments.LIMITS_HELP + OUTPUT_HELP + """

            What apply may do beside what is plain; the plan is made for the same:

            """ + DeployArguments.CONSENTS_HELP + """

            The server rehearses every change, so the plan shows no default as a difference, and
            says what admission would say. A plan that cannot be applied says all that keeps it
            from that, and exits as apply would: with 2 if it is the manifests, else with 4.

            Examples
              webank-deploy plan --environment dev
              webank-deploy plan --release webank --namespace webank --manifests deploy/ --exit-code 3
            """;

    private ManifestSet desired = ManifestSet.empty();

    PlanCommand(Supplier<Environments> environments, Connector connector) {
        super(
                environments,
                connector,
                ReleaseChoice.WITH_MANIFESTS,
                all(DeployArguments.LIMITS, DeployArguments.CONSENTS, List.of(EXIT_CODE)));
    }

    @Override
    String name() {
        return "plan";
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
    void prepare(ReleaseChoice release, Console console) {
        desired = release.manifests(console);
    }

    @Override
    int work(Arguments arguments, Deployer deployer, Console console) {
        Plan plan = deployer.plan(desired);
        int code = show(plan, arguments, console);
        return code != Cli.DONE || plan.isEmpty() ? code : exitCode(arguments);
    }
}
