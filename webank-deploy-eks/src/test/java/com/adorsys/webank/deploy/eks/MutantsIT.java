package com.adorsys.webank.deploy.eks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.eks.testing.Misses;
import com.adorsys.webank.deploy.eks.testing.Mutants;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Manifests with one fault each, at every path, by the check of the structure and by a real API server: what the check reports
 * the server refuses, and the other way round but for the table.
 */
class MutantsIT {
    private final TestCluster cluster = TestCluster.shared();

    /** Why older servers take what is reported, by a regular expression that finds the mutant. */
    private static final Map<String, String> TAKEN_BEFORE_1_34 = Map.of(
            "^StatefulSet spec\\.(template|volumeClaimTemplates)", "the Pods and claims made of it are refused",
            "^NetworkPolicy spec", "without a `podSelector` it is for all Pods");

    @Test
    void are_judged_as_the_server_judges_them() throws Exception {
        String namespace = cluster.namespace("mutants");
        Mutants mutants = Mutants.in(cluster, namespace);
        for (String document : ServerDefaultsIT.documents()) {
            mutants.judgeWithReferences(ServerDefaultsIT.manifest(document.replace("NAMESPACE", namespace)));
        }

        assertThat(mutants.judged()).isGreaterThan(3000);
        if (!TestCluster.isSince("1.34")) {
            Mutants.assertExplained(mutants.stricter(), TAKEN_BEFORE_1_34);
            assertThat(mutants.misses()).isEmpty();
            return;
        }
        // A number that grows is a fault to be mended, not to be written down.
        assertThat(List.of(mutants.stricter().size(), mutants.misses().size())).isEqualTo(List.of(0, 4));
        Mutants.assertExplained(mutants.misses(), Misses.REASONS);
        assertThat(Mutants.unused(mutants.misses(), Misses.REASONS)).isEmpty();
    }

    /** What a custom resource may have, by its definition. */
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: backups.mutants.example.com}
            spec:
              group: mutants.example.com
              scope: Namespaced
              names: {kind: Backup, plural: backups, singular: backup, listKind: BackupList}
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      required: [spec]
                      properties:
                        spec:
                          type: object
                          required: [schedule, mode]
                          properties:
                            schedule: {type: string, pattern: '^\\S+( \\S+){4}$'}
                            mode: {type: string, enum: [full, partial], default: full}
                            keep: {type: integer, format: int32, minimum: 1, maximum: 30}
                            size: {type: integer}
                            ratio: {type: number}
                            paused: {type: boolean, nullable: true}
                            port: {x-kubernetes-int-or-string: true}
                            paths: {type: array, items: {type: string}}
                            labels: {type: object, additionalProperties: {type: string}}
                            targets:
                              type: array
                              items:
                                type: object
                                required: [name]
                                properties: {name: {type: string}, weight: {type: integer, default: 1}}
                            free: {type: object, x-kubernetes-preserve-unknown-fields: true}
            """;

    private static final String BACKUP = """
            apiVersion: mutants.example.com/v1
            kind: Backup
            metadata: {name: a, namespace: NAMESPACE, labels: {a: b}}
            spec:
              schedule: 0 1 * * *
              mode: partial
              keep: 3
              size: 1
              ratio: 0.5
              paused: true
              port: http
              paths: [a]
              labels: {a: b}
              targets: [{name: a, weight: 2}]
              free: {a: {b: c}}
            """;

    @Test
    void of_custom_resources_are_judged_as_the_server_judges_them() throws Exception {
        String namespace = cluster.namespace("mutants");
        Mutants.define(cluster, DEFINITION);
        ManifestSet definition = YamlReader.readManifests("definition.yaml", DEFINITION.getBytes(UTF_8));
        Mutants mutants =
                Mutants.in(cluster, namespace).by(Checks.structure(Targets.any(), Definitions.in(definition)));

        mutants.judge(ServerDefaultsIT.manifest(BACKUP.replace("NAMESPACE", namespace)));

        assertThat(mutants.judged()).isGreaterThan(200);
        assertThat(mutants.stricter()).isEmpty();
        assertThat(mutants.misses()).isEmpty();
    }
}
