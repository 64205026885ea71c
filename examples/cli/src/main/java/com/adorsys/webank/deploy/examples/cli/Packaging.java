package com.adorsys.webank.deploy.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The last step of the build: puts the launcher beside {@code webank-deploy.jar}, and makes the class-data archive that
 * the launcher starts with.
 *
 * <p>The archive holds the classes as the JVM has them once they are loaded. It serves only the JDK that made it, and the
 * jar that it was made of, as it lies there. Where none can be made the build says so; the launcher works without.
 */
public final class Packaging {
    /** What the launcher passes to the JVM; an archive serves only a JVM with the same collector. */
    private static final List<String> OPTIONS = List.of(
            // Nothing about the archive on either output, whatever is wrong with it.
            "-Xlog:disable", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");

    private static final String ARCHIVE = "webank-deploy.jsa";

    private Packaging() {}

    /**
     * Runs the step.
     *
     * @param args the launcher's template, and the folder of the jar
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[1]).toRealPath();
        writeLauncher(Path.of(args[0]), folder.resolve("webank-deploy"));
        String failure = makeArchive(folder);
        if (failure.isEmpty()) {
            System.out.println("The launcher's class-data archive: " + folder.resolve(ARCHIVE));
        } else {
            System.out.println("WARNING: the launcher has no class-data archive, so it starts slowly: " + failure);
        }
    }

    private static void writeLauncher(Path template, Path launcher) throws IOException {
        String options = String.join(" ", OPTIONS) + " \"-XX:SharedArchiveFile=$home/" + ARCHIVE + "\"";
        Files.writeString(launcher, Files.readString(template).replace("@OPTIONS@", options));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Makes the archive in a JVM of its own; returns why there is none, or nothing. */
    private static String makeArchive(Path folder) throws IOException, InterruptedException {
        Path archive = folder.resolve(ARCHIVE);
        Files.deleteIfExists(archive);
        Path log = folder.resolve("class-data-archive.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-XX:ArchiveClassesAtExit=" + archive);
        command.add("-cp");
        command.add(folder.resolve("webank-deploy.jar").toString());
        command.add(Rehearsal.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return "it took more than two minutes, see " + log;
        }
        if (process.exitValue() != 0) {
            Files.deleteIfExists(archive);
            return "the JVM ended with " + process.exitValue() + ", see " + log;
        }
        return Files.exists(archive) ? "" : "this JVM wrote none, see " + log;
    }
}
