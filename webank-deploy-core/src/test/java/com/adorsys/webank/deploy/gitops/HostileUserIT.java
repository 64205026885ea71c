package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing as a user whose configuration would change every commit and address. */
class HostileUserIT {
    @TempDir
    Path folder;

    private Git remote;
    private Path home;

    @BeforeEach
    void makeUser() throws IOException {
        remote = Git.bareWith(folder.resolve("remote.git"), "README.md", "of others\n");
        home = Files.createDirectory(folder.resolve("home"));
        Git files = Git.in(home);
        String configuration = """
                [user]
                    name = Mallory
                    email = mallory@example.com
                    signingKey = none
                [commit]
                    gpgSign = true
                [core]
                    hooksPath = %1$s/hooks
                    autocrlf = true
                    sshCommand = touch %1$s/ssh-ran
                [http]
                    proxy = http://127.0.0.1:1
                [url "%1$s/elsewhere.git"]
                    insteadOf = %2$s
                    pushInsteadOf = %2$s
                """.formatted(home, remote.folder());
        files.write(".gitconfig", configuration);
        files.write("xdg/git/config", configuration);
        files.write("xdg/jgit/config", configuration);
        files.write("system", configuration);
        files.write(".ssh/config", """
                Host *
                  ProxyCommand touch %1$s/ssh-ran
                  LocalCommand touch %1$s/ssh-ran
                  PermitLocalCommand yes
                  IdentityFile %1$s/.ssh/id_ed25519
                  IdentityAgent none
                  StrictHostKeyChecking no
                  UserKnownHostsFile %1$s/.ssh/known_hosts
                  User mallory
                """.formatted(home));
        Git.bareWith(home.resolve("elsewhere.git"), "README.md", "of others\n");
    }

    private String publish(String address, List<Path> classpath) throws Exception {
        Process process = start(address, classpath);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.strip();
    }

    private Process start(String address, List<Path> classpath, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + folder));
        all.addAll(List.of(options));
        return PublishProcess.start(
                all,
                classpath,
                Map.of(
                        "HOME",
                        home.toString(),
                        "XDG_CONFIG_HOME",
                        home.resolve("xdg").toString(),
                        "GIT_AUTHOR_NAME",
                        "Mallory",
                        "GIT_COMMITTER_NAME",
                        "Mallory",
                        "GIT_DIR",
                        home.resolve("elsewhere.git").toString(),
                        "GIT_SSH",
                        "/bin/false"),
                address);
    }

    @Test
    void is_byte_for_byte_the_same_and_writes_nothing_into_the_home() throws Exception {
        Git copy = Git.in(folder).clonedBare(remote.folder(), folder.resolve("copy.git"));
        try (GitOpsRepository repository = GitOpsRepository.open(copy.folder().toString(), GitCredentials.none())) {
            repository.publish(Git.options(), head -> GitContent.of(PublishProcess.TREE));
        }
        Map<String, String> before = files();

        String commit = publish(remote.folder().toString(), PublishProcess.classpath());

        assertThat(commit).isEqualTo(copy.head()).isEqualTo(remote.head());
        assertThat(files()).isEqualTo(before);
        remote.check();
    }

    @Nested
    class over_ssh {
        private Path hostKey;
        private Path otherKey;
        private Path hosts;

        @BeforeEach
        void makeKeys() {
            hostKey = Keys.ssh(folder.resolve("host"));
            otherKey = Keys.ssh(folder.resolve("other"));
            hosts = folder.resolve("hosts");
            Keys.ssh(home.resolve(".ssh/id_ed25519"));
        }

        private String publish(GitSshServer server, Path key, int code) throws Exception {
            Process process = start(
                    server.address(remote.folder().toString()),
                    PublishProcess.classpath(),
                    "-Dssh.key=" + key,
                    "-Dssh.hosts=" + hosts);
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(out).isEqualTo(code);
            return out;
        }

        @Test
        void only_the_given_key_and_hosts_count() throws Exception {
            Path key = Keys.ssh(folder.resolve("user"));
            try (GitSshServer server = new GitSshServer(SshKey.read(key), hostKey)) {
                Files.writeString(hosts, server.knownHost(hostKey));
                Git.in(home).write(".ssh/known_hosts", server.knownHost(otherKey));
                Map<String, String> before = files();

                assertThat(publish(server, key, 0).strip()).isEqualTo(remote.head());

                assertThat(server.users()).containsExactly("git");
                assertThat(files()).isEqualTo(before);
                remote.check();
            }
        }

        @Test
        void neither_the_key_nor_the_known_hosts_of_the_home_help() throws Exception {
            Path ofHome = home.resolve(".ssh/id_ed25519");
            String commit = remote.head();
            try (GitSshServer server = new GitSshServer(SshKey.read(ofHome), hostKey)) {
                Git.in(home).write(".ssh/known_hosts", server.knownHost(hostKey));
                Files.writeString(hosts, server.knownHost(otherKey));
                Map<String, String> before = files();

                assertThat(publish(server, ofHome, 1)).contains("has another key than the known hosts say");
                Files.writeString(hosts, server.knownHost(hostKey));
                assertThat(publish(server, otherKey, 1)).contains("does not accept the ssh-ed25519 key");

                assertThat(files()).isEqualTo(before);
                assertThat(remote.head()).isEqualTo(commit);
            }
        }
    }

    @Test
    void needs_neither_the_libraries_of_ssh_nor_those_of_signing() throws Exception {
        List<Path> classpath = PublishProcess.classpath().stream()
                .filter(path -> !path.getFileName().toString().matches("(sshd-|bc|org\\.eclipse\\.jgit\\.ssh).*"))
                .toList();
        assertThat(classpath).hasSizeLessThan(PublishProcess.classpath().size() - 4);

        assertThat(publish(remote.folder().toString(), classpath)).isEqualTo(remote.head());
    }

    /** The files of the home, each with its text and the time of its last change. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var paths = Files.walk(home)) {
            for (Path path : paths.toList()) {
                String text = Files.isRegularFile(path) ? Files.readString(path, StandardCharsets.ISO_8859_1) : "";
                files.put(path.toString(), Files.getLastModifiedTime(path) + " " + text);
            }
        }
        return files;
    }
}
