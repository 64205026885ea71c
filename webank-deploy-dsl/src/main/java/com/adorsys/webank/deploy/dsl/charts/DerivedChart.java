package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The templates of a chart, derived from what its model renders. */
final class DerivedChart {
    private static final Release[] RELEASES = {
        Release.of("first-release", "first-namespace"),
        Release.of("second-release", "second-namespace"),
        Release.of("third-release", "third-namespace"),
        Release.of("fourth-release", "fourth-namespace")
    };

    private final Dialect dialect;
    private final Map<String, Node> templates = new LinkedHashMap<>();
    private final List<ChartRule> rules;

    private DerivedChart(Dialect dialect) {
        this.dialect = dialect;
        this.rules = new ArrayList<>(dialect.table().rules());
    }

    /**
     * Derives the templates.
     *
     * @throws DeployException.InvalidInput if an object depends on the values in a way that no template says
     */
    static DerivedChart of(Dialect dialect) {
        dialect.checkDefaults();
        DerivedChart chart = new DerivedChart(dialect);
        chart.derive();
        return chart;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The templates, by name. */
    Map<String, Node> templates() {
        return templates;
    }

    /** The rules between values, those that follow from the templates included. */
    List<ChartRule> rules() {
        return rules;
    }

    /** What the templates render, without Helm. */
    Map<String, MapTree> evaluated(Point point) {
        Map<String, MapTree> objects = new LinkedHashMap<>();
        templates.forEach((name, node) -> {
            if (TemplateEvaluation.of(node, point) instanceof MapTree object) {
                objects.put(name, object);
            }
        });
        return objects;
    }

    /** The points from which the templates are derived: in each case, values of both samples. */
    private List<Point[]> cases() {
        List<int[]> choices = new ArrayList<>();
        List<Feature> features = dialect.table().features();
        int[] first = new int[features.size()];
        int[] last = new int[features.size()];
        for (int i = 0; i < last.length; i++) {
            last[i] = features.get(i).variants().size() - 1;
        }
        choices.add(first);
        choices.add(last);
        for (int i = 0; i < last.length; i++) {
            for (int variant = 0; variant <= last[i]; variant++) {
                if (variant > 0) {
                    choices.add(chosen(first, i, variant));
                }
                if (variant < last[i]) {
                    choices.add(chosen(last, i, variant));
                }
            }
        }
        List<Point[]> cases = new ArrayList<>();
        for (int[] choice : choices) {
            cases.add(new Point[] {point(choice, 0), point(choice, 1)});
        }
        return cases;
    }

    private static int[] chosen(int[] others, int feature, int variant) {
        int[] choice = others.clone();
        choice[feature] = variant;
        return choice;
    }

    private Point point(int[] choice, int sample) {
        Point initial = dialect.initial();
        Point point = new Point(initial.values(), RELEASES[sample], initial.chartName(), initial.isRoot());
        for (int i = 0; i < choice.length; i++) {
            point = dialect.table().features().get(i).variants().get(choice[i]).applied(point, sample);
        }
        return point;
    }

    private void derive() {
        List<Point[]> cases = cases();
        List<Map<String, MapTree>> first = new ArrayList<>();
        List<Map<String, MapTree>> second = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Point[] points : cases) {
            first.add(dialect.templates(points[0]));
            second.add(dialect.templates(points[1]));
            names.addAll(first.get(first.size() - 1).keySet());
        }
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            try {
                List<Merging.Case> all = new ArrayList<>();
                for (int i = 0; i < cases.size(); i++) {
                    Point[] points = cases.get(i);
                    all.add(new Merging.Case(
                            points[0],
                            node(first.get(i).get(name), second.get(i).get(name), points)));
                }
                templates.put(name, new Merging(dialect.table().conditions()).merged(all));
            } catch (NotUniform notUniform) {
                problems.add(problem(name, notUniform.path(), notUniform.what()));
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        ReservedKeys.of(dialect, templates.values(), rules);
        prove();
    }

    private Node node(@Nullable MapTree one, @Nullable MapTree other, Point[] points) throws NotUniform {
        if (one == null && other == null) {
            return Node.ABSENT;
        }
        if (one == null || other == null) {
            throw new NotUniform("", "the object is there with some values only");
        }
        return Derivation.of(one, other, dialect.table().terms(), points[0], points[1]);
    }

    /** Compares what the templates render with the model at further points, each between two cases. */
    private void prove() {
        List<Feature> features = dialect.table().features();
        int[] choice = new int[features.size()];
        // A fixed sequence of combinations.
        long state = 1;
        for (int round = 0; round < 60; round++) {
            for (int i = 0; i < choice.length; i++) {
                state = (state * 1103515245L + 12345L) & 0x7fffffffL;
                choice[i] = (int) ((state >> 16) % features.get(i).variants().size());
            }
            Point point = point(choice, 2 + round % 2);
            Objects.checkEqual(
                    dialect.chartName(),
                    dialect.templates(point),
                    evaluated(point),
                    ProblemCodes.CHART_NOT_UNIFORM,
                    "it depends on several values at once, in a way that no condition of the chart says");
        }
    }

    private Problem problem(String name, String path, String what) {
        return Problem.error(
                ProblemCodes.CHART_NOT_UNIFORM,
                Location.of(name + (path.isEmpty() ? "" : "." + path)),
                "no template of the chart `" + dialect.chartName() + "` can say what is rendered: " + what,
                "Leave out the step or the setting that renders it, or render the manifests instead of a chart");
    }
}
