package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;

/**
 * The DNS settings of a pod: its {@code dnsPolicy} and {@code dnsConfig}. Immutable.
 *
 * <p>See <a href="https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy">DNS for
 * Services and Pods</a>.
 */
public final class DnsSettings extends TreeValue {
    /** The source of a pod's DNS settings. */
    public enum Policy {
        /** The node. */
        DEFAULT("Default"),
        /** The cluster; other names go to the node's resolver. Default of Kubernetes. */
        CLUSTER_FIRST("ClusterFirst"),
        /** As {@link #CLUSTER_FIRST}, for pods on the host network. */
        CLUSTER_FIRST_WITH_HOST_NET("ClusterFirstWithHostNet"),
        /** {@code dnsConfig} only. */
        NONE("None");

        private final String text;

        Policy(String text) {
            this.text = text;
        }

        /** The value in the API. */
        public String text() {
            return text;
        }
    }

    private DnsSettings(MapTree tree) {
        super(tree);
    }

    /** Settings with a policy, to start from. */
    public static DnsSettings policy(Policy policy) {
        return new DnsSettings(MapTree.of("dnsPolicy", policy.text()));
    }

    /** A {@code dnsConfig} as in the Kubernetes API, without a policy. */
    public static DnsSettings of(MapTree dnsConfig) {
        return new DnsSettings(MapTree.of("dnsConfig", dnsConfig));
    }

    /** A copy with the addresses of name servers. */
    public DnsSettings withNameservers(String... addresses) {
        for (String address : addresses) {
            address("dns", address);
        }
        return config("nameservers", ListTree.ofStrings(List.of(addresses)));
    }

    /** A copy with search domains. */
    public DnsSettings withSearches(String... domains) {
        return config("searches", ListTree.ofStrings(List.of(domains)));
    }

    /** A copy with one more option of the resolver, such as {@code ndots} and {@code 2}. */
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
