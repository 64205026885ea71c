package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * A Helm chart: all files of its folder. Immutable.
 *
 * <pre>{@code
 * HelmChart chart = HelmChart.builder()
 *         .metadata(ChartMetadata.builder().name("web").version(SemVer.parse("1.0.0")).build())
 *         .values(DocumentedValues.builder().describe("replicas", 1, "How many pods run.").build())
 *         .putTemplates("deployment.yaml", template)
 *         .build();
 * chart.tree().writeTo(folder);
 * byte[] archive = ChartArchive.of(chart).bytes();
 * }</pre>
 *
 * <p>Templates are texts in Helm's language, which are written as they are.
 */
@Value.Immutable
@DeployStyle
public abstract class HelmChart implements WithHelmChart {
    HelmChart() {}

    /**
     * A builder: {@code metadata}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with everything that is wrong: a file that Helm would not
     * read in its place, a subchart that no dependency names or whose version it does not accept, a dependency that nothing
     * provides, a condition whose value is not a boolean, a secret among the values.
     */
    public static ImmutableHelmChart.MetadataBuildStage builder() {
        return ImmutableHelmChart.builder();
    }

    /** The content of {@code Chart.yaml}. */
    public abstract ChartMetadata metadata();

    /** The content of {@code values.yaml}. Default: no values, and no such file. */
    @Value.Default
    public DocumentedValues values() {
        return DocumentedValues.empty();
    }

    /**
     * The content of {@code values.schema.json}, a JSON schema by which Helm checks the values, such as {@code JsonSchema.of}
     * makes. Default: none.
     */
    public abstract Optional<MapTree> schema();

    /** The files of {@code templates}: names such as {@code deployment.yaml} or {@code tests/connection.yaml}, and texts. */
    public abstract Map<String, String> templates();

    /** The template of what Helm prints after an installation, {@code templates/NOTES.txt}. Default: none. */
    public abstract Optional<String> notes();

    /** Text in Markdown for {@code README.md}, between the description of the chart and the table of its values. */
    public abstract Optional<String> introduction();

    /**
     * Patterns for {@code .helmignore}: files that others put into the folder, and that are no part of the chart. Wildcards are
     * {@code *} and {@code ?}.
     */
    public abstract List<String> ignoredFiles();

    /** The files of {@code crds}: custom resource definitions, which are installed first and never changed. */
    public abstract Map<String, String> crds();

    /** Further files, which templates can read: paths in the chart, and texts. */
    public abstract Map<String, String> files();

    /**
     * The charts that are part of this one; each is a dependency of the metadata. In a folder they are archives below {@code
     * charts}, as {@code helm dependency build} puts them there.
     */
    public abstract List<HelmChart> subcharts();

    /**
     * A copy with one more template.
     *
     * @throws DeployException.InvalidInput if another one has its name
     */
    public final HelmChart plusTemplates(String name, String text) {
        return plusTemplates(Map.of(name, text));
    }

    /**
     * A copy with more templates.
     *
     * @throws DeployException.InvalidInput if others have their names
     */
    public final HelmChart plusTemplates(Map<String, String> added) {
        return withTemplates(Additions.to("templates", templates(), added));
    }

    /**
     * A copy with one more custom resource definition.
     *
     * @throws DeployException.InvalidInput if another one has its name
     */
    public final HelmChart plusCrds(String name, String text) {
        return plusCrds(Map.of(name, text));
    }

    /**
     * A copy with more custom resource definitions.
     *
     * @throws DeployException.InvalidInput if others have their names
     */
    public final HelmChart plusCrds(Map<String, String> added) {
        return withCrds(Additions.to("crds", crds(), added));
    }

    /**
     * A copy with one more file.
     *
     * @throws DeployException.InvalidInput if another one has its name
     */
    public final HelmChart plusFiles(String name, String text) {
        return plusFiles(Map.of(name, text));
    }

    /**
     * A copy with more files.
     *
     * @throws DeployException.InvalidInput if others have their names
     */
    public final HelmChart plusFiles(Map<String, String> added) {
        return withFiles(Additions.to("files", files(), added));
    }

    /** A copy with further patterns of ignored files. */
    public final HelmChart plusIgnoredFiles(String... added) {
        return withIgnoredFiles(Additions.to(ignoredFiles(), added));
    }

    /** A copy with further subcharts. */
    public final HelmChart plusSubcharts(HelmChart... added) {
        return withSubcharts(Additions.to(subcharts(), added));
    }

    /**
     * The folder of the chart. Writing it to a folder that has the chart of somebody else is refused, see {@link
     * FileTree#writeTo}.
     */
    public final FileTree tree() {
        return tree("");
    }

    /**
     * The chart below a folder, such as {@code charts/web}, as a scope of its own: trees of several charts can be joined by {@link
     * FileTree#of}.
     *
     * @throws DeployException.InvalidInput if the folder is not a path
     */
    public final FileTree tree(String folder) {
        FileTree.Builder tree = FileTree.builder(folder);
        String prefix = folder.isEmpty() ? "" : folder + "/";
        texts().forEach((path, text) -> tree.put(prefix + path, text));
        for (HelmChart subchart : subcharts()) {
            ChartArchive archive = ChartArchive.of(subchart);
            tree.put(prefix + ChartLayout.CHARTS + archive.fileName(), archive.bytes());
        }
        return tree.build();
    }

    /** The paths of all files in the folder. */
    final SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>(texts().keySet());
        for (HelmChart subchart : subcharts()) {
            paths.add(ChartLayout.CHARTS + subchart.metadata().fullName() + ChartArchive.EXTENSION);
        }
        return paths;
    }

    /** The files of the chart without those of its subcharts, by their paths. */
    final SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put(ChartMetadata.FILE, metadata().yaml());
        texts.put(ChartLayout.README, ChartLayout.readme(this));
        texts.put(ChartLayout.IGNORE, ChartLayout.ignore(ignoredFiles()));
        String values = values().yaml();
        if (!values.isEmpty()) {
            texts.put(ChartLayout.VALUES, values);
        }
        schema().ifPresent(tree -> texts.put(ChartLayout.SCHEMA, JsonWriter.writeIndented(tree)));
        notes().ifPresent(text -> texts.put(ChartLayout.TEMPLATES + ChartLayout.NOTES, text));
        templates().forEach((name, text) -> texts.put(ChartLayout.TEMPLATES + name, text));
        crds().forEach((name, text) -> texts.put(ChartLayout.CRDS + name, text));
        texts.putAll(files());
        return texts;
    }

    @Value.Check
    void check() {
        ChartLayout.check(this);
    }

    /** The name and the version. */
    @Override
    public final String toString() {
        return metadata().fullName();
    }
}
