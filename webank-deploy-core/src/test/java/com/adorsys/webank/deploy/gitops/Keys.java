package com.adorsys.webank.deploy.gitops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** Keys that {@code ssh-keygen} and {@code gpg} make. */
public final class Keys {
    private Keys() {}

    /** A new key without a passphrase; its public key is beside it. */
    public static Path ssh(Path file) {
        return ssh(file, "");
    }

    static Path ssh(Path file, String passphrase, String... options) {
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-C", "test", "-N", passphrase, "-f"));
        command.add(file.toString());
        command.addAll(options.length == 0 ? List.of("-t", "ed25519") : List.of(options));
        run(Map.of(), command);
        return file;
    }

    static String publicKey(Path file) {
        return read(Path.of(file + ".pub")).strip();
    }

    public static String fingerprint(Path file) {
        return run(Map.of(), List.of("ssh-keygen", "-l", "-f", file + ".pub")).split(" ")[1];
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command prints. */
    public static String run(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            Path errors = Files.createTempFile("command", ".err");
            try {
                Process process = start(builder.redirectError(errors.toFile()));
                process.getOutputStream().close();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new AssertionError(String.join(" ", command) + ": " + out + Files.readString(errors));
                }
                return out;
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts a program, or skips the test where it is not installed; {@code .ci/run} installs it. */
    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            String missing = "`" + builder.command().get(0) + "` cannot be started";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(missing, e);
            }
            throw new TestAbortedException(missing, e);
        }
    }
}
