package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.check.JsonSchema;
import com.adorsys.webank.deploy.helm.ChartDependency;
import com.adorsys.webank.deploy.helm.ChartMetadata;
import com.adorsys.webank.deploy.helm.DocumentedValues;
import com.adorsys.webank.deploy.helm.HelmChart;
import com.adorsys.webank.deploy.helm.SemVer;
import com.adorsys.webank.deploy.helm.VersionConstraint;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of a derived chart. */
final class ChartFiles {
    private final Dialect dialect;
    private final DerivedChart derived;
    private final SemVer version;

    ChartFiles(Dialect dialect, DerivedChart derived, SemVer version) {
        this.dialect = dialect;
        this.derived = derived;
        this.version = version;
    }

    /** The chart, with those of its parts. */
    HelmChart chart(Shape shape, List<HelmChart> parts) {
        return HelmChart.builder()
                .metadata(metadata())
                .values(values())
                .schema(schema(shape))
                .putAllTemplates(templates())
                .notes(dialect.notes())
                .introduction(dialect.introduction())
                .addAllSubcharts(parts)
                .build();
    }

    private ChartMetadata metadata() {
        List<ChartDependency> dependencies = new ArrayList<>();
        dialect.parts()
                .forEach((name, part) -> dependencies.add(ChartDependency.builder()
                        .name(part.chartName())
                        .version(VersionConstraint.parse(version.toString()))
                        .repository("file://../" + part.chartName())
                        .condition(name + ".enabled")
                        .alias(name)
                        .build()));
        return ChartMetadata.builder()
                .name(dialect.chartName())
                .version(version)
                .description(dialect.description())
                .addAllDependencies(dependencies)
                .build();
    }

    private DocumentedValues values() {
        DocumentedValues.Builder values = DocumentedValues.builder().header(dialect.description());
        for (Row row : dialect.rows()) {
            Tree initial = row.initial();
            if (row.isSection()) {
                values.section(row.path(), row.description())
                        .describe(row.path() + ".enabled", true, "Whether it is installed.");
            } else if (initial == null) {
                values.describeUnset(row.path(), row.example(), row.description());
            } else {
                values.describe(row.path(), initial, row.description());
            }
        }
        return values.build();
    }

    private Map<String, String> templates() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("_names.tpl", dialect.functions());
        derived.templates().forEach((name, node) -> texts.put(name + ".yaml", TemplateText.of(node) + "\n"));
        StringBuilder rules = new StringBuilder("{{- /* Rules between values, which the schema cannot hold. */ -}}\n");
        derived.rules().forEach(rule -> rules.append(rule.template()).append('\n'));
        texts.put("rules.yaml", rules.toString());
        return texts;
    }

    /** The schema of the values, with what editors show of each. */
    private MapTree schema(Shape shape) {
        MapTree schema = JsonSchema.of(shape);
        for (Row row : dialect.rows()) {
            List<String> path = new ArrayList<>();
            for (String key : Point.keys(row.path())) {
                path.add("properties");
                path.add(key);
            }
            schema = Trees.edit(schema, property -> described(property, row), path.toArray(new String[0]));
        }
        return schema;
    }

    private static MapTree described(MapTree property, Row row) {
        MapTree described = property.with("description", row.description());
        Tree initial = row.initial();
        return initial == null
                ? described.with("examples", ListTree.of(row.example()))
                : described.with("default", initial);
    }
}
