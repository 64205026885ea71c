package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * The chart in whose folder a values file is.
 *
 * @param name the name in its {@code Chart.yaml}; empty if it has none
 * @param version the version there; empty if it has none
 */
record ChartBeside(String name, String version) {
    /** The chart of the {@code Chart.yaml} beside a file; null if there is none, or if it cannot be read. */
    static @Nullable ChartBeside of(Console console, String path) {
        if (path.equals(Input.STANDARD)) {
            return null;
        }
        File metadata = new File(console.file(path).getAbsoluteFile().getParentFile(), "Chart.yaml");
        if (!metadata.isFile()) {
            return null;
        }
        try {
            return YamlReader.read(metadata.getPath(), Input.read(console, metadata.getPath()))
                                    .tree()
                            instanceof MapTree map
                    ? new ChartBeside(Trees.text(map, "name"), Trees.text(map, "version"))
                    : null;
        } catch (DeployException.InvalidInput e) {
            return null;
        }
    }
}
