package com.adorsys.webank.deploy.argocd;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.secret.SecretStoreRef;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Bootstrap DEV = Bootstrap.builder()
            .repoUrl("https://github.com/example/deployment")
            .path("argocd/webank-dev")
            .credentials(RepositoryCredentials.GITHUB_APP)
            .secretStore(SecretStoreRef.of("aws"))
            .secretPrefix("webank-dev/argocd")
            .targetRevision("main")
            .addDestinations(Destination.inCluster("webank"))
            .build();

    @Test
    void everything_that_can_be_asked_for_is_written() {
        ManifestSet manifests = DEV.plusDestinations(
                        Destination.server("https://0A1B.gr7.eu-central-1.eks.amazonaws.com", "webank"),
                        Destination.cluster("in-cluster", "webank-test"),
                        Destination.cluster("webank-prod", "webank"))
                .withCommitStatuses(CommitStatuses.of("https://argocd.example.com"))
                .manifests();

        assertThat(manifests).matchesGolden("argocd/bootstrap.yaml");
        assertThat(Checks.all().check(manifests)).isEmpty();
    }

    @Test
    void a_public_repository_has_no_secret() {
        assertThat(YamlWriter.write(
                        DEV.withCredentials(RepositoryCredentials.NONE).manifests()))
                .doesNotContain("secret-type")
                .contains("webhook.github.secret");
    }

    @Test
    void a_token_comes_with_a_user_and_a_key_of_ssh_without() {
        assertThat(YamlWriter.write(
                        DEV.withCredentials(RepositoryCredentials.TOKEN).manifests()))
                .contains("        username: git\n  data:\n  - secretKey: password\n");
        assertThat(YamlWriter.write(Bootstrap.builder()
                        .repoUrl("git@github.com:example/deployment.git")
                        .path("argocd/webank-dev")
                        .credentials(RepositoryCredentials.SSH_KEY)
                        .secretStore(SecretStoreRef.cluster("aws"))
                        .secretPrefix("webank-dev/argocd")
                        .build()
                        .manifests()))
                .contains("        url: git@github.com:example/deployment.git\n  data:\n  - secretKey: sshPrivateKey\n")
                .contains("    kind: ClusterSecretStore\n    name: aws\n");
    }

    @Test
    void github_enterprise_server_has_its_own_address() {
        String yaml = YamlWriter.write(DEV.withRepoUrl("https://git.example.com/example/deployment")
                .withCommitStatuses(CommitStatuses.of("https://argocd.example.com"))
                .manifests());

        assertThat(yaml)
                .contains("githubAppEnterpriseBaseUrl: https://git.example.com/api/v3\n")
                .contains("enterpriseBaseURL: https://git.example.com/api/v3\n");
    }

    @Test
    void what_cannot_work_is_refused() {
        assertThatThrownBy(() -> DEV.withCredentials(RepositoryCredentials.SSH_KEY))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error URL_INVALID bootstrap.repoUrl: credentials of the kind SSH_KEY are not for the repository"
                                + " `https://github.com/example/deployment`. Write the address as `ssh://user@host/path`, or choose"
                                + " other credentials.");
        assertThatThrownBy(() -> DEV.plusDestinations(Destination.cluster("our prod", "webank")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(
                        "error NAME_INVALID bootstrap.destinations: the cluster `our prod` cannot be in the name of a Secret.");
        assertThatThrownBy(() -> CommitStatuses.of("argocd.example.com"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error URL_INVALID commitStatuses.argoCdUrl: `argocd.example.com` is not the address of Argo CD."
                                + " Write `https://host`.");
    }
}
