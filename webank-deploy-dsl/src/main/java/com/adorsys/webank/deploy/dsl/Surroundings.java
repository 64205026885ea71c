package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import java.util.Objects;

/**
 * What the rendering of a single component has to know of the release that it is a part of. Immutable.
 *
 * @param name the component's name in that release
 * @param network who may connect to its pods, and where they may connect to
 * @param requests where requests from outside the cluster come from
 */
public record Surroundings(String name, NetworkIsolation network, Requests requests) {
    /** Where requests from outside the cluster come from. */
    public enum Requests {
        /** From the component's own Ingress or Service, if it has one that does so. */
        OWN_INGRESS,
        /** From an AWS Application Load Balancer whose Ingress another chart writes. */
        LOAD_BALANCER
    }

    /** Checks that nothing is missing. */
    public Surroundings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(requests, "requests");
    }

    /** Those of a component that is deployed by itself, without settings of the network. */
    public static Surroundings of(Component component) {
        return new Surroundings(component.chartName(), NetworkIsolation.none(), Requests.OWN_INGRESS);
    }
}
