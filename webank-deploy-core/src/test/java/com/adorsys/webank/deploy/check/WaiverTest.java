package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WaiverTest {
    /** An error at the autoscaler, and two warnings at the Deployment. */
    private static final String TEXT = Sets.GOOD
            .replace("minReplicas: 1", "minReplicas: 9")
            .replace("acme/shop:1.0", "acme/shop")
            .replace("wait:1", "wait");

    private static final ManifestSet FAULTY = Sets.of(TEXT);

    private static final String MIN_REPLICAS = "HorizontalPodAutoscaler/web/shop.spec.minReplicas";
    private static final String TOO_MANY = "error OUT_OF_RANGE " + MIN_REPLICAS
            + ": `minReplicas` is `9`, more than `maxReplicas`, which is `3`. Write at most `3`, or raise `maxReplicas`.";

    private static CheckReport report(Waiver... waivers) {
        return Checks.all().check(FAULTY, List.of(waivers));
    }

    @Test
    void removes_the_problems_of_a_code_at_an_object_and_keeps_them_with_the_reason() {
        Waiver images = Waiver.of("IMAGE_TAG", "Deployment/shop", "built anew each night");

        CheckReport report = report(images);

        assertThat(report.problems()).extracting(Problem::code).containsExactly("OUT_OF_RANGE");
        assertThat(report.waived()).containsOnlyKeys(images);
        assertThat(report.waived().get(images))
                .extracting(Problem::toString)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("warning IMAGE_TAG Deployment/web/shop.spec.template"),
                        second -> assertThat(second).startsWith("warning IMAGE_TAG Deployment/web/shop.spec.template"));
        assertThat(images).hasToString("IMAGE_TAG of Deployment/shop: built anew each night");
        assertThat(report).hasToString("1 errors, 0 warnings, 1 waivers");
    }

    @Test
    void removes_errors_too() {
        CheckReport report = report(Waiver.of("OUT_OF_RANGE", "HorizontalPodAutoscaler/web/shop", "a test"));

        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings()).hasSize(2);
        report.throwIfErrors();
    }

    @Test
    void does_not_remove_other_codes_and_objects() {
        CheckReport report = report(
                Waiver.of("OUT_OF_RANGE", "HorizontalPodAutoscaler/other/shop", "elsewhere"),
                Waiver.of("IMAGE_TAG", "Service/shop", "another code"));

        assertThat(report.problems()).hasSize(5);
        assertThatThrownBy(report::throwIfErrors).hasMessage(TOO_MANY);
    }

    @Nested
    class That_waives_nothing_is_a_warning {
        @Test
        void which_names_the_nearest_object() {
            assertUnused(
                    "warning WAIVER_UNUSED waivers[0]: the waiver of `IMAGE_TAG` for `Deployment/shp` waives nothing:"
                            + " there is no such object. Did you mean `Deployment/shop`? If so, write it.",
                    Waiver.of("IMAGE_TAG", "Deployment/shp", "typo"));
        }

        @Test
        void which_names_the_nearest_code() {
            assertUnused(
                    "warning WAIVER_UNUSED waivers[0]: the waiver of `IMAGE_TAGS` for `Deployment/shop` waives nothing:"
                            + " the checks find no such problem at this object. Did you mean `IMAGE_TAG`? If so, write it.",
                    Waiver.of("IMAGE_TAGS", "Deployment/shop", "typo"));
        }

        @Test
        void after_the_problem_is_corrected() {
            assertUnused(
                    "warning WAIVER_UNUSED waivers[0]: the waiver of `POD_SECURITY` for `Deployment/shop` waives nothing:"
                            + " the checks find no such problem at this object. Remove it.",
                    Waiver.of("POD_SECURITY", "Deployment/shop", "was needed once"));
        }

        @Test
        void if_an_earlier_waiver_waives_the_same_problems() {
            Waiver first = Waiver.of("IMAGE_TAG", "Deployment/shop", "built anew each night");
            assertUnused(
                    "warning WAIVER_UNUSED waivers[1]: the waiver of `IMAGE_TAG` for `Deployment/web/shop` waives"
                            + " nothing: an earlier waiver waives the same problems. Remove it.",
                    first,
                    Waiver.of("IMAGE_TAG", "Deployment/web/shop", "again"));
            assertUnused(
                    "warning WAIVER_UNUSED waivers[1]: the waiver of `IMAGE_TAG` for `Deployment/shop` waives nothing: an"
                            + " earlier waiver waives the same problems. Remove it.",
                    first,
                    first);
        }

        private static void assertUnused(String message, Waiver... waivers) {
            List<Problem> problems = report(waivers).problems();
            assertThat(problems.get(problems.size() - 1)).hasToString(message);
        }
    }

    @Test
    void distinguishes_an_object_whose_name_starts_with_the_name_of_another() {
        ManifestSet both = ManifestSet.empty();
        for (String name : List.of("shop", "shop.v2")) {
            both = both.plus(Sets.of("apiVersion: v1\nkind: Service\nmetadata: {name: " + name + ", namespace: web}\n"
                    + "spec: {ports: [{port: 0}]}\n"));
        }

        CheckReport report =
                Checks.all().check(both, List.of(Waiver.of("OUT_OF_RANGE", "Service/shop", "the mesh takes it")));

        assertThat(report.errors())
                .extracting(problem -> problem.location().path())
                .contains("Service/web/shop.v2.spec.ports[0].port")
                .doesNotContain("Service/web/shop.spec.ports[0].port");
    }

    @Test
    void keeps_the_places() {
        ManifestSet placed = YamlReader.readManifests("shop.yaml", TEXT.getBytes(StandardCharsets.UTF_8));
        Waiver images = Waiver.of("IMAGE_TAG", "Deployment/shop", "built anew each night");

        assertThat(Checks.all().check(placed, List.of(images)).problems())
                .extracting(Problem::toString)
                .containsExactly("shop.yaml:62:3: " + TOO_MANY);
        assertThat(Checks.all().check(placed, List.of()).problems())
                .containsAll(Checks.all().check(placed, List.of(images)).problems());
    }

    @Test
    void reports_of_a_part_of_a_model_say_where_in_it() {
        Waiver images = Waiver.of("IMAGE_TAG", "Deployment/shop", "built anew each night");
        Waiver unused = Waiver.of("POD_SECURITY", "Deployment/shop", "was needed once");

        CheckReport moved = report(images, unused)
                .withPlaces(inside -> Location.of(Location.join("environment.dev", inside.path())));

        assertThat(moved.problems())
                .extracting(problem -> problem.location().path())
                .containsExactly("environment.dev." + MIN_REPLICAS, "environment.dev.waivers[1]");
        assertThat(moved.waived().get(images))
                .isNotEmpty()
                .allSatisfy(problem ->
                        assertThat(problem.location().path()).startsWith("environment.dev.Deployment/web/shop."));
        assertThat(moved.manifests()).isSameAs(FAULTY);
    }

    @Test
    void needs_a_code_an_object_and_a_reason() {
        assertThatThrownBy(() -> Waiver.of("pod security", "Deployment/shop", " "))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage("""
                        error WAIVER_INVALID waiver.code: `pod security` is not the code of a problem. Write it as the checks print it, such as `POD_SECURITY`.
                        error WAIVER_INVALID waiver.reason: the waiver of `pod security` for `Deployment/shop` has no reason. Write why the problem is accepted.""");
        assertThatThrownBy(() -> Waiver.of("POD_SECURITY", "shop", "starts as root"))
                .hasMessage("error OBJECT_TEXT_INVALID: `shop` does not name an object. Write `KIND/NAME` or"
                        + " `KIND/NAMESPACE/NAME`.");
    }

    @Test
    void equality_compares_every_part() {
        EqualsVerifier.forClass(Waiver.class)
                .withNonnullFields("code", "object", "reason")
                .verify();
    }
}
