package com.adorsys.webank.deploy.eks.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plan that was reviewed and one that is made again must agree on. */
class RunPlanTest {
    private static MapTree live(String name, String uid, String value) {
        MapTree metadata = MapTree.builder()
                .put("name", name)
                .put("namespace", "shop")
                .put("uid", uid)
                .build();
        return MapTree.builder()
                .put("apiVersion", "v1")
                .put("kind", "ConfigMap")
                .put("metadata", metadata)
                .put("data", MapTree.of("key", value))
                .build();
    }

    private static PlannedObject object(String name, Action action) {
        return PlannedObject.of(ResourceId.of("v1", "ConfigMap", "shop", name), action);
    }

    private static PlannedObject update(String name, String uid, String from, String to) {
        LiveObject before = new LiveObject(live(name, uid, from));
        LiveObject after = new LiveObject(live(name, uid, to));
        List<Difference> differences = ManifestDiff.between(
                        ManifestSet.of(before.content()), ManifestSet.of(after.content()))
                .objects()
                .get(0)
                .differences();
        return object(name, Action.UPDATE)
                .seen(before)
                .withDifferences(differences)
                .withChangeClass(ChangeClass.CONFIGURATION);
    }

    private static RunPlan plan(PlannedObject... objects) {
        return new RunPlan(
                Release.of("shop", "shop"),
                ManifestSet.empty(),
                DesiredSet.none(),
                Inventory.none(),
                List.of(objects),
                List.of(),
                List.of(),
                List.of());
    }

    private static final PlannedObject NEW = object("a", Action.CREATE);

    @Test
    void the_same_objects_with_the_same_changes_are_the_same() {
        RunPlan reviewed = plan(NEW, update("b", "1", "old", "new"));
        RunPlan again = plan(object("a", Action.CREATE), update("b", "1", "old", "new"));
        assertThat(reviewed.isSameAs(again)).isTrue();
        assertThat(reviewed.firstDifference(again)).isEmpty();
    }

    @Test
    void an_object_that_was_remade_or_changed_meanwhile_or_gets_another_change_is_another() {
        RunPlan reviewed = plan(NEW, update("b", "1", "old", "new"));
        for (PlannedObject now : List.of(
                update("b", "2", "old", "new"),
                update("b", "1", "theirs", "new"),
                update("b", "1", "old", "newer"),
                object("b", Action.CREATE))) {
            assertThat(reviewed.isSameAs(plan(NEW, now))).isFalse();
            assertThat(reviewed.firstDifference(plan(NEW, now))).isEqualTo("ConfigMap/shop/b");
        }
    }

    @Test
    void an_object_that_only_one_of_them_has_is_a_difference() {
        RunPlan one = plan(NEW);
        RunPlan two = plan(NEW, object("b", Action.CREATE));
        assertThat(one.isSameAs(two)).isFalse();
        assertThat(two.isSameAs(one)).isFalse();
        assertThat(one.firstDifference(two)).isEqualTo("ConfigMap/shop/b");
        assertThat(two.firstDifference(one)).isEqualTo("ConfigMap/shop/b");
    }

    @Test
    void what_cannot_be_asked_yet_is_not_what_was_asked() {
        PlannedObject unverified = object("a", Action.CREATE).unasked(Unverified.NAMESPACE);
        assertThat(plan(NEW).isSameAs(plan(unverified))).isFalse();
    }
}
