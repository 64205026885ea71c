package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.environment.GeneratedEnvironments;
import com.adorsys.webank.deploy.gitops.GitContent;
import com.adorsys.webank.deploy.gitops.PublishOptions;
import com.adorsys.webank.deploy.schema.Targets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** {@code publish}: commits the Git tree of the environments to a repository. */
final class PublishCommand extends Command {
    private static final String HELP =
            """
            Commits the Git tree of the environments to a branch of a repository, and pushes it.

            Usage: webank-deploy publish --repository URI --branch NAME [OPTION]...

              --repository URI    an https or ssh address, or the path of a local repository
              --branch NAME       the branch; in an empty repository it is created
              --environment NAME  only this environment; may be given several times.
                                  Default: all of them
              --remove NAME       removes an environment: its files and its Application; may be given
                                  several times. Keep the environment in the model until Argo CD
                                  has deleted its objects
              --message TEXT      the commit's message. Default: Deploy and the environments
            """ + CommitArguments.HELP + RepositoryArguments.HELP + GitHubArguments.HELP + """
              --kubernetes-version VERSION
                                  the version of Kubernetes that manifests are checked for, such
                                  as 1.35. Default: that of each environment, or else any
              --argocd-version VERSION
                                  the version of Argo CD that Applications are written and checked
                                  for, such as 3.2. Default: that of each environment, or else
                                  any
              --verbose           shows the stack trace of a fault of this tool
              --help              shows this

            Nothing is checked out. Files of others are never changed or removed. If somebody else
            pushes at the same time, it starts again from their commit. If nothing changed, there
            is no commit. All checks are run, as generate does; an error keeps it from publishing.
            """;

    private static final Option[] OPTIONS = Command.options(
            RepositoryArguments.OPTIONS,
            GitHubArguments.OPTIONS,
            CommitArguments.OPTIONS,
            List.of(Option.values("--environment"), Option.values(GenerateCommand.REMOVE)),
            VersionArguments.OPTIONS);

    private final Supplier<Environments> environments;
    private final Map<String, String> variables;
    private final Clock clock;

    PublishCommand(Supplier<Environments> environments, Map<String, String> variables, Clock clock) {
        this.environments = environments;
        this.variables = variables;
        this.clock = clock;
    }

    @Override
    String name() {
        return "publish";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    Option[] options() {
        return OPTIONS;
    }

    @Override
    int run(Arguments arguments, Console console) {
        arguments.required(RepositoryArguments.REPOSITORY, "URI");
        arguments.required(CommitArguments.BRANCH, "NAME");
        Targets targets = VersionArguments.targets(arguments);
        Publisher publisher = new Publisher(arguments, variables, console);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        List<String> names = arguments.values("--environment");
        List<String> removed = arguments.values(GenerateCommand.REMOVE);
        Environments all = environments.get().withEach(environment -> VersionArguments.apply(targets, environment));
        Environments selected = (names.isEmpty() ? all : all.select(names)).withRemoved(removed);
        PublishOptions options =
                CommitArguments.options(arguments, message(selected.names(), removed), variables, clock, console);
        AtomicReference<GeneratedEnvironments> last = new AtomicReference<>();
        publisher.run(
                options,
                (repository, head) -> {
                    GeneratedEnvironments generated =
                            selected.withImages(head.source()).generate();
                    last.set(generated);
                    return GitContent.of(generated.tree());
                },
                publication -> publication.changes().text());
        CheckSummary.show(Objects.requireNonNull(last.get()).reports(), console);
        return Cli.DONE;
    }

    private static String message(List<String> selected, List<String> removed) {
        List<String> deployed = new ArrayList<>(selected);
        deployed.removeAll(removed);
        String deploy = "Deploy " + String.join(", ", deployed);
        String remove = String.join(", ", removed);
        if (removed.isEmpty()) {
            return deploy;
        }
        return deployed.isEmpty() ? "Remove " + remove : deploy + "; remove " + remove;
    }
}
