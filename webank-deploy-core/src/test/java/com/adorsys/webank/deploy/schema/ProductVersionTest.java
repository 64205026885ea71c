package com.adorsys.webank.deploy.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductVersionTest {
    private static final ProductVersion V1_34 = ProductVersion.kubernetes("1.34");
    private static final ProductVersion V1_35 = ProductVersion.kubernetes("1.35");
    private static final ProductVersion V1_36 = ProductVersion.kubernetes("1.36");
    private static final ProductVersion ARGO_CD = ProductVersion.argoCd("3.2");

    @ParameterizedTest
    @ValueSource(strings = {"1.35", "v1.35", "1.35.4", "v1.35.4", "v1.35.12", "v1.35.4-eks-1", "1.35.4+k3s1"})
    void a_version_is_read_with_a_patch_and_a_suffix(String text) {
        assertThat(ProductVersion.kubernetes(text)).isEqualTo(V1_35).hasToString("Kubernetes 1.35");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v",
                "1",
                "1.31",
                "1.38",
                "1.350",
                "1.035",
                "1.3",
                "1.35.",
                "1.35.x",
                "1.35.4x",
                "1.35-eks",
                "vv1.35",
                " 1.35",
                "1.35 ",
                "latest",
                "3.2"
            })
    void another_text_is_an_error(String text) {
        assertThatThrownBy(() -> ProductVersion.kubernetes(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error VERSION_UNSUPPORTED: `" + text
                        + "` is not a supported version of Kubernetes. Write one of 1.32 to 1.37.");
    }

    @Test
    void a_version_of_argo_cd_is_one_of_the_supported_versions_of_argo_cd() {
        assertThat(ProductVersion.argoCd("v3.2.1")).isEqualTo(ARGO_CD).hasToString("Argo CD 3.2");
        assertThat(ARGO_CD.product()).isEqualTo("Argo CD");
        assertThat(ARGO_CD.number()).isEqualTo("3.2");
        assertThatThrownBy(() -> ProductVersion.argoCd("2.12"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error VERSION_UNSUPPORTED: `2.12` is not a supported version of Argo CD."
                        + " Write one of 2.13 to 3.6.");
    }

    @Test
    void every_supported_version_can_be_read() {
        assertThat(Schemas.kubernetesVersions())
                .isSorted()
                .allSatisfy(version ->
                        assertThat(ProductVersion.kubernetes(version.number())).isEqualTo(version));
        assertThat(Schemas.argoCdVersions())
                .isSorted()
                .allSatisfy(version ->
                        assertThat(ProductVersion.argoCd(version.number())).isEqualTo(version));
    }

    @Test
    void versions_are_compared_by_number() {
        assertThat(ProductVersion.parse("Kubernetes", "1.9")).isLessThan(ProductVersion.parse("Kubernetes", "1.10"));
        assertThat(ProductVersion.argoCd("2.14")).isLessThan(ProductVersion.argoCd("3.0"));
        EqualsVerifier.forClass(ProductVersion.class).verify();
    }

    @Nested
    class Ranges {
        @Test
        void both_bounds_are_in_a_range() {
            VersionRange range = VersionRange.of(V1_34, V1_35);

            assertThat(range.contains(ProductVersion.kubernetes("1.33"))).isFalse();
            assertThat(range.contains(V1_34)).isTrue();
            assertThat(range.contains(V1_35)).isTrue();
            assertThat(range.contains(V1_36)).isFalse();
            assertThat(range.isAll()).isFalse();
            assertThat(range.product()).isEqualTo("Kubernetes");
            assertThat(range).hasToString("Kubernetes 1.34 to 1.35");
        }

        @Test
        void a_range_may_have_one_bound_or_one_version() {
            assertThat(VersionRange.of(V1_34, null)).hasToString("Kubernetes 1.34 and later");
            assertThat(VersionRange.of(null, V1_34)).hasToString("Kubernetes 1.34 and earlier");
            assertThat(VersionRange.of(V1_34, V1_34)).hasToString("Kubernetes 1.34");
            assertThat(VersionRange.of(null, V1_34).contains(V1_35)).isFalse();
            assertThat(VersionRange.of(V1_36, null).contains(V1_35)).isFalse();
        }

        @Test
        void every_version_and_no_version_are_ranges() {
            assertThat(VersionRange.of(null, null)).isSameAs(VersionRange.ALL).hasToString("every version");
            assertThat(VersionRange.ALL.isAll()).isTrue();
            assertThat(VersionRange.ALL.contains(V1_34)).isTrue();
            assertThat(VersionRange.ALL.product()).isEmpty();
            assertThat(VersionRange.NONE).hasToString("no version");
            assertThat(VersionRange.NONE.isAll()).isFalse();
            assertThat(VersionRange.NONE.contains(V1_34)).isFalse();
        }

        @Test
        void a_version_of_another_product_is_an_error() {
            assertThatThrownBy(() -> VersionRange.of(V1_34, null).contains(ARGO_CD))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Argo CD 3.2 is not a version of Kubernetes");
        }
    }

    @Nested
    class OfTargets {
        @Test
        void targets_have_one_version_for_each_product() {
            Targets targets = Targets.any().with(V1_34).with(ARGO_CD).with(V1_35);

            assertThat(targets.of("Kubernetes")).hasValue(V1_35);
            assertThat(targets.of("Argo CD")).hasValue(ARGO_CD);
            assertThat(targets.of("another")).isEmpty();
            assertThat(targets)
                    .hasToString("Argo CD 3.2, Kubernetes 1.35")
                    .isEqualTo(Targets.any().with(V1_35).with(ARGO_CD));
        }

        @Test
        void without_a_version_any_version_is_meant() {
            assertThat(Targets.any().of("Kubernetes")).isEmpty();
            assertThat(Targets.any().with(V1_34)).isNotEqualTo(Targets.any());
            assertThat(Targets.any()).hasToString("any version");
            EqualsVerifier.forClass(Targets.class).withNonnullFields("versions").verify();
        }
    }
}
