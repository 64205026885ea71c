package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A tool that is started anew each time. */
final class CommandContestant implements Contestant {
    private final String name;
    private final Path folder;
    private final Path kubeconfig;
    private final Path manifests;
    private final Function<String, List<String>> command;
    private String namespace = "";
    private long peak;

    private CommandContestant(
            String name, Path folder, Path kubeconfig, Path manifests, Function<String, List<String>> command) {
        this.name = name;
        this.folder = folder;
        this.kubeconfig = kubeconfig;
        this.manifests = manifests;
        this.command = command;
    }

    static CommandContestant kubectl(TestCluster cluster, Path kubeconfig, Path folder) {
        Path file = folder.resolve("release.yaml");
        String kubectl = cluster.tool("kubectl").toString();
        return new CommandContestant(
                "kubectl apply --server-side",
                folder,
                kubeconfig,
                file,
                namespace -> List.of(kubectl, "apply", "--server-side", "-f", file.toString()));
    }

    static CommandContestant helm(TestCluster cluster, Path kubeconfig, Path folder) {
        Path chart = folder.resolve("chart");
        Path templates = chart.resolve("templates");
        try {
            Files.createDirectories(templates);
            Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: sample\nversion: 1.0.0\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String helm = cluster.tool("helm").toString();
        return new CommandContestant(
                "helm upgrade --install",
                folder,
                kubeconfig,
                templates.resolve("release.yaml"),
                namespace ->
                        List.of(helm, "upgrade", "--install", "sample", chart.toString(), "--namespace", namespace));
    }

    /** This library's command-line tool. */
    static CommandContestant tool(Path launcher, Path kubeconfig, Path folder) {
        Path file = folder.resolve("set.yaml");
        return new CommandContestant(
                "webank-deploy apply, the tool",
                folder,
                kubeconfig,
                file,
                namespace -> List.of(
                        launcher.toString(),
                        "apply",
                        "--release",
                        "sample",
                        "--namespace",
                        namespace,
                        "--manifests",
                        file.toString()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isInProcess() {
        return false;
    }

    @Override
    public void prepare(int objects, String inNamespace, String version) {
        namespace = inNamespace;
        try {
            Files.writeString(manifests, SampleRelease.yaml(objects, namespace, version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void apply() {
        File log = folder.resolve("log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command.apply(namespace))
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        peak = 0;
        try {
            Process process = builder.start();
            while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, PeakMemory.of(process.pid()));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(name + " ended with " + process.exitValue() + ": "
                        + Files.readString(log.toPath()).lines().limit(20).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long peakMemory() {
        return peak;
    }
}
