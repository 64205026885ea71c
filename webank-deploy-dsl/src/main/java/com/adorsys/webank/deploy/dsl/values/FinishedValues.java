package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.helm.HelmValues;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checked values as the model reads them: complete, without nulls, and without labels that repeat a selector.
 *
 * @param said the user's values, without the defaults
 */
record FinishedValues(Chart chart, MapTree values, MapTree said) {
    private static final ScalarTree EMPTY = ScalarTree.of("");

    /** The finished form of values without errors. */
    static FinishedValues of(NormalValues normal) {
        MapTree finished = withoutNulls(normal.values());
        if (normal.chart() != Chart.WEBANK) {
            return new FinishedValues(normal.chart(), finishedPart(finished), normal.said());
        }
        for (Chart part : MergedValues.PARTS) {
            finished = finished.with(part.alias(), finishedPart(Trees.map(finished, part.alias())));
        }
        return new FinishedValues(normal.chart(), withCommonAnnotations(finished, "ingress"), normal.said());
    }

    private static MapTree finishedPart(MapTree values) {
        return withoutSelectorLabels(withCommonAnnotations(withCommonAnnotations(values, "service"), "ingress"));
    }

    /**
     * Adds the common annotations to those of a Service or an Ingress; labels replace the common ones. As in the
     * charts, an empty annotation does not replace a common one.
     */
    private static MapTree withCommonAnnotations(MapTree values, String section) {
        MapTree common = Trees.map(values, "commonAnnotations");
        if (common.isEmpty() || !(values.get(section) instanceof MapTree map)) {
            return values;
        }
        MapTree own = Trees.map(map, "annotations");
        for (String key : own.keys()) {
            if (common.has(key) && own.at(key).filter(EMPTY::equals).isPresent()) {
                own = own.without(key);
            }
        }
        return values.with(section, map.with("annotations", HelmValues.merged(common, own)));
    }

    private static MapTree withoutSelectorLabels(MapTree values) {
        MapTree labels = Trees.map(values, "commonLabels");
        return labels.has(StandardLabels.NAME) || labels.has(StandardLabels.INSTANCE)
                ? values.with(
                        "commonLabels", labels.without(StandardLabels.NAME).without(StandardLabels.INSTANCE))
                : values;
    }

    /** A copy of a tree without the nulls in its maps, at any depth, since a null has no meaning in a manifest. */
    private static Tree withoutNulls(Tree tree) {
        if (tree instanceof MapTree map) {
            return withoutNulls(map);
        }
        if (tree instanceof ListTree list) {
            List<Tree> changed = null;
            for (int i = 0; i < list.size(); i++) {
                Tree item = withoutNulls(list.get(i));
                if (item != list.get(i)) {
                    changed = changed == null ? new ArrayList<>(list.items()) : changed;
                    changed.set(i, item);
                }
            }
            return changed == null ? list : ListTree.of(changed);
        }
        return tree;
    }

    private static MapTree withoutNulls(MapTree map) {
        MapTree.@Nullable Builder kept = null;
        for (int i = 0; i < map.size(); i++) {
            Tree value = map.valueAt(i);
            Tree without = withoutNulls(value);
            if (kept == null && (without != value || Trees.isNull(value))) {
                kept = MapTree.builder(map.size());
                for (int j = 0; j < i; j++) {
                    kept.put(map.keyAt(j), map.valueAt(j));
                }
            }
            if (kept != null && !Trees.isNull(value)) {
                kept.put(map.keyAt(i), without);
            }
        }
        return kept == null ? map : kept.build();
    }
}
