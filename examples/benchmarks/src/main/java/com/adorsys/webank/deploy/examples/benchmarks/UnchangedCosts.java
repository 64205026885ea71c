package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What it costs to apply a release that is as it should be: by this library, warm in this process, by its tool, and by
 * kubectl, in turn, against the same API server. Prints, beside the times, how often each takes kubectl's time, pair by pair.
 */
public final class UnchangedCosts {
    /** How many objects this library applies before anything is measured, for the JVM to have compiled what runs. */
    private static final int WARM_UP = 100_000;

    /** How often this library applies it in a row, of which the mean counts: one time is a fiftieth of kubectl's. */
    private static final int IN_A_ROW = 10;

    private UnchangedCosts() {}

    /**
     * Measures, and prints a table for each size.
     *
     * @param args how many rounds, and the sizes in objects; 15, 100 and 1,000 if there are none
     */
    public static void main(String[] args) throws IOException {
        int rounds = args.length == 0 ? 15 : Integer.parseInt(args[0]);
        int[] sizes = args.length < 2
                ? new int[] {100, 1000}
                : Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
        Path folder = Files.createDirectories(Path.of("target", "apply-costs"));
        try (TestCluster cluster = TestCluster.start()) {
            for (int size : sizes) {
                measure(cluster, folder, size, rounds);
            }
        }
    }

    private static void measure(TestCluster cluster, Path folder, int objects, int rounds) {
        List<Contestant> contestants = new ArrayList<>();
        for (Contestant contestant : ApplyCosts.contestants(cluster, cluster.server(), cluster.kubeconfig(), folder)) {
            boolean isOne = contestant instanceof LibraryContestant
                    || contestant instanceof CommandContestant
                            && !contestant.name().startsWith("helm");
            if (isOne) {
                contestants.add(contestant);
            } else {
                contestant.close();
            }
        }
        Map<Contestant, String> namespaces = new LinkedHashMap<>();
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (Contestant contestant : contestants) {
            String namespace = cluster.namespace("unchanged");
            namespaces.put(contestant, namespace);
            contestant.prepare(objects, namespace, "1");
            for (int i = 0; i < (contestant.isInProcess() ? Math.min(1_000, WARM_UP / objects) : 2); i++) {
                contestant.apply();
            }
        }
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : contestants) {
                contestant.prepare(objects, namespaces.getOrDefault(contestant, ""), "1");
                int repeats = contestant.isInProcess() ? IN_A_ROW : 1;
                long start = System.nanoTime();
                contestant.apply();
                double first = (System.nanoTime() - start) / 1e6;
                for (int i = 1; i < repeats; i++) {
                    contestant.apply();
                }
                double mean = (System.nanoTime() - start) / 1e6 / repeats;
                if (repeats > 1) {
                    add(times, contestant.name() + ", the first", first);
                }
                add(times, contestant.name(), mean);
            }
        }
        print(objects, rounds, times);
        namespaces.values().forEach(namespace -> SampleRelease.delete(cluster, namespace));
        contestants.forEach(Contestant::close);
    }

    private static void add(Map<String, List<Double>> times, String name, double millis) {
        times.computeIfAbsent(name, any -> new ArrayList<>()).add(millis);
    }

    private static void print(int objects, int rounds, Map<String, List<Double>> times) {
        List<Double> kubectl = List.of();
        for (Map.Entry<String, List<Double>> entry : times.entrySet()) {
            kubectl = entry.getKey().startsWith("kubectl") ? entry.getValue() : kubectl;
        }
        System.out.printf(
                Locale.ROOT, "%n%,d unchanged objects, %d rounds: median, and beside kubectl%n", objects, rounds);
        for (Map.Entry<String, List<Double>> entry : times.entrySet()) {
            double[] beside = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                beside[i] = kubectl.get(i) / entry.getValue().get(i);
            }
            Arrays.sort(beside);
            double[] sorted =
                    entry.getValue().stream().mapToDouble(time -> time).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-42s %9.1f ms   kubectl takes %6.2f times as long (%.2f to %.2f)%n",
                    entry.getKey(),
                    sorted[rounds / 2],
                    beside[rounds / 2],
                    beside[0],
                    beside[rounds - 1]);
        }
    }
}
