package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final ManifestSet SET = YamlReader.readManifests("a.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, annotations: {a: b}}
            spec:
              replicas: 3
              selector: {matchLabels: {args: web}}
              template:
                metadata: {labels: {args: web, status: up}, annotations: {a: b}}
                spec:
                  containers:
                  - name: web
                    image: web:1
                    args: [a, b]
                    env:
                    - {name: A, value: b}
                    - {name: A, value: c}
                    - {name: B, valueFrom: {configMapKeyRef: {name: settings, key: other}}}
                    - {name: C, valueFrom: {secretKeyRef: {name: keys, key: there}}}
                    ports: [{name: http, containerPort: 80}]
                    resources: {requests: {cpu: 2}}
                    readinessProbe: {httpGet: {port: other}}
                    lifecycle: {preStop: {httpGet: {port: another}}}
                    volumeMounts: [{name: gone, mountPath: /a}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {color: blue}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: keys}
            stringData: {there: x}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {args: web, status: up}, ports: [{port: 80, targetPort: htttp}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web}
            spec: {defaultBackend: {service: {name: web, port: {number: 81}}}}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web}
            spec:
              maxReplicas: 5
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              metrics: [{type: Resource, resource: {name: memory, target: {type: Utilization, averageUtilization: 5}}}]
            ---
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: all}
            spec: {hard: {requests.cpu: 5, limits.memory: 1Gi}}
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: web}
            spec: {selector: {matchLabels: {args: other}}}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: a}
            rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
            """.getBytes(StandardCharsets.UTF_8));

    @Test
    void checks_of_links_find_the_same_in_what_is_kept() {
        Checks links = Checks.all().reaching(Check.Reach.LINKS);
        List<Manifest> kept = new ArrayList<>();
        SET.forEach(manifest -> kept.add(Links.of(manifest)));
        List<Problem> expected = links.check(SET);

        assertThat(links.names()).containsExactly("references", "quotas");
        assertThat(expected)
                .extracting(Problem::code)
                .contains(
                        "DANGLING_REFERENCE",
                        "AUTOSCALER_REPLICAS",
                        "AUTOSCALER_REQUESTS",
                        "QUOTA_TOO_SMALL",
                        "QUOTA_RESOURCE_MISSING")
                .hasSize(8);
        assertThat(links.check(placed(kept))).isEqualTo(expected);
    }

    /** A set of these objects, with the places that they have in the whole set. */
    private static ManifestSet placed(List<Manifest> manifests) {
        Map<ResourceId, Locations> places = new HashMap<>();
        manifests.forEach(manifest -> places.put(manifest.id(), SET.locations(manifest)));
        return ManifestSet.of(manifests).withLocations(places);
    }

    @Test
    void what_says_nothing_of_others_is_not_kept() {
        assertThat(Links.of(SET.find("Role", "a").orElseThrow()).tree().keys())
                .containsExactly("apiVersion", "kind", "metadata");
        assertThat(Links.of(SET.find("Secret", "keys").orElseThrow()).tree().at("stringData", "there"))
                .hasValueSatisfying(value -> assertThat(value.describe()).isEqualTo("null"));
    }

    @Test
    void the_parts_for_one_object_and_those_for_sets_find_what_the_checks_find() {
        Checks all = Checks.all();
        Checks ofObject = all.reaching(Check.Reach.OBJECT);
        Checks ofSet = all.without(Check.Reach.OBJECT);
        List<Problem> found = new ArrayList<>(ofObject.check(SET));
        found.addAll(ofSet.check(SET));

        assertThat(ofObject.names()).containsExactly("structure", "references", "podSecurity", "policy");
        assertThat(ofSet.names()).containsExactly("references", "quotas");
        assertThat(found).extracting(Problem::code).contains("DUPLICATE_VARIABLE");
        assertThat(found).containsExactlyInAnyOrderElementsOf(all.check(SET));
        List<Problem> alone = new ArrayList<>();
        SET.forEach(manifest -> alone.addAll(ofObject.check(placed(List.of(manifest)))));
        assertThat(alone).containsExactlyInAnyOrderElementsOf(ofObject.check(SET));
    }

    @Test
    void a_selector_finds_the_same_among_few_and_among_many() {
        LabelIndex<String> few = index();
        LabelIndex<String> many = index();
        for (int i = 0; i < 100; i++) {
            many.add("other-" + i, "one", MapTree.of("app", "db"));
        }
        MapTree selector = MapTree.of("matchLabels", MapTree.of("app", "web"));
        Namespaces one = Namespaces.of(Manifest.of(MapTree.builder()
                .put("apiVersion", "v1")
                .put("kind", "Service")
                .put(
                        "metadata",
                        MapTree.builder()
                                .put("name", "a")
                                .put("namespace", "one")
                                .build())
                .build()));

        for (LabelIndex<String> index : List.of(few, many)) {
            assertThat(index.find(selector, one)).containsExactly("a", "c");
            assertThat(index.find(selector, Namespaces.all())).containsExactly("a", "b", "c");
        }
        assertThat(many.find(selector, one)).as("is looked up once").isSameAs(many.find(selector, one));
    }

    private static LabelIndex<String> index() {
        LabelIndex<String> index = new LabelIndex<>();
        index.add("a", "one", MapTree.of("app", "web"));
        index.add("b", "two", MapTree.of("app", "web"));
        index.add("c", "", MapTree.of("app", "web"));
        return index;
    }
}
