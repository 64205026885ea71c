package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.Deployer;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code plan}: shows what applying would change, by dry runs on the server. */
final class PlanCommand extends ClusterCommand {
    private static final String HELP = """
            Shows what apply would change in a release, and changes nothing.

            Usage: webank-deploy plan --release NAME --namespace NAMESPACE --manifests PATH [OPTION]...
                   webank-deploy plan --environment NAME [OPTION]...

            """ + ReleaseChoice.HELP_WITH_MANIFESTS + ClusterChoice.HELP + """
              --steps                shows how far each step of the environment's posture is live,
                                     and which comes next, instead of single changes
              --up-to STEP           plans the posture of the environment up to this step
              --full                 shows every line in which long texts differ; without it the
                                     first 20
              --exit-code CODE       exits with this code, such as 3, if there are changes. Fields
                                     that another manager holds do not count as changes: a warning
                                     names them. Default: 0
            """
            + DeployArguments.LIMITS_HELP + OUTPUT_HELP + """

            Further changes that apply makes only if they are allowed; give plan the same options:

            """ + DeployArguments.CONSENTS_HELP + """

            Every change is a dry run on the server, so the plan shows no default as a difference, and
            reports what admission would refuse. A plan that cannot be applied lists all reasons,
            and exits as apply would: with 2 if the manifests are invalid, else with 4.

            Examples
              webank-deploy plan --environment dev
              webank-deploy plan --environment dev --steps
              webank-deploy plan --release webank --namespace webank --manifests deploy/ --exit-code 3
            """;

    private ManifestSet desired = ManifestSet.empty();
    private @Nullable Environment stepped;

    PlanCommand(Supplier<Environments> environments, Connector connector) {
        super(
                environments,
                connector,
                ReleaseChoice.WITH_MANIFESTS,
                all(
                        StepArguments.OPTIONS,
                        DeployArguments.LIMITS,
                        DeployArguments.CONSENTS,
                        List.of(EXIT_CODE, Option.flag(FULL))));
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
        ExitCode.of(arguments);
        StepArguments.check(arguments);
    }

    @Override
    void prepare(ReleaseChoice release, Console console) {
        desired = release.manifests(console);
        stepped = release.stepped(console);
    }

    @Override
    int work(Arguments arguments, Deployer deployer, Console console) {
        Plan plan = deployer.plan(desired);
        int code =
                stepped == null ? show(plan, arguments, console) : StepReport.show(stepped, plan, arguments, console);
        return code != Cli.DONE || plan.isEmpty() ? code : ExitCode.of(arguments);
    }
}
