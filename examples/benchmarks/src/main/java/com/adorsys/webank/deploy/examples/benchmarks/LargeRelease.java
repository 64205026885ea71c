package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import java.util.Locale;

/**
 * A large release in a small heap: applied, applied again, and with one object changed.
 *
 * <pre>
 * mvn -Pbenchmarks -DskipTests -DskipITs -Dbenchmark=com.adorsys.webank.deploy.examples.benchmarks.LargeRelease \
 *     -Dbenchmark.heap=512m -Djmh.args=10000 -pl examples/benchmarks -am verify
 * </pre>
 */
public final class LargeRelease {
    private LargeRelease() {}

    /**
     * Applies, and prints times and the heap.
     *
     * @param args how many objects; 10,000 unless said
     */
    public static void main(String[] args) {
        int objects = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
        System.out.printf(
                Locale.ROOT,
                "%,d objects in a heap of %d MB%n",
                objects,
                Runtime.getRuntime().maxMemory() >> 20);
        try (TestCluster cluster = TestCluster.start();
                LibraryContestant library = new LibraryContestant(cluster.kubeconfig())) {
            String namespace = cluster.namespace("large");
            for (String version : new String[] {"1", "1", "2"}) {
                library.prepare(objects, namespace, version);
                long start = System.nanoTime();
                library.apply();
                System.out.printf(
                        Locale.ROOT,
                        "%6.1f s, at most %d MB of heap%n",
                        (System.nanoTime() - start) / 1e9,
                        library.peakMemory() >> 20);
            }
        }
    }
}
