package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.check.ShapeCheck;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
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
import java.util.StringTokenizer;

/**
 * The steps from a user's values to a model: {@link MergedValues}, {@link EvaluatedValues}, {@link NormalValues}, which are checked, and
 * {@link FinishedValues}.
 *
 * <p>Internally problems have paths of the values; at the end they get their places in the user's file.
 */
final class ValuesReader {
    private ValuesReader() {}

    static ChartValues.Reading read(ChartValues values, Release release) {
        List<Problem> problems = new ArrayList<>();
        EvaluatedValues evaluated =
                EvaluatedValues.of(MergedValues.of(values.chart(), values.tree()), release, problems);
        NormalValues normal = NormalValues.of(evaluated);
        shape(normal, values.tree(), evaluated.templates(), problems);
        check(normal, release, evaluated.templates(), problems);

        List<Problem> placed = placed(values, problems);
        if (hasErrors(placed)) {
            return new ChartValues.Reading(release, placed, Optional.empty());
        }
        try {
            ChartModel model = ChartModel.of(FinishedValues.of(normal), release, placed);
            return new ChartValues.Reading(release, placed, Optional.of(model));
        } catch (DeployException.InvalidInput invalid) {
            for (Problem problem : invalid.problems()) {
                problems.add(problem.at(Location.of(
                        valuesPath(values.chart(), problem.location().path()))));
            }
            return new ChartValues.Reading(release, placed(values, problems), Optional.empty());
        }
    }

    private static void shape(
            NormalValues normal, MapTree userValues, TemplateEvaluation templates, List<Problem> problems) {
        Shape shape = ChartTables.of(normal.chart()).shape(normal.values());
        for (Problem problem : ShapeCheck.problems(shape, normal.values(), Locations.none())) {
            String path = problem.location().path();
            boolean isUsed = problem.code().equals(ProblemCodes.UNKNOWN_KEY) && templates.reads(path);
            if (!isUsed && !templates.failed().contains(path) && !isDefault(userValues, path)) {
                problems.add(problem);
            }
        }
    }

    /** Whether a path is in labels or annotations that default to the common ones, which are checked separately. */
    private static boolean isDefault(MapTree userValues, String path) {
        Tree here = userValues;
        StringTokenizer keys = new StringTokenizer(path, ".[");
        for (int depth = 0; keys.hasMoreTokens(); depth++) {
            String key = keys.nextToken();
            here = here instanceof MapTree map ? map.get(key) : null;
            if (depth > 0 && (key.equals("additionalLabels") || key.equals("annotations"))) {
                return here == null;
            }
        }
        return false;
    }

    private static void check(
            NormalValues normal, Release release, TemplateEvaluation templates, List<Problem> problems) {
        Chart chart = normal.chart();
        MapTree values = normal.values();
        MapTree userValues = normal.said();
        List<Problem> found = new ArrayList<>();
        ValuesChecks checks = new ValuesChecks(release);
        Section whole = new Section(chart, "", values, userValues, found);
        if (chart != Chart.WEBANK) {
            checks.part(whole);
            ValuesWarnings.part(whole);
        } else {
            List<Section> parts = new ArrayList<>();
            for (Chart part : MergedValues.PARTS) {
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
        for (Chart part : MergedValues.PARTS) {
            if (chart == Chart.WEBANK && modelPath(part).equals(component)) {
                return part.alias();
            }
        }
        return "";
    }

    /** The path in the model of the component of a chart. */
    static String modelPath(Chart part) {
        return switch (part) {
            case WEBANK_OBS -> "onlineBanking";
            case WEBANK_PRS -> "pendingRegistration";
            case WEBANK_USERAPP -> "userApp";
            case WEBANK -> "";
        };
    }

    private static boolean hasErrors(List<Problem> problems) {
        for (Problem problem : problems) {
            if (ChartModel.isError(problem)) {
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
