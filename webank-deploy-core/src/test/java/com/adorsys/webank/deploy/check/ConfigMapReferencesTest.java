package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** References of pods to ConfigMaps, wherever a pod can have one: what is in the set must have the keys. */
class ConfigMapReferencesTest {
    private static final String PODS = """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: report, namespace: web}
            spec:
              jobTemplate:
                spec:
                  template:
                    spec:
                      initContainers:
                      - name: wait
                        env:
                        - {name: A, valueFrom: {configMapKeyRef: {name: settings, key: aa}}}
                        - {name: B, valueFrom: {configMapKeyRef: {name: settings, key: bb, optional: true}}}
                      containers:
                      - name: app
                        envFrom:
                        - configMapRef: {name: settings}
                      volumes:
                      - name: plain
                        configMap: {name: settings, items: [{key: cc, path: c}]}
                      - name: optional
                        configMap: {name: settings, optional: true, items: [{key: ee, path: e}]}
                      - name: projected
                        projected:
                          sources:
                          - configMap: {name: settings, items: [{key: dd, path: d}]}
            """;

    private static final String POD = "CronJob/web/report.spec.jobTemplate.spec.template.spec.";

    private static List<String> problems(String keys) {
        String yaml =
                PODS + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: web}\n" + keys;
        return Checks.of(Checks.references()).check(Sets.of(yaml)).stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void a_missing_key_is_an_error_unless_it_is_optional() {
        String missing = "error DANGLING_REFERENCE " + POD + "%s: the ConfigMap `settings` has no key `%s`."
                + " Add it; there are the keys `other`.";

        assertThat(problems("data: {other: x}"))
                .containsExactly(
                        missing.formatted("volumes[0].configMap.items[0]", "cc"),
                        missing.formatted("volumes[2].projected.sources[0].configMap.items[0]", "dd"),
                        missing.formatted("initContainers[0].env[0].valueFrom.configMapKeyRef", "aa"));
    }

    @Test
    void keys_are_text_or_binary_data() {
        assertThat(problems("data: {aa: x, cc: x}\nbinaryData: {dd: eA==}")).isEmpty();
    }

    @Test
    void a_config_map_that_is_not_in_the_set_is_listed() {
        assertThat(Checks.of(Checks.references()).check(Sets.of(PODS))).isEmpty();
        assertThat(References.in(Sets.of(PODS)))
                .hasSize(6)
                .allMatch(
                        reference -> reference.isExternal() && reference.kind().equals("ConfigMap"));
    }
}
