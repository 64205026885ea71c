package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;

/**
 * Evaluated values without defaults that the user's values replace but a merge keeps, and without empty texts and zeros
 * that the charts treat as unset. These are checked.
 *
 * @param said the user's values, without the defaults
 */
record NormalValues(Chart chart, MapTree values, MapTree said) {
    private static final String[] HANDLERS = {"httpGet", "tcpSocket", "exec", "grpc"};

    /** The normal form of evaluated values. */
    static NormalValues of(EvaluatedValues evaluated) {
        Chart chart = evaluated.chart();
        MapTree normal = withoutEmpty(evaluated.values(), ChartTables.of(chart));
        if (chart != Chart.WEBANK) {
            return new NormalValues(chart, part(normal, evaluated.said()), evaluated.said());
        }
        for (Chart part : MergedValues.PARTS) {
            if (normal.get(part.alias()) instanceof MapTree section) {
                normal = normal.with(part.alias(), part(section, Trees.map(evaluated.said(), part.alias())));
            }
        }
        return new NormalValues(chart, normal, evaluated.said());
    }

    private static MapTree part(MapTree values, MapTree said) {
        MapTree normal = withStrategy(values, Trees.map(said, "strategy"));
        normal = withProbe(normal, "livenessProbe", said);
        normal = withProbe(normal, "readinessProbe", said);
        normal = withRegistry(normal);
        if (normal.get("serviceAccount") instanceof MapTree account && !account.has("automount")) {
            // A missing field means true.
            normal = normal.with("serviceAccount", account.with("automount", ScalarTree.of(true)));
        }
        return normal;
    }

    /** {@code Recreate} does not allow settings of a rolling update, so those of the default are removed. */
    private static MapTree withStrategy(MapTree values, MapTree userValues) {
        boolean recreates =
                Section.text(Trees.value(values, "strategy", "type")).equals("Recreate");
        return recreates && !Trees.isSet(userValues, "rollingUpdate")
                ? Trees.with(values, Trees.map(values, "strategy").without("rollingUpdate"), "strategy")
                : values;
    }

    /** A handler that the user sets replaces the default one, which the merge kept. */
    private static MapTree withProbe(MapTree values, String name, MapTree userValues) {
        if (!(values.get(name) instanceof MapTree probe)) {
            return values;
        }
        MapTree userProbe = Trees.map(userValues, name);
        boolean userSetsHandler = false;
        for (String handler : HANDLERS) {
            userSetsHandler |= Trees.isSet(userProbe, handler);
        }
        return userSetsHandler && !Trees.isSet(userProbe, "httpGet")
                ? values.with(name, probe.without("httpGet"))
                : values;
    }

    /** The global registry, if there is one, overrides the registry of an image. */
    private static MapTree withRegistry(MapTree values) {
        String registry = Section.text(Trees.value(values, "global", "imageRegistry"));
        return values.get("image") instanceof MapTree image && !registry.isEmpty()
                ? values.with("image", image.with("registry", registry))
                : values;
    }

    /** Removes empty texts and zeros that the charts treat as unset. */
    private static MapTree withoutEmpty(MapTree values, ChartValue table) {
        MapTree normal = values;
        for (ChartValue row : table.rows.values()) {
            Tree value = values.get(row.key);
            if (value instanceof MapTree map) {
                MapTree inner = withoutEmpty(map, row);
                normal = inner.equals(map) ? normal : normal.with(row.key, inner);
            } else if (row.isUnset(value)) {
                normal = normal.without(row.key);
            }
        }
        return normal;
    }
}
