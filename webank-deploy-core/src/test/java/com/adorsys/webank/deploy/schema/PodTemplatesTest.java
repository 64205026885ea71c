package com.adorsys.webank.deploy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodTemplatesTest {
    @ParameterizedTest
    @CsvSource({
        "v1, Pod, ''",
        "v1, PodTemplate, template",
        "v1, ReplicationController, spec.template",
        "apps/v1, Deployment, spec.template",
        "apps/v1, StatefulSet, spec.template",
        "apps/v1beta2, Deployment, spec.template",
        "batch/v1, Job, spec.template",
        "batch/v1, CronJob, spec.jobTemplate.spec.template"
    })
    void a_kind_with_pods_has_a_path_to_them(String apiVersion, String kind, String path) {
        assertThat(String.join(".", PodTemplates.path(apiVersion, kind).orElseThrow()))
                .isEqualTo(path);
        assertThat(PodTemplates.likelyPath(apiVersion, kind))
                .isEqualTo(PodTemplates.path(apiVersion, kind).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "v1, Service",
        "v1, Deployment",
        "apps/v1, Pod",
        "serving.knative.dev/v1, Service",
        "example.com/v1, Job"
    })
    void other_kinds_have_no_path(String apiVersion, String kind) {
        assertThat(PodTemplates.path(apiVersion, kind)).isEmpty();
        assertThat(PodTemplates.likelyPath(apiVersion, kind)).containsExactly("spec", "template");
    }

    @ParameterizedTest
    @CsvSource({"v1, Pod, true", "apps/v1, Deployment, true", "v1, PodTemplate, false", "v1, Service, false"})
    void some_kinds_make_pods(String apiVersion, String kind, boolean expected) {
        assertThat(PodTemplates.makesPods(apiVersion, kind)).isEqualTo(expected);
    }

    @Test
    void the_paths_are_those_of_the_descriptions() {
        List<String> different = new ArrayList<>();
        int found = 0;
        for (String kind : Schemas.kubernetesKinds()) {
            for (String apiVersion : Schemas.apiVersionsOf(kind)) {
                Optional<List<String>> described =
                        search(Schemas.typeOf(apiVersion, kind).orElseThrow(), List.of(), new HashSet<>());
                found += described.isPresent() ? 1 : 0;
                if (!described.equals(PodTemplates.path(apiVersion, kind))) {
                    different.add(apiVersion + " " + kind + ": " + described);
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(found).isEqualTo(9);
    }

    /** The path of the first map that has the spec of a pod. */
    private static Optional<List<String>> search(ObjectType type, List<String> path, Set<String> seen) {
        if (!seen.add(type.name())) {
            return Optional.empty();
        }
        for (Field field : type.fields()) {
            if (field.type().toString().equals("core/v1.PodSpec")) {
                return Optional.of(path);
            }
        }
        for (Field field : type.fields()) {
            if (field.type().kind() == FieldType.Kind.FIELDS) {
                List<String> below = new ArrayList<>(path);
                below.add(field.name());
                Optional<List<String>> found = search(field.type().object(), below, seen);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
