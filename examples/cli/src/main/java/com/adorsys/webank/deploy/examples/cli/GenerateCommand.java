package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.environment.GeneratedEnvironments;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.tree.HandEdits;
import com.adorsys.webank.deploy.tree.TreeChanges;
import java.nio.file.InvalidPathException;
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

              --out DIR           the folder to write to, such as a clone of the Git repository;
                                  it is created if it is missing
              --environment NAME  only this environment; may be given several times.
                                  Default: all of them
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
              --verbose           shows the stack trace of a fault of this tool
              --help              shows this

            Equal files are not touched. Files that an earlier run wrote and that are no longer
            generated are removed. Files of others are never changed or removed: if one is in the
            place of a generated file, nothing is written at all.

            All checks are run on each environment. If there is an error that the environment does
            not waive, nothing is written. Warnings are shown; of many only the first, and a count.
            """;

    private static final Option[] OPTIONS = {
        Option.value("--out"),
        Option.values("--environment"),
        Option.flag("--overwrite-edits"),
        Option.flag("--check"),
        VersionArguments.OPTIONS.get(0),
        VersionArguments.OPTIONS.get(1)
    };

    private final Supplier<Environments> environments;

    GenerateCommand(Supplier<Environments> environments) {
        this.environments = environments;
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
        String out = arguments.required("--out", "DIR");
        Targets targets = VersionArguments.targets(arguments);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        Path folder = folder(console, out);
        List<String> names = arguments.values("--environment");
        Environments all = environments.get().withEach(environment -> VersionArguments.apply(targets, environment));
        Environments selected = names.isEmpty() ? all : all.select(names);
        GeneratedEnvironments generated = selected.generate();
        boolean writes = !arguments.has("--check");
        HandEdits edits = arguments.has("--overwrite-edits") ? HandEdits.OVERWRITE : HandEdits.REPORT;
        int code =
                writes ? write(generated, folder, edits, out, console) : check(generated.tree(), folder, out, console);
        if (code == Cli.INVALID) {
            return code;
        }
        if (writes) {
            reportForeign(all, folder, console);
        }
        CheckSummary.show(generated.reports(), console);
        return code;
    }

    private static int write(
            GeneratedEnvironments generated, Path folder, HandEdits edits, String out, Console console) {
        FileTree tree = generated.tree();
        Map<String, TreeChanges> byEnvironment = new LinkedHashMap<>();
        generated.trees().forEach((name, own) -> byEnvironment.put(name, own.compareWith(folder, edits)));
        TreeChanges changes;
        try {
            changes = tree.writeTo(folder, edits);
        } catch (DeployException.Unavailable e) {
            return console.refuse(List.of(Problem.error(
                    ProblemCodes.TREE_NOT_WRITABLE,
                    Location.ofFile(out),
                    "writing stopped: " + e.getMessage(),
                    "Free some space on the disk, and run it again")));
        }
        console.print(ChangesTable.text(byEnvironment, changes));
        console.print("\nWritten to " + folder.toAbsolutePath().normalize() + "\n");
        return Cli.DONE;
    }

    private static Path folder(Console console, String out) {
        try {
            return console.file(out).toPath();
        } catch (InvalidPathException e) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.TREE_ROOT,
                    Location.ofFile(out),
                    "this is not a path",
                    "Choose another output folder"));
        }
    }

    private static int check(FileTree tree, Path folder, String out, Console console) {
        // An edited file is a difference as any other.
        TreeChanges changes = tree.compareWith(folder, HandEdits.OVERWRITE);
        if (!changes.problems().isEmpty()) {
            return console.refuse(changes.problems());
        }
        if (changes.isEmpty()) {
            console.print(out + " is up to date: " + changes + "\n");
            return Cli.DONE;
        }
        console.print(changes.text());
        return Cli.DIFFERENT;
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
                        "Keep it if others generate it; else remove it and the files that its .webank-deploy lists"));
            }
        }
        console.report(problems);
    }
}
