package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationReferencesTest {
    private static String application(String name, String url, String destination) {
        return """
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s, namespace: argocd}
                spec:
                  project: bank
                  source: {repoURL: '%s', path: dev}
                  destination: %s
                """.formatted(name, url, destination);
    }

    private static String project(String repositories, String destinations) {
        return """
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: bank, namespace: argocd}
                spec:
                  sourceRepos: %s
                  destinations: %s
                """.formatted(repositories, destinations);
    }

    private static List<String> problems(String documents) {
        return Checks.of(Checks.references()).check(Sets.of(documents)).stream()
                .map(Problem::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.com/a.git | ['https://example.com/a']",
                "https://example.com/a     | ['*']",
                "https://example.com/a     | ['https://example.com/*']",
                "https://Example.com/a     | ['https://*.org/*', 'https://example.com/A']",
                "git@example.com:o/a.git   | ['ssh://git@example.com/o/a']",
                "https://example.com/a     | ['*', '!https://example.com/b']",
                "https://example.com/a     | ['https://example.com/{a,b}']"
            })
    void a_repository_is_allowed_by_an_address_or_a_pattern(String url, String repositories) {
        assertThat(problems(application("shop", url, "{server: a, namespace: b}")
                        + project(repositories, "[{server: '*', namespace: '*'}]")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.com/a | []",
                "https://example.com/a | ['https://example.com/b']",
                "https://example.com/a | ['https://example.com/a*b', 'https://example.org/*']",
                "https://example.com/a | ['*', '!https://example.com/*']"
            })
    void another_repository_is_an_error(String url, String repositories) {
        assertThat(problems(application("shop", url, "{server: a, namespace: b}")
                        + project(repositories, "[{server: '*', namespace: '*'}]")))
                .containsExactly("error SOURCE_NOT_ADMITTED Application/argocd/shop.spec.source.repoURL: the AppProject"
                        + " `bank` does not allow the repository `https://example.com/a`. Add it to"
                        + " `spec.sourceRepos` of the project, or take another project.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{server: 'https://a', namespace: b} | [{server: 'https://a', namespace: b}]",
                "{server: 'https://a', namespace: b} | [{server: '*', namespace: 'b*'}]",
                "{server: 'https://a', namespace: b} | [{name: in-cluster, namespace: b}]",
                "{name: in-cluster, namespace: b}    | [{server: 'https://a', namespace: b}]",
                "{name: in-cluster, namespace: b}    | [{name: in-*, namespace: b}, {name: x, namespace: '!c'}]"
            })
    void a_destination_is_allowed_as_far_as_it_can_be_told(String destination, String allowed) {
        assertThat(problems(application("shop", "https://example.com/a", destination) + project("['*']", allowed)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{server: 'https://a', namespace: c}]",
                "[{server: 'https://b', namespace: b}]",
                "[{server: '*', namespace: '*'}, {server: '*', namespace: '!b'}]"
            })
    void another_destination_is_an_error(String allowed) {
        assertThat(problems(application("shop", "https://example.com/a", "{server: 'https://a', namespace: b}")
                        + project("['*']", allowed)))
                .containsExactly("error NAMESPACE_NOT_ADMITTED Application/argocd/shop.spec.destination: the AppProject"
                        + " `bank` does not allow the namespace `b` of the cluster `https://a`. Add it to"
                        + " `spec.destinations` of the project, or take another project.");
    }

    @Test
    void a_hydrated_source_is_one_of_the_project_too() {
        String hydrated = application("shop", "a", "{server: a, namespace: b}")
                .replaceFirst(
                        "  source:.*\n",
                        "  sourceHydrator: {drySource: {repoURL: 'https://example.com/b', path: a, targetRevision: c}}\n");
        String all = "[{server: '*', namespace: '*'}]";

        assertThat(problems(hydrated + project("['https://example.com/b']", all)))
                .isEmpty();
        assertThat(problems(hydrated + project("['https://example.com/a']", all)))
                .containsExactly("error SOURCE_NOT_ADMITTED"
                        + " Application/argocd/shop.spec.sourceHydrator.drySource.repoURL: the AppProject `bank` does not"
                        + " allow the repository `https://example.com/b`. Add it to `spec.sourceRepos` of the project, or"
                        + " take another project.");
    }

    @Test
    void what_a_template_says_without_parameters_is_one_of_the_project_too() {
        String set = """
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: shops, namespace: argocd}
                spec:
                  template:
                    spec:
                      project: bank
                      source: {repoURL: 'https://example.com/{{ .name }}', path: dev}
                      destination: {server: 'https://b', namespace: b}
                """;

        assertThat(problems(set.replace("https://b", "{{ .server }}") + project("[]", "[]")))
                .isEmpty();
        assertThat(problems(set + project("[]", "[{server: 'https://a', namespace: b}]")))
                .containsExactly("error NAMESPACE_NOT_ADMITTED"
                        + " ApplicationSet/argocd/shops.spec.template.spec.destination: the AppProject `bank` does not"
                        + " allow the namespace `b` of the cluster `https://b`. Add it to `spec.destinations` of the"
                        + " project, or take another project.");
    }

    @Test
    void a_project_that_is_not_in_the_set_says_nothing() {
        assertThat(problems(application("shop", "https://example.com/a", "{server: a, namespace: b}")))
                .isEmpty();
    }

    @Test
    void two_applications_of_the_same_source_and_destination_are_reported() {
        String a = application("a", "https://example.com/a", "{server: a, namespace: b}");

        assertThat(problems(a + application("b", "https://example.com/a", "{server: a, namespace: b}")))
                .containsExactly("warning DUPLICATE Application/argocd/b.spec: the Application `a` deploys the same"
                        + " source to the same destination; Argo CD applies its objects again and again for both."
                        + " Remove one of the two.");
        assertThat(problems(a + application("b", "https://example.com/a", "{server: a, namespace: c}")))
                .isEmpty();
    }
}
