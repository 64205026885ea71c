package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.eks.testing.Mutants;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.environments.EverySetting;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.manifest.Manifest;
import org.junit.jupiter.api.Test;

/**
 * No false error: what the check of the structure calls an error in the manifests of every setting with one fault each, a real
 * API server refuses. A fixed sample by default; all with {@code -Dmutants=1}.
 */
class EverySettingMutantsIT {
    private static final double SHARE = Double.parseDouble(System.getProperty("mutants", "0.1"));

    @Test
    void are_not_judged_more_strictly_than_by_the_server() throws Exception {
        TestCluster cluster = TestCluster.shared();
        String namespace = cluster.namespace("mutants");
        Mutants mutants = Mutants.in(cluster, namespace).withShare(SHARE);

        for (Manifest manifest : WebankEnvironments.dev()
                .withWebank(EverySetting.webank())
                .withPosture(Posture.hardened())
                .withDestination(Destination.inCluster(namespace))
                .manifests()) {
            mutants.judge(manifest);
        }

        assertThat(mutants.judged()).isGreaterThan((int) (6000 * SHARE));
        assertThat(mutants.stricter()).isEmpty();
    }
}
