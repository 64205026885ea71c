package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.helm.HelmValues;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user's values {@linkplain HelmValues#merged merged} over a chart's defaults. The umbrella's have each part's values
 * below its alias.
 *
 * @param said the user's values, without the defaults
 */
record MergedValues(Chart chart, MapTree values, MapTree said) {
    static final Chart[] PARTS = {Chart.WEBANK_OBS, Chart.WEBANK_PRS, Chart.WEBANK_USERAPP};

    /** The part of an alias in the umbrella; null if there is none. */
    static @Nullable Chart part(String alias) {
        for (Chart part : PARTS) {
            if (part.alias().equals(alias)) {
                return part;
            }
        }
        return null;
    }

    /** Merges a user's values over a chart's defaults. */
    static MergedValues of(Chart chart, MapTree said) {
        MapTree own = HelmValues.merged(ChartTables.defaults(chart), said);
        return new MergedValues(chart, chart == Chart.WEBANK ? umbrella(own, said) : own, said);
    }

    private static MapTree umbrella(MapTree own, MapTree said) {
        Tree global = own.get("global");
        MapTree.Builder merged = own.toBuilder();
        for (Chart part : PARTS) {
            MapTree defaults = (MapTree)
                    Objects.requireNonNull(ChartTables.defaults(Chart.WEBANK).get(part.alias()));
            Tree section = said.get(part.alias());
            if (section == null) {
                section = defaults;
            } else if (Trees.isNull(section)) {
                // A null removes the umbrella's section for a part, and keeps the defaults of the part's chart.
                section = MapTree.of();
            } else if (section instanceof MapTree map) {
                section = sectionOver(defaults, map);
            }
            if (section instanceof MapTree map) {
                merged.put(part.alias(), withGlobal(HelmValues.merged(ChartTables.defaults(part), map), global));
            }
        }
        Tree db = own.get("db");
        if (db == null) {
            merged.put("db", MapTree.of("enabled", ScalarTree.of(true)));
        } else if (db instanceof MapTree map && !map.has("enabled")) {
            merged.put("db", map.with("enabled", ScalarTree.of(true)));
        }
        return merged.build();
    }

    /** Adds the umbrella's globals to a part; they override the part's own globals. */
    private static MapTree withGlobal(MapTree part, @Nullable Tree global) {
        if (!(global instanceof MapTree parent)) {
            return part;
        }
        return part.with("global", part.get("global") instanceof MapTree own ? HelmValues.merged(own, parent) : parent);
    }

    /**
     * Merges a user's values for a part over the umbrella's.
     *
     * <p>A null in either removes the default of the part's chart, so it is kept here.
     */
    private static MapTree sectionOver(MapTree base, MapTree top) {
        MapTree.Builder merged = MapTree.builder(base.size() + top.size());
        for (int i = 0; i < base.size(); i++) {
            String key = base.keyAt(i);
            Tree below = base.valueAt(i);
            Tree above = top.get(key);
            if (above == null) {
                merged.put(key, below);
            } else if (above instanceof MapTree map && below instanceof MapTree lower) {
                merged.put(key, sectionOver(lower, map));
            } else {
                merged.put(key, above);
            }
        }
        for (int i = 0; i < top.size(); i++) {
            if (!base.has(top.keyAt(i))) {
                merged.put(top.keyAt(i), top.valueAt(i));
            }
        }
        return merged.build();
    }
}
