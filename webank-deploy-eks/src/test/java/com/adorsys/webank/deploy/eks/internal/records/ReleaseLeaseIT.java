package com.adorsys.webank.deploy.eks.internal.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestServer;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReleaseLeaseIT {
    private static final Duration THREE_SECONDS = Duration.ofSeconds(3);

    private final TestCluster cluster = TestCluster.shared();
    private final String namespace = cluster.namespace("lease");
    private final Release release = Release.of("obs", namespace);
    private final ApiServer api = TestServer.of(cluster.client("user")).within(Deadline.in(Duration.ofMinutes(1)));
    private final FaultProxy proxy = FaultProxy.start(cluster, "user");
    private final ApiServer proxied = TestServer.of(proxy.client()).within(Deadline.in(Duration.ofMinutes(1)));

    @AfterEach
    void no_thread_is_left() {
        proxy.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().contains("lease of " + namespace));
    }

    private static ReleaseLease acquire(ApiServer server, Release release, LeaseTerms terms) {
        return ReleaseLease.acquire(server, release, terms, notice -> {});
    }

    /** Renews a Lease now, and demands that it is still held. */
    private static void confirm(ReleaseLease lease, ApiServer server) {
        assertThat(lease.renew(server)).isNull();
        lease.check();
    }

    @Test
    void a_lease_is_got_and_given_back_and_got_again_at_once() {
        try (ReleaseLease lease = acquire(api, release, LeaseTerms.of("jane@laptop"))) {
            assertThat(lease.mayWrite()).isTrue();
            lease.check();
            confirm(lease, api);
            assertThat(lease.holder()).matches("jane@laptop/[0-9a-f]{8}");
            assertThat(live().get().getSpec().getHolderIdentity()).isEqualTo(lease.holder());
            assertThat(live().get().getSpec().getLeaseDurationSeconds()).isEqualTo(30);
            assertThat(live().get().getMetadata().getLabels())
                    .containsEntry("app.kubernetes.io/managed-by", "webank-deploy")
                    .containsEntry("deploy.webank.adorsys.com/release", "obs");
        }
        assertThat(live().get().getSpec().getHolderIdentity()).isNull();
        try (ReleaseLease lease = acquire(api, release, LeaseTerms.of("joe"))) {
            assertThat(lease.holder()).startsWith("joe/");
            assertThat(live().get().getSpec().getLeaseTransitions()).isEqualTo(1);
        }
    }

    @Test
    void who_expects_none_creates_it_without_a_look_and_is_not_lost_if_there_is_one() {
        LeaseTerms first = LeaseTerms.of("jane");
        try (ReleaseLease lease = ReleaseLease.create(proxied, release, first, notice -> {})) {
            assertThat(proxy.requests()).extracting(ProxyRequest::method).containsExactly("POST");
            assertThatThrownBy(() -> ReleaseLease.create(api, release, first, notice -> {}))
                    .isInstanceOf(DeployException.Conflict.class)
                    .hasMessageContaining(lease.holder());
        }
        try (ReleaseLease lease = ReleaseLease.create(api, release, first, notice -> {})) {
            assertThat(live().get().getSpec().getHolderIdentity()).isEqualTo(lease.holder());
        }
    }

    @Test
    void who_finds_it_held_is_told_by_whom_and_until_when() {
        try (ReleaseLease lease = acquire(api, release, LeaseTerms.of("jane@laptop"))) {
            assertThatThrownBy(() -> acquire(api, release, LeaseTerms.of("joe")))
                    .isInstanceOf(DeployException.Conflict.class)
                    .hasMessageMatching("Another run is at work on the release `" + release + "`: `" + lease.holder()
                            + "` has held the Lease `" + namespace
                            + "/webank-deploy\\.obs` since [-0-9T:]+Z, and holds it"
                            + " until [-0-9T:]+Z \\((29|30) s from now\\) unless it renews it\\. Wait until that run is done;"
                            + " if it is dead, the Lease runs out by itself, and the next run goes on where that one"
                            + " stopped\\.");
        }
    }

    @Test
    void it_is_renewed_as_long_as_it_is_open() throws Exception {
        try (ReleaseLease lease = acquire(api, release, LeaseTerms.of("jane").lasting(THREE_SECONDS))) {
            ZonedDateTime first = live().get().getSpec().getRenewTime();
            for (int i = 0; i < 30; i++) {
                Thread.sleep(200);
                assertThat(lease.mayWrite()).isTrue();
            }
            assertThatThrownBy(() -> acquire(api, release, LeaseTerms.of("joe")))
                    .isInstanceOf(DeployException.Conflict.class);
            assertThat(live().get().getSpec().getRenewTime()).isAfter(first.plusSeconds(4));
            assertThat(live().get().getSpec().getLeaseTransitions()).isZero();
        }
    }

    @Test
    void who_is_patient_gets_it_when_it_is_given_back() throws Exception {
        ReleaseLease held = acquire(api, release, LeaseTerms.of("jane"));
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<ReleaseLease> waiting =
                    pool.submit(() -> acquire(api, release, LeaseTerms.of("joe").waiting(Duration.ofSeconds(20))));
            Thread.sleep(1500);
            assertThat(waiting).isNotDone();
            held.close();
            waiting.get().close();
        } finally {
            held.close();
            pool.shutdownNow();
        }
    }

    @Test
    void of_many_that_want_it_one_gets_it() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 5; round++) {
                List<Future<ReleaseLease>> outcomes = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    LeaseTerms terms = LeaseTerms.of("same");
                    outcomes.add(pool.submit(() -> acquire(api, release, terms)));
                }
                List<ReleaseLease> winners = new ArrayList<>();
                for (Future<ReleaseLease> outcome : outcomes) {
                    try {
                        winners.add(outcome.get());
                    } catch (java.util.concurrent.ExecutionException e) {
                        assertThat(e).hasCauseInstanceOf(DeployException.Conflict.class);
                    }
                }
                assertThat(winners).hasSize(1);
                winners.forEach(ReleaseLease::close);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void without_its_namespace_the_server_refuses_it() {
        assertThatThrownBy(() -> acquire(api, Release.of("obs", "nowhere"), LeaseTerms.of("jane")))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.detailsKind()).isEqualTo("namespaces"));
    }

    @Test
    void it_is_deleted_with_the_release() {
        ReleaseLease lease = acquire(api, release, LeaseTerms.of("jane"));
        lease.deleteOnClose();
        lease.close();
        assertThat(live().get()).isNull();
    }

    @Test
    void an_interrupted_thread_gives_it_back_too() {
        ReleaseLease lease = acquire(api, release, LeaseTerms.of("jane"));
        Thread.currentThread().interrupt();
        lease.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(live().get().getSpec().getHolderIdentity()).isNull();
        lease.close();
    }

    @Test
    void once_given_back_it_allows_nothing_and_is_not_taken_back() {
        ReleaseLease lease = acquire(api, release, LeaseTerms.of("jane"));
        lease.close();
        assertThat(lease.mayWrite()).isFalse();
        assertThatThrownBy(lease::check)
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageContaining(": the run has given it back. Nothing more is written.");
        assertThatThrownBy(() -> confirm(lease, api)).isInstanceOf(DeployException.Conflict.class);
        assertThat(live().get().getSpec().getHolderIdentity()).isNull();
    }

    @Nested
    class A_holder_that_died {
        @Test
        void loses_it_when_its_time_is_over_and_a_new_run_need_not_wait_longer() throws Exception {
            ReleaseLease dead = dead();
            Thread.sleep(THREE_SECONDS.plusMillis(3500).toMillis());
            assertThat(dead.mayWrite()).isFalse();
            // A fresh process: it has watched nothing, and believes the server's clock.
            try (ReleaseLease next = acquire(api, release, LeaseTerms.of("joe"))) {
                assertThat(next.mayWrite()).isTrue();
                proxy.reset();
                assertThatThrownBy(dead::check)
                        .isInstanceOf(DeployException.Conflict.class)
                        .hasMessage("This run has lost the Lease `" + namespace + "/webank-deploy.obs` of the release `"
                                + release + "`: `" + next.holder()
                                + "` has taken it over. Nothing more is written. Check the status of the release, and try"
                                + " again.");
                dead.close();
                assertThat(live().get().getSpec().getHolderIdentity()).isEqualTo(next.holder());
            }
        }

        @Test
        void does_not_lose_it_before() {
            ReleaseLease dead = dead();
            long began = System.nanoTime();
            LeaseTerms patient = LeaseTerms.of("joe").waiting(Duration.ofSeconds(20));
            try (ReleaseLease next = acquire(api, release, patient)) {
                Duration waited = Duration.ofNanos(System.nanoTime() - began);
                assertThat(waited).isBetween(THREE_SECONDS.minusMillis(500), THREE_SECONDS.plusSeconds(3));
                assertThat(dead.mayWrite()).isFalse();
                assertThat(next.mayWrite()).isTrue();
            }
            dead.close();
        }

        @Test
        void gets_it_back_if_nobody_else_wanted_it() throws Exception {
            try (ReleaseLease dead = dead()) {
                Thread.sleep(THREE_SECONDS.plusSeconds(1).toMillis());
                assertThat(dead.mayWrite()).isFalse();
                proxy.reset();
                dead.check();
                assertThat(dead.mayWrite()).isTrue();
                assertThat(live().get().getSpec().getHolderIdentity()).isEqualTo(dead.holder());
            }
        }

        @Test
        void waits_for_the_server_until_the_runs_deadline_and_says_so() throws Exception {
            ApiServer hurried = proxied.within(Deadline.in(Duration.ofSeconds(5)));
            ReleaseLease dead = acquire(hurried, release, LeaseTerms.of("jane").lasting(THREE_SECONDS));
            proxy.when(request -> true).cutBefore();
            Thread.sleep(THREE_SECONDS.plusMillis(500).toMillis());
            assertThatThrownBy(dead::check)
                    .isInstanceOf(DeployException.TimedOut.class)
                    .hasMessageStartingWith("The Lease `" + namespace + "/webank-deploy.obs` of the release `" + release
                            + "` has run out, and could not be renewed: ");
            dead.close();
        }

        private ReleaseLease dead() {
            ReleaseLease dead = acquire(proxied, release, LeaseTerms.of("jane").lasting(THREE_SECONDS));
            proxy.when(request -> true).cutBefore();
            return dead;
        }
    }

    @Nested
    class Clocks_that_are_apart {
        @Test
        void a_holder_whose_clock_is_slow_is_not_robbed() {
            write(ZonedDateTime.parse("2001-01-01T00:00:00Z"), 30);
            assertThatThrownBy(() -> acquire(api, release, LeaseTerms.of("joe")))
                    .isInstanceOf(DeployException.Conflict.class);
        }

        @Test
        void a_holder_whose_clock_is_fast_holds_no_longer() throws Exception {
            write(ZonedDateTime.parse("2099-01-01T00:00:00Z"), 1);
            Thread.sleep(4200);
            acquire(api, release, LeaseTerms.of("joe")).close();
        }

        @Test
        void without_the_servers_times_an_unchanged_lease_is_watched_for_its_duration() {
            write(ZonedDateTime.parse("2099-01-01T00:00:00Z"), 2);
            live().edit(lease -> {
                lease.getMetadata().setManagedFields(List.of(new ManagedFieldsEntry()));
                return lease;
            });
            assertThat(live().get().getMetadata().getManagedFields()).isEmpty();
            long began = System.nanoTime();
            acquire(api, release, LeaseTerms.of("joe").waiting(Duration.ofSeconds(20)))
                    .close();
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(5));
        }

        private void write(ZonedDateTime renewed, int seconds) {
            cluster.client()
                    .resource(new LeaseBuilder()
                            .withNewMetadata()
                            .withNamespace(namespace)
                            .withName("webank-deploy.obs")
                            .endMetadata()
                            .withNewSpec()
                            .withHolderIdentity("far-away")
                            .withLeaseDurationSeconds(seconds)
                            .withAcquireTime(renewed)
                            .withRenewTime(renewed)
                            .endSpec()
                            .build())
                    .create();
        }
    }

    @Nested
    class Faults {
        @Test
        void the_lost_answer_to_a_creation_is_no_loss() {
            proxy.when(request -> request.method().equals("POST")).times(1).cutAfter();
            try (ReleaseLease lease = acquire(proxied, release, LeaseTerms.of("jane"))) {
                confirm(lease, proxied);
            }
            assertThat(writes()).containsExactly("POST", "PUT", "PUT");
        }

        @Test
        void a_creation_that_never_arrived_is_sent_again() {
            proxy.when(request -> request.method().equals("POST")).times(1).cutBefore();
            try (ReleaseLease lease = acquire(proxied, release, LeaseTerms.of("jane"))) {
                confirm(lease, proxied);
            }
            assertThat(writes()).containsExactly("POST", "POST", "PUT", "PUT");
        }

        @Test
        void the_lost_answer_to_a_take_over_is_no_loss() {
            acquire(api, release, LeaseTerms.of("before")).close();
            proxy.when(request -> request.method().equals("PUT")).times(1).cutAfter();
            try (ReleaseLease lease = acquire(proxied, release, LeaseTerms.of("jane"))) {
                assertThat(live().get().getSpec().getHolderIdentity()).isEqualTo(lease.holder());
                assertThat(live().get().getSpec().getLeaseTransitions()).isEqualTo(1);
            }
        }

        @Test
        void lost_answers_to_renewals_are_no_loss() throws Exception {
            try (ReleaseLease lease =
                    acquire(proxied, release, LeaseTerms.of("jane").lasting(THREE_SECONDS))) {
                proxy.when(request -> request.method().equals("PUT")).cutAfter();
                for (int i = 0; i < 25; i++) {
                    Thread.sleep(200);
                    assertThat(lease.mayWrite()).isTrue();
                }
                proxy.reset();
            }
            assertThat(live().get().getSpec().getHolderIdentity()).isNull();
        }

        @Test
        void a_lost_answer_to_its_return_does_no_harm() {
            ReleaseLease lease = acquire(proxied, release, LeaseTerms.of("jane"));
            proxy.when(request -> request.method().equals("PUT")).times(1).cutAfter();
            lease.close();
            assertThat(live().get().getSpec().getHolderIdentity()).isNull();
        }

        @Test
        void a_server_that_answers_nothing_does_not_keep_it_from_closing() {
            ReleaseLease lease = acquire(proxied, release, LeaseTerms.of("jane"));
            proxy.when(request -> true).cutBefore();
            long began = System.nanoTime();
            lease.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        }

        @Test
        void others_may_label_it() {
            try (ReleaseLease lease = acquire(api, release, LeaseTerms.of("jane"))) {
                live().edit(edited -> {
                    edited.getMetadata().getLabels().put("team", "payments");
                    return edited;
                });
                confirm(lease, api);
                assertThat(live().get().getMetadata().getLabels()).containsEntry("team", "payments");
            }
            assertThat(live().get().getMetadata().getLabels()).containsEntry("team", "payments");
        }

        @Test
        void one_that_somebody_deleted_is_lost_and_not_made_anew() {
            ReleaseLease lease = acquire(api, release, LeaseTerms.of("jane"));
            live().delete();
            assertThatThrownBy(() -> confirm(lease, api))
                    .isInstanceOf(DeployException.Conflict.class)
                    .hasMessageContaining("somebody has deleted it. Nothing more is written.");
            assertThat(lease.mayWrite()).isFalse();
            assertThatThrownBy(lease::check).isInstanceOf(DeployException.Conflict.class);
            lease.close();
            assertThat(live().get()).isNull();
        }

        @Test
        void one_that_was_made_anew_by_another_is_lost() {
            ReleaseLease lease = acquire(api, release, LeaseTerms.of("jane"));
            live().delete();
            try (ReleaseLease other = acquire(api, release, LeaseTerms.of("joe"))) {
                assertThatThrownBy(() -> confirm(lease, api))
                        .isInstanceOf(DeployException.Conflict.class)
                        .hasMessageContaining("`" + other.holder() + "` has taken it over");
                lease.close();
                assertThat(live().get().getSpec().getHolderIdentity()).isEqualTo(other.holder());
            }
        }

        private List<String> writes() {
            return proxy.requests().stream()
                    .filter(ProxyRequest::isWrite)
                    .map(ProxyRequest::method)
                    .toList();
        }
    }

    private Resource<Lease> live() {
        return cluster.client().leases().inNamespace(namespace).withName("webank-deploy.obs");
    }
}
