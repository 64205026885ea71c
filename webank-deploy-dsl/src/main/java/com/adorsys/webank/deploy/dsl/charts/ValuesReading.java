package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.check.ShapeCheck;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.helm.HelmValues;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.schema.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A derived chart with the checks of its values. */
final class ValuesReading {
    private final Dialect dialect;
    private final DerivedChart derived;
    private final Shape shape;
    private final Map<String, ValuesReading> parts = new LinkedHashMap<>();

    ValuesReading(Dialect dialect) {
        this.dialect = dialect;
        dialect.parts().forEach((name, part) -> parts.put(name, new ValuesReading(part)));
        this.derived = DerivedChart.of(dialect);
        this.shape = ChartShapes.of(dialect.rows());
    }

    DerivedChart derived() {
        return derived;
    }

    Shape shape() {
        return shape;
    }

    Map<String, ValuesReading> parts() {
        return parts;
    }

    Dialect dialect() {
        return dialect;
    }

    /** What is wrong with the values of a point. */
    private List<Problem> problems(Point point, Locations locations) {
        List<Problem> problems = new ArrayList<>(ShapeCheck.problems(shape, point.values(), locations));
        if (problems.stream().anyMatch(Problem::isError)) {
            return problems;
        }
        for (ChartRule rule : derived.rules()) {
            rule.check(point)
                    .ifPresent(problem ->
                            problems.add(at(problem, problem.location().path(), locations)));
        }
        parts.forEach((name, part) -> {
            if (point.isTrue(name + ".enabled")) {
                for (Problem problem : part.problems(dialect.section(point, name), Locations.none())) {
                    problems.add(
                            at(problem, TreePath.join(name, problem.location().path()), locations));
                }
            }
        });
        return problems;
    }

    private static Problem at(Problem problem, String path, Locations locations) {
        return problem.at(locations.of(path));
    }

    /**
     * The point of the values of a user.
     *
     * @throws DeployException.InvalidInput with everything that is wrong with them
     */
    Point point(Release release, MapTree values, Locations locations) {
        Point initial = dialect.initial();
        Point point =
                new Point(HelmValues.merged(initial.values(), values), release, initial.chartName(), initial.isRoot());
        DeployException.InvalidInput.throwIfErrors(problems(point, locations));
        return point;
    }
}
