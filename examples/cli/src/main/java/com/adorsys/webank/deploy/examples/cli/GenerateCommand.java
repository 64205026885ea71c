package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.environment.GeneratedEnvironments;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.tree.HandEdits;
import com.adorsys.webank.deploy.tree.TreeChanges;
import com.adorsys.webank.deploy.tree.TreeSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code generate}: writes the Git tree of the environments, or compares it. */
final class GenerateCommand extends Command {
    private static final String HELP = """
            Writes the Git tree of the environments, and shows the changes.

            Usage: webank-deploy generate --out DIR [OPTION]...
                   webank-deploy generate --check --repository URI [--revision REVISION] [OPTION]...

              --out DIR           the folder to write to, such as a clone of the Git repository;
                                  it is created if it is missing
              --repository URI    with --check, in place of the folder: an https or ssh address,
                                  or the path of a local repository
              --revision REVISION
                                  the revision to compare with: a branch, a tag or a commit.
                                  Default: HEAD, the newest commit of the default branch
              --environment NAME  only this environment; may be given several times.
                                  Default: all of them
              --remove NAME       removes an environment: its files and its Application; may be given
                                  several times. Keep the environment in the model until Argo CD
                                  has deleted its objects
              --kubernetes-version VERSION
                                  the version of Kubernetes that manifests are checked for, such
                                  as 1.35. Default: that of each environment, or else any
              --argocd-version VERSION
                                  the version of Argo CD that Applications are written and checked
                                  for, such as 3.2. Default: that of each environment, or else
                                  any
              --overwrite-edits   writes over generated files that were edited by hand; without it they
                                  are reported, and nothing is written
              --check             writes nothing; if the folder differs from the tree, shows the
                                  differences and exits with 3
            """ + RepositoryArguments.HELP + """
              --verbose           shows the stack trace of a fault of this tool
              --help              shows this

            The images are those of the lock files images/NAME.yaml in the folder or revision, and
            else those of the model.

            Equal files are not touched. Files that an earlier run wrote and that are no longer
            generated are removed. Files of others are never changed or removed: if one is in the
            place of a generated file, nothing is written at all.

            All checks are run on each environment. If there is an error that the environment does
            not waive, nothing is written. Warnings are shown; of many only the first, and a count.
            """;

    static final String REMOVE = "--remove";
    static final String REVISION = "--revision";

    private static final Option[] OPTIONS = options(
            List.of(
                    Option.value("--out"),
                    Option.value(REVISION),
                    Option.values("--environment"),
                    Option.values(REMOVE),
                    Option.flag("--overwrite-edits"),
                    Option.flag("--check")),
            RepositoryArguments.OPTIONS,
            VersionArguments.OPTIONS);

    private final Supplier<Environments> environments;
    private final Map<String, String> variables;

    GenerateCommand(Supplier<Environments> environments, Map<String, String> variables) {
        this.environments = environments;
        this.variables = variables;
    }

    @Override
    String name() {
        return "generate";
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
        boolean checksRepository = arguments.has(RepositoryArguments.REPOSITORY);
        String out = checksRepository ? "" : arguments.required("--out", "DIR");
        if (checksRepository && arguments.has("--out")) {
            arguments.misplaced("`--out` and `--repository` cannot be given together", "Keep one of them");
        } else if (checksRepository && !arguments.has("--check")) {
            arguments.misplaced(
                    "`--repository` is for `--check` only",
                    "Add `--check`, or write to the repository with `webank-deploy publish`");
        } else if (!checksRepository && arguments.has(REVISION)) {
            arguments.misplaced("`--revision` is for `--repository` only", "Name the repository too, or leave it out");
        }
        Targets targets = VersionArguments.targets(arguments);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        List<String> names = arguments.values("--environment");
        Environments all = environments.get().withEach(environment -> VersionArguments.apply(targets, environment));
        Environments selected = (names.isEmpty() ? all : all.select(names)).withRemoved(arguments.values(REMOVE));
        if (checksRepository) {
            return RevisionCheck.run(selected, arguments, variables, console);
        }
        OutputFolder folder = OutputFolder.of(console, out);
        TreeSource files = FileTree.folder(folder.path());
        GeneratedEnvironments generated = selected.withImages(files).generate();
        if (arguments.has("--check")) {
            int code = folder.check(generated.tree(), console);
            if (code != Cli.INVALID) {
                CheckSummary.show(generated.reports(), console);
            }
            return code;
        }
        write(generated, folder, CommitArguments.handEdits(arguments), console);
        reportForeign(all, folder.path(), console);
        CheckSummary.show(generated.reports(), console);
        return Cli.DONE;
    }

    private static void write(GeneratedEnvironments generated, OutputFolder folder, HandEdits edits, Console console) {
        Map<String, TreeChanges> byEnvironment = new LinkedHashMap<>();
        generated.trees().forEach((name, own) -> byEnvironment.put(name, own.compareWith(folder.path(), edits)));
        console.print(ChangesTable.text(byEnvironment, folder.write(generated.tree(), edits)));
        console.print("\nWritten to " + folder.shown() + "\n");
    }

    /** Warns of folders that were generated for other environments. They are not removed: others may generate them. */
    private static void reportForeign(Environments all, Path folder, Console console) {
        List<String> own = new ArrayList<>();
        for (String name : all.names()) {
            own.add("environments/" + name);
        }
        List<Problem> problems = new ArrayList<>();
        for (String scope : FileTree.scopesIn(folder)) {
            if (!own.contains(scope)) {
                problems.add(Problem.warning(
                        ProblemCodes.TREE_OTHER_ENVIRONMENT,
                        Location.ofFile(folder.resolve(scope).toString()),
                        "this folder was generated for an environment that is not one of these",
                        "Keep it if others generate it; else remove its files with `--remove "
                                + scope.substring(scope.lastIndexOf('/') + 1) + "`"));
            }
        }
        console.report(problems);
    }
}
