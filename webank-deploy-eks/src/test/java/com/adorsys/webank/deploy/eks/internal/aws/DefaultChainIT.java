package com.adorsys.webank.deploy.eks.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default chain, in processes of their own, whose environment is the test's. */
class DefaultChainIT {
    private static final String KEY = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    @TempDir
    Path folder;

    @BeforeEach
    void writeProfile() throws IOException {
        Files.writeString(
                folder.resolve("credentials"),
                "[deploy]\naws_access_key_id = " + KEY + "\naws_secret_access_key = " + SECRET + "\n");
    }

    @Test
    void a_chain_that_finds_nothing_says_where_it_looked() throws Exception {
        assertThat(sign(Map.of()))
                .isEqualTo(
                        "There are no AWS credentials: none in system properties or the environment, none in the profile `default`, none of a container or an instance. Sign in and choose a profile, or set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`.");
    }

    @Test
    void it_takes_the_keys_of_the_environment() throws Exception {
        assertThat(sign(Map.of("AWS_ACCESS_KEY_ID", KEY, "AWS_SECRET_ACCESS_KEY", SECRET)))
                .startsWith("token until ");
    }

    @Test
    void it_takes_the_profile_that_the_environment_names() throws Exception {
        assertThat(sign(Map.of("AWS_PROFILE", "deploy"))).startsWith("token until ");
        assertThat(sign(Map.of("AWS_PROFILE", "gone")))
                .startsWith("There is no profile `gone` in AWS's configuration files.");
    }

    @Test
    void it_names_the_web_identity_that_the_environment_points_to() throws Exception {
        assertThat(sign(Map.of(
                        "AWS_WEB_IDENTITY_TOKEN_FILE",
                        folder.resolve("no-token").toString(),
                        "AWS_ROLE_ARN",
                        "arn:aws:iam::123456789012:role/pod")))
                .startsWith("The web identity that `AWS_WEB_IDENTITY_TOKEN_FILE` names gives no AWS credentials: ")
                .endsWith("Check that file, and that the role trusts it.");
    }

    private String sign(Map<String, String> environment) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Daws.disableEc2Metadata=true",
                "-Daws.configFile=" + folder.resolve("config"),
                "-Daws.sharedCredentialsFile=" + folder.resolve("credentials"),
                "-cp",
                System.getProperty("java.class.path"),
                SignProcess.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
