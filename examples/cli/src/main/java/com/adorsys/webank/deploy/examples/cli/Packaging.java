package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.check.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/**
 * The last step of the build: writes the launcher beside {@code webank-deploy.jar}, and the class-data archives that the
 * launcher starts with: one for the commands that work on this machine only, and a larger one for those that call a
 * cluster or AWS.
 *
 * <p>An archive holds the classes as the JVM has them once they are loaded. It serves only the JDK that made it, and the
 * jars that it was made of, as they lie there. Where none can be made the build says so; the launcher works without.
 */
public final class Packaging {
    /**
     * The first JDK that makes an archive in one run, of linked classes.
     *
     * @see <a href="https://openjdk.org/jeps/514">JEP 514</a>
     */
    private static final int FIRST_WITH_CACHE = 25;

    /** What the launcher passes to the JVM. */
    private static final List<String> OPTIONS = List.of(
            // No message about the archive on either output, even if it cannot be used.
            "-Xlog:disable",
            // Under JDK 17 only this collector takes the objects of an archive, which hold the modules of the JDK.
            "-XX:+UseG1GC",
            // The archive where it was made for, since moving it costs as much as a third of a JVM's start.
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            // What is compiled in so short a life should be little, and cheap.
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=3",
            "-XX:-UsePerfData");

    private Packaging() {}

    /**
     * Runs the step.
     *
     * @param args the launcher's template, and the folder of the jar
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[1]).toRealPath();
        writeLauncher(Path.of(args[0]), folder.resolve("webank-deploy"));
        makeArchive(folder, "webank-deploy.jsa", ArchiveDryRun.class);
        // An AOT cache is loaded as a whole, as suits commands that need most of it.
        boolean isCache = Runtime.version().feature() >= FIRST_WITH_CACHE;
        Files.deleteIfExists(folder.resolve("webank-deploy-cluster" + (isCache ? ".jsa" : ".aot")));
        makeArchive(folder, "webank-deploy-cluster" + (isCache ? ".aot" : ".jsa"), ClusterArchiveDryRun.class);
    }

    private static void writeLauncher(Path template, Path launcher) throws IOException {
        String options = String.join(" ", OPTIONS);
        if (!hasFurtherChecks(launcher.resolveSibling("webank-deploy.jar"))
                && !hasFurtherChecks(launcher.resolveSibling("webank-deploy-libraries.jar"))) {
            options += " -D" + CheckCommand.NO_FURTHER_CHECKS + "=true";
        }
        Files.writeString(launcher, Files.readString(template).replace("@OPTIONS@", options));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean hasFurtherChecks(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.getEntry("META-INF/services/" + Check.class.getName()) != null;
        }
    }

    /** Makes an archive of the classes that a dry run loads, and prints that it did, or why it could not. */
    private static void makeArchive(Path folder, String name, Class<?> dryRun)
            throws IOException, InterruptedException {
        Path archive = folder.resolve(name);
        Path log = folder.resolve(name + ".log");
        Files.deleteIfExists(archive);
        Files.deleteIfExists(log);
        String jar = folder.resolve("webank-deploy.jar").toString();
        boolean made = name.endsWith(".aot")
                ? java(log, "-XX:AOTCacheOutput=" + archive, "-cp", jar, dryRun.getName())
                : isDumped(archive, jar, dryRun, log);
        if (made && Files.exists(archive)) {
            System.out.println("A class-data archive of the launcher: " + archive);
            return;
        }
        Files.deleteIfExists(archive);
        System.out.println("WARNING: the launcher has no class-data archive " + archive.getFileName()
                + ", so it starts slowly: " + Files.readString(log).strip() + " (" + log + ")");
    }

    /** Makes an archive in two runs of the JVM; returns whether both succeeded. */
    private static boolean isDumped(Path archive, String jar, Class<?> dryRun, Path log)
            throws IOException, InterruptedException {
        String classes = archive + ".classes";
        return java(log, "-XX:DumpLoadedClassList=" + classes, "-cp", jar, dryRun.getName())
                && java(
                        log,
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + classes,
                        "-XX:SharedArchiveFile=" + archive,
                        "-cp",
                        jar);
    }

    /** Runs the JVM of this build; returns whether it succeeded. */
    private static boolean java(Path log, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
