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
import org.junit.jupiter.api.Test;

/**
 * The manifests of every setting with one fault each, at every path, by the checks and by a real API server: what the checks
 * report the server refuses, and the other way round but for the table. A fixed sample by default; all with {@code
 * -Dmutants=1}.
 */
class EverySettingMutantsIT {
    private static final double SHARE = Double.parseDouble(System.getProperty("mutants", "0.1"));

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
        assertThat(mutants.stricter()).isEmpty();
        Mutants.assertExplained(mutants.misses(), Misses.REASONS);
        if (SHARE == 1) {
            // A number that grows is a fault to be mended, not to be written down.
            assertThat(mutants.misses()).hasSize(4);
            assertThat(Mutants.unused(mutants.misses(), Misses.REASONS)).isEmpty();
        }
    }
}
