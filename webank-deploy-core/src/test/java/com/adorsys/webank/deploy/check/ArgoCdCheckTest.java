package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                            "error UNKNOWN_KEY ApplicationSet/shops.spec.generators[1].clusters.selectors: `selectors` is not a key of `clusters`. Did you mean `selector`? If not, remove the key.",
                            "error WRONG_TYPE ApplicationSet/shops.spec.template.spec.syncPolicy.automated.prune: `prune` is a string; `true` or `false` is expected. Write `true` or `false` without quotes, as in `prune: true`.",
                            "error UNKNOWN_KEY ApplicationSet/shops.spec.template.spec.syncPolicy.prune: `prune` is not a key of `syncPolicy`. Move it to `spec.syncPolicy.automated.prune`.");
        }

        @Test
        void can_combine_generators_on_two_levels() {
            String list = "{list: {elementsYaml: a}}";
            String inner = "{matrix: {generators: [" + list + ", " + list + "]}}";

            assertThat(problems(set("- matrix: {generators: [" + list + ", " + inner + "]}\n")))
                    .isEmpty();
            assertThat(problems(set("- merge: {mergeKeys: [a], generators: [" + list
                            + ", {matrix: {generators: [{lists: {}}]}}]}\n" + "- matrix: {generators: [" + list + ", "
                            + list + ", " + list + "]}\n")))
                    .containsExactly(
                            "error UNKNOWN_KEY ApplicationSet/shops.spec.generators[0].merge.generators[1].matrix.generators[0].lists: `lists` is not a key of `generators[0]`. Did you mean `list`? If not, remove the key.",
                            "error OUT_OF_RANGE ApplicationSet/shops.spec.generators[0].merge.generators[1].matrix.generators: a matrix combines two generators; there are 1. Write two; one of them may be a matrix or a merge itself.",
                            "error OUT_OF_RANGE ApplicationSet/shops.spec.generators[1].matrix.generators: a matrix combines two generators; there are 3. Write two; one of them may be a matrix or a merge itself.");
        }

        @Test
        void has_only_fields_that_its_version_of_argo_cd_knows() {
            String list = "- list: {elements: [{env: a, url: a, pause: a, option: a}]}\n";
            String later = set("- clusters: {flatList: true}\n" + list);

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
                                'p, proj:bank:deployer, applications, sync, bank/*, allowed',
                                'p, proj:bank:deployer, accounts, sync, bank/*, allow',
                                'p, proj:bank:deployer, logs, get, */*, allow'""")
                            .replace("]}]\n  sync", "]}, {name: deployer}, {name: -a}]\n  sync")))
                    .containsExactly(
                            "error TEXT_INVALID AppProject/bank.spec.roles[2].name: `name` is `-a`. A role's name has letters, digits, - and _, and starts and ends with a letter or digit.",
                            "error TEXT_INVALID AppProject/bank.spec.roles[0].policies[0]: `p, proj:bank:deployer, applications, sync, bank/*` is not a policy. Write `p, proj:bank:deployer, applications, sync, PROJECT/APPLICATION, allow`.",
                            "error TEXT_INVALID AppProject/bank.spec.roles[0].policies[1]: the policy is for `proj:other:deployer`, but belongs to another role. Write `proj:bank:deployer`.",
                            "error TEXT_INVALID AppProject/bank.spec.roles[0].policies[2]: the policy ends with `allowed`. Write `allow` or `deny`.",
                            "error TEXT_INVALID AppProject/bank.spec.roles[0].policies[3]: the policy is about `accounts`, which a project cannot allow. Write one of `applications`, `applicationsets`, `logs`, `exec`, `clusters`, `repositories`.",
                            "error TEXT_INVALID AppProject/bank.spec.roles[0].policies[4]: the policy is about `*/*`, which is not in the project. Write `bank/*`, or an Application's name after the `/`.",
                            "error DUPLICATE AppProject/bank.spec.roles[1].name: there are two roles named `deployer`. Remove one of them.");
        }

        @Test
        void has_windows_that_open() {
            assertThat(problems(PROJECT.replace(
                            "{kind: allow, schedule: '0 22 * * 1-5', duration: 1h30m, namespaces: [shop]}",
                            "{kind: Allow, schedule: '@daily', duration: '90'}")))
                    .containsExactly(
                            "error UNKNOWN_VALUE AppProject/bank.spec.syncWindows[0].kind: `kind` is `Allow`, which is not one of its values. Did you mean `allow`? The values are `allow` and `deny`.",
                            "error TEXT_INVALID AppProject/bank.spec.syncWindows[0].schedule: `schedule` is `@daily`. Write the five fields of cron: minute, hour, day, month and day of the week.",
                            "error TEXT_INVALID AppProject/bank.spec.syncWindows[0].duration: `duration` is `90`. Write a time with its unit, as in `30m` or `1h`.",
                            "error MISSING_KEY AppProject/bank.spec.syncWindows[0]: the window applies to no Application, namespace or cluster. Write one of `applications`, `namespaces` and `clusters`, as in `applications: [\"*\"]`.");
        }
    }

    @Nested
    class WhatAProjectHasOnce {
        @Test
        void is_reported_where_it_is_there_twice() {
            assertThat(problems(PROJECT.replace("['*']", "['*', 'https://example.com/a', '*']")))
                    .containsExactly(
                            "error DUPLICATE AppProject/bank.spec.sourceRepos[2]: this item is there twice. Remove one of them.");
        }

        @Test
        void is_a_service_account_for_a_destination() {
            assertThat(
                            problems(
                                    PROJECT
                                            + "  destinationServiceAccounts: [{server: '*', namespace: shop, defaultServiceAccount: 'a:b'}]\n"))
                    .isEmpty();
            assertThat(
                            problems(
                                    PROJECT
                                            + "  destinationServiceAccounts: [{server: '*', namespace: '!a', defaultServiceAccount: a/b}]\n"))
                    .containsExactly(
                            "error TEXT_INVALID AppProject/bank.spec.destinationServiceAccounts[0].defaultServiceAccount: `a/b` is not a ServiceAccount. Write its name, or `NAMESPACE:NAME`.",
                            "error TEXT_INVALID AppProject/bank.spec.destinationServiceAccounts[0].namespace: `!a` excludes, which is not possible here. Write what it is for, without `!`.");
        }

        @Test
        void is_a_window_at_a_time_that_exists() {
            assertThat(problems(PROJECT.replace("0 22 * * 1-5'", "0 22 * * 7', timeZone: Berlin")))
                    .containsExactly(
                            "error TEXT_INVALID AppProject/bank.spec.syncWindows[0].schedule: `schedule` is `0 22 * * 7`. Write the day of the week from 0 to 6 or as `sun` to `sat`, `*`, a range, a list or a step.",
                            "warning UNKNOWN_VALUE AppProject/bank.spec.syncWindows[0].timeZone: `Berlin` is not a time zone, and Argo CD uses UTC instead. Write a name of the time zone database, as in `Europe/Berlin`.");
            assertThat(problems(PROJECT.replace("0 22 * * 1-5'", "0 22 * * 1-5', timeZone: Europe/Berlin")))
                    .isEmpty();
        }
    }

    @Nested
    class ParametersOfATemplate {
        private static String set(boolean goTemplate, String generators, String name) {
            return """
                    apiVersion: argoproj.io/v1alpha1
                    kind: ApplicationSet
                    metadata: {name: shops}
                    spec:
                      goTemplate: %s
                      %s
                      generators: %s
                      template:
                        metadata: {name: '%s'}
                        spec:
                          project: default
                          source: {repoURL: https://example.com/charts, chart: shop, targetRevision: 1.2.3}
                          destination: {name: in-cluster, namespace: shop}
                    """.formatted(
                            goTemplate, goTemplate ? "goTemplateOptions: [missingkey=error]" : "", generators, name);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\0',
                value = {
                    "true  | [{list: {elements: [{env: dev, size: {cpu: 1}}]}}]   | {{ .env }}-{{ .size.cpu }}",
                    "true  | [{git: {repoURL: a, revision: HEAD, directories: [{path: a}]}}]     | {{ .path.basename | lower }}",
                    "true  | [{git: {repoURL: a, revision: HEAD, directories: [{path: a}]}}]     | {{ index .path.segments 0 }}",
                    "true  | [{git: {repoURL: a, revision: HEAD, files: [{path: a}]}}]           | {{ .anything }}",
                    "true  | [{plugin: {configMapRef: {name: a}}}]               | {{ .anything }}",
                    "true  | [{clusters: {values: {a: b}}}]                      | {{ .nameNormalized }}-{{ .values.a }}",
                    "true  | [{list: {elements: [{a: b}]}}]                      | {{ range .a }}{{ .b }}{{ end }}",
                    "true  | [{list: {elements: [{a: b}]}}]                      | {{ $x := .a }}{{ $x.b }} .c {{ \".d\" }}",
                    "true  | [{matrix: {generators: [{clusters: {}}, {list: {elements: [{a: b}]}}]}}] | {{ .a }}-{{ .name }}",
                    "false | [{list: {elements: [{env: dev}]}}]                  | {{env}}-{{ env }}",
                    "false | [{git: {repoURL: a, revision: HEAD, directories: [{path: a}]}}]     | {{path[0]}}-{{path.basename}}",
                    "false | [{list: {elements: [{env: dev}]}}]                  | {{ include \"a\" . }}{{ .Values.a }}"
                })
        void are_given_by_a_generator(boolean goTemplate, String generators, String name) {
            assertThat(problems(set(goTemplate, generators, name))).isEmpty();
        }

        @Test
        void that_no_generator_gives_are_reported() {
            assertThat(problems(set(true, "[{list: {elements: [{env: dev}]}}]", "{{ .evn }}-{{ .evn }}-{{.env}}")))
                    .containsExactly(
                            "warning DANGLING_REFERENCE ApplicationSet/shops.spec.template.metadata.name: no generator gives the parameter `evn`. Did you mean `env`? If not, give it to the generator.");
            assertThat(problems(set(false, "[{clusters: {}}]", "{{cluster}}"))).hasSize(1);
            assertThat(problems(set(true, "[{pullRequest: {github: {owner: a, repo: b}}}]", "{{ .head_shaa }}")))
                    .hasSize(1);
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
        void takes_value_files_only_from_sources_with_that_name() {
            String several = APPLICATION.replaceAll("(?m)^  source:.*$", """
                      sources:
                        - {repoURL: https://example.com/a, chart: a, targetRevision: 1.0.0, helm: {valueFiles: [values.yaml, FILE]}}
                        - {repoURL: https://example.com/b, ref: REF}
                        - {repoURL: https://example.com/c, ref: other}\
                    """);

            assertThat(problems(several.replace("FILE", "$values/dev.yaml").replace("REF", "values")))
                    .isEmpty();
            assertThat(problems(
                            several.replace("FILE", "$ARGOCD_APP_NAME/dev.yaml").replace("REF", "values")))
                    .isEmpty();
            assertThat(problems(several.replace("FILE", "$value/dev.yaml").replace("REF", "values")))
                    .containsExactly(
                            "error DANGLING_REFERENCE Application/shop.spec.sources[0].helm.valueFiles[1]: no source has the `ref` `value`, from which this file is to come. Did you mean `values`? If not, add a source with `ref: value` to `sources`.");
            assertThat(problems(several.replace("FILE", "$other/dev.yaml").replace("REF", "other")))
                    .containsExactly(
                            "error DUPLICATE Application/shop.spec.sources[2].ref: two sources have the `ref` `other`. Give each a name of its own.");
            assertThat(problems(several.replace("FILE", "a.yaml").replace("REF", "my.values")))
                    .containsExactly(
                            "error NAME_INVALID Application/shop.spec.sources[1].ref: `my.values` is not a name that other sources can refer to. Write letters, digits, `_` and `-` only, as in `values`.");
        }

        @Test
        void takes_no_files_from_charts_nor_without_sources() {
            assertThat(problems(APPLICATION.replace("1.2.3}", "1.2.3, helm: {valueFiles: [$values/a.yaml]}}")))
                    .containsExactly(
                            "error DANGLING_REFERENCE Application/shop.spec.source.helm.valueFiles[0]: no source has the `ref` `values`, from which this file is to come. Add a source with `ref: values` to `sources`.");
            assertThat(problems(APPLICATION.replace("source:", "sources: [").replace("1.2.3}", "1.2.3, ref: values}]")))
                    .containsExactly(
                            "warning IGNORED_KEY Application/shop.spec.sources[0].ref: `ref` has no effect beside `chart`: files come from Git repositories only. Remove it.");
        }

        @Test
        void leaves_replicas_to_autoscalers_only_if_a_sync_leaves_them_too() {
            String ignored = APPLICATION
                    + "  ignoreDifferences: [{group: apps, kind: Deployment, jsonPointers: [/spec/replicas]}]\n";

            assertThat(problems(ignored + "  syncPolicy: {syncOptions: [RespectIgnoreDifferences=true]}\n"))
                    .isEmpty();
            assertThat(problems(ignored.replace("/spec/replicas", "/spec/paused")))
                    .isEmpty();
            assertThat(problems(ignored))
                    .containsExactly(
                            "warning AUTOSCALER_REPLICAS Application/shop.spec.ignoreDifferences[0]: the replicas are ignored in comparisons only: a sync sets them again, and undoes what an autoscaler has set. Add `RespectIgnoreDifferences=true` to `syncOptions`, or leave `replicas` out of the manifests.");
            assertThat(problems(ignored.replace("jsonPointers: [/spec", "jqPathExpressions: [.spec")
                            .replace("/replicas", ".replicas")))
                    .hasSize(1);
        }

        @Test
        void is_applied_in_one_way() {
            assertThat(problems(APPLICATION + "  syncPolicy: {syncOptions: [Replace=true, ServerSideApply=false]}\n"))
                    .isEmpty();
            assertThat(problems(APPLICATION + "  syncPolicy: {syncOptions: [Replace=true, ServerSideApply=true]}\n"))
                    .containsExactly(
                            "warning IGNORED_KEY Application/shop.spec.syncPolicy.syncOptions: `ServerSideApply=true` is ignored, because `Replace=true` is set. Remove one of the two.");
        }

        @Test
        void is_hydrated_or_has_a_source() {
            String hydrator = "  sourceHydrator: {drySource: {repoURL: a, path: b, targetRevision: c},"
                    + " syncSource: {path: ab, targetBranch: c}}\n";
            Targets later = Targets.any().with(ProductVersion.argoCd("2.14"));

            assertThat(problems(later, APPLICATION.replaceAll("(?m)^  source:.*$", "") + hydrator))
                    .isEmpty();
            assertThat(problems(later, APPLICATION + hydrator))
                    .containsExactly(
                            "warning IGNORED_KEY Application/shop.spec.source: `source` is ignored, because `sourceHydrator` is set. Remove one of the two.");
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
