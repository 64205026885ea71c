package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.examples.cli.Command.Option;
import java.util.List;

/** The options by which an environment gets the steps of its posture one after the other. */
final class StepArguments {
    static final String STEPS = "--steps";
    static final String UP_TO = "--up-to";

    static final List<Option> OPTIONS = List.of(Option.flag(STEPS), Option.value(UP_TO));

    private StepArguments() {}

    /** Adds problems for options that conflict, or that have no effect. */
    static void check(Arguments arguments) {
        if (arguments.has(STEPS) && arguments.has(UP_TO)) {
            arguments.misplaced(
                    "`" + STEPS + "` and `" + UP_TO + "` cannot be given together", "Keep the one that is meant");
        }
        for (Option option : OPTIONS) {
            if (arguments.has(option.name()) && !arguments.has("--environment")) {
                arguments.misplaced(
                        "`" + option.name() + "` is for `--environment` only",
                        "Name an environment, or leave `" + option.name() + "` out");
            }
        }
    }
}
