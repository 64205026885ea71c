package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.cli.Processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged tool, ended by a signal while it writes to a real API server. */
class InterruptionIT {
    private static final int OBJECTS = 8;

    private final TestCluster cluster = TestCluster.shared();

    @TempDir
    Path folder;

    private String namespace;

    @BeforeEach
    void writeManifests() {
        namespace = cluster.namespace("interrupted");
        Tool files = new Tool(folder);
        for (int i = 1; i <= OBJECTS; i++) {
            files.file("deploy/" + i + ".yaml", Manifests.configMap("config-" + i, "1"));
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void finishes_what_is_under_way_says_how_far_it_got_and_the_next_run_goes_on(String signal, int code)
            throws IOException {
        // Who was started with SIGINT ignored, as in the background of a script, hands that on.
        boolean ignored = signal.equals("INT") && isIgnored();
        String launcher = ignored ? "env --default-signal=INT \"$LAUNCHER\" " : "\"$LAUNCHER\" ";
        assumeTrue(
                !ignored
                        || new Processes(folder)
                                        .shell("env --default-signal=INT true")
                                        .code()
                                == 0,
                "there is no `env --default-signal`, and SIGINT is ignored here");
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            Processes processes =
                    new Processes(folder).with("KUBECONFIG", proxy.kubeconfig().toString());
            proxy.when(request -> request.isWrite() && request.path().endsWith("/config-3"))
                    .call(request -> kill(signal))
                    .delay(Duration.ofSeconds(1));

            Result result = processes.shell("echo $$ >pid; exec " + launcher + apply() + " --concurrency 1");

            assertThat(result.code()).isEqualTo(code);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).isEqualTo("""
                            webank-deploy: apply NS/shop at URL
                            webank-deploy: applying 8 objects
                            ConfigMap/NS/config-1 created
                            ConfigMap/NS/config-2 created
                            webank-deploy: interrupted: running requests are finished, and no others started
                            ConfigMap/NS/config-3 created
                            webank-deploy: The run was interrupted. Done: `ConfigMap/NS/config-1` created, `ConfigMap/NS/config-2` created, `ConfigMap/NS/config-3` created. Not done: 5 of 8 objects. The next run goes on.
                            """.replace("NS", namespace).replace("URL", proxy.url()));
            assertThat(made()).isEqualTo(3);

            Result next = processes.launcher(apply().split(" "));
            assertThat(next.code()).isZero();
            assertThat(next.out()).endsWith(namespace + "/shop at revision 1: 5 created, 3 unchanged.\n");
            // The Lease was given back: nobody has to wait until it runs out.
            assertThat(next.err()).doesNotContain("waited for");
            assertThat(made()).isEqualTo(OBJECTS);
        }
    }

    @Test
    void a_run_that_waits_ends_at_once() throws IOException {
        Tool files = new Tool(folder);
        files.file("waiting/web.yaml", Manifests.deployment("web"));
        Processes processes =
                new Processes(folder).with("KUBECONFIG", cluster.kubeconfig().toString());
        Result result = processes.shell("\"$LAUNCHER\" apply --release shop --namespace " + namespace
                + " --manifests waiting --wait 2>err & pid=$!; "
                + "for i in $(seq 200); do grep -q waiting err && break; sleep 0.1; done; kill -TERM $pid; wait $pid; "
                + "code=$?; cat err; exit $code");
        assertThat(result.code()).isEqualTo(143);
        assertThat(result.out())
                .endsWith(" Done: `Deployment/" + namespace
                        + "/web` created. All objects are written, but the run has not ended. The next run goes on.\n");
    }

    private String apply() {
        return "apply --release shop --namespace " + namespace + " --manifests deploy";
    }

    private int made() {
        return (int) cluster.client().configMaps().inNamespace(namespace).list().getItems().stream()
                .filter(map -> map.getMetadata().getName().startsWith("config-"))
                .count();
    }

    private void kill(String signal) {
        try {
            String pid = Files.readString(folder.resolve("pid")).strip();
            Process kill = new ProcessBuilder(List.of("kill", "-" + signal, pid)).start();
            assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
}
