package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;

/**
 * Merged values whose expressions are replaced by their results.
 *
 * @param said the user's values, without the defaults, evaluated too
 * @param templates what was evaluated
 */
record EvaluatedValues(Chart chart, MapTree values, MapTree said, TemplateEvaluation templates) {
    /**
     * Evaluates merged values for a release.
     *
     * @param problems receives what cannot be evaluated
     */
    static EvaluatedValues of(MergedValues merged, Release release, List<Problem> problems) {
        TemplateEvaluation templates = templates(merged, release, problems);
        MapTree values = evaluated(merged, merged.values(), templates);
        // The same problems were found in the values.
        MapTree said = evaluated(merged, merged.said(), templates(merged, release, new ArrayList<>()));
        return new EvaluatedValues(merged.chart(), values, said, templates);
    }

    private static TemplateEvaluation templates(MergedValues merged, Release release, List<Problem> problems) {
        return new TemplateEvaluation(release, ChartTables.of(merged.chart()), problems);
    }

    /** Evaluates the expressions in values, each in the scope of its chart. */
    private static MapTree evaluated(MergedValues all, MapTree values, TemplateEvaluation templates) {
        MapTree merged = all.values();
        TemplateEvaluation.Scope own = new TemplateEvaluation.Scope(all.chart().chartName(), merged, "");
        MapTree.Builder evaluated = MapTree.builder(values.size());
        for (int i = 0; i < values.size(); i++) {
            String key = values.keyAt(i);
            Tree value = values.valueAt(i);
            boolean isPart = all.chart() == Chart.WEBANK && MergedValues.part(key) != null;
            if (isPart && value instanceof MapTree section) {
                TemplateEvaluation.Scope scope =
                        new TemplateEvaluation.Scope(key, merged.map(key).orElse(section), key);
                evaluated.put(key, templates.evaluate(withOwnGlobals(section, Trees.map(all.said(), key)), key, scope));
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

    /** Keeps those globals of a part that the part renders or that the user wrote there; the others are checked in the umbrella. */
    private static MapTree withOwnGlobals(MapTree section, MapTree said) {
        MapTree own = MapTree.of();
        MapTree global = Trees.map(section, "global");
        for (int i = 0; i < global.size(); i++) {
            String key = global.keyAt(i);
            if (key.equals("imageRegistry") || Trees.value(said, "global", key) != null) {
                own = own.with(key, global.valueAt(i));
            }
        }
        return own.isEmpty() ? section.without("global") : section.with("global", own);
    }
}
