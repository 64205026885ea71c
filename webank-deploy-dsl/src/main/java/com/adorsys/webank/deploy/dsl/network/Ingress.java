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
    /**
     * The host of the requests; a wildcard such as {@code *.example.com} is allowed. {@link Host#any} is for requests of every host
     * that no other rule names.
     */
    Host host();

    /** Further hosts, with the same paths. */
    List<Host> additionalHosts();

    /** Further paths of {@link #host} and {@link #additionalHosts}, after those of the components. */
    List<RoutePath> paths();

    /** Further hosts, each with its own paths. */
    List<HostRule> rules();

    /** The backend for requests that match no path. Default: that of the controller, usually status 404. */
    Optional<RouteTarget> defaultBackend();

    /** Labels in addition to the standard ones. */
    Map<String, String> labels();

    /** The ingress class by name; empty for the cluster's default class. */
    Optional<String> ingressClass();

    /** A copy with another host. */
    Ingress withHost(Host host);

    /** A copy with other labels. */
    Ingress withLabels(Map<String, ? extends String> entries);

    /** All annotations that result from the settings, sorted by key. */
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
