package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that is run for what it prints, without a shell and without input. */
final class ChildProcess {
    private static final int LARGEST = 1 << 20;

    private final String name;
    private final List<String> command;
    private final Map<String, String> variables;
    private final Duration longest;

    /**
     * @param name what to call it, within a sentence
     * @param command the program and its arguments
     * @param variables what it finds in its environment beside ours
     * @param longest after which time it is ended
     */
    ChildProcess(String name, List<String> command, Map<String, String> variables, Duration longest) {
        this.name = name;
        this.command = command;
        this.variables = variables;
        this.longest = longest;
    }

    /** What a process printed, and how it ended. */
    static final class Result {
        private final int code;
        private final byte[] output;
        private final byte[] errors;

        private Result(int code, byte[] output, byte[] errors) {
            this.code = code;
            this.output = output;
            this.errors = errors;
        }

        int code() {
            return code;
        }

        byte[] output() {
            return output;
        }

        /** The last line on standard error; empty if there is none. */
        String lastWords() {
            String text = new String(errors, StandardCharsets.UTF_8).strip();
            return text.substring(text.lastIndexOf('\n') + 1).strip();
        }
    }

    /**
     * Runs it to its end.
     *
     * @param missing what to do if there is no such program; a sentence without its full stop
     */
    Result run(String missing) {
        Process process = start(missing);
        Reader output = new Reader(process.getInputStream());
        Reader errors = new Reader(process.getErrorStream());
        try {
            // Whoever waits for input learns that there is none.
            process.getOutputStream().close();
            output.start();
            errors.start();
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DeployException.TimedOut(name + " was not done after " + longest.toSeconds()
                        + " s. Run it by hand, and see what it waits for.");
            }
            return new Result(process.exitValue(), output.content(), errors.content());
        } catch (InterruptedException e) {
            throw new DeployException.Interrupted("Waiting for " + decapital(name) + " was interrupted.");
        } catch (IOException e) {
            throw new DeployException.Unavailable(name + " cannot be talked to: " + e.getMessage() + ".", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(String missing) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new DeployException.Unavailable(
                    name + " cannot be started: there is no program " + Problem.quote(command.get(0))
                            + " that may be run. " + missing + ".",
                    e);
        }
    }

    private static String decapital(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    /** Reads one of the two pipes, which fill up while nobody reads them. Ends with the process. */
    private static final class Reader extends Thread {
        private final InputStream in;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        Reader(InputStream in) {
            super("webank-deploy-exec");
            this.in = in;
            setDaemon(true);
        }

        @Override
        public void run() {
            byte[] buffer = new byte[8192];
            try (in) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (read.size() < LARGEST) {
                        read.write(buffer, 0, count);
                    }
                }
            } catch (IOException e) {
                // The process was ended; what it printed until then is of no use.
                return;
            }
        }

        /** Everything, once the process has closed the pipe; a process of its own may keep it open for a while. */
        byte[] content() throws InterruptedException {
            join(1000);
            return read.toByteArray();
        }
    }
}
