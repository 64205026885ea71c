package com.adorsys.webank.deploy.eks.internal.records;

import static com.adorsys.webank.deploy.eks.internal.records.Samples.attempt;
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
import com.adorsys.webank.deploy.manifest.ManifestSet;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevisionsIT {
    private static final Origin ORIGIN =
            Origin.of(Samples.TIME, "jane@example.com").from("0c5690dd");

    private static final DigestKey KEY = DigestKey.random();

    private final TestCluster cluster = TestCluster.shared();
    private final String namespace = cluster.namespace("revisions");
    private final Release release = Release.of("obs", namespace);
    private final ApiServer api = TestServer.of(cluster.client("user")).within(Deadline.in(Duration.ofMinutes(1)));
    private final Revisions revisions = new Revisions(api, release);
    private final Revisions small = new Revisions(api, release, 1_000);
    private final ManifestSet set = Samples.configMaps(namespace, 3, 500);

    @Test
    void a_revision_is_written_listed_and_read() {
        revisions.write(1, set, KEY, ORIGIN);
        assertThat(revisions.read(1)).isEqualTo(set);
        StoredRevision stored = revisions.list().get(0);
        assertThat(stored.number()).isEqualTo(1);
        assertThat(stored.origin()).isEqualTo(ORIGIN);
        assertThat(stored.objects()).isEqualTo(3);
        assertThat(stored.digest()).matches("sha256:[0-9a-f]{64}");
        assertThat(stored.isComplete()).isTrue();
        Secret secret = secret("webank-deploy.obs.v1");
        assertThat(secret.getType()).isEqualTo("deploy.webank.adorsys.com/revision");
        assertThat(secret.getImmutable()).isTrue();
        assertThat(secret.getMetadata().getLabels())
                .isEqualTo(Map.of(
                        "app.kubernetes.io/managed-by",
                        "webank-deploy",
                        "deploy.webank.adorsys.com/release",
                        "obs",
                        "deploy.webank.adorsys.com/revision",
                        "1"));
        assertThat(secret.getMetadata().getAnnotations())
                .containsEntry("deploy.webank.adorsys.com/part", "1/1")
                .containsEntry("deploy.webank.adorsys.com/actor", "jane@example.com")
                .containsEntry("deploy.webank.adorsys.com/source", "0c5690dd")
                .containsEntry("deploy.webank.adorsys.com/time", "2026-11-23T09:00:00.123456Z");
    }

    @Test
    void an_empty_set_is_a_set() {
        revisions.write(1, ManifestSet.empty(), KEY, ORIGIN);
        assertThat(revisions.read(1)).isEqualTo(ManifestSet.empty());
    }

    @Test
    void a_set_larger_than_a_secret_is_split() {
        ManifestSet large = Samples.configMaps(namespace, 30, 100_000);
        revisions.write(1, large, KEY, ORIGIN);
        assertThat(names()).containsExactly("webank-deploy.obs.v1", "webank-deploy.obs.v1.2", "webank-deploy.obs.v1.3");
        assertThat(revisions.read(1)).isEqualTo(large);
        assertThat(revisions.list().get(0).isComplete()).isTrue();
        revisions.deleteAll();
        assertThat(names()).isEmpty();
    }

    @Test
    void listing_reads_no_data() {
        try (FaultProxy proxy = FaultProxy.start(cluster, "user")) {
            revisions.write(1, Samples.configMaps(namespace, 20, 40_000), KEY, ORIGIN);
            List<StoredRevision> listed = new Revisions(TestServer.of(proxy.client()), release).list();
            assertThat(listed).hasSize(1);
            assertThat(proxy.requests()).hasSize(1);
            assertThat(proxy.requests().get(0).answerBytes()).isLessThan(5_000);
        }
    }

    @Test
    void writing_again_what_is_there_is_fine_and_another_content_is_a_conflict() {
        small.write(1, set, KEY, ORIGIN);
        small.write(1, set, KEY, Origin.of(Samples.TIME.plusSeconds(60), "joe"));
        assertThat(small.list().get(0).origin()).isEqualTo(ORIGIN);
        assertThatThrownBy(() -> small.write(1, Samples.configMaps(namespace, 4, 500), KEY, ORIGIN))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessage("Revision 1 of the release `" + release + "` is taken: Secret `" + namespace
                        + "/webank-deploy.obs.v1.2` holds another content, written by `jane@example.com` at"
                        + " 2026-11-23T09:00:00.123456Z. Nothing was overwritten. Check the status of the release, and try"
                        + " again.");
        assertThat(small.read(1)).isEqualTo(set);
    }

    @Test
    void after_a_kill_between_parts_the_rest_is_written() {
        try (FaultProxy proxy = FaultProxy.start(cluster, "user")) {
            ApiServer dying = TestServer.of(proxy.client()).within(Deadline.in(Duration.ofSeconds(1)));
            // Of two parts the second is written first, and nothing after it.
            proxy.when(request -> request.number() > 1).cutBefore();
            assertThatThrownBy(() -> new Revisions(dying, release, 1_000).write(1, set, KEY, ORIGIN))
                    .isInstanceOf(ApiException.class);
        }
        assertThat(names()).containsExactly("webank-deploy.obs.v1.2");
        assertThat(small.list().get(0).isComplete()).isFalse();
        assertThat(small.list().get(0)).hasToString("revision 1, unusable: of its 2 parts 1 are there");
        assertThatThrownBy(() -> small.read(1))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessageStartingWith("The release `" + release + "` has no revision 1.");
        assertThat(Revisions.next(Inventory.none(), small.list())).isEqualTo(2);
        small.write(1, set, KEY, ORIGIN);
        assertThat(small.read(1)).isEqualTo(set);
    }

    @Test
    void lost_answers_are_no_loss() {
        try (FaultProxy proxy = FaultProxy.start(cluster, "user")) {
            ApiServer proxied = TestServer.of(proxy.client()).within(Deadline.in(Duration.ofMinutes(1)));
            proxy.when(request -> request.isWrite()).times(1).cutAfter();
            proxy.when(request -> request.isWrite() && request.number() > 1)
                    .times(1)
                    .cutBefore();
            new Revisions(proxied, release, 1_000).write(1, set, KEY, ORIGIN);
            assertThat(proxy.requests().stream().filter(ProxyRequest::isWrite)).hasSize(3);
        }
        assertThat(small.read(1)).isEqualTo(set);
    }

    @Test
    void a_part_that_somebody_deleted_or_replaced_is_seen() {
        small.write(1, set, KEY, ORIGIN);
        Secret part = secret("webank-deploy.obs.v1.2");
        cluster.client().resource(part).delete();
        assertThat(small.list().get(0)).hasToString("revision 1, unusable: of its 2 parts 1 are there");
        assertThatThrownBy(() -> small.read(1))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage("Revision 1 of the release `" + release + "` is incomplete: Secret `" + namespace
                        + "/webank-deploy.obs.v1.2` is missing. Choose another revision, or apply the manifests from their"
                        + " source.");
        byte[] data = Base64.getDecoder().decode(part.getData().get("manifests"));
        data[5] ^= 1;
        cluster.client()
                .resource(new SecretBuilder(part)
                        .editMetadata()
                        .withResourceVersion(null)
                        .withUid(null)
                        .endMetadata()
                        .withData(Map.of("manifests", Base64.getEncoder().encodeToString(data)))
                        .build())
                .create();
        assertThatThrownBy(() -> small.read(1))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessageContaining("is damaged: its content has another digest than was written.");
    }

    @Test
    void the_newest_whose_run_succeeded_are_kept_with_what_failed_between_and_the_current_one() {
        for (int i = 1; i <= 8; i++) {
            small.write(i, set, KEY, ORIGIN);
        }
        Inventory inventory = Samples.begin(attempt("a", 1));
        for (int i : new int[] {1, 2, 3, 5}) {
            inventory = inventory.with(Inventory.Phase.READY, attempt("a", i), List.of());
        }
        inventory = inventory.with(Inventory.Phase.APPLYING, attempt("a", 7), List.of());
        small.keep(2, inventory, small.list());
        assertThat(small.list()).extracting(StoredRevision::number).containsExactly(8L, 7L, 6L, 5L, 4L, 3L);
        assertThat(Revisions.next(inventory, small.list())).isEqualTo(9);
        assertThat(small.read(5)).isEqualTo(set);
    }

    @Test
    void as_many_are_kept_by_a_list_from_before_the_current_one_was_written() {
        for (int i = 1; i <= 4; i++) {
            small.write(i, set, KEY, ORIGIN);
        }
        List<StoredRevision> before = small.list();
        small.write(5, set, KEY, ORIGIN);
        Inventory inventory = Samples.begin(attempt("a", 1));
        for (int i = 1; i <= 5; i++) {
            inventory = inventory.with(Inventory.Phase.READY, attempt("a", i), List.of());
        }
        small.keep(3, inventory, before);
        assertThat(small.list()).extracting(StoredRevision::number).containsExactly(5L, 4L, 3L);
    }

    @Test
    void revisions_of_other_releases_are_left_alone() {
        Revisions other = new Revisions(api, Release.of("obs.v1", namespace));
        other.write(1, set, KEY, ORIGIN);
        revisions.write(1, set, KEY, ORIGIN);
        revisions.deleteAll();
        assertThat(names()).containsExactly("webank-deploy.obs.v1.v1");
        assertThat(other.read(1)).isEqualTo(set);
        assertThat(Revisions.next(Inventory.none(), revisions.list())).isEqualTo(1);
        assertThat(Revisions.next(Samples.begin(attempt("a", 4)), revisions.list()))
                .isEqualTo(5);
    }

    @Test
    void each_has_the_key_of_the_digests() {
        small.write(1, set, KEY, ORIGIN);
        small.write(2, set, KEY, ORIGIN);
        assertThat(small.key(1).orElseThrow().digest("a"))
                .isEqualTo(small.key(2).orElseThrow().digest("a"))
                .isEqualTo(KEY.digest("a"));
        assertThatThrownBy(() -> small.write(1, set, DigestKey.random(), ORIGIN))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageContaining("is taken");
    }

    @Test
    void a_key_that_is_missing_or_damaged_is_none() {
        assertThat(small.key(1)).isEmpty();
        small.write(1, set, KEY, ORIGIN);
        Secret first = secret("webank-deploy.obs.v1");
        cluster.client().resource(first).delete();
        for (String key : List.of("", "c2hvcnQ=")) {
            Secret damaged = cluster.client()
                    .resource(new SecretBuilder(first)
                            .editMetadata()
                            .withResourceVersion(null)
                            .withUid(null)
                            .endMetadata()
                            .addToData("key", key)
                            .build())
                    .create();
            assertThat(small.key(1)).isEmpty();
            cluster.client().resource(damaged).delete();
        }
    }

    private Secret secret(String name) {
        return cluster.client().secrets().inNamespace(namespace).withName(name).get();
    }

    private List<String> names() {
        return cluster.client().secrets().inNamespace(namespace).list().getItems().stream()
                .map(secret -> secret.getMetadata().getName())
                .sorted()
                .toList();
    }
}
