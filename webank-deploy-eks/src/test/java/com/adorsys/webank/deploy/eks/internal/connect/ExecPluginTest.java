package com.adorsys.webank.deploy.eks.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins are shell scripts beside the kubeconfig. */
class ExecPluginTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String V1 = "client.authentication.k8s.io/v1";

    @TempDir
    Path folder;

    @Test
    void gives_the_token_that_the_command_prints_whatever_it_says_on_standard_error() throws IOException {
        script("echo 'a warning' >&2; "
                + printing("\"token\": \"t-1\", \"expirationTimestamp\": \"2026-11-23T12:15:00Z\""));
        BearerToken token = plugin("command: ./plugin").make();
        assertThat(token.text()).isEqualTo("t-1");
        assertThat(token.expiry()).isEqualTo("2026-11-23T12:15:00Z");
        assertThat(token.renewal()).isEqualTo("2026-11-23T12:14:00Z");
    }

    @Test
    void arguments_and_variables_reach_the_command_as_they_are() throws IOException {
        script("printf '{\"apiVersion\":\"" + V1
                + "\",\"status\":{\"token\":\"%s|%s|%s\"}}' \"$1\" \"$2\" \"$COLOUR\"");
        BearerToken token = plugin("""
                command: ./plugin
                args: ["a b", "$HOME `id`"]
                env: [{name: COLOUR, value: red}]
                """).make();
        assertThat(token.text()).isEqualTo("a b|$HOME `id`|red");
        assertThat(token.expiry()).isEqualTo(Instant.MAX);
    }

    @Test
    void the_command_is_told_the_version_and_on_request_the_cluster() throws IOException {
        script(
                "printf '%s' \"$KUBERNETES_EXEC_INFO\" > told; cat >> told; " + printing("\"token\": \"t\""),
                "cd \"$(dirname \"$0\")\"");
        plugin("command: ./plugin").make();
        assertThat(folder.resolve("told"))
                .hasContent(
                        "{\"apiVersion\":\"" + V1 + "\",\"kind\":\"ExecCredential\",\"spec\":{\"interactive\":false}}");
        plugin("command: ./plugin\nprovideClusterInfo: true").make();
        assertThat(folder.resolve("told"))
                .hasContent(
                        "{\"apiVersion\":\"" + V1
                                + "\",\"kind\":\"ExecCredential\",\"spec\":{\"cluster\":{\"server\":\"https://k.example.com\"},\"interactive\":false}}");
    }

    @Test
    void a_command_that_is_not_there() {
        assertThatThrownBy(() -> plugin("command: webank-no-such-command\ninstallHint: Get it at example.com.")
                        .make())
                .isInstanceOf(DeployException.Unavailable.class)
                .hasMessage(
                        "The exec plug-in `webank-no-such-command` of the kubeconfig cannot be started: there is no program `webank-no-such-command` that may be run. Get it at example.com.");
        assertThatThrownBy(() -> plugin("command: webank-no-such-command").make())
                .hasMessageEndingWith("Install it, or write its path into the kubeconfig.");
    }

    @Test
    void a_command_that_fails_shows_its_last_words_and_no_token() throws IOException {
        script("echo 'Unable to locate credentials' >&2; echo '{\"token\":\"s3cret\"}'; exit 7");
        assertRefused("ended with 7, saying `Unable to locate credentials`. Run it by hand, and see what it lacks.");
    }

    @Test
    void output_that_is_no_credential() throws IOException {
        script("echo s3cret");
        assertRefused("printed no ExecCredential: it is not JSON, at byte 0. Let it print nothing else.");
        script("echo '{\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"status\":{\"token\":\"s3cret\"}}'");
        assertRefused(
                "printed an ExecCredential of the version `client.authentication.k8s.io/v1beta1`, not `client.authentication.k8s.io/v1`. Write the version that it prints into the kubeconfig.");
        script(printing("\"clientCertificateData\": \"s3cret\""));
        assertRefused("gives a client certificate, no token. Use a plug-in that gives tokens.");
        script(printing("\"token\": \"s3cret\", \"expirationTimestamp\": \"tomorrow\""));
        assertRefused(
                "gave the expiration `tomorrow`, which is no time. Let it give one as in `2026-01-31T09:30:00Z`.");
    }

    @Test
    void settings_that_cannot_be_used() {
        List<Problem> problems = new ArrayList<>();
        ExecPlugin.of(
                part("apiVersion: client.authentication.k8s.io/v1alpha1\ninteractiveMode: Always\nargs: [1]"),
                part("{}"),
                Clock.systemUTC(),
                problems);
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "config:1:1: error KUBECONFIG_INVALID command: `command` is missing. Add it.",
                        "config:1:1: error KUBECONFIG_INVALID apiVersion: `client.authentication.k8s.io/v1alpha1` is not a supported version of ExecCredential. Write `client.authentication.k8s.io/v1` or `client.authentication.k8s.io/v1beta1`.",
                        "config:2:1: error KUBECONFIG_INVALID interactiveMode: the plug-in needs somebody at a terminal. Use a plug-in that does not, or a context with a token.",
                        "config:3:1: error KUBECONFIG_INVALID args: an item of `args` is not a string. Write it in quotes.");
    }

    private void assertRefused(String text) {
        assertThatThrownBy(() -> plugin("command: ./plugin").make())
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage("The exec plug-in `./plugin` of the kubeconfig " + text);
    }

    private ExecPlugin plugin(String yaml) {
        List<Problem> problems = new ArrayList<>();
        ExecPlugin plugin = ExecPlugin.of(
                part("apiVersion: " + V1 + "\n" + yaml),
                part("server: https://k.example.com"),
                Clock.fixed(NOW, ZoneOffset.UTC),
                problems);
        assertThat(problems).isEmpty();
        return plugin;
    }

    private KubeconfigPart part(String yaml) {
        YamlDocument document = YamlReader.read("config", yaml.getBytes(StandardCharsets.UTF_8));
        return new KubeconfigPart((MapTree) document.tree(), folder.resolve("config"), document.locations(), "");
    }

    private static String printing(String status) {
        return "echo '{\"kind\": \"ExecCredential\", \"apiVersion\": \"" + V1 + "\", \"status\": {" + status + "}}'";
    }

    private void script(String... lines) throws IOException {
        String text = lines.length == 1 ? lines[0] : lines[1] + "\n" + lines[0];
        Path file = Files.writeString(folder.resolve("plugin"), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
