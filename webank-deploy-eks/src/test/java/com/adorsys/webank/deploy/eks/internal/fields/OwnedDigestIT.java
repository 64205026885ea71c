package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.list;
import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.JsonPatch;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of every field that we own, on a real server, by every way to make it. */
class OwnedDigestIT {
    private final TestCluster cluster = TestCluster.shared();
    private final String namespace = cluster.namespace("owned");

    /** What cannot be changed in any way once it is there, or not by itself since something else refers to it. */
    private static final List<String> FIXED = List.of(
            "f:selector",
            "f:serviceName",
            "f:volumeClaimTemplates",
            "f:type",
            "f:spec f:template f:metadata f:labels f:app",
            "f:emptyDir",
            "f:resources",
            "f:volumeMounts k:{\"mountPath\":\"/conf\"} f:name",
            "f:volumeMounts k:{\"mountPath\":\"/data\"} f:name",
            "f:volumeMounts k:{\"mountPath\":\"/tmp\"} f:name",
            "f:volumes k:{\"name\":\"conf\"} f:name",
            "f:volumes k:{\"name\":\"tmp\"} f:name");

    static List<Sample> samples() {
        return Sample.all();
    }

    /** Sets a field to another value, and returns the object after it. */
    private interface Way {
        MapTree change(Live live, OwnedLeaf leaf, Tree value);
    }

    private static Map<String, Way> ways() {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put(
                "removal",
                (live, leaf, value) ->
                        live.patch(Live.JSON_PATCH, ListTree.of(op("remove", leaf, ScalarTree.ofNull()))));
        ways.put(
                "JSON patch",
                (live, leaf, value) -> live.patch(Live.JSON_PATCH, ListTree.of(op("replace", leaf, value))));
        ways.put("strategic merge patch", (live, leaf, value) -> live.patch(Live.STRATEGIC_PATCH, leaf.setTo(value)));
        ways.put(
                "update",
                (live, leaf, value) -> live.replace(
                        JsonPatch.of(ListTree.of(op("replace", leaf, value))).apply(live.get())));
        ways.put(
                "apply by force",
                (live, leaf, value) -> live.applyAs(
                        "somebody",
                        leaf.setTo(value)
                                .with(
                                        "apiVersion",
                                        live.desired().string("apiVersion").orElseThrow())
                                .with("kind", live.sample().kind())));
        return ways;
    }

    private static MapTree op(String op, OwnedLeaf leaf, Tree value) {
        return MapTree.of("op", op).with("path", leaf.pointer()).with("value", value);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_change_of_a_field_is_seen(Sample sample) {
        List<Map.Entry<String, Way>> ways = List.copyOf(ways().entrySet());
        List<OwnedLeaf> leaves =
                OwnedLeaf.of(Live.applied(cluster, namespace, sample).get());
        List<String> unchanged = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            OwnedLeaf leaf = leaves.get(i);
            // Each field is removed, and set in one way; if that is none for it, in the next.
            boolean changed = changes(sample, leaf, ways.get(0));
            boolean set = false;
            for (int w = 0; w < 4 && !set; w++) {
                set = changes(sample, leaf, ways.get(1 + (i + w) % 4));
            }
            if (!changed && !set && FIXED.stream().noneMatch(leaf.toString()::contains)) {
                unchanged.add(leaf.toString());
            }
        }
        assertThat(unchanged)
                .as("fields of " + sample + " that the server let nobody change")
                .isEmpty();
    }

    private boolean changes(Sample sample, OwnedLeaf leaf, Map.Entry<String, Way> way) {
        Live live = Live.named(cluster, namespace, sample);
        MapTree before = live.apply();
        MapTree after = null;
        for (Tree other : OwnedLeaf.others(leaf.value())) {
            after = live.accepted(() -> way.getValue().change(live, leaf, other));
            if (after != null || way.getKey().equals("removal")) {
                break;
            }
        }
        if (after == null) {
            return false;
        }
        boolean same = OwnedLeaf.fields(after).equals(OwnedLeaf.fields(before))
                && values(after).equals(values(before));
        assertThat(live.digest(after).equals(live.digest(before)))
                .as(sample + ": " + leaf + " by " + way.getKey())
                .isEqualTo(same);
        return !same;
    }

    private static List<String> values(MapTree live) {
        List<String> values = new ArrayList<>();
        for (OwnedLeaf leaf : OwnedLeaf.of(live)) {
            values.add(leaf + " " + Json.write(leaf.value()));
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void items_in_another_order_are_seen(Sample sample) {
        Live first = Live.applied(cluster, namespace, sample);
        for (OwnedLeaf list : OwnedLeaf.lists(first.get())) {
            Live live = Live.applied(cluster, namespace, sample);
            String digest = live.digest();
            List<Tree> items = new ArrayList<>(((ListTree) list.value()).items());
            items.add(items.remove(0));
            live.patch(Live.JSON_PATCH, ListTree.of(op("replace", list, ListTree.of(items))));

            assertThat(live.digest()).as(sample + ": " + list).isNotEqualTo(digest);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_answer_the_object_and_the_list_agree(Sample sample) {
        Live live = Live.applied(cluster, namespace, sample);
        MapTree answer = live.apply();
        String name = answer.map("metadata")
                .flatMap(metadata -> metadata.string("name"))
                .orElseThrow();

        MapTree item = live.list().items().stream()
                .map(MapTree.class::cast)
                .filter(one -> one.at("metadata", "name")
                        .orElseThrow()
                        .equals(answer.at("metadata", "name").orElseThrow()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
        assertThat(live.digest(answer)).isEqualTo(live.digest()).isEqualTo(live.digest(item));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void applying_again_changes_nothing(Sample sample) {
        Live live = Live.applied(cluster, namespace, sample);
        MapTree before = live.get();
        MapTree after = live.apply();

        assertThat(live.digest(after)).isEqualTo(live.digest(before));
        // The server leaves out `egress: []`, finds it new at every apply, and counts a generation.
        if (!sample.kind().equals("NetworkPolicy")) {
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void another_source_for_an_empty_volume_is_seen() {
        Live live = Live.applied(cluster, namespace, Sample.deployment());
        String digest = live.digest();

        live.patch(
                Live.STRATEGIC_PATCH,
                map("{spec: {template: {spec: {volumes: [{name: 'tmp', emptyDir: null, configMap: {name: 'c'}}]}}}}"));

        assertThat(live.digest()).isNotEqualTo(digest);
    }

    @Test
    void a_field_that_another_took_is_seen_though_its_value_is_the_same() {
        Live live = Live.applied(cluster, namespace, Sample.deployment());
        String digest = live.digest();

        // The server leaves out empty values, so whoever applies one adds it.
        live.applyAs("twin", live.desired());

        assertThat(live.digest()).isNotEqualTo(digest);
        assertThat(Owners.of(live.get(), live.desired()))
                .contains(new FieldOwner(
                        ".spec.template.spec.containers[name=\"app\"].env[name=\"EMPTY\"].value", "twin", ""));
    }

    @Test
    void scaling_is_seen() {
        Live live = Live.applied(cluster, namespace, Sample.deployment());
        String digest = live.digest();

        live.patchOf("scale", map("{spec: {replicas: 5}}"));

        assertThat(live.digest()).isNotEqualTo(digest);
    }

    @Test
    void an_object_that_was_removed_and_made_anew_by_another_is_not_ours() {
        Live live = Live.applied(cluster, namespace, Sample.configMap());
        live.patch(Live.JSON_PATCH, list("[{op: 'replace', path: '/metadata/managedFields', value: [{}]}]"));

        assertThat(OwnedDigest.of(live.get(), live.desired())).isEmpty();
    }

    @Test
    void applying_by_force_restores_what_was_changed() {
        Live live = Live.applied(cluster, namespace, Sample.deployment());
        String digest = live.digest();
        live.patch(
                Live.STRATEGIC_PATCH,
                map(
                        "{spec: {replicas: 4, template: {spec: {containers: [{name: 'app', image: 'other', args: ['-z']}]}}}}"));
        assertThat(live.digest()).isNotEqualTo(digest);

        live.applyByForce();

        assertThat(live.digest()).isEqualTo(digest);
    }
}
