package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.ProxyRule;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An API server that turns requests away: a run is slower for it, and no slower than its time. */
@Timeout(60)
class OverloadIT {
    private static final ManifestSet SET = Sample.many(40);

    private final TestCluster cluster = TestCluster.shared();
    private final String namespace = cluster.namespace("overload");
    private FaultProxy proxy;

    @BeforeEach
    void start() {
        proxy = FaultProxy.start(cluster);
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    private Deployer deployer(Duration timeout) {
        return EksClient.of(proxy.client())
                .deployer(Release.of("shop", namespace))
                .withOptions(DeployOptions.builder()
                        .timeout(timeout)
                        .leaseDuration(Duration.ofSeconds(1))
                        .build());
    }

    private int turnedAway() {
        return (int) proxy.requests().stream()
                .filter(request -> request.code() == 429)
                .count();
    }

    /** How often a request has to be sent so that it is taken: each is turned away the first time. */
    private void turnAwayOnce(Duration retryAfter) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        proxy.when(request -> seen.add(request.method() + request.path() + request.query()))
                .answer(429, retryAfter);
    }

    @Test
    void a_first_read_that_is_left_open_is_sent_again() {
        ProxyRule.Hold hold = proxy.when(1).hold();

        deployer(Duration.ofSeconds(50)).apply(SET);

        assertThat(hold.isHeld()).isTrue();
        assertThat(proxy.requests().get(0).code()).isZero();
    }

    @Test
    void each_request_is_turned_away_once_without_a_time_to_come_again() {
        turnAwayOnce(null);

        deployer(Duration.ofSeconds(50)).apply(SET);

        assertThat(turnedAway()).isGreaterThan(2 * SET.size());
        proxy.reset();
        assertThat(deployer(Duration.ofSeconds(50)).apply(SET).isEmpty()).isTrue();
    }

    @Test
    void a_storm_with_a_time_to_come_again_is_sat_out_as_long_as_it_says() {
        proxy.when(request -> request.method().equals("PATCH")).times(16).answer(429, Duration.ofSeconds(1));
        long began = System.nanoTime();

        deployer(Duration.ofSeconds(50)).apply(SET);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(turnedAway()).isEqualTo(16);
    }

    @Test
    void a_storm_that_does_not_end_ends_the_run_with_its_time_and_before_its_first_write() {
        proxy.when(ProxyRequest::isDryRun).answer(429, Duration.ofSeconds(1));
        long began = System.nanoTime();

        assertThatThrownBy(() -> deployer(Duration.ofSeconds(3)).apply(SET))
                .isInstanceOf(DeployException.Unavailable.class)
                .hasMessageMatching(
                        "Applying overload-\\d+/shop was turned away until the run's time was over: the cluster is"
                                + " overloaded \\(429\\)\\. Run it again later, or give it more time\\.");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        assertThat(turnedAway()).isLessThan(100);
    }

    @Test
    void a_storm_in_the_middle_of_the_writing_ends_the_run_with_its_time_and_says_what_is_done() {
        proxy.when(request -> request.method().equals("PATCH")
                        && request.isWrite()
                        && request.path().contains("/services/"))
                .answer(429, Duration.ofSeconds(1));
        long began = System.nanoTime();

        assertThatThrownBy(() -> deployer(Duration.ofSeconds(3)).apply(SET))
                .isInstanceOf(DeployException.Unavailable.class)
                .hasMessageMatching(
                        "Applying `Service/overload-\\d+/service-\\d` was turned away until the run's time was over: the"
                                + " cluster is overloaded \\(429\\)\\. Run it again later, or give it more time\\. Done: `Secret/.*` created"
                                + " and \\d+ more\\. Not done: 10 of 40 objects\\. The next run goes on\\.");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));

        proxy.reset();
        ChangeSet next = deployer(Duration.ofSeconds(30)).apply(SET);
        assertThat(next.objects()).hasSize(SET.size());
        assertThat(deployer(Duration.ofSeconds(30)).plan(SET).isEmpty()).isTrue();
    }

    @Test
    void a_server_with_few_places_is_not_stormed() {
        try (TestCluster small = TestCluster.startWith(List.of(
                        "--max-requests-inflight=4",
                        "--max-mutating-requests-inflight=2",
                        "--enable-priority-and-fairness=false"));
                FaultProxy counting = FaultProxy.start(small, "user")) {
            ManifestSet many = Sample.many(100);
            Deployer deployer = EksClient.of(counting.client()).deployer(Release.of("shop", small.namespace("small")));

            deployer.apply(many);

            long refused = counting.requests().stream()
                    .filter(request -> request.code() == 429)
                    .count();
            assertThat(refused).isBetween(1L, counting.count() / 3L);
            assertThat(deployer.plan(many).isEmpty()).isTrue();
        }
    }
}
