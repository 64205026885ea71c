package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import java.util.List;
import java.util.function.Supplier;

/** {@code check}: reports every problem of Applications, values and manifests. */
final class CheckCommand extends Command {
    private static final String HELP = """
            Checks Argo CD Applications, values of the charts, and manifests.

            Usage: webank-deploy check FILE... [OPTION]...

              FILE           a file, a folder, or - for standard input. In a folder every *.yaml,
                             *.yml and *.json is checked, also in folders below. Chart.yaml and
                             names that start with a dot are skipped
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
              --verbose      shows the stack trace of a fault of this tool
              --help         shows this

            A document with apiVersion and kind is an Application or another manifest; any other
            document is values. Manifests are checked together with those in the same folder and
            in folders below. If several folders contain the same object, as those of several
            environments do, each of these folders is checked alone.

            Each problem is a line on standard error:
              path:line:column: error|warning CODE yaml.path: what is wrong. What to do.
            The last line counts them, and the objects of kinds that nobody describes: of those
            only the metadata is checked. Warnings alone leave the exit code at 0.
            """;

    private final Supplier<Environments> environments;

    CheckCommand(Supplier<Environments> environments) {
        this.environments = environments;
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
        return options(ValuesChoice.OPTIONS, VersionArguments.OPTIONS, List.of(Option.values(DefinitionFiles.OPTION)));
    }

    @Override
    String operands() {
        return "FILE...";
    }

    @Override
    int run(Arguments arguments, Console console) {
        ValuesChoice choice = ValuesChoice.of(arguments, environments, null);
        Targets targets = VersionArguments.targets(arguments);
        if (arguments.operands().isEmpty()) {
            arguments.missingOperand("FILE");
        }
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        Definitions definitions = DefinitionFiles.read(console, arguments.values(DefinitionFiles.OPTION));
        Run run = new Run(console, new CheckedDocuments.Basis(choice, targets, definitions));
        for (String path : arguments.operands()) {
            run.walk.visit(path);
        }
        return run.finish();
    }

    /** One run over all arguments. */
    private static final class Run implements FileWalk.Visitor {
        private final Console console;
        private final Findings findings = new Findings();
        private final CheckedDocuments documents;
        private final FileWalk walk;

        private Run(Console console, CheckedDocuments.Basis basis) {
            this.console = console;
            this.documents = new CheckedDocuments(console, findings, basis);
            this.walk = new FileWalk(console, findings, ProblemCodes.NOTHING_TO_CHECK, this);
        }

        @Override
        public void file(String path, List<YamlDocument> all) {
            for (int i = 0; i < all.size(); i++) {
                if (i > 0 && CheckedDocuments.isValues(all.get(i))) {
                    findings.add(Problem.error(
                            ProblemCodes.YAML_SEVERAL_DOCUMENTS,
                            all.get(i).locations().of(""),
                            "this document is values (it has neither `apiVersion` nor `kind`), and is not the first of the file",
                            "Write values into a file of their own"));
                } else {
                    documents.add(all.get(i), path);
                }
            }
        }

        private int finish() {
            documents.checkManifests();
            console.report(findings.sorted());
            console.note(findings.summary());
            return findings.hasErrors() ? Cli.INVALID : Cli.DONE;
        }
    }
}
