package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Objects of Argo CD in a set of manifests. */
class ArgoCdCheckTest {
    private static final String GENERATORS = """
            - list: {elements: [{env: dev}], template: {metadata: {}, spec: {project: "", destination: {}}}}
            - clusters: {selector: {matchLabels: {env: "{{env}}"}}}
            """;
    private static final String SET = """
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata: {name: shops}
            spec:
              goTemplate: true
              goTemplateOptions: [missingkey=error]
              generators:
            GENERATORS
              strategy:
                type: RollingSync
                rollingSync: {steps: [{matchExpressions: [{key: env, operator: In, values: [dev]}], maxUpdate: 10%}]}
              templatePatch: |
                spec: {{ .patch }}
              template:
                metadata: {name: '{{ .env }}-shop', labels: {env: '{{ .env | upper }}'}}
                spec:
                  project: '{{ .project }}'
                  source: {repoURL: '{{ .url }}', chart: shop, helm: {releaseName: '{{ .env }}'}}
                  destination: {server: '{{ .server }}', name: '{{ .name }}', namespace: '{{ .env }}'}
                  syncPolicy:
                    retry: {backoff: {duration: '{{ .pause }}'}}
                    syncOptions: ['{{ .option }}']
            """;
    private static final String PROJECT = """
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: bank}
            spec:
              sourceRepos: ['*']
              destinations: [{server: '*', namespace: '*'}, {name: in-cluster}]
              roles: [{name: deployer, policies: ['p, proj:bank:deployer, applications, sync, bank/*, allow']}]
              syncWindows: [{kind: allow, schedule: '0 22 * * 1-5', duration: 1h30m, namespaces: [shop]}]
            """;

    private static List<String> problems(Targets targets, String document) {
        return Checks.of(Checks.structure(targets)).check(Sets.of(document)).stream()
                .map(Problem::toString)
                .toList();
    }

    private static List<String> problems(String document) {
        return problems(Targets.any(), document);
    }

    private static String set(String generators) {
        return SET.replace("GENERATORS\n", generators.indent(2));
    }

    @Nested
    class AnApplicationSet {
        @Test
        void may_have_placeholders_and_incomplete_templates() {
            assertThat(problems(set(GENERATORS))).isEmpty();
        }

        @Test
        void has_known_keys_only_in_templates_and_generators_too() {
            assertThat(problems(set(GENERATORS)
                            .replace("destination: {}", "destination: {cluster: a}")
                            .replace("selector:", "selectors:")
                            .replace(
                                    "syncOptions:",
                                    "automated: {prune: '{{ .prune }}'}\n        prune: true\n        syncOptions:")))
                    .containsExactly(
                            "error UNKNOWN_KEY ApplicationSet/shops.spec.generators[0].list.template.spec.destination.cluster: `cluster` is not a key of `destination`. Remove it; the keys are `name`, `namespace` and `server`.",
                            "error UNKNOWN_KEY ApplicationSet/shops.spec.generators[1].clusters.selectors: `selectors` is not a key of `clusters`. Did you mean `selector`? if not, remove the key.",
                            "error WRONG_TYPE ApplicationSet/shops.spec.template.spec.syncPolicy.automated.prune: `prune` is a string; `true` or `false` is expected. Write `true` or `false` without quotes, as in `prune: true`.",
                            "error UNKNOWN_KEY ApplicationSet/shops.spec.template.spec.syncPolicy.prune: `prune` is not a key of `syncPolicy`. Move it to `spec.syncPolicy.automated.prune`.");
        }

        @Test
        void can_combine_generators_on_two_levels() {
            String list = "{list: {elements: []}}";
            String inner = "{matrix: {generators: [" + list + ", " + list + "]}}";

            assertThat(problems(set("- matrix: {generators: [" + list + ", " + inner + "]}\n")))
                    .isEmpty();
            assertThat(problems(set("- merge: {mergeKeys: [a], generators: [" + list
                            + ", {matrix: {generators: [{lists: {}}]}}]}\n" + "- matrix: {generators: [" + list + ", "
                            + list + ", " + list + "]}\n")))
                    .containsExactly(
                            "error UNKNOWN_KEY ApplicationSet/shops.spec.generators[0].merge.generators[1].matrix.generators[0].lists: `lists` is not a key of `generators[0]`. Did you mean `list`? if not, remove the key.",
                            "error OUT_OF_RANGE ApplicationSet/shops.spec.generators[0].merge.generators[1].matrix.generators: a matrix combines two generators; there are 1. Write two; one of them may be a matrix or a merge itself.",
                            "error OUT_OF_RANGE ApplicationSet/shops.spec.generators[1].matrix.generators: a matrix combines two generators; there are 3. Write two; one of them may be a matrix or a merge itself.");
        }

        @Test
        void has_only_fields_that_its_version_of_argo_cd_knows() {
            String later = set("- clusters: {flatList: true}\n");

            assertThat(problems(later))
                    .containsExactly(
                            "warning VERSION_DEPENDENT ApplicationSet/shops.spec.generators[0].clusters.flatList: `flatList` is a key of `clusters` only in Argo CD 2.14 and later. Make sure that your cluster has such a version, or check for the version that it has.");
            assertThat(problems(Targets.any().with(ProductVersion.argoCd("2.13")), later))
                    .containsExactly(
                            "error UNKNOWN_KEY ApplicationSet/shops.spec.generators[0].clusters.flatList: `flatList` is a key of `clusters` only in Argo CD 2.14 and later, and not in Argo CD 2.13. Remove it.");
            assertThat(problems(Targets.any().with(ProductVersion.argoCd("2.14")), later))
                    .isEmpty();
        }

        @Test
        void has_a_strategy_that_exists() {
            assertThat(problems(set(GENERATORS)
                            .replace("RollingSync", "Rolling")
                            .replace("operator: In", "operator: Exists")
                            .replace("10%", "ten")))
                    .containsExactly(
                            "error UNKNOWN_VALUE ApplicationSet/shops.spec.strategy.type: `type` is `Rolling`, which is not one of its values. Write one of `AllAtOnce` and `RollingSync`.",
                            "error UNKNOWN_VALUE ApplicationSet/shops.spec.strategy.rollingSync.steps[0].matchExpressions[0].operator: `operator` is `Exists`, which is not one of its values. Write one of `In` and `NotIn`.",
                            "error PERCENTAGE_INVALID ApplicationSet/shops.spec.strategy.rollingSync.steps[0].maxUpdate: `maxUpdate` is `ten`. A percentage is a whole number and %, as in `25%`.");
        }
    }

    @Nested
    class AProject {
        @Test
        void may_have_patterns() {
            assertThat(problems(PROJECT)).isEmpty();
        }

        @Test
        void has_unique_roles_with_policies_for_themselves() {
            assertThat(problems(PROJECT.replace("'p, proj:bank:deployer, applications, sync, bank/*, allow'", """
                            'p, proj:bank:deployer, applications, sync, bank/*',
                                'p, proj:other:deployer, applications, sync, bank/*, allow',
                                'p, proj:bank:deployer, applications, sync, bank/*, allowed'""")
                            .replace("]}]\n  sync", "]}, {name: deployer}, {name: -a}]\n  sync")))
                    .containsExactly(
                            "error TEXT_INVALID AppProject/bank.spec.roles[2].name: `name` is `-a`. A role's name has letters, digits, - and _, and starts and ends with a letter or digit.",
                            "error TEXT_INVALID AppProject/bank.spec.roles[0].policies[0]: `p, proj:bank:deployer, applications, sync, bank/*` is not a policy. Write `p, proj:bank:deployer, applications, sync, PROJECT/APPLICATION, allow`.",
                            "error TEXT_INVALID AppProject/bank.spec.roles[0].policies[1]: the policy is for `proj:other:deployer`, but belongs to another role. Write `proj:bank:deployer`.",
                            "error TEXT_INVALID AppProject/bank.spec.roles[0].policies[2]: the policy ends with `allowed`. Write `allow` or `deny`.",
                            "error DUPLICATE AppProject/bank.spec.roles[1].name: there are two roles named `deployer`. Remove one of them.");
        }

        @Test
        void has_windows_that_open() {
            assertThat(problems(PROJECT.replace(
                            "{kind: allow, schedule: '0 22 * * 1-5', duration: 1h30m, namespaces: [shop]}",
                            "{kind: Allow, schedule: '@daily', duration: '90'}")))
                    .containsExactly(
                            "error UNKNOWN_VALUE AppProject/bank.spec.syncWindows[0].kind: `kind` is `Allow`, which is not one of its values. Did you mean `allow`? the values are `allow` and `deny`.",
                            "error TEXT_INVALID AppProject/bank.spec.syncWindows[0].schedule: `schedule` is `@daily`. Write the five fields of cron: minute, hour, day, month and day of the week.",
                            "error TEXT_INVALID AppProject/bank.spec.syncWindows[0].duration: `duration` is `90`. Write a time with its unit, as in `30m` or `1h`.",
                            "error MISSING_KEY AppProject/bank.spec.syncWindows[0]: the window applies to no Application, namespace or cluster. Write one of `applications`, `namespaces` and `clusters`, as in `applications: [\"*\"]`.");
        }
    }

    @Nested
    class AnApplication {
        private static final String APPLICATION = """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop}
                spec:
                  project: default
                  source: {repoURL: https://example.com/charts, path: '', chart: shop, targetRevision: 1.2.3}
                  destination: {name: '', server: https://kubernetes.default.svc, namespace: ''}
                """;

        @Test
        void may_have_empty_texts_as_argo_cd_writes_them() {
            assertThat(problems(APPLICATION)).isEmpty();
        }

        @Test
        void may_write_times_as_go_does() {
            for (String time : List.of("90", "1h30m", "1.5h", ".5s", "300ms", "5\u00b5s", "0", "-1s", "+2m")) {
                String text = APPLICATION + "  syncPolicy: {retry: {backoff: {duration: '" + time + "'}}}\n";

                assertThat(problems(text)).as(time).isEmpty();
            }
            assertThat(problems(APPLICATION + "  syncPolicy: {retry: {backoff: {duration: 1d}}}\n"))
                    .hasSize(1);
        }

        @Test
        void has_either_a_path_or_a_chart_and_either_a_server_or_a_name() {
            assertThat(problems(APPLICATION.replace("path: ''", "path: a").replace("name: ''", "name: a")))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS Application/shop.spec.source.chart: `path` and `chart` exclude each other. Keep one of them.",
                            "error EXCLUSIVE_KEYS Application/shop.spec.destination.name: `server` and `name` exclude each other. Keep one of them.");
        }

        @Test
        void is_of_the_api_version_that_argo_cd_serves() {
            assertThat(problems(APPLICATION.replace("v1alpha1", "v1beta1")))
                    .containsExactly(
                            "error UNKNOWN_KIND Application/shop.apiVersion: `Application` is not a kind of `argoproj.io/v1beta1`. Write `apiVersion: argoproj.io/v1alpha1`.");
        }

        @Test
        void is_not_confused_with_other_kinds_of_its_group() {
            assertThat(problems("{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: a}, spec: {a: 1}}"))
                    .isEmpty();
        }
    }
}
