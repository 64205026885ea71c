package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules between the fields of a Service. */
final class ServiceRules {
    /** The API server's default, which EKS has. */
    private static final int FIRST_NODE_PORT = 30000;

    private static final int LAST_NODE_PORT = 32767;

    /** What no client can reach from another machine: loopback and link-local addresses, and unspecified ones. */
    private static final List<Cidr> SPECIAL = List.of(
            Cidr.of("127.0.0.0/8"),
            Cidr.of("169.254.0.0/16"),
            Cidr.of("224.0.0.0/24"),
            Cidr.of("fe80::/10"),
            Cidr.of("ff02::/16"));

    private static final List<String> UNREACHABLE = List.of("0.0.0.0", "::", "::1");

    private static final Place SPEC = new Place() {
        @Override
        public String path(String inside) {
            return "spec." + inside;
        }
    };

    private ServiceRules() {}

    static void check(MapTree spec, Report report) {
        String type = Trees.text(spec, "type");
        checkType(spec, type, report);
        checkTraffic(spec, type, report);
        checkPorts(spec, type, report);
        checkAddresses(spec, report);
        checkSources(spec, report);
    }

    private static void checkType(MapTree spec, String type, Report report) {
        boolean isHeadless = Trees.text(spec, "clusterIP").equals("None");
        if (type.equals("ExternalName")) {
            if (!Trees.isSet(spec, "externalName")) {
                report.error(
                        ProblemCodes.MISSING_KEY,
                        "spec.externalName",
                        "`externalName` is missing in a Service of type `ExternalName`",
                        "write the DNS name to which the Service resolves");
            }
        } else if (Trees.list(spec, "ports").isEmpty() && !isHeadless) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    "spec.ports",
                    "the Service has no ports",
                    "write at least one, as in `- port: 8080`");
        }
        if (isHeadless && (type.equals("LoadBalancer") || type.equals("NodePort"))) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    "spec.clusterIP",
                    "`clusterIP` cannot be `None` in a Service of type `" + type + "`",
                    "remove it, or write `type: ClusterIP`");
        }
        if (!type.equals("LoadBalancer")) {
            report.onlyForLoadBalancer(spec, "allocateLoadBalancerNodePorts");
            report.onlyForLoadBalancer(spec, "loadBalancerClass");
            if (!Trees.list(spec, "loadBalancerSourceRanges").isEmpty()) {
                report.onlyForLoadBalancer(spec, "loadBalancerSourceRanges");
            }
        }
    }

    private static void checkTraffic(MapTree spec, String type, Report report) {
        boolean isExternal = type.equals("LoadBalancer")
                || type.equals("NodePort")
                || (type.isEmpty() || type.equals("ClusterIP"))
                        && !Trees.list(spec, "externalIPs").isEmpty();
        String policy = Trees.text(spec, "externalTrafficPolicy");
        if (!policy.isEmpty() && !isExternal) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    "spec.externalTrafficPolicy",
                    "`externalTrafficPolicy` cannot be set in a Service that is reachable only inside the cluster",
                    "remove it, or write `type: LoadBalancer` or `type: NodePort`");
        }
        if (Trees.number(spec, 0, "healthCheckNodePort") > 0
                && !(type.equals("LoadBalancer") && policy.equals("Local"))) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    "spec.healthCheckNodePort",
                    "`healthCheckNodePort` can be set only with `type: LoadBalancer` and `externalTrafficPolicy: Local`",
                    "remove it");
        }
    }

    private static void checkPorts(MapTree spec, String type, Report report) {
        ListTree ports = Trees.list(spec, "ports");
        Set<String> nodePorts = new SmallSet();
        for (int i = 0; i < ports.size(); i++) {
            MapTree port = Trees.map(ports, i);
            if (ports.size() > 1 && Trees.text(port, "name").isEmpty()) {
                report.error(
                        ProblemCodes.MISSING_KEY,
                        portPath(i, "name"),
                        "a port of a Service with several ports has no name",
                        "name every port");
            }
            long nodePort = Trees.number(port, 0, "nodePort");
            if (nodePort == 0) {
                continue;
            }
            if (type.isEmpty() || type.equals("ClusterIP")) {
                report.error(
                        ProblemCodes.EXCLUSIVE_KEYS,
                        portPath(i, "nodePort"),
                        "`nodePort` cannot be set in a Service of type `ClusterIP`",
                        "remove it, or write `type: NodePort`");
            } else if (nodePort > 0 && nodePort <= 65535 && (nodePort < FIRST_NODE_PORT || nodePort > LAST_NODE_PORT)) {
                report.error(
                        ProblemCodes.OUT_OF_RANGE,
                        portPath(i, "nodePort"),
                        "`nodePort` is `" + nodePort + "`, which is not in the range of node ports",
                        "write a number from " + FIRST_NODE_PORT + " to " + LAST_NODE_PORT
                                + ", or remove it, so that the cluster chooses one");
            } else if (!nodePorts.add(nodePort + "/" + Ports.protocol(port))) {
                report.error(
                        ProblemCodes.DUPLICATE_PORT,
                        portPath(i, "nodePort"),
                        "the node port `" + nodePort + "` is declared twice",
                        "write another number, or remove it");
            }
        }
        Ports.checkDistinct(ports, "port", SPEC, report);
    }

    private static String portPath(int port, String key) {
        return "spec.ports[" + port + "]." + key;
    }

    private static void checkAddresses(MapTree spec, Report report) {
        ListTree addresses = Trees.list(spec, "clusterIPs");
        String address = Trees.text(spec, "clusterIP");
        if (!addresses.isEmpty() && !Trees.text(addresses.get(0)).equals(address)) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    "spec.clusterIPs",
                    address.isEmpty()
                            ? "`clusterIPs` is set, but not `clusterIP`"
                            : "the first of `clusterIPs` is not `clusterIP`, which is " + Problem.quote(address),
                    "write the first address as `clusterIP` too, or remove both");
        }
        ListTree families = Trees.list(spec, "ipFamilies");
        if (families.size() > 1 && Trees.text(families.get(0)).equals(Trees.text(families.get(1)))) {
            report.error(
                    ProblemCodes.DUPLICATE,
                    "spec.ipFamilies[1]",
                    "the IP family " + Problem.quote(Trees.text(families.get(1))) + " is named twice",
                    "keep one of them");
        }
        ListTree external = Trees.list(spec, "externalIPs");
        for (int i = 0; i < external.size(); i++) {
            String text = Trees.text(external.get(i));
            if (isSpecial(text)) {
                report.error(
                        ProblemCodes.ADDRESS_INVALID,
                        "spec.externalIPs[" + i + "]",
                        Problem.quote(text)
                                + " is not the address of a node: it is unspecified, loopback or link-local",
                        "write an address at which clients reach the cluster");
            }
        }
    }

    private static boolean isSpecial(String address) {
        Optional<Cidr> one = Cidr.legacy(address + (address.indexOf(':') < 0 ? "/32" : "/128"));
        for (Cidr range : SPECIAL) {
            if (one.isPresent() && range.hasPart(one.get())) {
                return true;
            }
        }
        return UNREACHABLE.contains(address);
    }

    /** Ranges may have spaces around them, for historical reasons. */
    private static void checkSources(MapTree spec, Report report) {
        ListTree ranges = Trees.list(spec, "loadBalancerSourceRanges");
        for (int i = 0; i < ranges.size(); i++) {
            String text = Trees.text(ranges.get(i));
            Problem problem = Cidr.problem(text.strip()).orElse(null);
            if (problem != null && Cidr.legacy(text.strip()).isEmpty()) {
                report.error(
                        ProblemCodes.CIDR_INVALID,
                        "spec.loadBalancerSourceRanges[" + i + "]",
                        problem.what(),
                        problem.remedy());
            }
        }
    }
}
