package com.adorsys.webank.deploy.eks.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command against a cluster, with nothing of the user's own configuration. */
final class ClusterCommand {
    private static final int MINUTES = 3;

    private final TestCluster cluster;
    private final Path folder;

    ClusterCommand(TestCluster cluster, Path folder) {
        this.cluster = cluster;
        this.folder = folder;
    }

    TestCluster.Ran run(String input, List<String> command) {
        List<String> resolved = new ArrayList<>(command);
        if (List.of("kubectl", "helm").contains(command.get(0))) {
            resolved.set(0, cluster.tool(command.get(0)).toString());
        }
        try {
            Path in = Files.writeString(Files.createTempFile(folder, "in", ""), input);
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            ProcessBuilder builder = new ProcessBuilder(resolved)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "KUBECONFIG", cluster.kubeconfig().toString(),
                            "KUBECACHEDIR", folder.resolve("kubectl").toString(),
                            "KUBECTL_KUBERC", "false",
                            "HELM_CACHE_HOME", folder.resolve("helm/cache").toString(),
                            "HELM_CONFIG_HOME", folder.resolve("helm/config").toString(),
                            "HELM_DATA_HOME", folder.resolve("helm/data").toString()));
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " has not ended after " + MINUTES
                        + " minutes. It said:\n" + Files.readString(out) + Files.readString(err));
            }
            TestCluster.Ran ran =
                    new TestCluster.Ran(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(in);
            Files.delete(out);
            Files.delete(err);
            return ran;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a command ran", e);
        }
    }
}
