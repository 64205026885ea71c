package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The command-line tool for a team's environments.
 *
 * <p>A team's own main is one line:
 *
 * <pre>{@code
 * System.exit(Cli.run(MyEnvironments::all, args));
 * }</pre>
 *
 * <p>Manifests go to standard output, problems to standard error, one line each, both in UTF-8 with {@code \n} whatever
 * the locale. The exit codes are:
 *
 * <ul>
 *   <li>0: done
 *   <li>1: a fault of this tool
 *   <li>2: the input has errors, the output cannot be written, the tool was called wrongly, or it would go to another cluster
 *       than the environment's
 *   <li>3: a difference was found, and an option asks for this exit code; a check of {@code switch-source} fails
 *   <li>4: a server refused, could not be reached, or took too long
 *   <li>130: interrupted
 * </ul>
 */
public final class Cli {
    static final int DONE = 0;
    static final int OUR_FAULT = 1;
    static final int INVALID = 2;
    static final int DIFFERENT = 3;
    static final int REFUSED = 4;
    static final int INTERRUPTED = 130;

    private Cli() {}

    /**
     * Runs a command for this process.
     *
     * @param environments asked only by commands that need them
     * @param args the command and its options, as {@code main} gets them
     * @return the exit code
     */
    public static int run(Supplier<Environments> environments, String... args) {
        return run(environments, Console.ofProcess(), args);
    }

    /** {@link #run(Supplier, String...)} for environments that exist already. */
    public static int run(Environments environments, String... args) {
        return run(() -> environments, args);
    }

    /**
     * Runs a command with streams and a working directory of the caller's choice.
     *
     * @param environments asked only by commands that need them
     * @param console where input comes from and output goes to
     * @param args the command and its options
     * @return the exit code
     */
    public static int run(Supplier<Environments> environments, Console console, String... args) {
        int code;
        try {
            code = dispatch(environments, console, args);
        } catch (DeployException e) {
            code = report(e, console);
        } catch (RuntimeException | Error e) {
            code = reportFault(e, console, wantsTrace(args));
        }
        return console.finish(code);
    }

    private static int dispatch(Supplier<Environments> environments, Console console, String[] args) {
        String first = args.length == 0 ? "" : args[0];
        if (first.equals("help") && args.length == 2 && !args[1].startsWith("-")) {
            return dispatch(environments, console, new String[] {args[1], "--help"});
        }
        switch (first) {
            case "--help", "-h", "help" -> {
                return Help.show(console, Help.TOOL);
            }
            case "--version" -> {
                return Help.showVersion(console);
            }
            default -> {}
        }
        Command command = command(first, environments);
        if (command == null) {
            return Help.noCommand(console, first);
        }
        Arguments arguments = Arguments.parse(command, args);
        if (arguments.has("--help")) {
            return Help.show(console, command.help());
        }
        return command.run(arguments, console);
    }

    /** The command with a name; only its class is loaded. */
    static @Nullable Command command(String name, Supplier<Environments> environments) {
        return switch (name) {
            case "render" -> new RenderCommand(environments);
            case "check" -> new CheckCommand(environments, new MachineClock());
            case "generate" -> new GenerateCommand(environments, System.getenv());
            case "chart" -> new ChartCommand(environments);
            case "migrate" -> new MigrateCommand(environments);
            case "bootstrap" -> new BootstrapCommand(environments);
            case "publish" -> new PublishCommand(environments, System.getenv(), Clock.system(ZoneId.systemDefault()));
            case "set-image" ->
                new SetImageCommand(environments, System.getenv(), Clock.system(ZoneId.systemDefault()));
            case "promote" -> new PromoteCommand(environments, System.getenv(), Clock.system(ZoneId.systemDefault()));
            case "diff" -> new DiffCommand(environments, System.getenv());
            case "audit" -> new AuditCommand(System.getenv());
            case "rights" -> new RightsCommand(environments);
            case "token" -> new TokenCommand(System.getenv());
            case "plan", "apply", "status", "history", "rollback", "delete", "wait", "switch-source" ->
                ClusterCommands.named(name, environments, new EksConnector());
            default -> null;
        };
    }

    private static int report(DeployException e, Console console) {
        if (e instanceof DeployException.InvalidInput invalid) {
            return console.refuse(invalid.problems());
        }
        // A message about several objects has a line for each.
        ("webank-deploy: " + e.getMessage()).lines().forEach(console::note);
        return e instanceof DeployException.Interrupted ? INTERRUPTED : REFUSED;
    }

    /** Reports where this tool failed, without the exception's message, which may quote the input. */
    private static int reportFault(Throwable e, Console console, boolean trace) {
        StackTraceElement[] frames = e.getStackTrace();
        String place = frames.length == 0 ? "" : " at " + frames[0];
        console.note(
                "webank-deploy: this is a bug of webank-deploy: " + e.getClass().getName() + place
                        + (trace ? "" : ". Run it again with --verbose for the stack trace, and report that."));
        if (trace) {
            console.trace(e);
        }
        return OUR_FAULT;
    }

    private static boolean wantsTrace(String[] args) {
        for (String arg : args) {
            if (arg.equals("--verbose")) {
                return true;
            }
        }
        return Boolean.getBoolean("webank.trace");
    }
}
