package com.adorsys.webank.deploy.examples.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Runs the commands for clusters, as {@link ArchiveDryRun} runs the others, against a server in this process: a first apply
 * and an unchanged one among them. It does not matter whether they succeed: the classes are loaded.
 */
public final class ClusterArchiveDryRun {
    private ClusterArchiveDryRun() {}

    /** Runs every command once. */
    public static void main(String[] args)
            throws IOException, ClassNotFoundException, InterruptedException, GeneralSecurityException {
        Class.forName(Main.class.getName());
        Path folder = Files.createTempDirectory("webank-deploy");
        try (DryRunServer server = DryRunServer.start(folder)) {
            Files.writeString(folder.resolve("kubeconfig"), server.kubeconfig());
            Files.writeString(folder.resolve("set.yaml"), """
                    {apiVersion: v1, kind: ConfigMap, metadata: {name: config}, data: {key: value}}
                    ---
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata:
                      name: web
                    spec:
                      replicas: 1
                      selector: {matchLabels: {app: web}}
                      template:
                        metadata: {labels: {app: web}}
                        spec:
                          containers:
                          - name: app
                            image: registry.example.com/app:1
                            ports:
                            - containerPort: 80
                    """);
            String release = " --release a --namespace b --timeout 3s --kubeconfig kubeconfig";
            cli(folder, "status" + release);
            cli(folder, "plan --manifests set.yaml" + release);
            cli(folder, "apply --manifests set.yaml" + release);
            cli(folder, "apply --manifests set.yaml" + release);
            cli(folder, "plan --manifests set.yaml" + release);
            cli(folder, "status" + release);
            cli(folder, "status --output json" + release);
            cli(folder, "history" + release);
            cli(folder, "status --environment dev --other-cluster --timeout 3s --kubeconfig kubeconfig");
            System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
            System.setProperty("aws.secretAccessKey", "none");
            cli(folder, "token --cluster a --region eu-central-1");
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        // As the tool ends: a JDK from 21 on asks for a logger then.
        System.exit(0);
    }

    private static void cli(Path folder, String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = Console.of(InputStream.nullInputStream(), out, out, folder);
        var unused = Cli.run(new Main.Example(), console, line.split(" "));
        if (Boolean.getBoolean("webank.dry-run.shown")) {
            System.out.println(line + "\n" + out.toString(StandardCharsets.UTF_8));
        }
    }
}
