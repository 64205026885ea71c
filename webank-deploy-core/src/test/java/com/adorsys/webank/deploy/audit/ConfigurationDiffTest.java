package com.adorsys.webank.deploy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.tree.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationDiffTest {
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: obs
              namespace: webank
            spec:
              selector:
                app: obs
              ports:
                - port: 80
                  targetPort: 8080
            """;

    private static String deployment(int replicas, String image) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: obs
                  namespace: webank
                spec:
                  replicas: %d
                  selector:
                    matchLabels:
                      app: obs
                  template:
                    metadata:
                      labels:
                        app: obs
                    spec:
                      containers:
                        - name: obs
                          image: %s
                          ports:
                            - containerPort: 8080
                """.formatted(replicas, image);
    }

    private static Configuration configuration(String... pathsAndTexts) {
        FileTree.Builder tree = FileTree.builder("environments/dev");
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            tree.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return Configuration.of(tree.build());
    }

    private static final Configuration BEFORE = configuration(
            "environments/dev/deployment.yaml",
            deployment(1, "example.com/obs:1"),
            "environments/dev/service.yaml",
            SERVICE);

    @Nested
    class Reading {
        @Test
        void generated_files_belong_to_their_scope_wherever_they_are() {
            Configuration configuration = configuration("argocd/dev.yaml", SERVICE);

            assertThat(configuration.environments()).containsOnlyKeys("environments/dev");
        }

        @Test
        void other_manifests_belong_to_their_folder_or_to_the_scope_around_it(@TempDir Path folder) throws IOException {
            FileTree.builder("environments/dev")
                    .put("environments/dev/service.yaml", SERVICE)
                    .build()
                    .writeTo(folder);
            write(folder, "environments/dev/extra/secret.yaml", SERVICE.replace("name: obs", "name: other"));
            write(folder, "apps/prod/service.yml", SERVICE);
            write(folder, ".github/workflow.yaml", SERVICE);
            write(folder, "chart/templates/service.yaml", "kind: {{ .Values.kind }}\n");
            write(folder, "chart/values.yaml", "replicas: 1\n");

            Configuration configuration = Configuration.of(FileTree.folder(folder));

            assertThat(sizes(configuration))
                    .containsExactly(Map.entry("apps/prod", 1), Map.entry("environments/dev", 2));
            assertThat(configuration.problems()).isEmpty();
        }

        @Test
        void an_object_that_is_there_twice_is_reported_and_counted_once(@TempDir Path folder) throws IOException {
            write(folder, "a.yaml", SERVICE);
            write(folder, "b.yaml", SERVICE);

            Configuration configuration = Configuration.of(FileTree.folder(folder));

            assertThat(sizes(configuration)).containsExactly(Map.entry(".", 1));
            assertThat(configuration.problems())
                    .extracting(Problem::toString)
                    .containsExactly("b.yaml: warning OBJECT_DUPLICATE: another file of `.` has Service/webank/obs too;"
                            + " this one is skipped. Remove one of the two.");
        }

        @Test
        void a_generated_file_that_is_no_manifest_is_a_problem() {
            Configuration after = configuration(
                    "environments/dev/deployment.yaml",
                    deployment(1, "example.com/obs:1"),
                    "environments/dev/service.yaml",
                    "<<<<<<< HEAD\n");

            ConfigurationDiff diff = ConfigurationDiff.between(BEFORE, after);

            assertThat(diff.problems()).extracting(Problem::code).containsExactly("NOT_A_MANIFEST");
            assertThat(diff.changeClass()).isEqualTo(ChangeClass.DELETION);
        }

        private static Map<String, Integer> sizes(Configuration configuration) {
            Map<String, Integer> sizes = new TreeMap<>();
            configuration.environments().forEach((name, manifests) -> sizes.put(name, manifests.size()));
            return sizes;
        }

        private static void write(Path folder, String path, String text) throws IOException {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class Comparing {
        private final ConfigurationDiff diff = ConfigurationDiff.between(
                BEFORE,
                configuration("environments/dev/deployment.yaml", deployment(3, "example.com/`obs`@mention:2")));

        @Test
        void says_object_by_object_what_changes_and_its_effect() {
            assertThat(diff.text()).startsWith("""
                    environments/dev: 0 created, 1 changed, 1 deleted; at worst deletion
                      - Service/webank/obs (DELETION)
                      ~ Deployment/webank/obs (ROLL_OUT)
                          spec.replicas: 1 -> 3
                          spec.template.spec.containers[name=obs].image: "example.com/obs:1" -> "example.com/`obs`@mention:2"
                    """);
            assertThat(diff.isEmpty()).isFalse();
        }

        @Test
        void says_which_checks_begin_and_cease_to_find_a_problem() {
            EnvironmentDiff dev = diff.environments().get(0);
            ConfigurationDiff back = ConfigurationDiff.between(
                    configuration("environments/dev/deployment.yaml", deployment(3, "example.com/`obs`@mention:2")),
                    BEFORE);

            assertThat(dev.began()).extracting(Problem::code).contains("IMAGE_INVALID");
            assertThat(back.environments().get(0).ceased()).isEqualTo(dev.began());
        }

        @Test
        void markdown_keeps_values_in_code_spans() {
            assertThat(diff.markdown()).startsWith("""
                    ### `environments/dev`

                    0 created, 1 changed, 1 deleted; at worst deletion.

                    - delete `Service/webank/obs`: **deletion**
                    - change `Deployment/webank/obs`: **roll-out**
                      - `spec.replicas: 1 -> 3` (configuration)
                      - `` spec.template.spec.containers[name=obs].image: "example.com/obs:1" -> "example.com/`obs`@mention:2" ``
                    """);
        }

        @Test
        void json_has_the_same() {
            assertThat(diff.json())
                    .startsWith("{\"changeClass\":\"DELETION\",\"environments\":[{\"name\":\"environments/dev\","
                            + "\"changeClass\":\"DELETION\",\"changes\":[{\"apiVersion\":\"v1\",\"kind\":\"Service\","
                            + "\"namespace\":\"webank\",\"name\":\"obs\",\"action\":\"DELETED\","
                            + "\"changeClass\":\"DELETION\",\"differences\":[]}")
                    .contains("{\"path\":\"spec.replicas\",\"before\":1,\"after\":3,\"changeClass\":\"CONFIGURATION\","
                            + "\"secret\":false}");
        }

        @Test
        void equal_configurations_have_no_changes() {
            ConfigurationDiff none = ConfigurationDiff.between(BEFORE, BEFORE);

            assertThat(none.isEmpty()).isTrue();
            assertThat(none.text()).isEqualTo("No object changes.\n");
            assertThat(none.markdown()).isEqualTo("No object changes.\n");
        }

        @Test
        void a_selection_compares_only_these_environments() {
            assertThat(ConfigurationDiff.between(BEFORE.select(List.of("prod")), Configuration.empty())
                            .isEmpty())
                    .isTrue();
            assertThat(ConfigurationDiff.between(BEFORE.select(List.of("dev")), Configuration.empty())
                            .environments())
                    .hasSize(1);
        }
    }
}
