package com.adorsys.webank.deploy.examples.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class OpenApiTest {
    @Test
    void kinds_are_what_can_be_created_and_types_what_they_are_made_of() {
        Description read = OpenApi.read(new Texts(Map.of(
                "api/openapi-spec/v3/api__v1_openapi.json",
                json("""
                        paths:
                          /api/v1/: {get: {}}
                          /api/v1/namespaces: {post: {GVK: {group: '', version: v1, kind: Namespace}}}
                          /api/v1/namespaces/{namespace}/pods: {post: {GVK: {group: '', version: v1, kind: Pod}}}
                          /api/v1/namespaces/{namespace}/pods/{name}: {get: {}}
                          /api/v1/namespaces/{namespace}/pods/{name}/eviction: {post: {GVK: {group: policy, version: v1, kind: Eviction}}}
                          /api/v1/pods: {get: {}}
                        components:
                          schemas:
                            io.k8s.api.core.v1.Namespace: {type: object, GVK: [{group: '', version: v1, kind: Namespace}]}
                            io.k8s.api.core.v1.Pod:
                              type: object
                              GVK: [{group: '', version: v1, kind: Pod}]
                              properties:
                                metadata: {allOf: [{$ref: 'K8S.apimachinery.pkg.apis.meta.v1.ObjectMeta'}], default: {}}
                                spec: {$ref: 'K8S.api.core.v1.PodSpec'}
                            io.k8s.api.core.v1.PodSpec:
                              type: object
                              required: [names]
                              properties:
                                names: {type: array, items: {type: string, default: ''}, default: []}
                                size: {$ref: 'K8S.apimachinery.pkg.api.resource.Quantity'}
                                port: {$ref: 'K8S.apimachinery.pkg.util.intstr.IntOrString'}
                                raw: {$ref: 'K8S.apimachinery.pkg.runtime.RawExtension'}
                                when: {$ref: 'K8S.apimachinery.pkg.apis.meta.v1.Time'}
                                free: {$ref: 'K8S.api.core.v1.JSON'}
                                mode: {type: string, default: Fast}
                                count: {type: integer, default: 0}
                                flag: {type: boolean, default: false}
                            io.k8s.api.core.v1.Unused: {type: object}
                            io.k8s.api.core.v1.JSON: {}
                            io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta: {type: object, properties: {name: {type: string}}}
                            io.k8s.apimachinery.pkg.apis.meta.v1.Time: {type: string, format: date-time}
                            io.k8s.apimachinery.pkg.api.resource.Quantity: {oneOf: [{type: string}, {type: number}]}
                            io.k8s.apimachinery.pkg.util.intstr.IntOrString: {format: int-or-string}
                            io.k8s.apimachinery.pkg.runtime.RawExtension: {type: object}
                        """),
                "api/openapi-spec/v3/apis__flow.example__v1_openapi.json",
                json("""
                        paths:
                          /apis/flow.example/v1/flows: {post: {GVK: {group: flow.example, version: v1, kind: Flow}}}
                        components:
                          schemas:
                            io.k8s.api.flow.v1.Flow:
                              type: object
                              GVK: [{group: flow.example, version: v1, kind: Flow}]
                              properties:
                                part: {$ref: 'K8S.api.flow.v1.Part'}
                                pod: {$ref: 'K8S.api.core.v1.PodSpec'}
                            io.k8s.api.flow.v1.Part: {type: object}
                        """),
                "pkg/generated/openapi/zz_generated.openapi.go",
                """
                func schema_k8sio_api_core_v1_PodSpec(ref common.ReferenceCallback) common.OpenAPIDefinition {
                \t\t\t\t\t"mode": {
                \t\t\t\t\t\t\tEnum: []interface{}{"Fast", "Slow"},
                """)));

        assertThat(new Versions().add("1.35", read).texts("Kubernetes 1.35"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("core", """
                        # Kubernetes 1.35
                        kind v1 Namespace cluster
                        kind v1 Pod namespaced
                        v1.Namespace
                        v1.Pod
                          metadata meta/v1.ObjectMeta
                          spec v1.PodSpec
                        v1.PodSpec
                          count int64
                          flag bool
                          free any
                          mode string enum=Fast|Slow default="Fast"
                          names! []string
                          port int-or-string
                          raw any
                          size quantity
                          when time
                        """, "flow.example", """
                        # Kubernetes 1.35
                        kind v1 Flow cluster
                        v1.Flow
                          part v1.Part
                          pod core/v1.PodSpec
                        v1.Part
                        """, "meta", """
                        # Kubernetes 1.35
                        v1.ObjectMeta
                          name string
                        """));
    }

    private static String json(String yaml) {
        return JsonMapper.shared()
                .writeValueAsString(YAMLMapper.builder().build().readTree(yaml))
                .replace("GVK", "x-kubernetes-group-version-kind")
                .replace("K8S.", "#/components/schemas/io.k8s.");
    }
}
