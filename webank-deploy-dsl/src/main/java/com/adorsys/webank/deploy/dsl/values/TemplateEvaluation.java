package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.internal.ChartNames;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the Go-template expressions in values, as far as values need them.
 *
 * <p>Supported are {@code .Release.Name}, {@code .Release.Namespace}, {@code .Chart.Name}, {@code .Values.<path>},
 * {@code
 * include} and {@code template} of {@code "common.names.fullname"}, each with or without a leading {@code $}, and, as a
 * whole value, {@code .Values.<path> | toYaml}. An inserted value may itself contain expressions; they are evaluated
 * too, although the charts keep them as text by mistake. Anything else is an error.
 */
final class TemplateEvaluation {
    private static final String FULLNAME = "\"common.names.fullname\"";
    private static final int DEEPEST = 16;
    private static final int MOST_EXPRESSIONS = 20_000;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_PRINTED = 80;

    private final Release release;
    private final ChartValue table;
    private final List<Problem> problems;
    private final Set<String> failed = new HashSet<>();
    private final Set<String> read = new HashSet<>();
    private final Set<String> complaints = new HashSet<>();
    private final Map<String, Optional<String>> known = new HashMap<>();
    private final List<String> open = new ArrayList<>();
    private int expressions;

    TemplateEvaluation(Release release, ChartValue table, List<Problem> problems) {
        this.release = release;
        this.table = table;
        this.problems = problems;
    }

    /** The scope of expressions: the values of one chart. */
    static final class Scope {
        private final String chartName;
        private final MapTree values;
        private final String base;
        private @Nullable String fullname;

        /**
         * A chart's values.
         *
         * @param chartName the value of {@code .Chart.Name}
         * @param values the value of {@code .Values}
         * @param base the path of these values in the document
         */
        Scope(String chartName, MapTree values, String base) {
            this.chartName = chartName;
            this.values = values;
            this.base = base;
        }
    }

    /** The paths of expressions that could not be evaluated; their texts are left unchanged. */
    Set<String> failed() {
        return failed;
    }

    /** Whether an expression reads the value at a path, or one below it. */
    boolean reads(String path) {
        for (String used : read) {
            if (used.equals(path)
                    || used.startsWith(path)
                            && (used.charAt(path.length()) == '.' || used.charAt(path.length()) == '[')) {
                return true;
            }
        }
        return false;
    }

    /** Evaluates every expression in a map; returns the same map if there are none. */
    MapTree evaluate(MapTree map, String path, Scope scope) {
        MapTree.Builder changed = null;
        for (int i = 0; i < map.size(); i++) {
            String key = map.keyAt(i);
            Tree value = map.valueAt(i);
            Tree evaluated = value instanceof ScalarTree scalar && !hasExpression(scalar)
                    ? value
                    : evaluate(key, value, TreePath.child(path, key), scope);
            if (evaluated != value && changed == null) {
                changed = MapTree.builder(map.size());
                for (int j = 0; j < i; j++) {
                    changed.put(map.keyAt(j), map.valueAt(j));
                }
            }
            if (changed != null && !(evaluated != value && Trees.isNull(evaluated))) {
                changed.put(key, evaluated);
            }
        }
        return changed == null ? map : changed.build();
    }

    private Tree evaluate(String key, Tree value, String path, Scope scope) {
        if (value instanceof MapTree map) {
            return evaluate(map, path, scope);
        }
        if (value instanceof ListTree list) {
            return evaluate(key, list, path, scope);
        }
        ScalarTree scalar = (ScalarTree) value;
        if (!hasExpression(scalar)) {
            return value;
        }
        Tree evaluated = text(scalar.text(), path, scope);
        if (evaluated == null) {
            failed.add(path);
            return value;
        }
        return evaluated instanceof ScalarTree text && text.isString() && isNumberKey(key) ? number(text) : evaluated;
    }

    private ListTree evaluate(String key, ListTree list, String path, Scope scope) {
        List<Tree> changed = null;
        for (int i = 0; i < list.size(); i++) {
            Tree item = list.get(i);
            Tree evaluated = item instanceof ScalarTree scalar && !hasExpression(scalar)
                    ? item
                    : evaluate(key, item, TreePath.child(path, i), scope);
            if (evaluated != item) {
                if (changed == null) {
                    changed = new ArrayList<>(list.items());
                }
                changed.set(i, evaluated);
            }
        }
        return changed == null ? list : ListTree.of(changed);
    }

    static boolean hasExpression(ScalarTree scalar) {
        return scalar.isString() && scalar.text().contains("{{");
    }

    /** Whether the charts insert the key's value without quotes, so that an expression's result is read as a number. */
    private boolean isNumberKey(String key) {
        return switch (key) {
            case "initialDelaySeconds",
                    "periodSeconds",
                    "timeoutSeconds",
                    "successThreshold",
                    "failureThreshold",
                    "terminationGracePeriodSeconds",
                    "maxUnavailable",
                    "maxSurge" -> true;
            default -> table.hasNumber(key);
        };
    }

    private static ScalarTree number(ScalarTree text) {
        String digits = text.text();
        if (digits.isEmpty() || digits.length() > 18 || digits.length() > 1 && digits.charAt(0) == '0') {
            return text;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return text;
            }
        }
        return ScalarTree.of(Long.parseLong(digits));
    }

    /** Evaluates a text with expressions; null if that failed, which was then reported. */
    private @Nullable Tree text(String template, String path, Scope scope) {
        StringBuilder text = new StringBuilder(template.length() + 32);
        int from = 0;
        boolean whole = true;
        while (true) {
            int start = template.indexOf("{{", from);
            if (start < 0) {
                text.append(template, from, template.length());
                return ScalarTree.of(text.toString());
            }
            int end = end(template, start + 2);
            if (end < 0) {
                error(
                        ProblemCodes.TEMPLATE_UNSUPPORTED,
                        path,
                        "a `{{` in `" + last(path) + "` is not closed",
                        "close it with `}}`, or write the value itself");
                return null;
            }
            text.append(template, from, start);
            boolean trimsBefore = isTrim(template, start + 2, start + 3);
            if (trimsBefore) {
                trimEnd(text, text.length() - (start - from));
            }
            boolean trimsAfter = end - 2 > start + 2 && isTrim(template, end - 1, end - 2);
            String expression = template.substring(start + (trimsBefore ? 3 : 2), trimsAfter ? end - 1 : end)
                    .trim();
            from = end + 2;
            while (trimsAfter && from < template.length() && isSpace(template.charAt(from))) {
                from++;
            }
            whole &= isBlank(template, 0, start) && isBlank(template, from, template.length());
            String mapPath = whole ? toYamlPath(expression) : null;
            if (mapPath != null) {
                return tree(mapPath, path, scope);
            }
            String inserted = value(expression, path, scope);
            if (inserted == null) {
                return null;
            }
            if (text.length() + inserted.length() > LONGEST_TEXT) {
                reportSize(path);
                return null;
            }
            text.append(inserted);
        }
    }

    /** The end of the expression that starts here; braces in its string literals are ignored. */
    private static int end(String template, int from) {
        char quote = 0;
        for (int i = from; i < template.length(); i++) {
            char c = template.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote == '"') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '`') {
                quote = c;
            } else if (c == '}' && i + 1 < template.length() && template.charAt(i + 1) == '}') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isTrim(String template, int dash, int space) {
        return space < template.length() && template.charAt(dash) == '-' && isSpace(template.charAt(space));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static void trimEnd(StringBuilder text, int from) {
        int length = text.length();
        while (length > from && isSpace(text.charAt(length - 1))) {
            length--;
        }
        text.setLength(length);
    }

    /** The path in an expression {@code .Values.<path> | toYaml}; null for other expressions. */
    private static @Nullable String toYamlPath(String expression) {
        int pipe = expression.indexOf('|');
        if (pipe < 0 || !expression.substring(pipe + 1).trim().equals("toYaml")) {
            return null;
        }
        return valuesPath(expression.substring(0, pipe).trim());
    }

    private static @Nullable String valuesPath(String expression) {
        String dotted = expression.startsWith("$") ? expression.substring(1) : expression;
        if (!dotted.startsWith(".Values.")) {
            return null;
        }
        boolean wasDot = true;
        for (int i = ".Values.".length(); i < dotted.length(); i++) {
            char c = dotted.charAt(i);
            boolean isDot = c == '.';
            if (isDot ? wasDot : !(c == '_' || Character.isLetterOrDigit(c))) {
                return null;
            }
            wasDot = isDot;
        }
        return wasDot ? null : dotted.substring(".Values.".length());
    }

    /** Evaluates an expression; null if that failed, which was then reported. */
    private @Nullable String value(String expression, String path, Scope scope) {
        expressions++;
        if (expressions > MOST_EXPRESSIONS) {
            reportSize(path);
            return null;
        }
        String dotted = expression.startsWith("$.") ? expression.substring(1) : expression;
        if (dotted.equals(".Release.Name")) {
            return release.name();
        }
        if (dotted.equals(".Release.Namespace")) {
            return release.namespace();
        }
        if (dotted.equals(".Chart.Name")) {
            return scope.chartName;
        }
        String valuesPath = valuesPath(expression);
        if (valuesPath != null) {
            return scalar(valuesPath, path, scope);
        }
        if (isFullname(expression)) {
            return fullname(path, scope);
        }
        error(
                ProblemCodes.TEMPLATE_UNSUPPORTED,
                path,
                "`" + last(path) + "` has the template expression `{{ " + masked(expression)
                        + " }}`, which is not supported",
                "write the value itself; supported are `.Release.Name`, `.Release.Namespace`, `.Chart.Name`,"
                        + " `.Values.<path>` and `include \"common.names.fullname\" .`");
        return null;
    }

    private static boolean isFullname(String expression) {
        int word = expression.startsWith("include") ? 7 : expression.startsWith("template") ? 8 : -1;
        if (word < 0) {
            return false;
        }
        String rest = expression.substring(word).trim();
        if (!rest.startsWith(FULLNAME)) {
            return false;
        }
        String context = rest.substring(FULLNAME.length()).trim();
        return context.equals(".") || context.equals("$");
    }

    /** The full name of a chart's objects. */
    private @Nullable String fullname(String path, Scope scope) {
        String name = scope.fullname;
        if (name == null) {
            String full = override("fullnameOverride", path, scope);
            String part = override("nameOverride", path, scope);
            if (full == null || part == null) {
                return null;
            }
            name = ChartNames.fullname(release.name(), part.isEmpty() ? scope.chartName : part, full);
            scope.fullname = name;
        }
        return name;
    }

    /** An override of a name; empty if there is none, null if it could not be evaluated. */
    private @Nullable String override(String key, String path, Scope scope) {
        Tree value = scope.values.get(key);
        return value instanceof ScalarTree scalar && scalar.isString()
                ? inserted(scalar, joined(scope.base, key), path, scope)
                : "";
    }

    private @Nullable String scalar(String valuesPath, String path, Scope scope) {
        Tree found = find(valuesPath, path, scope);
        if (found == null) {
            return null;
        }
        if (!(found instanceof ScalarTree scalar) || scalar.isNull()) {
            error(
                    ProblemCodes.TEMPLATE_UNKNOWN_VALUE,
                    path,
                    "`.Values." + valuesPath + "` in `" + last(path) + "` is " + found.describe()
                            + "; a text or a number is expected",
                    "write the value itself, or the path of a text or a number");
            return null;
        }
        return inserted(scalar, joined(scope.base, valuesPath), path, scope);
    }

    /** The text of a value that an expression inserts, with its expressions evaluated. */
    private @Nullable String inserted(ScalarTree scalar, String source, String path, Scope scope) {
        if (!hasExpression(scalar)) {
            return scalar.text();
        }
        Optional<String> before = known.get(source);
        if (before != null) {
            return before.orElse(null);
        }
        if (open.contains(source) || source.equals(path) && open.isEmpty() || open.size() == DEEPEST) {
            error(
                    ProblemCodes.TEMPLATE_CYCLE,
                    path,
                    "the template expression in `" + last(path) + "` refers to itself, or to more than " + DEEPEST
                            + " others",
                    "write the value itself");
            return null;
        }
        open.add(source);
        Tree evaluated = text(scalar.text(), source, scope);
        open.remove(open.size() - 1);
        String result = evaluated instanceof ScalarTree text ? text.text() : null;
        known.put(source, Optional.ofNullable(result));
        return result;
    }

    /** The value for {@code toYaml}; a null in the values counts as missing. */
    private @Nullable Tree tree(String valuesPath, String path, Scope scope) {
        Tree found = optional(valuesPath, scope);
        if (found == null) {
            if (isKnownName(valuesPath)) {
                return ScalarTree.ofNull();
            }
            return find(valuesPath, path, scope);
        }
        String source = joined(scope.base, valuesPath);
        if (open.contains(source) || open.size() == DEEPEST) {
            error(
                    ProblemCodes.TEMPLATE_CYCLE,
                    path,
                    "the template expression in `" + last(path) + "` refers to itself",
                    "write the value itself");
            return null;
        }
        open.add(source);
        Tree evaluated = evaluate("", found, source, scope);
        open.remove(open.size() - 1);
        return evaluated;
    }

    /** Keys that every chart has, with null as their default. */
    private static boolean isKnownName(String valuesPath) {
        return valuesPath.equals("commonLabels") || valuesPath.equals("commonAnnotations");
    }

    private @Nullable Tree optional(String valuesPath, Scope scope) {
        note(valuesPath, scope);
        Tree here = scope.values;
        int from = 0;
        while (here != null && from <= valuesPath.length()) {
            int dot = valuesPath.indexOf('.', from);
            int to = dot < 0 ? valuesPath.length() : dot;
            here = here instanceof MapTree map ? map.get(valuesPath.substring(from, to)) : null;
            from = to + 1;
        }
        return here;
    }

    private @Nullable Tree find(String valuesPath, String path, Scope scope) {
        note(valuesPath, scope);
        MapTree here = scope.values;
        int from = 0;
        while (true) {
            int dot = valuesPath.indexOf('.', from);
            int to = dot < 0 ? valuesPath.length() : dot;
            String key = valuesPath.substring(from, to);
            Tree next = here.get(key);
            if (next == null || dot >= 0 && !(next instanceof MapTree)) {
                Optional<String> meant = next == null && key.length() <= LONGEST_PRINTED
                        ? Names.nearest(key, here.keys())
                        : Optional.empty();
                error(
                        ProblemCodes.TEMPLATE_UNKNOWN_VALUE,
                        path,
                        "`.Values." + clipped(valuesPath) + "` in `" + last(path) + "` does not exist",
                        meant.isPresent()
                                ? "did you mean `.Values." + valuesPath.substring(0, from) + meant.get()
                                        + clipped(valuesPath.substring(to)) + "`? If not, write the value itself"
                                : "write the value itself, or the path of an existing value");
                return null;
            }
            if (dot < 0) {
                return next;
            }
            here = (MapTree) next;
            from = dot + 1;
        }
    }

    /** Records that a value is used, so that an unknown key is not reported if an expression reads it. */
    private void note(String valuesPath, Scope scope) {
        read.add(joined(scope.base, valuesPath));
        if (!scope.base.isEmpty() && (valuesPath.equals("global") || valuesPath.startsWith("global."))) {
            read.add(valuesPath);
        }
    }

    private static String joined(String base, String path) {
        return base.isEmpty() ? path : base + "." + path;
    }

    private void reportSize(String path) {
        error(
                ProblemCodes.TEMPLATE_CYCLE,
                path,
                "the template expressions in `" + last(path) + "` produce too much text",
                "write the value itself");
    }

    private void error(String code, String path, String what, String remedy) {
        if (complaints.add(path + "\n" + what)) {
            problems.add(Problem.error(code, Location.of(path), what, remedy));
        }
    }

    /** An expression without its string literals, since they may be confidential. */
    private static String masked(String expression) {
        StringBuilder masked = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote == '"') {
                    i++;
                } else if (c == quote) {
                    masked.append("...").append(c);
                    quote = 0;
                }
            } else {
                masked.append(Character.isISOControl(c) ? ' ' : c);
                if (c == '"' || c == '`' || c == '\'') {
                    quote = c;
                }
            }
        }
        return clipped(masked.toString());
    }

    private static String clipped(String text) {
        return text.length() <= LONGEST_PRINTED ? text : text.substring(0, LONGEST_PRINTED) + "...";
    }

    private static String last(String path) {
        return path.indexOf('"') >= 0 ? path : path.substring(path.lastIndexOf('.') + 1);
    }
}
