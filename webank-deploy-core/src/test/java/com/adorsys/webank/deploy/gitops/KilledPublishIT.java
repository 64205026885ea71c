package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.gitops.PublishListener.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed while it publishes: the branch is the old or the new one, and a repeat publishes. */
class KilledPublishIT {
    @TempDir
    Path folder;

    private Git remote;
    private String before;
    private Path temporary;

    @BeforeEach
    void makeRemote() throws IOException {
        remote = Git.bareWith(folder.resolve("remote.git"), "README.md", "of others\n");
        before = remote.head();
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    private Process start(String... arguments) throws IOException {
        return PublishProcess.start(
                List.of("-Djava.io.tmpdir=" + temporary), PublishProcess.classpath(), Map.of(), arguments);
    }

    /** Kills it, and waits until Git, which it has started, has ended too. */
    private static void kill(Process process) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        children.forEach(child -> child.onExit().join());
    }

    private void assertRepeatPublishes() throws Exception {
        Process repeat = start(remote.folder().toString());
        String out = new String(repeat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(repeat.waitFor()).as(out).isZero();
        assertThat(remote.text("dev/a.yaml")).isEqualTo("a: 1\n");
        assertThat(remote.run("rev-parse", "main^").strip()).isEqualTo(before);
        remote.check();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"FETCH", "COMPARE", "PUSH"})
    void at_the_beginning_of_a_step_it_leaves_the_branch_as_it_was(Step step) throws Exception {
        Process process = start(remote.folder().toString(), step.name());
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo(step.name());
            kill(process);
        }

        assertThat(remote.head()).isEqualTo(before);
        remote.check();
        assertRepeatPublishes();
    }

    /** The hooks run when the objects are there, and before and after the branch is moved. */
    @ParameterizedTest
    @ValueSource(strings = {"pre-receive", "post-receive"})
    void while_it_pushes_it_leaves_the_old_or_the_new_branch(String hook) throws Exception {
        Path reached = folder.resolve("reached");
        Path go = folder.resolve("go");
        remote.hook(hook, """
                [ -e %1$s ] && exit 0
                touch %1$s
                while [ ! -e %2$s ]; do sleep 0.1; done
                """.formatted(reached, go));
        Process process = start(remote.folder().toString());
        while (!Files.exists(reached)) {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        Files.createFile(go);
        children.forEach(child -> child.onExit().join());

        assertThat(remote.head().equals(before) || remote.text("dev/a.yaml").equals("a: 1\n"))
                .isTrue();
        remote.check();
        assertRepeatPublishes();
    }
}
