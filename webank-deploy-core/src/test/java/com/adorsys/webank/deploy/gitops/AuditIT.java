package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.audit.Audit;
import com.adorsys.webank.deploy.audit.AuditedCommit;
import com.adorsys.webank.deploy.audit.EnvironmentDiff;
import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.tree.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Audits of repositories that the git command line made. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT {
    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: obs
              namespace: webank
            data:
              key: "1"
            """;

    private Git remote;
    private Git clone;

    @BeforeAll
    void commit(@TempDir Path folder) throws IOException {
        remote = Git.bareWith(folder.resolve("remote.git"), "README.md", "Start");
        clone = remote.cloneTo(folder.resolve("clone"));
        publish("dev", CONFIG_MAP);
        clone.pushAll("Publish dev");
        clone.run("tag", "start");

        clone.write("environments/dev/obs.yaml", CONFIG_MAP.replace("\"1\"", "\"2\""));
        clone.pushAll("Edit by hand");
        clone.write("README.md", "Changed");
        clone.pushAll("Change no object");
        clone.write("environments/dev/obs.yaml", "<<<<<<< HEAD\n" + CONFIG_MAP);
        clone.pushAll("Leave a conflict");
        clone.write("environments/dev/obs.yaml", CONFIG_MAP);
        publish("prod", CONFIG_MAP);
        clone.pushAll("Mend it, and add prod");
        clone.run("rm", "--quiet", "-r", "environments/prod");
        clone.pushAll("Remove prod");

        clone.run("checkout", "--quiet", "-b", "side", "start");
        clone.write("notes/one.txt", "1");
        clone.run("add", "--all");
        clone.run("commit", "--quiet", "-m", "Note one");
        clone.write("notes/two.yaml", CONFIG_MAP);
        clone.run("add", "--all");
        clone.run("commit", "--quiet", "-m", "Note two");
        clone.run("checkout", "--quiet", "-B", "main", "origin/main");
        clone.run("merge", "--quiet", "--no-ff", "-m", "Merge the notes", "side");
        clone.run("push", "--quiet", "origin", "main");

        Files.createSymbolicLink(clone.folder().resolve("link.yaml"), Path.of("notes/two.yaml"));
        clone.run("add", "link.yaml");
        clone.run(
                "update-index",
                "--add",
                "--cacheinfo",
                "160000," + clone.run("rev-parse", "start").strip() + ",sub");
        clone.run("commit", "--quiet", "-m", "Add a link and a submodule");
        clone.run("push", "--quiet", "origin", "main", "start");
    }

    private void publish(String environment, String text) throws IOException {
        FileTree.builder("environments/" + environment)
                .put("environments/" + environment + "/obs.yaml", text)
                .build()
                .writeTo(clone.folder());
    }

    private static Audit audit(Git remote, AuditOptions options) {
        try (GitOpsRepository repository = GitOpsRepository.open(remote.folder().toString(), GitCredentials.none())) {
            return repository.audit(options);
        }
    }

    private static AuditOptions since(String revision) {
        return AuditOptions.builder().since(revision).build();
    }

    @Test
    void each_commit_of_the_first_parents_says_what_it_changed() {
        List<String> seen = new ArrayList<>();
        Audit audit = audit(remote, since("start").withListener((number, total) -> seen.add(number + "/" + total)));

        assertThat(audit.commits())
                .extracting(AuditIT::shown)
                .containsExactly(
                        "Add a link and a submodule: {} [link.yaml, sub]",
                        "Merge the notes: {notes=+ ConfigMap/webank/obs} [notes/one.txt]",
                        "Remove prod: {environments/prod=- ConfigMap/webank/obs} [environments/prod/.webank-deploy]",
                        "Mend it, and add prod: {environments/dev=+ ConfigMap/webank/obs,"
                                + " environments/prod=+ ConfigMap/webank/obs} [environments/prod/.webank-deploy]",
                        "Leave a conflict: {environments/dev=- ConfigMap/webank/obs} []",
                        "Change no object: {} [README.md]",
                        "Edit by hand: {environments/dev=~ ConfigMap/webank/obs} []");
        assertThat(seen).containsExactly("1/7", "2/7", "3/7", "4/7", "5/7", "6/7", "7/7");
        assertThat(audit.commits().get(1).merged())
                .extracting(merged -> merged.subject() + " by " + merged.author())
                .containsExactly("Note two by Other <other@example.com>", "Note one by Other <other@example.com>");
        assertThat(audit.problems())
                .filteredOn(problem -> problem.environment().isEmpty())
                .hasSize(1)
                .first()
                .satisfies(problem -> {
                    assertThat(problem.problem().code()).isEqualTo("YAML_SYNTAX");
                    assertThat(problem.began()).contains(audit.commits().get(4).id());
                    assertThat(problem.ceased()).contains(audit.commits().get(3).id());
                });
    }

    /** The subject, the objects by environment, and the other files. */
    private static String shown(AuditedCommit commit) {
        List<String> environments = new ArrayList<>();
        for (EnvironmentDiff environment : commit.diff().environments()) {
            environments.add(environment.name() + "="
                    + environment
                            .objects()
                            .text()
                            .lines()
                            .findFirst()
                            .orElseThrow()
                            .replaceAll(" \\(.*", ""));
        }
        return commit.subject() + ": "
                + environments.toString().replace('[', '{').replace(']', '}') + " " + commit.otherFiles();
    }

    @Test
    void the_commits_are_those_that_git_lists() {
        String merged = remote.run("rev-parse", "main~1^2").strip();
        for (String since : List.of("start", "main~2", merged, "main")) {
            assertThat(audit(remote, since(since)).commits())
                    .as(since)
                    .extracting(AuditedCommit::id)
                    .containsExactlyElementsOf(remote.run("rev-list", "--first-parent", since + "..main")
                            .lines()
                            .toList());
        }
    }

    @Test
    void only_the_selected_environments_are_compared() {
        Audit audit = audit(remote, since("start").plusEnvironments("prod"));

        assertThat(audit.totals()).containsOnlyKeys("environments/prod");
        assertThat(audit.commits()).hasSize(7);
    }

    @Test
    void the_start_may_be_of_another_branch_or_of_no_common_history(@TempDir Path folder) {
        Git other = remote.clonedBare(remote.folder(), folder.resolve("other.git"));
        Git work = other.cloneTo(folder.resolve("work"));
        work.run("checkout", "--quiet", "--orphan", "alone");
        work.run("commit", "--quiet", "-m", "Alone");
        work.run("push", "--quiet", "origin", "alone");

        Audit audit = audit(other, since("alone"));

        assertThat(audit.range().containsSince()).isFalse();
        assertThat(audit.commits())
                .extracting(AuditedCommit::id)
                .containsExactlyElementsOf(
                        other.run("rev-list", "--first-parent", "main").lines().toList());
        assertThat(audit(remote, since("start")).range().containsSince()).isTrue();
    }

    @Test
    void dates_that_run_backwards_do_not_change_which_commits_are_listed(@TempDir Path folder) {
        Git odd = Git.bareWith(folder.resolve("odd.git"), "a.yaml", "1");
        for (long seconds : new long[] {1_600_000_000, 1_000, 1_900_000_000}) {
            String person = " Other <other@example.com> " + seconds + " +0000\n";
            Path commit = odd.write(
                    "commit.txt",
                    "tree " + odd.run("rev-parse", "main^{tree}") + "parent " + odd.run("rev-parse", "main") + "author"
                            + person + "committer" + person + "\n" + seconds + "\n");
            String id = odd.run("hash-object", "-t", "commit", "-w", commit.toString())
                    .strip();
            odd.run("update-ref", "refs/heads/main", id);
        }

        assertThat(audit(odd, since("main~1")).commits())
                .extracting(AuditedCommit::subject)
                .containsExactly("1900000000");
    }

    @Test
    void a_repository_of_strangers_is_audited_by_folder(@TempDir Path folder) {
        Git strangers = Git.bareWith(
                folder.resolve("strangers.git"),
                "apps/base/kustomization.yaml",
                "resources: [obs.yaml]\n",
                "apps/base/obs.yaml",
                CONFIG_MAP);
        strangers.commit(
                "Add a chart <b>",
                "chart/Chart.yaml",
                "apiVersion: v2\nname: x\n",
                "chart/values.yaml",
                "a: 1\n",
                "chart/templates/a.yaml",
                "{{- if .Values.a }}\nkind: ConfigMap\n{{- end }}\n",
                "apps/base/obs.yaml",
                CONFIG_MAP.replace("webank", "other"));

        Audit audit = audit(strangers, since("main~1").withBranch("main"));

        assertThat(audit.commits())
                .extracting(AuditIT::shown)
                .containsExactly(
                        "Add a chart <b>: {apps/base=+ ConfigMap/other/obs} [chart/Chart.yaml, chart/templates/a.yaml,"
                                + " chart/values.yaml]");
        assertThat(audit.html()).contains("Add a chart &lt;b&gt;").doesNotContain("<b>");

        strangers.commit("Leave a conflict", "apps/base/obs.yaml", "<<<<<<< HEAD\n" + CONFIG_MAP);
        strangers.commit("Mend it", "apps/base/obs.yaml", CONFIG_MAP);
        Audit broken = audit(strangers, since("main~2"));
        assertThat(broken.problems()).hasSize(1).first().satisfies(problem -> {
            assertThat(problem).asString().startsWith("apps/base/obs.yaml:2:11: error YAML_SYNTAX");
            assertThat(problem.began()).contains(broken.commits().get(1).id());
            assertThat(problem.ceased()).contains(broken.commits().get(0).id());
        });
    }

    @Test
    void a_shallow_clone_is_refused(@TempDir Path folder) {
        Path shallow = folder.resolve("shallow.git");
        remote.run("clone", "--quiet", "--bare", "--depth", "2", "file://" + remote.folder(), shallow.toString());

        assertThat(audit(Git.in(shallow), since("main~1")).commits()).hasSize(1);
        assertThatThrownBy(() -> audit(Git.in(shallow), since("main~5")))
                .isInstanceOf(Refused.class)
                .hasMessageMatching("the repository `.*shallow.git` is a shallow clone: it does not have what is before"
                        + " the commit `[0-9a-f]{40}`. Run `git fetch --unshallow` in it, or name the repository that it"
                        + " was cloned from.");
    }
}
