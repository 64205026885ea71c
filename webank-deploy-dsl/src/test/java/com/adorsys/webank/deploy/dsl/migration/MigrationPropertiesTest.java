package com.adorsys.webank.deploy.dsl.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds for the Java of all values. */
class MigrationPropertiesTest {
    /** What a part can say, each as YAML. A value of the user app is refused by another part, and the draw is dropped. */
    private static final List<String> SETTINGS = List.of(
            "replicaCount: 0",
            "replicaCount: 3",
            "replicaCount: null",
            "autoscaling: {enabled: true, minReplicas: 2, maxReplicas: 5}",
            "autoscaling: {enabled: true, minReplicas: null, targetCPUUtilizationPercentage: 0}",
            "strategy: {type: Recreate}",
            "strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}",
            "resources: {requests: {cpu: 500m, memory: 1Gi}, limits: {memory: 2Gi}}",
            "resources: {limits: {cpu: 1, memory: 2Gi, example.com/gpu: 1}}",
            "volumes: [{name: tmp, emptyDir: {}}, {name: keys, secret: {secretName: keys}}]\n"
                    + "volumeMounts: [{name: tmp, mountPath: /tmp}, {name: keys, mountPath: /keys, readOnly: true}]",
            "volumes: [{name: a, emptyDir: {sizeLimit: 1Gi}}, {name: b, configMap: {name: c}},"
                    + " {name: d, persistentVolumeClaim: {claimName: e}}, {name: f, hostPath: {path: /x, type: File}}]",
            "env: []",
            "env: [{name: A, value: b}]",
            "env: [{name: A, value: \"\\\" \\\\ \\\\u000a \\u0000\\t\\u2028\\n*/\"}, {name: B_C, value: \"\"}]",
            "env: [{name: A, value: 'a text that is so long that it does not fit on one line with all that is around it,"
                    + " whatever is around it'}]",
            "env: [{name: A, value: b}, {name: A, value: c}]",
            "env: [{name: K, valueFrom: {secretKeyRef: {name: keys, key: k}}}]",
            "env: [{name: K, valueFrom: {secretKeyRef: {name: keys, key: k, optional: true}}},"
                    + " {name: C, valueFrom: {configMapKeyRef: {name: c, key: k}}},"
                    + " {name: F, valueFrom: {fieldRef: {fieldPath: status.podIP}}},"
                    + " {name: M, valueFrom: {resourceFieldRef: {resource: limits.memory}}}]",
            "env: [{name: SPRING_DATASOURCE_URL, value: x}]",
            "envFrom: [{secretRef: {name: obs-secret}}]",
            "envFrom: [{secretRef: {name: obs-secret}}, {configMapRef: {name: c}, prefix: P_}]",
            "envFrom: [{configMapRef: {name: c, optional: true}}, {secretRef: {name: s, optional: false}}]",
            "image: {registry: registry.example.com:5000, repository: team/app, tag: v1.2}",
            "image: {registry: null, repository: app, pullPolicy: Always}",
            "image: {registry: registry, repository: a/b, digest: \"sha256:" + "0123456789abcdef".repeat(4) + "\"}",
            "image: {tag: latest, pullPolicy: null, pullSecrets: [{name: a}, {name: b}]}",
            "livenessProbe: null",
            "readinessProbe: {httpGet: {path: /ready, port: http}, timeoutSeconds: 3, failureThreshold: 9}",
            "livenessProbe: {tcpSocket: {port: 9000}, periodSeconds: 7}\nreadinessProbe: {exec: {command: [a, \"b c\"]}}",
            "livenessProbe: {httpGet: {path: /l, port: 8081, scheme: HTTPS, httpHeaders: [{name: A, value: b}]}}",
            "service: {targetPort: 9090}",
            "service: {port: 80, additionalLabels: {tier: back}, annotations: {example.com/a: \"x \\\" y\"}}",
            "service: {type: NodePort, clusterIP: 10.0.0.9}",
            "service: {type: LoadBalancer, loadBalancerIP: 203.0.113.9, allocateLoadBalancerNodePorts: false}",
            "serviceAccount: {create: true}",
            "serviceAccount: {create: true, automount: false, name: x}",
            "serviceAccount: {create: true, automount: true}",
            "ingress: {enabled: true, host: part.example.com, className: nginx, tls: true}",
            "ingress: {enabled: true, host: '*.example.com', annotations: {a/b: c}, additionalLabels: {x: z}}",
            "ingress: {enabled: true, host: null}",
            "commonLabels: {team: a}",
            "commonAnnotations: {team: a}",
            "commonLabels: {team: a}\nservice: {additionalLabels: {team: a, more: b}}",
            "nameOverride: other",
            "fullnameOverride: full-name",
            "namespaceOverride: elsewhere",
            "kubeVersion: 1.30.0",
            "database: {host: db.example.com, name: main, user: u, port: 6432, secretName: s, secretKey: k}",
            "database: {host: \"{{ .Release.Name }}-db\", secretName: s}",
            "database: {user: u}");

    private static final List<String> OF_UMBRELLA = List.of(
            "{}",
            "ingress: null",
            "ingress: {host: dev.example.com, className: alb, annotations: {a/b: \"1\", c: d}, tls: true}",
            "commonLabels: {team: a}\ningress: {additionalLabels: {other: b}}",
            "commonAnnotations: {team: a}",
            "fullnameOverride: whole\nnamespaceOverride: blue",
            "db: {enabled: false}",
            "global: {imageRegistry: mirror.example.com}");

    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void values_without_an_error_are_written_and_render_the_same(@ForAll("draws") List<Draw> draws) throws IOException {
        Path folder = Files.createTempDirectory("written");
        try {
            WrittenClasses written = new WrittenClasses(folder);
            for (Draw draw : draws) {
                ChartValues values = ChartValues.read(draw.chart, draw.values, "", Locations.none());
                if (values.problems(Release.of("webank", "blue")).stream()
                        .noneMatch(problem -> isRefused(problem, values))) {
                    written.add(Migration.of(values, Release.of("webank", "blue")));
                } else {
                    assertRefused(values);
                }
            }
            assertThat(written.size()).isGreaterThan(draws.size() / 4);
            written.assertRenderedEqual();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Keys that the chart does not have are left out, unless it has none of them. */
    private static boolean isRefused(Problem problem, ChartValues values) {
        Set<String> unknown = values.unknownKeys();
        return problem.isError()
                && (!problem.code().equals(ProblemCodes.UNKNOWN_KEY)
                        || !unknown.contains(problem.location().path())
                        || unknown.containsAll(values.tree().keys()));
    }

    private static void assertRefused(ChartValues values) {
        try {
            Migration.of(values, Release.of("webank", "blue"));
            throw new AssertionError("values with an error are written: " + values.tree());
        } catch (DeployException.InvalidInput invalid) {
            assertThat(invalid.problems()).anyMatch(Problem::isError);
        }
    }

    /** Values of a chart. */
    record Draw(Chart chart, MapTree values) {}

    @Provide
    Arbitrary<List<Draw>> draws() {
        Arbitrary<Draw> umbrella = Combinators.combine(part(), part(), part(), Arbitraries.of(OF_UMBRELLA))
                .as((obs, prs, userapp, own) -> new Draw(
                        Chart.WEBANK,
                        read(own).with("obs", obs).with("prs", prs).with("userapp", userapp)));
        Arbitrary<Draw> alone = Combinators.combine(
                        Arbitraries.of(Chart.WEBANK_OBS, Chart.WEBANK_PRS, Chart.WEBANK_USERAPP), part())
                .as(Draw::new);
        return Arbitraries.oneOf(umbrella, alone).list().ofSize(80);
    }

    private static Arbitrary<MapTree> part() {
        return Arbitraries.of(SETTINGS).list().ofMaxSize(4).map(settings -> {
            MapTree.Builder part = MapTree.builder();
            settings.forEach(setting -> part.putAll(read(setting)));
            return part.build();
        });
    }

    private static MapTree read(String yaml) {
        return (MapTree) YamlReader.read("values.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .tree();
    }

    @Property(tries = 1)
    void every_setting_of_the_draws_is_accepted_by_a_chart() {
        List<String> refused = new ArrayList<>();
        for (String setting : SETTINGS) {
            boolean isAccepted = Stream.of(Chart.WEBANK_OBS, Chart.WEBANK_USERAPP)
                    .anyMatch(chart -> ChartValues.read(chart, read(setting), "", Locations.none()).problems().stream()
                            .noneMatch(Problem::isError));
            if (!isAccepted) {
                refused.add(setting);
            }
        }
        assertThat(refused).isEmpty();
    }
}
