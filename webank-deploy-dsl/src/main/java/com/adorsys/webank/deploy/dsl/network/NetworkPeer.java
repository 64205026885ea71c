package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The other side of a connection: a range of addresses, pods of a namespace, or the internet. Immutable. */
public final class NetworkPeer {
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";
    private static final List<String> PRIVATE_IPV4 =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8");
    private static final List<String> PRIVATE_IPV6 = List.of("fc00::/7", "fe80::/10", "::1/128");
    private static final NetworkPeer INTERNET = internetExcept();

    private final String text;
    private final List<MapTree> trees;
    private final List<Cidr> excepted;

    private NetworkPeer(String text, List<MapTree> trees, List<Cidr> excepted) {
        this.text = text;
        this.trees = trees;
        this.excepted = excepted;
    }

    /**
     * The addresses of a range.
     *
     * @throws DeployException.InvalidInput if its prefix is shorter than 8 bits
     */
    public static NetworkPeer range(Cidr range) {
        ValueChecks checks = new ValueChecks("network");
        NetworkChecks.range(checks, "peer", range);
        checks.throwIfAny();
        return new NetworkPeer(range.text(), List.of(block(range.text(), List.of())), List.of());
    }

    /**
     * The internet: all addresses except private and link-local ones, {@code 10.0.0.0/8}, {@code 172.16.0.0/12}, {@code
     * 192.168.0.0/16}, {@code 100.64.0.0/10}, {@code 169.254.0.0/16}, {@code 127.0.0.0/8}, {@code fc00::/7}, {@code fe80::/10}
     * and {@code ::1}.
     *
     * <p>If a network of one's own has other addresses, use {@link #internetExcept}.
     */
    public static NetworkPeer internet() {
        return INTERNET;
    }

    /**
     * The internet without networks of one's own that have public addresses, such as a VPC with {@code 12.34.0.0/16}.
     *
     * @throws DeployException.InvalidInput if the prefix of one of them is shorter than 8 bits
     */
    public static NetworkPeer internetExcept(Cidr... ownNetworks) {
        ValueChecks checks = new ValueChecks("network");
        List<Cidr> own = List.of(ownNetworks);
        NetworkChecks.ranges(checks, "peer", own);
        checks.throwIfAny();
        List<String> ipv4 = new ArrayList<>(PRIVATE_IPV4);
        List<String> ipv6 = new ArrayList<>(PRIVATE_IPV6);
        for (Cidr network : own) {
            (network.isIpv6() ? ipv6 : ipv4).add(network.text());
        }
        return new NetworkPeer(
                own.isEmpty() ? "the internet" : "the internet except " + own,
                List.of(block("0.0.0.0/0", ipv4), block("::/0", ipv6)),
                own);
    }

    /** All pods of a namespace. */
    public static NetworkPeer namespace(String name) {
        return pods(name, Map.of());
    }

    /** The pods of a namespace that have these labels. */
    public static NetworkPeer pods(String namespace, Map<String, String> labels) {
        ValueChecks checks = new ValueChecks("network");
        checks.name("peer", namespace);
        checks.labels("peer", labels);
        checks.throwIfAny();
        MapTree selector = MapTree.ofStrings(new TreeMap<>(labels));
        return new NetworkPeer(
                labels.isEmpty()
                        ? "the namespace " + namespace
                        : "the pods " + new TreeMap<>(labels) + " of the namespace " + namespace,
                List.of(pods(namespace, selector)),
                List.of());
    }

    /** Pods by their labels, in another namespace than that of the policy, as in the Kubernetes API. */
    public static MapTree pods(String namespace, MapTree labels) {
        return MapTree.builder(2)
                .put("namespaceSelector", MapTree.of("matchLabels", MapTree.of(NAMESPACE_NAME, namespace)))
                .putUnlessEmpty("podSelector", labels.isEmpty() ? labels : MapTree.of("matchLabels", labels))
                .build();
    }

    /** A range of addresses as in the Kubernetes API. */
    public static MapTree block(String range, List<String> except) {
        return MapTree.of(
                "ipBlock",
                MapTree.builder(2)
                        .put("cidr", range)
                        .putUnlessEmpty("except", ListTree.ofStrings(except))
                        .build());
    }

    /** The peers of a rule of a NetworkPolicy, as in the Kubernetes API. */
    public List<MapTree> trees() {
        return trees;
    }

    /** The networks of one's own that are no part of the internet; empty for other peers. */
    public List<Cidr> exceptedNetworks() {
        return excepted;
    }

    /** Whether it is the internet. */
    public boolean isInternet() {
        return trees.size() > 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkPeer that && trees.equals(that.trees);
    }

    @Override
    public int hashCode() {
        return trees.hashCode();
    }

    /** The range, the pods or the internet. */
    @Override
    public String toString() {
        return text;
    }
}
