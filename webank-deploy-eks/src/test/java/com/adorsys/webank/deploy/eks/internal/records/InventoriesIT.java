package com.adorsys.webank.deploy.eks.internal.records;

import static com.adorsys.webank.deploy.eks.internal.records.Samples.CONFIG_MAPS;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.attempt;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class InventoriesIT {
    private final TestCluster cluster = TestCluster.shared();
    private final ApiServer api = TestServer.of(cluster.client("user")).within(Deadline.in(Duration.ofMinutes(1)));
    private final String namespace = cluster.namespace("inventories");
    private final Release release = Release.of("obs", namespace);
    private final Inventories inventories = new Inventories(api, release);
    private final List<Member> members = List.of(member(CONFIG_MAPS, namespace, "settings"));

    @Test
    void an_inventory_is_created_read_replaced_and_deleted() {
        assertThat(inventories.read()).isEmpty();
        Inventory first = inventories.write(
                Samples.begin(attempt("a", 1)).with(Inventory.Phase.APPLYING, attempt("a", 1), members));
        assertThat(first.resourceVersion()).isNotEmpty();
        Inventory read = inventories.read().orElseThrow();
        assertThat(read).isEqualTo(first);
        assertThat(read.resourceVersion()).isEqualTo(first.resourceVersion());
        Inventory ready = inventories.write(read.with(Inventory.Phase.READY, attempt("a", 1), members));
        assertThat(ready.resourceVersion()).isNotEqualTo(first.resourceVersion());
        assertThat(inventories.read()).contains(ready);
        inventories.delete(ready);
        assertThat(inventories.read()).isEmpty();
        inventories.delete(ready);
    }

    @Test
    void sixteen_thousand_members_are_kept_by_the_server() {
        Inventory large = Samples.inventory(16_384, new Random(1));
        inventories.write(large);
        assertThat(inventories.read()).contains(large);
    }

    @Test
    void the_limit_is_the_servers() {
        InventoryRecord record = new InventoryRecord(release);
        int most = 16_000;
        while (fits(record, most + 1_000)) {
            most += 1_000;
        }
        inventories.write(Samples.inventory(most, new Random(1)));
        assertThatThrownBy(() -> inventories.write(Samples.inventory(30_000, new Random(1))))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessageContaining("the API server allows 1,048,576.");
        assertThat(inventories.read().orElseThrow().members()).hasSize(most);
    }

    @Test
    void one_who_read_before_another_wrote_is_told_who_it_was() {
        Inventory mine = inventories.write(Samples.begin(attempt("mine", 1)));
        Inventory theirs = inventories.write(
                inventories.read().orElseThrow().with(Inventory.Phase.APPLYING, attempt("theirs", 2), members));
        assertThatThrownBy(() -> inventories.write(mine.with(Inventory.Phase.READY, attempt("mine", 1), members)))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessage("The inventory of the release `" + release + "` was changed by another: attempt `theirs`"
                        + " (revision 2, by `jane@example.com`, at 2026-11-23T09:00:00.123456Z) left it APPLYING."
                        + " Nothing was overwritten. Check the status of the release, and try again.");
        assertThatThrownBy(() -> inventories.delete(mine))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageContaining("was changed by another: attempt `theirs`");
        assertThat(inventories.read()).contains(theirs);
    }

    @Test
    void one_whose_inventory_was_deleted_or_made_anew_is_told_so() {
        Inventory mine = inventories.write(Samples.begin(attempt("mine", 1)));
        inventories.delete(mine);
        assertThatThrownBy(() -> inventories.write(mine.with(Inventory.Phase.READY, attempt("mine", 1), members)))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageStartingWith(
                        "The inventory of the release `" + release + "` was deleted while attempt `mine` held it.");
        inventories.write(Samples.begin(attempt("theirs", 1)));
        assertThatThrownBy(() -> inventories.write(Samples.begin(attempt("mine", 1))))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageContaining("was made by another: attempt `theirs`");
    }

    @Test
    void of_many_writers_at_once_one_wins_each_round() throws Exception {
        Inventory start = inventories.write(Samples.begin(attempt("start", 0)));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int round = 1; round <= 10; round++) {
                Inventory read = inventories.read().orElseThrow();
                List<Future<String>> outcomes = new ArrayList<>();
                for (int writer = 0; writer < 8; writer++) {
                    Attempt attempt = attempt("writer-" + writer, round);
                    outcomes.add(pool.submit(() -> {
                        try {
                            inventories.write(read.with(Inventory.Phase.APPLYING, attempt, members));
                            return attempt.id();
                        } catch (DeployException.Conflict e) {
                            return "";
                        }
                    }));
                }
                List<String> winners = new ArrayList<>();
                for (Future<String> outcome : outcomes) {
                    if (!outcome.get().isEmpty()) {
                        winners.add(outcome.get());
                    }
                }
                assertThat(winners)
                        .containsExactly(
                                inventories.read().orElseThrow().attempt().id());
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(start.phase()).isEqualTo(Inventory.Phase.APPLYING);
    }

    @Test
    void labels_and_annotations_of_others_survive_a_write() {
        Inventory first = inventories.write(Samples.begin(attempt("a", 1)));
        cluster.client()
                .configMaps()
                .inNamespace(namespace)
                .withName("webank-deploy.obs")
                .edit(map -> {
                    map.getMetadata().getLabels().put("team", "payments");
                    return map;
                });
        Inventory read = inventories.read().orElseThrow();
        assertThat(read).isEqualTo(first);
        inventories.write(read.with(Inventory.Phase.READY, attempt("a", 1), members));
        ConfigMap live = cluster.client()
                .configMaps()
                .inNamespace(namespace)
                .withName("webank-deploy.obs")
                .get();
        assertThat(live.getMetadata().getLabels()).containsEntry("team", "payments");
        assertThat(live.getData()).containsEntry("phase", "READY").containsEntry("objects", "1");
    }

    @Test
    void kubectl_keeps_its_hands_off_the_set() {
        inventories.write(Samples.begin(attempt("a", 1)).with(Inventory.Phase.READY, attempt("a", 1), members));
        TestCluster.Ran ran = cluster.runWithInput(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                """,
                "env",
                "KUBECTL_APPLYSET=true",
                cluster.tool("kubectl").toString(),
                "apply",
                "--prune",
                "--applyset=configmap/webank-deploy.obs",
                "-n",
                namespace,
                "-f",
                "-");
        assertThat(ran.code()).isNotZero();
        assertThat(ran.err())
                .contains("already exists and is managed by tooling \"webank-deploy\" instead of \"kubectl\"");
    }

    private boolean fits(InventoryRecord record, int size) {
        try {
            record.write(Samples.inventory(size, new Random(1)));
            return true;
        } catch (DeployException.Refused e) {
            return false;
        }
    }
}
