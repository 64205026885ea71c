package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.PlusLabels;
import java.util.List;

/**
 * Methods that add to the settings of an Ingress; {@code with...} methods replace them.
 *
 * @param <S> the Ingress
 */
interface PlusIngress<S> extends PlusLabels<S> {
    List<Host> additionalHosts();

    List<RoutePath> paths();

    List<HostRule> rules();

    S withAdditionalHosts(Iterable<? extends Host> elements);

    S withPaths(Iterable<? extends RoutePath> elements);

    S withRules(Iterable<? extends HostRule> elements);

    /** A copy with further hosts that have the same paths. */
    default S plusAdditionalHosts(Host... hosts) {
        return withAdditionalHosts(Additions.to(additionalHosts(), hosts));
    }

    /** A copy with further paths. */
    default S plusPaths(RoutePath... added) {
        return withPaths(Additions.to(paths(), added));
    }

    /** A copy with further hosts that have their own paths. */
    default S plusRules(HostRule... added) {
        return withRules(Additions.to(rules(), added));
    }
}
