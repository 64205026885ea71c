package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which connections the NetworkPolicies of a set allow, by the <a
 * href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">rules of Kubernetes</a>: policies add up, a pod
 * that no policy selects is open, and both sides must allow. A range of addresses also matches the addresses of pods, the more open
 * of the readings that implementations have.
 */
final class AllowedConnections {
    /** One side of a connection. */
    sealed interface Side permits Pod, Address {
        /** Its address. */
        String ip();
    }

    /** A pod; its namespace has the one label that every namespace has. */
    record Pod(String namespace, Map<String, String> labels, Map<String, Integer> namedPorts, String ip)
            implements Side {}

    /** An address outside the cluster. */
    record Address(String ip) implements Side {}

    private enum Direction {
        INGRESS("Ingress"),
        EGRESS("Egress");

        private final String type;

        Direction(String type) {
            this.type = type;
        }
    }

    private final List<NetworkPolicy> policies = new ArrayList<>();

    AllowedConnections(ManifestSet manifests) {
        for (Manifest manifest : manifests.all("NetworkPolicy")) {
            policies.add(ManifestSet.of(manifest).get(NetworkPolicy.class, manifest.name()));
        }
    }

    /** The pods of all workloads of a set, by the workload's name. */
    static Map<String, Pod> pods(ManifestSet manifests) {
        Map<String, Pod> pods = new TreeMap<>();
        int next = 1;
        for (Manifest manifest : manifests) {
            PodTemplateSpec template = switch (manifest.kind()) {
                case "Deployment" ->
                    ManifestSet.of(manifest)
                            .get(Deployment.class, manifest.name())
                            .getSpec()
                            .getTemplate();
                case "StatefulSet" ->
                    ManifestSet.of(manifest)
                            .get(StatefulSet.class, manifest.name())
                            .getSpec()
                            .getTemplate();
                default -> null;
            };
            if (template != null) {
                Map<String, Integer> ports = new TreeMap<>();
                for (Container container : template.getSpec().getContainers()) {
                    for (ContainerPort port : container.getPorts()) {
                        if (port.getName() != null) {
                            ports.put(port.getName(), port.getContainerPort());
                        }
                    }
                }
                pods.put(
                        manifest.name(),
                        new Pod(manifest.namespace(), template.getMetadata().getLabels(), ports, "12.34.10." + next++));
            }
        }
        return pods;
    }

    /** Whether a connection is allowed by both sides. */
    boolean allows(Side from, Side to, String protocol, int port) {
        return allows(Direction.EGRESS, from, to, to, protocol, port)
                && allows(Direction.INGRESS, to, from, to, protocol, port);
    }

    private boolean allows(Direction direction, Side here, Side other, Side destination, String protocol, int port) {
        if (!(here instanceof Pod pod)) {
            return true;
        }
        boolean isIsolated = false;
        for (NetworkPolicy policy : policies) {
            if (policy.getMetadata().getNamespace().equals(pod.namespace())
                    && selects(policy.getSpec().getPodSelector(), pod.labels())
                    && isOf(policy, direction)) {
                isIsolated = true;
                if (hasRule(policy, direction, other, destination, protocol, port)) {
                    return true;
                }
            }
        }
        return !isIsolated;
    }

    private static boolean isOf(NetworkPolicy policy, Direction direction) {
        List<String> types = policy.getSpec().getPolicyTypes();
        return types.isEmpty()
                ? direction == Direction.INGRESS
                        || !policy.getSpec().getEgress().isEmpty()
                : types.contains(direction.type);
    }

    private static boolean hasRule(
            NetworkPolicy policy, Direction direction, Side other, Side destination, String protocol, int port) {
        String namespace = policy.getMetadata().getNamespace();
        if (direction == Direction.INGRESS) {
            for (NetworkPolicyIngressRule rule : policy.getSpec().getIngress()) {
                if (isPeer(rule.getFrom(), namespace, other) && isPort(rule.getPorts(), destination, protocol, port)) {
                    return true;
                }
            }
        } else {
            for (NetworkPolicyEgressRule rule : policy.getSpec().getEgress()) {
                if (isPeer(rule.getTo(), namespace, other) && isPort(rule.getPorts(), destination, protocol, port)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPeer(List<NetworkPolicyPeer> peers, String namespace, Side side) {
        boolean is = peers.isEmpty();
        for (NetworkPolicyPeer peer : peers) {
            if (peer.getIpBlock() != null) {
                is |= isIn(peer.getIpBlock(), side.ip());
            } else if (side instanceof Pod pod) {
                boolean isNamespace = peer.getNamespaceSelector() == null
                        ? pod.namespace().equals(namespace)
                        : selects(peer.getNamespaceSelector(), Map.of("kubernetes.io/metadata.name", pod.namespace()));
                is |= isNamespace && (peer.getPodSelector() == null || selects(peer.getPodSelector(), pod.labels()));
            }
        }
        return is;
    }

    private static boolean isPort(List<NetworkPolicyPort> ports, Side destination, String protocol, int port) {
        boolean is = ports.isEmpty();
        for (NetworkPolicyPort allowed : ports) {
            String its = allowed.getProtocol() == null ? "TCP" : allowed.getProtocol();
            is |= its.equals(protocol) && isNumber(allowed.getPort(), allowed.getEndPort(), destination, port);
        }
        return is;
    }

    private static boolean isNumber(@Nullable IntOrString allowed, @Nullable Integer end, Side destination, int port) {
        if (allowed == null) {
            return true;
        }
        if (allowed.getStrVal() != null) {
            return destination instanceof Pod pod
                    && Integer.valueOf(port).equals(pod.namedPorts().get(allowed.getStrVal()));
        }
        return port >= allowed.getIntVal() && port <= (end == null ? allowed.getIntVal() : end);
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        if (selector.getMatchLabels() != null
                && !labels.entrySet().containsAll(selector.getMatchLabels().entrySet())) {
            return false;
        }
        for (LabelSelectorRequirement requirement : selector.getMatchExpressions()) {
            String value = labels.get(requirement.getKey());
            boolean fulfilled = switch (requirement.getOperator()) {
                case "In" -> value != null && requirement.getValues().contains(value);
                case "NotIn" -> value == null || !requirement.getValues().contains(value);
                case "Exists" -> value != null;
                case "DoesNotExist" -> value == null;
                default -> throw new IllegalArgumentException(requirement.getOperator());
            };
            if (!fulfilled) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(IPBlock block, String ip) {
        boolean is = isIn(block.getCidr(), ip);
        for (String except : block.getExcept()) {
            is &= !isIn(except, ip);
        }
        return is;
    }

    private static boolean isIn(String range, String ip) {
        int slash = range.indexOf('/');
        byte[] first = bytes(range.substring(0, slash));
        byte[] address = bytes(ip);
        int rest = first.length * 8 - Integer.parseInt(range.substring(slash + 1));
        return first.length == address.length
                && new BigInteger(1, first).shiftRight(rest).equals(new BigInteger(1, address).shiftRight(rest));
    }

    private static byte[] bytes(String ip) {
        try {
            return InetAddress.getByName(ip).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
