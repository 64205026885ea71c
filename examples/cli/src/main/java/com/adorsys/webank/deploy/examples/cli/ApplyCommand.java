package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.environment.PostureStage;
import com.adorsys.webank.deploy.dsl.environment.StepEffect;
import com.adorsys.webank.deploy.eks.ChangeSet;
import com.adorsys.webank.deploy.eks.Deployer;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code apply}: makes the objects of a release exactly those of a set of manifests. */
final class ApplyCommand extends ClusterCommand {
    private static final String HELP =
            """
            Makes the objects of a release exactly those of the manifests, and shows the changes.

            Usage: webank-deploy apply --release NAME --namespace NAMESPACE --manifests PATH [OPTION]...
                   webank-deploy apply --environment NAME [OPTION]...

            """ + ReleaseChoice.HELP_WITH_MANIFESTS + ClusterChoice.HELP + """
              --steps                applies the posture of the environment step by step: as many
                                     steps at once as leave each Service with an endpoint, and the
                                     next ones when the roll-outs of these are complete, each
                                     within --timeout. It begins where the release stands
              --up-to STEP           applies the posture of the environment up to this step
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
              webank-deploy apply --environment dev --steps
              webank-deploy apply --release webank --namespace webank --manifests deploy/ \\
                  --wait --timeout 10m --source-commit "$GIT_COMMIT" --output json
              webank-deploy apply --release webank --namespace webank --manifests deploy/ \\
                  --take-over helm:webank,remove-records
            """;

    private ManifestSet desired = ManifestSet.empty();
    private @Nullable Environment stepped;

    ApplyCommand(Supplier<Environments> environments, Connector connector) {
        super(
                environments,
                connector,
                ReleaseChoice.WITH_MANIFESTS,
                all(
                        StepArguments.OPTIONS,
                        DeployArguments.LIMITS,
                        DeployArguments.WRITING,
                        DeployArguments.CONSENTS,
                        List.of(DRY_RUN)));
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
    void check(Arguments arguments) {
        StepArguments.check(arguments);
    }

    @Override
    void prepare(ReleaseChoice release, Console console) {
        desired = release.manifests(console);
        stepped = release.stepped(console);
    }

    @Override
    int work(Arguments arguments, Deployer deployer, Console console) {
        if (arguments.has("--dry-run")) {
            Plan plan = deployer.plan(desired);
            return stepped == null
                    ? show(plan, arguments, console)
                    : StepReport.show(stepped, plan, arguments, console);
        }
        return stepped == null
                ? show(deployer.apply(desired), arguments, console)
                : inStages(stepped, arguments, deployer, console);
    }

    /** Applies one stage after the other, from the one on that the release is in. */
    private int inStages(Environment environment, Arguments arguments, Deployer deployer, Console console) {
        Plan plan = deployer.plan(desired);
        StepReport report = new StepReport(environment, plan);
        List<PostureStage> stages = report.stages();
        if (stages.isEmpty() || plan.isEmpty()) {
            say("nothing to do step by step: the release has every step");
            return show(deployer.apply(desired), arguments, console);
        }
        List<Tree> results = new ArrayList<>();
        for (int i = report.current(); i < stages.size(); i++) {
            PostureStage stage = stages.get(i);
            String name = stage + " (stage " + (i + 1) + " of " + stages.size() + ")";
            say(name);
            ChangeSet changes;
            try {
                changes = deployer.apply(i == stages.size() - 1 ? desired : stage.manifests());
            } catch (DeployException e) {
                say("stopped in " + name + ": "
                        + (i == 0
                                ? "no stage is complete"
                                : "the release stands at `" + stages.get(i - 1).lastStep() + "`")
                        + "; the same command goes on from here");
                throw e;
            }
            if (isJson(arguments)) {
                results.add(result(stage, changes));
            } else {
                console.print(changes.text());
            }
        }
        if (isJson(arguments)) {
            console.print(JsonWriter.write(MapTree.of("stages", ListTree.of(results))) + "\n");
        }
        return Cli.DONE;
    }

    private static MapTree result(PostureStage stage, ChangeSet changes) {
        List<String> steps = new ArrayList<>();
        for (StepEffect effect : stage.effects()) {
            steps.add(effect.step().name());
        }
        byte[] json = changes.json().getBytes(StandardCharsets.UTF_8);
        return MapTree.builder()
                .put("steps", ListTree.ofStrings(steps))
                .put("changes", YamlReader.read("changes", json).tree())
                .build();
    }

    /** Prints the changes that were made. */
    static int show(ChangeSet changes, Arguments arguments, Console console) {
        console.print(isJson(arguments) ? changes.json() + "\n" : changes.text());
        return Cli.DONE;
    }
}
