package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A folder, and the Helm chart that it is or is a part of. The chart is read once, when it is asked for. */
final class DocumentFolder {
    /** The folder of a text. */
    static final DocumentFolder NONE = new DocumentFolder(null, null);

    static final String CHART = "Chart.yaml";
    private static final String TEMPLATES = "templates";

    private final @Nullable Path path;
    private @Nullable DocumentFolder parent;
    private boolean chartIsRead;
    private @Nullable DocumentChart chart;
    private @Nullable Boolean templates;

    private DocumentFolder(@Nullable Path path, @Nullable DocumentFolder parent) {
        this.path = path;
        this.parent = parent;
    }

    /** A folder of the file system; that of a text if there is none. */
    static DocumentFolder of(@Nullable Path path) {
        return path == null ? NONE : new DocumentFolder(path, null);
    }

    /** A folder in this one. */
    DocumentFolder below(Path folder) {
        return new DocumentFolder(folder, this);
    }

    /** The path; null for that of a text. */
    @Nullable
    Path path() {
        return path;
    }

    /** The chart whose {@code Chart.yaml} is in this folder. */
    Optional<DocumentChart> chart() {
        if (!chartIsRead) {
            chart = path == null ? null : read(path.resolve(CHART));
            chartIsRead = true;
        }
        return Optional.ofNullable(chart);
    }

    /** Whether the files in this folder are templates of Helm: it is the folder {@code templates} of a chart, or below it. */
    boolean hasTemplates() {
        Boolean known = templates;
        if (known == null) {
            known = isTemplates();
            templates = known;
        }
        return known;
    }

    private boolean isTemplates() {
        DocumentFolder above = parent();
        Path name = path == null ? null : path.getFileName();
        if (above == null || name == null) {
            return false;
        }
        return name.toString().equals(TEMPLATES) && above.chart().isPresent() || above.hasTemplates();
    }

    private @Nullable DocumentFolder parent() {
        if (parent == null && path != null && path.getParent() != null) {
            parent = new DocumentFolder(path.getParent(), null);
        }
        return parent;
    }

    private static @Nullable DocumentChart read(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return YamlReader.read(file).tree() instanceof MapTree map
                    ? new DocumentChart(Trees.text(map, "name"), Trees.text(map, "version"))
                    : null;
        } catch (DeployException.InvalidInput e) {
            // Helm takes the folder for a chart, whatever is in the file.
            return new DocumentChart("", "");
        }
    }
}
