package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.schema.PodTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Service that is changed so that none of the running pods is an endpoint of it any more, although some are now: until new
 * pods are ready, it has none. Immutable.
 *
 * <p>A target port that is a name must be the name of a port of a container. A target port that is a number needs no
 * declaration, so a number that the pods do not declare among their ports is {@linkplain #isCertain not certain} to be a
 * gap; pods that declare no port at all are taken to have it. Not looked at are Services without a selector, new Services
 * and new ports of a Service, and workloads that run no pod, such as a Deployment of 0 replicas.
 */
public final class ServiceGap {
    private final ResourceId service;
    private final String target;
    private final boolean certain;
    private final List<ResourceId> workloads;

    private ServiceGap(ResourceId service, String target, boolean certain, List<ResourceId> workloads) {
        this.service = service;
        this.target = target;
        this.certain = certain;
        this.workloads = List.copyOf(workloads);
    }

    /**
     * The gaps that Services of a set make, as long as the pods of another set run.
     *
     * @param running what runs: workloads, and the Services as they are
     * @param desired the Services as they will be
     * @return one for each port of a Service
     */
    public static List<ServiceGap> between(ManifestSet running, ManifestSet desired) {
        return between(running, desired, Set.of());
    }

    /**
     * The same, while the roll-outs of some workloads are not complete: their pods are not known to have what their templates
     * say, and a Service that changes may find none of them.
     */
    public static List<ServiceGap> between(ManifestSet running, ManifestSet desired, Set<ResourceId> rollingOut) {
        List<ServiceGap> gaps = new ArrayList<>();
        for (Manifest after : desired.all("Service")) {
            Manifest before = running.find(after.id()).orElse(null);
            if (before != null && selects(before) && selects(after)) {
                addGaps(before, after, selected(before, running), rollingOut, gaps);
            }
        }
        return List.copyOf(gaps);
    }

    /** Whether the change from one set to another makes a gap, in whatever order Services and workloads are written. */
    public static boolean isAnyOrderSafe(ManifestSet before, ManifestSet after) {
        return between(before, after).isEmpty() && between(after, before).isEmpty();
    }

    private static void addGaps(
            Manifest before,
            Manifest after,
            List<Manifest> workloads,
            Set<ResourceId> rollingOut,
            List<ServiceGap> gaps) {
        for (Tree item : Trees.list(after.tree(), "spec", "ports")) {
            MapTree port = Trees.map(item);
            MapTree old = sameServicePort(port, Trees.list(before.tree(), "spec", "ports"));
            if (old == null) {
                continue;
            }
            boolean same = target(old).equals(target(port)) && selector(before).equals(selector(after));
            List<ResourceId> serving = new ArrayList<>();
            boolean kept = false;
            for (Manifest workload : workloads) {
                MapTree template = template(workload);
                if (isEndpoint(template, old, port)) {
                    serving.add(workload.id());
                    boolean known = same || !rollingOut.contains(workload.id());
                    kept |= known && matches(after, template) && has(template, port);
                }
            }
            if (!serving.isEmpty() && !kept) {
                Tree target = target(port);
                boolean certain = isName(target) || !matchesAny(after, workloads);
                gaps.add(new ServiceGap(after.id(), text(target), certain, serving));
            }
        }
    }

    private static boolean selects(Manifest service) {
        return service.id().group().isEmpty()
                && !selector(service).isEmpty()
                && !Trees.text(service.tree(), "spec", "type").equals("ExternalName");
    }

    private static MapTree selector(Manifest service) {
        return Trees.map(service.tree(), "spec", "selector");
    }

    private static List<Manifest> selected(Manifest service, ManifestSet running) {
        List<Manifest> selected = new ArrayList<>();
        for (Manifest workload : running) {
            if (workload.namespace().equals(service.namespace())
                    && PodTemplates.makesPods(workload.apiVersion(), workload.kind())
                    && Trees.number(workload.tree(), 1, "spec", "replicas") != 0
                    && matches(service, template(workload))) {
                selected.add(workload);
            }
        }
        return selected;
    }

    private static MapTree template(Manifest workload) {
        List<String> path = PodTemplates.likelyPath(workload.apiVersion(), workload.kind());
        return Trees.map(workload.tree(), path.toArray(new String[0]));
    }

    private static boolean matches(Manifest service, MapTree template) {
        MapTree selector = selector(service);
        MapTree labels = Trees.map(template, "metadata", "labels");
        for (String key : selector.keys()) {
            if (!Trees.text(selector, key).equals(Trees.text(labels, key))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesAny(Manifest service, List<Manifest> workloads) {
        for (Manifest workload : workloads) {
            if (matches(service, template(workload))) {
                return true;
            }
        }
        return false;
    }

    /** The port of a Service that clients know as the same one: by its number, or else by its name. */
    private static @Nullable MapTree sameServicePort(MapTree port, ListTree others) {
        MapTree byName = null;
        for (Tree item : others) {
            MapTree other = Trees.map(item);
            if (!protocol(port).equals(protocol(other))) {
                continue;
            }
            if (Trees.number(port, 0, "port") == Trees.number(other, 0, "port")) {
                return other;
            }
            if (Trees.text(port, "name").equals(Trees.text(other, "name"))) {
                byName = other;
            }
        }
        return byName;
    }

    private static Tree target(MapTree servicePort) {
        Tree target = servicePort.get("targetPort");
        return target != null ? target : ScalarTree.of(Trees.number(servicePort, 0, "port"));
    }

    private static String text(Tree target) {
        return target instanceof ScalarTree scalar ? scalar.text() : "";
    }

    private static boolean isName(Tree target) {
        return Trees.number(target, -1) < 0;
    }

    /** Whether a pod is an endpoint of a port. By a number each is; one that is not declared cannot be compared with another. */
    private static boolean isEndpoint(MapTree template, MapTree old, MapTree port) {
        return has(template, old) || !isName(target(old)) && isName(target(port));
    }

    /** Whether a pod has the port that the port of a Service targets, or may have it. */
    private static boolean has(MapTree template, MapTree servicePort) {
        Tree target = target(servicePort);
        boolean declares = false;
        for (MapTree container : running(template)) {
            for (Tree item : Trees.list(container, "ports")) {
                MapTree port = Trees.map(item);
                declares = true;
                boolean same = isName(target)
                        ? Trees.text(port, "name").equals(Trees.text(target))
                        : Trees.number(port, 0, "containerPort") == Trees.number(target, -1);
                if (same && protocol(port).equals(protocol(servicePort))) {
                    return true;
                }
            }
        }
        return !isName(target) && !declares;
    }

    /** The containers that run as long as the pod, sidecars among the init containers too. */
    private static List<MapTree> running(MapTree template) {
        List<MapTree> running = new ArrayList<>();
        for (Tree container : Trees.list(template, "spec", "containers")) {
            running.add(Trees.map(container));
        }
        for (Tree container : Trees.list(template, "spec", "initContainers")) {
            if (Trees.text(Trees.map(container), "restartPolicy").equals("Always")) {
                running.add(Trees.map(container));
            }
        }
        return running;
    }

    private static String protocol(MapTree port) {
        String protocol = Trees.text(port, "protocol");
        return protocol.isEmpty() ? "TCP" : protocol;
    }

    /** The Service. */
    public ResourceId service() {
        return service;
    }

    /** The target port that no running pod has: a name or a number. */
    public String target() {
        return target;
    }

    /** Whether there will be no endpoint; not for a number, which pods may listen on without declaring it. */
    public boolean isCertain() {
        return certain;
    }

    /** The workloads whose pods are endpoints now. */
    public List<ResourceId> workloads() {
        return workloads;
    }

    /** The Service and the target port. */
    @Override
    public String toString() {
        return service + " to " + target;
    }
}
