package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCode;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a report as JSON: our own, and SARIF. */
final class TreeReport {
    private TreeReport() {}

    static String json(DocumentReport report) {
        List<Tree> problems = new ArrayList<>();
        report.problems().forEach(problem -> problems.add(problem(problem)));
        List<Tree> rules = new ArrayList<>();
        report.applied()
                .forEach((rule, changed) -> rules.add(MapTree.builder()
                        .put("rule", rule.effect())
                        .put("reason", rule.reason())
                        .put("place", rule.place().position())
                        .put(
                                "problems",
                                ListTree.of(changed.stream()
                                        .<Tree>map(TreeReport::problem)
                                        .toList()))
                        .build()));
        return JsonWriter.writeIndented(MapTree.builder()
                .put("summary", report.summary())
                .put("errors", ScalarTree.of(report.errors().size()))
                .put("warnings", ScalarTree.of(report.warnings().size()))
                .put("checked", counts(report.checked()))
                .put("passedOver", counts(report.passedOver()))
                .put("undescribed", counts(report.undescribed()))
                .put(
                        "notes",
                        ListTree.of(report.notes().stream()
                                .<Tree>map(ScalarTree::of)
                                .toList()))
                .put("problems", ListTree.of(problems))
                .put("rules", ListTree.of(rules))
                .build());
    }

    private static MapTree counts(Map<String, Integer> counts) {
        MapTree.Builder tree = MapTree.builder();
        counts.forEach((name, count) -> tree.put(name, ScalarTree.of(count)));
        return tree.build();
    }

    private static MapTree problem(Problem problem) {
        Location place = problem.location();
        MapTree.Builder tree =
                MapTree.builder().put("severity", problem.severity().text()).put("code", problem.code());
        place.file().ifPresent(file -> tree.put("file", file));
        if (place.line() > 0) {
            tree.put("line", ScalarTree.of(place.line())).put("column", ScalarTree.of(place.column()));
        }
        return tree.put("path", place.path())
                .put("what", problem.what())
                .put("remedy", problem.remedy())
                .build();
    }

    static String sarif(DocumentReport report) {
        Map<String, Integer> codes = new HashMap<>();
        List<Tree> rules = new ArrayList<>();
        List<Tree> results = new ArrayList<>();
        for (Problem problem : report.problems()) {
            results.add(result(problem, index(problem.code(), codes, rules), null));
        }
        report.applied().forEach((rule, changed) -> {
            if (rule.severity().isEmpty()) {
                for (Problem problem : changed) {
                    results.add(result(problem, index(problem.code(), codes, rules), rule));
                }
            }
        });
        MapTree driver = MapTree.builder()
                .put("name", "webank-deploy")
                .put("rules", ListTree.of(rules))
                .build();
        MapTree run = MapTree.builder()
                .put("tool", MapTree.of("driver", driver))
                .put("columnKind", "unicodeCodePoints")
                .put("results", ListTree.of(results))
                .build();
        return JsonWriter.writeIndented(MapTree.builder()
                .put("version", "2.1.0")
                .put(
                        "$schema",
                        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
                .put("runs", ListTree.of(List.of(run)))
                .build());
    }

    /** The position of a code in the list of rules, to which it is added first if it is new. */
    private static int index(String code, Map<String, Integer> codes, List<Tree> rules) {
        Integer known = codes.get(code);
        if (known != null) {
            return known;
        }
        MapTree.Builder rule = MapTree.builder().put("id", code);
        ProblemCodes.find(code)
                .map(ProblemCode::meaning)
                .ifPresent(meaning -> rule.put("shortDescription", MapTree.of("text", meaning)));
        rules.add(rule.build());
        codes.put(code, rules.size() - 1);
        return rules.size() - 1;
    }

    private static MapTree result(Problem problem, int index, @Nullable SeverityRule waiver) {
        MapTree.Builder result = MapTree.builder()
                .put("ruleId", problem.code())
                .put("ruleIndex", ScalarTree.of(index))
                .put("level", problem.severity().text())
                .put("message", MapTree.of("text", problem.what() + ". " + problem.remedy() + "."));
        Location place = problem.location();
        MapTree.Builder location = MapTree.builder();
        if (place.file().isPresent()) {
            MapTree.Builder physical = MapTree.builder()
                    .put("artifactLocation", MapTree.of("uri", uri(place.file().get())));
            if (place.line() > 0) {
                physical.put(
                        "region",
                        MapTree.builder()
                                .put("startLine", ScalarTree.of(place.line()))
                                .put("startColumn", ScalarTree.of(place.column()))
                                .build());
            }
            location.put("physicalLocation", physical.build());
        }
        if (!place.path().isEmpty()) {
            location.put("logicalLocations", ListTree.of(List.of(MapTree.of("fullyQualifiedName", place.path()))));
        }
        result.put("locations", ListTree.of(List.of(location.build())));
        if (waiver != null) {
            result.put(
                    "suppressions",
                    ListTree.of(List.of(MapTree.builder()
                            .put("kind", "external")
                            .put("justification", waiver.reason())
                            .build())));
        }
        return result.build();
    }

    /** A path as a reference to a URI: relative if it is relative. */
    private static String uri(String file) {
        StringBuilder uri = new StringBuilder(file.startsWith("/") ? "file://" : "");
        for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "/-._~".indexOf(b) >= 0) {
                uri.append((char) b);
            } else {
                uri.append('%')
                        .append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
            }
        }
        return uri.toString();
    }
}
