package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsTest {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: backups.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Backup, plural: backups}
              versions:
                - name: v1beta1
                  served: false
                  storage: false
                  schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      required: [spec]
                      properties:
                        apiVersion: {type: string}
                        kind: {type: string}
                        metadata: {type: object}
                        status:
                          type: object
                          properties:
                            phase: {type: string}
                            conditions: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [type], items: {type: object, required: [type], properties: {type: {type: string}}}}
                        spec:
                          type: object
                          required: [schedule, mode]
                          properties:
                            schedule: {type: string, pattern: '^\\S+( \\S+){4}$'}
                            mode: {type: string, enum: [full, partial], default: full}
                            keep: {type: integer, format: int32, minimum: 1, maximum: 30.5}
                            above: {type: integer, minimum: 0, exclusiveMinimum: true}
                            ratio: {type: number}
                            paused: {type: boolean, nullable: true}
                            port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}
                            paths: {type: array, minItems: 1, items: {type: string}}
                            labels: {type: object, additionalProperties: {type: string}}
                            free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                            half:
                              type: object
                              x-kubernetes-preserve-unknown-fields: true
                              properties: {known: {type: boolean}}
                            job: {type: object, x-kubernetes-embedded-resource: true}
                            anything: {x-kubernetes-preserve-unknown-fields: true}
                            code: {type: string, minLength: 2, maxLength: 3}
                            bytes: {type: string, format: byte}
                            share: {x-kubernetes-int-or-string: true, pattern: '^[0-9]+%$'}
                            rate: {type: number, minimum: 1, maximum: 2.5, exclusiveMaximum: true}
                            few: {type: array, maxItems: 2, items: {type: string}}
                            store:
                              type: object
                              minProperties: 1
                              maxProperties: 1
                              properties: {aws: {type: string}, vault: {type: string}}
                            set: {type: array, x-kubernetes-list-type: set, items: {type: string}}
                            ports:
                              type: array
                              x-kubernetes-list-type: map
                              x-kubernetes-list-map-keys: [port, protocol]
                              items:
                                type: object
                                required: [port]
                                properties: {port: {type: integer}, protocol: {type: string, default: TCP}}
            """;

    private static String backup(String spec) {
        return "{apiVersion: example.com/v1, kind: Backup, metadata: {name: a}, spec: {" + spec + "}}";
    }

    private static List<String> problems(String object) {
        return texts(Checks.structure(), Sets.of(DEFINITION + "---\n" + object));
    }

    private static List<String> texts(Check check, ManifestSet manifests) {
        List<String> texts = new ArrayList<>();
        for (Problem problem : Checks.of(check).check(manifests)) {
            texts.add(problem.toString());
        }
        return texts;
    }

    @Test
    void describe_the_custom_resources_of_the_same_set() {
        assertThat(
                        problems(
                                backup(
                                        "schedule: 0 1 * * *, keep: 3, ratio: 1, paused: null, port: http, paths: [a], labels: {a: b},"
                                                + " free: {a: 1}, half: {known: true, more: 1}, job: {kind: Job}, anything: [1], above: 1")))
                .isEmpty();
        assertThat(problems(backup("schedule: 0 1 * * *, keeps: 3")))
                .containsExactly(
                        "error UNKNOWN_KEY Backup/a.spec.keeps: `keeps` is not a key of `spec`. Did you mean `keep`? If not, remove the key.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule: daily         | TEXT_INVALID  | spec.schedule",
                "mode: fully             | UNKNOWN_VALUE | spec.mode",
                "keep: 0                 | OUT_OF_RANGE  | spec.keep",
                "keep: 31                | OUT_OF_RANGE  | spec.keep",
                "keep: '3'               | WRONG_TYPE    | spec.keep",
                "above: 0                | OUT_OF_RANGE  | spec.above",
                "ratio: high             | WRONG_TYPE    | spec.ratio",
                "paused: 'no'            | WRONG_TYPE    | spec.paused",
                "port: [1]               | WRONG_TYPE    | spec.port",
                "paths: a                | WRONG_TYPE    | spec.paths",
                "paths: []               | LIST_EMPTY    | spec.paths",
                "labels: {a: 1}          | WRONG_TYPE    | spec.labels.a",
                "free: [1]               | WRONG_TYPE    | spec.free",
                "half: {known: 1}        | WRONG_TYPE    | spec.half.known",
                "job: a                  | WRONG_TYPE    | spec.job",
                "code: a                 | OUT_OF_RANGE  | spec.code",
                "code: äöüß              | OUT_OF_RANGE  | spec.code",
                "bytes: '...'            | BASE64_INVALID | spec.bytes",
                "share: a                | TEXT_INVALID  | spec.share",
                "rate: 0.5               | OUT_OF_RANGE  | spec.rate",
                "rate: 2.5               | OUT_OF_RANGE  | spec.rate",
                "few: [a, b, c]          | OUT_OF_RANGE  | spec.few",
                "store: {}               | OUT_OF_RANGE  | spec.store",
                "store: {aws: a, vault: b} | OUT_OF_RANGE  | spec.store",
                "set: [a, b, a]          | DUPLICATE     | spec.set",
                "ports: [{port: 1}, {port: 1, protocol: TCP}] | DUPLICATE | spec.ports"
            })
    void find_what_is_wrong(String field, String code, String path) {
        String schedule = field.startsWith("schedule") ? "" : "schedule: 0 1 * * *, ";

        assertThat(Checks.of(Checks.structure()).check(Sets.of(DEFINITION + "---\n" + backup(schedule + field))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.location().path()).isEqualTo("Backup/a." + path);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code: ab",
                "code: äöü",
                "bytes: YWJj",
                "share: 5",
                "share: 5%",
                "rate: 1",
                "few: []",
                "few: [a, a]",
                "store: {aws: a}",
                "set: [a, b]",
                "ports: [{port: 1}, {port: 1, protocol: UDP}, {port: 2}]"
            })
    void take_what_is_within_bounds(String field) {
        assertThat(problems(backup("schedule: 0 1 * * *, " + field))).isEmpty();
    }

    @Test
    void do_not_limit_numbers_by_their_format() {
        String definition = DEFINITION.replace("minimum: 1, maximum: 30.5", "minimum: 1");

        assertThat(texts(
                        Checks.structure(),
                        Sets.of(definition + "---\n" + backup("schedule: 0 1 * * *, keep: 3000000000"))))
                .isEmpty();
    }

    @Test
    void have_conditions_that_server_side_apply_can_merge() {
        String object = backup("schedule: 0 1 * * *");
        String with =
                object.substring(0, object.length() - 1) + ", status: {phase: a, conditions: [{type: A}, {type: B}]}}";

        assertThat(problems(with)).isEmpty();
        assertThat(problems(with.replace("type: B", "type: A")))
                .containsExactly(
                        "error DUPLICATE Backup/a.status.conditions: `conditions` has an item twice, with `type: A`. Remove one of the two.");
    }

    @Test
    void require_fields_without_a_default() {
        assertThat(problems(backup("keep: 3")))
                .containsExactly(
                        "error MISSING_KEY Backup/a.spec.schedule: `schedule` is missing in `spec`. Write it, as in `schedule: \"text\"`.");
    }

    @Test
    void warn_of_a_null_that_server_side_apply_refuses() {
        assertThat(
                        problems(
                                backup(
                                        "schedule: 0 1 * * *, keep: null, paused: null, half: {known: null, more: null}, anything: null, labels: {a: null}, mode: null")))
                .containsExactly(
                        "warning NULL_VALUE Backup/a.spec.keep: `keep` is null; server-side apply refuses that, and elsewhere it is as good as no key. Write a value, or remove it.",
                        "warning NULL_VALUE Backup/a.spec.half.known: `known` is null; server-side apply refuses that, and elsewhere it is as good as no key. Write a value, or remove it.");
        assertThat(problems(backup("schedule: 0 1 * * *, store: {aws: a, vault: null}")))
                .containsExactly(
                        "warning NULL_VALUE Backup/a.spec.store.vault: `vault` is null; server-side apply refuses that, and elsewhere it is as good as no key. Write a value, or remove it.");
        assertThat(problems(backup("schedule: null")))
                .containsExactly(
                        "error MISSING_KEY Backup/a.spec.schedule: `schedule` is missing in `spec`. Write it, as in `schedule: \"text\"`.");
    }

    @Test
    void leave_the_metadata_and_the_status_to_the_api_server() {
        assertThat(problems("{apiVersion: example.com/v1, kind: Backup, metadata: {name: a, labels: {a: 'b c'}},"
                        + " spec: {schedule: 0 1 * * *}, status: {more: 1}}"))
                .singleElement()
                .asString()
                .startsWith("error LABEL_INVALID Backup/a.metadata.labels.a: ");
    }

    @Test
    void name_the_versions_that_are_served() {
        assertThat(problems("{apiVersion: example.com/v1beta1, kind: Backup, metadata: {name: a}}"))
                .containsExactly(
                        "error UNKNOWN_KIND Backup/a.apiVersion: the definition of `Backup` does not serve `example.com/v1beta1`. Write `apiVersion: example.com/v1`.");
    }

    @Test
    void can_come_from_elsewhere() {
        ManifestSet wrong = Sets.of(backup("schedule: daily"));
        Definitions definitions = Definitions.in(Sets.of(DEFINITION));

        assertThat(texts(Checks.structure(), wrong)).isEmpty();
        assertThat(texts(Checks.structure(Targets.any(), definitions), wrong)).hasSize(1);
        assertThat(Checks.all(Targets.any(), definitions).check(wrong)).hasSize(1);
    }

    @Test
    void leave_the_rules_of_argo_cd() {
        String definition = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: applications.argoproj.io}
                spec:
                  group: argoproj.io
                  names: {kind: KIND}
                  versions:
                    - name: v1alpha1
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            spec: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {new: {type: string}}}
                """;
        String application = "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a}, spec: {new: 1,"
                + " source: {repoURL: 'https://example.com'}, syncPolicy: {syncOptions: [Prune=yes]}}}";
        String set = definition.replace("KIND", "Application") + "---\n" + application;

        assertThat(texts(Checks.structure(), Sets.of(set)))
                .containsExactly(
                        "error WRONG_TYPE Application/a.spec.new: `new` is a number; a string is expected. Write it in quotes.",
                        "error MISSING_KEY Application/a.spec.source: the source has neither `path` nor `chart`. Write `path` for a folder of a Git repository, or `chart` for a chart.",
                        "error UNKNOWN_VALUE Application/a.spec.syncPolicy.syncOptions[0]: `Prune=yes` has a value that Argo CD does not know. Write `Prune=` and one of `true`, `false`, `confirm`.");
        // Other projects of Argo have kinds of the same group, with other rules.
        assertThat(texts(
                        Checks.structure(),
                        Sets.of(set.replace("Application", "Rollout")
                                .replace("new: 1,", "generators: [{matrix: {generators: []}}],"))))
                .isEmpty();
    }

    @Test
    void of_the_set_replace_those_from_elsewhere() {
        ManifestSet set = Sets.of(DEFINITION + "---\n" + backup("schedule: 0 1 * * *"));
        Definitions other = Definitions.in(Sets.of(DEFINITION.replace("schedule", "times")));

        assertThat(texts(Checks.structure(Targets.any(), other), set)).isEmpty();
    }

    @Test
    void list_the_objects_that_are_checked_for_their_metadata_only() {
        ManifestSet set = Sets.of(backup("schedule: 0 1 * * *")
                + "\n---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}"
                + "\n---\n{apiVersion: example.org/v1, kind: Backup, metadata: {name: c}}");

        assertThat(Checks.undescribed(set, Definitions.none()))
                .extracting(manifest -> manifest.apiVersion())
                .containsExactly("example.com/v1", "example.org/v1");
        assertThat(Checks.undescribed(set, Definitions.in(Sets.of(DEFINITION))))
                .extracting(manifest -> manifest.apiVersion())
                .containsExactly("example.org/v1");
        assertThat(Checks.undescribed(Sets.of(DEFINITION).plus(set), Definitions.none()))
                .extracting(manifest -> manifest.apiVersion())
                .containsExactly("example.org/v1");
    }

    @Test
    void never_describe_a_kind_of_kubernetes() {
        String ours = DEFINITION.replace("example.com", "apps").replace("Backup", "Deployment");

        assertThat(texts(
                        Checks.structure(),
                        Sets.of(ours + "---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}}")))
                .containsExactly(
                        "error NAME_INVALID CustomResourceDefinition/backups.apps.spec.group: `apps` is not a domain with a dot. Write a domain of yours, as in `shop.example.com`.",
                        "error MISSING_KEY Deployment/a.spec: `spec` is missing in `Deployment/a`. Write it with"
                                + " `selector` and `template`.");
    }
}
