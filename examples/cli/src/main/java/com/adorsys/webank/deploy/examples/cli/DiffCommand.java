package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.audit.Configuration;
import com.adorsys.webank.deploy.audit.ConfigurationDiff;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.gitops.GitCommit;
import com.adorsys.webank.deploy.gitops.GitOpsRepository;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code diff}: shows what differs between two revisions of a configuration repository, or two environments. */
final class DiffCommand extends Command {
    private static final String FROM = "--from";
    private static final String TO = "--to";
    private static final String FROM_ENVIRONMENT = "--from-environment";
    private static final String TO_ENVIRONMENT = "--to-environment";
    private static final String OUTPUT = "--output";
    private static final String EXIT_CODE = "--exit-code";

    private static final String HELP = """
            Shows what differs between two revisions of a configuration repository, or between two
            environments: object by object, field by field, with the effect of each change.

            Usage: webank-deploy diff --repository URI --from REVISION [--to REVISION] [OPTION]...
                   webank-deploy diff --from-environment NAME --to-environment NAME [OPTION]...

              --repository URI    an https or ssh address, or the path of a local repository
              --from REVISION     a branch, a tag or a commit, such as main~1 or 1a2b3c4
              --to REVISION       the other one. Default: HEAD, the newest commit of the default branch
              --environment NAME  only this environment; may be given several times.
                                  Default: all of them
              --from-environment NAME
                                  an environment, such as staging: that of the model, or with
                                  --repository that of the revision --to
              --to-environment NAME
                                  the other one, such as prod. Objects in the namespace of the first
                                  are compared with those in the namespace of the second.
              --output FORMAT     text, json or markdown. Default: text
              --exit-code CODE    exits with this code, such as 3, if there is a difference. Default: 0
            """ + RepositoryArguments.HELP + """
              --verbose           shows the stack trace of a fault of this tool
              --help              shows this

            Values of Secrets are not shown.
            """;

    private static final Option[] OPTIONS = options(
            RepositoryArguments.OPTIONS,
            List.of(
                    Option.value(FROM),
                    Option.value(TO),
                    Option.values("--environment"),
                    Option.value(FROM_ENVIRONMENT),
                    Option.value(TO_ENVIRONMENT),
                    Option.value(OUTPUT),
                    Option.value(EXIT_CODE)));

    private final Supplier<Environments> environments;
    private final Map<String, String> variables;

    DiffCommand(Supplier<Environments> environments, Map<String, String> variables) {
        this.environments = environments;
        this.variables = variables;
    }

    @Override
    String name() {
        return "diff";
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
        boolean twoEnvironments = arguments.has(FROM_ENVIRONMENT) || arguments.has(TO_ENVIRONMENT);
        if (twoEnvironments) {
            arguments.required(FROM_ENVIRONMENT, "NAME");
            arguments.required(TO_ENVIRONMENT, "NAME");
            if (arguments.has(FROM)) {
                arguments.misplaced("`--from` and `--from-environment` cannot be given together", "Keep one of them");
            }
        } else {
            arguments.required(RepositoryArguments.REPOSITORY, "URI");
            arguments.required(FROM, "REVISION");
        }
        String output = Optional.ofNullable(arguments.value(OUTPUT)).orElse("text");
        List<String> outputs = List.of("text", "json", "markdown");
        if (!outputs.contains(output)) {
            arguments.unknownValue(OUTPUT, output, outputs);
        }
        int code = ExitCode.of(arguments);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        ConfigurationDiff diff = twoEnvironments ? ofEnvironments(arguments, console) : ofRevisions(arguments, console);
        console.print(
                switch (output) {
                    case "json" -> diff.json() + "\n";
                    case "markdown" -> diff.markdown();
                    default -> diff.text();
                });
        return diff.isEmpty() ? Cli.DONE : code;
    }

    private ConfigurationDiff ofRevisions(Arguments arguments, Console console) {
        try (GitOpsRepository repository = Repositories.open(arguments, variables, console)) {
            Configuration from = read(repository.commit(arguments.required(FROM, "")));
            Configuration to = read(repository.commit(to(arguments)));
            List<String> names = arguments.values("--environment");
            if (names.isEmpty()) {
                return ConfigurationDiff.between(from, to);
            }
            return ConfigurationDiff.between(from.select(names), to.select(names));
        }
    }

    private ConfigurationDiff ofEnvironments(Arguments arguments, Console console) {
        String from = arguments.required(FROM_ENVIRONMENT, "");
        String to = arguments.required(TO_ENVIRONMENT, "");
        if (!arguments.has(RepositoryArguments.REPOSITORY)) {
            Environments all = environments.get();
            return ConfigurationDiff.betweenEnvironments(
                    from, all.get(from).manifests(), to, all.get(to).manifests());
        }
        try (GitOpsRepository repository = Repositories.open(arguments, variables, console)) {
            Configuration configuration = read(repository.commit(to(arguments)));
            return ConfigurationDiff.betweenEnvironments(
                    from, manifests(from, configuration), to, manifests(to, configuration));
        }
    }

    private static String to(Arguments arguments) {
        return Optional.ofNullable(arguments.value(TO)).orElse("HEAD");
    }

    private static ManifestSet manifests(String name, Configuration configuration) {
        Configuration selected = configuration.select(List.of(name));
        if (selected.environments().isEmpty()) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.ENVIRONMENT_UNKNOWN,
                    Location.of("environment"),
                    "the revision has no environment " + Problem.quote(name),
                    Names.remedy(name, configuration.environments().keySet())));
        }
        return selected.environments().values().iterator().next();
    }

    private static Configuration read(GitCommit commit) {
        try {
            return Configuration.of(commit.files());
        } catch (IOException e) {
            throw new Unavailable("the files of the commit " + commit.id() + " cannot be read", e);
        }
    }
}
