package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.yaml.YamlDocument;
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
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder with values, and with what Helm made of them. */
final class ParityCase {
    private final Path folder;
    private final MapTree facts;

    private ParityCase(Path folder) {
        this.folder = folder;
        this.facts = (MapTree) YamlReader.read(folder.resolve("case.json")).tree();
    }

    static ParityCase in(Path folder) {
        return new ParityCase(folder);
    }

    static List<String> names(Path folder) {
        try (Stream<Path> cases = Files.list(folder)) {
            return cases.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String expectation() {
        return facts.string("expect").orElseThrow();
    }

    private Release release() {
        return Release.of(
                facts.string("release").orElseThrow(), facts.string("namespace").orElseThrow());
    }

    /** Every problem of the values, or of the release. */
    List<Problem> problems() {
        try {
            return values().problems(release());
        } catch (DeployException.InvalidInput invalid) {
            return invalid.problems();
        }
    }

    ManifestSet render() {
        return values().toModel(release()).render(Posture.chart());
    }

    private ChartValues values() {
        Chart chart = Chart.named(facts.string("chart").orElseThrow()).orElseThrow();
        return ChartValues.read(chart, folder.resolve("values.yaml"));
    }

    /** What differs between Helm's output and a rendering, a line a difference; empty if nothing does. */
    List<String> differences(ManifestSet rendered) {
        Map<String, Tree> expected = new TreeMap<>();
        for (YamlDocument document : expected()) {
            MapTree manifest = (MapTree) document.tree();
            expected.put(name(manifest), manifest);
        }
        Map<String, Tree> actual = new TreeMap<>();
        for (Manifest manifest : rendered.manifests()) {
            actual.put(name(manifest.tree()), manifest.tree());
        }
        List<String> differences = new ArrayList<>();
        expected.forEach((name, tree) -> {
            if (!actual.containsKey(name)) {
                differences.add(name + " is missing");
            } else {
                compare(name, tree, actual.get(name), differences);
            }
        });
        for (String name : actual.keySet()) {
            if (!expected.containsKey(name)) {
                differences.add(name + " is not Helm's");
            }
        }
        return differences;
    }

    private static void compare(String path, Tree expected, Tree actual, List<String> differences) {
        if (expected instanceof MapTree left && actual instanceof MapTree right) {
            for (String key : left.keys()) {
                Tree other = right.get(key);
                if (other == null) {
                    differences.add(TreePath.child(path, key) + " is missing");
                } else {
                    compare(TreePath.child(path, key), left.at(key).orElseThrow(), other, differences);
                }
            }
            for (String key : right.keys()) {
                if (!left.has(key)) {
                    differences.add(TreePath.child(path, key) + " is not Helm's");
                }
            }
        } else if (expected instanceof ListTree left
                && actual instanceof ListTree right
                && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                compare(TreePath.child(path, i), left.get(i), right.get(i), differences);
            }
        } else if (!expected.equals(actual)) {
            differences.add(path + " is " + YamlWriter.write(actual).strip() + ", and Helm's "
                    + YamlWriter.write(expected).strip());
        }
    }

    private List<YamlDocument> expected() {
        String text;
        try {
            text = Files.readString(folder.resolve("rendered.yaml"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        boolean withoutDatabase = facts.string("except").orElse("").contains("charts/db/");
        StringBuilder kept = new StringBuilder();
        for (String document : text.split("(?m)^---\n", -1)) {
            if (!document.isBlank() && !(withoutDatabase && document.contains("/charts/db/"))) {
                kept.append("---\n").append(document);
            }
        }
        return YamlReader.readAll("rendered.yaml", kept.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String name(MapTree manifest) {
        return manifest.string("kind").orElseThrow() + "/"
                + manifest.at("metadata", "name")
                        .map(YamlWriter::write)
                        .orElse("")
                        .strip();
    }
}
