package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
    @Nested
    class Releases {
        @Test
        void have_a_name_and_a_namespace() {
            Release release = Release.of("webank", "webank-dev");

            assertThat(release.name()).isEqualTo("webank");
            assertThat(release.namespace()).isEqualTo("webank-dev");
            assertThat(release).hasToString("webank-dev/webank");
        }

        @Test
        void tell_both_problems_at_once() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> Release.of("Webank", "web.ank"))
                    .withMessage("""
                            error RELEASE_INVALID release.name: the release's name `Webank` is not allowed: a release name \
                            has at most 53 characters of a-z, 0-9, - and ., and each part between dots starts and ends with \
                            a letter or digit. Choose another name.
                            error RELEASE_INVALID release.namespace: the release's namespace `web.ank` is not allowed: a \
                            name has at most 63 characters of a-z, 0-9 and -, and starts and ends with a letter or digit. \
                            Choose another namespace.""");
        }

        @Test
        void are_equal_by_their_parts() {
            EqualsVerifier.forClass(Release.class).verify();
        }
    }

    @Nested
    class Secrets {
        @Test
        void are_named() {
            SecretRef secret = SecretRef.of("webank-obs-secret");

            assertThat(secret.name()).isEqualTo("webank-obs-secret");
            assertThat(secret).hasToString("webank-obs-secret");
        }

        @Test
        void have_a_version_that_their_keys_keep() {
            SecretRef secret = SecretRef.of("rds").withVersion("2026-11-28");

            assertThat(secret.version()).contains("2026-11-28");
            assertThat(secret).isNotEqualTo(SecretRef.of("rds")).hasToString("rds");
            assertThat(secret.key("password"))
                    .isEqualTo(SecretKeyRef.of("rds", "password").withVersion("2026-11-28"));
            assertThat(secret.key("password").ref()).isEqualTo(secret);
            assertThat(SecretKeyRef.of("rds", "password").ref().version()).isEmpty();
        }

        @Test
        void have_no_version_that_could_be_the_value() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> SecretRef.of("rds").withVersion(""))
                    .withMessage(
                            "error NAME_INVALID secret.version: the version of the Secret `rds` is not allowed: it is"
                                    + " empty. Choose a number or a date, not a part of the value.");
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> SecretRef.of("rds").withVersion("p@ss"))
                    .withMessageStartingWith(
                            "error NAME_INVALID secret.version: the version of the Secret `rds` is not allowed: ")
                    .withMessageNotContaining("p@ss");
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> SecretRef.of("rds").withVersion("ghp_" + "a1B2c3D4e5F6".repeat(3)))
                    .withMessage("error SECRET_VALUE secret.version: the version of the Secret `rds` is a GitHub token."
                            + " Choose a number or a date, not a part of the value.");
        }

        @Test
        void have_keys() {
            SecretKeyRef key = SecretRef.of("rds").key("PASSWORD");

            assertThat(key).isEqualTo(SecretKeyRef.of("rds", "PASSWORD")).hasToString("rds/PASSWORD");
            assertThat(key.secret()).isEqualTo("rds");
            assertThat(key.key()).isEqualTo("PASSWORD");
        }

        @Test
        void refuse_another_name() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> SecretRef.of("a/b"))
                    .withMessage(
                            "error NAME_INVALID secret.name: the Secret's name `a/b` is not allowed: a name has at most"
                                    + " 253 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter"
                                    + " or digit. Choose another name.");
        }

        @Test
        void tell_both_problems_at_once() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> SecretKeyRef.of("", "a b"))
                    .satisfies(e -> assertThat(e.problems())
                            .extracting(problem -> problem.location().path())
                            .containsExactly("secret.name", "secret.key"));
        }

        @Test
        void are_equal_by_their_parts() {
            EqualsVerifier.forClass(SecretRef.class).verify();
            EqualsVerifier.forClass(SecretKeyRef.class).verify();
        }
    }

    @Nested
    class Ids {
        @Test
        void tell_their_parts() {
            ResourceId id = ResourceId.of("apps/v1", "Deployment", "webank", "webank-obs");

            assertThat(id.apiVersion()).isEqualTo("apps/v1");
            assertThat(id.group()).isEqualTo("apps");
            assertThat(id.version()).isEqualTo("v1");
            assertThat(id.kind()).isEqualTo("Deployment");
            assertThat(id.namespace()).isEqualTo("webank");
            assertThat(id.name()).isEqualTo("webank-obs");
            assertThat(id).hasToString("Deployment/webank/webank-obs");
        }

        @Test
        void may_have_no_group_or_namespace() {
            ResourceId id = ResourceId.of("v1", "Namespace", "", "webank");

            assertThat(id.group()).isEmpty();
            assertThat(id.version()).isEqualTo("v1");
            assertThat(id).hasToString("Namespace/webank");
        }

        @Test
        void are_equal_whatever_the_version() {
            ResourceId one = ResourceId.of("autoscaling/v1", "HorizontalPodAutoscaler", "a", "b");
            ResourceId two = ResourceId.of("autoscaling/v2", "HorizontalPodAutoscaler", "a", "b");

            assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
        }

        @Test
        void differ_by_every_other_part() {
            ResourceId id = ResourceId.of("apps/v1", "Deployment", "a", "b");

            assertThat(id)
                    .isNotEqualTo(ResourceId.of("appz/v1", "Deployment", "a", "b"))
                    .isNotEqualTo(ResourceId.of("v1", "Deployment", "a", "b"))
                    .isNotEqualTo(ResourceId.of("apps/v1", "DaemonSet", "a", "b"))
                    .isNotEqualTo(ResourceId.of("apps/v1", "Deployment", "", "b"))
                    .isNotEqualTo(ResourceId.of("apps/v1", "Deployment", "a", "c"))
                    .isNotEqualTo(null);
        }

        @ParameterizedTest
        @ValueSource(strings = {"system:node", "Webank_x", "v1.apps", "a..b"})
        void take_any_name_that_can_stand_in_a_path(String name) {
            assertThat(ResourceId.of("v1", "X", "", name).name()).isEqualTo(name);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "..", "a/b", "a%b", "..\\a", "a\nb", "a\u0000b"})
        void refuse_a_name_that_could_leave_its_folder(String name) {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> ResourceId.of("v1", "X", "", name))
                    .withMessageStartingWith("error NAME_INVALID metadata.name: the name " + Problem.quote(name));
        }

        @Test
        void tell_all_problems_at_once() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> ResourceId.of("a/b/c", "1x", "A", "../x"))
                    .withMessage("""
                            error NAME_INVALID apiVersion: the API version `a/b/c` is not valid: it is a version, or a \
                            group, / and a version. Write it as in `v1` or `apps/v1`.
                            error NAME_INVALID kind: the kind `1x` is not valid: a kind has 1 to 63 letters and digits, and starts with a letter. \
                            Write it as in `Deployment`.
                            error NAME_INVALID metadata.namespace: the namespace `A` is not allowed: a name has at most 63 \
                            characters of a-z, 0-9 and -, and starts and ends with a letter or digit. Choose another \
                            namespace.
                            error NAME_INVALID metadata.name: the name `../x` is not allowed: a name has 1 to 253 \
                            characters, none of them /, \\, % or a control character, and is neither . nor ... Choose another \
                            name.""");
        }
    }

    @Property(tries = 300)
    void nothing_else_is_thrown(@ForAll String a, @ForAll String b, @ForAll String c, @ForAll String d) {
        try {
            ResourceId.of(a, b, c, d);
        } catch (DeployException.InvalidInput e) {
            assertThat(e.problems()).isNotEmpty();
        }
        try {
            Release.of(a, b);
        } catch (DeployException.InvalidInput e) {
            assertThat(e.problems()).isNotEmpty();
        }
        try {
            SecretKeyRef.of(a, b);
        } catch (DeployException.InvalidInput e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }
}
