package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredFieldTest {
    private static final ResourceId WEB = ResourceId.of("apps/v1", "Deployment", "shop", "web");

    @ParameterizedTest
    @CsvSource({
        "Deployment/web:/spec/replicas, true",
        "Deployment/shop/web:/spec/replicas, true",
        "Deployment.apps/shop/web:/spec/replicas, true",
        "Deployment/*/w*:/spec/replicas, true",
        "*/*:/spec/replicas, true",
        "Dep*t/*e*:/spec/replicas, true",
        "Deployment/other/web:/spec/replicas, false",
        "Deployment.batch/shop/web:/spec/replicas, false",
        "StatefulSet/web:/spec/replicas, false",
        "Deployment/we:/spec/replicas, false",
        "Deployment/*x:/spec/replicas, false"
    })
    void matches_objects_by_pattern(String text, boolean matches) {
        IgnoredField field = IgnoredField.parse(text);

        assertThat(field.matches(WEB)).isEqualTo(matches);
        assertThat(field.pointer()).isEqualTo("/spec/replicas");
        assertThat(IgnoredField.parse(field.toString())).isEqualTo(field);
    }

    @Test
    void a_name_may_have_colons() {
        assertThat(IgnoredField.parse("ClusterRole/system:x:/rules")
                        .matches(ResourceId.of("rbac.authorization.k8s.io/v1", "ClusterRole", "", "system:x")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Deployment", "Deployment/web", "/web:/spec", "Deployment/:/spec", "a/b/c/d:/spec", ":/spec"
            })
    void what_names_no_field_is_refused(String text) {
        assertThatThrownBy(() -> IgnoredField.parse(text))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage("error IGNORED_FIELD_INVALID options.ignoredFields: `" + text
                        + "` names no field of an object. Write it as in `Deployment/web:/spec/replicas`.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/kind",
                "/*",
                "/",
                "/spec//x",
                "/metadata",
                "/metadata/name",
                "/metadata/labels",
                "/metadata/labels/*",
                "/spec/~x",
                "/spec/a,b"
            })
    void what_says_which_object_it_is_cannot_be_ignored(String pointer) {
        assertThatThrownBy(() -> IgnoredField.parse("Deployment/web:" + pointer))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessageContaining("`" + pointer + "` is not a JSON pointer to a field that can be ignored.");
    }

    @Test
    void equality_is_of_the_content() {
        EqualsVerifier.forClass(IgnoredField.class)
                .suppress(Warning.NULL_FIELDS, Warning.ALL_FIELDS_SHOULD_BE_USED)
                .verify();
    }
}
