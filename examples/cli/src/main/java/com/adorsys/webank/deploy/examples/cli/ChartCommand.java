package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.charts.WebankCharts;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.helm.ChartArchive;
import com.adorsys.webank.deploy.helm.ChartRepository;
import com.adorsys.webank.deploy.helm.HelmChart;
import com.adorsys.webank.deploy.helm.SemVer;
import com.adorsys.webank.deploy.tree.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code chart}: writes the Helm charts of an environment's Webank, or compares them. */
final class ChartCommand extends Command {
    private static final String ENVIRONMENT = "--environment";
    private static final String VERSION = "--version";
    private static final String PACKAGES = "--packages";

    private static final String HELP = """
            Writes the Helm charts of an environment's Webank, and shows the changes.

            Usage: webank-deploy chart --out DIR [OPTION]...

              --out DIR           the folder to write to; it is created if it is missing. Each chart is
                                  a folder in it: one for each component, and webank, which consists
                                  of them
              --environment NAME  the environment whose settings are the defaults of the charts'
                                  values. Default: the first one
              --posture POSTURE   chart: what the old charts render; hardened: the same, made
                                  safer. Default: that of the environment
              --version VERSION   the version of the charts, such as 2.1.0-rc.1. Default: 2.0.0
              --packages          writes archives, NAME-VERSION.tgz, and an index.yaml instead of
                                  folders: a chart repository. Archives of other versions that an
                                  earlier run wrote are removed
              --overwrite-edits   writes over generated files that were edited by hand; without it they
                                  are reported, and nothing is written
              --check             writes nothing; if the folder differs from the charts, shows the
                                  differences and exits with 3
              --verbose           shows the stack trace of a fault of this tool
              --help              shows this

            Equal files are not touched. Files that an earlier run wrote and that are no longer
            generated are removed. Files of others are never changed or removed: if one is in the
            place of a generated file, nothing is written at all.

            What no chart can say, such as a call between two components, is named, and nothing is
            written.
            """;

    private static final Option[] OPTIONS = {
        Option.value("--out"),
        Option.value(ENVIRONMENT),
        Option.value(PostureChoice.POSTURE),
        Option.value(VERSION),
        Option.flag(PACKAGES),
        Option.flag("--overwrite-edits"),
        Option.flag("--check")
    };

    private final Supplier<Environments> environments;

    ChartCommand(Supplier<Environments> environments) {
        this.environments = environments;
    }

    @Override
    String name() {
        return "chart";
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
        Posture posture = PostureChoice.of(arguments);
        SemVer version = version(arguments);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        Environment environment = environment(environments.get(), arguments.value(ENVIRONMENT));
        WebankCharts charts = WebankCharts.of(posture == null ? environment : environment.withPosture(posture));
        FileTree tree = tree(version == null ? charts : charts.withVersion(version), arguments.has(PACKAGES));
        OutputFolder folder = OutputFolder.of(console, out);
        if (arguments.has("--check")) {
            return folder.check(tree, console);
        }
        console.print(folder.write(tree, CommitArguments.handEdits(arguments)).text());
        console.print("\nWritten to " + folder.shown() + "\n");
        return Cli.DONE;
    }

    /** The version that is named; null without the option, and a problem if it is not valid. */
    private static @Nullable SemVer version(Arguments arguments) {
        String text = arguments.value(VERSION);
        try {
            return text == null ? null : SemVer.parse(text);
        } catch (DeployException.InvalidInput invalid) {
            arguments.add(VERSION, invalid);
            return null;
        }
    }

    /** The environment that is named; without a name the first one. */
    static Environment environment(Environments all, @Nullable String name) {
        if (name != null) {
            return all.get(name);
        }
        for (Environment first : all) {
            return first;
        }
        throw new DeployException.InvalidInput(Problem.error(
                ProblemCodes.ENVIRONMENT_UNKNOWN,
                Location.of("environment"),
                "there is no environment",
                "Add one to the environments of the tool"));
    }

    private static FileTree tree(WebankCharts charts, boolean packed) {
        if (!packed) {
            return charts.tree("");
        }
        List<ChartArchive> archives = new ArrayList<>();
        for (HelmChart chart : charts.charts()) {
            archives.add(ChartArchive.of(chart));
        }
        return ChartRepository.of(archives).tree();
    }
}
