package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Applications beside the other objects of their set: the project that must admit them, if it is in the set, and another
 * Application that deploys the same. Those of an ApplicationSet too, as far as its template has no parameters.
 *
 * <p>The rules are those of {@code IsSourcePermitted} and {@code IsDestinationPermitted} of Argo CD's <a
 * href="https://github.com/argoproj/argo-cd/tree/master/pkg/apis/application/v1alpha1">app_project_types.go</a>.
 */
final class ApplicationReferences {
    /** What is deployed and where, with the Application that was first. */
    private final Map<List<Tree>, Manifest> deployed = new HashMap<>();

    void check(Manifest application, SetIndex index, Report report) {
        MapTree spec = Trees.map(application.tree(), "spec");
        admission(application, spec, "spec", index, report);
        Manifest other = deployed.putIfAbsent(
                List.of(MapTree.of("source", sources(spec)), Trees.map(spec, "destination")), application);
        if (other != null) {
            report.warning(
                    ProblemCodes.DUPLICATE,
                    "spec",
                    "the Application " + Problem.quote(other.name())
                            + " deploys the same source to the same destination; Argo CD applies its objects again and"
                            + " again for both",
                    "remove one of the two");
        }
    }

    /** What an ApplicationSet says of its Applications without parameters. */
    static void checkTemplate(Manifest set, SetIndex index, Report report) {
        admission(set, Trees.map(set.tree(), "spec", "template", "spec"), "spec.template.spec", index, report);
    }

    private static Tree sources(MapTree spec) {
        ListTree several = Trees.list(spec, "sources");
        if (!several.isEmpty()) {
            return several;
        }
        return Trees.map(spec, Trees.isSet(spec, "sourceHydrator") ? "sourceHydrator" : "source");
    }

    private static void admission(Manifest object, MapTree spec, String path, SetIndex index, Report report) {
        Manifest project = index.find(object, "argoproj.io", "AppProject", Trees.text(spec, "project"));
        if (project == null) {
            return;
        }
        MapTree rules = Trees.map(project.tree(), "spec");
        ListTree several = Trees.list(spec, "sources");
        for (int i = 0; i < several.size(); i++) {
            source(Trees.map(several, i), TreePath.child(path + ".sources", i), project, rules, report);
        }
        if (several.isEmpty() && Trees.isSet(spec, "sourceHydrator")) {
            source(
                    Trees.map(spec, "sourceHydrator", "drySource"),
                    path + ".sourceHydrator.drySource",
                    project,
                    rules,
                    report);
        } else if (several.isEmpty()) {
            source(Trees.map(spec, "source"), path + ".source", project, rules, report);
        }
        destination(Trees.map(spec, "destination"), path + ".destination", project, rules, report);
    }

    /** Whether a text has a parameter of an ApplicationSet, so that what it becomes is not known. */
    private static boolean hasParameter(String text) {
        return text.contains("{{");
    }

    private static void source(MapTree source, String path, Manifest project, MapTree rules, Report report) {
        String url = Trees.text(source, "repoURL");
        if (!url.isEmpty() && !hasParameter(url) && !isAdmitted(List.of(normalized(url)), repositories(rules))) {
            report.error(
                    ProblemCodes.SOURCE_NOT_ADMITTED,
                    path + ".repoURL",
                    "the AppProject " + Problem.quote(project.name()) + " does not allow the repository "
                            + Problem.quote(url),
                    "add it to `spec.sourceRepos` of the project, or take another project");
        }
    }

    private static void destination(MapTree destination, String path, Manifest project, MapTree rules, Report report) {
        String server = Trees.text(destination, "server");
        String name = Trees.text(destination, "name");
        String namespace = Trees.text(destination, "namespace");
        if (hasParameter(server + name + namespace)) {
            return;
        }
        List<List<String>> patterns = new ArrayList<>();
        for (Tree item : Trees.list(rules, "destinations")) {
            MapTree allowed = item instanceof MapTree map ? map : MapTree.of();
            String byName = Trees.text(allowed, "name");
            // Which address a name stands for is known to the cluster only.
            String place = server.isEmpty() ? byName : Trees.text(allowed, "server");
            if (place.isEmpty()) {
                return;
            }
            patterns.add(List.of(place, Trees.text(allowed, "namespace")));
        }
        if (!isAdmitted(List.of(server.isEmpty() ? name : server, namespace), patterns)) {
            report.error(
                    ProblemCodes.NAMESPACE_NOT_ADMITTED,
                    path,
                    "the AppProject " + Problem.quote(project.name()) + " does not allow the namespace "
                            + Problem.quote(namespace) + " of the cluster "
                            + Problem.quote(server.isEmpty() ? name : server),
                    "add it to `spec.destinations` of the project, or take another project");
        }
    }

    private static List<List<String>> repositories(MapTree rules) {
        List<List<String>> patterns = new ArrayList<>();
        for (Tree item : Trees.list(rules, "sourceRepos")) {
            String pattern = Trees.text(item);
            patterns.add(
                    List.of(pattern.startsWith("!") ? "!" + normalized(pattern.substring(1)) : normalized(pattern)));
        }
        return patterns;
    }

    /** The address of a repository without what does not tell repositories apart. */
    private static String normalized(String url) {
        String text = url.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("ssh://")) {
            text = text.substring("ssh://".length());
        } else if (text.indexOf('@') > 0 && !text.contains("://")) {
            text = text.replaceFirst(":", "/");
        }
        return text.endsWith(".git") ? text.substring(0, text.length() - ".git".length()) : text;
    }

    /** Whether one of the patterns fits every text, and no pattern that starts with {@code !} does. */
    private static boolean isAdmitted(List<String> texts, List<List<String>> patterns) {
        boolean admitted = false;
        for (List<String> pattern : patterns) {
            boolean denies = false;
            boolean fits = true;
            for (int i = 0; i < texts.size(); i++) {
                boolean negated = pattern.get(i).startsWith("!");
                denies |= negated;
                fits &= mayMatch(negated ? pattern.get(i).substring(1) : pattern.get(i), texts.get(i));
            }
            if (denies && fits) {
                return false;
            }
            admitted |= !denies && fits;
        }
        return admitted;
    }

    /** Whether a pattern fits a text, as far as it can be told: one with more than {@code *} may fit any text. */
    private static boolean mayMatch(String pattern, String text) {
        if (pattern.chars().anyMatch(c -> "?[]{}\\".indexOf(c) >= 0)) {
            return true;
        }
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(text);
        }
        String last = parts[parts.length - 1];
        int from = parts[0].length();
        if (!text.startsWith(parts[0]) || text.length() < from + last.length() || !text.endsWith(last)) {
            return false;
        }
        for (int i = 1; i < parts.length - 1; i++) {
            int found = text.indexOf(parts[i], from);
            if (found < 0 || found + parts[i].length() > text.length() - last.length()) {
                return false;
            }
            from = found + parts[i].length();
        }
        return true;
    }
}
