package com.adorsys.webank.deploy.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.dsl.AllowedConnections.Address;
import com.adorsys.webank.deploy.dsl.AllowedConnections.Pod;
import com.adorsys.webank.deploy.dsl.internal.steps.TestHook;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What {@code helm test} runs for a component. */
class TestHooksTest {
    private static final ManifestSet RELEASE = Samples.dev().render(Samples.RELEASE);

    @Test
    void are_a_policy_and_a_pod() {
        assertThat(hooks(Samples.onlineBanking(), Posture.hardened()).stream()
                        .map(YamlWriter::write)
                        .collect(Collectors.joining()))
                .isEqualTo("""
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata:
                          name: webank-webank-obs.test
                          namespace: webank
                          labels:
                            app.kubernetes.io/instance: webank
                            app.kubernetes.io/managed-by: webank-deploy
                            app.kubernetes.io/name: webank-obs.test
                            app.kubernetes.io/part-of: webank
                          annotations:
                            helm.sh/hook: test
                            helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
                            helm.sh/hook-weight: "-1"
                        spec:
                          podSelector:
                            matchLabels:
                              app.kubernetes.io/instance: webank
                            matchExpressions:
                            - key: app.kubernetes.io/name
                              operator: In
                              values:
                              - webank-obs
                              - webank-obs.test
                          policyTypes:
                          - Ingress
                          - Egress
                          ingress:
                          - from:
                            - podSelector:
                                matchLabels:
                                  app.kubernetes.io/instance: webank
                                  app.kubernetes.io/name: webank-obs.test
                            ports:
                            - protocol: TCP
                              port: http
                            - protocol: TCP
                              port: 8081
                          egress:
                          - to:
                            - podSelector:
                                matchLabels:
                                  app.kubernetes.io/instance: webank
                                  app.kubernetes.io/name: webank-obs
                            ports:
                            - protocol: TCP
                              port: http
                            - protocol: TCP
                              port: 8081
                          - to:
                            - namespaceSelector:
                                matchLabels:
                                  kubernetes.io/metadata.name: kube-system
                              podSelector:
                                matchLabels:
                                  k8s-app: kube-dns
                            - ipBlock:
                                cidr: 169.254.20.10/32
                            ports:
                            - protocol: UDP
                              port: 53
                            - protocol: TCP
                              port: 53
                        ---
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: webank-webank-obs.test
                          namespace: webank
                          labels:
                            app.kubernetes.io/instance: webank
                            app.kubernetes.io/managed-by: webank-deploy
                            app.kubernetes.io/name: webank-obs.test
                            app.kubernetes.io/part-of: webank
                          annotations:
                            helm.sh/hook: test
                            helm.sh/hook-delete-policy: before-hook-creation
                        spec:
                          restartPolicy: Never
                          automountServiceAccountToken: false
                          enableServiceLinks: false
                          securityContext:
                            runAsNonRoot: true
                            runAsUser: 65532
                            runAsGroup: 65532
                            seccompProfile:
                              type: RuntimeDefault
                          containers:
                          - name: curl
                            image: docker.io/curlimages/curl:8.18.0@sha256:d94d07ba9e7d6de898b6d96c1a072f6f8266c687af78a74f380087a0addf5d17
                            command:
                            - curl
                            args:
                            - --silent
                            - --show-error
                            - --globoff
                            - --output
                            - /dev/null
                            - --connect-timeout
                            - "5"
                            - --max-time
                            - "10"
                            - --retry
                            - "12"
                            - --retry-delay
                            - "5"
                            - --retry-all-errors
                            - --fail
                            - http://webank-webank-obs:8081/swagger-ui.html
                            resources:
                              requests:
                                cpu: 10m
                                memory: 16Mi
                                ephemeral-storage: 16Mi
                              limits:
                                cpu: 100m
                                memory: 64Mi
                                ephemeral-storage: 16Mi
                            securityContext:
                              allowPrivilegeEscalation: false
                              capabilities:
                                drop:
                                - ALL
                              readOnlyRootFilesystem: true
                        """);
    }

    @Test
    void have_no_policy_where_the_component_has_none() {
        assertThat(hooks(Samples.onlineBanking(), Posture.chart()))
                .singleElement()
                .satisfies(hook -> assertThat(Trees.text(hook, "kind")).isEqualTo("Pod"));
    }

    @Test
    void have_the_labels_and_annotations_of_every_object() {
        OnlineBanking obs =
                Samples.onlineBanking().withLabels(Map.of("team", "payments")).withAnnotations(Map.of("note", "x"));

        assertThat(hooks(obs, Posture.hardened())).hasSize(2).allSatisfy(hook -> {
            assertThat(Trees.text(hook, "metadata", "labels", "team")).isEqualTo("payments");
            assertThat(Trees.text(hook, "metadata", "annotations", "note")).isEqualTo("x");
        });
    }

    @Test
    void have_labels_of_63_characters_at_most() {
        assertThat(TestHook.label("a".repeat(63))).hasSize(63).endsWith("a.test");
    }

    @Nested
    class Asks {
        @Test
        void for_the_path_of_the_readiness_probe_by_the_port_of_the_service() {
            Microservice service = accounts()
                    .withProbes(Probes.of(
                            ContainerProbe.httpGet("/live"),
                            ContainerProbe.httpGet("/ready", "http")
                                    .overHttps()
                                    .withHeader("Host", "bank.example.com")))
                    .withService(ServiceSettings.clusterIp().withPort(80));

            assertThat(arguments(service))
                    .endsWith(
                            "--fail",
                            "--insecure",
                            "--header",
                            "Host: bank.example.com",
                            "https://webank-accounts:80/ready");
        }

        @Test
        void for_another_probe_if_the_service_does_not_reach_the_port_of_the_first() {
            Microservice service = accounts()
                    .withProbes(Probes.of(ContainerProbe.httpGet("/live"), ContainerProbe.httpGet("/ready", 9000)));

            assertThat(arguments(service)).endsWith("--fail", "http://webank-accounts:8082/live");
        }

        @Test
        void for_any_answer_if_no_probe_says_a_path() {
            assertThat(arguments(accounts())).doesNotContain("--fail").endsWith("http://webank-accounts:8082/");
        }

        @Test
        void nothing_of_a_component_that_speaks_grpc() {
            assertThat(hooks(accounts().withProbes(Probes.of(ContainerProbe.grpc())), Posture.hardened()))
                    .isEmpty();
        }

        private static Microservice accounts() {
            return Microservice.builder()
                    .name("accounts")
                    .image(Image.parse("ghcr.io/adorsys-gis/webank-accounts:1.4.0"))
                    .port(8082)
                    .build();
        }

        private static List<String> arguments(Component component) {
            List<MapTree> hooks = hooks(component, Posture.hardened());
            MapTree container = Trees.map(Trees.list(hooks.get(hooks.size() - 1), "spec", "containers"), 0);
            return Trees.list(container, "args").items().stream()
                    .map(Trees::text)
                    .toList();
        }
    }

    @Nested
    class Connections {
        private final Map<String, Pod> pods = AllowedConnections.pods(RELEASE);
        private final Pod obs = pods.get("webank-obs");
        private final List<MapTree> hooks = ofRelease("webank-obs");
        private final Pod tester =
                new Pod("webank", strings(Trees.map(hooks.get(1), "metadata", "labels")), Map.of(), "12.34.10.99");
        private final AllowedConnections before = new AllowedConnections(RELEASE);
        private final AllowedConnections during = new AllowedConnections(RELEASE.with(Manifest.of(hooks.get(0))));

        @Test
        void are_refused_without_the_policy() {
            assertThat(before.allows(tester, obs, "TCP", 8081)).isFalse();
        }

        @Test
        void to_the_component_and_to_dns_are_allowed_while_it_is_there() {
            Pod dns = new Pod("kube-system", Map.of("k8s-app", "kube-dns"), Map.of(), "12.34.10.98");

            assertThat(during.allows(tester, obs, "TCP", 8081)).isTrue();
            assertThat(during.allows(tester, dns, "UDP", 53)).isTrue();
        }

        @Test
        void of_others_are_not() {
            for (Pod other : List.of(pods.get("webank-prs"), pods.get("webank-userapp"))) {
                assertThat(during.allows(tester, other, "TCP", 8080)).isFalse();
                assertThat(during.allows(other, obs, "TCP", 8081)).isFalse();
                assertThat(during.allows(obs, other, "TCP", 8080)).isFalse();
            }
            assertThat(during.allows(tester, new Address("8.8.8.8"), "TCP", 443))
                    .isFalse();
            assertThat(during.allows(obs, new Address("8.8.8.8"), "TCP", 443)).isFalse();
        }

        @Test
        void of_services_do_not_reach_the_pod() {
            for (Manifest service : RELEASE.all("Service")) {
                Map<String, String> selector = strings(Trees.map(service.tree(), "spec", "selector"));
                assertThat(tester.labels().entrySet().containsAll(selector.entrySet()))
                        .isFalse();
            }
        }
    }

    private static List<MapTree> ofRelease(String name) {
        return TestHook.of(Samples.onlineBanking(), named(RELEASE, name), TestHook.IMAGE);
    }

    private static List<MapTree> hooks(Component component, Posture posture) {
        ManifestSet manifests = component.render(Samples.RELEASE, posture);
        String name = manifests.all("Deployment").get(0).name();
        return TestHook.of(component, named(manifests, name), TestHook.IMAGE);
    }

    private static List<MapTree> named(ManifestSet manifests, String name) {
        List<MapTree> objects = new ArrayList<>();
        for (Manifest manifest : manifests) {
            if (manifest.name().equals(name)) {
                objects.add(manifest.tree());
            }
        }
        return objects;
    }

    private static Map<String, String> strings(MapTree tree) {
        return tree.keys().stream().collect(Collectors.toMap(key -> key, key -> Trees.text(tree, key)));
    }
}
