package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rules of a folder, which hold for the files in it and below. */
final class RuleFile {
    /** The name of the file; it starts with a dot, so that no tool takes it for an object. */
    static final String NAME = ".webank-deploy.yaml";

    private static final String RULES = "rules";
    private static final List<String> KEYS = List.of("code", "severity", "object", "path", "until", "reason");

    private final Path folder;
    private final Locations locations;
    private final List<Problem> problems = new ArrayList<>();
    private final List<SeverityRule> rules = new ArrayList<>();

    private RuleFile(Path folder, Locations locations) {
        this.folder = folder;
        this.locations = locations;
    }

    /**
     * Reads a file.
     *
     * @param file named as in problems
     * @throws DeployException.InvalidInput with everything that is wrong with it
     */
    static List<SeverityRule> read(DocumentFile file, Path folder) {
        YamlDocument document = YamlReader.read(file.name(), file.read());
        RuleFile reader = new RuleFile(folder.toAbsolutePath().normalize(), document.locations());
        reader.read(document.tree());
        DeployException.InvalidInput.throwIfErrors(reader.problems);
        return reader.rules;
    }

    private void read(Tree tree) {
        if (!(tree instanceof MapTree map)) {
            problem(ProblemCodes.WRONG_TYPE, "", "the rules are not a map", "write `rules` with a list of rules");
            return;
        }
        known(map, "", List.of(RULES));
        if (!(map.get(RULES) instanceof ListTree list)) {
            problem(ProblemCodes.MISSING_KEY, RULES, "`rules` is missing", "write a list of rules, or `rules: []`");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            String path = TreePath.child(RULES, i);
            if (list.get(i) instanceof MapTree rule) {
                rule(rule, path);
            } else {
                problem(
                        ProblemCodes.WRONG_TYPE,
                        path,
                        "the rule is not a map",
                        "write `code`, `severity` and `reason`");
            }
        }
    }

    private void rule(MapTree rule, String path) {
        int before = problems.size();
        known(rule, path, KEYS);
        SeverityRule.Parts parts = new SeverityRule.Parts();
        for (String key : KEYS) {
            Tree value = rule.get(key);
            if (value == null) {
                if (List.of("code", "severity", "reason").contains(key)) {
                    problem(ProblemCodes.MISSING_KEY, path, "`" + key + "` is missing", "write it");
                }
            } else if (!(value instanceof ScalarTree scalar) || !scalar.isString()) {
                problem(
                        ProblemCodes.WRONG_TYPE,
                        path + "." + key,
                        "`" + key + "` is " + value.describe() + "; a string is expected",
                        "write a string, in quotes if need be");
            } else {
                set(key, scalar.text(), parts);
            }
        }
        for (Problem problem : parts.problems()) {
            problems.add(problem.at(locations.of(path + "." + problem.location().path())));
        }
        if (problems.size() == before) {
            rules.add(parts.rule(locations.of(path), folder));
        }
    }

    private static void set(String key, String text, SeverityRule.Parts parts) {
        switch (key) {
            case "code" -> parts.code(text);
            case "severity" -> parts.effect(text);
            case "object" -> parts.object(text);
            case "path" -> parts.paths(text);
            case "until" -> parts.until(text);
            default -> parts.reason(text);
        }
    }

    private void known(MapTree map, String path, List<String> keys) {
        for (String key : map.keys()) {
            if (!keys.contains(key)) {
                Optional<String> near = Names.nearest(key, keys);
                problem(
                        ProblemCodes.UNKNOWN_KEY,
                        TreePath.child(path, key),
                        Problem.quote(key) + " is not a key of a rule",
                        near.isPresent()
                                ? "did you mean `" + near.get() + "`? If so, write it"
                                : "remove it; the keys are `" + String.join("`, `", keys) + "`");
            }
        }
    }

    private void problem(String code, String path, String what, String remedy) {
        problems.add(Problem.error(code, locations.of(path), what, remedy));
    }
}
