package com.adorsys.webank.deploy.examples.benchmarks;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A chart of the seven objects of the development environment, rendered by Helm's own engine in this process. */
final class SampleChart {
    private static final String[] FILES = {
        "Chart.yaml", "values.yaml", "templates/_names.tpl", "templates/parts.yaml", "templates/ingress.yaml"
    };

    private final Path folder;

    private SampleChart(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the chart below a folder, since Helm reads charts from disk. */
    static SampleChart unpackInto(Path folder) {
        try {
            for (String file : FILES) {
                Path target = folder.resolve("webank").resolve(file);
                Files.createDirectories(target.getParent());
                Files.write(target, resource("/chart/" + file));
            }
            Files.write(folder.resolve("dev-values.yaml"), devValues());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SampleChart(folder);
    }

    /** The values of the development environment. */
    static byte[] devValues() {
        return resource("/dev-values.yaml");
    }

    /** What {@code helm template} prints. */
    String template() {
        return new Helm(folder.resolve("webank"))
                .template()
                .withName("webank")
                .withNamespace("webank")
                .withKubeVersion("1.33.0")
                .withValuesFile(folder.resolve("dev-values.yaml"))
                .call();
    }

    private static byte[] resource(String name) {
        try (InputStream in = SampleChart.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
