package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceGapTest {
    private static final String UNNAMED = "[{containerPort: 80}]";
    private static final String NAMED = "[{name: http, containerPort: 80}]";
    private static final String MOVED = "[{name: http, containerPort: 8080}]";

    @Test
    void a_target_name_that_no_running_pod_has_is_a_gap() {
        List<ServiceGap> gaps = gaps(set(service("80"), web(UNNAMED)), set(service("http"), web(MOVED)));

        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap).hasToString("Service/shop/web to http");
            assertThat(gap.isCertain()).isTrue();
            assertThat(gap.workloads()).hasToString("[Deployment/shop/web]");
        });
    }

    @Test
    void a_target_number_that_no_running_pod_declares_is_a_gap_that_is_not_certain() {
        List<ServiceGap> gaps = gaps(set(service("80"), web(NAMED)), set(service("8080"), web(MOVED)));

        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap).hasToString("Service/shop/web to 8080");
            assertThat(gap.isCertain()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The name is there; so the three steps that change a port are safe one after the other.
                "80    | [{containerPort: 80}]               | 80",
                "80    | [{name: http, containerPort: 80}]   | http",
                "http  | [{name: http, containerPort: 80}]   | http",
                // Undeclared ports may be listened on.
                "80    | []                                  | 8080",
                // There was no endpoint before either.
                "other | [{name: http, containerPort: 80}]   | absent"
            })
    void is_none(String before, String ports, String after) {
        assertThat(gaps(set(service(before), web(ports)), set(service(after), web(ports))))
                .isEmpty();
    }

    @Test
    void pods_are_endpoints_by_a_number_that_they_do_not_declare() {
        String metrics = "[{name: metrics, containerPort: 9090}]";
        assertThat(gaps(set(service("80"), web(metrics)), set(service("http"))))
                .singleElement()
                .matches(ServiceGap::isCertain);
        assertThat(gaps(set(service("80"), web(metrics)), set(service("8080")))).isEmpty();
    }

    @Test
    void a_name_must_have_the_protocol_of_the_service() {
        String udp = "[{name: http, containerPort: 80, protocol: UDP}, {containerPort: 80}]";
        assertThat(gaps(set(service("80"), web(udp)), set(service("http"), web(udp))))
                .hasSize(1);
    }

    @Test
    void the_port_of_a_sidecar_counts_and_that_of_another_init_container_does_not() {
        String sidecar = web(UNNAMED)
                .replace(
                        "containers:",
                        "initContainers: [{name: p, image: p, restartPolicy: Always, ports: [{name: http, containerPort: 1}]}]\n      containers:");
        assertThat(gaps(set(service("80"), sidecar), set(service("http")))).isEmpty();
        assertThat(gaps(set(service("80"), sidecar.replace("restartPolicy: Always, ", "")), set(service("http"))))
                .hasSize(1);
    }

    @Test
    void one_workload_that_has_the_port_is_enough() {
        String second = web(NAMED).replace("{name: web, namespace", "{name: second, namespace");
        assertThat(gaps(set(service("80"), web(UNNAMED), second), set(service("http"))))
                .isEmpty();
    }

    @Test
    void pods_of_a_roll_out_that_is_not_complete_are_not_known_to_have_a_new_target() {
        ManifestSet running = set(service("80"), web(NAMED));
        Set<ResourceId> rollingOut = Set.of(running.get(ResourceId.of("apps/v1", "Deployment", "shop", "web"))
                .id());

        assertThat(ServiceGap.between(running, set(service("http")), rollingOut))
                .singleElement()
                .hasToString("Service/shop/web to http");
        assertThat(ServiceGap.between(running, set(service("80")), rollingOut)).isEmpty();
    }

    @Test
    void a_selector_that_leaves_the_running_pods_is_a_gap() {
        String green = service("80").replace("{app: web}", "{app: web, colour: green}");
        List<ServiceGap> gaps = gaps(set(service("80"), web(UNNAMED)), set(green, web(UNNAMED)));

        assertThat(gaps).singleElement().matches(ServiceGap::isCertain);
    }

    @Test
    void new_services_and_ports_those_without_a_selector_and_workloads_of_no_pods_make_none() {
        String desired = service("http");
        assertThat(gaps(set(web(UNNAMED)), set(desired))).isEmpty();
        assertThat(gaps(set(service("80"), web(UNNAMED)), set(desired.replace("port: 80,", "name: a, port: 90,"))))
                .isEmpty();
        assertThat(gaps(set(service("80"), web(UNNAMED)), set(desired.replace("selector: {app: web},", ""))))
                .isEmpty();
        assertThat(gaps(set(service("80"), web(UNNAMED).replace("replicas: 1", "replicas: 0")), set(desired)))
                .isEmpty();
        assertThat(gaps(
                        set(service("80"), web(UNNAMED).replace("namespace: shop", "namespace: elsewhere")),
                        set(desired)))
                .isEmpty();
        assertThat(gaps(
                        set(
                                service("80").replace("apiVersion: v1", "apiVersion: serving.knative.dev/v1"),
                                web(UNNAMED)),
                        set(desired.replace("apiVersion: v1", "apiVersion: serving.knative.dev/v1"))))
                .isEmpty();
    }

    @Test
    void a_change_is_safe_in_any_order_if_the_old_service_finds_the_new_pods_too() {
        ManifestSet unnamed = set(service("80"), web(UNNAMED));
        ManifestSet named = set(service("80"), web(NAMED));
        ManifestSet byName = set(service("http"), web(NAMED));
        ManifestSet moved = set(service("http"), web(MOVED));

        assertThat(ServiceGap.isAnyOrderSafe(unnamed, named)).isTrue();
        assertThat(ServiceGap.isAnyOrderSafe(named, byName)).isTrue();
        assertThat(ServiceGap.isAnyOrderSafe(byName, moved)).isTrue();
        assertThat(ServiceGap.isAnyOrderSafe(unnamed, byName)).isFalse();
        assertThat(ServiceGap.isAnyOrderSafe(named, moved)).isFalse();
    }

    private static List<ServiceGap> gaps(ManifestSet running, ManifestSet desired) {
        return ServiceGap.between(running, desired);
    }

    private static ManifestSet set(String... documents) {
        return YamlReader.readManifests(
                "set.yaml", String.join("---\n", documents).getBytes(StandardCharsets.UTF_8));
    }

    private static String service(String target) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop}
                spec: {selector: {app: web}, ports: [{port: 80, targetPort: %s}]}
                """.formatted(target);
    }

    private static String web(String ports) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec:
                  replicas: 1
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers: [{name: web, image: web, ports: %s}]
                """.formatted(ports);
    }
}
