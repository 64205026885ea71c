package com.adorsys.webank.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code VersionConstraintIT} compares with the library that Helm uses. */
class VersionConstraintTest {
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            1.2.3              ! 1.2.3 1.2.3+5           ! 1.2.4 1.2.3-rc.1
            =1.2.3             ! 1.2.3                   ! 1.2.4
            1.2                ! 1.2.0 1.2.9             ! 1.1.9 1.3.0
            1.x                ! 1.0.0 1.9.9             ! 0.9.0 2.0.0
            v1.2.X             ! 1.2.9                   ! 1.3.0
            *                  ! 0.0.0 9.9.9             ! 1.0.0-rc.1
            >1.2               ! 1.3.0 2.0.0             ! 1.2.9 1.1.0
            >1.2.3             ! 1.2.4                   ! 1.2.3
            <2                 ! 1.9.9                   ! 2.0.0
            <=1.2              ! 1.2.9 1.1.0             ! 1.3.0
            <=1                ! 1.9.9                   ! 2.0.0
            >=1.29.0-0         ! 1.29.0-eks-1 1.35.2     ! 1.28.9
            >=1.29             ! 1.29.0                  ! 1.29.1-eks-1
            ~1.2.3             ! 1.2.3 1.2.9             ! 1.2.2 1.3.0
            ~>1                ! 1.9.0                   ! 2.0.0
            ^1.2.3             ! 1.2.3 1.9.0             ! 1.2.2 2.0.0
            ^0.2.3             ! 0.2.9                   ! 0.3.0 0.2.2
            ^0.0.3             ! 0.0.3                   ! 0.0.4
            ^0.0               ! 0.0.9                   ! 0.1.0
            ^0                 ! 0.9.0                   ! 1.0.0
            >=1.2 <1.5         ! 1.2.0 1.4.9             ! 1.5.0 1.1.0
            '>= 1.2, < 1.5'    ! 1.4.9                   ! 1.5.0
            1.2 - 1.4          ! 1.2.0 1.4.9             ! 1.1.9 1.5.0
            1.2.0 - 1.4.5      ! 1.4.5                   ! 1.4.6
            ^1.2.0 || ^3.0.0   ! 1.9.0 3.1.0             ! 2.0.0
            """)
    void a_constraint_accepts_and_refuses(String constraint, String accepted, String refused) {
        for (String version : accepted.split(" ")) {
            assertThat(allows(constraint, version)).as(version).isTrue();
        }
        for (String version : refused.split(" ")) {
            assertThat(allows(constraint, version)).as(version).isFalse();
        }
    }

    @Test
    void not_is_an_operator_too() {
        assertThat(allows("!=1.2.3", "1.2.4")).isTrue();
        assertThat(allows("!=1.2.3", "1.2.3")).isFalse();
        assertThat(allows("!=1.x", "1.2.3")).isFalse();
        assertThat(allows("!=1.2.x", "1.3.0")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest",
                ">>1.0",
                "1.2.3.4",
                ">=*",
                "^x",
                "01.2",
                ">=1.0,",
                ">=1.0,,<2",
                "1.0 ||",
                "1.0 & 2.0",
                "1.2.3-01",
                ">1.0<2.0",
                "9223372036854775808",
                "=>"
            })
    void other_texts_are_refused(String text) {
        assertThatThrownBy(() -> VersionConstraint.parse(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error VERSION_INVALID version: `" + text
                        + "` is not a constraint of versions. Write a version, or conditions such as `>=1.2.0 <2.0.0`,"
                        + " `^1.2.0` or `1.x`; write `*` for every version that is no pre-release.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void an_empty_text_is_refused(String text) {
        assertThatThrownBy(() -> VersionConstraint.parse(text))
                .hasMessageStartingWith("error VERSION_INVALID version: the constraint is empty. Write a version,");
    }

    @Test
    void a_constraint_has_at_most_512_characters_and_32_groups() {
        assertThat(VersionConstraint.parse("1||".repeat(31) + "1").allows(SemVer.of(1, 0, 0)))
                .isTrue();
        assertThatThrownBy(() -> VersionConstraint.parse("1||".repeat(32) + "1"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> VersionConstraint.parse("1" + " ".repeat(512))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_constraint_is_equal_by_its_text() {
        assertThat(VersionConstraint.parse("^1.2"))
                .isEqualTo(VersionConstraint.parse("^1.2"))
                .isNotEqualTo(VersionConstraint.parse("^1.2.0"))
                .hasToString("^1.2");
    }

    private static boolean allows(String constraint, String version) {
        return VersionConstraint.parse(constraint).allows(SemVer.parse(version));
    }
}
