package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component connects to something outside the release, such as a mail server, by TCP. Immutable. */
public final class OutboundAccess {
    private final String component;
    private final @Nullable NetworkPeer peer;
    private final List<Integer> ports;

    private OutboundAccess(String component, @Nullable NetworkPeer peer, List<Integer> ports) {
        this.component = component;
        this.peer = peer;
        this.ports = ports;
    }

    /**
     * Access to ports of a peer.
     *
     * @param component {@code obs}, {@code prs}, {@code userapp}, or a microservice's name; rendering reports an unknown one
     * @param ports at least one, each from 1 to 65535
     * @throws DeployException.InvalidInput if there is no port, or if one is out of range or given twice
     */
    public static OutboundAccess of(String component, NetworkPeer peer, int... ports) {
        ValueChecks checks = new ValueChecks("network.outbound");
        List<Integer> all = new ArrayList<>(ports.length);
        for (int port : ports) {
            checks.port("ports", port);
            all.add(port);
        }
        NetworkChecks.distinct(checks, "ports", all);
        if (all.isEmpty()) {
            checks.error(
                    ProblemCodes.MISSING_KEY,
                    "ports",
                    "the access of `" + component + "` to " + peer + " has no ports",
                    "Give at least one, such as 443");
        }
        checks.throwIfAny();
        return new OutboundAccess(component, peer, List.copyOf(all));
    }

    /** Says that a component connects to nothing outside the release, but for its database. */
    public static OutboundAccess none(String component) {
        return new OutboundAccess(component, null, List.of());
    }

    /** The name of the component that connects. */
    public String component() {
        return component;
    }

    /** What it connects to; empty if it connects to nothing. */
    public Optional<NetworkPeer> peer() {
        return Optional.ofNullable(peer);
    }

    /** The ports of TCP. */
    public List<Integer> ports() {
        return ports;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutboundAccess that
                && component.equals(that.component)
                && peer().equals(that.peer())
                && ports.equals(that.ports);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * component.hashCode() + peer().hashCode()) + ports.hashCode();
    }

    /** The component, the peer and the ports. */
    @Override
    public String toString() {
        return component + " to " + (peer == null ? "nothing" : peer + " on " + ports);
    }
}
