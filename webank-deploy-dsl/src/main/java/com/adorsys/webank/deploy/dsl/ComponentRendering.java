package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.dsl.internal.AutoscalerRenderer;
import com.adorsys.webank.deploy.dsl.internal.ChartExtras;
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
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Renders the objects of one component as the charts do, with all further settings of the model. */
final class ComponentRendering {
    private final Component component;
    private final ChartOnly chartOnly;
    /** The component's name in the chart: its alias inside the umbrella, otherwise the chart's name. */
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

    /** The Ingress backend of the component. */
    MapTree backend() {
        return IngressRenderer.service(fullname, servicePort());
    }

    /**
     * Renders the objects.
     *
     * @param databaseHost the host of the component's database; empty if there is none
     * @param backends the Ingress backends of the release's components, by component name
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
                    Metadata.merged(metadata.annotations(), account.get().allAnnotations());
            objects.add(ServiceAccountRenderer.render(metadata.with(metadata.labels(), annotations), token));
        }
        objects.add(service());
        objects.add(DeploymentRenderer.render(component, metadata, selector, replicas(), template(databaseHost)));
        if (component.scaling() instanceof Autoscaling autoscaling) {
            int least =
                    chartOnly.extras().unwritten().contains(ChartExtras.MIN_REPLICAS) ? 0 : autoscaling.minReplicas();
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
        return ReleasePart.of(component, objects);
    }

    private MapTree service() {
        ServiceSettings service = component.service();
        return ServiceRenderer.render(
                service,
                own(service.labels(), service.annotations()),
                selector,
                ServiceRenderer.port(
                        "http", servicePort(), chartOnly.extras().servicePort().orElse(component.port())),
                component.ports());
    }

    private int servicePort() {
        return component.service().port().orElse(component.port());
    }

    private MapTree template(String databaseHost) {
        // The charts write annotations to pods twice: as annotations and as labels.
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
                        chartOnly.extras().unwritten().contains(ChartExtras.PULL_POLICY)
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

    /** The charts ignore the resources in their values; only the hardened posture renders them. */
    private MapTree resources() {
        return component.resources().isPresent() && !chartOnly.fromValues()
                ? component.resources().get().tree()
                : MapTree.of();
    }

    private @Nullable Integer replicas() {
        OptionalInt written = chartOnly.extras().replicas();
        boolean isUnwritten = written.isPresent() && written.getAsInt() == ChartExtras.UNWRITTEN;
        if (component.scaling() instanceof Replicas replicas) {
            // Only as long as it is the default, which the chart leaves to Kubernetes.
            return isUnwritten && replicas.count() == 1 ? null : (Integer) replicas.count();
        }
        return isUnwritten || written.isEmpty() ? null : (Integer) written.getAsInt();
    }

    /**
     * The labels and annotations of a Service or an Ingress of the component. Chart values contain all of them, except
     * those added to the component later.
     */
    private Metadata own(Map<String, String> labels, Map<String, String> annotations) {
        return chartOnly.fromValues()
                ? metadata.with(
                        Metadata.merged(
                                Metadata.merged(
                                        standard,
                                        added(
                                                component.labels(),
                                                chartOnly.extras().labels())),
                                labels),
                        Metadata.merged(
                                sorted(added(
                                        component.annotations(),
                                        chartOnly.extras().annotations())),
                                annotations))
                : metadata.with(
                        Metadata.merged(metadata.labels(), labels),
                        Metadata.merged(metadata.annotations(), annotations));
    }

    /** The entries that were added after reading the values. */
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
        SecretKeyRef literal = component.chartOnly().password();
        Database database = component.ownDatabase();
        return literal != null && database != null && literal.equals(database.password())
                ? component.chartOnly().extras().databaseSecret().orElse(null)
                : null;
    }
}
