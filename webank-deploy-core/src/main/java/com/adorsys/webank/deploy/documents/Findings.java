package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCode;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The problems of a run, with what the rules make of them. The first rule counts that matches: those of the caller, then those of
 * the object's annotations, then those of files, from the folder of the file outwards.
 */
final class Findings {
    /** The prefix of an annotation with a rule; the code of the problems follows. */
    static final String ANNOTATION = Names.DOMAIN + "check.";

    private static final Location NOWHERE = Location.of("");
    private static final int MOST_TEXTS = 10_000;

    private final Map<Problem, Problem> texts = new HashMap<>();
    private final @Nullable Clock clock;
    private @Nullable LocalDate today;
    private final List<SeverityRule> ofCaller;
    private final List<SeverityRule> ofFiles = new ArrayList<>();
    private final Map<String, List<SeverityRule>> ofObjects = new LinkedHashMap<>();
    private final Map<SeverityRule, List<Problem>> applied = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * No findings.
     *
     * @param clock the clock by which rules expire; null if they do not
     */
    Findings(List<SeverityRule> ofCaller, @Nullable Clock clock) {
        this.ofCaller = ofCaller;
        this.clock = clock;
    }

    /** Adds the rules of a file; those of an inner folder must be added after those of an outer one. */
    void addRules(List<SeverityRule> rules) {
        ofFiles.addAll(0, rules);
    }

    /** Adds the rules that the annotations of an object have, before its problems. */
    void addRulesOf(CheckedObject object) {
        MapTree annotations = Trees.map(object.manifest().tree(), "metadata", "annotations");
        List<SeverityRule> rules = new ArrayList<>();
        for (int i = 0; i < annotations.size(); i++) {
            String key = annotations.keyAt(i);
            if (key.startsWith(ANNOTATION) && annotations.valueAt(i) instanceof ScalarTree value) {
                Location place = object.place(TreePath.child("metadata.annotations", key));
                try {
                    rules.add(
                            SeverityRule.ofAnnotation(key.substring(ANNOTATION.length()), value.text(), object, place));
                } catch (DeployException.InvalidInput e) {
                    for (Problem problem : e.problems()) {
                        problems.add(problem.at(place));
                    }
                }
            }
        }
        if (!rules.isEmpty()) {
            ofObjects.put(key(object.manifest(), object.document().file()), rules);
        }
    }

    private static String key(@Nullable Manifest manifest, @Nullable DocumentFile file) {
        return manifest == null || file == null ? "" : file.name() + " " + manifest;
    }

    /** Adds a problem of a file, and of an object in it if it has one. */
    void add(Problem problem, @Nullable Manifest manifest, @Nullable DocumentFile file) {
        SeverityRule rule = rule(problem, manifest, file);
        if (rule == null) {
            problems.add(shared(problem));
            return;
        }
        applied.computeIfAbsent(rule, first -> new ArrayList<>()).add(problem);
        Severity severity = rule.severity().orElse(null);
        if (severity != null) {
            problems.add(problem.withSeverity(severity));
        }
    }

    /** An equal problem, whose texts are those of an earlier one if they are equal: many objects have the same. */
    private Problem shared(Problem problem) {
        if (texts.size() >= MOST_TEXTS) {
            texts.clear();
        }
        Problem placeless = problem.at(NOWHERE);
        Problem known = texts.putIfAbsent(placeless, placeless);
        return (known == null ? placeless : known).at(problem.location());
    }

    private @Nullable SeverityRule rule(Problem problem, @Nullable Manifest manifest, @Nullable DocumentFile file) {
        if (ofCaller.isEmpty() && ofObjects.isEmpty() && ofFiles.isEmpty()) {
            return null;
        }
        for (List<SeverityRule> rules :
                List.of(ofCaller, ofObjects.getOrDefault(key(manifest, file), List.of()), ofFiles)) {
            for (SeverityRule rule : rules) {
                if (!isExpired(rule) && rule.matches(problem, manifest, file)) {
                    return rule;
                }
            }
        }
        return null;
    }

    private boolean isExpired(SeverityRule rule) {
        if (clock == null || rule.until().isEmpty()) {
            return false;
        }
        LocalDate day = today;
        if (day == null) {
            day = LocalDate.ofInstant(clock.instant(), clock.getZone());
            today = day;
        }
        return rule.until().get().isBefore(day);
    }

    /** The problems, and a warning for each rule that has expired or was not needed. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        List<SeverityRule> rules = new ArrayList<>(ofCaller);
        for (List<SeverityRule> own : ofObjects.values()) {
            rules.addAll(own);
        }
        rules.addAll(ofFiles);
        for (SeverityRule rule : rules) {
            if (isExpired(rule)) {
                all.add(Problem.warning(
                        ProblemCodes.WAIVER_EXPIRED,
                        rule.place(),
                        "the rule `" + rule.effect() + "` does not hold any more",
                        "correct the problems, or give it another date"));
            } else if (!applied.containsKey(rule)) {
                all.add(Problem.warning(
                        ProblemCodes.WAIVER_UNUSED,
                        rule.place(),
                        "the rule `" + rule.effect() + "` changes nothing: the checks find no such problem",
                        nearest(rule.code())
                                .map(code -> "did you mean `" + code + "`? If not, remove the rule")
                                .orElse("remove it")));
            }
        }
        return all;
    }

    private static Optional<String> nearest(String code) {
        List<String> codes = ProblemCodes.all().stream().map(ProblemCode::code).toList();
        return code.equals(SeverityRule.ANY) || codes.contains(code) ? Optional.empty() : Names.nearest(code, codes);
    }

    /** The problems that each rule changed or waived, as they were. */
    Map<SeverityRule, List<Problem>> applied() {
        return applied;
    }
}
