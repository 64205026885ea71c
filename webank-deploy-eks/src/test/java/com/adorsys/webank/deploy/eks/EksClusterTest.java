package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.DeployException;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

class EksClusterTest {
    private static final EksCluster DEV = EksCluster.of("webank-dev", "eu-central-1");
    private static final String ROLE = "arn:aws:iam::123456789012:role/team/deployer";

    @ParameterizedTest
    @ValueSource(
            strings = {"us-east-1", "ap-southeast-2", "cn-north-1", "us-gov-west-1", "us-isob-east-1", "eusc-de-east-1"
            })
    void regions_of_all_partitions_are_taken(String region) {
        assertThat(EksCluster.of("webank_1", region)).hasToString("webank_1 in " + region);
    }

    @Test
    void name_and_region_are_checked_together() {
        assertRefused(
                () -> EksCluster.of("arn:aws:eks:eu-central-1:123456789012:cluster/webank-dev", "EU-central-1"), """
                error CLUSTER_NAME_INVALID name: the cluster name `arn:aws:eks:eu-central-1:123456789012:cluster/webank-dev` is not valid. Use the part of the ARN after `cluster/`.
                error REGION_INVALID region: the region `EU-central-1` is not valid. Write it in lower case, `eu-central-1`.""");
        assertRefused(() -> EksCluster.of("", ""), """
                error CLUSTER_NAME_INVALID name: the cluster name is empty. Use 1 to 100 characters of A-Z, a-z, 0-9, - and _, and start with a letter or digit.
                error REGION_INVALID region: the region is empty. Write the region's code, as in `eu-central-1`.""");
        assertRefused(() -> EksCluster.of("-dev", "Frankfurt"), """
                error CLUSTER_NAME_INVALID name: the cluster name `-dev` is not valid. Use 1 to 100 characters of A-Z, a-z, 0-9, - and _, and start with a letter or digit.
                error REGION_INVALID region: the region `Frankfurt` is not valid. Write the region's code, as in `eu-central-1`.""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deployer | Write it as in `arn:aws:iam::123456789012:role/deployer`",
                "arn:aws:sts::123456789012:assumed-role/deployer/me | Write the ARN of the role, not of a session of it",
            })
    void a_role_is_named_by_its_arn(String arn, String remedy) {
        assertRefused(
                () -> DEV.withRole(arn),
                "error ROLE_INVALID role: the role `" + arn + "` is not the ARN of an IAM role. " + remedy + ".");
    }

    @Test
    void a_role_of_another_partition_is_refused_when_it_is_used() {
        assertRefused(
                () -> EksClient.connect(EksCluster.of("webank", "cn-north-1")
                        .withCredentials(AnonymousCredentialsProvider.create())
                        .withRole(ROLE)),
                "error PARTITION_DIFFERS role: the role is in the partition `aws`, and the region `cn-north-1` in `aws-cn`. Use a role of an account in that partition.");
    }

    @Test
    void other_settings_are_checked_where_they_are_made() {
        assertRefused(
                () -> DEV.withProfile(" "),
                "error PROFILE_INVALID profile: the profile's name is empty. Name a profile, or leave it out.");
        assertRefused(
                () -> DEV.withSessionName("a b"),
                "error SESSION_NAME_INVALID sessionName: the session's name `a b` is not accepted by AWS. Use 2 to 64 characters of A-Z, a-z, 0-9 and _+=,.@-.");
        assertRefused(
                () -> DEV.withProxy(URI.create("proxy.example.com")),
                "error PROXY_INVALID proxy: the proxy is not a URL. Write it as in `http://proxy.example.com:3128`.");
        assertRefused(
                () -> DEV.withEksEndpoint(URI.create("eks.example.com")),
                "error ENDPOINT_INVALID eksEndpoint: the endpoint `eks.example.com` is not an HTTP or HTTPS URL. Write it as in `https://eks.eu-central-1.amazonaws.com`.");
        assertRefused(
                () -> DEV.withStsEndpoint(URI.create("ftp://sts.example.com")),
                "error ENDPOINT_INVALID stsEndpoint: the endpoint `ftp://sts.example.com` is not an HTTP or HTTPS URL. Write it as in `https://eks.eu-central-1.amazonaws.com`.");
    }

    @Test
    void credentials_come_from_the_last_that_was_named() {
        EksCluster given = DEV.withProfile("deploy").withCredentials(AnonymousCredentialsProvider.create());
        assertThat(given.profile()).isEmpty();
        assertThat(given.credentials()).isPresent();
        assertThat(given.withProfile("deploy").credentials()).isEmpty();
        assertThat(DEV.profile()).isEmpty();
    }

    @Test
    void equal_clusters_are_equal_and_the_role_shows() {
        assertThat(DEV.withRole(ROLE))
                .isEqualTo(EksCluster.of("webank-dev", "eu-central-1").withRole(ROLE))
                .hasSameHashCodeAs(EksCluster.of("webank-dev", "eu-central-1").withRole(ROLE))
                .isNotEqualTo(DEV)
                .hasToString("webank-dev in eu-central-1 as " + ROLE);
    }

    @Test
    void a_target_gives_name_region_and_the_account_that_it_must_be_in() {
        EksCluster cluster = EksCluster.of(ClusterTarget.eks("webank-dev", "eu-central-1", "123456789012"));

        assertThat(cluster.name()).isEqualTo("webank-dev");
        assertThat(cluster.region()).isEqualTo("eu-central-1");
        assertThat(cluster.account()).contains("123456789012");
        assertThat(cluster.withProfile("deploy").account()).contains("123456789012");
        assertThat(DEV.account()).isEmpty();
        assertThat(cluster)
                .isNotEqualTo(DEV)
                .hasToString("webank-dev in eu-central-1, account 123456789012")
                .isEqualTo(EksCluster.of(ClusterTarget.eks("webank-dev", "eu-central-1", "123456789012")));
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage(message);
    }
}
