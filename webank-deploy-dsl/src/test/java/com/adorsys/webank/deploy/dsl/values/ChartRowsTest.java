package com.adorsys.webank.deploy.dsl.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.helm.HelmValues;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the umbrella's table is read into the model and written back from it, or is said to be ignored. */
class ChartRowsTest {
    private static final Release RELEASE = Release.of("webank", "webank");

    /** Values with which everything is written: passwords and placeholders are not. */
    private static final MapTree BASE = yaml("""
            db: {enabled: false}
            obs: {env: [], database: {secretName: rds}}
            prs: {env: [], database: {secretName: rds}}
            """);

    /** What other values a row needs to have an effect. */
    private static final Map<String, String> NEEDED = Map.ofEntries(
            Map.entry("autoscaling", "{autoscaling: {enabled: true}}"),
            Map.entry("volumeMounts", "{volumes: [{name: tmp, emptyDir: {}}]}"),
            Map.entry("database.password", "{database: {secretName: null}}"),
            Map.entry("service.loadBalancerIP", "{service: {type: LoadBalancer}}"),
            Map.entry("service.allocateLoadBalancerNodePorts", "{service: {type: LoadBalancer}}"),
            Map.entry("serviceAccount.automount", "{serviceAccount: {create: true}}"),
            Map.entry("ingress", "{ingress: {enabled: true}}"));

    /** Values that no type has by itself. */
    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("image.digest", "\"sha256:" + "ab".repeat(32) + "\""),
            Map.entry("image.registry", "registry.example.com"),
            Map.entry("global.imageRegistry", "registry.example.com"),
            Map.entry("service.clusterIP", "None"),
            Map.entry("service.loadBalancerIP", "\"203.0.113.10\""),
            Map.entry("service.type", "NodePort"),
            Map.entry("autoscaling.minReplicas", "2"),
            // The umbrella disables the Ingresses of its parts.
            Map.entry("ingress.enabled", "true"),
            Map.entry("image.pullPolicy", "Never"));

    private static final Map<ValueType, String> TYPES = Map.ofEntries(
            Map.entry(ValueType.TEXT, "other"),
            Map.entry(ValueType.CONFIDENTIAL, "other"),
            Map.entry(ValueType.COUNT, "7"),
            Map.entry(ValueType.PORT, "9090"),
            Map.entry(ValueType.QUANTITY, "3Gi"),
            Map.entry(ValueType.LABELS, "{team: blue}"),
            Map.entry(ValueType.ANNOTATIONS, "{team: blue}"),
            Map.entry(ValueType.ARCHITECTURE, "replication"),
            Map.entry(ValueType.PULL_SECRETS, "[{name: regcred}]"),
            Map.entry(ValueType.ANYTHING, "{a: b}"),
            Map.entry(ValueType.STRATEGY, "{type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}"),
            Map.entry(ValueType.RESOURCES, "{requests: {cpu: 50m}}"),
            Map.entry(ValueType.VOLUMES, "[{name: tmp, emptyDir: {}}]"),
            Map.entry(ValueType.VOLUME_MOUNTS, "[{name: tmp, mountPath: /tmp}]"),
            Map.entry(ValueType.ENV, "[{name: A, value: b}]"),
            Map.entry(ValueType.ENV_FROM, "[{configMapRef: {name: settings}}]"),
            Map.entry(ValueType.PROBE, "{httpGet: {path: /ready, port: 8080}, periodSeconds: 9}"));

    /** Settings of which nothing is rendered. */
    private static final Set<Setting> UNRENDERED = Set.of(Setting.UNRENDERED, Setting.POSTGRES);

    static Stream<String> rows() {
        List<String> paths = new ArrayList<>();
        collect(ChartTables.of(Chart.WEBANK), "", paths);
        return paths.stream();
    }

    private static void collect(ChartValue map, String path, List<String> paths) {
        for (ChartValue row : map.rows.values()) {
            if (row.type == ValueType.MAP) {
                collect(row, path + row.key + ".", paths);
            } else {
                paths.add(path + row.key);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void has_an_effect_or_is_ignored(String path) {
        MapTree base = base(path);
        MapTree changed = Trees.with(base, sample(path, base), path.split("\\."));
        ChartValues values = values(changed);

        boolean changes = !render(changed).equals(render(base));

        assertThat(changes).isEqualTo(row(path).ignored.isEmpty() && !UNRENDERED.contains(setting(path)));
        if (!row(path).ignored.isEmpty()) {
            assertThat(values.problems(RELEASE))
                    .extracting(problem -> problem.location().path())
                    .contains(path);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void is_written_as_it_was_read(String path) {
        MapTree base = base(path);
        MapTree changed = Trees.with(base, sample(path, base), path.split("\\."));
        ManifestSet rendered = render(changed);

        MapTree written;
        try {
            written =
                    ChartValues.write(values(changed).toModel(RELEASE).webank().orElseThrow());
        } catch (DeployException.InvalidInput refused) {
            assertThat(row(path).refusal).isNotEmpty();
            assertThat(refused.problems())
                    .extracting(problem -> problem.location().path())
                    .anyMatch(place -> place.endsWith("." + ofPart(path)));
            return;
        }

        assertThat(render(written)).isEqualTo(rendered);
    }

    private static MapTree base(String path) {
        String ofPart = ofPart(path);
        String part = path.substring(0, path.length() - ofPart.length());
        MapTree base = BASE;
        for (Map.Entry<String, String> needed : NEEDED.entrySet()) {
            if (!ofPart.endsWith(".enabled")
                    && (ofPart + ".").startsWith(needed.getKey() + ".")
                    && (!part.isEmpty() || !needed.getKey().equals("ingress"))) {
                MapTree more = yaml(needed.getValue());
                base = HelmValues.merged(base, part.isEmpty() ? more : MapTree.of(part.replace(".", ""), more));
            }
        }
        return base;
    }

    /** What a row sets, or what the map sets that it is in. */
    private static Setting setting(String path) {
        ChartValue row = ChartTables.of(Chart.WEBANK);
        Setting setting = Setting.ROWS;
        for (String key : path.split("\\.")) {
            row = row.at(key);
            Setting own = row.setting(setting);
            setting = own == Setting.IN_MAP ? setting : own;
        }
        return setting;
    }

    private static String ofPart(String path) {
        return path.replaceFirst("^(obs|prs|userapp)\\.", "");
    }

    private static Tree sample(String path, MapTree base) {
        ChartValue row = row(path);
        String text = SAMPLES.get(ofPart(path));
        if (text == null && row.type == ValueType.SWITCH) {
            Tree before = Trees.value(base, path.split("\\."));
            Tree usual = before == null ? row.fallback() : before;
            return ScalarTree.of(
                    !(usual instanceof ScalarTree scalar && scalar.text().equals("true")));
        }
        return yaml("{value: " + (text == null ? TYPES.get(row.type) : text) + "}")
                .at("value")
                .orElseThrow();
    }

    private static ChartValue row(String path) {
        ChartValue row = ChartTables.of(Chart.WEBANK);
        for (String key : path.split("\\.")) {
            row = row.at(key);
        }
        return row;
    }

    private static ChartValues values(MapTree values) {
        return ChartValues.read(Chart.WEBANK, values, "", Locations.none());
    }

    private static ManifestSet render(MapTree values) {
        return values(values).toModel(RELEASE).render(Posture.chart());
    }

    private static MapTree yaml(String text) {
        return (MapTree) YamlReader.read("values.yaml", text.getBytes(StandardCharsets.UTF_8))
                .tree();
    }
}
