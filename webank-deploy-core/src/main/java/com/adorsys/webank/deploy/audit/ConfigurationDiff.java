package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What changes from one configuration to another: for each environment the objects, their fields with the {@link
 * ChangeClass} of each, and the problems that checks begin or cease to find. Immutable. Contains no value of a Secret and
 * no credentials of a URL.
 */
public final class ConfigurationDiff {
    private final List<EnvironmentDiff> environments;
    private final List<Problem> problems;
    private final List<Problem> resolved;

    private ConfigurationDiff(List<EnvironmentDiff> environments, List<Problem> problems, List<Problem> resolved) {
        this.environments = List.copyOf(environments);
        this.problems = List.copyOf(problems);
        this.resolved = List.copyOf(resolved);
    }

    /** No changes. */
    public static ConfigurationDiff none() {
        return new ConfigurationDiff(List.of(), List.of(), List.of());
    }

    /** The changes, with {@linkplain Checks#all() all checks}. */
    public static ConfigurationDiff between(Configuration before, Configuration after) {
        return between(before, after, Checks.all());
    }

    /** The changes, with these checks. */
    public static ConfigurationDiff between(Configuration before, Configuration after, Checks checks) {
        return between(before, after, CheckResults.of(checks));
    }

    /**
     * What differs between two environments. Objects in the namespace of the first are compared with the objects of the same
     * kind and name in the namespace of the second; the namespaces are those that most objects of each are in. Checks are not
     * run.
     */
    public static ConfigurationDiff betweenEnvironments(String from, ManifestSet before, String to, ManifestSet after) {
        EnvironmentDiff diff = EnvironmentDiff.of(
                from + " -> " + to,
                Namespaces.moved(before, Namespaces.main(before), Namespaces.main(after)),
                after,
                CheckResults.of(Checks.of()));
        return new ConfigurationDiff(diff.objects().isEmpty() ? List.of() : List.of(diff), List.of(), List.of());
    }

    static ConfigurationDiff between(Configuration before, Configuration after, CheckResults checks) {
        TreeSet<String> names = new TreeSet<>(before.environments().keySet());
        names.addAll(after.environments().keySet());
        List<EnvironmentDiff> environments = new ArrayList<>();
        for (String name : names) {
            EnvironmentDiff environment = EnvironmentDiff.of(
                    name,
                    before.environments().getOrDefault(name, ManifestSet.empty()),
                    after.environments().getOrDefault(name, ManifestSet.empty()),
                    checks);
            if (!environment.objects().isEmpty()) {
                environments.add(environment);
            }
        }
        return new ConfigurationDiff(environments, problems(before, after), problems(after, before));
    }

    /** The problems of a configuration that another one has not, and those of files that are manifests in the other one. */
    private static List<Problem> problems(Configuration other, Configuration configuration) {
        List<Problem> problems = ProblemIdentity.without(configuration.problems(), other.problems());
        configuration.files().forEach((path, content) -> {
            if (content.manifests().isEmpty() && !other.file(path).manifests().isEmpty()) {
                problems.addAll(ProblemIdentity.without(content.problems(), configuration.problems()));
            }
        });
        return problems;
    }

    /** The environments in which an object changes, sorted by name. */
    public List<EnvironmentDiff> environments() {
        return environments;
    }

    /** What cannot be read now, and could be before. */
    public List<Problem> problems() {
        return problems;
    }

    /** What could not be read before, and can be now, or is no longer there. */
    public List<Problem> resolvedProblems() {
        return resolved;
    }

    /** Whether no object changes. */
    public boolean isEmpty() {
        return environments.isEmpty();
    }

    /** The effect of the worst change. */
    public ChangeClass changeClass() {
        ChangeClass worst = ChangeClass.NONE;
        for (EnvironmentDiff environment : environments) {
            worst = worst.or(environment.objects().changeClass());
        }
        return worst;
    }

    /** The changes as lines of text; one line if there are none. */
    public String text() {
        return DiffText.of(this);
    }

    /**
     * The changes as a JSON object on one line: {@code changeClass}, {@code environments} with {@code name}, {@code
     * changeClass}, {@code changes}, {@code began} and {@code ceased}, {@code problems} and {@code resolvedProblems}.
     */
    public String json() {
        return JsonWriter.write(SecretTokens.masked(DiffJson.of(this).build()));
    }

    /** The changes as Markdown, as for the description of a pull request. Values cannot add markup of their own. */
    public String markdown() {
        return DiffMarkdown.of(this);
    }

    /** How many environments change. */
    @Override
    public String toString() {
        return environments.size() + " environments change";
    }
}
