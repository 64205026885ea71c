package com.adorsys.webank.deploy.examples.cli;

import java.util.ArrayList;
import java.util.List;

/** One command of the tool: its options, its help and its work. */
abstract class Command {
    /** The values that an option takes. */
    enum Takes {
        NOTHING,
        ONE_VALUE,
        VALUES
    }

    /** The name on the command line. */
    abstract String name();

    /** What {@code --help} shows. */
    abstract String help();

    /** The options besides {@code --help} and {@code --verbose}. */
    abstract Option[] options();

    /** The placeholder of the operands in the help; empty if the command takes none. */
    String operands() {
        return "";
    }

    /** Runs the command, and returns the exit code. */
    abstract int run(Arguments arguments, Console console);

    /** Several groups of options in one. */
    @SafeVarargs
    static Option[] options(List<Option>... groups) {
        List<Option> all = new ArrayList<>();
        for (List<Option> group : groups) {
            all.addAll(group);
        }
        return all.toArray(new Option[0]);
    }

    /** An option: {@code --name}. */
    static final class Option {
        private final String name;
        private final Takes takes;

        private Option(String name, Takes takes) {
            this.name = name;
            this.takes = takes;
        }

        /** An option without a value. */
        static Option flag(String name) {
            return new Option(name, Takes.NOTHING);
        }

        /** An option with a value, which may be given once. */
        static Option value(String name) {
            return new Option(name, Takes.ONE_VALUE);
        }

        /** An option with a value, which may be given several times. */
        static Option values(String name) {
            return new Option(name, Takes.VALUES);
        }

        String name() {
            return name;
        }

        Takes takes() {
            return takes;
        }
    }
}
