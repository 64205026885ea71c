package com.adorsys.webank.deploy.dsl;

import static com.adorsys.webank.deploy.dsl.Samples.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.dsl.AllowedConnections.Address;
import com.adorsys.webank.deploy.dsl.AllowedConnections.Pod;
import com.adorsys.webank.deploy.dsl.AllowedConnections.Side;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.NetworkCall;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.dsl.network.NetworkPeer;
import com.adorsys.webank.deploy.dsl.network.OutboundAccess;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.identity.PodIdentity;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The connections that the policies of a release allow, pair by pair. */
class NetworkPoliciesTest {
    private static final int[] PORTS = {22, 25, 53, 80, 443, 587, 5432, 8080, 8081, 8082, 9090};

    private static final Map<String, Side> OTHERS = Map.ofEntries(
            Map.entry("load balancer", new Address("12.34.0.10")),
            Map.entry("another load balancer", new Address("12.34.2.255")),
            Map.entry("beside the load balancers", new Address("12.34.3.0")),
            Map.entry("a node", new Address("12.34.11.1")),
            Map.entry("rds", new Address("12.34.23.9")),
            Map.entry("beside rds", new Address("12.34.24.0")),
            Map.entry("internet", new Address("203.0.113.9")),
            Map.entry("internet ipv6", new Address("2001:db8::9")),
            Map.entry("private", new Address("10.1.2.3")),
            Map.entry("carrier", new Address("100.64.0.1")),
            Map.entry("private ipv6", new Address("fd12::1")),
            Map.entry("instance metadata", new Address("169.254.169.254")),
            Map.entry("pod identity agent", new Address("169.254.170.23")),
            Map.entry("pod identity agent ipv6", new Address("fd00:ec2::23")),
            Map.entry("local dns", new Address("169.254.20.10")),
            Map.entry("kube-dns", new Pod("kube-system", Map.of("k8s-app", "kube-dns"), Map.of(), "12.34.12.1")),
            Map.entry("kube-system", new Pod("kube-system", Map.of("k8s-app", "other"), Map.of(), "12.34.12.2")),
            Map.entry("no kube-dns", new Pod("webank", Map.of("k8s-app", "kube-dns"), Map.of(), "12.34.12.3")),
            Map.entry("neighbour", new Pod("webank", Map.of("app", "x"), Map.of("http", 8080), "12.34.12.4")),
            Map.entry(
                    "other release",
                    new Pod(
                            "webank",
                            Map.of("app.kubernetes.io/instance", "other", "app.kubernetes.io/name", "obs"),
                            Map.of("http", 8081),
                            "12.34.12.5")),
            Map.entry(
                    "job of the release",
                    new Pod(
                            "webank",
                            Map.of("app.kubernetes.io/instance", "webank", "app.kubernetes.io/name", "job"),
                            Map.of("http", 8081),
                            "12.34.12.7")),
            Map.entry("nginx", new Pod("ingress-nginx", Map.of("app", "nginx"), Map.of(), "12.34.12.6")));

    private static final String DNS = """
            webank-obs > kube-dns TCP/53
            webank-obs > kube-dns UDP/53
            webank-obs > local dns TCP/53
            webank-obs > local dns UDP/53
            webank-userapp > kube-dns TCP/53
            webank-userapp > kube-dns UDP/53
            webank-userapp > local dns TCP/53
            webank-userapp > local dns UDP/53
            """;

    private static final String PRS_DNS = """
            webank-prs > kube-dns TCP/53
            webank-prs > kube-dns UDP/53
            webank-prs > local dns TCP/53
            webank-prs > local dns UDP/53
            """;

    @Nested
    class Intended {
        /** The user app listens on 8080; pods of the chart posture, which are replaced, on 80. */
        @Test
        void development() {
            assertThat(table(Samples.dev())).isEqualTo(lines("""
                            load balancer > webank-userapp TCP/80
                            load balancer > webank-userapp TCP/8080
                            load balancer > webank-obs TCP/8081
                            load balancer > webank-prs TCP/8080
                            another load balancer > webank-userapp TCP/80
                            another load balancer > webank-userapp TCP/8080
                            another load balancer > webank-obs TCP/8081
                            another load balancer > webank-prs TCP/8080
                            webank-obs > rds TCP/5432
                            webank-prs > rds TCP/5432
                            webank-prs > internet TCP/443
                            webank-prs > internet TCP/587
                            webank-prs > internet ipv6 TCP/443
                            webank-prs > internet ipv6 TCP/587
                            """, DNS, PRS_DNS));
        }

        @Test
        void with_a_database_in_the_cluster_behind_nginx() {
            Webank webank = Samples.smallest()
                    .withOnlineBanking(obs -> obs.withDatabase(Samples.inClusterDatabase()))
                    .withIngress(ClassIngress.builder()
                            .host(Host.of("webank.example.com"))
                            .ingressClass("nginx")
                            .build())
                    .withNetwork(network ->
                            network.plusIngressControllers(NetworkPeer.pods("ingress-nginx", Map.of("app", "nginx"))));

            assertThat(table(webank)).isEqualTo(lines("""
                            nginx > webank-userapp TCP/80
                            nginx > webank-userapp TCP/8080
                            nginx > webank-obs TCP/8081
                            webank-obs > webank-db TCP/5432
                            """, DNS));
        }

        @Test
        void with_calls_and_pod_identity() {
            Webank webank = Samples.smallest()
                    .withMicroservices(Samples.bankAccount().withService(ServiceSettings.loadBalancer()))
                    .withOnlineBanking(obs -> obs.withServiceAccount(ServiceAccountSettings.of()
                            .withPodIdentity(PodIdentity.of("arn:aws:iam::111122223333:role/obs"))))
                    .withNetwork(network -> network.plusCalls(NetworkCall.of("obs", "bankaccount"))
                            .plusOutbound(
                                    OutboundAccess.of("bankaccount", NetworkPeer.range(Cidr.of("10.1.0.0/16")), 443)));

            assertThat(table(webank)).isEqualTo(lines("""
                            load balancer > webank-bankaccount TCP/8082
                            another load balancer > webank-bankaccount TCP/8082
                            webank-obs > webank-bankaccount TCP/8082
                            webank-obs > rds TCP/5432
                            webank-obs > pod identity agent TCP/80
                            webank-obs > pod identity agent ipv6 TCP/80
                            webank-bankaccount > private TCP/443
                            webank-bankaccount > kube-dns TCP/53
                            webank-bankaccount > kube-dns UDP/53
                            webank-bankaccount > local dns TCP/53
                            webank-bankaccount > local dns UDP/53
                            """, DNS));
        }

        @Test
        void without_settings_only_dns_is_open() {
            assertThat(table(Samples.dev().withNetwork(NetworkIsolation.none())))
                    .isEqualTo(lines(DNS, PRS_DNS));
        }
    }

    @Property(tries = 300)
    void any_other_address_and_port(
            @ForAll @IntRange(max = 255) int a,
            @ForAll @IntRange(max = 255) int b,
            @ForAll @IntRange(max = 30) int c,
            @ForAll @IntRange(min = 1, max = 65535) int port,
            @ForAll boolean near) {
        ManifestSet manifests = DEV;
        AllowedConnections connections = new AllowedConnections(manifests);
        Address address = near ? new Address("12.34." + c + "." + b) : new Address(a + "." + b + "." + c + ".1");
        boolean isOwn = near || a == 12 && b == 34;
        boolean isInternet = !(isOwn
                || a == 10
                || a == 127
                || a == 172 && b >= 16 && b <= 31
                || a == 192 && b == 168
                || a == 169 && b == 254
                || a == 100 && b >= 64 && b <= 127);
        for (int tried : new int[] {port, 80, 443, 587, 5432, 8080, 8081}) {
            AllowedConnections.pods(manifests).forEach((name, pod) -> {
                boolean isServed = switch (name) {
                    case "webank-obs" -> tried == 8081;
                    case "webank-prs" -> tried == 8080;
                    default -> tried == 80 || tried == 8080;
                };
                assertThat(connections.allows(address, pod, "TCP", tried))
                        .as("%s > %s %s", address, name, tried)
                        .isEqualTo(isServed && isOwn && c <= 2);
                boolean isDatabase = !name.equals("webank-userapp") && isOwn && c >= 21 && c <= 23 && tried == 5432;
                boolean isMail = name.equals("webank-prs") && isInternet && (tried == 443 || tried == 587);
                assertThat(connections.allows(pod, address, "TCP", tried))
                        .as("%s > %s %s", name, address, tried)
                        .isEqualTo(isDatabase || isMail);
                assertThat(connections.allows(address, pod, "UDP", tried)).isFalse();
                assertThat(connections.allows(pod, address, "UDP", tried)).isFalse();
            });
        }
    }

    private static final ManifestSet DEV = Samples.dev().render(RELEASE);

    @Nested
    class Problems {
        @Test
        void missing_settings_are_said_with_what_they_close() {
            Rendering rendering =
                    Samples.dev().withNetwork(NetworkIsolation.none()).rendering(RELEASE, Posture.hardened());

            assertThat(rendering.missing())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "warning NETWORK_MISSING network.loadBalancerSubnets: the subnets of the load balancers are not set, and NetworkPolicies refuse their connections to userapp, obs, prs. Set it with `withNetwork(network -> network.plusLoadBalancerSubnets(Cidr.of(\"10.0.0.0/24\")))`.",
                            "warning NETWORK_MISSING network.databaseSubnets: the subnets of the database are not set, and NetworkPolicies refuse the connections of obs, prs. Set it with `withNetwork(network -> network.plusDatabaseSubnets(Cidr.of(\"10.0.20.0/24\")))`.",
                            "warning NETWORK_MISSING network.outbound: nothing says where prs sends mails and SMS, and NetworkPolicies refuse its connections. Set it with `withNetwork(network -> network.plusOutbound(OutboundAccess.of(\"prs\", NetworkPeer.internet(), 443, 587)))`.");
            assertThat(rendering.warnings()).extracting(Problem::code).contains("NETWORK_POLICY_IGNORED");
            assertThat(Samples.dev().rendering(RELEASE, Posture.hardened()).missing())
                    .isEmpty();
            assertThat(Samples.dev().rendering(RELEASE, Posture.hardened()).warnings())
                    .extracting(Problem::code)
                    .doesNotContain("NETWORK_POLICY_IGNORED");
        }

        @Test
        void nothing_outside_is_a_choice_too() {
            Webank webank = Samples.dev().withNetwork(Samples.network().plusOutbound(OutboundAccess.none("prs")));

            assertThat(webank.rendering(RELEASE, Posture.hardened()).missing()).isEmpty();
            assertThat(table(webank)).noneMatch(line -> line.contains("internet"));
        }

        @Test
        void components_that_do_not_exist() {
            Webank webank = Samples.smallest()
                    .withNetwork(network -> network.plusCalls(NetworkCall.of("obs", "bankaccount"))
                            .plusOutbound(OutboundAccess.of("userap", NetworkPeer.internet(), 443)));

            assertThatThrownBy(() -> webank.render(RELEASE))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessageContaining(
                            "error COMPONENT_UNKNOWN network.calls: there is no component `bankaccount`. Use one of userapp, obs.")
                    .hasMessageContaining(
                            "error COMPONENT_UNKNOWN network.outbound: there is no component `userap`. Did you mean `userapp`? If not, use one of userapp, obs.");
        }

        @Test
        void what_would_open_more_than_networks_of_ones_own() {
            assertThatThrownBy(() -> NetworkIsolation.builder()
                            .addLoadBalancerSubnets(Cidr.of("0.0.0.0/0"))
                            .addDatabaseSubnets(Cidr.of("128.0.0.0/1"), Cidr.of("10.0.0.0/8"), Cidr.of("10.0.0.0/8"))
                            .addIngressControllers(NetworkPeer.internet())
                            .addOutbound(OutboundAccess.none("prs"))
                            .addOutbound(OutboundAccess.of("prs", NetworkPeer.internet(), 443))
                            .build())
                    .isInstanceOfSatisfying(
                            DeployException.InvalidInput.class,
                            invalid -> assertThat(invalid.problems())
                                    .extracting(problem -> problem.code() + " "
                                            + problem.location().path())
                                    .containsExactly(
                                            "NETWORK_TOO_WIDE network.loadBalancerSubnets",
                                            "NETWORK_TOO_WIDE network.databaseSubnets",
                                            "DUPLICATE network.databaseSubnets",
                                            "NETWORK_TOO_WIDE network.ingressControllers",
                                            "SETTING_CONFLICT network.outbound"));
            assertThatThrownBy(() -> NetworkPeer.range(Cidr.of("::/0"))).hasMessageContaining("NETWORK_TOO_WIDE");
            assertThatThrownBy(() -> OutboundAccess.of("prs", NetworkPeer.internet()))
                    .hasMessage(
                            "error MISSING_KEY network.outbound.ports: the access of `prs` to the internet has no ports. Give at least one, such as 443.");
        }

        @Test
        void a_role_that_is_set_twice() {
            PodIdentity role = PodIdentity.of("arn:aws:iam::111122223333:role/obs");

            assertThat(ServiceAccountSettings.of().withIrsa(role).allAnnotations())
                    .isEqualTo(role.irsaAnnotations());
            assertThatThrownBy(() -> ServiceAccountSettings.of().withIrsa(role).withPodIdentity(role))
                    .hasMessage(
                            "error SETTING_CONFLICT serviceAccount: the role of AWS is set twice. Keep one of `podIdentity`, `irsa` and the annotation `eks.amazonaws.com/role-arn`.");
        }
    }

    @Test
    void a_component_alone_is_closed_but_for_dns_and_says_so() {
        Rendering rendering = Samples.onlineBanking().rendering(RELEASE, Posture.hardened());

        assertThat(rendering.manifests().all("NetworkPolicy"))
                .extracting(Manifest::name)
                .containsExactly("webank-webank-obs", "webank.default-deny");
        assertThat(rendering.missing())
                .singleElement()
                .hasToString(
                        "warning NETWORK_MISSING network.databaseSubnets: the subnets of the database are not set, and NetworkPolicies refuse the connections of obs. Render the component as part of a Webank that has the setting, or write a NetworkPolicy that allows them.");
    }

    @Test
    void each_namespace_with_pods_is_closed() {
        ManifestSet manifests = Samples.smallest()
                .withUserApp(app -> app.withNamespaceOverride("web"))
                .withNetwork(network -> network.plusCalls(NetworkCall.of("userapp", "obs")))
                .render(RELEASE);
        AllowedConnections connections = new AllowedConnections(manifests);
        Map<String, Pod> pods = AllowedConnections.pods(manifests);

        assertThat(manifests.all("NetworkPolicy"))
                .extracting(policy -> policy.id().toString())
                .containsExactlyInAnyOrder(
                        "NetworkPolicy/web/webank.default-deny",
                        "NetworkPolicy/web/webank-userapp",
                        "NetworkPolicy/webank/webank.default-deny",
                        "NetworkPolicy/webank/webank-obs");
        assertThat(connections.allows(pods.get("webank-userapp"), pods.get("webank-obs"), "TCP", 8081))
                .isTrue();
        assertThat(connections.allows(pods.get("webank-obs"), pods.get("webank-userapp"), "TCP", 8080))
                .isFalse();
    }

    /** Every allowed connection between a pod of the release and any side, one a line. */
    private static Set<String> table(Webank webank) {
        ManifestSet manifests = webank.render(RELEASE);
        AllowedConnections connections = new AllowedConnections(manifests);
        Map<String, Pod> pods = AllowedConnections.pods(manifests);
        Map<String, Side> sides = new TreeMap<>(OTHERS);
        sides.putAll(pods);
        Set<String> table = new TreeSet<>();
        sides.forEach((from, source) -> sides.forEach((to, target) -> {
            if (!from.equals(to) && (isOfRelease(source) || isOfRelease(target))) {
                for (String protocol : new String[] {"TCP", "UDP", "SCTP"}) {
                    for (int port : PORTS) {
                        if (connections.allows(source, target, protocol, port)) {
                            table.add(from + " > " + to + " " + protocol + "/" + port);
                        }
                    }
                }
            }
        }));
        return table;
    }

    private static boolean isOfRelease(Side side) {
        return side instanceof Pod pod && "webank".equals(pod.labels().get("app.kubernetes.io/instance"));
    }

    private static Set<String> lines(String... texts) {
        Set<String> lines = new TreeSet<>();
        for (String text : texts) {
            text.lines().forEach(lines::add);
        }
        return lines;
    }
}
