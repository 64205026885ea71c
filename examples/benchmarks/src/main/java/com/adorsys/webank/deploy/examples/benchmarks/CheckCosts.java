package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What it costs to check a tree of manifests once, by the launcher of the command-line tool and by kubeconform with local schemas,
 * as cold processes in turn, the former with a heap of 256 MB. The objects are Deployments, Services, ConfigMaps and Ingresses without problems.
 *
 * <pre>
 * mvn -Pbenchmarks -DskipTests -DskipITs -Dbenchmark=com.adorsys.webank.deploy.examples.benchmarks.CheckCosts \
 *     -Djmh.args="5" -pl examples/cli,examples/benchmarks -am verify
 * </pre>
 */
public final class CheckCosts {
    private static final int IN_A_FOLDER = 100;
    /** The heap of the launcher's JVM. */
    private static final String HEAP = "-Xmx256m";

    private final Path folder;

    private CheckCosts(Path folder) {
        this.folder = folder;
    }

    /** A tree: so many files, or one file with so many objects. */
    private record Tree(String name, int files, int objects) {}

    /** A process, and what its runs took in nanoseconds. */
    private record Contestant(List<String> command, List<Long> times) {
        Contestant(List<String> command) {
            this(command, new ArrayList<>());
        }

        double median() {
            List<Long> sorted = new ArrayList<>(times);
            sorted.sort(null);
            return sorted.get(sorted.size() / 2) / 1e6;
        }
    }

    /**
     * Measures, and prints a table.
     *
     * @param args how many rounds. Default: 5.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("check-costs");
        CheckCosts costs = new CheckCosts(folder);
        try {
            Path schemas = KubernetesSchemas.write(Files.createDirectory(folder.resolve("schemas")));
            System.out.printf(Locale.ROOT, "%-28s %14s %14s %7s%n", "", "webank-deploy", "kubeconform", "ratio");
            for (Tree tree : List.of(
                    new Tree("10 files", 10, 10),
                    new Tree("1,000 files", 1_000, 1_000),
                    new Tree("10,000 files", 10_000, 10_000),
                    new Tree("100,000 files", 100_000, 100_000),
                    new Tree("100,000 objects in a file", 1, 100_000))) {
                costs.measure(tree, schemas, rounds);
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void measure(Tree tree, Path schemas, int rounds) throws IOException, InterruptedException {
        String path = write(tree).toString();
        Path launcher =
                Path.of("..", "cli", "target", "webank-deploy").toAbsolutePath().normalize();
        List<Contestant> contestants = List.of(
                new Contestant(List.of(launcher.toString(), "check", path)),
                new Contestant(List.of(
                        TestCluster.binary("kubeconform").toString(),
                        "-strict",
                        "-summary",
                        "-schema-location",
                        schemas + "/{{.ResourceKind}}{{.KindSuffix}}.json",
                        path)));
        // The first round warms the caches of the file system up.
        for (int round = -1; round < rounds; round++) {
            for (Contestant contestant : contestants) {
                long time = time(contestant.command);
                if (round >= 0) {
                    contestant.times.add(time);
                }
            }
        }
        double ours = contestants.get(0).median();
        double theirs = contestants.get(1).median();
        System.out.printf(Locale.ROOT, "%-28s %11.0f ms %11.0f ms %7.2f%n", tree.name, ours, theirs, ours / theirs);
    }

    private static long time(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // The launcher takes the JVM that the archive was made by.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JDK_JAVA_OPTIONS", HEAP);
        long start = System.nanoTime();
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
        }
        return System.nanoTime() - start;
    }

    private Path write(Tree tree) throws IOException {
        Path root = Files.createDirectory(folder.resolve("tree-" + tree.files));
        int each = tree.objects / tree.files;
        for (int file = 0; file < tree.files; file++) {
            Path below = Files.createDirectories(root.resolve("part-" + file / IN_A_FOLDER));
            List<String> documents = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                documents.add(object(file * each + i));
            }
            Files.write(below.resolve("objects-" + file + ".yaml"), documents);
        }
        return root;
    }

    private static String object(int number) {
        String text = switch (number % 4) {
            case 0 -> """
                    ---
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata:
                      name: app-NUMBER
                      namespace: team
                      labels:
                        app: app-NUMBER
                    spec:
                      replicas: 2
                      selector:
                        matchLabels:
                          app: app-NUMBER
                      template:
                        metadata:
                          labels:
                            app: app-NUMBER
                        spec:
                          automountServiceAccountToken: false
                          securityContext:
                            runAsNonRoot: true
                            runAsUser: 1000
                            seccompProfile:
                              type: RuntimeDefault
                          containers:
                            - name: app
                              image: ghcr.io/example/app:1.NUMBER.0
                              ports:
                                - name: http
                                  containerPort: 8080
                              securityContext:
                                allowPrivilegeEscalation: false
                                readOnlyRootFilesystem: true
                                capabilities:
                                  drop:
                                    - ALL
                              env:
                                - name: LOG_LEVEL
                                  value: info
                              resources:
                                requests:
                                  cpu: 100m
                                  memory: 128Mi
                                limits:
                                  memory: 256Mi
                              readinessProbe:
                                httpGet:
                                  path: /healthz
                                  port: http
                              volumeMounts:
                                - name: config
                                  mountPath: /etc/app
                          volumes:
                            - name: config
                              configMap:
                                name: config-NUMBER
                    """;
            case 1 -> """
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata:
                      name: app-NUMBER
                      namespace: team
                    spec:
                      selector:
                        app: app-NUMBER
                      ports:
                        - name: http
                          port: 80
                          targetPort: http
                    """;
            case 2 -> """
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: config-NUMBER
                      namespace: team
                    data:
                      application.yaml: |
                        server:
                          port: 8080
                      number: "NUMBER"
                    """;
            default -> """
                    ---
                    apiVersion: networking.k8s.io/v1
                    kind: Ingress
                    metadata:
                      name: app-NUMBER
                      namespace: team
                    spec:
                      ingressClassName: nginx
                      rules:
                        - host: app-NUMBER.example.com
                          http:
                            paths:
                              - path: /
                                pathType: Prefix
                                backend:
                                  service:
                                    name: app-NUMBER
                                    port:
                                      name: http
                    """;
        };
        return text.replace("NUMBER", Integer.toString(number / 4));
    }
}
