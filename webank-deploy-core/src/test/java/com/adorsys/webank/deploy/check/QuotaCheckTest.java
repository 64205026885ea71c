package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaCheckTest {
    @ParameterizedTest
    @CsvSource({
        // What Kubernetes counts under both names.
        "cpu: 1, 1 1200m",
        "requests.cpu: 1, 1 1200m",
        "requests.cpu: 1200m, ''",
        "memory: 1Gi, 1024Mi 1536Mi",
        "requests.ephemeral-storage: 1G, 1000000000 3000000000",
        "pods: 2, 2 3",
        "count/pods: 3, ''",
        // What is not counted here.
        "requests.storage: 1, ''",
        "count/secrets: 1, ''",
        "services: 1, ''"
    })
    void counts_what_the_keys_of_a_quota_mean(String hard, String amounts) {
        assertThat(amounts(quota("a", hard, ""), deployment("a", "replicas: 2")))
                .isEqualTo(amounts.isEmpty() ? List.of() : List.of(amounts));
    }

    @ParameterizedTest
    @CsvSource({
        "'replicas: 2, strategy: {type: Recreate}', 2",
        "'replicas: 2, strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}', 2",
        "'replicas: 2, strategy: {rollingUpdate: {maxSurge: 0%, maxUnavailable: 1}}', 2",
        "'replicas: 2, strategy: {rollingUpdate: {maxSurge: 25%}}', 3",
        "'minReadySeconds: 1', 2",
        "'replicas: 0', 0"
    })
    void counts_one_more_pod_where_a_roll_out_adds_one(String spec, int pods) {
        List<String> expected = pods == 0 ? List.of() : List.of("0 " + pods);

        assertThat(amounts(quota("a", "pods: 0", ""), deployment("a", spec))).isEqualTo(expected);
    }

    @Test
    void counts_only_pods_of_the_namespace() {
        assertThat(amounts(quota("a", "pods: 1", ""), deployment("b", "replicas: 5")))
                .isEmpty();
        assertThat(amounts(quota("a", "pods: 1", ""), deployment("''", "replicas: 5")))
                .containsExactly("1 6");
    }

    @Test
    void leaves_out_quotas_that_count_some_pods_only() {
        assertThat(amounts(quota("a", "pods: 1", ", scopes: [BestEffort]"), deployment("a", "replicas: 5")))
                .isEmpty();
    }

    @Test
    void takes_the_limit_for_a_request_that_is_not_set() {
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: one, namespace: a}
                spec: {containers: [{name: c, image: 'a:1', resources: {limits: {cpu: 2}}}]}
                """;

        assertThat(amounts(quota("a", "requests.cpu: 1", ""), pod)).containsExactly("1 2");
    }

    private static String quota(String namespace, String hard, String rest) {
        return "apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: q, namespace: " + namespace + "}\nspec: {hard: {"
                + hard + "}" + rest + "}\n";
    }

    private static String deployment(String namespace, String spec) {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d, namespace: " + namespace + "}\nspec: {"
                + spec
                + ", template: {spec: {containers: [{name: c, image: 'a:1',"
                + " resources: {requests: {cpu: 400m, memory: 512Mi, ephemeral-storage: 1G}}}]}}}\n";
    }

    /** The amounts in the messages: what is allowed, and what is needed. */
    private static List<String> amounts(String... documents) {
        byte[] bytes = String.join("---\n", documents).getBytes(StandardCharsets.UTF_8);
        ManifestSet set = YamlReader.readManifests("set.yaml", bytes);
        return Checks.of(Checks.quotas()).check(set).stream()
                .flatMap(problem -> {
                    String[] parts = problem.what().split("`");
                    return Stream.of(parts[1] + " " + parts[3]);
                })
                .toList();
    }
}
