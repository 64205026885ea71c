package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Rendering;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code render}: renders values as manifests. It runs in a cold JVM: plain loops, no lambdas, no regular expressions. */
final class RenderCommand extends Command {
    private static final String HELP = """
        Renders values of the charts, and prints the manifests.

        Usage: webank-deploy render --values FILE --release NAME --namespace NAMESPACE [OPTION]...

          --values FILE          a values file, or an Argo CD Application that has a
                                 valuesObject; - for standard input
          --chart CHART          the chart that the values are for: webank, webank-obs,
                                 webank-prs or webank-userapp. Default: the chart of
                                 the Application; webank for a values file
          --release NAME         the release's name. Default: that of the Application;
                                 required for a values file
          --namespace NAMESPACE  the release's namespace. Default: the Application's
                                 destination; required for a values file
          --posture POSTURE      chart: what Helm renders; hardened: the same, made
                                 safer. Default: hardened
          --verbose              shows the stack trace of a fault of this tool
          --help                 shows this

        The manifests go to standard output, with `---` before each; problems go to standard
        error. If there is an error, no manifest is printed. Of an Application only the values
        are read and checked; use `check` to check all of it.
        """;

    private static final Option[] OPTIONS = {
        Option.value("--values"),
        Option.value("--chart"),
        Option.value("--release"),
        Option.value("--namespace"),
        Option.value(PostureChoice.POSTURE)
    };

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
        return OPTIONS;
    }

    @Override
    int run(Arguments arguments, Console console) {
        String path = arguments.required("--values", "FILE");
        @Nullable Posture chosen = PostureChoice.of(arguments);
        @Nullable Chart chart = Charts.chosen(arguments);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        RenderInput input =
                RenderInput.of(YamlReader.read(Input.name(path), Input.read(console, path)), chart, arguments);
        if (input == null) {
            return console.refuse(arguments.problems());
        }
        Posture posture = chosen == null ? Posture.hardened() : chosen;
        List<Problem> problems = input.values().problems(input.release(), posture);
        for (Problem problem : problems) {
            if (problem.isError()) {
                return console.refuse(problems);
            }
        }
        console.report(problems);
        Rendering rendering = input.values().toModel(input.release()).rendering(posture);
        console.report(rendering.warnings());
        console.report(rendering.missing());
        console.print(YamlWriter.write(rendering.manifests()));
        return Cli.DONE;
    }
}
