package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the commits of a configuration repository changed: for each who, when, signed by whom, in which environments, object
 * by object, and every check that began or ceased to find a problem. Immutable. The same commits give the same bytes.
 *
 * <p>Contains no value of a Secret. Credentials of URLs, private keys and tokens of GitHub, GitLab, Slack and AWS are masked
 * in all forms. In texts and pages, control characters are replaced; in JSON, values of objects keep them, escaped.
 */
public final class Audit {
    private final AuditedRange range;
    private final List<AuditedCommit> commits;

    Audit(AuditedRange range, List<AuditedCommit> commits) {
        this.range = range;
        this.commits = List.copyOf(commits);
    }

    /** Which commits it is about. */
    public AuditedRange range() {
        return range;
    }

    /** The commits along the first parents, newest first. What a merge brought is part of the merge. */
    public List<AuditedCommit> commits() {
        return commits;
    }

    /**
     * The problems that began or ceased, by the commit in which they first did, oldest first. One that began again later is
     * there twice.
     */
    public List<AuditedProblem> problems() {
        List<AuditedProblem> problems = new ArrayList<>();
        Map<List<Object>, Integer> open = new HashMap<>();
        for (int i = commits.size() - 1; i >= 0; i--) {
            AuditedCommit commit = commits.get(i);
            for (EnvironmentDiff environment : commit.diff().environments()) {
                String name = environment.name();
                ceased(commit, name, environment.ceased(), problems, open);
                began(commit, name, environment.began(), problems, open);
            }
            ceased(commit, "", commit.diff().resolvedProblems(), problems, open);
            began(commit, "", commit.diff().problems(), problems, open);
        }
        return List.copyOf(problems);
    }

    private static void began(
            AuditedCommit commit,
            String environment,
            List<Problem> began,
            List<AuditedProblem> into,
            Map<List<Object>, Integer> open) {
        for (Problem problem : began) {
            open.put(List.of(environment, ProblemIdentity.of(problem)), into.size());
            into.add(new AuditedProblem(environment, problem, Optional.of(commit.id()), Optional.empty()));
        }
    }

    private static void ceased(
            AuditedCommit commit,
            String environment,
            List<Problem> ceased,
            List<AuditedProblem> into,
            Map<List<Object>, Integer> open) {
        for (Problem problem : ceased) {
            Integer position = open.remove(List.of(environment, ProblemIdentity.of(problem)));
            if (position == null) {
                into.add(new AuditedProblem(environment, problem, Optional.empty(), Optional.of(commit.id())));
            } else {
                into.set(position, into.get(position).withCeased(commit.id()));
            }
        }
    }

    /** How many objects changed with each effect, by environment; an object counts in each commit that changes it. */
    public SortedMap<String, Map<ChangeClass, Integer>> totals() {
        SortedMap<String, Map<ChangeClass, Integer>> totals = new TreeMap<>();
        for (AuditedCommit commit : commits) {
            for (EnvironmentDiff environment : commit.diff().environments()) {
                Map<ChangeClass, Integer> counts =
                        totals.computeIfAbsent(environment.name(), name -> new EnumMap<>(ChangeClass.class));
                for (ManifestDiff.Change change : environment.objects().changes()) {
                    counts.merge(change.changeClass(), 1, Integer::sum);
                }
            }
        }
        return totals;
    }

    /** How many commits have a signature of each status that occurs. */
    public Map<CommitSignature.Status, Integer> signatures() {
        Map<CommitSignature.Status, Integer> counts = new EnumMap<>(CommitSignature.Status.class);
        commits.forEach(commit -> counts.merge(commit.signature().status(), 1, Integer::sum));
        return new LinkedHashMap<>(counts);
    }

    /** The audit as lines of text, for terminals. */
    public String text() {
        return AuditText.of(this);
    }

    /**
     * The audit as a JSON object on one line: {@code repository}, {@code branch}, {@code newest}, {@code since}, {@code
     * containsSince}, {@code commits} and {@code problems}. Each commit has {@code id}, {@code author}, {@code committer},
     * {@code message}, {@code signature}, {@code merged}, what {@link ConfigurationDiff#json} has, and {@code otherFiles}.
     */
    public String json() {
        return JsonWriter.write(SecretTokens.masked(AuditJson.of(this)));
    }

    /**
     * The audit as a page that needs nothing else: no script, no other file, nothing from the network. All that comes from
     * the repository is escaped.
     */
    public String html() {
        return AuditHtml.of(this);
    }

    /** Which commits it is about, and how many they are. */
    @Override
    public String toString() {
        return "audit of " + range + ", " + commits.size() + " commits";
    }
}
