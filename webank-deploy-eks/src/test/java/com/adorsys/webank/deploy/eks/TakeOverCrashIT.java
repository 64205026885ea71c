package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A take-over that hears nothing more of the cluster from any of its writes on; the next run ends it. */
class TakeOverCrashIT {
    private static final int AT_ONCE = 4;

    /** One request at a time, so that they come in the same order each time. */
    private static final DeployOptions OPTIONS = DeployOptions.defaults()
            .withConcurrency(1)
            .withLeaseDuration(Duration.ofSeconds(1))
            .withTakenOver(TakeOver.kubectl(), TakeOver.helm("webank").removingRecords());

    private static final String HELMS =
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: first}, data: {a: '1'%s}}\n";
    private static final String KUBECTLS =
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: second}, data: {a: '1'%s}}\n";

    private final TestCluster cluster = TestCluster.shared();

    @TempDir
    Path folder;

    private enum Moment {
        BEFORE,
        AFTER
    }

    private Site deployed() {
        Site site = Site.in(cluster, "takeover-crash");
        Site.ran(site.helm("install", "webank", folder.toString()));
        site.kubectlWith(KUBECTLS.formatted(", old: x"), "apply", "--filename", "-");
        return site;
    }

    private static ManifestSet desired(Site site) {
        return site.set(HELMS.formatted("") + "---\n" + KUBECTLS.formatted(""));
    }

    private void writeChart() {
        try {
            Files.createDirectories(folder.resolve("templates"));
            Files.writeString(folder.resolve("Chart.yaml"), "{apiVersion: v2, name: webank, version: 0.1.0}");
            Files.writeString(folder.resolve("templates/all.yaml"), HELMS.formatted(", old: x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ProxyRequest> writesOfARun() {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            Site site = deployed();
            site.deployer("shop", proxy.client()).withOptions(OPTIONS).apply(desired(site));
            List<ProxyRequest> writes = proxy.requests().stream()
                    .filter(ProxyRequest::isWrite)
                    .filter(request -> !request.path().contains("reviews"))
                    .toList();
            assertThat(writes).anyMatch(request -> request.contentType().equals("application/json-patch+json"));
            assertThat(writes)
                    .anyMatch(request ->
                            request.method().equals("DELETE") && request.path().contains("sh.helm.release.v1"));
            return writes;
        }
    }

    @Test
    void the_next_run_ends_it() throws Exception {
        writeChart();
        List<Callable<Void>> cases = new ArrayList<>();
        for (ProxyRequest write : writesOfARun()) {
            for (Moment moment : Moment.values()) {
                cases.add(() -> {
                    try {
                        crash(write.number(), moment);
                    } catch (RuntimeException | AssertionError e) {
                        throw new AssertionError(moment + " " + write, e);
                    }
                    return null;
                });
            }
        }
        ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Void> done : executor.invokeAll(cases)) {
                done.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private void crash(int number, Moment moment) {
        Site site = deployed();
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            if (moment == Moment.AFTER) {
                proxy.when(number).cutAfter();
            }
            proxy.when(request -> request.number() > number || request.number() == number && moment == Moment.BEFORE)
                    .cutBefore();
            try {
                site.deployer("shop", proxy.client())
                        .withOptions(OPTIONS.withTimeout(Duration.ofMillis(1500)))
                        .apply(desired(site));
            } catch (DeployException e) {
                assertThat(e).isNotInstanceOf(DeployException.InvalidInput.class);
            }
        }

        site.deployer().withOptions(OPTIONS).apply(desired(site));

        for (String name : List.of("first", "second")) {
            assertThat(site.kubectl("get", "configmap", name, "--show-managed-fields", "--output=yaml"))
                    .contains("manager: webank-deploy", "data:\n  a: \"1\"\nkind:")
                    .doesNotContain("helm", "kubectl.kubernetes.io", "manager: kubectl");
        }
        assertThat(site.kubectl("get", "secrets", "--output=name"))
                .contains("secret/webank-deploy.shop.helm.sh.helm.release.v1.webank.v1")
                .doesNotContain("secret/sh.helm.");
        assertThat(site.deployer().withOptions(OPTIONS).apply(desired(site)).isEmpty())
                .isTrue();
        assertThat(site.deployer().status().isHealthy()).isTrue();
    }
}
