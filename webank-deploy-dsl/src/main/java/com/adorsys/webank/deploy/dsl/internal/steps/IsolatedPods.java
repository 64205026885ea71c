package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.internal.PodPath;
import com.adorsys.webank.deploy.dsl.network.NetworkPeer;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pods of one part of a release, and the connections that their NetworkPolicy allows. */
final class IsolatedPods {
    static final ListTree BOTH_WAYS = ListTree.ofStrings(List.of("Ingress", "Egress"));

    private final ReleasePart part;
    private final MapTree workload;
    private final MapTree metadata;
    private final String namespace;
    private final ListTree containers;
    private final List<Tree> fromLoadBalancers = new ArrayList<>(2);
    private final List<Tree> fromControllers = new ArrayList<>(2);
    private final List<Tree> callers = new ArrayList<>(2);
    private final List<Tree> ingress = new ArrayList<>(3);
    private final List<Tree> egress = new ArrayList<>(4);

    private IsolatedPods(ReleasePart part, MapTree workload) {
        this.part = part;
        this.workload = workload;
        this.metadata = Trees.map(workload.get("metadata"));
        this.namespace = Trees.text(metadata.get("namespace"));
        this.containers = Trees.list(Trees.map(workload, PodPath.spec(workload)), "containers");
    }

    /** The pods of a part; null if it has none. */
    static @Nullable IsolatedPods of(ReleasePart part) {
        for (MapTree object : part.objects()) {
            String kind = Trees.text(object.get("kind"));
            if (kind.equals("Deployment") || kind.equals("StatefulSet")) {
                return new IsolatedPods(part, object);
            }
        }
        return null;
    }

    ReleasePart part() {
        return part;
    }

    String name() {
        return part.name();
    }

    /** The component; null for a database. */
    @Nullable
    Component component() {
        return part.component().orElse(null);
    }

    MapTree metadata() {
        return metadata;
    }

    String namespace() {
        return namespace;
    }

    /** Its container of a name; empty if it has none. */
    MapTree container(String name) {
        for (Tree container : containers) {
            if (Trees.text(Trees.map(container), "name").equals(name)) {
                return Trees.map(container);
            }
        }
        return MapTree.of();
    }

    /** Its Service of a name; null if it has none. */
    @Nullable
    MapTree service(String name) {
        for (MapTree object : part.objects()) {
            if (Trees.text(object.get("kind")).equals("Service")
                    && Trees.text(object, "metadata", "name").equals(name)) {
                return object;
            }
        }
        return null;
    }

    /** The container ports behind a port of a Service that load balancers connect to. */
    List<Tree> fromLoadBalancers() {
        return fromLoadBalancers;
    }

    /** The container ports behind a port of a Service that ingress controllers connect to. */
    List<Tree> fromControllers() {
        return fromControllers;
    }

    /**
     * Adds the container ports behind a port of the Service: by number, and also by name if the Service has the name, since pods
     * of a roll-out can differ in one of them. If the posture changed the port of the model, pods that are replaced still have the
     * latter.
     */
    void addTargets(List<Tree> ports, MapTree servicePort) {
        Tree target = servicePort.get("targetPort");
        Tree reached = target == null ? servicePort.get("port") : target;
        if (reached == null) {
            return;
        }
        add(ports, reached);
        if (!Trees.text(reached).isEmpty()) {
            for (Tree container : containers) {
                for (Tree port : Trees.list(Trees.map(container), "ports")) {
                    if (reached.equals(Trees.map(port).get("name"))) {
                        add(ports, containerPort(port));
                    }
                }
            }
        }
        Component component = component();
        if (component != null && servicePort.equals(firstPort()) && !declares(component.port())) {
            add(ports, ScalarTree.of(component.port()));
        }
    }

    /** Adds a container port, unless it is there already. */
    static void add(List<Tree> ports, Tree port) {
        Tree added = tcp(port);
        if (!ports.contains(added)) {
            ports.add(added);
        }
    }

    /** A port of TCP. */
    static MapTree tcp(Tree port) {
        return MapTree.builder(2).put("protocol", "TCP").put("port", port).build();
    }

    private boolean declares(int number) {
        for (Tree container : containers) {
            for (Tree port : Trees.list(Trees.map(container), "ports")) {
                if (Trees.number(containerPort(port), -1) == number) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Tree containerPort(Tree port) {
        Tree number = Trees.map(port).get("containerPort");
        return number == null ? ScalarTree.ofNull() : number;
    }

    /** The first port of its Service. */
    MapTree firstPort() {
        return Trees.map(Trees.list(part.object("Service").orElse(MapTree.of()), "spec", "ports"), 0);
    }

    /** The container ports behind the first port of the Service. */
    private List<Tree> ports() {
        List<Tree> ports = new ArrayList<>(2);
        addTargets(ports, firstPort());
        return ports;
    }

    /** Allows connections from peers. */
    void allowFrom(List<? extends Tree> peers, List<Tree> ports) {
        ingress.add(rule("from", peers, ports));
    }

    /** Allows connections to peers. */
    void allowTo(List<? extends Tree> peers, List<Tree> ports) {
        egress.add(rule("to", peers, ports));
    }

    /** Allows connections by a rule. */
    void allowTo(MapTree rule) {
        egress.add(rule);
    }

    /** Allows connections to the first port of the Service of other pods, on both sides. */
    void allowTo(IsolatedPods other) {
        other.callers.add(seenFrom(other));
        allowTo(List.of(other.seenFrom(this)), other.ports());
    }

    /** A rule of a NetworkPolicy. */
    static MapTree rule(String side, List<? extends Tree> peers, List<? extends Tree> ports) {
        return MapTree.builder(2)
                .put(side, ListTree.of(peers))
                .put("ports", ListTree.of(ports))
                .build();
    }

    /** These pods as a peer in a policy of other pods. */
    private MapTree seenFrom(IsolatedPods other) {
        return namespace.equals(other.namespace)
                ? MapTree.of("podSelector", MapTree.of("matchLabels", selector()))
                : NetworkPeer.pods(namespace, selector());
    }

    /** The labels by which the workload selects them. */
    MapTree selector() {
        return Trees.map(workload, "spec", "selector", "matchLabels");
    }

    /** The policy. */
    MapTree policy() {
        if (!callers.isEmpty()) {
            allowFrom(callers, ports());
        }
        return policy(metadata, selector(), ListTree.of(ingress), ListTree.of(egress));
    }

    /** A NetworkPolicy that denies all connections of the selected pods, both ways, but for those of its rules. */
    static MapTree policy(MapTree metadata, MapTree selector, ListTree ingress, ListTree egress) {
        return MapTree.builder(4)
                .put("apiVersion", "networking.k8s.io/v1")
                .put("kind", "NetworkPolicy")
                .put("metadata", metadata)
                .put(
                        "spec",
                        MapTree.builder(4)
                                .put("podSelector", MapTree.of("matchLabels", selector))
                                .put("policyTypes", BOTH_WAYS)
                                .putUnlessEmpty("ingress", ingress)
                                .putUnlessEmpty("egress", egress)
                                .build())
                .build();
    }
}
