package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployException.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits by name, beside the git command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryIT {
    private Git remote;
    private GitOpsRepository repository;

    @BeforeAll
    void publish(@TempDir Path folder) {
        remote = Git.bareWith(folder.resolve("remote.git"), "a.yaml", "1");
        remote.commit("Two", "a.yaml", "2");
        remote.run("tag", "v2", "main");
        remote.run("tag", "--annotate", "-m", "Second", "annotated", "main");
        remote.commit("Three", "a.yaml", "3");
        remote.run("branch", "other/branch", "main~1");
        repository = GitOpsRepository.open(remote.folder().toString(), GitCredentials.none());
    }

    @AfterAll
    void close() {
        repository.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"main", "HEAD", "v2", "annotated", "other/branch", "main~1", "main^", "v2~1", "main~0", "main^^"
            })
    void a_name_is_the_commit_that_git_takes_it_for(String revision) {
        String expected = remote.run("rev-parse", revision + "^{commit}").strip();

        assertThat(repository.commit(revision).id()).isEqualTo(expected);
        assertThat(repository.commit(expected).id()).isEqualTo(expected);
        assertThat(repository.commit(expected.substring(0, 7)).id()).isEqualTo(expected);
    }

    @Test
    void a_commit_is_fetched_by_its_id_alone() throws IOException {
        String id = remote.run("rev-parse", "main~2").strip();
        try (GitOpsRepository fresh = GitOpsRepository.open(remote.folder().toString(), GitCredentials.none())) {
            GitCommit commit = fresh.commit(id);

            assertThat(new String(commit.files().read("a.yaml"), StandardCharsets.UTF_8))
                    .isEqualTo("1");
            assertThat(commit.parents()).isEmpty();
            assertThat(fresh.commit("v2").parents()).containsExactly(id);
            assertThat(fresh.commit("main").parents())
                    .containsExactly(remote.run("rev-parse", "main~1").strip());
        }
    }

    @Test
    void a_commit_says_who_made_it_and_when() {
        GitCommit commit = repository.commit("v2");

        assertThat(commit.author()).hasToString("Other <other@example.com>");
        assertThat(commit.time().toInstant().getEpochSecond())
                .isEqualTo(Long.parseLong(
                        remote.run("log", "-1", "--format=%ct", "v2").strip()));
        assertThat(commit.message()).isEqualTo("Two\n");
        assertThat(commit.signature()).isEmpty();
    }

    @Test
    void what_is_not_there_is_refused_with_the_nearest_name() {
        String where = "the repository `" + remote.folder() + "` has no branch, tag or commit ";

        assertThatThrownBy(() -> repository.commit("mian"))
                .isInstanceOf(Refused.class)
                .hasMessage(where + "`mian`. Did you mean `main`?");
        assertThatThrownBy(() -> repository.commit("0123456789abcdef0123456789abcdef01234567"))
                .isInstanceOf(Refused.class)
                .hasMessage(where + "`0123456789abcdef0123456789abcdef01234567`."
                        + " Write a branch, a tag or the id of a commit.");
        assertThatThrownBy(() -> repository.commit("main~9"))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith("has only 2 ancestors, so there is no `main~9`.");
        assertThatThrownBy(() -> repository.commit("a b"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("`a b` is not the name of a commit");
    }
}
