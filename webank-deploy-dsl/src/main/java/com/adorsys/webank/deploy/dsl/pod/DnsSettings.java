package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;

/**
 * How a pod resolves names: its {@code dnsPolicy} and {@code dnsConfig}. Immutable.
 *
 * <p>See <a href="https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy">DNS for
 * Services and Pods</a>.
 */
public final class DnsSettings extends TreeValue {
    /** From where a pod takes its resolver's settings. */
    public enum Policy {
        /** From the node. */
        DEFAULT("Default"),
        /** From the cluster; names outside it go to the node's resolver. What Kubernetes takes where nothing is set. */
        CLUSTER_FIRST("ClusterFirst"),
        /** As {@link #CLUSTER_FIRST}, for pods on the network of their node. */
        CLUSTER_FIRST_WITH_HOST_NET("ClusterFirstWithHostNet"),
        /** From {@code dnsConfig} alone. */
        NONE("None");

        private final String text;

        Policy(String text) {
            this.text = text;
        }

        /** The word of the API. */
        public String text() {
            return text;
        }
    }

    private DnsSettings(MapTree tree) {
        super(tree);
    }

    /** A policy, to which settings are added. */
    public static DnsSettings policy(Policy policy) {
        return new DnsSettings(MapTree.of("dnsPolicy", policy.text()));
    }

    /** A {@code dnsConfig} as the API has it, without a policy. */
    public static DnsSettings of(MapTree dnsConfig) {
        return new DnsSettings(MapTree.of("dnsConfig", dnsConfig));
    }

    /** These settings, with name servers by their addresses. */
    public DnsSettings withNameservers(String... addresses) {
        for (String address : addresses) {
            address("dns", address);
        }
        return config("nameservers", ListTree.ofStrings(List.of(addresses)));
    }

    /** These settings, with domains in which short names are looked up. */
    public DnsSettings withSearches(String... domains) {
        return config("searches", ListTree.ofStrings(List.of(domains)));
    }

    /** These settings, with one more option of the resolver, such as {@code ndots} and {@code 2}. */
    public DnsSettings withOption(String name, String value) {
        MapTree config = Trees.map(tree(), "dnsConfig");
        MapTree option = MapTree.builder(2)
                .put("name", notEmpty("dns", "name", name))
                .put("value", value)
                .build();
        return new DnsSettings(tree().with("dnsConfig", plus(config, "options", option)));
    }

    private DnsSettings config(String key, Tree value) {
        return new DnsSettings(
                tree().with("dnsConfig", Trees.map(tree(), "dnsConfig").with(key, value)));
    }
}
