package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Phase;
import com.adorsys.webank.deploy.eks.testing.PodFate;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs that wait for pods, and what becomes of those that wait in vain. */
class WaitingIT {
    private final TestCluster cluster = TestCluster.sharedWithControllers();
    private final Site site = Site.in(cluster, "waiting");
    private final ManifestSet old =
            site.set("{apiVersion: v1, kind: ConfigMap, metadata: {name: old}, data: {key: value}}");
    private final Deployer deployer = site.deployer().withOptions(Site.WAITING);
    private final Deployer impatient =
            site.deployer().withOptions(Site.WAITING.withObjectTimeout(Duration.ofSeconds(2)));

    private ManifestSet deployment(String fate) {
        return deployment("web", fate, "");
    }

    private ManifestSet deployment(String name, String fate, String more) {
        String label = fate.isEmpty() ? "" : ", " + PodFate.LABEL + ": " + fate;
        return site.set("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s}
                spec:
                  replicas: 2
                  %s
                  selector: {matchLabels: {app: %s}}
                  template:
                    metadata:
                      annotations: {%s: 1500ms}
                      labels: {app: %s%s}
                    spec: {containers: [{name: app, image: "example.com/app:1"}]}
                """.formatted(name, more, name, PodFate.READY_AFTER, name, label));
    }

    @Test
    void a_run_ends_when_the_pods_are_ready_and_says_how_they_do() {
        List<String> seen = new ArrayList<>();
        ChangeSet changes = deployer.withListener(event -> {
                    if (event instanceof ProgressEvent.ObjectReadiness ready
                            && ready.id().kind().equals("Deployment")) {
                        seen.add(ready.readiness().state().text());
                    }
                })
                .apply(deployment("slow"));

        assertThat(changes.revision()).isEqualTo(1);
        assertThat(deployer.status().isHealthy()).isTrue();
        assertThat(seen).startsWith("in progress").endsWith("current");
        assertThat(deployer.apply(deployment("slow")).isEmpty()).isTrue();
    }

    @Test
    void an_unchanged_release_is_waited_for_too() {
        site.deployer().apply(deployment("slow"));

        assertThat(deployer.apply(deployment("slow")).isEmpty()).isTrue();

        assertThat(deployer.status().isHealthy()).isTrue();
    }

    @Test
    void a_roll_out_that_does_not_get_ready_prunes_nothing_and_a_later_run_goes_on() {
        deployer.apply(old.plus(deployment("")));
        List<String> pods = site.uids("pods");

        assertThatThrownBy(() -> impatient.apply(deployment("never-ready")))
                .isInstanceOf(DeployException.TimedOut.class)
                .extracting(e -> site.shown(e.getMessage()))
                .asString()
                .startsWith("The release is not ready:\nDeployment/NS/web timed out: in progress: ")
                .contains("\nNothing was pruned. Done: `Deployment/NS/web` updated. Not done: 1 of 2 objects."
                        + " The next run goes on.");
        assertThat(site.has("configmap", "old")).isTrue();
        assertThat(site.uids("pods")).containsAll(pods.subList(0, 1));
        assertThat(deployer.status().phase()).isEqualTo(Phase.TIMED_OUT);
        assertThat(deployer.history())
                .extracting(Revision::outcome)
                .containsExactly(Revision.Outcome.TIMED_OUT, Revision.Outcome.SUPERSEDED);
        assertThat(deployer.status().revision().orElseThrow().number()).isEqualTo(2);

        ChangeSet changes = deployer.apply(deployment("slow"));

        assertThat(Site.outcomes(changes)).containsExactlyInAnyOrder("ConfigMap/old DELETED", "Deployment/web UPDATED");
        assertThat(changes.revision()).isEqualTo(3);
        assertThat(deployer.status().isHealthy()).isTrue();
    }

    @Test
    void the_same_set_is_waited_for_again_and_pruned_after() {
        deployer.apply(old.plus(deployment("")));
        assertThatThrownBy(() -> site.deployer()
                        .withOptions(Site.WAITING.withObjectTimeout(Duration.ofMillis(500)))
                        .apply(deployment("slow")))
                .isInstanceOf(DeployException.TimedOut.class);

        ChangeSet changes = deployer.apply(deployment("slow"));

        assertThat(Site.outcomes(changes))
                .containsExactlyInAnyOrder("ConfigMap/old DELETED", "Deployment/web UNCHANGED");
        assertThat(changes.revision()).isEqualTo(2);
    }

    @Test
    void a_roll_out_that_failed_can_be_rolled_back() {
        deployer.apply(old.plus(deployment("")));
        assertThatThrownBy(() -> impatient.apply(deployment("crash-loop"))).isInstanceOf(DeployException.class);

        ChangeSet changes = deployer.rollback(1);

        assertThat(Site.outcomes(changes))
                .containsExactlyInAnyOrder("ConfigMap/old UNCHANGED", "Deployment/web UPDATED");
        assertThat(deployer.status().isHealthy()).isTrue();
        assertThat(site.has("configmap", "old")).isTrue();
    }

    @Test
    void what_keeps_each_object_from_getting_ready_is_in_the_message() {
        Map<String, String> texts = Map.of(
                "crash-loop", "it ended by itself, exit code 1, 3 restarts. Its log says why.",
                "out-of-memory", "it was killed since it used more memory than its limit",
                "image-pull-error", "ImagePullBackOff",
                "config-error", "CreateContainerConfigError",
                "never-ready", "runs and does not get ready: Readiness probe failed");
        ManifestSet all = ManifestSet.empty();
        for (String fate : texts.keySet()) {
            all = all.plus(deployment(fate, fate, ""));
        }
        ManifestSet desired = all;

        DeployException refused = catchThrowableOfType(DeployException.TimedOut.class, () -> impatient.apply(desired));

        texts.forEach((fate, text) -> {
            String message = String.valueOf(refused.getMessage());
            int from = message.indexOf("Deployment/" + site.namespace() + "/" + fate + " timed out: in progress: ");
            assertThat(from).as(message).isNotNegative();
            int to = message.indexOf("\nDeployment/", from);
            assertThat(message.substring(from, to < 0 ? message.length() : to)).contains(text);
        });
        assertThat(refused).hasMessageContaining("    | " + PodFate.LOG + "\n");
    }

    @Test
    void a_roll_out_that_the_cluster_gave_up_fails_before_the_time_is_over() {
        assertThatThrownBy(() -> deployer.apply(deployment("web", "never-ready", "progressDeadlineSeconds: 1")))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessageContaining("Deployment/" + site.namespace() + "/web failed: failed: ");
    }

    @Test
    void a_job_that_failed_fails_the_run() {
        ManifestSet job = site.set("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: migrate}
                spec:
                  backoffLimit: 0
                  template:
                    metadata: {labels: {%s: failed}}
                    spec:
                      restartPolicy: Never
                      containers: [{name: app, image: "example.com/app:1"}]
                """.formatted(PodFate.LABEL));
        deployer.apply(old);

        assertThatThrownBy(() -> deployer.apply(job))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessageContaining("Job/" + site.namespace() + "/migrate failed: failed: ");
        assertThat(site.has("configmap", "old")).isTrue();
    }

    private ManifestSet job(String image, String fate, String more) {
        return site.set("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: migrate}
                spec:
                  backoffLimit: 0
                  %s
                  template:
                    metadata: {labels: {%s: "%s"}}
                    spec:
                      restartPolicy: Never
                      containers: [{name: app, image: "example.com/%s"}]
                """.formatted(more, fate.isEmpty() ? "app" : PodFate.LABEL, fate, image));
    }

    private void awaitGone() throws InterruptedException {
        for (int i = 0; site.has("job", "migrate"); i++) {
            assertThat(i).as("rounds until the Job is gone").isLessThan(150);
            Thread.sleep(200);
        }
    }

    @Test
    void a_job_that_completed_and_was_removed_by_its_ttl_is_settled_until_it_changes_or_is_asked_for()
            throws Exception {
        ManifestSet job = job("app:1", "", "ttlSecondsAfterFinished: 1");
        deployer.apply(job);
        awaitGone();
        site.kubectl("delete", "events", "--all");

        assertThat(deployer.plan(job).isEmpty()).isTrue();
        assertThat(deployer.apply(job).isEmpty()).isTrue();
        assertThat(site.has("job", "migrate")).isFalse();
        ReleaseStatus status = deployer.status();
        assertThat(site.shown(status.text()))
                .startsWith("NS/shop: ready, revision 1 of ")
                .endsWith("Job/NS/migrate  current: complete, and deleted since\n");

        Deployer again = deployer.withOptions(Site.WAITING.withEndedJobs(DeployOptions.EndedJobs.RERUN));
        assertThat(Site.actions(again.plan(job))).containsExactly("Job/migrate CREATE");
        assertThat(Site.outcomes(again.apply(job))).containsExactly("Job/migrate CREATED");
        awaitGone();
        assertThat(Site.actions(deployer.plan(job("app:2", "", "ttlSecondsAfterFinished: 1"))))
                .containsExactly("Job/migrate CREATE");
    }

    @Test
    void that_a_job_completed_is_found_out_and_remembered_though_nobody_waited() throws Exception {
        ManifestSet job = job("app:1", "", "ttlSecondsAfterFinished: 1");
        Deployer hasty = site.deployer();
        hasty.apply(job);
        awaitGone();

        assertThat(hasty.plan(job).isEmpty()).isTrue();
        assertThat(hasty.status().isHealthy()).isTrue();
        assertThat(hasty.apply(job).isEmpty()).isTrue();
        site.kubectl("delete", "events", "--all");
        assertThat(hasty.plan(job).isEmpty()).isTrue();
        assertThat(hasty.apply(job).revision()).isEqualTo(1);
    }

    @Test
    void a_job_of_which_nothing_tells_how_it_ended_is_settled_once_its_ttl_is_over() throws Exception {
        ManifestSet job = job("app:1", "", "ttlSecondsAfterFinished: 1");
        Deployer hasty = site.deployer();
        hasty.apply(job);
        awaitGone();
        site.kubectl("delete", "events", "--all");

        assertThat(hasty.plan(job).isEmpty()).isTrue();
        assertThat(hasty.apply(job).isEmpty()).isTrue();
        assertThat(deployer.apply(job).isEmpty()).isTrue();
        assertThat(site.has("job", "migrate")).isFalse();
        assertThat(site.shown(hasty.status().text()))
                .startsWith("NS/shop: ready, revision 1 of ")
                .endsWith("Job/NS/migrate  current: gone since its `ttlSecondsAfterFinished` is over; nothing tells any"
                        + " more whether it completed\n");
        assertThat(Site.actions(hasty.plan(job("app:2", "", "ttlSecondsAfterFinished: 1"))))
                .containsExactly("Job/migrate CREATE");

        ManifestSet slow = job("app:3", "", "ttlSecondsAfterFinished: 600");
        hasty.apply(slow);
        site.kubectl("delete", "job", "migrate");
        site.kubectl("delete", "events", "--all");
        assertThat(Site.actions(hasty.plan(slow))).containsExactly("Job/migrate CREATE");
    }

    @Test
    void a_job_that_failed_or_was_deleted_before_its_end_is_missing() throws Exception {
        ManifestSet failing = job("app:1", "failed", "ttlSecondsAfterFinished: 1");
        assertThatThrownBy(() -> deployer.apply(failing)).isInstanceOf(DeployException.Refused.class);
        awaitGone();
        assertThat(Site.actions(deployer.plan(failing))).containsExactly("Job/migrate CREATE");
        assertThat(site.shown(deployer.status().text())).startsWith("NS/shop: failed (1 missing), revision 1 of ");

        ManifestSet endless = job("app:2", "hang", "");
        site.deployer().apply(endless);
        site.kubectl("delete", "job", "migrate");
        assertThat(Site.actions(deployer.plan(endless))).containsExactly("Job/migrate CREATE");
        assertThat(deployer.status().isHealthy()).isFalse();
    }

    @Test
    void a_job_that_is_still_there_runs_anew_only_if_asked() {
        ManifestSet job = job("app:1", "", "");
        deployer.apply(job);
        List<String> first = site.uids("jobs");
        assertThat(deployer.plan(job).isEmpty()).isTrue();

        Deployer again = deployer.withOptions(Site.WAITING.withEndedJobs(DeployOptions.EndedJobs.RERUN));
        assertThat(Site.outcomes(again.apply(job))).containsExactly("Job/migrate REPLACED");

        assertThat(site.uids("jobs")).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(deployer.status().isHealthy()).isTrue();
    }

    @Test
    void a_run_that_fails_is_rolled_back_if_asked_and_still_fails() {
        Deployer careful = site.deployer()
                .withOptions(Site.WAITING
                        .withObjectTimeout(Duration.ofSeconds(2))
                        .withOnFailure(DeployOptions.OnFailure.ROLL_BACK));
        ManifestSet good = old.plus(deployment(""));
        careful.apply(good);

        assertThatThrownBy(() -> careful.apply(deployment("never-ready")))
                .isInstanceOf(DeployException.TimedOut.class)
                .extracting(e -> site.shown(e.getMessage()))
                .asString()
                .startsWith("The release is not ready:\nDeployment/NS/web timed out: in progress: ")
                .endsWith("Not done: 1 of 2 objects.\nThe release was rolled back to revision 1, as revision 3.");

        assertThat(site.has("configmap", "old")).isTrue();
        assertThat(deployer.plan(good).isEmpty()).isTrue();
        assertThat(deployer.status().text()).startsWith(site.namespace() + "/shop: ready, revision 3 of ");
        assertThat(deployer.history())
                .extracting(Revision::outcome)
                .containsExactly(Revision.Outcome.READY, Revision.Outcome.TIMED_OUT, Revision.Outcome.SUPERSEDED);

        // Refused before anything was written: nothing to roll back.
        assertThatThrownBy(() -> careful.apply(site.set(
                        "{apiVersion: v1, kind: Service, metadata: {name: none}, spec: {ports: [{port: 100000}]}}")))
                .isInstanceOf(DeployException.InvalidInput.class);
        assertThat(deployer.status().revision().orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void a_first_run_that_fails_has_nothing_to_be_rolled_back_to() {
        assertThatThrownBy(() -> site.deployer()
                        .withOptions(Site.WAITING
                                .withObjectTimeout(Duration.ofSeconds(1))
                                .withOnFailure(DeployOptions.OnFailure.ROLL_BACK))
                        .apply(deployment("hang")))
                .isInstanceOf(DeployException.TimedOut.class)
                .hasMessageEndingWith("\nIt was not rolled back: there is no other revision whose run succeeded."
                        + " The next run goes on.");
        assertThat(deployer.status().phase()).isEqualTo(Phase.TIMED_OUT);
    }

    @Test
    void the_address_of_a_load_balancer_is_waited_for_and_that_of_an_ingress_if_asked() {
        ManifestSet set = site.set("""
                {apiVersion: v1, kind: Service, metadata: {name: lb}, spec: {type: LoadBalancer, ports: [{port: 80}]}}
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web}
                spec: {defaultBackend: {service: {name: lb, port: {number: 80}}}}
                """);
        DeployOptions both = Site.WAITING
                .withObjectTimeout(Duration.ofSeconds(1))
                .withIngressAddresses(DeployOptions.IngressAddresses.AWAITED);

        assertThatThrownBy(() -> impatient.apply(set))
                .isInstanceOf(DeployException.TimedOut.class)
                .hasMessageContaining("/lb timed out: in progress: no address of a load balancer yet")
                .hasMessageNotContaining("/web timed out");
        assertThat(deployer.status().isHealthy()).isFalse();
        String address = "--patch={\"status\": {\"loadBalancer\": {\"ingress\": [{\"ip\": \"192.0.2.1\"}]}}}";
        site.kubectl("patch", "service", "lb", "--subresource=status", address);

        assertThat(deployer.apply(set).isEmpty()).isTrue();
        assertThatThrownBy(() -> site.deployer().withOptions(both).apply(set))
                .isInstanceOf(DeployException.TimedOut.class)
                .hasMessageContaining("/web timed out: in progress: no address of a load balancer yet");
        site.kubectl("patch", "ingress", "web", "--subresource=status", address);
        assertThat(site.deployer().withOptions(both).apply(set).isEmpty()).isTrue();
    }
}
