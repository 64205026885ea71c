package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.PlainSecret;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.tree.FileTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which file of a chart is where, and the checks of a chart as a whole. */
final class ChartLayout {
    static final String VALUES = "values.yaml";
    static final String SCHEMA = "values.schema.json";
    static final String README = "README.md";
    static final String IGNORE = ".helmignore";
    static final String NOTES = "NOTES.txt";
    static final String TEMPLATES = "templates/";
    static final String CRDS = "crds/";
    static final String CHARTS = "charts/";

    /** Files that Helm reads itself. */
    private static final Set<String> TAKEN = Set.of(
            ChartMetadata.FILE, VALUES, SCHEMA, README, IGNORE, "Chart.lock", "requirements.yaml", "requirements.lock");

    private final HelmChart chart;
    private final ChartChecks checks = new ChartChecks("");

    private ChartLayout(HelmChart chart) {
        this.chart = chart;
    }

    static String readme(HelmChart chart) {
        StringBuilder text = new StringBuilder(1024);
        text.append("# ").append(chart.metadata().name()).append('\n');
        chart.metadata()
                .description()
                .ifPresent(description -> text.append('\n').append(ChartTexts.withLineBreak(description)));
        chart.introduction()
                .ifPresent(introduction -> text.append('\n').append(ChartTexts.withLineBreak(introduction)));
        String table = chart.values().markdown();
        if (!table.isEmpty()) {
            text.append("\n## Values\n\n").append(table);
        }
        return text.toString();
    }

    static String ignore(List<String> patterns) {
        StringBuilder text = new StringBuilder("# Files of the folder that are no part of the chart.\n");
        text.append(FileTree.INDEX).append("*\n");
        for (String pattern : patterns) {
            text.append(pattern).append('\n');
        }
        return text.toString();
    }

    static void check(HelmChart chart) {
        new ChartLayout(chart).check();
    }

    private void check() {
        for (String name : new TreeSet<>(chart.templates().keySet())) {
            checkTemplate(name);
        }
        for (String name : new TreeSet<>(chart.crds().keySet())) {
            checkExtension("crds", name, List.of(".yaml", ".yml", ".json"));
        }
        for (String path : new TreeSet<>(chart.files().keySet())) {
            checkFile(path);
        }
        for (String pattern : chart.ignoredFiles()) {
            checkPattern(pattern);
        }
        chart.introduction().ifPresent(text -> checks.prose("introduction", text));
        checkDependencies();
        for (PlainSecret secret : SecretData.inPlainSight(chart.values().tree())) {
            checks.error(
                    ProblemCodes.SECRET_VALUE,
                    Location.join("values", secret.path()),
                    secret.what() + ", which would be part of the chart",
                    PlainSecret.REMEDY);
        }
        checks.throwIfAny();
        checkPaths();
    }

    private void checkTemplate(String name) {
        if (name.equals(NOTES)) {
            checks.error(
                    ProblemCodes.CHART_FILE,
                    TreePath.child("templates", name),
                    "Helm prints this template after an installation",
                    "set it by `notes`");
        } else if (name.substring(name.lastIndexOf('/') + 1).startsWith(".") || name.startsWith(".")) {
            checks.error(
                    ProblemCodes.CHART_FILE,
                    TreePath.child("templates", name),
                    "Helm ignores templates whose names start with a dot",
                    "rename it");
        } else {
            checkExtension("templates", name, List.of(".yaml", ".yml", ".tpl", ".txt"));
        }
    }

    private void checkExtension(String field, String name, List<String> extensions) {
        for (String extension : extensions) {
            if (name.endsWith(extension)) {
                return;
            }
        }
        checks.error(
                ProblemCodes.CHART_FILE,
                TreePath.child(field, name),
                Problem.quote(name) + " has an extension that Helm does not take in `" + field + "`",
                "use one of " + String.join(", ", extensions));
    }

    private void checkFile(String path) {
        int slash = path.indexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash + 1);
        if (TAKEN.contains(path)) {
            checks.error(
                    ProblemCodes.CHART_FILE,
                    TreePath.child("files", path),
                    "Helm reads this file itself, so it is not one for templates",
                    "set what it says by the builder of the chart, or rename it");
        } else if (Set.of(TEMPLATES, CRDS, CHARTS).contains(folder)) {
            checks.error(
                    ProblemCodes.CHART_FILE,
                    TreePath.child("files", path),
                    "Helm does not take a file of `" + folder + "` for one that templates can read",
                    "set it by `templates`, `crds` or `subcharts`, or move it to another folder");
        }
    }

    /** What is ignored in the folder would be in the archive nevertheless, so nothing of the chart may be ignored. */
    private void checkPattern(String pattern) {
        checks.line("ignoredFiles", pattern);
        if (!IgnorePattern.isSimple(pattern)) {
            checks.error(
                    ProblemCodes.CHART_FILE,
                    "ignoredFiles",
                    Problem.quote(pattern) + " is not the pattern of a name or a path",
                    "use the wildcards `*` and `?`, as in `*.bak`, `docs/` or `/files/*.txt`; a pattern without `/` holds in"
                            + " every folder");
            return;
        }
        IgnorePattern ignored = IgnorePattern.of(pattern);
        for (String path : chart.paths()) {
            if (ignored.ignores(path)) {
                checks.error(
                        ProblemCodes.CHART_FILE,
                        "ignoredFiles",
                        Problem.quote(pattern) + " ignores " + Problem.quote(path) + ", which is a part of the chart",
                        "change the pattern, or rename the file");
                return;
            }
        }
    }

    private void checkDependencies() {
        Map<String, HelmChart> subcharts = new HashMap<>();
        for (HelmChart subchart : chart.subcharts()) {
            String name = subchart.metadata().name();
            if (subcharts.put(name, subchart) != null) {
                checks.error(
                        ProblemCodes.DUPLICATE,
                        "subcharts",
                        "two subcharts have the name " + Problem.quote(name),
                        "remove one; a dependency with an `alias` installs the other one again");
            }
        }
        for (ChartDependency dependency : chart.metadata().dependencies()) {
            checkDependency(dependency, subcharts);
        }
        for (HelmChart subchart : chart.subcharts()) {
            String name = subchart.metadata().name();
            if (chart.metadata().dependencies().stream()
                    .noneMatch(dependency -> dependency.name().equals(name))) {
                checks.error(
                        ProblemCodes.CHART_DEPENDENCY,
                        "subcharts",
                        "the subchart " + Problem.quote(name) + " is not a dependency of the chart",
                        "add a dependency with its name to the metadata");
            }
        }
    }

    private void checkDependency(ChartDependency dependency, Map<String, HelmChart> subcharts) {
        String place = TreePath.child("dependencies", dependency.valuesName());
        HelmChart subchart = subcharts.get(dependency.name());
        if (subchart != null && !dependency.version().allows(subchart.metadata().version())) {
            checks.error(
                    ProblemCodes.CHART_DEPENDENCY,
                    place,
                    "the subchart has the version `" + subchart.metadata().version()
                            + "`, which the dependency does not accept by "
                            + Problem.quote(dependency.version().toString()),
                    "change the version of the dependency, or that of the subchart");
        }
        if (subchart == null && dependency.repository().isEmpty()) {
            checks.error(
                    ProblemCodes.CHART_DEPENDENCY,
                    place,
                    "no subchart has the name " + Problem.quote(dependency.name())
                            + ", and the dependency has no repository to get one from",
                    "add the subchart, or set `repository`");
        }
        dependency.condition().ifPresent(condition -> checkCondition(place, condition));
    }

    private void checkCondition(String place, String condition) {
        MapTree values = chart.values().tree();
        for (String path : condition.split(",")) {
            Tree value = values.at(path.split("\\.")).orElse(ScalarTree.of(true));
            if (!(value instanceof ScalarTree scalar) || scalar.kind() != ScalarTree.Kind.BOOLEAN) {
                checks.error(
                        ProblemCodes.CHART_DEPENDENCY,
                        Location.join(place, "condition"),
                        "the value " + Problem.quote(path) + " is " + value.describe() + ", and not `true` or `false`",
                        "name a value that is `true` or `false`");
            }
        }
    }

    /** Paths and texts are those of a file tree, which reports what is wrong with them. */
    private void checkPaths() {
        FileTree.Builder tree = FileTree.builder();
        chart.texts().forEach(tree::put);
        tree.build();
    }

    /**
     * Checks that nothing is missing, since what is packed must be complete.
     *
     * @throws DeployException.InvalidInput with every dependency, at any depth, that is not a subchart
     */
    static void checkComplete(HelmChart chart) {
        ChartChecks checks = new ChartChecks("");
        checkComplete(chart, "", checks);
        checks.throwIfAny();
    }

    private static void checkComplete(HelmChart chart, String path, ChartChecks checks) {
        Set<String> names = new TreeSet<>();
        for (HelmChart subchart : chart.subcharts()) {
            names.add(subchart.metadata().name());
            checkComplete(
                    subchart,
                    TreePath.child(
                            Location.join(path, "subcharts"),
                            subchart.metadata().name()),
                    checks);
        }
        for (ChartDependency dependency : chart.metadata().dependencies()) {
            if (!names.contains(dependency.name())) {
                checks.error(
                        ProblemCodes.CHART_DEPENDENCY,
                        Location.join(path, TreePath.child("dependencies", dependency.valuesName())),
                        "no subchart has the name " + Problem.quote(dependency.name())
                                + ", and Helm does not install an archive without one of its dependencies",
                        "add the subchart");
            }
        }
    }
}
