package com.adorsys.webank.deploy.eks.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What many objects have alike is written once. */
class SharedTextsTest {
    private static ResourceId id(String name) {
        return ResourceId.of("v1", "ConfigMap", "shop", name);
    }

    private static List<PlannedObject> objects(Action action, String... names) {
        return Stream.of(names).map(name -> PlannedObject.of(id(name), action)).toList();
    }

    private static String text(List<PlannedObject> objects) {
        return new RunPlan(
                        Release.of("shop", "shop"),
                        ManifestSet.empty(),
                        DesiredSet.none(),
                        Inventory.none(),
                        objects,
                        List.of(),
                        List.of(),
                        List.of())
                .text();
    }

    @Test
    void why_objects_are_not_verified_is_in_a_plan_once() {
        List<PlannedObject> new1 = objects(Action.CREATE, "a", "b", "c", "d", "e", "f").stream()
                .map(object -> object.unasked(object.id().name().equals("f") ? Unverified.KIND : Unverified.NAMESPACE))
                .toList();
        assertThat(text(new1)).isEqualTo("""
                        + ConfigMap/shop/a  create, not verified yet
                            its namespace comes with this plan; the same holds for `ConfigMap/shop/b`, `ConfigMap/shop/c`, `ConfigMap/shop/d` and 1 more
                        + ConfigMap/shop/b  create, not verified yet
                        + ConfigMap/shop/c  create, not verified yet
                        + ConfigMap/shop/d  create, not verified yet
                        + ConfigMap/shop/e  create, not verified yet
                        + ConfigMap/shop/f  create, not verified yet
                            its kind comes with this plan
                        shop/shop: 6 to create.
                        """);
    }

    @Test
    void a_warning_of_the_server_is_in_a_plan_once() {
        List<PlannedObject> unchanged = objects(Action.UNCHANGED, "a", "b").stream()
                .map(object -> object.withWarnings("it is deprecated"))
                .toList();
        assertThat(text(unchanged)).isEqualTo("""
                        = ConfigMap/shop/a  unchanged
                            warning: it is deprecated; the same holds for `ConfigMap/shop/b`
                        shop/shop: 2 unchanged.
                        """);
    }

    @Test
    void a_warning_of_the_server_is_in_the_changes_once() {
        Outcomes outcomes = new Outcomes();
        outcomes.warn(id("b"), List.of("it is deprecated", "it is alone"));
        outcomes.warn(id("a"), List.of("it is deprecated"));
        outcomes.warn(id("a"), List.of("it is deprecated"));
        assertThat(outcomes.warnings())
                .containsExactly(
                        "ConfigMap/shop/a: it is deprecated; the same holds for `ConfigMap/shop/b`",
                        "ConfigMap/shop/b: it is alone");
    }

    private static Problem problem(String code, ResourceId id, String what, String remedy) {
        return Problem.warning(code, Location.of(id.toString()), what, remedy);
    }

    private static List<String> problems(String code, String what, String remedy) {
        return Planner.problems(objects(Action.UNCHANGED, "a", "b").stream()
                        .map(object -> object.problem(problem(code, object.id(), what, remedy + object.id())))
                        .toList())
                .stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void a_problem_that_objects_have_alike_is_reported_once() {
        PlannedObject a = objects(Action.UNCHANGED, "a").get(0);
        PlannedObject b = objects(Action.UNCHANGED, "b").get(0);
        PlannedObject c = objects(Action.UNCHANGED, "c").get(0);
        assertThat(Planner.problems(List.of(
                        a.problem(problem(ProblemCodes.OWNER_MARK_LEFT, a.id(), "it has a label", "remove it")),
                        b.problem(problem(ProblemCodes.OWNER_MARK_LEFT, b.id(), "it has a label", "remove it")),
                        c.problem(problem(ProblemCodes.OWNER_MARK_LEFT, c.id(), "it has two labels", "remove it")))))
                .extracting(Problem::toString)
                .containsExactly(
                        "warning OWNER_MARK_LEFT ConfigMap/shop/a: it has a label; the same holds for `ConfigMap/shop/b`."
                                + " Remove it.",
                        "warning OWNER_MARK_LEFT ConfigMap/shop/c: it has two labels. Remove it.");
    }

    @Test
    void each_has_its_own_remedy_but_for_adoption() {
        assertThat(problems(ProblemCodes.FIELD_IMMUTABLE, "it cannot be changed", "replace "))
                .hasSize(2);
        assertThat(problems(ProblemCodes.OBJECT_FOREIGN, "it is another's", "adopt "))
                .containsExactly("warning OBJECT_FOREIGN ConfigMap/shop/a: it is another's; the same holds for"
                        + " `ConfigMap/shop/b`. Adopt ConfigMap/shop/a.");
    }

    @Test
    void what_an_account_may_not_do_is_left_to_those_who_group_it_by_kind() {
        assertThat(problems(ProblemCodes.PERMISSION_MISSING, "it may not be read", "ask"))
                .hasSize(2);
    }
}
