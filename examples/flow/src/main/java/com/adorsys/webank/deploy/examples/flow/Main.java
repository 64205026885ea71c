package com.adorsys.webank.deploy.examples.flow;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.opentest4j.TestAbortedException;

/**
 * Plays the way from a commit to running pods on this machine, and prints it:
 *
 * <pre>
 * mvn -q -Pflow -DskipTests -pl examples/flow -am verify
 * </pre>
 */
public final class Main {
    private Main() {}

    /** Exits with 0 when the story went as it should, else with 1 and the reason. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        int code = 0;
        try {
            Flow.play(new Narrator(out));
        } catch (TestAbortedException | IllegalStateException e) {
            out.println("\nThe flow ended early: " + e.getMessage());
            code = 1;
        }
        out.flush();
        System.exit(code);
    }
}
