package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTargetTest {
    private static final String ACCOUNT = "111122223333";

    @Nested
    class On_eks {
        @Test
        void is_a_name_a_region_and_an_account() {
            ClusterTarget.Eks target = ClusterTarget.eks("webank-dev", "eu-central-1", ACCOUNT);

            assertThat(target.name()).isEqualTo("webank-dev");
            assertThat(target.region()).isEqualTo("eu-central-1");
            assertThat(target.account()).isEqualTo(ACCOUNT);
            assertThat(target)
                    .hasToString("EKS cluster `webank-dev` in `eu-central-1`, account `111122223333`")
                    .isEqualTo(ClusterTarget.eks("webank-dev", "eu-central-1", ACCOUNT))
                    .hasSameHashCodeAs(ClusterTarget.eks("webank-dev", "eu-central-1", ACCOUNT))
                    .isNotEqualTo(ClusterTarget.eks("webank-prod", "eu-central-1", ACCOUNT))
                    .isNotEqualTo(ClusterTarget.eks("webank-dev", "eu-west-1", ACCOUNT))
                    .isNotEqualTo(ClusterTarget.eks("webank-dev", "eu-central-1", "111122223334"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "0", "Webank_dev-1", "a-", "1234567890"})
        void has_a_name_that_eks_allows(String name) {
            assertThat(ClusterTarget.eks(name, "eu-central-1", ACCOUNT).name()).isEqualTo(name);
            String longest = name + "x".repeat(100 - name.length());
            assertThat(ClusterTarget.eks(longest, "eu-central-1", ACCOUNT).name())
                    .isEqualTo(longest);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "us-east-1",
                    "ap-southeast-7",
                    "cn-north-1",
                    "us-gov-west-1",
                    "us-isob-east-1",
                    "eusc-de-east-1",
                    "mx-central-1"
                })
        void may_be_in_a_region_of_any_partition(String region) {
            assertThat(ClusterTarget.eks("webank", region, ACCOUNT).region()).isEqualTo(region);
        }

        @Test
        void reports_all_that_is_wrong() {
            assertInvalid(() -> ClusterTarget.eks("", "", ""), """
                    error CLUSTER_NAME_INVALID name: the cluster name is empty. Use 1 to 100 characters of A-Z, a-z, 0-9, - and _, and start with a letter or digit.
                    error REGION_INVALID region: the region is empty. Write the region's code, as in `eu-central-1`.
                    error ACCOUNT_INVALID account: the account is empty. Write the 12 digits of the account id with leading zeros, as in `111122223333`.""");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-a", "_a", "a b", "a.b", "ä", "a/b", "a\n"})
        void cannot_have_another_name(String name) {
            assertInvalid(
                    () -> ClusterTarget.eks(name, "eu-central-1", ACCOUNT),
                    "error CLUSTER_NAME_INVALID name: the cluster name " + Problem.quote(name)
                            + " is not valid. Use 1 to 100 characters of A-Z, a-z, 0-9, - and _, and start with a letter or digit.");
        }

        @Test
        void cannot_have_a_longer_name_and_takes_none_from_an_arn() {
            assertThatThrownBy(() -> ClusterTarget.eks("x".repeat(101), "eu-central-1", ACCOUNT))
                    .isInstanceOf(DeployException.InvalidInput.class);
            assertInvalid(
                    () -> ClusterTarget.eks("arn:aws:eks:eu-central-1:1:cluster/dev", "eu-central-1", ACCOUNT),
                    "error CLUSTER_NAME_INVALID name: the cluster name `arn:aws:eks:eu-central-1:1:cluster/dev` is not valid. Use the part of the ARN after `cluster/`.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "EU-Central-1 | Write it in lower case, `eu-central-1`",
                    "eu-central-1a | Write the region's code, as in `eu-central-1`",
                    "eu-central | Write the region's code, as in `eu-central-1`",
                    "eu-central-0 | Write the region's code, as in `eu-central-1`",
                    "eu--1 | Write the region's code, as in `eu-central-1`",
                    "Frankfurt | Write the region's code, as in `eu-central-1`",
                })
        void cannot_be_in_another_region(String region, String remedy) {
            assertInvalid(
                    () -> ClusterTarget.eks("webank", region, ACCOUNT),
                    "error REGION_INVALID region: the region `" + region + "` is not valid. " + remedy + ".");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1111-2222-3333 | Write it without hyphens, `111122223333`",
                    "11112222333 | Write the 12 digits of the account id with leading zeros, as in `111122223333`",
                    "1111222233334 | Write the 12 digits of the account id with leading zeros, as in `111122223333`",
                    "11112222333x | Write the 12 digits of the account id with leading zeros, as in `111122223333`",
                    "webank | Write the 12 digits of the account id with leading zeros, as in `111122223333`",
                })
        void cannot_have_another_account(String account, String remedy) {
            assertInvalid(
                    () -> ClusterTarget.eks("webank", "eu-central-1", account),
                    "error ACCOUNT_INVALID account: the account `" + account + "` is not valid. " + remedy + ".");
        }
    }

    @Nested
    class By_a_context {
        @Test
        void is_a_name_and_a_server() {
            ClusterTarget.Context target = ClusterTarget.context("admin@webank", "https://Host.example.com:6443/");

            assertThat(target.name()).isEqualTo("admin@webank");
            assertThat(target.server()).isEqualTo("https://host.example.com:6443");
            assertThat(target)
                    .hasToString("kubeconfig context `admin@webank` at `https://host.example.com:6443`")
                    .isEqualTo(ClusterTarget.context("admin@webank", "HTTPS://host.example.com:6443"))
                    .hasSameHashCodeAs(ClusterTarget.context("admin@webank", "https://host.example.com:6443"))
                    .isNotEqualTo(ClusterTarget.context("dev", "https://host.example.com:6443"))
                    .isNotEqualTo(ClusterTarget.context("admin@webank", "https://host.example.com"))
                    .isNotEqualTo(ClusterTarget.eks("webank", "eu-central-1", ACCOUNT));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "https://host | https://HOST:443/",
                    "http://127.0.0.1:80 | http://127.0.0.1",
                    "https://[2001:DB8::1]:6443 | https://[2001:db8::1]:6443//",
                    "https://rancher.example.com/k8s/clusters/c-1/ | https://rancher.example.com/k8s/clusters/c-1",
                })
        void has_one_form_of_a_server(String one, String other) {
            assertThat(ClusterTarget.context("dev", one)).isEqualTo(ClusterTarget.context("dev", other));
            assertThat(ClusterTarget.isSameServer(one, other)).isTrue();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "https://host | http://host",
                    "https://host | https://host:6443",
                    "https://host/a | https://host/A",
                    "https://host | https://host.example.com",
                    "host | host",
                    "'' | ''",
                })
        void tells_servers_apart(String one, String other) {
            assertThat(ClusterTarget.isSameServer(one, other)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "host.example.com",
                    "ftp://host",
                    "https://",
                    "https://host:",
                    "https://host:0",
                    "https://host:65536",
                    "https://ho st",
                    "https://[::1",
                    "https://a:b:1"
                })
        void cannot_have_another_server(String server) {
            assertInvalid(
                    () -> ClusterTarget.context("dev", server),
                    "error URL_INVALID server: `" + server
                            + "` is not the address of an API server. Write it as in `https://host.example.com:6443`.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://admin:pa55@host",
                    "https://pa55@host",
                    "admin:pa55@host",
                    "https://host?token=pa55",
                    "https://host/#pa55"
                })
        void holds_no_credentials(String server) {
            assertInvalid(
                    () -> ClusterTarget.context("dev", server),
                    "error URL_CREDENTIALS server: the address of the API server contains a user, a password, a query or a fragment. Write only the address of the server, as in `https://host.example.com:6443`.");
        }

        @Test
        void reports_all_that_is_wrong() {
            assertInvalid(() -> ClusterTarget.context(" ", ""), """
                    error CONTEXT_INVALID context: the name of the context is empty. Write the name as `kubectl config get-contexts` shows it.
                    error URL_INVALID server: the address of the API server is empty. Write it as in `https://host.example.com:6443`.""");
            assertInvalid(
                    () -> ClusterTarget.context("a\nb", "https://host"),
                    "error CONTEXT_INVALID context: the context name `a\\nb` is not valid. Write the name as `kubectl config get-contexts` shows it.");
        }
    }

    private static void assertInvalid(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage(message);
    }
}
