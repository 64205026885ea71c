package com.adorsys.webank.deploy.eks.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that ends with this JVM, however the JVM ends.
 *
 * <p>A small shell watches a pipe from the JVM and then becomes the program: when the JVM is killed the pipe closes, and the
 * watcher kills the program. What the program prints goes to a log file.
 */
final class ClusterProcess implements AutoCloseable {
    private static final String DONE = "done";
    private static final String SCRIPT = """
            exec 3<&0 </dev/null
            (
              while read -r line <&3; do [ "$line" = %s ] && exit 0; done
              kill -KILL $$
            ) >/dev/null 2>&1 &
            exec 3<&-
            exec "$@"
            """.formatted(DONE);

    private final String name;
    private final Process process;
    private final Path log;

    private ClusterProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ClusterProcess start(
            String name, Path folder, Path log, Map<String, String> environment, List<String> command) {
        List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, name));
        shell.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(shell)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            // Told that all is done, the watcher leaves alone whoever gets the program's process id next.
            var unused = process.onExit().thenAccept(ClusterProcess::release);
            return new ClusterProcess(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Waits for the end, at most so long; says whether it came. */
    boolean await(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends a signal by its name, such as {@code STOP}. */
    void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(kill.getInputStream().readAllBytes(), UTF_8);
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("Cannot send " + signal + " to " + name + ": " + said.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a signal was sent to " + name, e);
        }
    }

    /** Asks the process to end, and kills it if it has not after ten seconds. */
    void stop() {
        process.destroy();
        try {
            if (await(Duration.ofSeconds(10))) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Kills the process, and returns when it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last lines that it printed. */
    String tail(int lines) {
        try {
            // The log of a long life is large; its end is enough.
            byte[] all = Files.readAllBytes(log);
            int from = Math.max(0, all.length - 200 * lines);
            List<String> said =
                    new String(all, from, all.length - from, UTF_8).lines().toList();
            return String.join("\n", said.subList(Math.max(0, said.size() - lines), said.size()));
        } catch (IOException e) {
            return "(its log cannot be read: " + e + ")";
        }
    }

    private static void release(Process process) {
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write((DONE + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            // The watcher is gone already.
        }
    }
}
