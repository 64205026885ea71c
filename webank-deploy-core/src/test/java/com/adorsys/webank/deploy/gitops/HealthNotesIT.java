package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployException.Refused;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of health as notes, with the git command line as the other side. */
class HealthNotesIT {
    private static final GitIdentity JANE = GitIdentity.of("Jane Doe", "jane@example.com");
    private static final Instant TIME = Instant.parse("2026-11-28T10:00:00Z");
    private static final String REF = "refs/notes/webank-deploy/healthy/staging";

    @TempDir
    Path folder;

    private Git remote;

    @BeforeEach
    void makeRepository() {
        remote = Git.bareWith(folder.resolve("remote.git"), "README.md", "of others\n");
    }

    private static HealthRecord healthy(String commit, Instant time) {
        return new HealthRecord("argocd/webank-staging", commit, List.of("a/obs:1"), time);
    }

    private void record(HealthRecord record) {
        try (GitOpsRepository repository = open()) {
            repository.recordHealth("staging", record, JANE);
        }
    }

    private List<HealthRecord> records(String environment) {
        try (GitOpsRepository repository = open()) {
            return repository.healthRecords(environment);
        }
    }

    private GitOpsRepository open() {
        return GitOpsRepository.open(remote.folder().toString(), GitCredentials.none());
    }

    private String note(String commit) {
        return remote.run("notes", "--ref=webank-deploy/healthy/staging", "show", commit);
    }

    @Test
    void a_record_is_a_note_that_git_shows() {
        String commit = remote.head();
        assertThat(records("staging")).isEmpty();

        record(healthy(commit, TIME));

        assertThat(note(commit)).isEqualTo(healthy(commit, TIME).text());
        assertThat(remote.run("log", "--format=%an <%ae> %cn %ct %s", REF))
                .isEqualTo("Jane Doe <jane@example.com> Jane Doe " + TIME.getEpochSecond()
                        + " argocd/webank-staging was healthy at " + commit + "\n");
        assertThat(records("staging")).containsExactly(healthy(commit, TIME));
        assertThat(records("prod")).isEmpty();
        assertThat(remote.commits()).isEqualTo(1);
        remote.check();
    }

    @Test
    void records_are_newest_first_and_one_for_each_commit() {
        String first = remote.head();
        remote.commit("More", "more", "1");
        String second = remote.head();
        record(healthy(second, TIME));
        record(healthy(first, TIME.minusSeconds(60)));
        record(healthy(first, TIME.plusSeconds(60)));

        assertThat(records("staging")).containsExactly(healthy(first, TIME.plusSeconds(60)), healthy(second, TIME));
        assertThat(remote.run("rev-list", "--count", REF)).isEqualTo("3\n");
    }

    @Test
    void those_who_record_at_once_all_succeed() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(6);
        List<String> commits = new ArrayList<>();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String commit = String.valueOf(i).repeat(40);
                commits.add(commit);
                all.add(writers.submit(() -> record(healthy(commit, TIME))));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            writers.shutdown();
        }
        assertThat(records("staging")).extracting(HealthRecord::revision).containsExactlyElementsOf(commits);
        assertThat(remote.run("notes", "--ref=webank-deploy/healthy/staging", "list")
                        .lines())
                .hasSize(6);
        remote.check();
    }

    @Test
    void notes_of_others_stay_also_in_folders() {
        String commit = remote.head();
        String other = "ab".repeat(20);
        Path text = remote.write("note", "Looks good\n");
        String blob = remote.run("hash-object", "-w", text.toString()).strip();
        String inner = tree("100644 blob " + blob + "\t" + other.substring(2));
        String outer = tree("040000 tree " + inner + "\tab");
        remote.run(
                "update-ref",
                REF,
                remote.run("commit-tree", outer, "-m", "Notes").strip());

        record(healthy(commit, TIME));
        record(healthy("ab" + commit.substring(2), TIME.plusSeconds(1)));

        assertThat(remote.run("cat-file", "blob", REF + ":ab/" + other.substring(2)))
                .isEqualTo("Looks good\n");
        assertThat(remote.run("ls-tree", "-r", "--name-only", REF).lines())
                .containsExactlyInAnyOrder(
                        "ab/" + other.substring(2),
                        "ab/" + commit.substring(2),
                        commit.substring(0, 2) + "/" + commit.substring(2));
        assertThat(note(commit)).isEqualTo(healthy(commit, TIME).text());
        assertThat(records("staging"))
                .extracting(HealthRecord::revision)
                .containsExactly("ab" + commit.substring(2), commit);
        remote.check();
    }

    @Test
    void folders_that_leave_no_digit_for_a_note_are_refused() {
        String commit = remote.head();
        String tree = tree("160000 commit " + commit + "\tx");
        for (int i = 38; i >= 0; i -= 2) {
            tree = tree("040000 tree " + tree + "\t" + commit.substring(i, i + 2));
        }
        remote.run(
                "update-ref",
                REF,
                remote.run("commit-tree", tree, "-m", "Notes").strip());

        assertThat(records("staging")).isEmpty();
        assertThatThrownBy(() -> record(healthy(commit, TIME)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("error TREE_IN_THE_WAY");
    }

    private String tree(String entry) {
        Path file = remote.write("entry", entry + "\n");
        return Keys.run(
                        Map.of(),
                        List.of("sh", "-c", "git -C '" + remote.folder() + "' mktree --missing < '" + file + "'"))
                .strip();
    }

    @Test
    void a_refusal_names_the_notes() {
        remote.hook("pre-receive", "echo no notes here >&2\nexit 1\n");

        assertThatThrownBy(() -> record(healthy(remote.head(), TIME)))
                .isInstanceOf(Refused.class)
                .hasMessage("the repository `" + remote.folder() + "` refused the commit to the notes `" + REF
                        + "`: pre-receive hook declined. Nothing was published. Allow the token or key to push notes.\n"
                        + "remote: no notes here");
    }

    @Test
    void an_environment_whose_name_cannot_be_that_of_a_ref_is_refused() {
        assertThatThrownBy(() -> records("a..b"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error OPTION_INVALID environment: `a..b` cannot be the name of a ref of Git. Use letters,"
                        + " digits and hyphens.");
    }
}
