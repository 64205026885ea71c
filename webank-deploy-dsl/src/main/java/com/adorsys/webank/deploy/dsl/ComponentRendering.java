package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.dsl.internal.AutoscalerRenderer;
import com.adorsys.webank.deploy.dsl.internal.ChartNames;
import com.adorsys.webank.deploy.dsl.internal.ContainerRenderer;
import com.adorsys.webank.deploy.dsl.internal.DatabaseVariables;
import com.adorsys.webank.deploy.dsl.internal.DeploymentRenderer;
import com.adorsys.webank.deploy.dsl.internal.IngressRenderer;
import com.adorsys.webank.deploy.dsl.internal.Metadata;
import com.adorsys.webank.deploy.dsl.internal.PodRenderer;
import com.adorsys.webank.deploy.dsl.internal.SecretRenderer;
import com.adorsys.webank.deploy.dsl.internal.ServiceAccountRenderer;
import com.adorsys.webank.deploy.dsl.internal.ServiceRenderer;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.RoutePath;
import com.adorsys.webank.deploy.dsl.network.RouteTarget;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Renders the objects of one component as the charts have them, with everything that the model says beside. */
final class ComponentRendering {
    private final Component component;
    private final ChartOnly chartOnly;
    /** The component's name as the chart has it: its alias inside the umbrella, else the chart's own. */
    private final String fullname;

    private final MapTree standard;
    private final MapTree selector;
    private final Metadata metadata;

    ComponentRendering(Component component, String chartName, ReleaseNames names) {
        this.component = component;
        this.chartOnly = component.chartOnly();
        this.fullname = names.fullname(component, chartName);
        String name = ChartNames.name(chartName, component.nameOverride().orElse(null));
        this.standard = names.labels(name, component.traits().chart(), chartName);
        this.selector = names.selector(name);
        this.metadata = new Metadata(
                fullname,
                component.namespaceOverride().orElse(names.release().namespace()),
                Metadata.merged(standard, component.labels()),
                sorted(component.annotations()));
    }

    /** What leads from an Ingress to the component. */
    MapTree backend() {
        return IngressRenderer.service(fullname, servicePort());
    }

    /**
     * Renders the objects.
     *
     * @param databaseHost where the component's database is; empty for one that has none
     * @param backends what leads to the components of the release, by their names
     */
    ReleasePart render(String databaseHost, Map<String, MapTree> backends) {
        List<MapTree> objects = new ArrayList<>(5);
        MapTree secret = literalPassword(component);
        if (secret != null) {
            objects.add(SecretRenderer.render(metadata.named(fullname + "-db"), secret));
        }
        Optional<ServiceAccountSettings> account = component.serviceAccount();
        if (account.isPresent()) {
            boolean token = account.get().token().orElse(ServiceAccountSettings.Token.MOUNTED)
                    == ServiceAccountSettings.Token.MOUNTED;
            MapTree annotations =
                    Metadata.merged(metadata.annotations(), account.get().annotations());
            objects.add(ServiceAccountRenderer.render(metadata.with(metadata.labels(), annotations), token));
        }
        objects.add(service());
        objects.add(DeploymentRenderer.render(component, metadata, selector, replicas(), template(databaseHost)));
        if (component.scaling() instanceof Autoscaling autoscaling) {
            int least = chartOnly.unwritten().contains(ChartOnly.MIN_REPLICAS) ? 0 : autoscaling.minReplicas();
            objects.add(AutoscalerRenderer.render(autoscaling, metadata, least));
        }
        if (component.ingress().isPresent()) {
            Ingress ingress = component.ingress().get();
            objects.add(IngressRenderer.render(
                    ingress,
                    own(ingress.labels(), ingress.allAnnotations()),
                    List.of(RoutePath.prefix(
                            "/", RouteTarget.component(component.traits().name()))),
                    backends));
        }
        return ReleasePart.of(component.traits().name(), component, objects);
    }

    private MapTree service() {
        ServiceSettings service = component.service();
        Integer target = chartOnly.servicePort();
        return ServiceRenderer.render(
                service,
                own(service.labels(), service.annotations()),
                selector,
                ServiceRenderer.port("http", servicePort(), target == null ? component.port() : target),
                component.ports());
    }

    private int servicePort() {
        return component.service().port().orElse(component.port());
    }

    private MapTree template(String databaseHost) {
        // The charts put annotations on pods twice: as annotations, and as labels.
        MapTree labels = Metadata.merged(standard, component.annotations());
        return new PodRenderer(component, component.volumeMounts(), container(databaseHost))
                .metadata(labels, metadata.annotations())
                .selector(selector)
                .pullSecrets(component.imagePullSecrets())
                .render();
    }

    private MapTree container(String databaseHost) {
        return new ContainerRenderer(
                        component.containerName(), component.image().toString(), component)
                .pullPolicy(
                        chartOnly.unwritten().contains(ChartOnly.PULL_POLICY)
                                ? ""
                                : component.pullPolicy().text())
                .env(component.variables(databaseVariables(databaseHost)), component.sources())
                .port(port())
                .resources(resources())
                .probes(component.probes(), component.port())
                .render();
    }

    private ListTree databaseVariables(String host) {
        Database database = component.ownDatabase();
        if (database == null) {
            return ListTree.of();
        }
        SecretKeyRef password = database.password();
        return ListTree.of(DatabaseVariables.of(
                database,
                host,
                literalPassword(component) == null ? password : SecretKeyRef.of(fullname + "-db", password.key())));
    }

    private MapTree port() {
        String name = component.traits().containerPort();
        MapTree.Builder port = MapTree.builder(2).put("containerPort", component.port());
        return (name.isEmpty() ? port.put("protocol", "TCP") : port.put("name", name)).build();
    }

    /** The charts ignore what their values say of resources; only the hardened posture renders it. */
    private MapTree resources() {
        return component.resources().isPresent() && !chartOnly.made()
                ? component.resources().get().tree()
                : MapTree.of();
    }

    private @Nullable Integer replicas() {
        Integer written = chartOnly.replicas();
        if (component.scaling() instanceof Replicas replicas) {
            // Only as long as it is the one that the chart leaves to Kubernetes.
            boolean unwritten = written != null && written == ChartOnly.UNWRITTEN && replicas.count() == 1;
            return unwritten ? null : (Integer) replicas.count();
        }
        return written == null || written == ChartOnly.UNWRITTEN ? null : written;
    }

    /**
     * What a Service or an Ingress of the component is labelled with. Values read from a chart say all of it, but for what
     * was added to the component since.
     */
    private Metadata own(Map<String, String> labels, Map<String, String> annotations) {
        return chartOnly.made()
                ? metadata.with(
                        Metadata.merged(
                                Metadata.merged(standard, added(component.labels(), chartOnly.readLabels())), labels),
                        Metadata.merged(
                                sorted(added(component.annotations(), chartOnly.readAnnotations())), annotations))
                : metadata.with(
                        Metadata.merged(metadata.labels(), labels),
                        Metadata.merged(metadata.annotations(), annotations));
    }

    /** The entries that were not read from values. */
    static Map<String, String> added(Map<String, String> all, Map<String, String> read) {
        if (all.equals(read)) {
            return Map.of();
        }
        Map<String, String> added = new HashMap<>(all);
        added.entrySet().removeAll(read.entrySet());
        return added;
    }

    static MapTree sorted(Map<String, String> entries) {
        return entries.isEmpty() ? MapTree.of() : MapTree.ofStrings(new TreeMap<>(entries));
    }

    /** The data of the Secret with a literal password, if the component's database still refers to it. */
    static @Nullable MapTree literalPassword(Component component) {
        ChartOnly.LiteralPassword literal = component.chartOnly().databaseSecret();
        Database database = component.ownDatabase();
        return literal != null && database != null && database.password().equals(literal.password())
                ? literal.data()
                : null;
    }
}
