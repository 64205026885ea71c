package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of the archive's dry run lets the commands for clusters succeed, so that all of their classes are loaded. */
class DryRunServerTest {
    @TempDir
    private Path folder;

    @Test
    void commands_find_what_an_earlier_one_wrote() throws Exception {
        try (DryRunServer server = DryRunServer.start(folder)) {
            Files.writeString(folder.resolve("kubeconfig"), server.kubeconfig());
            Files.writeString(
                    folder.resolve("set.yaml"),
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: config}, data: {key: value}}");

            assertThat(run("apply --manifests set.yaml")).endsWith("b/a at revision 1: 1 created.\n");
            assertThat(run("apply --manifests set.yaml")).endsWith("b/a at revision 1: 1 unchanged.\n");
            assertThat(run("history")).contains("applied").doesNotContain("no revision");
            assertThat(run("status")).contains("b/a: ready, revision 1 of ");
        }
    }

    private String run(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = Console.of(InputStream.nullInputStream(), out, out, folder);
        var unused = Cli.run(
                new Main.Example(),
                console,
                (command + " --release a --namespace b --timeout 20s --kubeconfig kubeconfig").split(" "));
        return out.toString(StandardCharsets.UTF_8);
    }
}
