package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.environment.GeneratedEnvironments;
import com.adorsys.webank.deploy.dsl.environment.ImageLock;
import com.adorsys.webank.deploy.gitops.GitContent;
import com.adorsys.webank.deploy.gitops.GitOpsRepository;
import com.adorsys.webank.deploy.gitops.PublishOptions;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.tree.HandEdits;
import com.adorsys.webank.deploy.tree.TreeChanges;
import com.adorsys.webank.deploy.tree.TreeSource;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A command that sets images of one environment in its lock file, and publishes the file with what it changes. */
abstract class ImagesCommand extends Command {
    static final String HELP = """
              --repository URI    an https or ssh address, or the path of a local repository
              --branch NAME       the branch
              --message TEXT      the commit's message. Default: what is done
            """ + CommitArguments.HELP + RepositoryArguments.HELP + GitHubArguments.HELP + """
              --kubernetes-version VERSION
                                  the version of Kubernetes that manifests are checked for, such
                                  as 1.35. Default: that of the environment, or else any
              --argocd-version VERSION
                                  the version of Argo CD that Applications are written and checked
                                  for, such as 3.2. Default: that of the environment, or else any
              --verbose           shows the stack trace of a fault of this tool
              --help              shows this

            The environment's lock file is images/NAME.yaml in the repository. Only the images change
            in it; comments and all other lines stay. The file and the manifests that it changes are
            one commit. If somebody else pushes at the same time, it starts again from their commit, so
            two pipelines that set different images both succeed. All checks are run, as generate does;
            an error keeps it from publishing.
            """;

    private final Supplier<Environments> environments;
    private final Map<String, String> variables;
    private final Clock clock;

    ImagesCommand(Supplier<Environments> environments, Map<String, String> variables, Clock clock) {
        this.environments = environments;
        this.variables = variables;
        this.clock = clock;
    }

    static Option[] options(List<Option> own) {
        return options(
                own,
                RepositoryArguments.OPTIONS,
                CommitArguments.OPTIONS,
                GitHubArguments.OPTIONS,
                VersionArguments.OPTIONS);
    }

    /** The name of the environment whose images change; a missing one is added as a problem. */
    abstract String environment(Arguments arguments);

    /** The message of the commit if none is given. */
    abstract String message(Arguments arguments);

    /** The images to set, by component. */
    abstract Map<String, Image> images(Arguments arguments, Environments all, TreeSource configuration);

    /** Whether nothing but what the images change may be published. */
    boolean movesImagesOnly() {
        return false;
    }

    /**
     * Refuses images.
     *
     * @throws InvalidInput if one of them may not be set
     */
    void check(Arguments arguments, Map<String, Image> images, GitOpsRepository repository) {}

    /** Adds problems of further arguments. */
    void check(Arguments arguments) {}

    @Override
    final int run(Arguments arguments, Console console) {
        String name = environment(arguments);
        arguments.required(RepositoryArguments.REPOSITORY, "URI");
        arguments.required(CommitArguments.BRANCH, "NAME");
        Targets targets = VersionArguments.targets(arguments);
        check(arguments);
        Publisher publisher = new Publisher(arguments, variables, console);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        Environments all = environments.get().withEach(environment -> VersionArguments.apply(targets, environment));
        Environments selected = all.select(List.of(name));
        PublishOptions options = CommitArguments.options(arguments, message(arguments), variables, clock, console);
        AtomicReference<GeneratedEnvironments> last = new AtomicReference<>();
        publisher.run(
                options,
                (repository, head) -> {
                    if (head.commit().isEmpty()) {
                        throw nothingThere(arguments);
                    }
                    if (movesImagesOnly()) {
                        requireUpToDate(selected.withImages(head.source()), head.source());
                    }
                    Map<String, Image> changes = images(arguments, all, head.source());
                    check(arguments, changes, repository);
                    ImageLock lock = Environments.lock(name, head.source());
                    for (Map.Entry<String, Image> image : changes.entrySet()) {
                        lock = lock.with(image.getKey(), image.getValue());
                    }
                    Map<String, Image> images = lock.images();
                    GeneratedEnvironments generated =
                            selected.with(name, each -> each.withImages(images)).generate();
                    last.set(generated);
                    GitContent content = GitContent.of(generated.tree());
                    return images.isEmpty() ? content : content.withText(ImageLock.path(name), lock.text());
                },
                publication -> publication.objects().text());
        CheckSummary.show(Objects.requireNonNull(last.get()).reports(), console);
        return Cli.DONE;
    }

    /** Refuses an environment that is not published as the model has it: that would be published along with the images. */
    private static void requireUpToDate(Environments selected, TreeSource configuration) {
        TreeChanges changes;
        try {
            changes = selected.tree().compareWith(configuration, HandEdits.REPORT);
        } catch (IOException e) {
            throw new Unavailable("the files of the branch cannot be read", e);
        }
        InvalidInput.throwIfErrors(changes.problems());
        if (!changes.isEmpty()) {
            String name = selected.names().get(0);
            throw new InvalidInput(Problem.error(
                    ProblemCodes.TREE_OUTDATED,
                    Location.of("environment." + name),
                    "the branch does not have the environment as the model has it now: " + changes
                            + ". That would be published along with the images",
                    "publish it first, with `webank-deploy publish --environment " + name + "`"));
        }
    }

    private static InvalidInput nothingThere(Arguments arguments) {
        return new InvalidInput(Problem.error(
                ProblemCodes.INVALID_VALUE,
                Location.ofFile("webank-deploy").withPath(CommitArguments.BRANCH),
                "the branch " + Problem.quote(arguments.required(CommitArguments.BRANCH, "NAME"))
                        + " has no commit yet",
                "publish the environments to it first, with `webank-deploy publish`"));
    }
}
