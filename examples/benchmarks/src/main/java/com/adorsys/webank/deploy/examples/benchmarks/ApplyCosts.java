package com.adorsys.webank.deploy.examples.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What it costs to apply a release to a real API server, and to apply it again: by this library, by kubectl, by Helm, and
 * by the requests alone, those of this library among them. All take their turns in one run, against the same etcd and API
 * server, each in namespaces of its own, which is emptied afterwards: an API server takes the longer for a Service the more
 * of them it has. JMH repeats what can be repeated; a first apply cannot, so this counts rounds instead, after enough of
 * them without a clock for the JVM to have compiled what runs in this process. A round of each size without a clock goes
 * through a proxy that counts requests and bytes of their bodies.
 *
 * <pre>
 * mvn -Pbenchmarks -DskipTests -DskipITs -Dbenchmark=com.adorsys.webank.deploy.examples.benchmarks.ApplyCosts \
 *     -Djmh.args="3 8 100 1000" -pl examples/cli,examples/benchmarks -am verify
 * </pre>
 */
public final class ApplyCosts {
    private enum Stage {
        FIRST("first"),
        AGAIN("again"),
        CHANGED("one changed");

        private final String text;

        Stage(String text) {
            this.text = text;
        }
    }

    /** What a stage of a contestant cost. */
    private static final class Cost {
        private final List<Long> nanos = new ArrayList<>();
        private long memory;
        private long requests;
        private long sent;
        private long received;

        void took(long time, long most) {
            nanos.add(time);
            memory = Math.max(memory, most);
        }

        void sent(List<ProxyRequest> all) {
            for (ProxyRequest request : all) {
                requests++;
                sent += request.body().getBytes(UTF_8).length;
                received += request.answerBytes();
            }
        }

        /** Requests, bytes sent and received, in the columns of the table. */
        String counted() {
            return String.format(Locale.ROOT, "%,9d %,7d KB %,9d KB", requests, sent / 1024, received / 1024);
        }

        double median() {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[sorted.length / 2] / 1e6;
        }
    }

    /** What the stages of a contestant cost. */
    private static final class Result {
        private final Contestant contestant;
        private final List<Cost> costs =
                Arrays.stream(Stage.values()).map(stage -> new Cost()).toList();

        Result(Contestant contestant) {
            this.contestant = contestant;
        }

        Cost at(Stage stage) {
            return costs.get(stage.ordinal());
        }
    }

    /** How often what runs in this process applies a hundred objects before anything is measured. */
    private static final int WARM_UP = 60;

    private final TestCluster cluster;
    private final Path folder;

    private ApplyCosts(TestCluster cluster, Path folder) {
        this.cluster = cluster;
        this.folder = folder;
    }

    /**
     * Measures, and prints a table for each size.
     *
     * @param args how many rounds, and the sizes in objects; 5 rounds of 8, 100 and 1,000 unless said
     */
    public static void main(String[] args) throws IOException {
        int rounds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
        int[] sizes = args.length < 2
                ? new int[] {8, 100, 1000}
                : Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
        Path folder = Files.createDirectories(Path.of("target", "apply-costs"));
        try (TestCluster cluster = TestCluster.start()) {
            new ApplyCosts(cluster, folder).warmUp();
            for (int size : sizes) {
                new ApplyCosts(cluster, folder).measure(size, rounds);
            }
        }
    }

    private void warmUp() {
        System.out.printf(Locale.ROOT, "Warming up: %d rounds of 100 objects%n", WARM_UP);
        List<Contestant> contestants = contestants(cluster, cluster.server(), cluster.kubeconfig(), folder);
        try {
            for (int round = 0; round < WARM_UP; round++) {
                for (Contestant contestant : contestants) {
                    if (contestant.isInProcess()) {
                        run(contestant, 100, stage -> contestant.apply());
                    }
                }
            }
        } finally {
            contestants.forEach(Contestant::close);
        }
    }

    private void measure(int objects, int rounds) {
        List<Result> results = new ArrayList<>();
        List<Contestant> contestants = contestants(cluster, cluster.server(), cluster.kubeconfig(), folder);
        try {
            contestants.forEach(contestant -> results.add(new Result(contestant)));
            count(objects, results);
            // The first round warms the API server up for this size.
            for (int round = 0; round <= rounds; round++) {
                System.out.printf(Locale.ROOT, "%,d objects, round %d of %d%n", objects, round, rounds);
                boolean counts = round > 0;
                for (Result result : results) {
                    run(result.contestant, objects, stage -> {
                        long start = System.nanoTime();
                        result.contestant.apply();
                        long time = System.nanoTime() - start;
                        if (counts) {
                            result.at(stage).took(time, result.contestant.peakMemory());
                        }
                    });
                }
            }
        } finally {
            contestants.forEach(Contestant::close);
        }
        print(objects, rounds, results);
    }

    private void count(int objects, List<Result> results) {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            List<Contestant> contestants = contestants(cluster, proxy.url(), proxy.kubeconfig(), folder);
            try {
                for (int i = 0; i < results.size(); i++) {
                    Contestant contestant = contestants.get(i);
                    Result result = results.get(i);
                    run(contestant, objects, stage -> {
                        proxy.reset();
                        contestant.apply();
                        result.at(stage).sent(proxy.requests());
                    });
                }
            } finally {
                contestants.forEach(Contestant::close);
            }
        }
    }

    private void run(Contestant contestant, int objects, Consumer<Stage> stages) {
        String namespace = cluster.namespace("costs");
        for (Stage stage : Stage.values()) {
            contestant.prepare(objects, namespace, stage == Stage.CHANGED ? "2" : "1");
            stages.accept(stage);
        }
        SampleRelease.delete(cluster, namespace);
    }

    /** All that take part, in the order of the table; the command-line tool does where it was built. */
    static List<Contestant> contestants(TestCluster cluster, String server, Path kubeconfig, Path folder) {
        List<Contestant> contestants = new ArrayList<>(List.of(
                new LibraryContestant(kubeconfig),
                new ReplayContestant(cluster, server),
                PatchContestant.withDryRuns(cluster, server),
                PatchContestant.bare(cluster, server),
                CommandContestant.kubectl(cluster, kubeconfig, folder),
                CommandContestant.helm(cluster, kubeconfig, folder)));
        Path launcher = Path.of("..", "cli", "target", "webank-deploy").toAbsolutePath();
        if (Files.isExecutable(launcher)) {
            contestants.add(CommandContestant.tool(launcher, kubeconfig, folder));
        }
        return contestants;
    }

    private static void print(int objects, int rounds, List<Result> results) {
        System.out.printf(Locale.ROOT, "%n%,d objects, median of %d rounds%n", objects, rounds);
        System.out.printf(
                Locale.ROOT,
                "%-34s %-12s %12s %8s %9s %10s %12s %9s%n",
                "",
                "",
                "time",
                "ratio",
                "requests",
                "sent",
                "received",
                "memory");
        for (Result result : results) {
            for (Stage stage : Stage.values()) {
                Cost cost = result.at(stage);
                System.out.printf(
                        Locale.ROOT,
                        "%-34s %-12s %9.1f ms %8.2f %s %6d MB%n",
                        result.contestant.name(),
                        stage.text,
                        cost.median(),
                        cost.median() / results.get(0).at(stage).median(),
                        cost.counted(),
                        cost.memory >> 20);
            }
        }
    }
}
