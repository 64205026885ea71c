package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.check.ShapeCheck;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.ChartModel;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps from a user's values to a model: merge, evaluate, normalise, check.
 *
 * <p>Internally problems have paths of the values; at the end they get their places in the user's file.
 */
final class ValuesReader {
    private ValuesReader() {}

    static ChartValues.Reading read(ChartValues values, Release release) {
        Chart chart = values.chart();
        MapTree userValues = values.tree();
        List<Problem> problems = new ArrayList<>();

        MapTree merged = HelmMerge.values(chart, userValues);
        TemplateEvaluation templates = new TemplateEvaluation(release, Locations.none(), problems);
        MapTree evaluated = evaluated(chart, merged, merged, templates);
        TemplateEvaluation sameTemplates = new TemplateEvaluation(release, Locations.none(), new ArrayList<>());
        MapTree evaluatedSaid = evaluated(chart, userValues, merged, sameTemplates);
        MapTree normal = Normalisation.of(chart, evaluated, evaluatedSaid);

        shape(chart, normal, userValues, templates, problems);
        check(chart, normal, evaluatedSaid, release, templates, problems);

        List<Problem> placed = placed(values, problems);
        Optional<ChartModel> model = Optional.empty();
        if (!hasErrors(placed)) {
            List<Problem> found = new ArrayList<>();
            try {
                model = Optional.of(ChartModel.of(
                        chart, Normalisation.finished(chart, normal), evaluatedSaid, release, Locations.none(), found));
            } catch (DeployException.InvalidInput invalid) {
                found.clear();
                found.addAll(invalid.problems());
            }
            for (Problem problem : found) {
                problems.add(problem.at(
                        Location.of(valuesPath(chart, problem.location().path()))));
            }
            placed = placed(values, problems);
        }
        return new ChartValues.Reading(release, placed, model);
    }

    /** Evaluates the expressions in values, each in the scope of its chart. */
    private static MapTree evaluated(Chart chart, MapTree values, MapTree merged, TemplateEvaluation templates) {
        TemplateEvaluation.Scope own = new TemplateEvaluation.Scope(chart.chartName(), merged, "");
        MapTree.Builder evaluated = MapTree.builder(values.size());
        for (int i = 0; i < values.size(); i++) {
            String key = values.keyAt(i);
            Tree value = values.valueAt(i);
            Optional<Chart> part = chart == Chart.WEBANK ? part(key) : Optional.empty();
            if (part.isPresent() && value instanceof MapTree section) {
                TemplateEvaluation.Scope scope =
                        new TemplateEvaluation.Scope(key, merged.map(key).orElse(section), key);
                evaluated.put(key, templates.evaluate(withOwnGlobals(section), key, scope));
            } else if (key.equals("db") || key.equals("global")) {
                // Not evaluated here: the chart of `db` is not rendered, and globals are evaluated where they are read.
                evaluated.put(key, value);
            } else {
                MapTree one = templates.evaluate(MapTree.of(key, value), "", own);
                Tree result = one.get(key);
                if (result != null) {
                    evaluated.put(key, result);
                }
            }
        }
        return evaluated.build();
    }

    /** Keeps only those globals that the part renders; all globals are checked in the umbrella. */
    private static MapTree withOwnGlobals(MapTree section) {
        Tree global = section.get("global");
        if (global == null) {
            return section;
        }
        Tree registry = Trees.value(section, "global", "imageRegistry");
        return registry == null
                ? section.without("global")
                : section.with("global", MapTree.of("imageRegistry", registry));
    }

    private static Optional<Chart> part(String alias) {
        for (Chart part : HelmMerge.PARTS) {
            if (part.alias().equals(alias)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private static void shape(
            Chart chart, MapTree values, MapTree userValues, TemplateEvaluation templates, List<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        Shape shape = ValuesShapes.of(chart, values);
        ShapeCheck.check(shape, values, "", Locations.none(), found);
        for (Problem problem : found) {
            String path = problem.location().path();
            boolean isUsed = problem.code().equals(ProblemCodes.UNKNOWN_KEY) && templates.reads(path);
            if (!isUsed && !templates.failed().contains(path) && !isDefault(userValues, path)) {
                problems.add(problem);
            }
        }
    }

    /** Whether a path is in labels or annotations that default to the common ones, which are checked separately. */
    private static boolean isDefault(MapTree userValues, String path) {
        int end = ending(path, "additionalLabels");
        end = end < 0 ? ending(path, "annotations") : end;
        if (end < 0) {
            return false;
        }
        Tree here = userValues;
        int from = 0;
        while (from < end) {
            int dot = path.indexOf('.', from);
            int to = dot < 0 || dot > end ? end : dot;
            here = here instanceof MapTree map ? map.get(path.substring(from, to)) : null;
            if (here == null) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static int ending(String path, String key) {
        int at = path.indexOf("." + key);
        return at < 0 ? -1 : at + 1 + key.length();
    }

    private static void check(
            Chart chart,
            MapTree values,
            MapTree userValues,
            Release release,
            TemplateEvaluation templates,
            List<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        ValuesChecks checks = new ValuesChecks(release);
        Section whole = new Section(chart, "", values, userValues, found);
        if (chart != Chart.WEBANK) {
            checks.part(whole);
            ValuesWarnings.part(whole);
        } else {
            List<Section> parts = new ArrayList<>();
            for (Chart part : HelmMerge.PARTS) {
                if (values.get(part.alias()) instanceof MapTree section) {
                    parts.add(new Section(part, part.alias(), section, Trees.map(userValues, part.alias()), found));
                }
            }
            checks.umbrella(whole, parts);
            ValuesWarnings.umbrella(whole, parts);
        }
        ValuesWarnings.secrets(whole, found);
        Set<String> wrong = new HashSet<>();
        for (Problem problem : problems) {
            wrong.add(problem.location().path());
        }
        for (Problem problem : found) {
            String path = problem.location().path();
            // Report only one error per place; errors that follow from it would confuse.
            if (!templates.failed().contains(path) && !(problem.isError() && wrong.contains(path))) {
                problems.add(problem);
            }
        }
    }

    /** The path in the values for a path in the model. */
    private static String valuesPath(Chart chart, String modelPath) {
        int dot = modelPath.indexOf('.');
        String component = dot < 0 ? modelPath : modelPath.substring(0, dot);
        String part = switch (component) {
            case "onlineBanking" -> "obs";
            case "pendingRegistration" -> "prs";
            case "userApp" -> "userapp";
            default -> "";
        };
        return chart == Chart.WEBANK ? part : "";
    }

    private static boolean hasErrors(List<Problem> problems) {
        for (Problem problem : problems) {
            if (problem.isError()) {
                return true;
            }
        }
        return false;
    }

    private static List<Problem> placed(ChartValues values, List<Problem> problems) {
        List<Problem> placed = new ArrayList<>(problems.size());
        for (Problem problem : problems) {
            placed.add(problem.at(values.location(problem.location().path())));
        }
        Collections.sort(placed, new InOrderOfFile());
        return placed;
    }

    private static final class InOrderOfFile implements Comparator<Problem> {
        @Override
        public int compare(Problem a, Problem b) {
            Location first = a.location();
            Location second = b.location();
            return first.line() != second.line()
                    ? Integer.compare(first.line(), second.line())
                    : Integer.compare(first.column(), second.column());
        }
    }
}
