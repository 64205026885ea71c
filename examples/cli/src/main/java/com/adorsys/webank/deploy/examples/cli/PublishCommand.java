package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.environment.GeneratedEnvironments;
import com.adorsys.webank.deploy.gitops.GitContent;
import com.adorsys.webank.deploy.gitops.GitCredentials;
import com.adorsys.webank.deploy.gitops.GitIdentity;
import com.adorsys.webank.deploy.gitops.GitOpsRepository;
import com.adorsys.webank.deploy.gitops.Publication;
import com.adorsys.webank.deploy.gitops.PublishOptions;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.tree.HandEdits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code publish}: commits the Git tree of the environments to a repository. */
final class PublishCommand extends Command {
    private static final String TOKEN_VARIABLE = "WEBANK_GIT_TOKEN";

    private static final String HELP = """
            Commits the Git tree of the environments to a branch of a repository, and pushes it.

            Usage: webank-deploy publish --repository URI --branch NAME [OPTION]...

              --repository URI    an https address, or the path of a local repository
              --branch NAME       the branch; in an empty repository it is created
              --environment NAME  only this environment; may be given several times.
                                  Default: all of them
              --message TEXT      the commit's message. Default: Deploy and the environments
              --author TEXT       the commit's author, such as 'Jane Doe <jane@example.com>'.
                                  Default: webank-deploy <webank-deploy@localhost>
              --source REVISION   the revision that the files are generated from, for the message
              --token-file FILE   a file with the token for the repository. Default: the
                                  environment variable WEBANK_GIT_TOKEN
              --overwrite-edits   writes over generated files that were edited by hand; without it they
                                  are reported, and nothing is published
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

    private static final Option[] OPTIONS = {
        Option.value("--repository"),
        Option.value("--branch"),
        Option.values("--environment"),
        Option.value("--message"),
        Option.value("--author"),
        Option.value("--source"),
        Option.value("--token-file"),
        Option.flag("--overwrite-edits"),
        VersionArguments.OPTIONS.get(0),
        VersionArguments.OPTIONS.get(1)
    };

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
        String uri = arguments.required("--repository", "URI");
        String branch = arguments.required("--branch", "NAME");
        Targets targets = VersionArguments.targets(arguments);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        GitCredentials credentials = credentials(arguments, console);
        List<String> names = arguments.values("--environment");
        Environments all = environments.get().withEach(environment -> VersionArguments.apply(targets, environment));
        Environments selected = names.isEmpty() ? all : all.select(names);
        GeneratedEnvironments generated = selected.generate();
        try (GitOpsRepository repository = GitOpsRepository.open(address(uri, console), credentials)) {
            Publication publication = repository.publish(
                    options(arguments, branch, selected, console), head -> GitContent.of(generated.tree()));
            console.print(publication.changes().text());
            console.print(publication
                    .commit()
                    .map(commit -> "\nPublished to " + branch + " as " + commit + "\n")
                    .orElse("\n" + branch + " is up to date\n"));
        }
        CheckSummary.show(generated.reports(), console);
        return Cli.DONE;
    }

    private PublishOptions options(Arguments arguments, String branch, Environments selected, Console console) {
        PublishOptions options = PublishOptions.builder()
                .branch(branch)
                .message(Optional.ofNullable(arguments.value("--message"))
                        .orElse("Deploy " + String.join(", ", selected.names())))
                .author(Optional.ofNullable(arguments.value("--author"))
                        .map(GitIdentity::parse)
                        .orElse(GitIdentity.of("webank-deploy", "webank-deploy@localhost")))
                .time(OffsetDateTime.now(clock))
                .sourceRevision(Optional.ofNullable(arguments.value("--source")))
                .handEdits(arguments.has("--overwrite-edits") ? HandEdits.OVERWRITE : HandEdits.REPORT)
                .build();
        return options.withListener((step, attempt) -> console.showNow("webank-deploy: "
                + step.name().toLowerCase(Locale.ROOT) + (attempt == 1 ? "" : ", attempt " + attempt) + "\n"));
    }

    /** A path is one of the console's working directory. */
    private static String address(String uri, Console console) {
        return uri.contains(":") ? uri : console.file(uri).getPath();
    }

    private GitCredentials credentials(Arguments arguments, Console console) {
        Optional<String> file = Optional.ofNullable(arguments.value("--token-file"));
        if (file.isPresent()) {
            try {
                return GitCredentials.token(
                        Files.readString(console.file(file.get()).toPath()).strip());
            } catch (IOException | InvalidPathException e) {
                throw new DeployException.InvalidInput(Problem.error(
                        ProblemCodes.GIT_CREDENTIALS,
                        Location.ofFile(file.get()),
                        "the file with the token cannot be read",
                        "check the path and its permissions"));
            }
        }
        String token = variables.getOrDefault(TOKEN_VARIABLE, "").strip();
        return token.isEmpty() ? GitCredentials.none() : GitCredentials.token(token);
    }
}
