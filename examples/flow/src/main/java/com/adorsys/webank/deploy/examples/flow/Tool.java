package com.adorsys.webank.deploy.examples.flow;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.examples.cli.Cli;
import com.adorsys.webank.deploy.examples.cli.Console;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The command-line tool of the platform team, in its process; what it prints is shown as it comes. */
final class Tool {
    private final Path folder;
    private final Narrator narrator;
    private Supplier<Environments> environments;

    Tool(Path folder, Narrator narrator, Supplier<Environments> environments) {
        this.folder = folder;
        this.narrator = narrator;
        this.environments = environments;
    }

    /** Changes the model, as a commit to the team's Java does. */
    void setEnvironments(Supplier<Environments> changed) {
        environments = changed;
    }

    /**
     * Runs a command.
     *
     * @param who who types it
     * @param expected the exit code that the story expects
     * @param line the command and its options; words are separated by spaces
     */
    void run(String who, int expected, String line) {
        narrator.command(who, "webank-deploy " + line);
        int code = Cli.run(
                environments,
                Console.of(InputStream.nullInputStream(), narrator.output(), narrator.output(), folder),
                line.split(" "));
        if (code != expected) {
            throw new IllegalStateException(
                    "`webank-deploy " + line + "` ended with " + code + ", and " + expected + " was expected");
        }
        if (code != 0) {
            narrator.say("exit code " + code);
        }
    }
}
