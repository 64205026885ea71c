package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.core.DeployException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A chart as one file, {@code name-version.tgz}, for a chart repository or a registry. Immutable.
 *
 * <p>The same chart has the same bytes on every machine and with every Java: entries are sorted, have one fixed time, owner
 * and mode, and are stored rather than compressed, since what a compressor writes depends on its version.
 */
public final class ChartArchive {
    static final String EXTENSION = ".tgz";

    private final ChartMetadata metadata;
    private final byte[] bytes;

    private ChartArchive(ChartMetadata metadata, byte[] bytes) {
        this.metadata = metadata;
        this.bytes = bytes;
    }

    /**
     * Packs a chart with its subcharts.
     *
     * @throws DeployException.InvalidInput if a dependency is not among the subcharts, at any depth
     */
    public static ChartArchive of(HelmChart chart) {
        ChartLayout.checkComplete(chart);
        SortedMap<String, byte[]> files = new TreeMap<>();
        add(chart, chart.metadata().name() + "/", files);
        return new ChartArchive(chart.metadata(), TarGzip.pack(files));
    }

    private static void add(HelmChart chart, String folder, SortedMap<String, byte[]> files) {
        chart.texts().forEach((path, text) -> files.put(folder + path, text.getBytes(StandardCharsets.UTF_8)));
        for (HelmChart subchart : chart.subcharts()) {
            add(subchart, folder + ChartLayout.CHARTS + subchart.metadata().name() + "/", files);
        }
    }

    /** What the archive's {@code Chart.yaml} says. */
    public ChartMetadata metadata() {
        return metadata;
    }

    /** {@code name-version.tgz}. */
    public String fileName() {
        return metadata.fullName() + EXTENSION;
    }

    /** A copy of the content. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The SHA-256 digest of the content, in hexadecimal digits. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** The file's name. */
    @Override
    public String toString() {
        return fileName();
    }
}
