package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.tree.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole Git tree of many environments, in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
// The JVM needs about ten seconds until it has compiled the checks.
@Warmup(iterations = 15, time = 1)
@Measurement(iterations = 5, time = 1)
public class EnvironmentsBenchmark {
    /** How many environments there are. */
    @Param({"1", "10", "100", "1000"})
    public int environments;

    private Environments all = WebankEnvironments.all();

    /** Makes the environments, each on a cluster of its own. */
    @Setup
    public void make() {
        List<Environment> many = new ArrayList<>();
        for (int i = 0; i < environments; i++) {
            many.add(WebankEnvironments.dev()
                    .withName("dev-" + i)
                    .withCluster("cluster-" + i)
                    .withTarget(ClusterTarget.eks("cluster-" + i, "eu-central-1", "111122223333")));
        }
        all = Environments.of(many);
    }

    /** Checks every manifest and renders every file. */
    @Benchmark
    public FileTree tree() {
        return all.tree();
    }
}
