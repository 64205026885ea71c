package com.adorsys.webank.deploy.dsl.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Template expressions in values. */
class TemplatesTest {
    private static final Release RELEASE = Release.of("dev", "blue");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{ .Release.Name }}                          | dev",
                "{{.Release.Name}}                            | dev",
                "{{ $.Release.Namespace }}                    | blue",
                "{{ .Chart.Name }}                            | webank-obs",
                "{{ .Values.service.port }}                   | 8081",
                "{{ $.Values.service.type }}                  | ClusterIP",
                "{{ .Values.ingress.tls }}                    | false",
                "{{ include \"common.names.fullname\" . }}    | dev-webank-obs",
                "{{ include \"common.names.fullname\" $ }}    | dev-webank-obs",
                "{{ template \"common.names.fullname\" . }}   | dev-webank-obs",
                "{{ .Values.database.name }}                  | dev-webank-obs-db",
                "a{{ .Release.Name }}b{{ .Release.Name }}c    | adevbdevc",
                "'a {{- .Release.Name -}} b'                  | adevb",
                "'a {{ .Release.Name }} b'                    | a dev b",
                "no }} expression                             | no }} expression",
            })
    void expressions_are_evaluated(String text, String result) {
        String values = "env:\n- name: A\n  value: >-\n    " + text + "\n";
        assertThat(variable(Chart.WEBANK_OBS, values, "A")).isEqualTo(result);
    }

    @Test
    void trim_markers_remove_line_ends_too() {
        assertThat(variable(
                        Chart.WEBANK_OBS,
                        "env:\n- name: A\n  value: |\n    one\n    {{- .Release.Name -}}\n    two\n",
                        "A"))
                .isEqualTo("onedevtwo\n");
    }

    @Test
    void a_number_from_an_expression_is_a_number_where_one_is_expected() {
        MapTree service = object(
                Chart.WEBANK_OBS,
                "service: {port: \"{{ .Values.service.targetPort }}\"}\nlivenessProbe: {httpGet: {port: \"{{ .Values.service.port }}\"}}\n",
                "Service");
        assertThat(service.at("spec", "ports").map(ports -> ((ListTree) ports).get(0)))
                .contains(MapTree.builder()
                        .put("name", "http")
                        .put("port", 8081)
                        .put("targetPort", 8081)
                        .build());
    }

    @Test
    void an_override_of_the_name_is_part_of_the_full_name() {
        assertThat(variable(
                        Chart.WEBANK_OBS,
                        "nameOverride: bank\nenv: [{name: A, value: '{{ include \"common.names.fullname\" . }}'}]\n",
                        "A"))
                .isEqualTo("dev-bank");
        assertThat(variable(
                        Chart.WEBANK_OBS,
                        "fullnameOverride: '{{ .Release.Name }}-x'\nenv: [{name: A, value: '{{ include \"common.names.fullname\" . }}'}]\n",
                        "A"))
                .isEqualTo("dev-x");
    }

    @Test
    void a_key_that_only_an_expression_reads_is_not_reported() {
        assertThat(variable(
                        Chart.WEBANK_OBS,
                        "domain: {name: example.com}\nenv: [{name: A, value: 'x.{{ .Values.domain.name }}'}]\n",
                        "A"))
                .isEqualTo("x.example.com");
    }

    @Nested
    class In_the_umbrella {
        @Test
        void a_part_has_its_alias_its_own_values_and_the_globals() {
            String values = """
                    db: {enabled: false}
                    global: {domain: example.com}
                    prs:
                      own: {key: value}
                      env:
                      - name: A
                        value: "{{ .Chart.Name }} {{ .Values.own.key }} {{ .Values.global.domain }} {{ .Values.service.port }}"
                    ingress:
                      host: "{{ .Chart.Name }}-{{ .Values.prs.service.port }}.{{ .Values.global.domain }}"
                    """;
            assertThat(variable(Chart.WEBANK, values, "A")).isEqualTo("prs value example.com 8080");
            assertThat(host(values)).isEqualTo("webank-8080.example.com");
        }

        @Test
        void the_values_of_another_part_cannot_be_read() {
            assertThat(errors("prs: {env: [{name: A, value: '{{ .Values.obs.service.port }}'}]}\n"))
                    .containsExactly(
                            "error TEMPLATE_UNKNOWN_VALUE prs.env[0].value: `.Values.obs.service.port` in `value`"
                                    + " does not exist. Write the value itself, or the path of an existing value.");
        }

        @Test
        void one_mistake_is_reported_once() {
            assertThat(
                            errors(
                                    "global: {a: '{{ upper .Values.b }}'}\nprs: {env: [{name: A, value: '{{ .Values.global.a }}'}, {name: B, value: '{{ .Values.global.a }}'}]}\n"))
                    .hasSize(1);
        }

        private static String host(String values) {
            MapTree ingress = object(Chart.WEBANK, values, "Ingress");
            Tree rule = ((ListTree) ingress.at("spec", "rules").orElseThrow()).get(0);
            return ((MapTree) rule).string("host").orElseThrow();
        }
    }

    @Test
    void an_expression_that_grows_too_large_is_refused() {
        StringBuilder values = new StringBuilder("env: [{name: A, value: '{{ .Values.k0 }}'}]\n");
        for (int i = 0; i < 14; i++) {
            values.append("k").append(i).append(": '");
            values.append(("{{ .Values.k" + (i + 1) + " }}").repeat(20)).append("'\n");
        }
        values.append("k14: ").append("x".repeat(100)).append("\n");
        assertThat(read(Chart.WEBANK_OBS, values.toString()).problems(RELEASE))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ProblemCodes.TEMPLATE_CYCLE));
    }

    private static String variable(Chart chart, String values, String name) {
        for (Manifest manifest : render(chart, values)) {
            if (!manifest.kind().equals("Deployment")) {
                continue;
            }
            ListTree containers = (ListTree)
                    manifest.tree().at("spec", "template", "spec", "containers").orElseThrow();
            for (Tree variable : ((MapTree) containers.get(0)).list("env").orElse(ListTree.of())) {
                MapTree map = (MapTree) variable;
                if (map.get("name").equals(ScalarTree.of(name))) {
                    return map.string("value").orElseThrow();
                }
            }
        }
        return "";
    }

    private static MapTree object(Chart chart, String values, String kind) {
        for (Manifest manifest : render(chart, values)) {
            if (manifest.kind().equals(kind)) {
                return manifest.tree();
            }
        }
        return MapTree.of();
    }

    private static List<Manifest> render(Chart chart, String values) {
        return read(chart, values).toModel(RELEASE).render(Posture.chart()).manifests();
    }

    private static List<String> errors(String values) {
        return read(Chart.WEBANK, "db: {enabled: false}\n" + values).problems(RELEASE).stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
    }

    private static ChartValues read(Chart chart, String values) {
        return ChartValues.read(chart, YamlReader.read("", values.getBytes(StandardCharsets.UTF_8)));
    }
}
