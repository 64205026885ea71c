package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.util.List;

/** A further host of an Ingress, with its own paths. Immutable. */
public final class HostRule {
    private final Host host;
    private final List<RoutePath> paths;

    private HostRule(Host host, List<RoutePath> paths) {
        this.host = host;
        this.paths = paths;
    }

    /**
     * A host and its paths.
     *
     * @throws DeployException.InvalidInput if the host is an address, or there is no path
     */
    public static HostRule of(Host host, RoutePath... paths) {
        ValueChecks checks = new ValueChecks("ingress.rules");
        IngressChecks.host(checks, "host", host);
        if (paths.length == 0) {
            checks.error(
                    ProblemCodes.MISSING_KEY,
                    "paths",
                    "the rule of the host `" + host.text() + "` has no paths",
                    "Give at least one, such as `RoutePath.prefix(\"/\", RouteTarget.component(\"obs\"))`");
        }
        checks.throwIfAny();
        return new HostRule(host, List.of(paths));
    }

    /** The host of the requests. */
    public Host host() {
        return host;
    }

    /** The paths, in order. */
    public List<RoutePath> paths() {
        return paths;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostRule that && host.equals(that.host) && paths.equals(that.paths);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + paths.hashCode();
    }

    /** The host and its paths. */
    @Override
    public String toString() {
        return host.text() + ": " + paths;
    }
}
