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
import com.adorsys.webank.deploy.dsl.Database;
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.ServiceAccountSettings;
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
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Webank as the umbrella's values.
 *
 * <p>The output of the chart counts, so most values are taken from the objects of each component in the chart posture.
 * Nulls are not written, so settings that need a null in the values are rejected.
 */
final class ValuesWriter {
    private static final Release RELEASE = Release.of("webank", "webank");

    private final List<Problem> problems = new ArrayList<>();

    MapTree write(Webank webank) {
        MapTree.Builder values = MapTree.builder(12).put("db", MapTree.of("enabled", ScalarTree.of(false)));
        if (!webank.microservices().isEmpty()) {
            refuse("microservices", "the chart has no microservices", "publish the rendered manifests");
        }
        if (!webank.secretSources().isEmpty()) {
            refuse(
                    "secretSources",
                    "the chart has no sources of Secrets",
                    "add them to `extraManifests`, or publish the rendered manifests");
        }
        values.put("userapp", part(webank.userApp(), Chart.WEBANK_USERAPP, "userApp", null));
        values.put(
                "obs",
                part(
                        webank.onlineBanking(),
                        Chart.WEBANK_OBS,
                        "onlineBanking",
                        webank.onlineBanking().database()));
        if (webank.pendingRegistration().isPresent()) {
            values.put(
                    "prs",
                    part(
                            webank.pendingRegistration().get(),
                            Chart.WEBANK_PRS,
                            "pendingRegistration",
                            webank.pendingRegistration().get().database()));
        } else {
            refuse(
                    "pendingRegistration",
                    "the chart always renders the registration service",
                    "add it, or publish the rendered manifests");
        }
        if (webank.ingress().isPresent()) {
            MapTree.Builder ingress = MapTree.builder(6);
            ingress(ingress, webank.ingress().get(), webank.labels(), webank.annotations());
            new ChartLimits("ingress", problems).check(webank.ingress().get());
            tls(ingress, ingressOf(webank), "ingress");
            values.put("ingress", ingress.build());
        } else {
            refuse(
                    "ingress",
                    "the chart omits its Ingress only for a null, which is not written",
                    "add an Ingress, or publish the rendered manifests");
        }
        names(values, webank.nameOverride(), webank.fullnameOverride(), webank.namespaceOverride());
        values.putUnlessEmpty("commonLabels", MapTree.ofStrings(webank.labels()));
        values.putUnlessEmpty("commonAnnotations", MapTree.ofStrings(webank.annotations()));
        MapTree written = values.build();
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

    private MapTree part(Component component, Chart chart, String path, @Nullable Database database) {
        MapTree defaults = ChartTables.defaults(chart);
        ManifestSet rendered = render(component);
        MapTree deployment = object(rendered, "Deployment");
        MapTree spec = Trees.map(deployment, "spec");
        MapTree pod = ChartLimits.podSpec(deployment);
        MapTree container = Trees.map(Trees.list(pod, "containers"), 0);
        if (!object(rendered, "Secret").isEmpty()) {
            problems.add(Problem.error(
                    ProblemCodes.SECRET_IN_VALUES,
                    Location.of(path + ".database.password"),
                    "the database's password would be written to the values",
                    "take it from an existing Secret"));
        }
        new ChartLimits(path, problems).check(component, deployment);
        MapTree.Builder values = MapTree.builder(20);
        values.put("image", image(component, container, Trees.map(defaults, "image"), path));
        values.put("env", env(component, container));
        values.putUnlessEmpty("envFrom", Trees.list(container, "envFrom"));
        if (database != null) {
            values.put("database", database(database, path));
        }
        if (component.nameOverride().isPresent() || component.fullnameOverride().isPresent()) {
            refuse(
                    path + ".fullnameOverride",
                    "the chart's Ingress only works with a part's default name",
                    "remove the override, or publish the rendered manifests");
        }
        names(values, component.nameOverride(), component.fullnameOverride(), component.namespaceOverride());
        values.putUnlessEmpty("commonLabels", MapTree.ofStrings(component.labels()));
        values.putUnlessEmpty("commonAnnotations", MapTree.ofStrings(component.annotations()));
        scaling(values, component, spec, path);
        strategy(values, Trees.map(spec, "strategy"), Trees.map(defaults, "strategy"), path);
        resources(values, component, container, Trees.map(defaults, "resources"));
        values.putUnlessEmpty("volumes", Trees.list(pod, "volumes"));
        values.putUnlessEmpty("volumeMounts", Trees.list(container, "volumeMounts"));
        if (container.has("startupProbe")) {
            refuse(path + ".probes.startup", "the chart has no startup probe", "remove it");
        }
        probe(values, "livenessProbe", container, defaults, path);
        probe(values, "readinessProbe", container, defaults, path);
        service(
                values,
                component,
                Trees.map(object(rendered, "Service"), "spec"),
                Trees.map(defaults, "service"),
                path);
        if (chart == Chart.WEBANK_USERAPP && component.port() != 80) {
            refuse(path + ".port", "the user app's port is always 80 in the chart", "leave it at 80");
        }
        serviceAccount(values, component, path);
        if (component.ingress().isPresent()) {
            MapTree.Builder ingress = MapTree.builder(7).put("enabled", true);
            ingress(ingress, component.ingress().get(), component.labels(), component.annotations());
            new ChartLimits(path + ".ingress", problems)
                    .check(component.ingress().get());
            tls(ingress, object(rendered, "Ingress"), path + ".ingress");
            values.put("ingress", ingress.build());
        }
        return values.build();
    }

    /** The objects of a single component; shared settings cannot fail here. */
    private static ManifestSet render(Component component) {
        return component.render(RELEASE, Posture.chart());
    }

    private MapTree image(Component component, MapTree container, MapTree defaults, String path) {
        Image image = component.image();
        MapTree.Builder values = MapTree.builder(6);
        putUnless(values, "registry", ScalarTree.of(image.registry()), defaults.get("registry"));
        putUnless(values, "repository", ScalarTree.of(image.repository()), defaults.get("repository"));
        // A digest overrides the tag, so the tag is not written.
        if (image.digest().isPresent()) {
            values.put("digest", image.digest().get());
        } else {
            image.tag().ifPresent(tag -> values.put("tag", tag));
        }
        Tree pullPolicy = container.get("imagePullPolicy");
        if (pullPolicy == null) {
            refuse(
                    path + ".pullPolicy",
                    "the chart omits the pull policy only for a null, which is not written",
                    "choose a pull policy");
        } else {
            values.put("pullPolicy", pullPolicy);
        }
        List<Tree> secrets = new ArrayList<>();
        for (SecretRef secret : component.imagePullSecrets()) {
            secrets.add(MapTree.of("name", secret.name()));
        }
        return values.putUnlessEmpty("pullSecrets", ListTree.of(secrets)).build();
    }

    /** The variables of the component itself; the chart adds those for a database. */
    private static ListTree env(Component component, MapTree container) {
        if (!(component instanceof Backend backend)) {
            return Trees.list(container, "env");
        }
        List<Tree> variables = new ArrayList<>(backend.env().size());
        for (EnvVar variable : backend.env()) {
            variables.add(variable.tree());
        }
        return ListTree.of(variables);
    }

    private MapTree database(Database database, String path) {
        if (!(database instanceof ExternalDatabase external)) {
            refuse(
                    path + ".database",
                    "the chart does not support this database in the cluster",
                    "use a database that runs elsewhere, or publish the rendered manifests");
            return MapTree.of();
        }
        MapTree.Builder values = MapTree.builder(6).put("host", external.host().text());
        if (external.port() != 5432) {
            values.put("port", external.port());
        }
        values.put("name", external.name())
                .put("user", external.user())
                .put("secretName", external.password().secret());
        if (!external.password().key().equals("password")) {
            values.put("secretKey", external.password().key());
        }
        return values.build();
    }

    private void scaling(MapTree.Builder values, Component component, MapTree spec, String path) {
        if (component.scaling() instanceof Autoscaling autoscaling) {
            MapTree.Builder tree = MapTree.builder(5)
                    .put("enabled", true)
                    .put("minReplicas", autoscaling.minReplicas())
                    .put("maxReplicas", autoscaling.maxReplicas())
                    // The chart treats 0 as no target.
                    .put(
                            "targetCPUUtilizationPercentage",
                            autoscaling.targetCpuPercent().orElse(0))
                    .put(
                            "targetMemoryUtilizationPercentage",
                            autoscaling.targetMemoryPercent().orElse(0));
            values.put("autoscaling", tree.build());
            return;
        }
        Tree replicas = spec.get("replicas");
        if (replicas == null || replicas.equals(ScalarTree.of(0))) {
            refuse(path + ".scaling", "the chart ignores 0 replicas, and runs 1", "run at least 1");
        } else if (!replicas.equals(ScalarTree.of(1))) {
            values.put("replicaCount", replicas);
        }
    }

    private void strategy(MapTree.Builder values, MapTree strategy, MapTree defaults, String path) {
        if (strategy.equals(defaults)) {
            return;
        }
        if (!strategy.map("rollingUpdate").isPresent()) {
            refuse(
                    path + ".strategy",
                    "the chart keeps the settings of a rolling update for any other strategy",
                    "use a rolling update, or publish the rendered manifests");
        }
        values.put("strategy", strategy);
    }

    /** The chart ignores resources; they are written for readers that use the hardened posture. */
    private static void resources(MapTree.Builder values, Component component, MapTree container, MapTree defaults) {
        if (component.resources().isEmpty()) {
            return;
        }
        MapTree resources = Trees.map(container, "resources");
        if (resources.isEmpty()) {
            MapTree hardened = object(component.render(RELEASE, Posture.hardened()), "Deployment");
            MapTree first = Trees.map(Trees.list(ChartLimits.podSpec(hardened), "containers"), 0);
            resources = Trees.map(first, "resources");
        }
        if (!resources.equals(defaults)) {
            values.put("resources", resources);
        }
    }

    private void probe(MapTree.Builder values, String name, MapTree container, MapTree defaults, String path) {
        Optional<MapTree> probe = container.map(name);
        String place = path + ".probes." + (name.equals("livenessProbe") ? "liveness" : "readiness");
        if (probe.isEmpty()) {
            refuse(
                    place,
                    "the chart omits a probe only for a null, which is not written",
                    "add a probe, or publish the rendered manifests");
            return;
        }
        MapTree usual = Trees.map(defaults, name);
        if (probe.get().equals(usual)) {
            return;
        }
        if (!probe.get().has("httpGet")) {
            refuse(
                    place,
                    "the chart keeps its default HTTP handler in addition to any other handler",
                    "use an HTTP probe, or publish the rendered manifests");
        }
        MapTree.Builder tree = probe.get().toBuilder();
        // Fields that the chart sets and this probe does not are written with the defaults of Kubernetes.
        if (!probe.get().has("initialDelaySeconds")) {
            tree.put("initialDelaySeconds", 0);
        }
        if (!probe.get().has("periodSeconds")) {
            tree.put("periodSeconds", 10);
        }
        values.put(name, tree.build());
    }

    private void service(MapTree.Builder values, Component component, MapTree spec, MapTree defaults, String path) {
        MapTree port = Trees.map(Trees.list(spec, "ports"), 0);
        MapTree.Builder service = MapTree.builder(8);
        putUnless(service, "type", spec.get("type"), defaults.get("type"));
        putUnless(service, "port", port.get("port"), defaults.get("port"));
        putUnless(service, "targetPort", port.get("targetPort"), defaults.get("targetPort"));
        labels(service, component.service().labels(), component.labels());
        annotations(service, component.service().annotations(), component.annotations());
        for (String key : new String[] {"loadBalancerIP", "allocateLoadBalancerNodePorts", "clusterIP"}) {
            Tree value = spec.get(key);
            if (value != null) {
                service.put(key, value);
            }
        }
        if (spec.at("allocateLoadBalancerNodePorts").equals(Optional.of(ScalarTree.of(false)))) {
            refuse(
                    path + ".service.nodePorts",
                    "the chart ignores `allocateLoadBalancerNodePorts: false`",
                    "leave it to Kubernetes, or publish the rendered manifests");
        }
        values.putUnlessEmpty("service", service.build());
    }

    private void serviceAccount(MapTree.Builder values, Component component, String path) {
        Optional<ServiceAccountSettings> settings = component.serviceAccount();
        if (settings.isEmpty()) {
            return;
        }
        if (!settings.get().allAnnotations().isEmpty()) {
            refuse(
                    path + ".serviceAccount." + (settings.get().irsa().isPresent() ? "irsa" : "annotations"),
                    "the chart does not support annotations of a ServiceAccount",
                    "remove them, or publish the rendered manifests");
        }
        MapTree.Builder account = MapTree.builder(2).put("create", true);
        settings.get()
                .token()
                .ifPresent(token -> account.put("automount", token == ServiceAccountSettings.Token.MOUNTED));
        values.put("serviceAccount", account.build());
    }

    private static void ingress(
            MapTree.Builder values, Ingress ingress, Map<String, String> labels, Map<String, String> annotations) {
        values.put("host", ingress.host().text());
        ingress.ingressClass().ifPresent(name -> values.put("className", name));
        annotations(values, ingress.allAnnotations(), annotations);
        labels(values, ingress.labels(), labels);
    }

    /** Adds the TLS settings of the rendered Ingress, as far as the chart has them. */
    private void tls(MapTree.Builder values, MapTree rendered, String path) {
        ListTree tls = Trees.list(rendered, "spec", "tls");
        if (tls.isEmpty()) {
            return;
        }
        values.put("tls", true);
        if (Trees.list(Trees.map(tls, 0), "hosts").isEmpty()) {
            refuse(
                    path + ".tls",
                    "the chart's TLS entry requires a host",
                    "set a host, or publish the rendered manifests");
        }
        if (tls.size() > 1 || Trees.map(tls, 0).has("secretName")) {
            refuse(
                    path + ".tls",
                    "the chart only supports one TLS entry, without a Secret",
                    "leave the certificate to the controller, or publish the rendered manifests");
        }
    }

    private static MapTree ingressOf(Webank webank) {
        for (Manifest manifest : webank.render(RELEASE, Posture.chart())) {
            if (manifest.kind().equals("Ingress")) {
                return manifest.tree();
            }
        }
        return MapTree.of();
    }

    /** Labels of one object. In the chart they replace the common ones, so both are written. */
    private static void labels(MapTree.Builder values, Map<String, String> own, Map<String, String> common) {
        if (!own.isEmpty() && !own.equals(common)) {
            Map<String, String> all = new LinkedHashMap<>(common);
            all.putAll(own);
            values.put("additionalLabels", MapTree.ofStrings(all));
        }
    }

    /** Annotations of one object. In the chart they are added to the common ones. */
    private static void annotations(MapTree.Builder values, Map<String, String> own, Map<String, String> common) {
        MapTree.Builder annotations = MapTree.builder(own.size());
        for (Map.Entry<String, String> annotation : own.entrySet()) {
            if (!annotation.getValue().equals(common.get(annotation.getKey()))) {
                annotations.put(annotation.getKey(), annotation.getValue());
            }
        }
        values.putUnlessEmpty("annotations", annotations.build());
    }

    private static void names(
            MapTree.Builder values, Optional<String> name, Optional<String> fullname, Optional<String> namespace) {
        name.ifPresent(text -> values.put("nameOverride", text));
        fullname.ifPresent(text -> values.put("fullnameOverride", text));
        namespace.ifPresent(text -> values.put("namespaceOverride", text));
    }

    private static void putUnless(MapTree.Builder values, String key, @Nullable Tree value, @Nullable Tree usual) {
        if (value != null && !value.equals(usual)) {
            values.put(key, value);
        }
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
