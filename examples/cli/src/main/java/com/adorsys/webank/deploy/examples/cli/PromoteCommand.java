package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.gitops.GitOpsRepository;
import com.adorsys.webank.deploy.gitops.HealthRecord;
import com.adorsys.webank.deploy.tree.TreeSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** {@code promote}: gives an environment the images of another one. */
final class PromoteCommand extends ImagesCommand {
    private static final String IGNORE_HEALTH = "--ignore-health";

    private static final String PROMOTE_HELP = """
            Gives an environment the images that another one has, and publishes what that changes.

            Usage: webank-deploy promote --from NAME --to NAME --repository URI --branch NAME [OPTION]...

              --from NAME         the environment that has the images, such as staging
              --to NAME           the environment that gets them, such as prod
              --ignore-health     also promotes images that were not recorded as healthy in the
                                  first environment
            """ + HELP + """

            The images are those that the first environment runs now: from its lock file, or else from
            the model. Components that only one of the two has are left out. Nothing but images is
            copied: if the branch does not have the second environment as the model has it, publish it
            first.

            An image is refused if no `webank-deploy wait --record` has seen it healthy in the first
            environment. The records are Git notes in refs/notes/webank-deploy/healthy/NAME of the
            repository. They are compared with the text of the image: if that is a tag which was moved,
            another image is promoted than the one that was seen. A digest cannot be moved.
            """;

    private static final Option[] OPTIONS =
            options(List.of(Option.value("--from"), Option.value("--to"), Option.flag(IGNORE_HEALTH)));

    PromoteCommand(Supplier<Environments> environments, Map<String, String> variables, Clock clock) {
        super(environments, variables, clock);
    }

    @Override
    String name() {
        return "promote";
    }

    @Override
    String help() {
        return PROMOTE_HELP;
    }

    @Override
    Option[] options() {
        return OPTIONS;
    }

    @Override
    String environment(Arguments arguments) {
        return arguments.required("--to", "NAME");
    }

    @Override
    String message(Arguments arguments) {
        return "Promote the images of " + arguments.required("--from", "NAME") + " to " + environment(arguments);
    }

    @Override
    boolean movesImagesOnly() {
        return true;
    }

    @Override
    void check(Arguments arguments) {
        String from = arguments.required("--from", "NAME");
        if (!from.isEmpty() && from.equals(arguments.value("--to"))) {
            arguments.misplaced("`--from` and `--to` name the same environment", "Name two environments");
        }
    }

    @Override
    Map<String, Image> images(Arguments arguments, Environments all, TreeSource configuration) {
        Map<String, Image> source = effective(arguments.required("--from", "NAME"), all, configuration);
        Map<String, Image> target = effective(environment(arguments), all, configuration);
        Map<String, Image> images = new LinkedHashMap<>();
        source.forEach((component, image) -> {
            if (target.containsKey(component) && !image.equals(target.get(component))) {
                images.put(component, image);
            }
        });
        return images;
    }

    @Override
    void check(Arguments arguments, Map<String, Image> images, GitOpsRepository repository) {
        if (images.isEmpty() || arguments.has(IGNORE_HEALTH)) {
            return;
        }
        String from = arguments.required("--from", "NAME");
        List<HealthRecord> records = repository.healthRecords(from);
        Set<String> healthy = new HashSet<>();
        records.forEach(record -> healthy.addAll(record.images()));
        List<Problem> problems = new ArrayList<>();
        images.forEach((component, image) -> {
            if (!healthy.contains(image.toString())) {
                problems.add(Problem.error(
                        ProblemCodes.HEALTH_NOT_RECORDED,
                        Location.of("environment." + from + ".images." + component),
                        "the image `" + image + "` was not recorded as healthy in `" + from + "`; " + last(records),
                        "run `webank-deploy wait --environment " + from + " --revision SHA --record --repository URI`"
                                + " for the commit that deploys it, or add `" + IGNORE_HEALTH + "`"));
            }
        });
        InvalidInput.throwIfErrors(problems);
    }

    private static String last(List<HealthRecord> records) {
        if (records.isEmpty()) {
            return "nothing was recorded there";
        }
        HealthRecord last = records.get(0);
        return "the last record is that " + last + ", seen at " + last.time() + " with "
                + String.join(", ", last.images());
    }

    private static Map<String, Image> effective(String name, Environments all, TreeSource configuration) {
        return all.select(List.of(name))
                .withImages(configuration)
                .get(name)
                .webank()
                .images();
    }
}
