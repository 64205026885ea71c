package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.Deployer;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.examples.cli.Connector.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A command for a release in a cluster: determines the release and the cluster, connects, and lets the subclass do the
 * work. After a signal it finishes the running requests and stops.
 */
abstract class ClusterCommand extends Command {
    private static final Option OUTPUT = Option.value("--output");
    static final Option DRY_RUN = Option.flag("--dry-run");
    static final Option EXIT_CODE = Option.value("--exit-code");
    static final String FULL = "--full";

    static final String OUTPUT_HELP = """
              --output FORMAT        text, or json: one JSON object. Default: text
              --verbose              shows the stack trace of a fault of this tool
              --help                 shows this
            """;

    private final Supplier<Environments> environments;
    private final Connector connector;
    private final Option[] options;
    private final List<Option> releaseOptions;
    private @Nullable Progress progress;

    /**
     * A command.
     *
     * @param releaseOptions the options of {@link ReleaseChoice} that it takes
     * @param more its other options, besides those of all such commands
     */
    ClusterCommand(
            Supplier<Environments> environments, Connector connector, List<Option> releaseOptions, List<Option> more) {
        this.environments = environments;
        this.connector = connector;
        this.releaseOptions = releaseOptions;
        List<Option> all = new ArrayList<>(releaseOptions);
        all.addAll(ClusterChoice.OPTIONS);
        all.addAll(more);
        all.add(OUTPUT);
        this.options = all.toArray(new Option[0]);
    }

    /** Joins lists of options. */
    @SafeVarargs
    static List<Option> all(List<Option>... lists) {
        List<Option> all = new ArrayList<>();
        for (List<Option> list : lists) {
            all.addAll(list);
        }
        return all;
    }

    @Override
    final Option[] options() {
        return options;
    }

    /** Adds the problems of the subclass's own options. */
    void check(Arguments arguments) {}

    /** The first part of the work, which needs no connection. */
    void prepare(ReleaseChoice release, Console console) {}

    /**
     * Does the work.
     *
     * @param deployer with the options of the command line, and a listener that shows the progress
     * @return the exit code
     */
    abstract int work(Arguments arguments, Deployer deployer, Console console);

    @Override
    final int run(Arguments arguments, Console console) {
        ReleaseChoice.check(arguments, releaseOptions);
        @Nullable ClusterChoice cluster = ClusterChoice.of(arguments, console);
        var deployOptions = DeployArguments.options(arguments);
        String output = arguments.value("--output");
        if (output != null && !output.equals("text") && !output.equals("json")) {
            arguments.unknownValue("--output", output, List.of("text", "json"));
        }
        check(arguments);
        if (cluster == null || !arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        ReleaseChoice release = ReleaseChoice.of(arguments, environments);
        @Nullable Environment environment = release.environment();
        ClusterChoice chosen = environment == null ? cluster : cluster.of(environment);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        try (Connecting connecting = Connecting.begin(() -> connector.connect(chosen, release.release()))) {
            prepare(release, console);
            try (Progress progress = Progress.of(console)) {
                this.progress = progress;
                console.interruptible(progress);
                try (Connection connection = connecting.connection()) {
                    chosen.warning(connection.address()).ifPresent(warning -> progress.say(warning.toString()));
                    progress.say(name() + " " + release.release() + " at " + connection.address());
                    Deployer deployer =
                            connection.deployer().withOptions(deployOptions).withListener(progress);
                    return work(arguments, deployer, console);
                }
            }
        }
    }

    /** Shows a line of progress, while the command is connected. */
    final void say(String line) {
        if (progress != null) {
            progress.say(line);
        }
    }

    /** Whether the result is printed as JSON. */
    static boolean isJson(Arguments arguments) {
        return "json".equals(arguments.value("--output"));
    }

    /** Says that a plan cannot be applied; returns the exit code. */
    static int refused(Plan plan, DeployException refusal, Console console) {
        console.note("webank-deploy: the plan of " + plan.release() + " cannot be applied; the plan lists the reasons");
        return refusal instanceof DeployException.InvalidInput ? Cli.INVALID : Cli.REFUSED;
    }

    /** Prints a plan; returns the exit code: 0 if it can be applied, else the one that applying it would have. */
    static int show(Plan plan, Arguments arguments, Console console) {
        if (isJson(arguments)) {
            console.print(plan.json() + "\n");
        } else {
            console.print(arguments.has(FULL) ? plan.fullText() : plan.text());
        }
        Optional<DeployException> refusal = plan.refusal();
        if (refusal.isEmpty()) {
            return Cli.DONE;
        }
        return refused(plan, refusal.get(), console);
    }
}
