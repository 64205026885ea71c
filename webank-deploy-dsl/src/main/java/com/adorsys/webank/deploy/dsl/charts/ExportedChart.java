package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.check.JsonSchema;
import com.adorsys.webank.deploy.check.ShapeCheck;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.schema.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of an exported chart, and what they render. */
final class ExportedChart {
    private final DerivedChart derived;
    private final Dialect dialect;
    private final Shape shape;
    private final Map<String, ExportedChart> parts = new LinkedHashMap<>();

    ExportedChart(Dialect dialect) {
        this.dialect = dialect;
        dialect.parts().forEach((name, part) -> parts.put(name, new ExportedChart(part)));
        this.derived = DerivedChart.of(dialect);
        this.shape = ChartShapes.of(dialect.rows());
    }

    /** The charts of its parts, by their names in it. */
    Map<String, ExportedChart> parts() {
        return parts;
    }

    Dialect dialect() {
        return dialect;
    }

    Shape shape() {
        return shape;
    }

    MapTree schema() {
        return JsonSchema.of(shape);
    }

    Map<String, String> templates() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("_names.tpl", dialect.functions());
        derived.templates().forEach((name, node) -> texts.put(name + ".yaml", TemplateText.of(node) + "\n"));
        StringBuilder rules = new StringBuilder();
        derived.rules().forEach(rule -> rules.append(rule.template()).append('\n'));
        texts.put("rules.yaml", rules.toString());
        return texts;
    }

    /** What is wrong with values, which are merged over the defaults. */
    List<Problem> problems(Point point) {
        List<Problem> problems =
                new ArrayList<>(ShapeCheck.problems(shape, point.values(), Locations.none()));
        if (problems.stream().noneMatch(Problem::isError)) {
            derived.rules().forEach(rule -> rule.check(point).ifPresent(problems::add));
        }
        if (problems.stream().noneMatch(Problem::isError)) {
            parts.forEach((name, part) -> {
                if (point.isTrue(name + ".enabled")) {
                    for (Problem problem : part.problems(dialect.section(point, name))) {
                        String path = TreePath.join(name, problem.location().path());
                        problems.add(problem.at(problem.location().withPath(path)));
                    }
                }
            });
        }
        return problems;
    }

    /** The point of values of a user. */
    Point point(Release release, MapTree values) {
        Point initial = dialect.initial();
        return new Point(
                HelmValues.merged(initial.values(), values), release, initial.chartName(), initial.isRoot());
    }

    /** What the chart renders. */
    ManifestSet render(Release release, MapTree values) {
        Point point = point(release, values);
        DeployException.InvalidInput.throwIfErrors(problems(point));
        return dialect.render(point);
    }
}
