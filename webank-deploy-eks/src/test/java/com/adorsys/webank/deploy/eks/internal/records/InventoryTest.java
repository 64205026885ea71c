package com.adorsys.webank.deploy.eks.internal.records;

import static com.adorsys.webank.deploy.eks.internal.records.Samples.CONFIG_MAPS;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.DEPLOYMENTS;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.NAMESPACES;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.attempt;
import static com.adorsys.webank.deploy.eks.internal.records.Samples.member;
import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

class InventoryTest {
    private final Member namespace = member(NAMESPACES, "", "webank");
    private final Member settings = member(CONFIG_MAPS, "webank", "settings");
    private final Member obs = member(DEPLOYMENTS, "webank", "obs");

    @Test
    void a_new_one_is_applying_and_has_no_version() {
        Inventory inventory = Samples.begin(attempt("a", 1));
        assertThat(inventory.phase()).isEqualTo(Inventory.Phase.APPLYING);
        assertThat(inventory.resourceVersion()).isEmpty();
        assertThat(inventory.members()).isEmpty();
        assertThat(inventory).hasToString("inventory of 0 objects, revision 1, APPLYING");
    }

    @Test
    void members_stand_in_the_order_of_a_set_and_are_found() {
        Inventory inventory = Samples.begin(attempt("a", 1))
                .with(Inventory.Phase.APPLYING, attempt("a", 1), List.of(obs, settings, namespace));
        assertThat(inventory.members()).containsExactly(namespace, settings, obs);
        assertThat(inventory.find(settings.id())).contains(settings);
        assertThat(inventory.find(ResourceId.of("v1", "ConfigMap", "webank", "other")))
                .isEmpty();
    }

    @Test
    void every_member_is_found() {
        Inventory inventory = Samples.inventory(500, new Random(1));
        assertThat(inventory.members())
                .hasSize(500)
                .allSatisfy(member -> assertThat(inventory.find(member.id())).containsSame(member));
    }

    @Test
    void no_member_may_be_there_twice() {
        assertThatThrownBy(() -> Samples.begin(attempt("a", 1))
                        .with(Inventory.Phase.APPLYING, attempt("a", 1), List.of(obs, obs.withUid("u"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Deployment/webank/obs is there twice");
    }

    @Test
    void how_runs_ended_is_remembered_the_last_first() {
        Inventory inventory = Samples.begin(attempt("a", 1));
        assertThat(inventory.ended()).isEmpty();
        inventory = inventory.with(Inventory.Phase.READY, attempt("a", 1), List.of());
        inventory = inventory.with(Inventory.Phase.APPLYING, attempt("b", 2), List.of());
        inventory = inventory.with(Inventory.Phase.APPLYING, attempt("c", 3), List.of());
        inventory = inventory.with(Inventory.Phase.READY, attempt("c", 3), List.of());
        inventory = inventory.with(Inventory.Phase.APPLYING, attempt("d", 4), List.of());
        inventory = inventory.with(Inventory.Phase.TIMED_OUT, attempt("d", 4), List.of());
        inventory = inventory.with(Inventory.Phase.APPLYING, attempt("e", 5), List.of());
        inventory = inventory.with(Inventory.Phase.FAILED, attempt("e", 5), List.of());
        inventory = inventory.with(Inventory.Phase.APPLIED, attempt("f", 5), List.of());
        assertThat(inventory.ended())
                .containsExactly(
                        new Inventory.Ended(5, Inventory.Phase.APPLIED),
                        new Inventory.Ended(4, Inventory.Phase.TIMED_OUT),
                        new Inventory.Ended(3, Inventory.Phase.READY),
                        new Inventory.Ended(2, Inventory.Phase.INTERRUPTED),
                        new Inventory.Ended(1, Inventory.Phase.READY));
        assertThat(inventory.succeeded()).containsExactly(5L, 3L, 1L);
    }

    @Test
    void a_revision_that_succeeded_once_stays_one_to_go_back_to() {
        Inventory inventory = Samples.begin(attempt("a", 1))
                .with(Inventory.Phase.READY, attempt("a", 1), List.of())
                .with(Inventory.Phase.APPLYING, attempt("b", 1), List.of())
                .with(Inventory.Phase.FAILED, attempt("b", 1), List.of());
        assertThat(inventory.phase()).isEqualTo(Inventory.Phase.FAILED);
        assertThat(inventory.succeeded()).containsExactly(1L);
    }

    @Test
    void of_many_revisions_the_last_hundred_are_remembered() {
        Inventory inventory = Samples.begin(attempt("a", 1));
        for (int i = 1; i <= 150; i++) {
            inventory = inventory.with(Inventory.Phase.READY, attempt("a", i), List.of());
        }
        assertThat(inventory.succeeded()).hasSize(100).startsWith(150L).endsWith(51L);
    }

    @Test
    void a_union_keeps_what_was_applied_and_adds_what_is_to_come() {
        Digest digest = Samples.digest(new Random(2));
        Member applied = obs.withUid("u").withDigests(digest, digest);
        Inventory inventory =
                Samples.begin(attempt("a", 1)).with(Inventory.Phase.READY, attempt("a", 1), List.of(applied, settings));
        assertThat(inventory.union(List.of(obs, namespace))).containsExactly(namespace, settings, applied);
    }

    @Test
    void a_union_takes_a_members_new_api_version_and_forgets_digests_of_the_old() {
        Digest digest = Samples.digest(new Random(3));
        ApiResource beta = new ApiResource("apps/v1beta1", "Deployment", "deployments", true);
        Member applied = member(beta, "webank", "obs").withUid("u").withDigests(digest, digest);
        Inventory inventory =
                Samples.begin(attempt("a", 1)).with(Inventory.Phase.READY, attempt("a", 1), List.of(applied));
        assertThat(inventory.union(List.of(obs))).containsExactly(obs.withUid("u"));
        assertThat(inventory.union(List.of(obs)).get(0).resource()).isEqualTo(DEPLOYMENTS);
    }

    @Test
    void a_union_has_the_dropped_fields_of_both() {
        FieldSet before = FieldSet.of(map("{'f:data': {'f:a': {}}}"));
        FieldSet now = FieldSet.of(map("{'f:data': {'f:b': {}}}"));
        Inventory inventory = Samples.begin(attempt("a", 1))
                .with(Inventory.Phase.READY, attempt("a", 1), List.of(settings.withDropped(before)));
        assertThat(inventory.union(List.of(settings.withDropped(now), obs.withDropped(now))))
                .containsExactly(settings.withDropped(before.union(now)), obs.withDropped(now));
    }

    @Test
    void a_member_has_a_namespace_exactly_if_its_kind_has() {
        assertThatThrownBy(() -> member(CONFIG_MAPS, "", "a"))
                .hasMessage("ConfigMap/a needs a namespace")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> member(NAMESPACES, "webank", "a"))
                .hasMessage("Namespace/webank/a is of a kind without namespaces")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(namespace.path()).isEqualTo("/api/v1/namespaces/webank");
        assertThat(obs.path()).isEqualTo("/apis/apps/v1/namespaces/webank/deployments/obs");
    }

    @Test
    void equality_is_of_the_content_and_not_of_the_version() {
        EqualsVerifier.forClass(Inventory.class)
                .withPrefabValues(Member.class, settings, obs)
                .withIgnoredFields("metadata")
                .withNonnullFields("phase", "attempt", "members", "ended")
                .verify();
    }

    @Test
    void the_order_in_which_members_are_given_does_not_count() {
        List<Member> members =
                new ArrayList<>(Samples.inventory(100, new Random(4)).members());
        Inventory inventory = Samples.begin(attempt("a", 1)).with(Inventory.Phase.APPLYING, attempt("a", 1), members);
        Collections.shuffle(members, new Random(5));
        assertThat(inventory.with(Inventory.Phase.APPLYING, attempt("a", 1), members))
                .isEqualTo(inventory);
    }
}
