package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import java.util.function.Supplier;

/** The tool with the example environments: what a team's own main looks like. */
public final class Main {
    private Main() {}

    /** Runs the tool, and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(Cli.run(new Example(), args));
    }

    /** {@code WebankEnvironments::all}; a class starts a few milliseconds sooner than a method reference. */
    static final class Example implements Supplier<Environments> {
        @Override
        public Environments get() {
            return WebankEnvironments.all();
        }
    }
}
