package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.HostRule;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.RoutePath;
import com.adorsys.webank.deploy.dsl.network.RouteTarget;
import com.adorsys.webank.deploy.dsl.network.Tls;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renders Ingresses. */
public final class IngressRenderer {
    private final Ingress settings;
    private final Map<String, MapTree> components;

    private IngressRenderer(Ingress settings, Map<String, MapTree> components) {
        this.settings = settings;
        this.components = components;
    }

    /**
     * Renders an Ingress.
     *
     * @param metadata the metadata of the Ingress
     * @param paths the first paths of its host
     * @param components the backends of components, by component name
     */
    public static MapTree render(
            Ingress settings, Metadata metadata, List<RoutePath> paths, Map<String, MapTree> components) {
        return metadata.object("networking.k8s.io/v1", "Ingress")
                .put("spec", new IngressRenderer(settings, components).spec(paths))
                .build();
    }

    /** A backend for a Service. */
    public static MapTree service(String name, int port) {
        return MapTree.of(
                "service",
                MapTree.builder(2)
                        .put("name", name)
                        .put("port", MapTree.builder(1).put("number", port).build())
                        .build());
    }

    private MapTree spec(List<RoutePath> paths) {
        MapTree.Builder spec = MapTree.builder(4);
        Optional<String> ingressClass = settings.ingressClass();
        if (ingressClass.isPresent() && !ingressClass.get().isEmpty()) {
            spec.put("ingressClassName", ingressClass.get());
        }
        if (settings.defaultBackend().isPresent()) {
            spec.put("defaultBackend", backend(settings.defaultBackend().get()));
        }
        List<RoutePath> all = new ArrayList<>(paths);
        all.addAll(settings.paths());
        ListTree shared = paths(all);
        List<Tree> rules = new ArrayList<>(1);
        rules.add(rule(settings.host(), shared));
        for (Host host : settings.additionalHosts()) {
            rules.add(rule(host, shared));
        }
        for (HostRule rule : settings.rules()) {
            rules.add(rule(rule.host(), paths(rule.paths())));
        }
        return spec.put("rules", ListTree.of(rules))
                .putUnlessEmpty("tls", tls())
                .build();
    }

    private ListTree tls() {
        if (!(settings instanceof ClassIngress withClass)) {
            return ListTree.of();
        }
        List<Tree> entries = new ArrayList<>(withClass.tls().size());
        for (Tls tls : withClass.tls()) {
            Set<String> hosts = new LinkedHashSet<>();
            for (Host host : tls.hosts().isEmpty() ? settings.allHosts() : tls.hosts()) {
                if (!host.isAny()) {
                    hosts.add(host.text());
                }
            }
            MapTree.Builder entry = MapTree.builder(2).putUnlessEmpty("hosts", ListTree.ofStrings(List.copyOf(hosts)));
            Optional<SecretRef> certificate = tls.certificate();
            if (certificate.isPresent()) {
                entry.put("secretName", certificate.get().name());
            }
            entries.add(entry.build());
        }
        return ListTree.of(entries);
    }

    private static MapTree rule(Host host, ListTree paths) {
        MapTree.Builder rule = MapTree.builder(2);
        if (!host.isAny()) {
            rule.put("host", host.text());
        }
        return rule.put("http", MapTree.of("paths", paths)).build();
    }

    private ListTree paths(List<RoutePath> paths) {
        List<Tree> trees = new ArrayList<>(paths.size());
        for (RoutePath path : paths) {
            trees.add(MapTree.builder(3)
                    .put("path", path.path())
                    .put("pathType", path.type().text())
                    .put("backend", backend(path.target()))
                    .build());
        }
        return ListTree.of(trees);
    }

    private MapTree backend(RouteTarget target) {
        return target.component().isPresent()
                ? components.getOrDefault(target.component().get(), MapTree.of())
                : target.tree();
    }
}
