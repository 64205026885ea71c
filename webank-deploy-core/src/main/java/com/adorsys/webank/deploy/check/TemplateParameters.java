package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters that the template of an ApplicationSet uses, beside those that its generators give. A parameter that no
 * generator gives stays in the text as it is, becomes {@code <no value>}, or makes the ApplicationSet fail, by its options.
 *
 * <p>Only the first name of a parameter is compared, and only where the generators give a fixed set: files, plugins and
 * resources of others can give any.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators/">Generators</a>
 */
final class TemplateParameters {
    private static final List<String> FILES = List.of("path");
    private static final List<String> CLUSTERS =
            List.of("name", "nameNormalized", "server", "project", "metadata", "values");
    private static final List<String> REPOSITORIES = List.of(
            "organization",
            "repository",
            "repository_id",
            "url",
            "branch",
            "branchNormalized",
            "sha",
            "short_sha",
            "short_sha_7",
            "labels",
            "values");
    private static final List<String> PULL_REQUESTS = List.of(
            "number",
            "title",
            "author",
            "branch",
            "branch_slug",
            "target_branch",
            "target_branch_slug",
            "head_sha",
            "head_short_sha",
            "head_short_sha_7",
            "labels",
            "values");

    private final ArgoCdCheck check;
    private final boolean isGoTemplate;
    private final Set<String> given = new TreeSet<>();
    private boolean isOpen;

    private TemplateParameters(ArgoCdCheck check, boolean isGoTemplate) {
        this.check = check;
        this.isGoTemplate = isGoTemplate;
    }

    static void check(MapTree spec, ArgoCdCheck check) {
        TemplateParameters parameters = new TemplateParameters(check, Trees.isTrue(spec, "goTemplate"));
        parameters.collect(Trees.list(spec, "generators"));
        if (!parameters.isOpen && !parameters.given.isEmpty()) {
            parameters.walk(Trees.map(spec, "template"), "spec.template");
        }
    }

    private void collect(ListTree generators) {
        for (Tree item : generators) {
            MapTree generator = item instanceof MapTree map ? map : MapTree.of();
            for (String kind : generator.keys()) {
                MapTree settings = Trees.map(generator, kind);
                // It takes the place of parts of the template.
                isOpen |= Trees.isSet(settings, "template");
                switch (kind) {
                    case "list" -> list(settings);
                    case "clusters" -> given.addAll(CLUSTERS);
                    case "git" -> git(settings);
                    case "scmProvider" -> given.addAll(REPOSITORIES);
                    case "pullRequest" -> given.addAll(PULL_REQUESTS);
                    case "matrix", "merge" -> collect(Trees.list(settings, "generators"));
                    case "selector" -> {}
                    default -> isOpen = true;
                }
            }
        }
    }

    private void list(MapTree settings) {
        isOpen |= Trees.isSet(settings, "elementsYaml");
        for (Tree element : Trees.list(settings, "elements")) {
            if (element instanceof MapTree map) {
                for (String key : map.keys()) {
                    given.add(isGoTemplate ? key : first(key));
                }
            }
        }
    }

    private void git(MapTree settings) {
        isOpen |= Trees.isSet(settings, "files");
        String prefix = Trees.text(settings, "pathParamPrefix");
        if (prefix.isEmpty()) {
            given.addAll(FILES);
        } else {
            given.add(isGoTemplate ? prefix : first(prefix));
        }
        given.add("values");
    }

    private void walk(Tree tree, String path) {
        if (tree instanceof MapTree map) {
            map.forEach((key, value) -> walk(value, TreePath.child(path, key)));
        } else if (tree instanceof ListTree list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), TreePath.child(path, i));
            }
        } else if (tree instanceof ScalarTree scalar && scalar.isString()) {
            text(scalar.text(), path);
        }
    }

    private void text(String text, String path) {
        Set<String> reported = new TreeSet<>();
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", open + 2)) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                return;
            }
            String inside = text.substring(open + 2, close);
            if (!isGoTemplate) {
                String parameter = inside.strip();
                if (parameter.indexOf(' ') < 0) {
                    unknown(first(parameter), path, reported);
                }
            } else if (changesTheDot(inside)) {
                return;
            } else {
                goTemplate(inside, path, reported);
            }
        }
    }

    /** Whether fields after this are those of another value. */
    private static boolean changesTheDot(String inside) {
        String word = inside.replace('-', ' ').strip();
        return word.startsWith("range")
                || word.startsWith("with")
                || word.startsWith("define")
                || word.startsWith("block");
    }

    /** Finds the fields of the dot: {@code .path.basename}, but not {@code $x.path}, {@code (f .x).y} or a text in quotes. */
    private void goTemplate(String inside, String path, Set<String> reported) {
        char quote = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote == '"') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '`' || c == '\'') {
                quote = c;
            } else if (c == '.' && (i == 0 || " (|,=-".indexOf(inside.charAt(i - 1)) >= 0)) {
                int end = i + 1;
                while (end < inside.length() && isPartOfAName(inside.charAt(end))) {
                    end++;
                }
                unknown(inside.substring(i + 1, end), path, reported);
                i = end - 1;
            }
        }
    }

    private static boolean isPartOfAName(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** The name before the first point or bracket. */
    private static String first(String parameter) {
        int end = 0;
        while (end < parameter.length() && ".[ ".indexOf(parameter.charAt(end)) < 0) {
            end++;
        }
        return parameter.substring(0, end);
    }

    private void unknown(String name, String path, Set<String> reported) {
        boolean isName = !name.isEmpty() && name.chars().allMatch(c -> isPartOfAName((char) c) || c == '-');
        if (isName && !given.contains(name) && reported.add(name)) {
            check.warning(
                    ProblemCodes.DANGLING_REFERENCE,
                    path,
                    "no generator gives the parameter " + Problem.quote(name),
                    Remedies.meant(name, given, "parameters", "give it to the generator"));
        }
    }
}
