package com.adorsys.webank.deploy.eks.internal.records;

import static com.adorsys.webank.deploy.eks.internal.records.Samples.CONFIG_MAPS;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.attempt;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.ProxyRule;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of writes of the inventory whose answers do not come. */
class LostAnswersIT {
    private final TestCluster cluster = TestCluster.shared();
    private final String namespace = cluster.namespace("lost-answers");
    private final Release release = Release.of("obs", namespace);
    private final FaultProxy proxy = FaultProxy.start(cluster, "user");
    private final Inventories direct = new Inventories(TestServer.of(cluster.client("user")), release);
    private final Inventories inventories = within(Duration.ofMinutes(1));
    private final List<Member> members = List.of(member(CONFIG_MAPS, namespace, "settings"));

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void a_creation_whose_answer_is_lost_is_recognised() {
        proxy.when(ProxyRequest::isWrite).times(1).cutAfter();
        Inventory written = inventories.write(begin("a", 1));
        assertThat(methods()).containsExactly("POST", "GET");
        assertThat(direct.read()).contains(written);
        inventories.write(ready(written));
    }

    @Test
    void a_creation_that_did_not_arrive_is_sent_again() {
        proxy.when(ProxyRequest::isWrite).times(2).cutBefore();
        Inventory written = inventories.write(begin("a", 1));
        // A 404 soon after a lost connection is asked for twice.
        assertThat(methods()).containsExactly("POST", "GET", "GET", "POST", "GET", "GET", "POST");
        assertThat(direct.read()).contains(written);
    }

    @Test
    void a_creation_is_not_taken_for_that_of_another() {
        proxy.when(ProxyRequest::isWrite)
                .times(1)
                .call(request -> direct.write(begin("theirs", 1)))
                .cutAfter();
        assertThatThrownBy(() -> inventories.write(begin("mine", 1)))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageContaining("was made by another: attempt `theirs`");
    }

    @Test
    void the_step_to_ready_is_told_from_the_one_to_applying_of_the_same_attempt() {
        Inventory applying = inventories.write(begin("a", 1));
        proxy.reset();
        proxy.when(ProxyRequest::isWrite).times(1).cutBefore();
        // What is there has the attempt's id, and yet is not what was to be written.
        Inventory ready = inventories.write(ready(applying));
        assertThat(methods()).containsExactly("PUT", "GET", "PUT");
        assertThat(direct.read()).contains(ready);
        assertThat(direct.read().orElseThrow().phase()).isEqualTo(Inventory.Phase.READY);
    }

    @Test
    void the_step_to_ready_whose_answer_is_lost_is_recognised() {
        Inventory applying = inventories.write(begin("a", 1));
        proxy.reset();
        proxy.when(ProxyRequest::isWrite).times(1).cutAfter();
        Inventory ready = inventories.write(ready(applying));
        assertThat(methods()).containsExactly("PUT", "GET");
        assertThat(ready.resourceVersion())
                .isEqualTo(direct.read().orElseThrow().resourceVersion())
                .isNotEqualTo(applying.resourceVersion());
        inventories.write(ready.with(Inventory.Phase.DELETING, attempt("b", 2), members));
    }

    @Test
    void a_write_that_another_overtook_is_a_conflict_although_it_may_have_been_done() {
        Inventory applying = inventories.write(begin("mine", 1));
        proxy.when(ProxyRequest::isWrite)
                .times(1)
                .callAfter(request -> {
                    Inventory now = direct.read().orElseThrow();
                    direct.write(now.with(Inventory.Phase.APPLYING, attempt("theirs", 2), members));
                })
                .cutAfter();
        assertThatThrownBy(() -> inventories.write(ready(applying)))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageContaining("was changed by another: attempt `theirs`");
    }

    @Test
    void a_write_that_arrives_after_it_was_given_up_changes_nothing() throws Exception {
        Inventory applying = direct.write(begin("mine", 1));
        ProxyRule.Hold late = proxy.when(ProxyRequest::isWrite).times(1).hold();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Inventory> first =
                    pool.submit(() -> within(Duration.ofSeconds(2)).write(ready(applying)));
            late.await();
            assertThatThrownBy(first::get)
                    .hasCauseInstanceOf(ApiException.class)
                    .cause()
                    .satisfies(
                            e -> assertThat(((ApiException) e).outcomeUnknown()).isTrue());
            Inventory theirs = direct.write(applying.with(Inventory.Phase.APPLYING, attempt("theirs", 2), members));
            late.release();
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(direct.read()).contains(theirs);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void an_answer_of_a_server_that_gave_up_is_not_believed_either_way() {
        Inventory applying = inventories.write(begin("a", 1));
        proxy.reset();
        proxy.when(ProxyRequest::isWrite).times(1).answer(504, null);
        proxy.when(request -> request.isWrite() && request.number() > 1)
                .times(1)
                .answer(503, Duration.ofSeconds(1));
        Inventory ready = inventories.write(ready(applying));
        assertThat(methods()).containsExactly("PUT", "GET", "PUT", "GET", "PUT");
        assertThat(direct.read()).contains(ready);
    }

    @Test
    void a_deletion_whose_answer_is_lost_is_done() {
        Inventory written = inventories.write(begin("a", 1));
        proxy.when(request -> request.method().equals("DELETE")).times(1).cutAfter();
        inventories.delete(written);
        assertThat(direct.read()).isEmpty();
    }

    private Inventories within(Duration time) {
        return new Inventories(TestServer.of(proxy.client()).within(Deadline.in(time)), release);
    }

    private Inventory begin(String id, long revision) {
        return Samples.begin(attempt(id, revision)).with(Inventory.Phase.APPLYING, attempt(id, revision), members);
    }

    private Inventory ready(Inventory applying) {
        return applying.with(Inventory.Phase.READY, applying.attempt(), members);
    }

    private List<String> methods() {
        // A server that was lost is asked whether it is ready before its 404 is believed.
        return proxy.requests().stream()
                .filter(request -> !request.path().equals("/readyz"))
                .map(ProxyRequest::method)
                .toList();
    }
}
