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
 * A command about a release in a cluster: finds out which release of which cluster, connects, and lets its subclass do the
 * rest. A signal ends it in good order.
 */
abstract class ClusterCommand extends Command {
    private static final Option OUTPUT = Option.value("--output");
    static final Option DRY_RUN = Option.flag("--dry-run");
    static final Option EXIT_CODE = Option.value("--exit-code");

    static final String OUTPUT_HELP = """
              --output FORMAT        text, or json: one JSON object; text unless said
              --verbose              shows the stack trace of a fault of this tool
              --help                 shows this
            """;

    private final Supplier<Environments> environments;
    private final Connector connector;
    private final Option[] options;
    private final List<Option> releaseOptions;

    /**
     * A command.
     *
     * @param releaseOptions those of {@link ReleaseChoice} that it takes
     * @param more its other options, beside those of all such commands
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

    /** Lists of options as one. */
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

    /** Notes what is wrong with the subclass's own options. */
    void check(Arguments arguments) {}

    /** What the work begins with on this machine, before anything is connected. */
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
        prepare(release, console);
        try (Progress progress = Progress.of(console)) {
            console.interruptible(progress);
            try (Connection connection = connector.connect(chosen, release.release())) {
                chosen.warning(connection.address()).ifPresent(warning -> progress.say(warning.toString()));
                progress.say(name() + " " + release.release() + " at " + connection.address());
                Deployer deployer =
                        connection.deployer().withOptions(deployOptions).withListener(progress);
                return work(arguments, deployer, console);
            }
        }
    }

    /** Whether the result is for programs. */
    static boolean isJson(Arguments arguments) {
        return "json".equals(arguments.value("--output"));
    }

    /** Prints a plan; the exit code is 0 if it can be applied, else that of applying it. */
    static int show(Plan plan, Arguments arguments, Console console) {
        console.print(isJson(arguments) ? plan.json() + "\n" : plan.text());
        Optional<DeployException> refusal = plan.refusal();
        if (refusal.isEmpty()) {
            return Cli.DONE;
        }
        console.note("webank-deploy: the plan of " + plan.release() + " cannot be applied; it says why");
        return refusal.get() instanceof DeployException.InvalidInput ? Cli.INVALID : Cli.REFUSED;
    }

    /** The code of {@code --exit-code}; 0 where it is not given, and a problem where it cannot be. */
    static int exitCode(Arguments arguments) {
        String text = arguments.value("--exit-code");
        if (text == null) {
            return Cli.DONE;
        }
        if (text.matches("[0-9]{1,3}")) {
            int code = Integer.parseInt(text);
            if (code >= Cli.DIFFERENT && code <= 125 && code != Cli.REFUSED) {
                return code;
            }
        }
        arguments.invalidValue(
                "--exit-code", text, "Write `3`, or another code up to 125 that means nothing else: 0, 1, 2 and 4 do");
        return Cli.DONE;
    }
}
