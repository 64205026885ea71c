package com.adorsys.webank.deploy.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Closes {@code mvn verify} with what the tests of each module took, and with what was skipped.
 *
 * <p>Runs at the end of the last module, inside Maven. It prints when Maven exits, so that its lines are the last ones. It
 * fails the build if a class with tests was not run. Where {@code CI} is {@code true}, it also fails the build if anything
 * was skipped, but for want of what no build can make: a test that is skipped for that says {@code there is no ...}.
 */
public final class BuildSummary {
    /** The folders of reports, and whether they are of unit tests (0) or of integration tests (1). */
    private static final Map<String, Integer> REPORTS =
            Map.of("surefire-reports", 0, "failsafe-reports", 1, "invoker-reports", 1);
    /** Options that leave tests out on purpose. */
    private static final List<String> SELECTIONS =
            List.of("test", "it.test", "invoker.test", "groups", "excludedGroups", "skipITs");
    /** A module of the build as Maven shows it. */
    private static final Pattern MODULE = Pattern.compile(" @ ([^,\\]]+)[/\\\\]pom\\.xml");
    /** So many tests that are skipped for one reason are named each; more are counted. */
    private static final int FEW = 3;

    private final Path root;
    private final Instant start;
    private final Map<String, Row> rows = new TreeMap<>();
    private final List<Skip> skipped = new ArrayList<>();
    private final Set<String> ran = new HashSet<>();

    /** What was skipped, and why. */
    private record Skip(String test, String reason) {
        @Override
        public String toString() {
            return reason.isEmpty() ? test : test + ": " + reason;
        }
    }

    private BuildSummary(Path root, Instant start) {
        this.root = root;
        this.start = start;
    }

    /**
     * Runs it.
     *
     * @param args the repository, when the build started, and the modules of the build as Maven shows them
     */
    public static void main(String[] args) throws IOException {
        BuildSummary summary = read(Path.of(args[0]).toRealPath(), Instant.parse(args[1]));
        List<String> selections = SELECTIONS.stream()
                .filter(option -> !System.getProperty(option, "false").equals("false"))
                .toList();
        printAtExit(summary.text(selections));
        if (selections.isEmpty()) {
            summary.requireAllRun(modules(args[2]));
        }
        if ("true".equals(System.getenv("CI"))) {
            summary.requireNothingSkipped();
        }
    }

    private static List<Path> modules(String reactor) {
        return MODULE.matcher(reactor)
                .results()
                .map(module -> Path.of(module.group(1)))
                .toList();
    }

    /** Reads the reports of a build. */
    static BuildSummary read(Path root, Instant start) throws IOException {
        BuildSummary summary = new BuildSummary(root, start);
        try (Stream<Path> folders = Files.find(root, 2, (path, attributes) -> attributes.isDirectory())) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.exists(folder.resolve("pom.xml"))) {
                    summary.readModule(folder);
                }
            }
        }
        return summary;
    }

    /** The classes of these modules that have tests, none of which the build ran. */
    SortedSet<String> notRun(Collection<Path> modules) {
        List<Path> folders = modules.stream()
                .map(module -> module.resolve("target/test-classes"))
                .filter(Files::isDirectory)
                .toList();
        SortedSet<String> classes = TestClasses.in(folders);
        classes.removeAll(ran);
        return classes;
    }

    /**
     * Fails if a class with tests of these modules was not run.
     *
     * @throws IllegalStateException with the names
     */
    void requireAllRun(Collection<Path> modules) {
        SortedSet<String> notRun = notRun(modules);
        if (!notRun.isEmpty()) {
            throw new IllegalStateException("no test of these classes was run: " + String.join(", ", notRun)
                    + ". Name a class *Test, or *IT for an integration test");
        }
    }

    /**
     * Fails if something was skipped that could have been run.
     *
     * @throws IllegalStateException with what was skipped, and why
     */
    void requireNothingSkipped() {
        List<Skip> avoidable = skipped.stream()
                .filter(skip -> !skip.reason().startsWith("there is no "))
                .toList();
        if (!avoidable.isEmpty()) {
            throw new IllegalStateException("CI skips nothing that it could run, but " + avoidable.size()
                    + " skipped, see the last lines: " + String.join("; ", lines(avoidable)));
        }
    }

    private void readModule(Path module) throws IOException {
        Row row = new Row();
        for (Map.Entry<String, Integer> folder : REPORTS.entrySet()) {
            for (Path report : reports(module.resolve("target").resolve(folder.getKey()))) {
                readReport(report, row, folder.getValue());
            }
        }
        String name = root.relativize(module).toString();
        if (row.tests[0] + row.tests[1] > 0) {
            rows.put(name, row);
        } else if (Files.isDirectory(module.resolve("src/test/java"))) {
            skipped.add(new Skip(name, "none of its tests ran"));
        }
    }

    /** The reports that this build wrote; an earlier build's may lie beside them. */
    private List<Path> reports(Path folder) throws IOException {
        List<Path> reports = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    if (file.getFileName().toString().matches("TEST-.*\\.xml")
                            && !Files.getLastModifiedTime(file).toInstant().isBefore(start)) {
                        reports.add(file);
                    }
                }
            }
        }
        return reports;
    }

    private void readReport(Path report, Row row, int part) throws IOException {
        NodeList cases = parse(report).getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            ran.add(test.getAttribute("classname"));
            row.tests[part]++;
            row.seconds[part] += Double.parseDouble(test.getAttribute("time").replace(",", ""));
            NodeList skips = test.getElementsByTagName("skipped");
            if (skips.getLength() > 0) {
                skipped.add(new Skip(test.getAttribute("classname") + "." + test.getAttribute("name"), reason((Element)
                        skips.item(0))));
            }
        }
    }

    private static String reason(Element skip) {
        String message = skip.getAttribute("message");
        String text = (message.isEmpty() ? skip.getTextContent() : message).strip();
        return text.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^([\\w.$]+(Exception|Error): )?(Assumption failed: )?", "");
    }

    private static Element parse(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Cannot read " + report, e);
        }
    }

    /** The closing lines of a build that was given these options. */
    String text(List<String> selections) {
        int width = rows.keySet().stream().mapToInt(String::length).max().orElse(1);
        StringBuilder out = new StringBuilder("\nWhat the tests took\n");
        Row all = new Row();
        rows.forEach((name, row) -> {
            out.append(row.line(name, width));
            all.add(row);
        });
        out.append(all.line("all", width));
        out.append(String.format(
                Locale.ROOT,
                "The whole build: %d s\n",
                Duration.between(start, Instant.now()).toSeconds()));
        if (!selections.isEmpty()) {
            out.append("Not compared: which classes have tests, and which were run, because of -D")
                    .append(String.join(", -D", selections))
                    .append('\n');
        }
        if (skipped.isEmpty()) {
            return out.append("Skipped: nothing\n").toString();
        }
        out.append("Skipped: ").append(skipped.size()).append('\n');
        lines(skipped).forEach(line -> out.append("  ").append(line).append('\n'));
        return out.toString();
    }

    /** A line for each of them, or for many with the same reason; those come last. */
    private static List<String> lines(List<Skip> skipped) {
        Map<String, List<Skip>> reasons = new LinkedHashMap<>();
        skipped.forEach(skip ->
                reasons.computeIfAbsent(skip.reason(), r -> new ArrayList<>()).add(skip));
        List<String> lines = new ArrayList<>();
        List<String> many = new ArrayList<>();
        reasons.forEach((reason, skips) -> {
            if (reason.isEmpty() || skips.size() <= FEW) {
                skips.forEach(skip -> lines.add(skip.toString()));
            } else {
                many.add(skips.size() + " tests: " + reason);
            }
        });
        lines.addAll(many);
        return lines;
    }

    private static void printAtExit(String text) {
        // The thread group that this runs in ends with it, so the thread goes to the JVM's own.
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(group, () -> System.out.print(text)));
    }

    /** The tests of a module: unit tests, then integration tests. */
    private static final class Row {
        final int[] tests = new int[2];
        final double[] seconds = new double[2];

        void add(Row other) {
            for (int part = 0; part < tests.length; part++) {
                tests[part] += other.tests[part];
                seconds[part] += other.seconds[part];
            }
        }

        String line(String name, int width) {
            return String.format(
                    Locale.ROOT,
                    "  %-" + width + "s  %5d unit tests %7.1f s  %5d integration tests %7.1f s\n",
                    name,
                    tests[0],
                    seconds[0],
                    tests[1],
                    seconds[1]);
        }
    }
}
