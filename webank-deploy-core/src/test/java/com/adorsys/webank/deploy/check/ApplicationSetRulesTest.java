package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationSetRulesTest {
    private static final String LIST = "[{list: {elements: [{env: dev}]}}]";

    private static List<String> problems(String generators, String more, String metadata) {
        return Checks.of(Checks.structure()).check(Sets.of("""
                        apiVersion: argoproj.io/v1alpha1
                        kind: ApplicationSet
                        metadata: {name: shops}
                        spec:
                          generators: %s
                          template:
                            metadata: {name: a, %s}
                            spec:
                              project: default
                              source: {repoURL: https://example.com/charts, chart: shop, targetRevision: 1.2.3}
                              destination: {name: in-cluster, namespace: shop}
                          %s
                        """.formatted(generators, metadata, more))).stream()
                .map(Problem::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LIST,
                "[{list: {elementsYaml: '[{env: dev}]'}}]",
                "[{clusters: {}}]",
                "[{git: {repoURL: a, revision: b, files: [{path: c}]}}]",
                "[{pullRequest: {github: {owner: a, repo: b}, requeueAfterSeconds: 60}}]",
                "[{merge: {mergeKeys: [env], generators: [{clusters: {}}, {list: {elements: [{env: a}]}}]}}]"
            })
    void a_generator_may_make_something(String generators) {
        assertThat(problems(generators, "", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | warning GENERATES_NOTHING ApplicationSet/shops.spec.generators: there is no generator, so no Application is made, and those made before are deleted. Add one.",
                "[{list: {elements: []}}] | warning GENERATES_NOTHING ApplicationSet/shops.spec.generators[0].list: the list has no elements, so it makes no Application. Add one, or remove the generator.",
                "[{selector: {}}] | warning GENERATES_NOTHING ApplicationSet/shops.spec.generators[0]: the generator has no kind, so it makes no Application. Write one, such as `list`, or remove the item.",
                "[{git: {repoURL: a, revision: b}}] | error MISSING_KEY ApplicationSet/shops.spec.generators[0].git: `git` has neither `directories` nor `files`. Write one of them.",
                "[{pullRequest: {requeueAfterSeconds: 60}}] | error MISSING_KEY ApplicationSet/shops.spec.generators[0].pullRequest: `pullRequest` has no provider. Write one, such as `github`.",
                "[{merge: {mergeKeys: [], generators: [{clusters: {}}, {clusters: {}}]}}] | error MISSING_KEY ApplicationSet/shops.spec.generators[0].merge: `mergeKeys` is empty. Name a parameter that tells Applications apart."
            })
    void a_generator_that_makes_nothing_is_reported(String generators, String problem) {
        assertThat(problems(generators, "", "")).containsExactly(problem);
    }

    @Test
    void a_template_of_go_has_no_missing_parameters() {
        assertThat(problems(LIST, "goTemplate: true\n  goTemplateOptions: [missingkey=error]", ""))
                .isEmpty();
        assertThat(problems(LIST, "goTemplate: true\n  goTemplateOptions: [missingkey=zero]", ""))
                .containsExactly(
                        "warning PARAMETER_MAY_BE_MISSING ApplicationSet/shops.spec.goTemplate: a parameter that no generator gives becomes `<no value>`. Write `goTemplateOptions: [\"missingkey=error\"]`.");
        assertThat(problems(LIST, "goTemplateOptions: [missingkey=error]", ""))
                .containsExactly(
                        "warning IGNORED_KEY ApplicationSet/shops.spec.goTemplateOptions: `goTemplateOptions` is ignored without `goTemplate: true`. Add `goTemplate: true`, or remove the key.");
    }

    @Test
    void a_step_of_a_rolling_sync_selects_a_label_of_the_template() {
        String steps = "strategy: {type: RollingSync, rollingSync: {steps:"
                + " [{matchExpressions: [{key: env, operator: In, values: [dev]}]}]}}";

        assertThat(problems(LIST, steps, "labels: {env: dev}")).isEmpty();
        assertThat(problems(LIST, steps + "\n  templatePatch: 'metadata: {labels: {env: dev}}'", ""))
                .isEmpty();
        assertThat(problems(LIST, steps.replace("operator: In", "operator: NotIn"), ""))
                .isEmpty();
        assertThat(problems(LIST, steps, "labels: {environment: dev}"))
                .containsExactly(
                        "warning DANGLING_REFERENCE ApplicationSet/shops.spec.strategy.rollingSync.steps[0].matchExpressions[0].key: the template has no label `env`, so the step selects no Application. Add the label to `spec.template.metadata.labels`.");
    }

    @Test
    void objects_are_either_kept_or_deleted() {
        String keep = "syncPolicy: {preserveResourcesOnDeletion: true}";

        assertThat(problems(LIST, keep, "")).isEmpty();
        assertThat(problems(LIST, "", "finalizers: [resources-finalizer.argocd.argoproj.io]"))
                .isEmpty();
        assertThat(problems(LIST, keep, "finalizers: [resources-finalizer.argocd.argoproj.io/background]"))
                .containsExactly(
                        "warning IGNORED_KEY ApplicationSet/shops.spec.syncPolicy.preserveResourcesOnDeletion: `preserveResourcesOnDeletion` has no effect, because the template has the finalizer `resources-finalizer.argocd.argoproj.io`, which deletes the objects. Remove one of the two.");
    }
}
