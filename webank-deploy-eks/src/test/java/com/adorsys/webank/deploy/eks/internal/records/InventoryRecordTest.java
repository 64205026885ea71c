package com.adorsys.webank.deploy.eks.internal.records;

import static com.adorsys.webank.deploy.eks.internal.records.Samples.CONFIG_MAPS;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.DEPLOYMENTS;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.NAMESPACES;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.RELEASE;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.attempt;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.member;
import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InventoryRecordTest {
    private final InventoryRecord record = new InventoryRecord(RELEASE);
    private final Inventory sample = Samples.inventory(60, new Random(1));

    @Property(tries = 300)
    void an_inventory_comes_back_as_it_was_written(@ForAll("inventories") Inventory inventory) {
        MapTree json = Json.readMap(Json.write(record.write(inventory)).getBytes(StandardCharsets.UTF_8));
        Inventory read = record.read(json);
        assertThat(read).isEqualTo(inventory);
        assertThat(Json.write(record.write(read))).isEqualTo(Json.write(record.write(inventory)));
    }

    @Property(tries = 500)
    void a_changed_byte_or_a_cut_is_seen_or_changes_nothing(
            @ForAll("inventories") Inventory inventory, @ForAll int at, @ForAll byte to, @ForAll boolean cut) {
        MapTree written = record.write(inventory);
        byte[] bytes = bytes(written);
        int place = Math.floorMod(at, bytes.length);
        byte[] damaged = cut ? Arrays.copyOf(bytes, place) : bytes.clone();
        if (!cut) {
            damaged[place] = to;
        }
        try {
            assertThat(record.read(withBytes(written, damaged))).isEqualTo(inventory);
        } catch (DeployException.Refused e) {
            assertThat(e).hasMessageContaining("is damaged: ");
        }
    }

    @Property(tries = 1000)
    void no_content_whatever_makes_the_reader_fail_otherwise(@ForAll byte[] content, @ForAll boolean begun) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.writeBytes((begun ? "{\"format\":3," : "").getBytes(StandardCharsets.UTF_8));
        payload.writeBytes(content);
        MapTree written = record.write(sample);
        assertThatThrownBy(() -> record.read(withBytes(written, Gzip.compress(payload.toByteArray(), 1))))
                .isInstanceOf(DeployException.Refused.class);
    }

    @Test
    void the_config_map_follows_the_convention() {
        Attempt attempt = new Attempt(
                "f00d",
                7,
                Digest.none(),
                Origin.of(Samples.TIME, "jane@example.com").from("0c5690dd"));
        Inventory inventory = Samples.begin(attempt)
                .with(
                        Inventory.Phase.APPLYING,
                        attempt,
                        List.of(
                                member(DEPLOYMENTS, "webank", "obs"),
                                member(DEPLOYMENTS, "payments", "ledger"),
                                member(CONFIG_MAPS, "audit", "settings"),
                                member(NAMESPACES, "", "payments")));
        MapTree written = record.write(inventory);
        assertThat(Json.write(written.without("binaryData"))).isEqualTo("""
                        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"webank-deploy.obs","namespace":"webank",\
                        "labels":{"app.kubernetes.io/managed-by":"webank-deploy","deploy.webank.adorsys.com/release":"obs",\
                        "applyset.kubernetes.io/id":"applyset-K0Cc1cNl94BtkL-pGUdGwzNUiciIYjO8-4U_b9_MwbU-v1"},\
                        "annotations":{"applyset.kubernetes.io/tooling":"webank-deploy/v1",\
                        "applyset.kubernetes.io/contains-group-kinds":"ConfigMap,Deployment.apps,Namespace",\
                        "applyset.kubernetes.io/additional-namespaces":"audit,payments"}},\
                        "data":{"phase":"APPLYING","revision":"7","objects":"4","attempt":"f00d",\
                        "time":"2026-11-23T09:00:00.123456Z","actor":"jane@example.com","source":"0c5690dd"}}""");
    }

    @Test
    void the_id_is_the_hash_that_the_convention_says() {
        // By printf %s inv.ns.ConfigMap. | openssl dgst -sha256 -binary | basenc --base64url
        assertThat(ApplySet.id("inv", "ns", "ConfigMap", ""))
                .isEqualTo("applyset-4360r-ltTiT2L3BF6A7gmIhsuHdvphIfsJL-En5PZAI-v1");
        assertThat(ApplySet.id(RELEASE)).isEqualTo(ApplySet.id("webank-deploy.obs", "webank", "ConfigMap", ""));
    }

    @Test
    void sixteen_thousand_members_fit_into_one_config_map() {
        Inventory large = Samples.inventory(16_384, new Random(2));
        byte[] bytes = bytes(record.write(large));
        assertThat(bytes.length / 16_384).isLessThanOrEqualTo(48);
        assertThat(record.read(record.write(large))).isEqualTo(large);
    }

    @Test
    void what_does_not_fit_is_refused_with_its_size_and_the_limit() {
        assertThatThrownBy(() -> record.write(Samples.inventory(30_000, new Random(3))))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessageMatching("The inventory of the release `webank/obs` would take 1,[0-9]{3},[0-9]{3} bytes for"
                        + " 30,000 objects, and the API server allows 1,048,576\\. Split the set into releases with fewer"
                        + " objects; nothing was written\\.");
    }

    @Test
    void more_namespaces_than_an_annotation_can_list_are_refused() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            members.add(member(CONFIG_MAPS, "a".repeat(58) + i, "settings"));
        }
        assertThatThrownBy(() -> record.write(
                        Samples.begin(attempt("a", 1)).with(Inventory.Phase.APPLYING, attempt("a", 1), members)))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage(
                        "The list of kinds and namespaces in the annotations of the inventory of the release `webank/obs`"
                                + " would take 314,031 bytes for 5,000 objects, and the API server allows 262,144. Split the set into"
                                + " releases with fewer namespaces; nothing was written.");
    }

    @Test
    void what_others_put_on_the_record_stays() {
        MapTree written = record.write(sample);
        MapTree metadata = written.map("metadata").orElseThrow();
        MapTree theirs = metadata.with("uid", "u1")
                .with("resourceVersion", "42")
                .with("creationTimestamp", "2026-11-23T09:00:00Z")
                .with("managedFields", ListTree.of())
                .with("labels", metadata.map("labels").orElseThrow().with("team", "payments"))
                .with("annotations", metadata.map("annotations").orElseThrow().with("backup", "yes"))
                .with("finalizers", ListTree.ofStrings(List.of("example.com/hold")));
        Inventory read = record.read(written.with("metadata", theirs));
        assertThat(read.resourceVersion()).isEqualTo("42");
        MapTree again = record.write(read).map("metadata").orElseThrow();
        assertThat(again.string("uid")).contains("u1");
        assertThat(again.string("resourceVersion")).contains("42");
        assertThat(again.at("labels", "team")).contains(ScalarTree.of("payments"));
        assertThat(again.at("annotations", "backup")).contains(ScalarTree.of("yes"));
        assertThat(again.has("finalizers")).isTrue();
        assertThat(again.has("managedFields") || again.has("creationTimestamp")).isFalse();
    }

    @Test
    void every_value_of_the_content_is_checked() throws Damaged {
        Digest digest = Digest.of(1, 2);
        Member member = member(CONFIG_MAPS, "webank", "a").withUid("42").withDigests(digest, digest);
        MapTree written = record.write(
                Samples.begin(attempt("a", 1)).with(Inventory.Phase.READY, attempt("a", 1), List.of(member)));
        String json = new String(Gzip.expand(bytes(written), 1 << 20), StandardCharsets.UTF_8);
        for (String[] change : new String[][] {
            {"\"kind\":[0]", "\"kind\":[1]"},
            {"\"namespace\":[0]", "\"namespace\":[-1]"},
            {"\"uid\":\"AAAA", "\"uid\":\""},
            {"\"owned\":\"AAAA", "\"owned\":\"%AAA"},
            {"\"phases\":[\"READY\"]", "\"phases\":[]"},
            {"\"phase\":\"READY\"", "\"phase\":\"LATE\""},
            {"\"revision\":1,", "\"revision\":-1,"},
            {"\"name\":\"a\"", "\"name\":\"\""}
        }) {
            assertThat(json).contains(change[0]);
            byte[] changed = json.replace(change[0], change[1]).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> record.read(withBytes(record.write(sample), Gzip.compress(changed, 9))))
                    .isInstanceOf(DeployException.Refused.class)
                    .hasMessageContaining("is damaged: its content is not readable.");
        }
    }

    @Nested
    class A_record_that_cannot_be_used {
        private final MapTree written = record.write(sample);

        @Test
        void has_no_label() {
            refused(
                    without("labels", ApplySet.ID),
                    "ConfigMap `webank/webank-deploy.obs` is there, but is no inventory of the release `webank/obs`: it lacks"
                            + " the label `applyset.kubernetes.io/id`. Delete it if nobody needs it, or choose another release"
                            + " name.");
        }

        @Test
        void names_no_tool() {
            refused(
                    without("annotations", ApplySet.TOOLING),
                    "ConfigMap `webank/webank-deploy.obs` is there, but is no inventory of the release `webank/obs`: it lacks"
                            + " the annotation `applyset.kubernetes.io/tooling`. Delete it if nobody needs it, or choose another"
                            + " release name.");
        }

        @Test
        void is_of_another_tool() {
            refused(
                    with("annotations", ApplySet.TOOLING, "kubectl/v1.35"),
                    "ConfigMap `webank/webank-deploy.obs` is managed by other tooling, `kubectl/v1.35`, and not by"
                            + " `webank-deploy/v1`. Leave the set to that tool, or choose another release name.");
        }

        @Test
        void is_of_a_newer_version() {
            refused(
                    with("annotations", ApplySet.TOOLING, "webank-deploy/v2"),
                    "The inventory of the release `webank/obs`, ConfigMap `webank/webank-deploy.obs`, was written by a newer"
                            + " webank-deploy (tooling `webank-deploy/v2`). Use that version or a newer one.");
        }

        @Test
        void is_of_a_newer_format() {
            refused(
                    withBytes(written, Gzip.compress("{\"format\":4}".getBytes(StandardCharsets.UTF_8), 9)),
                    "The inventory of the release `webank/obs`, ConfigMap `webank/webank-deploy.obs`, was written by a newer"
                            + " webank-deploy (format 4). Use that version or a newer one.");
        }

        @Test
        void was_copied_from_another_namespace() {
            MapTree copy = new InventoryRecord(Release.of("obs", "elsewhere")).write(sample);
            refused(
                    copy,
                    "ConfigMap `webank/webank-deploy.obs` is the inventory of another release: its labels are not those of the"
                            + " release `webank/obs`. It may have been copied from another namespace or name: delete the copy.");
        }

        @Test
        void has_lost_its_data() {
            refused(
                    written.without("binaryData"),
                    "The inventory of the release `webank/obs`, ConfigMap `webank/webank-deploy.obs`, is damaged: `binaryData`"
                            + " has no `inventory`. Restore the ConfigMap from a backup; without one delete it, and apply again:"
                            + " objects of the set that bear the release's label are still its own.");
        }

        @Test
        void is_no_base64() {
            assertThatThrownBy(() -> record.read(written.with("binaryData", MapTree.of("inventory", "%"))))
                    .isInstanceOf(DeployException.Refused.class)
                    .hasMessageContaining("is damaged: `binaryData.inventory` is not base64. Restore");
        }

        @Test
        void has_members_out_of_order() {
            byte[] swapped = InventoryJson.write(Inventory.of(
                    Inventory.Phase.READY,
                    attempt("a", 1),
                    List.of(member(CONFIG_MAPS, "webank", "b"), member(CONFIG_MAPS, "webank", "a")),
                    List.of()));
            assertThatThrownBy(() -> record.read(withBytes(written, swapped)))
                    .isInstanceOf(DeployException.Refused.class)
                    .hasMessageContaining("is damaged: its members are not in order.");
        }

        @Test
        void is_going_away() {
            MapTree metadata = written.map("metadata").orElseThrow().with("deletionTimestamp", "2026-11-23T09:00:00Z");
            refused(
                    written.with("metadata", metadata),
                    "The inventory of the release `webank/obs`, ConfigMap `webank/webank-deploy.obs`, is being deleted, and"
                            + " something keeps it by a finalizer. Let its finalizers finish, or remove them, then try again.");
        }

        private void refused(MapTree configMap, String message) {
            assertThatThrownBy(() -> record.read(configMap))
                    .isInstanceOf(DeployException.Refused.class)
                    .hasMessage(message);
        }

        private MapTree without(String map, String key) {
            MapTree metadata = written.map("metadata").orElseThrow();
            return written.with(
                    "metadata",
                    metadata.with(map, metadata.map(map).orElseThrow().without(key)));
        }

        private MapTree with(String map, String key, String value) {
            MapTree metadata = written.map("metadata").orElseThrow();
            return written.with(
                    "metadata",
                    metadata.with(map, metadata.map(map).orElseThrow().with(key, value)));
        }
    }

    @Provide
    Arbitrary<Inventory> inventories() {
        ApiResource cluster = new ApiResource("rbac.authorization.k8s.io/v1", "ClusterRole", "clusterroles", false);
        Arbitrary<ApiResource> resources = Arbitraries.of(
                CONFIG_MAPS, DEPLOYMENTS, NAMESPACES, cluster, Samples.SERVICES, Samples.INGRESSES, Samples.WIDGETS);
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.strings().withCharRange('a', 'c').ofMinLength(1).ofMaxLength(6),
                Arbitraries.of(
                        "system:node",
                        "\ud83d\ude00",
                        "\ud83d\ude01",
                        "\ud83d\ude00a",
                        "caf\u00e9",
                        "a.b",
                        "x".repeat(253)));
        Arbitrary<String> uids = Arbitraries.of(
                "",
                "0b8e6f0a-9f0e-4d4e-8a56-0d3f2b9b7c11",
                "0B8E6F0A-9F0E-4D4E-8A56-0D3F2B9B7C11",
                "42",
                "00000000-0000-0000-0000-000000000000");
        Arbitrary<Digest> digests =
                Combinators.combine(Arbitraries.longs(), Arbitraries.integers()).as(Digest::of);
        Arbitrary<FieldSet> dropped = Arbitraries.of(
                        "{}",
                        "{'f:data': {'f:caf\u00e9': {}}}",
                        "{'f:spec': {'f:ports': {'k:{\"port\":80}': {'.': {}, 'f:port': {}}}}}")
                .map(fields -> FieldSet.of(map(fields)));
        Arbitrary<Member> members = Combinators.combine(
                        resources, Arbitraries.of("webank", "other"), names, uids, digests, digests, dropped)
                .as((resource, namespace, name, uid, desired, owned, fields) -> new Member(
                        ResourceId.of(
                                resource.apiVersion(), resource.kind(), resource.namespaced() ? namespace : "", name),
                        resource,
                        uid,
                        desired,
                        owned,
                        owned.isKnown() ? desired : Digest.none(),
                        fields));
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000));
        Arbitrary<Attempt> attempts = Combinators.combine(
                        Arbitraries.of("a", "f00d"),
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        digests,
                        times,
                        Arbitraries.of("", "jane@example.com", "\u0000`\n"))
                .as((id, revision, digest, time, actor) ->
                        new Attempt(id, revision, digest, Origin.of(time, actor).from(actor)));
        return Combinators.combine(
                        attempts,
                        Arbitraries.of(Inventory.Phase.class),
                        members.list().ofMaxSize(20).uniqueElements(Member::id))
                .as((attempt, phase, list) -> Samples.begin(attempt).with(phase, attempt, list));
    }

    private static byte[] bytes(MapTree configMap) {
        return Base64.getDecoder()
                .decode(configMap
                        .map("binaryData")
                        .orElseThrow()
                        .string("inventory")
                        .orElseThrow());
    }

    private static MapTree withBytes(MapTree configMap, byte[] bytes) {
        Tree encoded = ScalarTree.of(Base64.getEncoder().encodeToString(bytes));
        return configMap.with("binaryData", MapTree.of("inventory", encoded));
    }
}
