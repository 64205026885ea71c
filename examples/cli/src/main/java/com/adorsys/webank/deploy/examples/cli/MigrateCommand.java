package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.argocd.ApplicationDocument;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.documents.DocumentChart;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.charts.ValuesDialect;
import com.adorsys.webank.deploy.dsl.charts.WebankCharts;
import com.adorsys.webank.deploy.dsl.documents.ValuesChoice;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.migration.ExportedValues;
import com.adorsys.webank.deploy.dsl.migration.JavaClassName;
import com.adorsys.webank.deploy.dsl.migration.Migration;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code migrate}: writes the Java that builds what values of the old charts describe, or the values of the exported chart. */
final class MigrateCommand extends Command {
    private static final String FILE = "FILE";
    private static final String OUT = "--out";
    private static final String TO = "--to";
    private static final String PACKAGE = "--package";
    private static final String CLASS = "--class";

    private static final String DEFAULT_CLASS = "MigratedWebank";
    private static final String DEFAULT_NAME = "webank";

    private static final String HELP = """
            Writes the Java that builds what values of the charts describe. In the chart posture it
            renders what they render.

            Usage: webank-deploy migrate FILE [OPTION]...

              FILE                   an Argo CD Application that installs one of the charts, or a
                                     values file; - for standard input
              --to java|exported     java: a class; exported: the values for the chart that `chart`
                                     writes, with a comment at each thing that it renders
                                     differently. Default: java
              --out DIR              writes a file below this folder, which is created if it is
                                     missing: the source, or values.yaml. Default: standard output
              --package PACKAGE      the package of the class. Default: none
              --class CLASS          the name of the class. Default: MigratedWebank
              --chart CHART          the chart that the values are for: webank, webank-obs,
                                     webank-prs or webank-userapp. Default: the chart of the
                                     Application; webank for a values file
              --release NAME         the release's name. Default: that of the Application; webank for
                                     a values file
              --namespace NAMESPACE  the release's namespace. Default: the Application's destination;
                                     webank for a values file
              --environment NAME     with --to exported: the environment that the charts are exported
                                     from. Default: the first one
              --posture POSTURE      with --to exported: the posture of the charts, chart or
                                     hardened. Default: chart
              --verbose              shows the stack trace of a fault of this tool
              --help                 shows this

            In the Java, a comment stands at each thing that the charts ignore or get wrong. What no
            builder offers stays as values that the Java reads; a warning names it. A value of a
            Secret is never written: values that have one are refused.

            A file that is there already is never changed. If its content is the same, nothing is
            done; otherwise it is an error.
            """;

    private static final Option[] OPTIONS = {
        Option.value(TO),
        Option.value(OUT),
        Option.value(PACKAGE),
        Option.value(CLASS),
        Option.value("--chart"),
        Option.value("--release"),
        Option.value("--namespace"),
        Option.value(EnvironmentChoice.ENVIRONMENT),
        Option.value(PostureChoice.POSTURE)
    };

    private final Supplier<Environments> environments;

    MigrateCommand(Supplier<Environments> environments) {
        this.environments = environments;
    }

    @Override
    String name() {
        return "migrate";
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
    String operands() {
        return FILE;
    }

    @Override
    int run(Arguments arguments, Console console) {
        String path = operand(arguments);
        boolean isExported = isExported(arguments);
        ValuesChoice choice = ValuesArguments.ofOld(arguments, environments, name());
        Posture posture = PostureChoice.of(arguments);
        JavaClassName name = className(arguments);
        if (name == null || !arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        YamlDocument document = YamlReader.read(Input.name(path), Input.read(console, path));
        Optional<DocumentChart> beside = Input.chartBeside(console, path);
        refuseExported(document, beside);
        RenderInput input = RenderInput.of(document, beside, choice, arguments, DEFAULT_NAME);
        if (input == null) {
            return console.refuse(arguments.problems());
        }
        ChartValues values = input.values().ofOldChart();
        if (values == null) {
            throw exported(document.locations().of(""), input.values().chart());
        }
        if (!ApplicationDocument.isApplication(document.tree())) {
            note(input, values, arguments, Input.name(path), console);
        }
        Migration migration = Migration.of(values, input.release());
        if (isExported) {
            ExportedValues exported = exported(migration, arguments, posture == null ? Posture.chart() : posture);
            List<Problem> problems = valuesProblems(migration);
            problems.addAll(exported.differences());
            return write(exported.text(), "values.yaml", problems, arguments, console);
        }
        if (ApplicationDocument.isApplication(document.tree())) {
            migration = migration.withApplication((MapTree) document.tree());
        }
        return write(migration.source(name), name.path(), migration.warnings(), arguments, console);
    }

    private static String operand(Arguments arguments) {
        if (arguments.operands().isEmpty()) {
            arguments.missingOperand(FILE);
            return "";
        }
        if (arguments.operands().size() > 1) {
            arguments.misplaced(
                    Problem.quote(arguments.operands().get(1)) + " is a second file",
                    "Migrate each file by a call of its own");
        }
        return arguments.operands().get(0);
    }

    private static boolean isExported(Arguments arguments) {
        String to = arguments.value(TO);
        boolean isExported = "exported".equals(to);
        if (to != null && !isExported && !to.equals("java")) {
            arguments.unknownValue(TO, to, List.of("java", "exported"));
            return false;
        }
        String[] others = isExported
                ? new String[] {PACKAGE, CLASS}
                : new String[] {EnvironmentChoice.ENVIRONMENT, PostureChoice.POSTURE};
        for (String other : others) {
            if (arguments.has(other)) {
                arguments.misplaced(
                        "`" + other + "` has no effect with `" + TO + (isExported ? " exported`" : " java`"),
                        "Remove it");
            }
        }
        return isExported;
    }

    /** The class that is named; null, and problems, if it is no class of Java. */
    private static @Nullable JavaClassName className(Arguments arguments) {
        String packageName = arguments.value(PACKAGE);
        String simpleName = arguments.value(CLASS);
        try {
            return JavaClassName.of(
                    packageName == null ? "" : packageName, simpleName == null ? DEFAULT_CLASS : simpleName);
        } catch (DeployException.InvalidInput invalid) {
            for (Problem problem : invalid.problems()) {
                arguments.add("--" + problem.location().path(), new DeployException.InvalidInput(problem));
            }
            return null;
        }
    }

    /** Refuses values that are those of an exported chart by its version. */
    private static void refuseExported(YamlDocument document, Optional<DocumentChart> beside) {
        if (!ApplicationDocument.isApplication(document.tree())) {
            if (beside.isPresent() && isExported(beside.get().version())) {
                throw exported(
                        document.locations().of(""),
                        "the chart " + beside.get().name() + " " + beside.get().version());
            }
            return;
        }
        for (ApplicationDocument.Chart chart :
                ApplicationDocument.of((MapTree) document.tree()).charts()) {
            if (Chart.named(chart.name()).isPresent() && isExported(chart.version())) {
                throw exported(
                        document.locations().of(chart.namePath()), "the chart " + chart.name() + " " + chart.version());
            }
        }
    }

    private static boolean isExported(String version) {
        return ValuesDialect.ofVersion(version).equals(Optional.of(ValuesDialect.EXPORTED));
    }

    private static DeployException.InvalidInput exported(Location place, String chart) {
        return new DeployException.InvalidInput(Problem.error(
                ProblemCodes.CHART_UNKNOWN,
                place,
                chart + " is exported from the Java model, and not one of the old charts",
                "Name an Application that installs an old chart; this one has been migrated"));
    }

    /** Says what a values file, which does not say it itself, was read as. */
    private static void note(RenderInput input, ChartValues values, Arguments arguments, String file, Console console) {
        List<String> options = new ArrayList<>();
        for (String option : new String[] {"--chart", "--release", "--namespace"}) {
            if (!arguments.has(option)) {
                options.add(option);
            }
        }
        if (!options.isEmpty()) {
            console.note(file + ": read as values of the chart "
                    + values.chart().chartName() + " for the release "
                    + input.release().name() + " in the namespace "
                    + input.release().namespace()
                    + "; use " + String.join(", ", options) + " for another one");
        }
    }

    private ExportedValues exported(Migration migration, Arguments arguments, Posture posture) {
        Environment environment = new EnvironmentChoice(environments, arguments, posture).get();
        return ExportedValues.of(migration.model(), WebankCharts.of(environment), posture);
    }

    /** The problems of the values, without those of the Java. */
    private static List<Problem> valuesProblems(Migration migration) {
        List<Problem> problems = new ArrayList<>();
        for (Problem problem : migration.warnings()) {
            if (!problem.code().equals(ProblemCodes.CHART_ONLY)) {
                problems.add(problem);
            }
        }
        return problems;
    }

    private static int write(String text, String path, List<Problem> warnings, Arguments arguments, Console console) {
        console.report(warnings);
        String out = arguments.value(OUT);
        if (out == null) {
            console.print(text);
            return Cli.DONE;
        }
        OutputFolder folder = OutputFolder.of(console, out);
        boolean isNew = OutputFile.write(folder.path(), out, path, text);
        console.print(isNew ? "+ " + path + "\n" : path + " is up to date\n");
        console.print("\nWritten to " + folder.shown() + "\n");
        return Cli.DONE;
    }
}
