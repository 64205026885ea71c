package com.adorsys.webank.deploy.examples.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * What a process costs that renders the dev environment once: by the launcher, and by {@code java -jar}, beside a JVM
 * that does nothing. JMH measures warm code, so this runs processes, one of each kind in turn.
 *
 * <p>It needs nothing but the JDK, and {@code examples/cli/target} from {@code mvn package}. From the root:
 *
 * <pre>
 * java examples/benchmarks/src/main/java/com/adorsys/webank/deploy/examples/benchmarks/ColdStart.java [RUNS]
 * </pre>
 */
public final class ColdStart {
    private static final int WARM_UP = 3;

    private ColdStart() {}

    /**
     * Measures, and prints a table.
     *
     * @param args how often each kind is run; 31 times unless said
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = args.length == 0 ? 31 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("cold-start");
        try {
            List<Kind> kinds = kinds(folder, runs);
            for (int run = -WARM_UP; run < runs; run++) {
                for (Kind kind : kinds) {
                    long time = time(kind.command);
                    if (run >= 0) {
                        kind.times[run] = time;
                    }
                }
            }
            print(kinds);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Kind> kinds(Path folder, int runs) throws IOException {
        Path source = Files.writeString(
                folder.resolve("Bare.java"), "class Bare { public static void main(String[] args) {} }");
        ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path tool = Path.of("examples", "cli", "target");
        String values = Path.of("examples", "benchmarks", "src", "main", "resources", "dev-values.yaml")
                .toString();
        List<String> render = List.of("render", "--values", values, "--release", "webank", "--namespace", "webank");
        return List.of(
                new Kind("a JVM that does nothing", List.of(java, "-cp", folder.toString(), "Bare"), runs),
                new Kind(
                        "webank-deploy render",
                        joined(List.of(tool.resolve("webank-deploy").toString()), render),
                        runs),
                new Kind(
                        "java -jar webank-deploy.jar render",
                        joined(
                                List.of(
                                        java,
                                        "-jar",
                                        tool.resolve("webank-deploy.jar").toString()),
                                render),
                        runs));
    }

    private static List<String> joined(List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        return command;
    }

    private static long time(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(new File("/dev/null"));
        // The launcher takes the JVM that the others are run by.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long start = System.nanoTime();
        int code = builder.start().waitFor();
        long time = System.nanoTime() - start;
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
        }
        return time;
    }

    private static void print(List<Kind> kinds) {
        double bare = kinds.get(0).median();
        System.out.printf(Locale.ROOT, "%-36s %10s %10s %7s%n", "", "median", "fastest", "ratio");
        for (Kind kind : kinds) {
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %7.1f ms %7.1f ms %7.2f%n",
                    kind.name,
                    kind.median(),
                    Arrays.stream(kind.times).min().orElse(0) / 1e6,
                    kind.median() / bare);
        }
    }

    /** A kind of process, and what its runs took in nanoseconds. */
    private static final class Kind {
        final String name;
        final List<String> command;
        final long[] times;

        Kind(String name, List<String> command, int runs) {
            this.name = name;
            this.command = command;
            this.times = new long[runs];
        }

        double median() {
            long[] sorted = times.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2] / 1e6;
        }
    }
}
