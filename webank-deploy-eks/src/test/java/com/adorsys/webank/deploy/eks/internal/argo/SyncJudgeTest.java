package com.adorsys.webank.deploy.eks.internal.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.internal.argo.SyncGoal.Which;
import com.adorsys.webank.deploy.eks.internal.argo.Verdict.Kind;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each status of an Application means for a wait. {@code A}, {@code B} and {@code C} are revisions, in their order. */
class SyncJudgeTest {
    private static final String AT_A = """
            metadata: {uid: u}
            spec: {project: webank, syncPolicy: {automated: {}}}
            status:
              reconciledAt: '2026-01-01T00:00:00Z'
              sync: {status: Synced, revision: A}
              health: {status: Healthy}
              history: [{revision: A}]
              resources: [{version: v1, kind: ConfigMap, name: app, status: Synced}]
            """;

    private long now = 1;
    private SyncJudge judge = judge("B", Which.EXACTLY, AT_A);

    @Test
    void the_revision_synced_and_healthy_is_the_goal() {
        assertThat(verdict(AT_A.replace("revision: A}\n", "revision: B}\n")))
                .isEqualTo(new Verdict(Kind.DONE, "synced to B and healthy", ""));
    }

    @Test
    void an_earlier_revision_is_waited_at() {
        assertThat(verdict(AT_A))
                .isEqualTo(Verdict.pending("it is at A; Argo CD has not seen the wanted revision yet"));
    }

    @Test
    void an_application_that_was_never_compared_is_waited_for() {
        assertThat(verdict("spec: {project: webank}"))
                .isEqualTo(Verdict.pending("Argo CD has not compared it with Git yet"));
    }

    @Test
    void one_of_several_sources_has_the_revision() {
        assertThat(verdict("""
                        status:
                          sync: {status: Synced, revisions: [X, B]}
                          health: {status: Healthy}
                          resources: [{version: v1, kind: ConfigMap, name: app, status: Synced}]
                        """)).isEqualTo(new Verdict(Kind.DONE, "synced to X, B and healthy", ""));
    }

    @Test
    void a_sync_that_runs_is_waited_for() {
        assertThat(verdict("""
                        status:
                          sync: {status: Synced, revision: B}
                          health: {status: Healthy}
                          operationState: {phase: Running, message: waiting for healthy state of 1 resource, syncResult: {revision: B}}
                        """)).isEqualTo(Verdict.pending("syncing B: waiting for healthy state of 1 resource"));
    }

    @Test
    void a_failed_sync_names_the_objects_that_failed() {
        assertThat(verdict("""
                        status:
                          sync: {status: OutOfSync, revision: B}
                          operationState:
                            phase: Failed
                            message: one or more objects failed to apply
                            syncResult:
                              revision: B
                              resources:
                              - {group: apps, version: v1, kind: Deployment, namespace: ns, name: a, status: SyncFailed, message: it is invalid}
                              - {version: v1, kind: Service, namespace: ns, name: b, status: Synced, message: created}
                              - {group: batch, version: v1, kind: CronJob, namespace: ns, name: c, hookPhase: Failed, message: exit 1}
                        """))
                .isEqualTo(new Verdict(
                        Kind.REFUSED,
                        "the sync of B failed: one or more objects failed to apply",
                        "Correct the manifests in Git, or revert the commit, and wait for the new revision",
                        List.of("Deployment/ns/a: it is invalid", "CronJob/ns/c: exit 1")));
    }

    @Test
    void a_text_about_a_secret_is_not_shown() {
        assertThat(verdict("""
                        status:
                          sync: {status: OutOfSync, revision: B}
                          operationState:
                            phase: Failed
                            message: 'failed: hunter2'
                            syncResult:
                              revision: B
                              resources: [{version: v1, kind: Secret, namespace: ns, name: a, status: SyncFailed, message: hunter2}]
                        """).toString())
                .contains("the sync of B failed,")
                .contains("Secret/ns/a: its message may hold values, and is not shown")
                .doesNotContain("hunter2");
    }

    @Test
    void a_failed_sync_of_an_earlier_revision_is_not_the_revision_s() {
        assertThat(verdict("""
                        status:
                          sync: {status: OutOfSync, revision: A}
                          operationState: {phase: Failed, message: broken, syncResult: {revision: A}}
                        """).kind()).isEqualTo(Kind.PENDING);
    }

    @Test
    void a_revision_that_was_synced_before_the_present_one_is_superseded_at_once() {
        assertThat(verdict(AT_A.replace("revision: A}\n", "revision: C}\n")
                        .replace("[{revision: A}]", "[{revision: A}, {revision: B}, {revision: C}]")))
                .isEqualTo(new Verdict(
                        Kind.CONFLICT, "Argo CD synced it, and then went on to C", "Wait for the newer revision"));
    }

    @Test
    void a_revision_that_came_while_waiting_may_be_an_earlier_one_of_several_for_some_minutes() {
        String other = AT_A.replace("revision: A}\n", "revision: C}\n");
        assertThat(verdict(other).kind()).isEqualTo(Kind.PENDING);
        pass(Duration.ofMinutes(5));

        assertThat(verdict(other).what()).isEqualTo("Argo CD has gone on to C without it");
        assertThat(judge.verdict().kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void after_a_refresh_a_revision_that_came_while_waiting_is_soon_the_newer_one() {
        judge = new SyncJudge(
                new SyncGoal("B", Which.EXACTLY), "", patience(), () -> now, new Application(tree(AT_A)), true);
        String other = AT_A.replace("revision: A}\n", "revision: C}\n");
        assertThat(verdict(other).kind()).isEqualTo(Kind.PENDING);
        pass(Duration.ofSeconds(30));

        assertThat(verdict(other).kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void any_newer_revision_is_one_that_came_after_it() {
        judge = judge("A", Which.NEWER, AT_A);
        assertThat(verdict(AT_A).kind()).isEqualTo(Kind.PENDING);
        assertThat(verdict(AT_A.replace("revision: A}\n", "revision: B}\n")).kind())
                .isEqualTo(Kind.DONE);

        judge = judge("B", Which.NEWER, AT_A);
        assertThat(verdict(AT_A).kind()).isEqualTo(Kind.PENDING);
    }

    @Test
    void an_application_without_objects_is_not_healthy() {
        String empty = "status: {sync: {status: Synced, revision: B}, health: {status: Healthy}}";
        assertThat(verdict(empty)).isEqualTo(Verdict.pending("synced to B, but it has no objects"));
        pass(Duration.ofSeconds(30));
        assertThat(verdict(empty))
                .isEqualTo(new Verdict(
                        Kind.REFUSED, "synced to B, but it has no objects", "Look at the path that its source reads"));
    }

    @Test
    void a_degraded_health_counts_when_it_lasts() {
        String degraded = """
                status:
                  sync: {status: Synced, revision: B}
                  health: {status: Degraded, message: exceeded its progress deadline}
                  resources: [{group: apps, version: v1, kind: Deployment, namespace: ns, name: a, health: {status: Degraded, message: late}}]
                """;
        assertThat(verdict(degraded).kind()).isEqualTo(Kind.PENDING);
        pass(Duration.ofSeconds(29));
        assertThat(verdict(degraded).kind()).isEqualTo(Kind.PENDING);
        pass(Duration.ofSeconds(1));

        assertThat(verdict(degraded).toString())
                .contains("REFUSED")
                .contains("synced to B, but Degraded: exceeded its progress deadline")
                .contains("Deployment/ns/a is Degraded: late");
    }

    @Test
    void a_degraded_health_that_passes_begins_anew() {
        String degraded = "status: {sync: {status: Synced, revision: B}, health: {status: Degraded}}";
        verdict(degraded);
        pass(Duration.ofSeconds(29));
        verdict(degraded.replace("Degraded", "Progressing"));
        verdict(degraded);
        pass(Duration.ofSeconds(29));

        assertThat(verdict(degraded).kind()).isEqualTo(Kind.PENDING);
    }

    @Test
    void a_comparison_error_from_before_counts_only_when_argo_cd_would_have_looked_again() {
        String broken = """
                spec: {syncPolicy: {automated: {}}}
                status: {sync: {status: Unknown}, conditions: [{type: ComparisonError, message: no such folder, lastTransitionTime: t}]}
                """;
        judge = judge("B", Which.EXACTLY, broken);
        verdict(broken);
        pass(Duration.ofSeconds(31));
        assertThat(verdict(broken).kind()).isEqualTo(Kind.PENDING);
        pass(Duration.ofMinutes(5));

        assertThat(verdict(broken).what()).isEqualTo("Argo CD cannot compare it with Git: no such folder");
    }

    @Test
    void a_new_comparison_error_counts_when_it_lasts() {
        String broken = "status: {conditions: [{type: ComparisonError, message: no such folder}]}";
        verdict(broken);
        pass(Duration.ofSeconds(30));

        assertThat(verdict(broken).kind()).isEqualTo(Kind.REFUSED);
    }

    /** As Argo CD 3.2.3 wrote it. */
    @Test
    void the_branch_in_a_comparison_that_failed_is_not_a_newer_revision() {
        judge = new SyncJudge(
                new SyncGoal("B", Which.EXACTLY), "", patience(), () -> now, new Application(tree(AT_A)), true);
        String failed = """
                status:
                  conditions: [{type: ComparisonError, message: 'Failed to load target state: no access'}]
                  health: {status: Healthy}
                  sync: {status: Unknown, revision: main}
                """;
        assertThat(verdict(failed)).isEqualTo(Verdict.pending("Argo CD has not compared it with Git yet"));
        pass(Duration.ofSeconds(30));

        assertThat(verdict(failed).what())
                .isEqualTo("Argo CD cannot compare it with Git: Failed to load target state: no access");
    }

    /** As Argo CD 3.2.3 writes it until it looks again, which it does not do when the project is created. */
    @Test
    void a_project_that_is_missing_may_have_been_created_since() {
        String invalid = """
                spec: {project: webank}
                status:
                  conditions: [{type: InvalidSpecError, message: Application referencing project webank which does not exist}]
                  health: {status: Unknown}
                  sync: {status: Unknown}
                """;
        assertThat(verdict(invalid))
                .isEqualTo(
                        Verdict.pending("its spec is not valid: Application referencing project webank which does not"
                                + " exist; Argo CD looks again within minutes"));
        pass(Duration.ofSeconds(299));
        assertThat(verdict(invalid).kind()).isEqualTo(Kind.PENDING);
        pass(Duration.ofSeconds(1));

        assertThat(verdict(invalid))
                .isEqualTo(new Verdict(
                        Kind.REFUSED,
                        "its spec is not valid: Application referencing project webank which does not exist",
                        "Correct the Application, or what its AppProject allows"));
    }

    @Test
    void after_a_refresh_an_invalid_spec_counts_when_it_lasts() {
        judge = new SyncJudge(
                new SyncGoal("B", Which.EXACTLY), "", patience(), () -> now, new Application(tree(AT_A)), true);
        String invalid = "status: {conditions: [{type: InvalidSpecError, message: not permitted}]}";
        verdict(invalid);
        pass(Duration.ofSeconds(30));

        assertThat(verdict(invalid).what()).isEqualTo("its spec is not valid: not permitted");
        assertThat(judge.verdict().kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void automated_sync_may_be_switched_off_by_a_field() {
        String off = """
                spec: {syncPolicy: {automated: {enabled: false}}}
                status: {sync: {status: OutOfSync, revision: B}}
                """;
        verdict(off);
        pass(Duration.ofSeconds(30));

        assertThat(verdict(off).what())
                .isEqualTo("it is at B, but OutOfSync, and nobody syncs it: automated sync is off");
    }

    @Test
    void a_sync_that_never_begins_may_be_kept_by_a_window() {
        String kept =
                "spec: {project: webank, syncPolicy: {automated: {}}}\nstatus: {sync: {status: OutOfSync, revision: B}}";
        assertThat(verdict(kept).what()).isEqualTo("it is at B, but OutOfSync: the sync has not begun");
        pass(Duration.ofMinutes(5));

        assertThat(verdict(kept).remedy())
                .isEqualTo(
                        "Look for a closed sync window of its AppProject (`argocd proj windows list webank`), and wait"
                                + " until it opens");
    }

    @Test
    void an_object_that_is_not_pruned_keeps_it_out_of_sync() {
        String left = """
                spec: {syncPolicy: {automated: {}}}
                status:
                  sync: {status: OutOfSync, revision: B}
                  operationState: {phase: Succeeded, syncResult: {revision: B}}
                  resources: [{version: v1, kind: Service, namespace: ns, name: a, status: OutOfSync, requiresPruning: true}]
                """;
        verdict(left);
        pass(Duration.ofSeconds(30));

        assertThat(verdict(left))
                .isEqualTo(new Verdict(
                        Kind.REFUSED,
                        "it is at B, but OutOfSync after a sync that succeeded",
                        "Delete these objects, or let automated syncs prune",
                        List.of("Service/ns/a is no longer in Git, and was not deleted")));
    }

    @Test
    void an_application_that_is_being_deleted_is_reported() {
        assertThat(verdict("metadata: {deletionTimestamp: t}").kind()).isEqualTo(Kind.DELETED);
    }

    private SyncJudge judge(String revision, Which which, String first) {
        return new SyncJudge(
                new SyncGoal(revision, which), "", patience(), () -> now, new Application(tree(first)), false);
    }

    private static SyncJudge.Patience patience() {
        return new SyncJudge.Patience(Duration.ofSeconds(30), Duration.ofMinutes(5));
    }

    private Verdict verdict(String yaml) {
        var unused = judge.of(tree(yaml));
        return judge.verdict();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static MapTree tree(String yaml) {
        return (MapTree) YamlReader.read("live.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .tree();
    }
}
