package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of some values that only one of the two dialects of a chart has, and those that none has. */
final class KeyFindings {
    private final List<String> old = new ArrayList<>();
    private final List<String> exported = new ArrayList<>();
    private final @Nullable Chart chart;
    private int unknown;
    private int known;

    private KeyFindings(@Nullable Chart chart) {
        this.chart = chart;
    }

    /**
     * The keys by the charts that have them.
     *
     * @param chart the old chart; null if there was none
     * @param keys the keys of the exported chart; null if there is none
     */
    static KeyFindings of(MapTree values, @Nullable Chart chart, @Nullable KeyTable keys) {
        KeyFindings findings = new KeyFindings(chart);
        findings.section(values, keys, "", new String[0]);
        return findings;
    }

    private void section(MapTree map, @Nullable KeyTable keys, String path, String[] parents) {
        for (int i = 0; i < map.size(); i++) {
            String key = map.keyAt(i);
            Tree value = map.valueAt(i);
            String place = TreePath.child(path, key);
            String[] below = Arrays.copyOf(parents, parents.length + 1);
            below[parents.length] = key;
            KeyTable known = keys == null ? null : keys.get(key);
            boolean isOld = chart != null && ChartValues.isKey(chart, below);
            if (known == null && keys != null && keys.isOpen()) {
                this.known++;
                continue;
            }
            if (known == null && !isOld) {
                unknown += 1 + keysOf(value);
                continue;
            }
            this.known++;
            if (known != null && !isOld) {
                exported.add(place);
            } else if (known == null && keys != null) {
                old.add(place);
            } else if (value instanceof MapTree inner && (known == null || !known.isValue())) {
                section(inner, known, place, below);
            }
        }
    }

    /** The number of keys in a map, at any depth. */
    private static int keysOf(Tree value) {
        int keys = 0;
        if (value instanceof MapTree map) {
            for (int i = 0; i < map.size(); i++) {
                keys += 1 + keysOf(map.valueAt(i));
            }
        }
        return keys;
    }

    /** The paths of keys that only the old chart has, in the order of the values. */
    List<String> old() {
        return old;
    }

    /** The paths of keys that only the exported chart has, in the order of the values. */
    List<String> exported() {
        return exported;
    }

    /** How many keys one of the charts has. */
    int known() {
        return known;
    }

    /** How many keys neither of the charts has, with those below them. */
    int unknown() {
        return unknown;
    }
}
