package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.Autoscaling;
import com.adorsys.webank.deploy.dsl.Backend;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.ServiceAccountSettings;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.PlainSecret;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Webank as the umbrella's values: each row of {@link ChartTables} by its {@link Setting}, unless it is the chart's default.
 *
 * <p>The output of the chart counts, so most values are taken from the objects of each component in the chart posture.
 * Nulls are not written, so settings that need a null in the values are rejected.
 */
final class ValuesWriter {
    private static final Release RELEASE = Release.of("webank", "webank");

    private final Webank webank;
    private final List<Problem> problems;
    /** The component whose values are written; null for those of the umbrella itself. */
    private final @Nullable Component component;
    /** Its path in the model. */
    private final String path;

    private final ManifestSet rendered;
    private final MapTree deployment;
    final MapTree pod;
    final MapTree container;

    private ValuesWriter(Webank webank, @Nullable Component component, String path, List<Problem> problems) {
        this.webank = webank;
        this.problems = problems;
        this.component = component;
        this.path = path;
        // Shared settings cannot fail in a component alone.
        rendered = component == null ? ManifestSet.of(List.of()) : component.render(RELEASE, Posture.chart());
        deployment = object(rendered, "Deployment");
        pod = ChartLimits.podSpec(deployment);
        container = Trees.map(Trees.list(pod, "containers"), 0);
    }

    static MapTree write(Webank webank) {
        List<Problem> problems = new ArrayList<>();
        ValuesWriter writer = new ValuesWriter(webank, null, "", problems);
        if (!webank.microservices().isEmpty()) {
            writer.refuse("microservices", "the chart has no microservices", "publish the rendered manifests");
        }
        if (!webank.secretSources().isEmpty()) {
            writer.refuse(
                    "secretSources",
                    "the chart has no sources of Secrets",
                    "add them to `extraManifests`, or publish the rendered manifests");
        }
        MapTree written = writer.rows(ChartTables.of(Chart.WEBANK), Setting.ROWS, MapTree.of(), "");
        for (PlainSecret secret : SecretData.inPlainSight(written)) {
            problems.add(Problem.error(
                    ProblemCodes.SECRET_IN_VALUES,
                    Location.of(secret.path()),
                    secret.rule() + " would be written to the values",
                    "take it from an existing Secret"));
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return written;
    }

    /**
     * The values of a map.
     *
     * @param ofMap what its rows without a setting of their own set together
     * @param given the values of these rows
     * @param place the path of the map in the values of the component
     */
    private MapTree rows(ChartValue map, Setting ofMap, MapTree given, String place) {
        MapTree.Builder values = MapTree.builder(map.rows.size());
        for (ChartValue row : map.rows.values()) {
            Setting setting = row.setting(ofMap);
            String below = TreePath.child(place, row.key);
            Tree value = setting == Setting.IN_MAP ? given.get(row.key) : setting.write(this, row);
            if (row.type == ValueType.MAP && setting != Setting.COMPONENT) {
                values.putUnlessEmpty(row.key, rows(row, setting, Trees.map(value), below));
            } else if (value != null && !row.refusal.isEmpty()) {
                problems.add(Problem.error(
                        row.type == ValueType.CONFIDENTIAL
                                ? ProblemCodes.SECRET_IN_VALUES
                                : ProblemCodes.CHART_CANNOT_SAY,
                        Location.of(Location.join(path, below)),
                        row.refusal,
                        row.alternative));
            } else if (value != null && row.isWritten(value)) {
                values.put(row.key, value);
            }
        }
        return values.build();
    }

    /** The values of a component; null if there is none. */
    @Nullable
    Tree component(ChartValue row) {
        Chart chart = Objects.requireNonNull(MergedValues.part(row.key));
        String ofComponent = ValuesReader.modelPath(chart);
        for (Component one : webank.components()) {
            if (one.chartName().equals(chart.chartName())) {
                ValuesWriter writer = new ValuesWriter(webank, one, ofComponent, problems);
                new ChartLimits(ofComponent, problems).check(one, writer.deployment);
                return writer.rows(row, Setting.COMPONENT, MapTree.of(), "");
            }
        }
        refuse(
                ofComponent,
                "the chart always renders the registration service",
                "add it, or publish the rendered manifests");
        return null;
    }

    // Settings of the umbrella and of components.

    @Nullable
    Tree nameOverride() {
        return text((component == null ? webank.nameOverride() : component.nameOverride()).orElse(""));
    }

    @Nullable
    Tree fullnameOverride() {
        return text((component == null ? webank.fullnameOverride() : component.fullnameOverride()).orElse(""));
    }

    @Nullable
    Tree namespaceOverride() {
        return text((component == null ? webank.namespaceOverride() : component.namespaceOverride()).orElse(""));
    }

    Map<String, String> labels() {
        return component == null ? webank.labels() : component.labels();
    }

    Map<String, String> annotations() {
        return component == null ? webank.annotations() : component.annotations();
    }

    @Nullable
    Tree ingress() {
        Optional<Ingress> given = component == null ? webank.ingress() : component.ingress();
        if (given.isEmpty()) {
            if (component == null) {
                refuse(
                        "ingress",
                        "the chart omits its Ingress only for a null, which is not written",
                        "add an Ingress, or publish the rendered manifests");
            }
            return null;
        }
        Ingress ingress = given.get();
        String place = Location.join(path, "ingress");
        new ChartLimits(place, problems).check(ingress);
        MapTree.Builder values = MapTree.builder(6)
                .put("enabled", true)
                .put("host", ingress.host().text())
                .putUnlessEmpty("annotations", annotations(ingress.allAnnotations()))
                .putUnlessEmpty("additionalLabels", labels(ingress.labels()));
        ingress.ingressClass().ifPresent(name -> values.put("className", name));
        tls(values, object(component == null ? webank.render(RELEASE, Posture.chart()) : rendered, "Ingress"), place);
        return values.build();
    }

    /** Adds the TLS settings of the rendered Ingress, as far as the chart has them. */
    private void tls(MapTree.Builder values, MapTree rendered, String place) {
        ListTree tls = Trees.list(rendered, "spec", "tls");
        if (tls.isEmpty()) {
            return;
        }
        values.put("tls", true);
        if (Trees.list(Trees.map(tls, 0), "hosts").isEmpty()) {
            refuse(
                    place + ".tls",
                    "the chart's TLS entry requires a host",
                    "set a host, or publish the rendered manifests");
        }
        if (tls.size() > 1 || Trees.map(tls, 0).has("secretName")) {
            refuse(
                    place + ".tls",
                    "the chart only supports one TLS entry, without a Secret",
                    "leave the certificate to the controller, or publish the rendered manifests");
        }
    }

    /** Labels of one object. In the chart they replace the common ones, so both are written. */
    private MapTree labels(Map<String, String> own) {
        if (own.isEmpty() || own.equals(labels())) {
            return MapTree.of();
        }
        Map<String, String> all = new LinkedHashMap<>(labels());
        all.putAll(own);
        return MapTree.ofStrings(all);
    }

    /** Annotations of one object. In the chart they are added to the common ones. */
    private MapTree annotations(Map<String, String> own) {
        MapTree.Builder annotations = MapTree.builder(own.size());
        for (Map.Entry<String, String> annotation : own.entrySet()) {
            if (!annotation.getValue().equals(annotations().get(annotation.getKey()))) {
                annotations.put(annotation.getKey(), annotation.getValue());
            }
        }
        return annotations.build();
    }

    // Settings of components.

    private Component given() {
        return Objects.requireNonNull(component);
    }

    MapTree image() {
        Image image = given().image();
        MapTree.Builder values =
                MapTree.builder(3).put("registry", image.registry()).put("repository", image.repository());
        // A digest overrides the tag, so the tag is not written.
        return image.digest().isPresent()
                ? values.put("digest", image.digest().get()).build()
                : image.tag().isPresent() ? values.put("tag", image.tag().get()).build() : values.build();
    }

    @Nullable
    Tree pullPolicy() {
        Tree pullPolicy = container.get("imagePullPolicy");
        if (pullPolicy == null) {
            refuse(
                    path + ".pullPolicy",
                    "the chart omits the pull policy only for a null, which is not written",
                    "choose a pull policy");
        }
        return pullPolicy;
    }

    ListTree pullSecrets() {
        List<Tree> secrets = new ArrayList<>();
        for (SecretRef secret : given().imagePullSecrets()) {
            secrets.add(MapTree.of("name", secret.name()));
        }
        return ListTree.of(secrets);
    }

    /** The variables of the component itself; the chart adds those for a database. */
    ListTree env() {
        List<Tree> variables = new ArrayList<>();
        for (EnvVar variable : ((Backend) given()).env()) {
            variables.add(variable.tree());
        }
        return ListTree.of(variables);
    }

    MapTree database() {
        if (!(given().usedDatabase().orElse(null) instanceof ExternalDatabase external)) {
            refuse(
                    path + ".database",
                    "the chart does not support this database in the cluster",
                    "use a database that runs elsewhere, or publish the rendered manifests");
            return MapTree.of();
        }
        MapTree.Builder values = MapTree.builder(7)
                .put("host", external.host().text())
                .put("port", external.port())
                .put("name", external.name())
                .put("user", external.user())
                .put("secretName", external.password().secret())
                .put("secretKey", external.password().key());
        return object(rendered, "Secret").isEmpty()
                ? values.build()
                : values.put("password", "***").build();
    }

    @Nullable
    Tree autoscaling() {
        if (!(given().scaling() instanceof Autoscaling autoscaling)) {
            return null;
        }
        // The chart treats 0 as no target.
        return MapTree.builder(5)
                .put("enabled", true)
                .put("minReplicas", autoscaling.minReplicas())
                .put("maxReplicas", autoscaling.maxReplicas())
                .put(
                        "targetCPUUtilizationPercentage",
                        autoscaling.targetCpuPercent().orElse(0))
                .put(
                        "targetMemoryUtilizationPercentage",
                        autoscaling.targetMemoryPercent().orElse(0))
                .build();
    }

    @Nullable
    Tree replicas() {
        if (given().scaling() instanceof Autoscaling) {
            return null;
        }
        Tree replicas = Trees.value(deployment, "spec", "replicas");
        if (replicas == null || replicas.equals(ScalarTree.of(0))) {
            refuse(path + ".scaling", "the chart ignores 0 replicas, and runs 1", "run at least 1");
        }
        return replicas;
    }

    MapTree strategy() {
        MapTree strategy = Trees.map(deployment, "spec", "strategy");
        if (!strategy.has("rollingUpdate")) {
            refuse(
                    path + ".strategy",
                    "the chart keeps the settings of a rolling update for any other strategy",
                    "use a rolling update, or publish the rendered manifests");
        }
        return strategy;
    }

    /** The chart ignores resources; they are written for readers that use the hardened posture. */
    @Nullable
    Tree resources() {
        if (given().resources().isEmpty()) {
            return null;
        }
        MapTree resources = Trees.map(container, "resources");
        if (resources.isEmpty()) {
            MapTree hardened = object(given().render(RELEASE, Posture.hardened()), "Deployment");
            MapTree first = Trees.map(Trees.list(ChartLimits.podSpec(hardened), "containers"), 0);
            resources = Trees.map(first, "resources");
        }
        return resources;
    }

    /**
     * A probe of the container.
     *
     * @param setting its name in the model
     */
    @Nullable
    Tree probe(ChartValue row, String setting) {
        Tree probe = container.get(row.key);
        if (!(probe instanceof MapTree given)) {
            refuse(
                    path + "." + setting,
                    "the chart omits a probe only for a null, which is not written",
                    "add a probe, or publish the rendered manifests");
            return null;
        }
        if (!row.isWritten(given)) {
            return given;
        }
        if (!given.has("httpGet")) {
            refuse(
                    path + "." + setting,
                    "the chart keeps its default HTTP handler in addition to any other handler",
                    "use an HTTP probe, or publish the rendered manifests");
        }
        // Fields that the chart sets and this probe does not are written with the defaults of Kubernetes.
        MapTree.Builder tree = given.toBuilder();
        if (!given.has("initialDelaySeconds")) {
            tree.put("initialDelaySeconds", 0);
        }
        if (!given.has("periodSeconds")) {
            tree.put("periodSeconds", 10);
        }
        return tree.build();
    }

    MapTree service() {
        MapTree spec = Trees.map(object(rendered, "Service"), "spec");
        if (Trees.isFalse(spec, "allocateLoadBalancerNodePorts")) {
            refuse(
                    path + ".service.nodePorts",
                    "the chart ignores `allocateLoadBalancerNodePorts: false`",
                    "leave it to Kubernetes, or publish the rendered manifests");
        }
        // The keys of the rendered Service are those of the chart's values.
        return spec.toBuilder()
                .putAll(port())
                .putUnlessEmpty("additionalLabels", labels(given().service().labels()))
                .putUnlessEmpty("annotations", annotations(given().service().annotations()))
                .build();
    }

    private MapTree port() {
        return Trees.map(Trees.list(object(rendered, "Service"), "spec", "ports"), 0);
    }

    @Nullable
    Tree targetPort() {
        if (given() instanceof UserApp && given().port() != ChartTables.USER_APP_PORT) {
            refuse(path + ".port", "the user app's port is always 80 in the chart", "leave it at 80");
        }
        return port().get("targetPort");
    }

    @Nullable
    Tree serviceAccount() {
        ServiceAccountSettings settings = given().serviceAccount().orElse(null);
        if (settings == null) {
            return null;
        }
        if (!settings.allAnnotations().isEmpty()) {
            refuse(
                    path + ".serviceAccount." + (settings.irsa().isPresent() ? "irsa" : "annotations"),
                    "the chart does not support annotations of a ServiceAccount",
                    "remove them, or publish the rendered manifests");
        }
        MapTree.Builder account = MapTree.builder(2).put("create", true);
        settings.token().ifPresent(token -> account.put("automount", token == ServiceAccountSettings.Token.MOUNTED));
        return account.build();
    }

    private static @Nullable Tree text(String text) {
        return text.isEmpty() ? null : ScalarTree.of(text);
    }

    static @Nullable Tree strings(Map<String, String> strings) {
        return strings.isEmpty() ? null : MapTree.ofStrings(strings);
    }

    private static MapTree object(ManifestSet manifests, String kind) {
        for (Manifest manifest : manifests) {
            if (manifest.kind().equals(kind)) {
                return manifest.tree();
            }
        }
        return MapTree.of();
    }

    private void refuse(String path, String what, String remedy) {
        problems.add(Problem.error(ProblemCodes.CHART_CANNOT_SAY, Location.of(path), what, remedy));
    }
}
