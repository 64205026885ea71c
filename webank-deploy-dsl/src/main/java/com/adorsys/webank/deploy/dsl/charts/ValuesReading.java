package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.check.ShapeCheck;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.helm.HelmValues;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.PlainSecret;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

    /** What is wrong with the values of a point, by their paths. */
    private List<Problem> problems(Point point) {
        List<Problem> problems = new ArrayList<>(ShapeCheck.problems(shape, point.values(), Locations.none()));
        if (hasErrors(problems)) {
            return problems;
        }
        for (ChartRule rule : derived.rules()) {
            rule.check(point).ifPresent(problems::add);
        }
        parts.forEach((name, part) -> {
            // Helm leaves a part out only where this is false, and not where it is a text.
            if (!Trees.isFalse(point.values(), name, "enabled")) {
                for (Problem problem : part.problems(dialect.section(point, name))) {
                    problems.add(problem.at(
                            Location.of(Location.join(name, problem.location().path()))));
                }
            }
        });
        return problems;
    }

    private static boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(Problem::isError);
    }

    /**
     * The point of the values of a user.
     *
     * @throws DeployException.InvalidInput with everything that is wrong with them
     */
    Point point(Release release, GivenValues given) {
        Point point = merged(release, given);
        DeployException.InvalidInput.throwIfErrors(placed(problems(point), given));
        return point;
    }

    private Point merged(Release release, GivenValues given) {
        Point initial = dialect.initial();
        return new Point(
                HelmValues.merged(initial.values(), given.tree()), release, initial.chartName(), initial.isRoot());
    }

    private static List<Problem> placed(List<Problem> problems, GivenValues given) {
        List<Problem> placed = new ArrayList<>();
        for (Problem problem : problems) {
            placed.add(problem.at(given.location(problem.location().path())));
        }
        placed.sort(
                Comparator.comparingInt((Problem problem) -> problem.location().line())
                        .thenComparingInt(problem -> problem.location().column()));
        return placed;
    }

    /** Everything that is wrong with the values of a user, warnings included, in the order of the file. */
    List<Problem> problems(Release release, GivenValues given) {
        Point point = merged(release, given);
        List<Problem> problems = problems(point);
        if (!hasErrors(problems)) {
            try {
                dialect.render(point);
            } catch (DeployException.InvalidInput refused) {
                problems.addAll(byValues(refused, point));
            }
        }
        for (PlainSecret secret : SecretData.inPlainSight(given.tree())) {
            problems.add(Problem.warning(
                    ProblemCodes.SECRET_IN_VALUES, Location.of(secret.path()), secret.what(), PlainSecret.REMEDY));
        }
        return placed(problems, given);
    }

    /** The problems that the model has with values, by the paths of the values. */
    private List<Problem> byValues(DeployException.InvalidInput refused, Point point) {
        List<Problem> problems = new ArrayList<>();
        for (Problem problem : refused.problems()) {
            problems.add(problem.at(
                    Location.of(dialect.refused(point, problem.location().path()))));
        }
        return problems;
    }

    /**
     * What the model makes of the values of a user.
     *
     * @throws DeployException.InvalidInput with everything that is wrong with them
     */
    <T> T read(Release release, GivenValues given, Function<Point, T> model) {
        Point point = point(release, given);
        try {
            return model.apply(point);
        } catch (DeployException.InvalidInput refused) {
            throw new DeployException.InvalidInput(placed(byValues(refused, point), given));
        }
    }
}
