package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.ShapeBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the values of a chart must look like: closed at every level, and with every section, since templates read below it. */
final class ChartShapes {
    /** Helm adds this section to every chart, and its keys may be those of any chart. */
    static final String GLOBAL = "global";

    private final Map<String, Object> root = new LinkedHashMap<>();

    private ChartShapes() {}

    /** The shape of all values. */
    static Shape of(List<Row> rows) {
        ChartShapes shapes = new ChartShapes();
        rows.forEach(shapes::add);
        return object("", shapes.root);
    }

    @SuppressWarnings("unchecked")
    private void add(Row row) {
        String[] keys = Point.keys(row.path());
        Map<String, Object> section = root;
        for (int i = 0; i < keys.length - 1; i++) {
            section =
                    (Map<String, Object>) section.computeIfAbsent(keys[i], key -> new LinkedHashMap<String, Object>());
        }
        section.put(keys[keys.length - 1], row);
    }

    @SuppressWarnings("unchecked")
    private static Shape object(String name, Map<String, Object> section) {
        ShapeBuilder shape = Shape.object();
        section.forEach((key, value) -> {
            if (value instanceof Row row) {
                if (row.isRequired()) {
                    shape.required(key, row.shape());
                } else {
                    shape.field(key, row.shape());
                }
            } else {
                shape.required(key, object(key, (Map<String, Object>) value));
            }
        });
        if (name.isEmpty()) {
            // Helm reads the condition of a dependency here.
            shape.field("enabled", Shape.bool());
            if (!section.containsKey(GLOBAL)) {
                shape.field(GLOBAL, Shape.object().open().build());
            }
        }
        return (name.equals(GLOBAL) ? shape.open() : shape).build();
    }
}
