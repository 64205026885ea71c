package com.adorsys.webank.deploy.eks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubeapitest.binary.OSInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the Internet: what it would answer lies in two files, see {@link DownloadProcess}. */
class DownloadedBinariesTest {
    private static final String RELEASES =
            "https://github.com/kubernetes-sigs/controller-tools/releases/download/envtest-v";

    @TempDir
    Path folder;

    @Test
    void the_newest_patch_is_downloaded_once_and_can_be_run() throws Exception {
        OSInfo system = new OSInfo();
        String platform = system.getOSName() + "-" + system.getOSArch();
        StringBuilder releases = new StringBuilder("releases:\n");
        for (String version : List.of("1.34.1", "1.35.0", "1.35.2", "1.36.0")) {
            String file = "envtest-v" + version + "-" + platform + ".tar.gz";
            releases.append("  v" + version + ": {" + file + ": {hash: 'h', selfLink: '" + RELEASES + version + "/"
                    + file + "'}}\n");
        }
        Path index = Files.writeString(folder.resolve("index.yaml"), releases);

        List<String> printed = run(folder.resolve("cache"), index, archive());

        assertThat(printed).hasSize(4);
        assertThat(printed.get(0)).isEqualTo("k8s/1.35.2-" + platform + "/etcd runs: I am etcd");
        assertThat(printed.get(1)).isEqualTo("k8s/1.35.2-" + platform + "/kube-apiserver runs: I am kube-apiserver");
        assertThat(printed.get(2)).endsWith("/envtest-releases.yaml");
        assertThat(printed.get(3)).isEqualTo(RELEASES + "1.35.2/envtest-v1.35.2-" + platform + ".tar.gz");
    }

    private Path archive() throws IOException {
        Path file = folder.resolve("archive.tar.gz");
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (String name : List.of("etcd", "kube-apiserver", "kubectl")) {
                byte[] content = ("I am " + name).getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry("controller-tools/envtest/" + name);
                entry.setSize(content.length);
                entry.setMode(0755);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    private static List<String> run(Path... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DownloadProcess.class.getName());
        for (Path argument : arguments) {
            builder.command().add(argument.toString());
        }
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
