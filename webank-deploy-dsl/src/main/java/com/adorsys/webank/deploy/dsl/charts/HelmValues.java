package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;

/** Merges values over a chart's defaults, as Helm does. */
final class HelmValues {
    private HelmValues() {}

    /**
     * Values over defaults: maps are merged, anything else is replaced, and a null removes the default.
     *
     * @see <a href="https://helm.sh/docs/chart_template_guide/values_files/">Values files</a>
     */
    static MapTree merged(MapTree defaults, MapTree values) {
        MapTree merged = defaults;
        for (int i = 0; i < values.size(); i++) {
            String key = values.keyAt(i);
            Tree value = values.valueAt(i);
            Tree initial = defaults.get(key);
            if (Trees.isNull(value)) {
                merged = initial == null ? merged.with(key, value) : merged.without(key);
            } else if (value instanceof MapTree map && initial instanceof MapTree section) {
                merged = merged.with(key, merged(section, map));
            } else {
                merged = merged.with(key, value);
            }
        }
        return merged;
    }
}
