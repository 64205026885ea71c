package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.eks.testing.Misses;
import com.adorsys.webank.deploy.eks.testing.Mutants;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.environments.EverySetting;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.manifest.Manifest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The manifests of every setting with one fault each, at every path, by the checks and by a real API server: what the checks
 * report the server refuses, and the other way round but for the tables. A fixed sample by default; all with {@code
 * -Dmutants=1}.
 */
class EverySettingMutantsIT {
    private static final double SHARE = Double.parseDouble(System.getProperty("mutants", "0.1"));

    /** What is reported although the server accepts it, and why. */
    private static final Map<String, String> STRICTER = Map.of(
            "containers\\[\\].ports(\\[\\](.name)?)? (empty list|empty text|missing|null)$",
            "the server does not check the references of probes to ports");

    /** What is not reported although the server refuses it, and why. */
    private static final Map<String, String> MISSES = Misses.commonAnd(Map.ofEntries(
            Map.entry(
                    "(policies|nodeSelectorTerms)(\\[\\])? (empty list|missing)$",
                    "no rule says that a list has an item"),
            Map.entry(
                    "Probe.exec( empty map|.command (empty list|missing|null))$",
                    "no rule says that a list has an item"),
            Map.entry(
                    "dnsConfig.options\\[\\]( empty map| null|.name (empty text|missing|null))$",
                    "no rule says that the name is required"),
            Map.entry("averageValue 0$", "no rule says that a quantity is positive"),
            Map.entry("(hostAliases\\[\\].ip|clusterIP) text$", "no grammar of IP addresses"),
            Map.entry("httpHeaders\\[\\].name text$", "no grammar of HTTP headers"),
            Map.entry("resourceFieldRef.resource text$", "no rule says which resource is there"),
            Map.entry(
                    "(matchExpressions\\[\\].values\\[\\]|tolerations\\[\\].value) text$",
                    "no grammar of values of labels"),
            Map.entry("matchExpressions\\[\\].values (empty list|missing|null)$", "it depends on the operator"),
            Map.entry(
                    "tolerations\\[\\]( empty map| null|.key (empty text|missing|null))$",
                    "it depends on the operator"),
            Map.entry("(minReadySeconds 70000|progressDeadlineSeconds 0)$", "they depend on each other"),
            Map.entry(
                    "(sleep.seconds (70000|3000000000)|terminationGracePeriodSeconds 0)$", "they depend on each other"),
            Map.entry("limits.(memory|cpu|ephemeral-storage) (0|70000)$", "it depends on the request"),
            Map.entry("requests.(memory|cpu|ephemeral-storage) (70000|3000000000)$", "it depends on the limit"),
            Map.entry("rollingUpdate.(maxSurge|maxUnavailable) 0$", "they depend on each other"),
            Map.entry("initContainers\\[\\].restartPolicy (missing|null)$", "it depends on the probes"),
            Map.entry("minReplicas 0$", "it depends on the metrics"),
            Map.entry(
                    "Service spec.ports\\[\\].name (empty text|missing|null)$", "it depends on the number of ports")));

    @Test
    void are_judged_as_the_server_judges_them() throws Exception {
        TestCluster cluster = TestCluster.shared();
        String namespace = cluster.namespace("mutants");
        Mutants mutants = Mutants.in(cluster, namespace).withShare(SHARE);

        for (Manifest manifest : WebankEnvironments.dev()
                .withWebank(EverySetting.webank())
                .withPosture(Posture.hardened())
                .withDestination(Destination.inCluster(namespace))
                .manifests()) {
            mutants.judgeWithReferences(manifest);
        }

        assertThat(mutants.judged()).isGreaterThan((int) (6000 * SHARE));
        Mutants.assertExplained(mutants.stricter(), STRICTER);
        Mutants.assertExplained(mutants.misses(), MISSES);
        if (SHARE == 1) {
            // A number that grows is a fault to be mended, not to be written down.
            assertThat(List.of(mutants.stricter().size(), mutants.misses().size()))
                    .isEqualTo(List.of(7, 69));
            assertThat(Mutants.unused(mutants.stricter(), STRICTER)).isEmpty();
            assertThat(Mutants.unused(mutants.misses(), MISSES)).isEmpty();
        }
    }
}
