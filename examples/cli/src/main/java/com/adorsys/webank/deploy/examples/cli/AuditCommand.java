package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.audit.AllowedSigners;
import com.adorsys.webank.deploy.audit.Audit;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.gitops.AuditOptions;
import com.adorsys.webank.deploy.gitops.GitOpsRepository;
import com.adorsys.webank.deploy.gitops.OpenPgpKeys;
import com.adorsys.webank.deploy.schema.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code audit}: says of each commit of a configuration repository who changed what. */
final class AuditCommand extends Command {
    private static final String SINCE = "--since";
    private static final String BRANCH = "--branch";
    private static final String ENVIRONMENT = "--environment";
    private static final String ALLOWED_SIGNERS = "--allowed-signers";
    private static final String OPEN_PGP_KEYS = "--openpgp-keys";
    private static final String OUTPUT = "--output";
    private static final int PROGRESS_STEP = 100;

    private static final String HELP = """
            Lists the commits of a configuration repository: for each who, when, signed by whom, what
            it changed in which environments, and every check that began or ceased to fail.

            Usage: webank-deploy audit --repository URI --since REVISION [OPTION]...

              --repository URI    an https address, or the path of a local repository
              --since REVISION    the commit to start from, which is not listed: a branch, a tag or a
                                  commit, such as main~10 or 1a2b3c4
              --branch NAME       the branch. Default: the default branch of the repository
              --environment NAME  only what changes in this environment; may be given several times.
                                  Default: all of them. All commits are listed.
              --allowed-signers FILE
                                  whose SSH keys may sign, as for ssh-keygen and Git. Default: none;
                                  then the keys are shown without their owners
              --openpgp-keys FILE the OpenPGP public keys that may sign, as `gpg --export --armor` writes
                                  them. Default: none; then signatures of OpenPGP are not verified
              --output FORMAT     text, json or html. Default: text
              --kubernetes-version VERSION
                                  the version of Kubernetes that manifests are checked for, such
                                  as 1.35. Default: any
              --argocd-version VERSION
                                  the version of Argo CD that Applications are checked for, such as
                                  3.2. Default: any
            """ + RepositoryArguments.HELP + """
              --verbose           shows the stack trace of a fault of this tool
              --help              shows this

            A merge is one commit, with everything that it brought. Signatures of SSH are verified;
            those of OpenPGP are with --openpgp-keys, and those of X.509 are not. Values of Secrets
            are not shown.
            """;

    private static final Option[] OPTIONS = options(
            RepositoryArguments.OPTIONS,
            VersionArguments.OPTIONS,
            List.of(
                    Option.value(SINCE),
                    Option.value(BRANCH),
                    Option.values(ENVIRONMENT),
                    Option.value(ALLOWED_SIGNERS),
                    Option.value(OPEN_PGP_KEYS),
                    Option.value(OUTPUT)));

    private final Map<String, String> variables;

    AuditCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    String name() {
        return "audit";
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
        String since = arguments.required(SINCE, "REVISION");
        String output = Optional.ofNullable(arguments.value(OUTPUT)).orElse("text");
        List<String> outputs = List.of("text", "json", "html");
        if (!outputs.contains(output)) {
            arguments.unknownValue(OUTPUT, output, outputs);
        }
        Targets targets = VersionArguments.targets(arguments);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        AuditOptions options = AuditOptions.builder()
                .since(since)
                .branch(Optional.ofNullable(arguments.value(BRANCH)).orElse(AuditOptions.DEFAULT_BRANCH))
                .addAllEnvironments(arguments.values(ENVIRONMENT))
                .checks(Checks.all(targets))
                .allowedSigners(signers(arguments, console))
                .openPgpKeys(openPgpKeys(arguments, console))
                .listener((number, total) -> progress(number, total, console))
                .build();
        try (GitOpsRepository repository = Repositories.open(arguments, variables, console)) {
            console.showNow("webank-deploy: fetch\n");
            Audit audit = repository.audit(options);
            console.print(
                    switch (output) {
                        case "json" -> audit.json() + "\n";
                        case "html" -> audit.html();
                        default -> audit.text();
                    });
        }
        return Cli.DONE;
    }

    private static void progress(int number, int total, Console console) {
        if (number % PROGRESS_STEP == 1) {
            console.showNow("webank-deploy: compare commit " + number + " of " + total + "\n");
        }
    }

    private static AllowedSigners signers(Arguments arguments, Console console) {
        String file = arguments.value(ALLOWED_SIGNERS);
        return file == null
                ? AllowedSigners.none()
                : AllowedSigners.parse(file, text(file, "the allowed signers", console));
    }

    private static OpenPgpKeys openPgpKeys(Arguments arguments, Console console) {
        String file = arguments.value(OPEN_PGP_KEYS);
        return file == null
                ? OpenPgpKeys.none()
                : OpenPgpKeys.parse(file, text(file, "the public keys of OpenPGP", console));
    }

    private static String text(String file, String content, Console console) {
        try {
            return Files.readString(console.file(file).toPath());
        } catch (IOException | InvalidPathException e) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.FILE_UNREADABLE,
                    Location.ofFile(file),
                    "the file of " + content + " cannot be read",
                    "check the path and its permissions"));
        }
    }
}
