package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigIT {
    private final TestCluster cluster = TestCluster.shared();

    @TempDir
    Path folder;

    /** The API server says GOAWAY to whom it does not know. */
    @Test
    void a_token_that_the_cluster_does_not_know_is_called_that_and_no_broken_connection() throws IOException {
        Path file = folder.resolve("config");
        Files.writeString(
                file, Files.readString(cluster.kubeconfig()).replace(cluster.token("admin"), "somebody-elses"));
        try (EksClient client = EksClient.connect(Kubeconfig.of(file))) {
            Deployer deployer = client.deployer(Release.of("shop", "default"));
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(deployer::status)
                        .isInstanceOf(DeployException.Refused.class)
                        .hasMessageContaining("(401)")
                        .hasMessageNotContaining("somebody-elses");
            }
        }
    }

    @Test
    void a_kubeconfig_leads_to_its_cluster() {
        try (EksClient client = EksClient.connect(Kubeconfig.of(cluster.kubeconfig("user")))) {
            assertThat(client.deployer(Release.of("nothing", "default"))
                            .status()
                            .phase())
                    .isEqualTo(ReleaseStatus.Phase.ABSENT);
        }
    }
}
