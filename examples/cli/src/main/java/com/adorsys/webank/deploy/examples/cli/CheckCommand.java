package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.check.Check;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.documents.DocumentChecks;
import com.adorsys.webank.deploy.documents.DocumentReport;
import com.adorsys.webank.deploy.documents.DocumentSource;
import com.adorsys.webank.deploy.documents.ReportFormat;
import com.adorsys.webank.deploy.documents.SeverityRule;
import com.adorsys.webank.deploy.dsl.documents.ChartDocuments;
import com.adorsys.webank.deploy.dsl.documents.ValuesChoice;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.schema.Targets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** {@code check}: reports every problem of Applications, values and manifests. */
final class CheckCommand extends Command {
    private static final String HELP = """
            Checks Argo CD Applications, values of the charts, and manifests.

            Usage: webank-deploy check FILE... [OPTION]...

              FILE           a file, a folder, or - for standard input. In a folder every *.yaml,
                             *.yml and *.json is checked, also in folders below. Names that start
                             with a dot are skipped
              --chart CHART  the chart that values are for: webank, webank-obs, webank-prs,
                             webank-userapp, or that of a microservice. Default: the chart of the
                             Chart.yaml in the same folder, or else the chart that knows most of
                             their keys
              --dialect DIALECT
                             old: values are for the charts that this tool replaces; exported: for
                             those that `chart` writes. Default: by the version of the chart, which
                             is 2 or above for exported ones, or else by the keys
              --environment NAME
                             the environment whose charts were exported. Default: the first one
              --kubernetes-version VERSION
                             the version of Kubernetes that manifests are for, such as 1.35: what it
                             does not know is an error. Default: any supported version; what only
                             some of them know is a warning
              --argocd-version VERSION
                             the version of Argo CD that Applications, AppProjects and
                             ApplicationSets are for; as above, from 2.13 to 3.6
              --schemas PATH a file or folder with CustomResourceDefinitions, which describe the
                             custom resources that are checked; may be given several times. Those
                             among the checked files are used without it
              --complete     the files have everything that they refer to: a Service without pods
                             is an error. Default: it may be elsewhere
              --rule RULE    waives problems or gives them another severity, for a reason, such as
                             'POD_SECURITY waived of Deployment/bank/web: starts as root'. The form
                             is: CODE error|warning|waived [of OBJECT] [in PATHS] [until DATE]:
                             REASON; may be given several times
              --output FORMAT
                             text, json, sarif, junit or github. Default: text
              --verbose      shows the stack trace of a fault of this tool
              --help         shows this

            Objects are checked together with those in the same folder and in folders below. If
            several folders contain the same object, as those of several environments do, each of
            these folders is checked alone.

            What is neither an object nor values of the charts is passed over, and counted in the
            last line: Kustomizations and their patches, templates and values of other Helm charts,
            files of Compose, kind, eksctl and other tools, dashboards. For a FILE that is passed
            over, a warning says so.

            Rules can also be in a file .webank-deploy.yaml in a folder, and in annotations of an
            object: deploy.webank.adorsys.com/check.CODE: "waived: REASON". A rule that changes
            nothing is a warning.

            Each problem is a line on standard error:
              path:line:column: error|warning CODE yaml.path: what is wrong. What to do.
            With another FORMAT they go to standard output. The last line counts them, and the
            objects of kinds that nobody describes: of those only the metadata is checked.
            Warnings alone leave the exit code at 0.
            """;

    /**
     * The property by which the launcher says that its jars declare no {@link Check}: to look for one, all of them would be opened,
     * which takes as long as the checks of some files.
     */
    static final String NO_FURTHER_CHECKS = "webank.checks.none";

    private static final String COMPLETE = "--complete";
    private static final String RULE = "--rule";
    private static final String OUTPUT = "--output";

    private final Supplier<Environments> environments;
    private final Clock clock;

    CheckCommand(Supplier<Environments> environments, Clock clock) {
        this.environments = environments;
        this.clock = clock;
    }

    @Override
    String name() {
        return "check";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    Option[] options() {
        return options(
                ValuesArguments.OPTIONS,
                VersionArguments.OPTIONS,
                List.of(
                        Option.values(DefinitionFiles.OPTION),
                        Option.flag(COMPLETE),
                        Option.values(RULE),
                        Option.value(OUTPUT)));
    }

    @Override
    String operands() {
        return "FILE...";
    }

    @Override
    int run(Arguments arguments, Console console) {
        ValuesChoice choice = ValuesArguments.of(arguments, environments, null);
        Targets targets = VersionArguments.targets(arguments);
        if (arguments.operands().isEmpty()) {
            arguments.missingOperand("FILE");
        }
        ReportFormat format = format(arguments);
        List<SeverityRule> rules = rules(arguments);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        DocumentChecks checks = ChartDocuments.of(choice)
                .in(DocumentChecks.all())
                .withTargets(targets)
                .withDefinitions(DefinitionFiles.read(console, arguments.values(DefinitionFiles.OPTION)))
                .withClock(clock);
        for (SeverityRule rule : rules) {
            checks = checks.plusRule(rule);
        }
        if (!Boolean.getBoolean(NO_FURTHER_CHECKS)) {
            for (Check check : ServiceLoader.load(Check.class)) {
                checks = checks.plusCheck(check);
            }
        }
        DocumentReport report =
                (arguments.has(COMPLETE) ? checks.complete() : checks).check(sources(arguments, console));
        if (format == ReportFormat.TEXT) {
            for (String note : report.notes()) {
                console.note(note + "; use --chart for another one");
            }
            console.reportMany(report.problems());
            for (String rule : report.rules()) {
                console.note(rule);
            }
        } else {
            console.print(format.write(report));
        }
        console.note(report.summary());
        return report.errors().isEmpty() ? Cli.DONE : Cli.INVALID;
    }

    private static ReportFormat format(Arguments arguments) {
        String text = Objects.requireNonNullElse(arguments.value(OUTPUT), ReportFormat.TEXT.text());
        List<String> known = new ArrayList<>();
        for (ReportFormat format : ReportFormat.values()) {
            if (format.text().equals(text)) {
                return format;
            }
            known.add(format.text());
        }
        arguments.unknownValue(OUTPUT, text, known);
        return ReportFormat.TEXT;
    }

    private static List<SeverityRule> rules(Arguments arguments) {
        List<SeverityRule> rules = new ArrayList<>();
        for (String text : arguments.values(RULE)) {
            try {
                rules.add(SeverityRule.parse(text));
            } catch (DeployException.InvalidInput e) {
                arguments.add(RULE, e);
            }
        }
        return rules;
    }

    private static List<DocumentSource> sources(Arguments arguments, Console console) {
        List<DocumentSource> sources = new ArrayList<>();
        for (String path : arguments.operands()) {
            sources.add(
                    path.equals(Input.STANDARD)
                            ? DocumentSource.bytes(Input.name(path), Input.read(console, path))
                            : DocumentSource.of(path, console.file(path).toPath()));
        }
        return sources;
    }
}
