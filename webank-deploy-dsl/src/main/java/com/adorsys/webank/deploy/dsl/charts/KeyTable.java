package com.adorsys.webank.deploy.dsl.charts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of an exported chart's values, by section, down to the values themselves. */
final class KeyTable {
    private final Map<String, KeyTable> below = new LinkedHashMap<>();

    private final boolean isOpen;

    private KeyTable(boolean isOpen) {
        this.isOpen = isOpen;
    }

    /** The keys of a chart, and of its parts. */
    static KeyTable of(Dialect dialect) {
        KeyTable table = new KeyTable(false);
        for (Row row : dialect.rows()) {
            if (!row.isSection()) {
                table.add(Point.keys(row.path()));
            }
        }
        dialect.parts().forEach((name, part) -> table.at(name).below.putAll(of(part).below));
        table.at("enabled");
        return table;
    }

    private void add(String[] path) {
        KeyTable section = this;
        for (String key : path) {
            section = section.at(key);
        }
    }

    private KeyTable at(String key) {
        return below.computeIfAbsent(key, name -> new KeyTable(name.equals(ChartShapes.GLOBAL)));
    }

    /** What is below a key; null if the chart has no such key. */
    @Nullable
    KeyTable get(String key) {
        return below.get(key);
    }

    /** Whether Helm gives the section to every chart, so that its other keys may be those of any chart. */
    boolean isOpen() {
        return isOpen;
    }

    /** Whether this is a value, whose own keys, if it is a map, are no keys of the chart. */
    boolean isValue() {
        return below.isEmpty();
    }
}
