package com.adorsys.webank.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real Helm in a folder, with nothing of the user's own configuration. */
record HelmCommand(Path binary, Path folder) {
    private static final int MINUTES = 5;

    /** What a command ended with. */
    record Ran(int code, String out, String err) {}

    /** A Helm by the name of its binary, {@code helm} for Helm 3 and {@code helm4}. */
    static HelmCommand of(String binary, Path folder) {
        return new HelmCommand(TestCluster.binary(binary), folder);
    }

    /** The output of a command that must succeed. */
    String run(String... arguments) throws IOException, InterruptedException {
        Ran ran = tryTo(arguments);
        assertThat(ran.code())
                .as("%s: %s%s", String.join(" ", arguments), ran.out(), ran.err())
                .isZero();
        return ran.out();
    }

    Ran tryTo(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(binary.toString()));
        command.addAll(List.of(arguments));
        Path home = Files.createDirectories(folder.resolve(".helm"));
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .putAll(Map.of(
                        "KUBECONFIG", home.resolve("none").toString(),
                        "HELM_CACHE_HOME", home.resolve("cache").toString(),
                        "HELM_CONFIG_HOME", home.resolve("config").toString(),
                        "HELM_DATA_HOME", home.resolve("data").toString()));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("%s ends", String.join(" ", arguments))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
