package com.adorsys.webank.deploy.eks.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.EksToken;
import com.adorsys.webank.deploy.eks.testing.TokenRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles in files of the test: what they give, and what is said where they give nothing. */
class ProfileTest {
    private static final String KEY = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final EksCluster DEV = EksCluster.of("webank-dev", "eu-central-1");

    @TempDir
    Path folder;

    @BeforeEach
    void nameFiles() throws IOException {
        System.setProperty("aws.configFile", folder.resolve("config").toString());
        System.setProperty(
                "aws.sharedCredentialsFile", folder.resolve("credentials").toString());
        Files.writeString(folder.resolve("config"), """
                [profile empty]
                region = eu-central-1
                [profile people]
                sso_session = people
                sso_account_id = 123456789012
                sso_role_name = deployer
                [sso-session people]
                sso_region = eu-central-1
                sso_start_url = https://example.awsapps.com/start
                """);
        Files.writeString(folder.resolve("credentials"), """
                [deploy]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                [half]
                aws_access_key_id = %s
                """.formatted(KEY, SECRET, KEY));
    }

    @AfterEach
    void forgetFiles() {
        System.clearProperty("aws.configFile");
        System.clearProperty("aws.sharedCredentialsFile");
    }

    @Test
    void a_profile_signs_with_its_keys() {
        EksToken token = EksToken.sign(DEV.withProfile("deploy"));
        TokenRules rules = new TokenRules(
                "webank-dev", Set.of("sts.eu-central-1.amazonaws.com"), Map.of(KEY, SECRET)::get, key -> null);
        assertThat(rules.check(token.text(), Instant.now())).isEqualTo(KEY);
    }

    @Test
    void a_profile_that_is_not_there_is_missed_with_those_that_are() {
        assertRefused(
                "deplyo",
                "There is no profile `deplyo` in AWS's configuration files. Did you mean `deploy`? Use one of `deploy`, `empty`, `half`, `people`.");
    }

    @Test
    void a_profile_that_holds_nothing_is_told_so() {
        assertRefused(
                "empty", "The profile `empty` holds no credentials. Add them, as by `aws configure --profile empty`.");
    }

    @Test
    void a_profile_that_signs_in_needs_libraries_that_are_named() {
        assertRefused(
                "people",
                "The profile `people` needs `software.amazon.awssdk:sso` and `software.amazon.awssdk:ssooidc`, which is not on the class path. Add it, or use a profile with other credentials.");
    }

    @Test
    void a_profile_that_is_cut_short_shows_no_key() {
        assertThatThrownBy(() -> EksToken.sign(DEV.withProfile("half")))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessageContaining("`half`")
                .hasMessageNotContaining(KEY);
    }

    private void assertRefused(String profile, String message) {
        assertThatThrownBy(() -> EksToken.sign(DEV.withProfile(profile)))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage(message);
    }
}
