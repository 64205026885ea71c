package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;

/**
 * A named port of a container, such as a management port that probes use and the Service does not expose. Immutable.
 */
public final class NamedPort {
    private final String name;
    private final int number;
    private final String protocol;
    private final boolean inService;

    private NamedPort(String name, int number, String protocol, boolean inService) {
        this.name = name;
        this.number = number;
        this.protocol = protocol;
        this.inService = inService;
    }

    /**
     * A TCP port.
     *
     * @param name at most 15 lower-case letters, digits and hyphens, at least one letter
     * @param number 1 to 65535
     * @throws DeployException.InvalidInput if the name or the number is invalid
     */
    public static NamedPort of(String name, int number) {
        TreeValue.checked(ProblemCodes.NAME_INVALID, "ports", name, Names.portName(name), "name of a port");
        TreeValue.port("ports", number);
        return new NamedPort(name, number, "", false);
    }

    /** A copy with the protocol UDP. */
    public NamedPort udp() {
        return new NamedPort(name, number, "UDP", inService);
    }

    /** A copy that the component's Service exposes under the same name. Default: not exposed. */
    public NamedPort inService() {
        return new NamedPort(name, number, protocol, true);
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The number, 1 to 65535. */
    public int number() {
        return number;
    }

    /** {@code TCP} or {@code UDP}. */
    public String protocol() {
        return protocol.isEmpty() ? "TCP" : protocol;
    }

    /** Whether the component's Service exposes it. */
    public boolean isInService() {
        return inService;
    }

    /** The port in a container. */
    public MapTree tree() {
        MapTree.Builder tree = MapTree.builder(3).put("name", name).put("containerPort", number);
        return protocol.isEmpty()
                ? tree.build()
                : tree.put("protocol", protocol).build();
    }

    /** The port in a Service. */
    public MapTree serviceTree() {
        return MapTree.builder(4)
                .put("name", name)
                .put("port", number)
                .put("targetPort", number)
                .put("protocol", protocol())
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedPort that
                && name.equals(that.name)
                && number == that.number
                && protocol.equals(that.protocol)
                && inService == that.inService;
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + number;
    }

    /** The name and the number. */
    @Override
    public String toString() {
        return name + " " + number;
    }
}
