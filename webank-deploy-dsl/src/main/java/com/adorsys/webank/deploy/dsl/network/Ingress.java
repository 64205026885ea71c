package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How requests from outside reach the cluster: by {@link ClassIngress any ingress class}, or by an {@link AlbIngress AWS
 * load balancer}.
 */
public sealed interface Ingress permits ClassIngress, AlbIngress {
    /** The host that clients ask for; a wildcard such as {@code *.example.com} is allowed. */
    Host host();

    /** Further hosts, with the same paths. */
    List<Host> additionalHosts();

    /** Further paths of {@link #host} and {@link #additionalHosts}, after those of the components. */
    List<RoutePath> paths();

    /** Further hosts, each with paths of its own. */
    List<HostRule> rules();

    /** Where requests go that no path matches. Default: as the controller has it, mostly an error 404. */
    Optional<RouteTarget> defaultBackend();

    /** Labels beside the standard ones. */
    Map<String, String> labels();

    /** The ingress class by name; empty for the cluster's default class. */
    Optional<String> ingressClass();

    /** The same settings with another host. */
    Ingress withHost(Host host);

    /** The same settings with other labels beside the standard ones. */
    Ingress withLabels(Map<String, ? extends String> entries);

    /** Every annotation that the settings amount to, sorted by key. */
    Map<String, String> allAnnotations();

    /** Every host, in order. */
    default List<Host> allHosts() {
        List<Host> all = new ArrayList<>();
        all.add(host());
        all.addAll(additionalHosts());
        for (HostRule rule : rules()) {
            all.add(rule.host());
        }
        return List.copyOf(all);
    }
}
