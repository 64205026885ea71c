package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A chart that another one installs with it. Immutable.
 *
 * @see <a href="https://helm.sh/docs/topics/charts/#chart-dependencies">Chart dependencies</a>
 */
@Value.Immutable
@DeployStyle
public abstract class ChartDependency implements WithChartDependency {
    /** Where its problems are, until the dependency is part of a chart. */
    static final String PATH = "dependency";

    ChartDependency() {}

    /**
     * A builder: {@code name}, {@code version}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with everything that is not valid.
     */
    public static ImmutableChartDependency.NameBuildStage builder() {
        return ImmutableChartDependency.builder();
    }

    /** The name of the chart. */
    public abstract String name();

    /** The versions of the chart that are accepted. */
    public abstract VersionConstraint version();

    /**
     * Where Helm gets the chart: {@code https://host/path} or {@code @alias} for a chart repository, {@code oci://host/path} for
     * a registry, {@code file://../folder} for a folder relative to this chart. Default: the chart is one of {@link
     * HelmChart#subcharts}.
     */
    public abstract Optional<String> repository();

    /**
     * The path of the value that switches the chart off, such as {@code obs.enabled}; of several paths, separated by commas,
     * the first that is set decides. Default: the chart is always installed.
     */
    public abstract Optional<String> condition();

    /** Names of values below {@code tags}, of which one must be true if any is set. A condition overrides them. */
    public abstract List<String> tags();

    /** The name of the chart inside the parent, with which its values begin. Default: the chart's name. */
    public abstract Optional<String> alias();

    /** Values of the chart that the parent gets, in Helm's own form. */
    public abstract List<Tree> importValues();

    /** The name with which the chart's values begin: the alias, or the name. */
    public final String valuesName() {
        return alias().orElse(name());
    }

    /** A copy with further tags. */
    public final ChartDependency plusTags(String... added) {
        return withTags(Additions.to(tags(), added));
    }

    /** A copy with further values that the parent gets. */
    public final ChartDependency plusImportValues(Tree... added) {
        return withImportValues(Additions.to(importValues(), added));
    }

    @Value.Check
    void check() {
        ChartChecks checks = new ChartChecks(PATH);
        checks.chartName("name", name());
        if (repository().isPresent()) {
            checks.repository("repository", repository().get());
        }
        if (condition().isPresent()) {
            checks.condition("condition", condition().get());
        }
        for (String tag : tags()) {
            checks.line("tags", tag);
        }
        if (alias().isPresent()) {
            checks.alias("alias", alias().get());
        }
        checks.throwIfAny();
    }

    MapTree tree() {
        MapTree.Builder tree =
                MapTree.builder().put("name", name()).put("version", version().toString());
        repository().ifPresent(text -> tree.put("repository", text));
        condition().ifPresent(text -> tree.put("condition", text));
        tree.putUnlessEmpty("tags", ListTree.ofStrings(tags()));
        tree.putUnlessEmpty("import-values", ListTree.of(importValues()));
        alias().ifPresent(text -> tree.put("alias", text));
        return tree.build();
    }

    /** Reads what {@link ChartShape} has accepted. */
    static ChartDependency of(MapTree tree) {
        return ImmutableChartDependency.builder()
                .name(tree.string("name").orElse(""))
                .version(VersionConstraint.parse(tree.string("version").orElse("")))
                .repository(tree.string("repository").filter(text -> !text.isEmpty()))
                .condition(tree.string("condition"))
                .addAllTags(strings(tree, "tags"))
                .addAllImportValues(tree.list("import-values").orElse(ListTree.of()))
                .alias(tree.string("alias"))
                .build();
    }

    static List<String> strings(MapTree tree, String key) {
        List<String> texts = new ArrayList<>();
        for (Tree item : tree.list(key).orElse(ListTree.of())) {
            if (item instanceof ScalarTree scalar) {
                texts.add(scalar.text());
            }
        }
        return texts;
    }
}
