package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.documents.ValuesChoice;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code render}: renders values as manifests. It runs in a cold JVM: plain loops, no lambdas, no regular expressions. */
final class RenderCommand extends Command {
    private static final String HELP = """
        Renders values of the charts, and prints the manifests.

        Usage: webank-deploy render --values FILE --release NAME --namespace NAMESPACE [OPTION]...

          --values FILE          a values file, or an Argo CD Application that has a
                                 valuesObject; - for standard input
          --chart CHART          the chart that the values are for: webank, webank-obs,
                                 webank-prs, webank-userapp, or that of a microservice.
                                 Default: the chart of the Application, or of the
                                 Chart.yaml beside a values file, or else webank
          --dialect DIALECT      old: the values are for the charts that this tool
                                 replaces; exported: for those that `chart` writes.
                                 Default: by the version of the chart, which is 2 or
                                 above for exported ones, or else by the keys
          --environment NAME     the environment whose charts were exported. Default: the
                                 first one
          --release NAME         the release's name. Default: that of the Application;
                                 required for a values file
          --namespace NAMESPACE  the release's namespace. Default: the Application's
                                 destination; required for a values file
          --posture POSTURE      chart: what Helm renders; hardened: the same, made
                                 safer. Default: hardened; for exported charts that of
                                 the environment
          --verbose              shows the stack trace of a fault of this tool
          --help                 shows this

        The manifests go to standard output, with `---` before each; problems go to standard
        error. If there is an error, no manifest is printed. Of an Application only the values
        are read and checked; use `check` to check all of it.
        """;

    private final Supplier<Environments> environments;

    RenderCommand(Supplier<Environments> environments) {
        this.environments = environments;
    }

    @Override
    String name() {
        return "render";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    Option[] options() {
        return options(
                List.of(Option.value("--values"), Option.value("--release"), Option.value("--namespace")),
                List.of(Option.value(PostureChoice.POSTURE)),
                ValuesArguments.OPTIONS);
    }

    @Override
    int run(Arguments arguments, Console console) {
        String path = arguments.required("--values", "FILE");
        @Nullable Posture posture = PostureChoice.of(arguments);
        ValuesChoice choice = ValuesArguments.of(arguments, environments, posture);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        YamlDocument document = YamlReader.read(Input.name(path), Input.read(console, path));
        RenderInput input = RenderInput.of(document, Input.chartBeside(console, path), choice, arguments);
        if (input == null) {
            return console.refuse(arguments.problems());
        }
        List<Problem> problems = input.values().problems(input.release(), posture);
        for (Problem problem : problems) {
            if (problem.isError()) {
                return console.refuse(problems);
            }
        }
        console.report(problems);
        List<Problem> warnings = new ArrayList<>();
        ManifestSet manifests = input.values().render(input.release(), posture, warnings);
        console.report(warnings);
        console.print(YamlWriter.write(manifests));
        return Cli.DONE;
    }
}
