package com.adorsys.webank.deploy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImmutabilityTest {
    @ParameterizedTest
    @CsvSource({
        "apps, Deployment, spec.selector, IMMUTABLE",
        "apps, Deployment, spec.selector.matchLabels.app, IMMUTABLE",
        "apps, Deployment, spec.replicas, CHANGEABLE",
        "example.com, Deployment, spec.selector, CHANGEABLE",
        "apps, StatefulSet, spec.serviceName, IMMUTABLE",
        "apps, StatefulSet, spec.template.spec.containers, CHANGEABLE",
        "batch, Job, spec.template.spec.containers.image, IMMUTABLE",
        "batch, Job, spec.parallelism, CHANGEABLE",
        "batch, CronJob, spec.jobTemplate.spec.template, CHANGEABLE",
        "'', Pod, spec.containers.env, IMMUTABLE",
        "'', Pod, spec.containers.image, CHANGEABLE",
        "'', Service, spec.clusterIP, IMMUTABLE",
        "'', Service, spec.ports.port, CHANGEABLE",
        "'', Secret, type, IMMUTABLE",
        "'', Secret, data.password, IMMUTABLE_IF_FROZEN",
        "'', ConfigMap, data.key, IMMUTABLE_IF_FROZEN",
        "'', ConfigMap, kind, CHANGEABLE",
        "'', PersistentVolumeClaim, spec.resources.requests.storage, GROWING",
        "'', PersistentVolumeClaim, spec.storageClassName, IMMUTABLE",
        "'', PersistentVolumeClaim, spec.volumeAttributesClassName, CHANGEABLE",
        "'', PersistentVolume, spec.storageClassName, CHANGEABLE",
        "'', PersistentVolume, spec.csi.driver, IMMUTABLE",
        "storage.k8s.io, StorageClass, parameters.type, IMMUTABLE",
        "storage.k8s.io, StorageClass, allowVolumeExpansion, CHANGEABLE",
        "rbac.authorization.k8s.io, RoleBinding, roleRef.name, IMMUTABLE",
        "rbac.authorization.k8s.io, RoleBinding, subjects, CHANGEABLE",
        "apiextensions.k8s.io, CustomResourceDefinition, spec.names.kind, IMMUTABLE",
        "apiextensions.k8s.io, CustomResourceDefinition, spec.names.shortNames, CHANGEABLE"
    })
    void a_field_can_be_changed_or_not(String group, String kind, String path, Immutability expected) {
        assertThat(Immutability.of(group, kind, Lines.split(path, '.'))).isEqualTo(expected);
    }

    @Test
    void every_field_of_the_table_is_described() {
        List<String> unknown = new ArrayList<>();
        Immutability.FIELDS.forEach((kind, fields) -> {
            int slash = kind.indexOf('/');
            String apiVersion = (slash == 0 ? "" : kind.substring(0, slash + 1)) + "v1";
            ObjectType type =
                    Schemas.typeOf(apiVersion, kind.substring(slash + 1)).orElseThrow();
            for (String field : Lines.split(fields, ' ')) {
                if (!isDescribed(type, Lines.split(field.replaceAll("^[-+?]", ""), '.'))) {
                    unknown.add(kind + " " + field);
                }
            }
        });
        assertThat(unknown).isEmpty();
    }

    private static boolean isDescribed(ObjectType type, List<String> path) {
        Field field = type.field(path.get(0)).orElse(null);
        if (field == null || path.size() == 1) {
            return field != null;
        }
        FieldType below =
                field.type().kind() == FieldType.Kind.LIST ? field.type().items() : field.type();
        return below.kind() == FieldType.Kind.MAP || isDescribed(below.object(), path.subList(1, path.size()));
    }
}
