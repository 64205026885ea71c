package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;

/**
 * Values over a chart's defaults, as Helm merges them.
 *
 * @see <a href="https://helm.sh/docs/chart_template_guide/values_files/">Values files</a>
 */
public final class HelmValues {
    private HelmValues() {}

    /**
     * Merges values over defaults: maps are merged, anything else is replaced, and a null removes the default.
     *
     * <p>As in Helm, a null for a key without a default is kept, so that an unknown key is found whatever its value is. A
     * null among the defaults is left out.
     *
     * @return the keys of the defaults in their order, then the other ones in theirs
     */
    public static MapTree merged(MapTree defaults, MapTree values) {
        MapTree.Builder merged = MapTree.builder(defaults.size() + values.size());
        for (int i = 0; i < defaults.size(); i++) {
            String key = defaults.keyAt(i);
            Tree initial = defaults.valueAt(i);
            Tree said = values.get(key);
            Tree value = said == null ? initial : said;
            if (value instanceof MapTree map && initial instanceof MapTree section) {
                merged.put(key, merged(section, map));
            } else if (!Trees.isNull(value)) {
                merged.put(key, value);
            }
        }
        for (int i = 0; i < values.size(); i++) {
            if (!defaults.has(values.keyAt(i))) {
                merged.put(values.keyAt(i), values.valueAt(i));
            }
        }
        return merged.build();
    }

    /**
     * The values that, merged over defaults, give others: those that differ, and nulls for those that are missing.
     *
     * @param result what {@link #merged} is to return
     */
    public static MapTree overrides(MapTree defaults, MapTree result) {
        MapTree.Builder different = MapTree.builder();
        for (int i = 0; i < result.size(); i++) {
            String key = result.keyAt(i);
            Tree value = result.valueAt(i);
            Tree initial = defaults.get(key);
            if (value instanceof MapTree map && initial instanceof MapTree section) {
                different.putUnlessEmpty(key, overrides(section, map));
            } else if (!value.equals(initial)) {
                different.put(key, value);
            }
        }
        for (String key : defaults.keys()) {
            if (!result.has(key)) {
                different.put(key, ScalarTree.ofNull());
            }
        }
        return different.build();
    }
}
