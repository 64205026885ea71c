package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Microservice;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.environments.EverySetting;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What linters of manifests find in what this library writes, beside the exceptions in {@code Docs/reference/linters.md}.
 *
 * <p>kube-score is built like the parts of the tests' cluster. checkov needs Python, so it is only run where its path is
 * given: {@code -Dcheckov=/path/to/checkov}.
 */
class LintersIT {
    private static final Path EXCEPTIONS = Path.of("..", "..", "Docs", "reference", "linters.md");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `([^`]+)` \\| .+ \\|");
    private static final int CRITICAL = 1;

    private static final Map<String, ManifestSet> SETS = Map.of(
            "dev", WebankEnvironments.dev().manifests(),
            "staging", WebankEnvironments.staging().manifests(),
            "prod", WebankEnvironments.prod().manifests(),
            "every-setting", EverySetting.webank().render(Release.of("webank", "webank")),
            "microservice",
                    WebankEnvironments.dev()
                            .webank()
                            .plusMicroservices(Microservice.builder()
                                    .name("bankaccount")
                                    .image(Image.parse("ghcr.io/adorsys-gis/webank-bankaccount:1.0.0"))
                                    .port(8082)
                                    .route("/api/bankaccount")
                                    .build())
                            .render(Release.of("webank", "webank")));

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> find_only_documented_exceptions() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("kube-score", () -> compare("kube-score", this::kubeScore)));
        Optional.ofNullable(System.getProperty("checkov"))
                .ifPresent(path ->
                        tests.add(dynamicTest("checkov", () -> compare("checkov", file -> checkov(path, file)))));
        return tests;
    }

    private interface Linter {
        /** The rules that a file breaks: {@code RULE at KIND/NAME}. */
        Set<String> findings(Path file) throws IOException;
    }

    private void compare(String name, Linter linter) throws IOException {
        Set<String> exceptions = exceptions(name);
        Set<String> used = new TreeSet<>();
        Map<String, Set<String>> unexpected = new TreeMap<>();
        for (Map.Entry<String, ManifestSet> set : SETS.entrySet()) {
            Path file = Files.writeString(folder.resolve(set.getKey() + ".yaml"), YamlWriter.write(set.getValue()));
            for (String finding : linter.findings(file)) {
                String ofKind = finding.substring(0, finding.indexOf('/')) + "/*";
                if (exceptions.contains(finding)) {
                    used.add(finding);
                } else if (exceptions.contains(ofKind)) {
                    used.add(ofKind);
                } else {
                    unexpected
                            .computeIfAbsent(set.getKey(), key -> new TreeSet<>())
                            .add(finding);
                }
            }
        }
        assertThat(unexpected).isEmpty();
        assertThat(used).as("the exceptions of %s that are documented", name).isEqualTo(exceptions);
    }

    private Set<String> kubeScore(Path file) throws IOException {
        Set<String> findings = new TreeSet<>();
        Tree objects = read(
                run(TestCluster.binary("kube-score").toString(), "score", "--output-format", "json", file.toString()));
        for (Tree object : (ListTree) objects) {
            for (Tree check : Trees.list(Trees.map(object), "checks")) {
                if (Trees.number(Trees.map(check), 0, "grade") == CRITICAL
                        && !Trees.isTrue(Trees.map(check), "skipped")) {
                    findings.add(Trees.text(Trees.map(check), "check", "id") + " at "
                            + Trees.text(Trees.map(object), "type_meta", "kind") + "/"
                            + Trees.text(Trees.map(object), "object_meta", "name"));
                }
            }
        }
        return findings;
    }

    private Set<String> checkov(String path, Path file) throws IOException {
        Set<String> findings = new TreeSet<>();
        Tree report = read(
                run(path, "-f", file.toString(), "--framework", "kubernetes", "--compact", "--quiet", "-o", "json"));
        for (Tree failed : Trees.list((MapTree) report, "results", "failed_checks")) {
            String[] resource = Trees.text(Trees.map(failed), "resource").split("\\.", 3);
            findings.add(Trees.text(Trees.map(failed), "check_id") + " at " + resource[0] + "/" + resource[2]);
        }
        return findings;
    }

    private static Tree read(String json) {
        return YamlReader.read("report.json", json.getBytes(StandardCharsets.UTF_8))
                .tree();
    }

    private static String run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the table below the heading of a linter. */
    private static Set<String> exceptions(String linter) throws IOException {
        Set<String> exceptions = new TreeSet<>();
        String heading = "";
        for (String line : Files.readAllLines(EXCEPTIONS)) {
            if (line.startsWith("## ")) {
                heading = line.substring("## ".length());
            }
            Matcher row = ROW.matcher(line);
            if (heading.equals(linter) && row.matches()) {
                exceptions.add(row.group(1) + " at " + row.group(2));
            }
        }
        return exceptions;
    }
}
