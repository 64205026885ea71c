package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestSelectorTest {
    private static final ManifestSet SET = ManifestSet.of(
            JsonTrees.manifest(
                    "{apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'obs', namespace: 'webank',"
                            + " labels: {app: 'obs', team: 'blue'}}}"),
            JsonTrees.manifest(
                    "{apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'prs', namespace: 'webank',"
                            + " labels: {app: 'prs', team: 'blue'}}}"),
            JsonTrees.manifest(
                    "{apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'obs', namespace: 'old'}}"),
            JsonTrees.manifest("{apiVersion: 'v1', kind: 'Service', metadata: {name: 'obs', namespace: 'webank',"
                    + " labels: {app: 'obs'}}}"),
            JsonTrees.manifest("{apiVersion: 'v1', kind: 'Namespace', metadata: {name: 'webank'}}"));

    @Nested
    class Finds {
        @Test
        void an_object_by_kind_and_name() {
            assertFinds(ManifestSelector.object("Service", "obs"), "Service/webank/obs");
            assertFinds(ManifestSelector.object("Namespace", "webank"), "Namespace/webank");
            assertFinds(ManifestSelector.object("Deployment", "obs"), "Deployment/old/obs", "Deployment/webank/obs");
            assertFinds(ManifestSelector.object("Deployment", "obs").inNamespace("old"), "Deployment/old/obs");
        }

        @Test
        void every_object_of_a_kind_or_with_labels_or_both() {
            assertFinds(
                    ManifestSelector.kind("Deployment"),
                    "Deployment/old/obs",
                    "Deployment/webank/obs",
                    "Deployment/webank/prs");
            assertFinds(ManifestSelector.label("app", "obs"), "Service/webank/obs", "Deployment/webank/obs");
            assertFinds(ManifestSelector.kind("Deployment").withLabel("app", "obs"), "Deployment/webank/obs");
            assertFinds(ManifestSelector.label("app", "obs").withLabel("team", "blue"), "Deployment/webank/obs");
            assertFinds(ManifestSelector.label("app", "obs").inNamespace("old"));
        }

        private static void assertFinds(ManifestSelector selector, String... ids) {
            assertThat(selector.find(SET)).extracting(Manifest::toString).containsExactly(ids);
            assertThat(SET.select(selector).manifests())
                    .extracting(Manifest::toString)
                    .containsExactly(ids);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deployment/obs", "Deployment/webank/obs", "Role/system:reader"})
    void is_parsed_from_its_own_text(String text) {
        assertThat(ManifestSelector.parse(text)).hasToString(text);
    }

    @Test
    void shows_what_it_selects() {
        assertThat(ManifestSelector.kind("Deployment")).hasToString("Deployment");
        assertThat(ManifestSelector.label("team", "blue")
                        .withLabel("app", "obs")
                        .inNamespace("webank"))
                .hasToString("app=obs team=blue in webank");
        assertThat(ManifestSelector.kind("Service").withLabel("app", "obs")).hasToString("Service app=obs");
    }

    @Nested
    class Refuses {
        @Test
        void selectors_that_would_select_more_than_intended() {
            String empty =
                    "error NAME_INVALID metadata.name: the name `` is not allowed: a name has 1 to 253 characters,"
                            + " none of them /, \\, % or a control character, and is neither . nor ... Choose another name.";
            assertRefused(() -> ManifestSelector.object("Deployment", ""), empty);
            assertRefused(() -> ManifestSelector.parse("Deployment/webank/"), empty);
        }

        @Test
        void texts_that_name_no_object() {
            assertRefused(
                    () -> ManifestSelector.parse("webank-obs"),
                    "error OBJECT_TEXT_INVALID: `webank-obs` does not name an object. Write `KIND/NAME` or"
                            + " `KIND/NAMESPACE/NAME`.");
            assertRefused(
                    () -> ManifestSelector.parse("Deployment//obs"),
                    "error NAME_INVALID: `` is not a valid name of a namespace. A name has at most 63 characters of a-z, 0-9"
                            + " and -, and starts and ends with a letter or digit.");
        }

        @Test
        void values_that_no_object_can_have() {
            assertRefused(
                    () -> ManifestSelector.kind("web app"),
                    "error NAME_INVALID kind: the kind `web app` is not valid: a kind has 1 to 63 letters and digits, and starts with a letter."
                            + " Write it as in `Deployment`.");
            assertRefused(
                    () -> ManifestSelector.label("team", "a b"),
                    "error LABEL_INVALID: `a b` is not a valid value of a label. A label value has at most 63 characters of"
                            + " A-Z, a-z, 0-9, -, _ and ., and starts and ends with a letter or digit.");
        }

        private static void assertRefused(Runnable made, String message) {
            assertThatThrownBy(made::run)
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage(message);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Deployment/obz         | did you mean `Deployment/obs`? If so, write it
                    Deploymnt/obs          | did you mean `Deployment/obs`? If so, write it
                    Service/webbank/obs    | did you mean `Service/webank/obs`? If so, write it
                    Job/cleanup            | the set has Deployment/obs, Deployment/prs, Namespace/webank, Service/obs
                    """)
    void suggests_the_nearest_object(String object, String remedy) {
        assertThat(ManifestSelector.parse(object).remedy(SET)).isEqualTo(remedy);
    }

    @Test
    void names_the_part_of_a_selection_that_matches_nothing() {
        assertThat(ManifestSelector.kind("Services").withLabel("app", "obs").remedy(SET))
                .isEqualTo("did you mean `Service`? If so, write it");
        assertThat(ManifestSelector.label("aap", "obs").remedy(SET))
                .isEqualTo("did you mean `app=obs`? If so, write it");
        assertThat(ManifestSelector.kind("Service").withLabel("team", "blue").remedy(SET))
                .isEqualTo("the set has app=obs");
        assertThat(ManifestSelector.kind("Service").inNamespace("webbank").remedy(SET))
                .isEqualTo("did you mean `webank`? If so, write it");
        assertThat(ManifestSelector.kind("Namespace").withLabel("app", "obs").remedy(SET))
                .isEqualTo("remove it: the set has none");
        assertThat(ManifestSelector.kind("Job").remedy(ManifestSet.empty())).isEqualTo("remove it: the set has none");
    }

    @Test
    void lists_a_few_of_many() {
        ManifestSet many = ManifestSet.empty();
        for (int i = 0; i < 9; i++) {
            many = many.with(
                    JsonTrees.manifest("{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'map-" + i + "'}}"));
        }

        assertThat(ManifestSelector.object("Deployment", "obs").remedy(many))
                .isEqualTo("the set has ConfigMap/map-0, ConfigMap/map-1, ConfigMap/map-2, ConfigMap/map-3,"
                        + " ConfigMap/map-4 and 4 more");
    }

    @Test
    void equality_compares_every_part() {
        EqualsVerifier.forClass(ManifestSelector.class)
                .withNonnullFields("kind", "namespace", "name", "labels")
                .verify();
    }
}
