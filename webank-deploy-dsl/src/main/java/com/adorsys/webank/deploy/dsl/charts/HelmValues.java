package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;

/** Values over a chart's defaults, as Helm merges them. */
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

    /** The values that make others of the defaults: those that differ, and nulls for those that are missing. */
    static MapTree over(MapTree defaults, MapTree values) {
        MapTree.Builder different = MapTree.builder();
        for (int i = 0; i < values.size(); i++) {
            String key = values.keyAt(i);
            Tree value = values.valueAt(i);
            Tree initial = defaults.get(key);
            if (value instanceof MapTree map && initial instanceof MapTree section) {
                different.putUnlessEmpty(key, over(section, map));
            } else if (!value.equals(initial)) {
                different.put(key, value);
            }
        }
        for (String key : defaults.keys()) {
            if (!values.has(key)) {
                different.put(key, ScalarTree.ofNull());
            }
        }
        return different.build();
    }
}
