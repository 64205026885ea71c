package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.Database;
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.InClusterDatabase;
import com.adorsys.webank.deploy.dsl.Microservice;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.PendingRegistration;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.ServiceAccountSettings;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.dsl.network.NetworkCall;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.dsl.network.NetworkPeer;
import com.adorsys.webank.deploy.dsl.network.OutboundAccess;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the NetworkPolicies of one release: one that denies everything, and for each component and database one that allows what it
 * needs. What depends on a missing setting stays closed and is reported. Used once.
 */
final class NetworkPolicies {
    /** CoreDNS, and NodeLocal DNSCache. */
    static final MapTree DNS = IsolatedPods.rule(
            "to",
            List.of(
                    NetworkPeer.pods("kube-system", MapTree.of("k8s-app", "kube-dns")),
                    NetworkPeer.block("169.254.20.10/32", List.of())),
            List.of(
                    MapTree.builder(2).put("protocol", "UDP").put("port", 53).build(),
                    IsolatedPods.tcp(ScalarTree.of(53))));

    /** The agent of EKS Pod Identity on the node. */
    private static final MapTree POD_IDENTITY_AGENT = IsolatedPods.rule(
            "to",
            List.of(
                    NetworkPeer.block("169.254.170.23/32", List.of()),
                    NetworkPeer.block("fd00:ec2::23/128", List.of())),
            List.of(IsolatedPods.tcp(ScalarTree.of(80))));

    /** The name of the part for what belongs to the release as a whole. */
    private static final String RELEASE_PART = "webank";

    private static final String INGRESS_HEALTH_PORT = "alb.ingress.kubernetes.io/healthcheck-port";
    private static final String SERVICE_HEALTH_PORT = "service.beta.kubernetes.io/aws-load-balancer-healthcheck-port";

    private final List<ReleasePart> parts;
    private final StepContext context;
    private final NetworkIsolation network;
    private final List<Tree> databases;
    private final List<IsolatedPods> all = new ArrayList<>();
    private final List<String> withoutDatabase = new ArrayList<>();

    NetworkPolicies(List<ReleasePart> parts, StepContext context) {
        this.parts = parts;
        this.context = context;
        this.network = context.network();
        this.databases = blocks(network.databaseSubnets());
    }

    /** The parts with their policies. */
    List<ReleasePart> applied() {
        for (ReleasePart part : parts) {
            IsolatedPods pods = IsolatedPods.of(part);
            if (pods != null) {
                all.add(pods);
            }
        }
        if (all.isEmpty()) {
            return parts;
        }
        allowRequests();
        for (IsolatedPods pods : all) {
            Component component = pods.component();
            if (component != null) {
                allowNeeds(pods, component);
            }
        }
        if (!withoutDatabase.isEmpty()) {
            missing(
                    "databaseSubnets",
                    "the subnets of the database are not set, and NetworkPolicies refuse the connections of "
                            + String.join(", ", withoutDatabase),
                    "plusDatabaseSubnets(Cidr.of(\"10.0.20.0/24\"))");
        }
        allowCalls();
        allowOutbound();
        warnOfEnforcement();
        return written();
    }

    // From outside.

    private void allowRequests() {
        for (ReleasePart part : parts) {
            for (MapTree object : part.objects()) {
                String kind = Trees.text(object.get("kind"));
                if (kind.equals("Ingress")) {
                    findTargets(object);
                } else if (kind.equals("Service")) {
                    findTargets(part, object);
                }
            }
        }
        if (context.isBehindLoadBalancer()) {
            for (IsolatedPods pods : all) {
                if (pods.component() != null) {
                    pods.addTargets(pods.fromLoadBalancers(), pods.firstPort());
                }
            }
        }
        List<Tree> subnets = blocks(network.loadBalancerSubnets());
        List<Tree> controllers = new ArrayList<>();
        for (NetworkPeer peer : network.ingressControllers()) {
            controllers.addAll(peer.trees());
        }
        List<String> behindLoadBalancers = new ArrayList<>();
        List<String> behindControllers = new ArrayList<>();
        for (IsolatedPods pods : all) {
            allow(subnets, pods, pods.fromLoadBalancers(), behindLoadBalancers);
            allow(controllers, pods, pods.fromControllers(), behindControllers);
        }
        if (!behindLoadBalancers.isEmpty()) {
            missing(
                    "loadBalancerSubnets",
                    "the subnets of the load balancers are not set, and NetworkPolicies refuse their connections to "
                            + String.join(", ", behindLoadBalancers),
                    "plusLoadBalancerSubnets(Cidr.of(\"10.0.0.0/24\"))");
        }
        if (!behindControllers.isEmpty()) {
            missing(
                    "ingressControllers",
                    "the pods of the ingress controller are not set, and NetworkPolicies refuse their connections to "
                            + String.join(", ", behindControllers),
                    "plusIngressControllers(NetworkPeer.namespace(\"ingress-nginx\"))");
        }
    }

    /** Allows connections to ports, or notes that their source is not set. */
    private static void allow(List<Tree> sources, IsolatedPods pods, List<Tree> ports, List<String> missing) {
        if (ports.isEmpty()) {
            return;
        }
        if (sources.isEmpty()) {
            missing.add(pods.name());
        } else {
            pods.allowFrom(sources, ports);
        }
    }

    private void findTargets(MapTree ingress) {
        boolean isAlb = LoadBalancing.isAlb(ingress);
        MapTree metadata = Trees.map(ingress.get("metadata"));
        MapTree spec = Trees.map(ingress.get("spec"));
        findTarget(metadata, Trees.map(spec.get("defaultBackend")), isAlb);
        for (Tree rule : Trees.list(spec, "rules")) {
            for (Tree path : Trees.list(Trees.map(rule), "http", "paths")) {
                findTarget(metadata, Trees.map(Trees.map(path).get("backend")), isAlb);
            }
        }
    }

    private void findTarget(MapTree ingress, MapTree backend, boolean isAlb) {
        MapTree target = Trees.map(backend.get("service"));
        String name = Trees.text(target.get("name"));
        String namespace = Trees.text(ingress.get("namespace"));
        for (IsolatedPods pods : all) {
            MapTree service = pods.namespace().equals(namespace) ? pods.service(name) : null;
            if (service == null) {
                continue;
            }
            List<Tree> ports = isAlb ? pods.fromLoadBalancers() : pods.fromControllers();
            MapTree port = Trees.map(target.get("port"));
            addTargets(pods, service, ports, "port", port.get("number"));
            addTargets(pods, service, ports, "name", port.get("name"));
            if (isAlb) {
                String own = Trees.text(service, "metadata", "annotations", INGRESS_HEALTH_PORT);
                addHealthPort(
                        pods, service, own.isEmpty() ? Trees.text(ingress, "annotations", INGRESS_HEALTH_PORT) : own);
            }
        }
    }

    /** Adds what the ports of a Service reach that have a value of a key. */
    private static void addTargets(
            IsolatedPods pods, MapTree service, List<Tree> ports, String key, @Nullable Tree value) {
        if (value == null) {
            return;
        }
        for (Tree port : Trees.list(service, "spec", "ports")) {
            if (value.equals(Trees.map(port).get(key))) {
                pods.addTargets(ports, Trees.map(port));
            }
        }
    }

    /** Adds every port of a Service that is reached from outside by itself. */
    private void findTargets(ReleasePart part, MapTree service) {
        String type = Trees.text(service, "spec", "type");
        if (!type.equals("LoadBalancer") && !type.equals("NodePort")) {
            return;
        }
        for (IsolatedPods pods : all) {
            if (pods.part() == part) {
                for (Tree port : Trees.list(service, "spec", "ports")) {
                    pods.addTargets(pods.fromLoadBalancers(), Trees.map(port));
                }
                addHealthPort(pods, service, Trees.text(service, "metadata", "annotations", SERVICE_HEALTH_PORT));
            }
        }
    }

    /** Adds the port that a load balancer checks, if it is not the one of the requests. */
    private static void addHealthPort(IsolatedPods pods, MapTree service, String port) {
        if (port.isEmpty()) {
            return;
        }
        boolean isNumber = true;
        for (int i = 0; isNumber && i < port.length(); i++) {
            isNumber = port.charAt(i) >= '0' && port.charAt(i) <= '9';
        }
        if (isNumber && port.length() <= 5) {
            IsolatedPods.add(pods.fromLoadBalancers(), ScalarTree.of(Integer.parseInt(port)));
        } else {
            addTargets(pods, service, pods.fromLoadBalancers(), "name", ScalarTree.of(port));
        }
    }

    // To what the component says that it needs.

    private void allowNeeds(IsolatedPods pods, Component component) {
        pods.allowTo(DNS);
        Database database = database(component);
        if (database instanceof ExternalDatabase) {
            if (databases.isEmpty()) {
                withoutDatabase.add(pods.name());
            } else {
                pods.allowTo(databases, List.of(IsolatedPods.tcp(ScalarTree.of(database.port()))));
            }
        } else if (database instanceof InClusterDatabase own) {
            for (IsolatedPods server : all) {
                if (server.part().database().isPresent() && server.name().equals(own.alias())) {
                    pods.allowTo(server);
                }
            }
        }
        ServiceAccountSettings account = component.serviceAccount().orElse(null);
        if (account != null && account.podIdentity().isPresent()) {
            pods.allowTo(POD_IDENTITY_AGENT);
        }
    }

    private static @Nullable Database database(Component component) {
        if (component instanceof OnlineBanking obs) {
            return obs.database();
        }
        if (component instanceof PendingRegistration prs) {
            return prs.database();
        }
        return component instanceof Microservice service ? service.database().orElse(null) : null;
    }

    // To what the settings say.

    private void allowCalls() {
        for (NetworkCall call : network.calls()) {
            IsolatedPods from = find("calls", call.from());
            IsolatedPods to = find("calls", call.to());
            if (from != null && to != null) {
                from.allowTo(to);
            }
        }
    }

    private void allowOutbound() {
        boolean isPrsSet = false;
        for (OutboundAccess access : network.outbound()) {
            IsolatedPods pods = find("outbound", access.component());
            if (pods == null) {
                continue;
            }
            isPrsSet |= pods.component() instanceof PendingRegistration;
            if (access.peer().isPresent()) {
                List<Tree> ports = new ArrayList<>(access.ports().size());
                for (int port : access.ports()) {
                    ports.add(IsolatedPods.tcp(ScalarTree.of(port)));
                }
                pods.allowTo(access.peer().get().trees(), ports);
            }
        }
        for (IsolatedPods pods : all) {
            if (!isPrsSet && pods.component() instanceof PendingRegistration) {
                missing(
                        "outbound",
                        "nothing says where " + pods.name()
                                + " sends mails and SMS, and NetworkPolicies refuse its connections",
                        "plusOutbound(OutboundAccess.of(\"prs\", NetworkPeer.internet(), 443, 587))");
            }
        }
    }

    private @Nullable IsolatedPods find(String setting, String component) {
        List<String> names = new ArrayList<>(all.size());
        for (IsolatedPods pods : all) {
            if (pods.component() != null) {
                if (pods.name().equals(component)) {
                    return pods;
                }
                names.add(pods.name());
            }
        }
        context.report(Problem.error(
                ProblemCodes.COMPONENT_UNKNOWN,
                Location.of("network." + setting),
                "there is no component " + Problem.quote(component),
                Names.remedy(component, names)));
        return null;
    }

    private void missing(String setting, String what, String copy) {
        context.reportMissing(Problem.warning(
                ProblemCodes.NETWORK_MISSING,
                Location.of("network." + setting),
                what,
                context.webank().isPresent()
                        ? "set it with `withNetwork(network -> network." + copy + ")`"
                        : "render the component as part of a Webank that has the setting, or write a NetworkPolicy that"
                                + " allows them"));
    }

    private void warnOfEnforcement() {
        if (context.webank().isPresent() && network.enforcement().isEmpty()) {
            context.report(Problem.warning(
                    ProblemCodes.NETWORK_POLICY_IGNORED,
                    Location.of("network.enforcement"),
                    "nothing says that the cluster enforces NetworkPolicies; the add-on `vpc-cni` ignores them by default",
                    "set its `enableNetworkPolicy` to \"true\", and say so with `withNetwork(network ->"
                            + " network.withEnforcement(NetworkIsolation.Enforcement.VPC_CNI))`"));
        }
    }

    private static List<Tree> blocks(List<Cidr> ranges) {
        List<Tree> blocks = new ArrayList<>(ranges.size());
        for (Cidr range : ranges) {
            blocks.add(NetworkPeer.block(range.text(), List.of()));
        }
        return blocks;
    }

    // The parts.

    private List<ReleasePart> written() {
        List<ReleasePart> written = new ArrayList<>(parts.size() + 1);
        int next = 0;
        boolean isDenied = false;
        for (ReleasePart part : parts) {
            if (next < all.size() && all.get(next).part() == part) {
                written.add(part.with(all.get(next).policy()));
                next++;
            } else if (!isDenied && part.component().isEmpty() && part.name().equals(RELEASE_PART)) {
                written.add(denied(part));
                isDenied = true;
            } else {
                written.add(part);
            }
        }
        if (!isDenied) {
            written.add(denied(ReleasePart.of(RELEASE_PART, List.of())));
        }
        return written;
    }

    /** Adds the policy that denies everything, to each namespace with pods. */
    private ReleasePart denied(ReleasePart part) {
        ReleasePart denied = part;
        List<String> namespaces = new ArrayList<>(1);
        for (IsolatedPods pods : all) {
            if (!namespaces.contains(pods.namespace())) {
                namespaces.add(pods.namespace());
                denied = denied.with(IsolatedPods.policy(
                        MapTree.builder(3)
                                // No name of a component has a dot after the name of the release.
                                .put("name", context.release().name() + ".default-deny")
                                .put("namespace", pods.namespace())
                                .put("labels", ofRelease(Trees.map(pods.metadata(), "labels")))
                                .build(),
                        MapTree.of(StandardLabels.INSTANCE, context.release().name()),
                        ListTree.of(),
                        ListTree.of()));
            }
        }
        return denied;
    }

    /** The standard labels of what belongs to the release as a whole. */
    private static MapTree ofRelease(MapTree labels) {
        MapTree.Builder kept = MapTree.builder(4);
        for (int i = 0; i < labels.size(); i++) {
            switch (labels.keyAt(i)) {
                case StandardLabels.INSTANCE, StandardLabels.MANAGED_BY, StandardLabels.PART_OF ->
                    kept.put(labels.keyAt(i), labels.valueAt(i));
                case StandardLabels.NAME -> kept.put(StandardLabels.NAME, RELEASE_PART);
                default -> {}
            }
        }
        return kept.build();
    }
}
