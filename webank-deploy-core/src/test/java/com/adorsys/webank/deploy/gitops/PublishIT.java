package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.Conflict;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.core.DeployException.TimedOut;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.gitops.PublishListener.Step;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.tree.HandEdits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing to repositories of the git command line. */
class PublishIT {
    private static final String SCOPE = "environments/dev";
    private static final String INDEX = SCOPE + "/.webank-deploy";

    @TempDir
    Path folder;

    private Git remote;

    @BeforeEach
    void makeRemote() {
        remote = Git.bareWith(folder.resolve("remote.git"), "README.md", "of others\n", "apps/a.yaml", "a: 1\n");
    }

    private static FileTree tree(String... files) {
        FileTree.Builder tree = FileTree.builder(SCOPE);
        for (int i = 0; i < files.length; i += 2) {
            tree.put(files[i], files[i + 1]);
        }
        return tree.build();
    }

    private Publication publish(FileTree tree) {
        return publish(Git.options(), tree);
    }

    private Publication publish(PublishOptions options, FileTree tree) {
        try (GitOpsRepository repository = open()) {
            return repository.publish(options, head -> GitContent.of(tree));
        }
    }

    private GitOpsRepository open() {
        return GitOpsRepository.open(remote.folder().toString(), GitCredentials.none());
    }

    @Nested
    class a_commit {
        @Test
        void has_the_files_and_keeps_those_of_others() {
            String before = remote.head();
            Map<String, String> others = remote.entries("main");

            Publication publication = publish(tree(SCOPE + "/obs/service.yaml", "port: 1\n"));

            assertThat(publication.isPublished()).isTrue();
            assertThat(publication.commit()).contains(remote.head());
            assertThat(publication.before()).contains(before);
            assertThat(publication.attempts()).isEqualTo(1);
            assertThat(publication.changes().created()).containsExactly(INDEX, SCOPE + "/obs/service.yaml");
            assertThat(remote.text(SCOPE + "/obs/service.yaml")).isEqualTo("port: 1\n");
            assertThat(remote.entries("main")).containsAllEntriesOf(others).hasSize(4);
            assertThat(remote.run("rev-parse", "main^").strip()).isEqualTo(before);
            remote.check();
        }

        @Test
        void says_who_when_and_what() {
            FileTree tree = tree(SCOPE + "/a.yaml", "a: 1\n");
            PublishOptions options = Git.options()
                    .withCommitter(GitIdentity.of("Pipeline", "ci@example.com"))
                    .withSourceRevision("0123abc")
                    .withTrailers(Map.of("Reviewed-by", "Joe"));

            publish(options, tree);

            String version = remote.run("log", "-1", "--format=%(trailers:key=Deploy-Version,valueonly)", "main");
            assertThat(version.strip()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
            assertThat(remote.run("log", "-1", "--format=%an <%ae> %aI%n%cn <%ce> %cI%n%B", "main"))
                    .isEqualTo("""
                            Jane Doe <jane@example.com> 2026-11-28T10:00:00+01:00
                            Pipeline <ci@example.com> 2026-11-28T10:00:00+01:00
                            Deploy webank

                            Deploy-Tree: sha256:%s
                            Deploy-Version: %s
                            Source-Revision: 0123abc
                            Reviewed-by: Joe

                            """.formatted(tree.digest(), version.strip()));
        }

        @Test
        void is_the_same_for_the_same_content_options_and_head() throws IOException {
            Path copy = folder.resolve("copy.git");
            Git second = Git.in(folder).clonedBare(remote.folder(), copy);
            FileTree tree = tree(SCOPE + "/a.yaml", "a: 1\n");
            publish(tree);
            try (GitOpsRepository repository =
                    GitOpsRepository.open(copy.toUri().toString(), GitCredentials.none())) {
                repository.publish(Git.options(), head -> GitContent.of(tree));
            }
            assertThat(second.head()).isEqualTo(remote.head());
        }

        @Test
        void is_not_made_if_nothing_changed() {
            FileTree tree = tree(SCOPE + "/a.yaml", "a: 1\n");
            publish(tree);
            String before = remote.head();

            Publication again = publish(tree);

            assertThat(again.isPublished()).isFalse();
            assertThat(again.toString()).isEqualTo("main is up to date: 0 created, 0 changed, 0 removed, 2 unchanged");
            assertThat(remote.head()).isEqualTo(before);
        }

        @Test
        void is_the_first_one_of_an_empty_repository() {
            Git empty = Git.bare(folder.resolve("empty.git"));
            try (GitOpsRepository repository =
                    GitOpsRepository.open(empty.folder().toString(), GitCredentials.none())) {
                Publication publication = repository.publish(Git.options(), head -> {
                    assertThat(head.exists()).isFalse();
                    assertThat(head.commit()).isEmpty();
                    assertThat(head.has("a")).isFalse();
                    return GitContent.of(tree(SCOPE + "/a.yaml", "a: 1\n"));
                });
                assertThat(publication.before()).isEmpty();
            }
            assertThat(empty.commits()).isEqualTo(1);
            assertThat(empty.text(SCOPE + "/a.yaml")).isEqualTo("a: 1\n");
            empty.check();
        }

        @Test
        void removes_own_stale_files_with_their_folders_and_no_others() {
            publish(tree(SCOPE + "/a/x.yaml", "a: 1\n", SCOPE + "/b/y.yaml", "b: 1\n"));
            remote.commit("Add a note", SCOPE + "/b/note.txt", "note\n");

            Publication publication = publish(tree());

            assertThat(publication.changes().removed())
                    .containsExactly(INDEX, SCOPE + "/a/x.yaml", SCOPE + "/b/y.yaml");
            assertThat(remote.entries("main")).containsOnlyKeys("README.md", "apps/a.yaml", SCOPE + "/b/note.txt");
            remote.check();
        }

        @Test
        void keeps_modes_links_and_submodules_of_others_byte_for_byte() throws IOException {
            Git clone = remote.cloneTo(remote.sibling("clone"));
            Path script = clone.write("bin/run", "#!/bin/sh\n");
            script.toFile().setExecutable(true);
            Files.createSymbolicLink(clone.folder().resolve("link"), Path.of("README.md"));
            clone.write("environments/ümlaut.txt", "ü");
            clone.run("add", "--all");
            clone.run("update-index", "--add", "--cacheinfo", "160000," + remote.head() + ",sub");
            clone.run("commit", "--quiet", "-m", "Add strange things");
            clone.run("push", "--quiet", "origin", "HEAD:main");
            Map<String, String> others = remote.entries("main");
            assertThat(others.values()).extracting(e -> e.substring(0, 6)).contains("100755", "120000", "160000");

            publish(tree(SCOPE + "/a.yaml", "a: 1\n", "bin/a.yaml", "b: 1\n"));

            assertThat(remote.entries("main")).containsAllEntriesOf(others).hasSize(others.size() + 3);
            try (GitOpsRepository repository = open()) {
                Head head = repository.head("main");
                assertThat(head.text("link")).isEmpty();
                assertThat(head.has("sub")).isFalse();
                assertThat(head.text("environments/ümlaut.txt")).contains("ü");
                assertThat(head.text("README.md/x")).isEmpty();
            }
        }

        @Test
        void edits_texts_of_others_in_the_same_commit() {
            try (GitOpsRepository repository = open()) {
                Publication publication = repository.publish(
                        Git.options(),
                        head -> GitContent.of(tree(SCOPE + "/a.yaml", "a: 1\n"))
                                .withText(
                                        "apps/a.yaml", head.text("apps/a.yaml").orElseThrow() + "b: 2\n")
                                .withText("README.md", "of others\n"));
                assertThat(publication.edited()).containsExactly("apps/a.yaml");
            }
            assertThat(remote.text("apps/a.yaml")).isEqualTo("a: 1\nb: 2\n");
            assertThat(remote.commits()).isEqualTo(2);
        }

        @Test
        void starts_a_branch_from_another_one() {
            PublishOptions options = Git.options().withBranch("release/1").withStartingFrom("main");
            publish(options, tree(SCOPE + "/a.yaml", "a: 1\n"));
            assertThat(remote.run("rev-parse", "release/1^").strip()).isEqualTo(remote.head());
            assertThat(remote.entries("release/1")).containsKeys("README.md", SCOPE + "/a.yaml");
        }

        @Test
        void cannot_go_to_a_shallow_repository() {
            remote.commit("More", "more", "1");
            remote.run(
                    "clone",
                    "--quiet",
                    "--bare",
                    "--depth=1",
                    remote.folder().toUri().toString(),
                    "../shallow.git");
            Path shallow = folder.resolve("shallow.git");
            try (GitOpsRepository repository = GitOpsRepository.open(shallow.toString(), GitCredentials.none())) {
                assertThatThrownBy(() -> repository.publish(
                                Git.options(), head -> GitContent.of(tree(SCOPE + "/a.yaml", "a: 1\n"))))
                        .isInstanceOf(Refused.class)
                        .hasMessage(
                                "the repository `" + shallow + "` is a shallow clone, which cannot be written to."
                                        + " Run `git fetch --unshallow` in it, or name the repository that it was cloned from.");
            }
        }
    }

    @Nested
    class others_at_work {
        @Test
        void a_lost_race_is_evaluated_anew() {
            List<String> seen = new ArrayList<>();
            List<Step> steps = new ArrayList<>();
            PublishOptions options = Git.options().withListener((step, attempt) -> steps.add(step));
            try (GitOpsRepository repository = open()) {
                Publication publication = repository.publish(options, head -> {
                    seen.add(head.text("apps/a.yaml").orElseThrow());
                    if (seen.size() == 1) {
                        remote.commit("Be faster", "apps/a.yaml", "a: 2\n");
                    }
                    return GitContent.of(
                            tree(SCOPE + "/a.yaml", head.text("apps/a.yaml").orElseThrow()));
                });
                assertThat(publication.attempts()).isEqualTo(2);
            }
            assertThat(seen).containsExactly("a: 1\n", "a: 2\n");
            assertThat(steps).containsExactly(Step.FETCH, Step.COMPARE, Step.PUSH, Step.RETRY, Step.COMPARE, Step.PUSH);
            assertThat(remote.text(SCOPE + "/a.yaml")).isEqualTo("a: 2\n");
            assertThat(remote.commits()).isEqualTo(3);
            remote.check();
        }

        @Test
        void a_constant_tree_whose_paths_were_changed_is_a_conflict() {
            publish(tree(SCOPE + "/a.yaml", "a: 1\n"));
            try (GitOpsRepository repository = open()) {
                Head base = repository.head("main");
                publish(tree(SCOPE + "/a.yaml", "a: 2\n"));
                String before = remote.head();
                assertThatThrownBy(() -> repository.publish(Git.options(), tree(SCOPE + "/a.yaml", "a: 3\n"), base))
                        .isInstanceOf(Conflict.class)
                        .hasMessage("the branch `main` was changed by others since "
                                + base.commit().orElseThrow()
                                + ", where this would write: " + INDEX + ", " + SCOPE
                                + "/a.yaml. Nothing was published: read the branch again, and build the files anew.");
                assertThat(remote.head()).isEqualTo(before);
            }
        }

        @Test
        void a_constant_tree_lands_beside_changes_of_other_paths() {
            try (GitOpsRepository repository = open()) {
                Head base = repository.head("main");
                remote.commit("Change another file", "apps/a.yaml", "a: 2\n");
                repository.publish(Git.options(), tree(SCOPE + "/a.yaml", "a: 1\n"), base);
            }
            assertThat(remote.text("apps/a.yaml")).isEqualTo("a: 2\n");
            assertThat(remote.text(SCOPE + "/a.yaml")).isEqualTo("a: 1\n");
        }

        @Test
        void sixteen_writers_at_once_lose_nothing() throws Exception {
            ExecutorService writers = Executors.newFixedThreadPool(16);
            try {
                List<Future<Publication>> publications = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    String name = "environments/e" + i;
                    publications.add(writers.submit(() -> {
                        FileTree tree = FileTree.builder(name)
                                .put(name + "/a.yaml", "a: 1\n")
                                .build();
                        try (GitOpsRepository repository = open()) {
                            return repository.publish(
                                    Git.options().withLimit(Duration.ofMinutes(5)),
                                    head -> GitContent.of(tree)
                                            .withText(
                                                    "log.txt",
                                                    head.text("log.txt").orElse("") + name + "\n"));
                        }
                    }));
                }
                for (Future<Publication> publication : publications) {
                    assertThat(publication.get().isPublished()).isTrue();
                }
            } finally {
                writers.shutdownNow();
            }
            assertThat(remote.commits()).isEqualTo(17);
            assertThat(remote.text("log.txt").lines().sorted().distinct()).hasSize(16);
            assertThat(remote.entries("main")).hasSize(2 + 16 * 2 + 1);
            remote.check();
        }

        @Test
        void a_branch_that_is_deleted_meanwhile_is_a_conflict() {
            remote.run("branch", "other", "main");
            try (GitOpsRepository repository = open()) {
                assertThatThrownBy(() -> repository.publish(Git.options(), head -> {
                            remote.run("update-ref", "-d", "refs/heads/main");
                            return GitContent.of(tree(SCOPE + "/a.yaml", "a: 1\n"));
                        }))
                        .isInstanceOf(Conflict.class)
                        .hasMessage("the branch `main` of the repository `" + remote.folder()
                                + "` was deleted meanwhile. Nothing was published.");
            }
        }

        @Test
        void a_branch_that_was_force_pushed_meanwhile_is_read_anew() {
            remote.commit("Will be gone", "gone", "1");
            try (GitOpsRepository repository = open()) {
                repository.publish(Git.options(), head -> {
                    if (head.has("gone")) {
                        remote.run("update-ref", "refs/heads/main", "main^");
                    }
                    return GitContent.of(tree(SCOPE + "/a.yaml", "gone: " + head.has("gone") + "\n"));
                });
            }
            assertThat(remote.text(SCOPE + "/a.yaml")).isEqualTo("gone: false\n");
            assertThat(remote.entries("main")).doesNotContainKey("gone");
        }

        @Test
        void a_branch_that_changes_all_the_time_ends_at_the_limit() {
            PublishOptions options = Git.options().withLimit(Duration.ofMillis(1));
            try (GitOpsRepository repository = open()) {
                assertThatThrownBy(() -> repository.publish(options, head -> {
                            remote.commit("Again");
                            return GitContent.of(tree(SCOPE + "/a.yaml", "a: 1\n"));
                        }))
                        .isInstanceOf(TimedOut.class)
                        .hasMessage("others changed the branch `main` before each of 1 attempts within 0 s. Nothing was"
                                + " published: run it again when it is quieter.");
            }
        }
    }

    @Nested
    class bad_input {
        @Test
        void a_file_of_others_a_link_or_a_submodule_in_the_way() throws IOException {
            Git clone = remote.cloneTo(remote.sibling("clone"));
            clone.write(SCOPE + "/mine.yaml", "of others\n");
            clone.write("Apps2/x", "1");
            Files.createSymbolicLink(clone.folder().resolve("link"), Path.of("apps"));
            clone.run("add", "--all");
            clone.run("update-index", "--add", "--cacheinfo", "160000," + remote.head() + ",sub");
            clone.run("commit", "--quiet", "-m", "Be in the way");
            clone.run("push", "--quiet", "origin", "HEAD:main");
            String before = remote.head();

            assertThatThrownBy(() -> publish(tree(
                            SCOPE + "/mine.yaml",
                            "a: 1\n",
                            "apps2/a.yaml",
                            "1",
                            "link/a.yaml",
                            "1",
                            "sub/a.yaml",
                            "1")))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("""
                            Apps2: error TREE_IN_THE_WAY: it differs only in case from the generated `apps2`. Move it away, or choose another output folder.
                            environments/dev/mine.yaml: error TREE_FOREIGN_FILE: it was not generated, and a generated file must be here. Move it away, or choose another output folder.
                            link: error TREE_IN_THE_WAY: it is a symbolic link where a folder must be. Move it away, or choose another output folder.
                            sub: error TREE_IN_THE_WAY: it is a submodule where a folder must be. Move it away, or choose another output folder.""");
            assertThat(remote.head()).isEqualTo(before);
        }

        @Test
        void a_hand_edit_is_reported_and_written_over_only_if_that_is_allowed() {
            publish(tree(SCOPE + "/a.yaml", "a: 1\nb: 2\n"));
            remote.commit("Edit by hand", SCOPE + "/a.yaml", "a: 1\nb: 3\n");
            FileTree next = tree(SCOPE + "/a.yaml", "a: 1\nb: 4\n");

            assertThatThrownBy(() -> publish(next))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage(
                            "environments/dev/a.yaml:2:1: error TREE_EDITED: it was edited after it was generated: line 2"
                                    + " `-b: 3`, line 2 `+b: 4`. Make the change in the Java model, or let edited files be"
                                    + " written over.");
            publish(Git.options().withHandEdits(HandEdits.OVERWRITE), next);
            assertThat(remote.text(SCOPE + "/a.yaml")).isEqualTo("a: 1\nb: 4\n");
        }

        @Test
        void a_hook_that_refuses_is_heard_and_nothing_is_published() {
            String before = remote.head();
            remote.hook("pre-receive", "echo 'not on a https://joe:pa55@example.com Friday' >&2\nexit 1\n");
            assertThatThrownBy(() -> publish(tree(SCOPE + "/a.yaml", "a: 1\n")))
                    .isInstanceOf(Refused.class)
                    .hasMessage(
                            "the repository `" + remote.folder()
                                    + "` refused the commit to the branch `main`: pre-receive hook declined. Nothing was"
                                    + " published. If the branch is protected, propose the change as a pull request.\nremote: not on a https://***@example.com Friday");
            assertThat(remote.head()).isEqualTo(before);
        }

        @Test
        void hooks_run_as_in_every_push() {
            remote.hook("post-receive", "cat > received\n");
            Publication publication = publish(tree(SCOPE + "/a.yaml", "a: 1\n"));
            assertThat(remote.folder().resolve("received"))
                    .hasContent(publication.before().orElseThrow() + " "
                            + publication.commit().orElseThrow() + " refs/heads/main");
        }

        @Test
        void a_repository_that_hangs_is_left() throws IOException {
            String before = remote.head();
            remote.hook("pre-receive", "sleep 600\n");
            try (GitOpsRepository repository =
                    GitOpsRepository.open(remote.folder().toString(), GitCredentials.none(), Duration.ofSeconds(3))) {
                assertThatThrownBy(() -> repository.publish(
                                Git.options(), head -> GitContent.of(tree(SCOPE + "/a.yaml", "a: 1\n"))))
                        .isInstanceOf(Unavailable.class)
                        .hasMessage("the repository `" + remote.folder()
                                + "` did not answer within 3 s. Check the server and its hooks, and run it again.");
            }
            assertThat(remote.head()).isEqualTo(before);
        }

        @Test
        void a_repository_or_branch_that_is_not_there() {
            try (GitOpsRepository repository =
                    GitOpsRepository.open(folder.resolve("none.git").toString(), GitCredentials.none())) {
                assertThatThrownBy(() -> repository.head("main"))
                        .isInstanceOf(Unavailable.class)
                        .hasMessage("there is no repository `" + folder.resolve("none.git") + "`. Check the path.");
            }
            try (GitOpsRepository repository = GitOpsRepository.open(folder.toString(), GitCredentials.none())) {
                assertThatThrownBy(() -> repository.head("main"))
                        .isInstanceOf(Unavailable.class)
                        .hasMessageStartingWith("the repository `" + folder
                                + "` cannot be used by git on this machine\nremote: fatal: ");
            }
            try (GitOpsRepository repository = open()) {
                assertThatThrownBy(() -> repository.head("mian"))
                        .isInstanceOf(Refused.class)
                        .hasMessage(
                                "the repository `" + remote.folder() + "` has no branch `mian`. Did you mean `main`?");
            }
        }
    }

    @Test
    void the_temporary_folder_is_removed_also_after_failures() {
        Path temporary;
        try (GitOpsRepository repository = open()) {
            temporary = repository.temporaryFolder();
            assertThatThrownBy(() -> repository.publish(Git.options(), head -> {
                        throw new IllegalStateException("a fault of the caller");
                    }))
                    .hasMessage("a fault of the caller");
            assertThat(temporary).isNotEmptyDirectory();
        }
        assertThat(temporary).doesNotExist();
    }
}
