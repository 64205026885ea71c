package com.adorsys.webank.deploy.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodIdentityTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/webank/obs";

    @Test
    void an_association_is_written_for_the_command_line_and_for_terraform() {
        PodIdentity.Association association = PodIdentity.of(ROLE).association("webank-dev", "webank", "webank-obs");

        assertThat(association.cliInput()).isEqualTo("""
                {
                  "clusterName": "webank-dev",
                  "namespace": "webank",
                  "serviceAccount": "webank-obs",
                  "roleArn": "arn:aws:iam::111122223333:role/webank/obs"
                }
                """);
        assertThat(association.terraform()).isEqualTo("""
                {
                  "resource": {
                    "aws_eks_pod_identity_association": {
                      "webank_webank_obs": {
                        "cluster_name": "webank-dev",
                        "namespace": "webank",
                        "service_account": "webank-obs",
                        "role_arn": "arn:aws:iam::111122223333:role/webank/obs"
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void irsa_is_an_annotation() {
        assertThat(PodIdentity.of(ROLE).irsaAnnotations()).containsOnly(entry("eks.amazonaws.com/role-arn", ROLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "obs",
                "arn:aws:sts::111122223333:assumed-role/obs/session",
                "arn:aws:iam::111122223333:user/obs",
                "arn:aws:iam::1111:role/obs",
                "arn:aws:iam:eu-central-1:111122223333:role/obs",
                "arn:aws:iam::111122223333:role/",
                "arn:aws:iam::111122223333:role//obs",
                "arn:aws:iam::111122223333:role/*",
                "arn:aws:iam::111122223333:role/a:b",
                "arn:aws:iam::aws:role/obs",
                "arn:Aws:iam::111122223333:role/obs",
                "arn:aws:iam::111122223333:role/o bs"
            })
    void only_the_arn_of_a_role_is_an_identity(String arn) {
        assertThatThrownBy(() -> PodIdentity.of(arn))
                .hasMessage("error ARN_INVALID roleArn: `" + arn + "` is not the ARN of an IAM role. Write it as in"
                        + " `arn:aws:iam::111122223333:role/NAME`.");
    }

    @Test
    void names_are_checked_together() {
        assertThatThrownBy(() -> PodIdentity.of(ROLE).association("-", "Webank", "web_ank"))
                .hasMessageContainingAll(
                        "CLUSTER_NAME_INVALID cluster: ",
                        "NAME_INVALID namespace: `Webank`",
                        "NAME_INVALID serviceAccount: `web_ank`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "system:masters"})
    void an_access_entry_has_a_group_of_one_s_own(String group) {
        assertThatThrownBy(() -> AccessEntry.of("webank-dev", ROLE, group))
                .hasMessage("error NAME_INVALID group: an access entry cannot have the group `" + group
                        + "`. Choose a name of your own, such as `webank-deployers`.");
    }
}
