package com.adorsys.webank.deploy.dsl.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart posture beside what Helm made of the same values. */
class ParityTest {
    private static final Path CASES = Path.of("src/test/resources/parity");
    private static final Path SHARED = Path.of("../../shared/parity/cases");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obs-common-annotations",
                "obs-common-labels",
                "obs-database",
                "obs-database-secret",
                "obs-default",
                "obs-env",
                "obs-env-null",
                "obs-env-quoting",
                "obs-fullname-override",
                "obs-hpa-cpu",
                "obs-hpa-full",
                "obs-image-digest",
                "obs-image-pull-secrets",
                "obs-image-registry",
                "obs-ingress-full",
                "obs-ingress-host-template",
                "obs-ingress-off",
                "obs-namespace-override",
                "obs-probes-null",
                "obs-probes-path",
                "obs-release-has-chart-name",
                "obs-replicas-3",
                "obs-resources",
                "obs-service-account",
                "obs-service-lb",
                "obs-service-meta",
                "obs-service-nodeport",
                "obs-service-ports",
                "obs-volumes",
                "prs-default",
                "umbrella-common-meta",
                "umbrella-db-disabled",
                "umbrella-default",
                "umbrella-dev",
                "umbrella-ingress-tls",
                "umbrella-postgres-replication",
                "umbrella-values-postgres",
                "userapp-default",
                "userapp-release-long"
            })
    void renders_what_helm_renders(String name) {
        ParityCase parity = ParityCase.in(CASES.resolve(name));
        assertThat(parity.expectation()).isEqualTo("equal");
        assertThat(errors(parity.problems())).isEmpty();
        assertThat(parity.render().manifests()).isNotEmpty();
        assertThat(parity.differences(parity.render())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obs-common-annotations-text",
                "obs-common-labels-name",
                "obs-env-map",
                "obs-env-number",
                "obs-image-no-tag",
                "obs-service-null",
                "obs-unknown-values",
                "umbrella-component-off",
                "umbrella-ingress-enabled-false"
            })
    void rejects_values_that_cannot_work(String name) {
        ParityCase parity = ParityCase.in(CASES.resolve(name));
        assertThat(parity.expectation()).isEqualTo("reject");
        assertThat(errors(parity.problems())).isNotEmpty().allSatisfy(ParityTest::hasPlace);
        assertThatThrownBy(parity::render).isInstanceOf(DeployException.InvalidInput.class);
    }

    @Test
    void rejects_an_invalid_release_name() {
        ParityCase parity = ParityCase.in(CASES.resolve("obs-release-invalid"));
        assertThat(parity.expectation()).isEqualTo("reject");
        assertThat(errors(parity.problems()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("`Web_ank`"));
        assertThatThrownBy(parity::render).isInstanceOf(DeployException.InvalidInput.class);
    }

    /** What Helm gets wrong. */
    @Test
    void rejects_a_database_without_a_password() {
        ParityCase parity = fix("obs-database-password-null");
        assertThat(errors(parity.problems()))
                .singleElement()
                .satisfies(ParityTest::hasPlace)
                .hasToString(CASES.resolve("obs-database-password-null/values.yaml")
                        + ":2:3: error MISSING_KEY database.password: `password` is null, so the chart would use the text `null` as the password. Write `secretName`, the name of the Secret that holds"
                        + " the password.");
    }

    @Test
    void rejects_autoscaling_without_a_metric() {
        ParityCase parity = fix("obs-hpa-no-targets");
        assertThat(errors(parity.problems()))
                .extracting(Problem::code, problem -> problem.location().path())
                .containsExactly(
                        tuple(ProblemCodes.AUTOSCALING_INVALID, "autoscaling"),
                        tuple(ProblemCodes.AUTOSCALING_INVALID, "autoscaling.minReplicas"));
    }

    @Test
    void renders_a_wildcard_host() {
        ManifestSet rendered = fix("obs-ingress-host-wildcard").render();
        assertThat(YamlWriter.write(object(rendered, "Ingress"))).contains("host: \"*.example.com\"");
    }

    @Test
    void renders_zero_replicas() {
        ManifestSet rendered = fix("obs-replicas-0").render();
        assertThat(object(rendered, "Deployment").at("spec", "replicas")).contains(ScalarTree.of(0));
    }

    @Test
    void renders_recreate_without_rolling_update_settings() {
        ManifestSet rendered = fix("obs-strategy-recreate").render();
        assertThat(object(rendered, "Deployment").at("spec", "strategy")).contains(MapTree.of("type", "Recreate"));
    }

    @Test
    void routes_to_the_service_that_exists() {
        ManifestSet rendered = fix("umbrella-fullname-override").render();
        assertThat(YamlWriter.write(object(rendered, "Ingress")))
                .contains("name: banking-api")
                .doesNotContain("name: webank-obs");
        assertThat(rendered.find("Service", "banking-api")).isPresent();
    }

    @Test
    void every_case_is_tried() {
        Map<String, Long> counts = ParityCase.names(CASES).stream()
                .collect(Collectors.groupingBy(
                        name -> ParityCase.in(CASES.resolve(name)).expectation(), Collectors.counting()));

        assertThat(counts).isEqualTo(Map.of("equal", 39L, "reject", 10L, "fix", 6L));
    }

    /** Cases that are not in this repository, where there are some. */
    @TestFactory
    Stream<DynamicTest> further_cases() {
        if (!Files.isDirectory(SHARED)) {
            return Stream.of(DynamicTest.dynamicTest(
                    "no further cases",
                    () -> assumeTrue(false, "there is no folder " + SHARED + " with further cases")));
        }
        List<String> names = ParityCase.names(SHARED);
        assertThat(names).isNotEmpty();
        return names.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> behaves(ParityCase.in(SHARED.resolve(name)))));
    }

    private static void behaves(ParityCase parity) {
        List<Problem> errors = errors(parity.problems());
        switch (parity.expectation()) {
            case "equal" -> {
                assertThat(errors).isEmpty();
                assertThat(parity.render().manifests()).isNotEmpty();
                assertThat(parity.differences(parity.render())).isEmpty();
            }
            case "reject" -> rejects(parity, errors);
            case "fix" -> {
                if (errors.isEmpty()) {
                    assertThat(parity.render().manifests())
                            .isNotEmpty()
                            .allSatisfy(manifest -> assertThat(YamlWriter.write(manifest.tree()))
                                    .doesNotContain("null"));
                } else {
                    rejects(parity, errors);
                }
            }
            default -> fail("unknown expectation " + parity.expectation());
        }
    }

    private static void rejects(ParityCase parity, List<Problem> errors) {
        assertThat(errors)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
        assertThatThrownBy(parity::render).isInstanceOf(DeployException.InvalidInput.class);
    }

    private static ParityCase fix(String name) {
        ParityCase parity = ParityCase.in(CASES.resolve(name));
        assertThat(parity.expectation()).isEqualTo("fix");
        return parity;
    }

    private static MapTree object(ManifestSet rendered, String kind) {
        return rendered.manifests().stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .tree();
    }

    private static List<Problem> errors(List<Problem> problems) {
        List<Problem> errors = new ArrayList<>(problems);
        errors.removeIf(problem -> !problem.isError());
        return errors;
    }

    private static void hasPlace(Problem problem) {
        assertThat(problem.location().file()).isPresent();
        assertThat(problem.location().line()).isPositive();
        assertThat(problem.location().column()).isPositive();
        assertThat(problem.remedy()).isNotBlank();
    }
}
