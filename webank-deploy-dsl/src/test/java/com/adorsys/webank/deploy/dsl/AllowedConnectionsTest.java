package com.adorsys.webank.deploy.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.dsl.AllowedConnections.Address;
import com.adorsys.webank.deploy.dsl.AllowedConnections.Pod;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the documentation of Kubernetes says of NetworkPolicies, by cases with known answers. */
class AllowedConnectionsTest {
    private static final Pod DB = pod("default", "role", "db");
    private static final Pod FRONTEND = pod("default", "role", "frontend");
    private static final Pod OTHER = pod("default", "role", "other");
    private static final Pod PROJECT = pod("myproject", "role", "client");
    private static final Address OUTSIDE = new Address("172.17.5.5");

    /** The example of the page: from a range with an exception, a namespace and pods to 6379, and to a range on 5978. */
    private static final AllowedConnections EXAMPLE =
            policy("podSelector: {matchLabels: {role: db}}, policyTypes: [Ingress, Egress],"
                    + " ingress: [{from: [{ipBlock: {cidr: 172.17.0.0/16, except: [172.17.1.0/24]}},"
                    + " {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: myproject}}},"
                    + " {podSelector: {matchLabels: {role: frontend}}}], ports: [{protocol: TCP, port: 6379}]}],"
                    + " egress: [{to: [{ipBlock: {cidr: 10.0.0.0/24}}], ports: [{protocol: TCP, port: 5978}]}]");

    @Test
    void the_example_of_the_documentation() {
        assertThat(EXAMPLE.allows(FRONTEND, DB, "TCP", 6379)).isTrue();
        assertThat(EXAMPLE.allows(PROJECT, DB, "TCP", 6379)).isTrue();
        assertThat(EXAMPLE.allows(OUTSIDE, DB, "TCP", 6379)).isTrue();
        assertThat(EXAMPLE.allows(new Address("172.17.1.9"), DB, "TCP", 6379)).isFalse();
        assertThat(EXAMPLE.allows(OTHER, DB, "TCP", 6379)).isFalse();
        assertThat(EXAMPLE.allows(pod("elsewhere", "role", "frontend"), DB, "TCP", 6379))
                .isFalse();
        assertThat(EXAMPLE.allows(FRONTEND, DB, "UDP", 6379)).isFalse();
        assertThat(EXAMPLE.allows(FRONTEND, DB, "TCP", 6380)).isFalse();
        assertThat(EXAMPLE.allows(DB, new Address("10.0.0.7"), "TCP", 5978)).isTrue();
        assertThat(EXAMPLE.allows(DB, new Address("10.0.1.7"), "TCP", 5978)).isFalse();
        assertThat(EXAMPLE.allows(DB, FRONTEND, "TCP", 80)).isFalse();
    }

    @Test
    void a_pod_that_no_policy_selects_is_open() {
        assertThat(EXAMPLE.allows(OTHER, FRONTEND, "UDP", 1)).isTrue();
        assertThat(EXAMPLE.allows(OUTSIDE, OTHER, "TCP", 22)).isTrue();
    }

    @Test
    void default_deny_and_allow_all() {
        AllowedConnections deny = policy("podSelector: {}, policyTypes: [Ingress, Egress]");
        assertThat(deny.allows(OTHER, DB, "TCP", 1)).isFalse();
        assertThat(deny.allows(PROJECT, new Address("8.8.8.8"), "TCP", 1)).isTrue();

        AllowedConnections all = policy("podSelector: {}, policyTypes: [Ingress], ingress: [{}]");
        assertThat(all.allows(OUTSIDE, DB, "UDP", 1)).isTrue();

        AllowedConnections egress = policy("podSelector: {}, policyTypes: [Egress]");
        assertThat(egress.allows(OUTSIDE, DB, "TCP", 1)).isTrue();
        assertThat(egress.allows(DB, OUTSIDE, "TCP", 1)).isFalse();

        AllowedConnections untyped = policy("podSelector: {}");
        assertThat(untyped.allows(OUTSIDE, DB, "TCP", 1)).isFalse();
        assertThat(untyped.allows(DB, OUTSIDE, "TCP", 1)).isTrue();
    }

    @Test
    void selectors_in_one_peer_must_both_match_and_peers_add_up() {
        String ingress = "podSelector: {matchLabels: {role: db}}, policyTypes: [Ingress], ingress: [{from: ";
        AllowedConnections both = policy(
                ingress
                        + "[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: myproject}}, podSelector: {matchLabels: {role: client}}}]}]");
        assertThat(both.allows(PROJECT, DB, "TCP", 1)).isTrue();
        assertThat(both.allows(pod("myproject", "role", "x"), DB, "TCP", 1)).isFalse();
        assertThat(both.allows(pod("default", "role", "client"), DB, "TCP", 1)).isFalse();

        AllowedConnections either = policy(
                ingress
                        + "[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: myproject}}}, {podSelector: {matchLabels: {role: client}}}]}]");
        assertThat(either.allows(pod("myproject", "role", "x"), DB, "TCP", 1)).isTrue();
        assertThat(either.allows(pod("default", "role", "client"), DB, "TCP", 1))
                .isTrue();
        assertThat(either.allows(pod("elsewhere", "role", "client"), DB, "TCP", 1))
                .isFalse();
    }

    @Test
    void ranges_of_ports_named_ports_and_expressions() {
        String ingress =
                "podSelector: {matchExpressions: [{key: role, operator: In, values: [db]}]}, ingress: [{ports: ";
        AllowedConnections range = policy(ingress + "[{port: 32000, endPort: 32768}]}]");
        assertThat(range.allows(OUTSIDE, DB, "TCP", 32500)).isTrue();
        assertThat(range.allows(OUTSIDE, DB, "TCP", 32769)).isFalse();

        AllowedConnections named = policy(ingress + "[{port: http}]}]");
        assertThat(named.allows(OUTSIDE, DB, "TCP", 8080)).isTrue();
        assertThat(named.allows(OUTSIDE, DB, "TCP", 80)).isFalse();
    }

    @Test
    void ipv6() {
        AllowedConnections policy = policy(
                "podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: '::/0', except: ['fc00::/7']}}]}]");
        assertThat(policy.allows(DB, new Address("2001:db8::1"), "TCP", 443)).isTrue();
        assertThat(policy.allows(DB, new Address("fd00:ec2::23"), "TCP", 443)).isFalse();
        assertThat(policy.allows(DB, OUTSIDE, "TCP", 443)).isFalse();
    }

    private static Pod pod(String namespace, String label, String value) {
        return new Pod(namespace, Map.of(label, value), Map.of("http", 8080), "192.0.2.1");
    }

    private static AllowedConnections policy(String spec) {
        String text =
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a, namespace: default}, spec: {"
                        + spec + "}}";
        return new AllowedConnections(ManifestSet.of(
                Manifest.of((MapTree) YamlReader.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8))
                        .tree())));
    }
}
