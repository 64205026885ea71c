package com.adorsys.webank.deploy.documents;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The Helm chart in whose folder a file is, by its {@code Chart.yaml}. Immutable.
 *
 * @param name the chart's name; empty if it has none
 * @param version the chart's version; empty if it has none
 */
public record DocumentChart(String name, String version) {
    /** The chart whose {@code Chart.yaml} is in the same folder as a file; empty if there is none. */
    public static Optional<DocumentChart> beside(Path file) {
        return DocumentFolder.of(file.toAbsolutePath().getParent()).chart();
    }
}
