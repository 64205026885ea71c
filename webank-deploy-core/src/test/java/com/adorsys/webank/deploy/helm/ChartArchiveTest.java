package com.adorsys.webank.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** {@code HelmChartIT} has the archives read by Helm. */
class ChartArchiveTest {
    @Test
    void an_archive_has_a_name_and_the_files_of_the_chart_below_its_folder() throws IOException {
        ChartArchive archive = ChartArchive.of(HelmChartTest.SITE);

        assertThat(archive.fileName()).isEqualTo("site-3.0.0.tgz");
        assertThat(unpack(archive.bytes()))
                .containsOnlyKeys(
                        "site/.helmignore",
                        "site/Chart.yaml",
                        "site/README.md",
                        "site/charts/web/.helmignore",
                        "site/charts/web/Chart.yaml",
                        "site/charts/web/README.md",
                        "site/charts/web/crds/crd.yaml",
                        "site/charts/web/files/motd",
                        "site/charts/web/templates/NOTES.txt",
                        "site/charts/web/templates/_names.tpl",
                        "site/charts/web/templates/config.yaml",
                        "site/charts/web/values.schema.json",
                        "site/charts/web/values.yaml",
                        "site/values.yaml")
                .containsEntry("site/charts/web/files/motd", "Hello");
    }

    @Test
    void an_archive_has_always_the_same_bytes() {
        assertThat(ChartArchive.of(HelmChartTest.SITE).digest())
                .isEqualTo("5c5c9925954b93c14b4738c9791fc3199c4d2b3d573dc501414c890011e0ec2f");
    }

    @Test
    void what_is_packed_is_complete() {
        HelmChart site = HelmChartTest.SITE.withSubcharts();
        HelmChart above = HelmChart.builder()
                .metadata(ChartMetadata.builder()
                        .name("above")
                        .version(SemVer.of(1, 0, 0))
                        .addDependencies(ChartDependency.builder()
                                .name("site")
                                .version(VersionConstraint.parse("3.x"))
                                .build())
                        .build())
                .addSubcharts(site)
                .build();

        assertThatThrownBy(() -> ChartArchive.of(above))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error CHART_DEPENDENCY subcharts.site.dependencies.web: no subchart has the name `web`, and Helm"
                                + " does not install an archive without one of its dependencies. Add the subchart.");
    }

    @Property(tries = 200)
    void the_bytes_do_not_depend_on_the_order_and_are_read_back(@ForAll("files") Map<String, String> files)
            throws IOException {
        Map<String, String> reversed = new LinkedHashMap<>();
        List.copyOf(files.keySet()).stream()
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(path -> reversed.put(path, files.get(path)));
        HelmChart chart = chart(files);

        byte[] bytes = ChartArchive.of(chart).bytes();

        assertThat(bytes).isEqualTo(ChartArchive.of(chart(reversed)).bytes());
        Map<String, String> unpacked = unpack(bytes);
        chart.texts().forEach((path, text) -> assertThat(unpacked).containsEntry("web/" + path, text));
        assertThat(unpacked).hasSameSizeAs(chart.texts());
    }

    private static HelmChart chart(Map<String, String> files) {
        return HelmChart.builder()
                .metadata(HelmChartTest.WEB.metadata())
                .putAllFiles(files)
                .build();
    }

    @Provide
    Arbitrary<Map<String, String>> files() {
        Arbitrary<String> paths = Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(90)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> "f/" + String.join("/", parts) + ".txt");
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().withChars("aé日\n").ofMaxLength(100),
                Arbitraries.integers().between(0, 70_000).map("x"::repeat));
        return Arbitraries.maps(paths, texts).ofMaxSize(4);
    }

    /** Reads a tar with pax records of paths. */
    private static Map<String, String> unpack(byte[] archive) throws IOException {
        byte[] tar;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            tar = in.readAllBytes();
        }
        Map<String, String> files = new TreeMap<>();
        String longPath = "";
        int at = 0;
        while (tar[at] != 0) {
            int size = Integer.parseInt(text(tar, at + 124, 11), 8);
            String content = new String(tar, at + 512, size, StandardCharsets.UTF_8);
            if (tar[at + 156] == 'x') {
                assertThat(content.length()).isEqualTo(Integer.parseInt(content.substring(0, content.indexOf(' '))));
                longPath = content.substring(content.indexOf('=') + 1, content.length() - 1);
            } else {
                String path = text(tar, at, 100);
                files.put(longPath.isEmpty() ? path : longPath, content);
                assertThat(longPath).startsWith(longPath.isEmpty() ? "" : path);
                longPath = "";
            }
            at += 512 + (size + 511) / 512 * 512;
        }
        assertThat(tar.length).isEqualTo(at + 1024);
        return files;
    }

    private static String text(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
