package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.examples.cli.Command.Option;
import com.adorsys.webank.deploy.examples.cli.Command.Takes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parsed arguments of a command: options, written as {@code --name value} or {@code --name=value}, and operands. After
 * {@code --} every argument is an operand.
 *
 * <p>All problems are collected, so that they are reported at once.
 */
final class Arguments {
    private static final Option HELP = Option.flag("--help");
    private static final Option VERBOSE = Option.flag("--verbose");

    private final Command command;
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Arguments(Command command) {
        this.command = command;
    }

    /** Parses the arguments after the command's name, which is the first. */
    static Arguments parse(Command command, String[] args) {
        Arguments arguments = new Arguments(command);
        boolean optionsEnd = false;
        for (int i = 1; i < args.length; i++) {
            String arg = args[i];
            if (optionsEnd || !arg.startsWith("-") || arg.equals("-")) {
                arguments.operand(arg);
            } else if (arg.equals("--")) {
                optionsEnd = true;
            } else {
                i = arguments.option(args, i);
            }
        }
        return arguments;
    }

    /** Takes the option at a position, and returns the position of its last argument. */
    private int option(String[] args, int position) {
        String arg = args[position];
        int equals = arg.indexOf('=');
        String name = arg.equals("-h") ? "--help" : equals < 0 ? arg : arg.substring(0, equals);
        Option option = find(name);
        if (option == null) {
            unknown(name);
            return position;
        }
        boolean given = has(name);
        if (option.takes() == Takes.NOTHING) {
            if (equals >= 0) {
                problem(ProblemCodes.UNEXPECTED_VALUE, "`" + name + "` takes no value", "Write `" + name + "` alone");
            }
            add(name, "");
            return position;
        }
        int last = position;
        String value = "";
        if (equals >= 0) {
            value = arg.substring(equals + 1);
        } else if (position + 1 < args.length && !args[position + 1].startsWith("--")) {
            last = position + 1;
            value = args[last];
        }
        if (value.isEmpty()) {
            problem(ProblemCodes.MISSING_VALUE, "`" + name + "` has no value", "Write `" + name + " VALUE`");
        } else if (given && option.takes() == Takes.ONE_VALUE) {
            problem(ProblemCodes.REPEATED_OPTION, "`" + name + "` is given twice", "Keep one of the two");
        }
        add(name, value);
        return last;
    }

    private void operand(String arg) {
        if (command.operands().isEmpty()) {
            problem(
                    ProblemCodes.UNEXPECTED_ARGUMENT,
                    "unexpected argument " + Problem.quote(arg),
                    "Remove it: " + see());
        } else if (arg.isEmpty()) {
            problem(ProblemCodes.MISSING_VALUE, "an argument is empty", "Name a file or a folder");
        } else {
            operands.add(arg);
        }
    }

    private @Nullable Option find(String name) {
        for (Option option : command.options()) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        return name.equals(HELP.name()) ? HELP : name.equals(VERBOSE.name()) ? VERBOSE : null;
    }

    private void unknown(String name) {
        List<String> known = new ArrayList<>();
        for (Option option : command.options()) {
            known.add(option.name());
        }
        known.add(HELP.name());
        known.add(VERBOSE.name());
        Optional<String> near = Names.nearest(name, known);
        problem(
                ProblemCodes.UNKNOWN_OPTION,
                "`" + command.name() + "` has no option " + Problem.quote(name),
                near.isPresent() ? "Did you mean `" + near.get() + "`? " + see() : "Remove it: " + see());
    }

    private void add(String name, String value) {
        names.add(name);
        values.add(value);
    }

    /** Whether an option is given. */
    boolean has(String name) {
        return names.contains(name);
    }

    /** The value of an option; null if it is not given. */
    @Nullable
    String value(String name) {
        int position = names.indexOf(name);
        return position < 0 || values.get(position).isEmpty() ? null : values.get(position);
    }

    /** The values of an option, in order. */
    List<String> values(String name) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                all.add(values.get(i));
            }
        }
        return all;
    }

    /** The value of a required option; empty, and a problem, if it is missing. */
    String required(String name, String placeholder) {
        String value = value(name);
        if (value == null && !has(name)) {
            problem(
                    ProblemCodes.MISSING_OPTION,
                    "`" + command.name() + "` requires `" + name + " " + placeholder + "`",
                    "Add it: " + see());
        }
        return value == null ? "" : value;
    }

    /** Adds the problem that a required operand is missing. */
    void missingOperand(String placeholder) {
        problem(
                ProblemCodes.MISSING_ARGUMENT,
                "`" + command.name() + "` requires a " + placeholder,
                "Add it: " + see());
    }

    /** Adds the problem that the value of an option is not one of those that are known. */
    void unknownValue(String name, String value, List<String> known) {
        Optional<String> near = Names.nearest(value, known);
        problem(
                ProblemCodes.UNKNOWN_VALUE,
                "`" + name + "` cannot be " + Problem.quote(value),
                (near.isPresent() ? "Did you mean `" + near.get() + "`? " : "") + "Use one of "
                        + String.join(", ", known));
    }

    /** Adds the problem that the value of an option is invalid. */
    void invalidValue(String name, String value, String remedy) {
        problem(ProblemCodes.INVALID_VALUE, "`" + name + "` cannot be " + Problem.quote(value), remedy);
    }

    /** Adds the problem that an option has no effect here, or conflicts with another. */
    void misplaced(String what, String remedy) {
        problem(ProblemCodes.MISPLACED_OPTION, what, remedy);
    }

    /** Adds the problem that none of several options is given, one of which is required. */
    void missing(String what) {
        problem(ProblemCodes.MISSING_OPTION, "`" + command.name() + "` requires " + what, "Add it: " + see());
    }

    /** Adds the problems that the library finds in the value of an option. */
    void add(String name, DeployException.InvalidInput refused) {
        for (Problem problem : refused.problems()) {
            problems.add(problem.at(Location.ofFile("webank-deploy").withPath(name)));
        }
    }

    /** The operands, in order. */
    List<String> operands() {
        return operands;
    }

    /** The problems found so far. */
    List<Problem> problems() {
        return problems;
    }

    private void problem(String code, String what, String remedy) {
        problems.add(Problem.error(code, Location.ofFile("webank-deploy"), what, remedy));
    }

    private String see() {
        return "`webank-deploy " + command.name() + " --help` lists the options";
    }
}
