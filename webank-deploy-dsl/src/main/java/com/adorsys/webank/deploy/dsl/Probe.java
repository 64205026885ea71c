package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A question that the kubelet asks a container again and again. Immutable; it has exactly one handler.
 *
 * <p>Times are whole seconds. What is not said is left to Kubernetes: no initial delay, a period of 10 s, a timeout of 1
 * s, 3 failures, 1 success. See <a
 * href="https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/">probes</a>.
 */
public final class Probe {
    private static final List<String> NETWORK_HANDLERS = List.of("httpGet", "tcpSocket");

    private final MapTree tree;
    private final Port port;

    private Probe(MapTree tree, Port port) {
        this.tree = tree;
        this.port = port;
    }

    /** Where the port of a probe comes from. */
    private enum Port {
        /** The tree has it, or the handler has none. */
        OWN,
        /** It is the component's. */
        OF_COMPONENT
    }

    /**
     * An HTTP GET on the component's port that must answer with a status from 200 to 399. The probe follows {@link
     * Component#port} when that is changed.
     *
     * @param path begins with {@code /}
     */
    public static Probe httpGet(String path) {
        return new Probe(MapTree.of("httpGet", MapTree.of("path", checkedPath(path))), Port.OF_COMPONENT);
    }

    /**
     * An HTTP GET that must answer with a status from 200 to 399.
     *
     * @param path begins with {@code /}
     * @param port 1 to 65535
     */
    public static Probe httpGet(String path, int port) {
        return new Probe(
                MapTree.of(
                        "httpGet",
                        MapTree.builder(2)
                                .put("path", checkedPath(path))
                                .put("port", checkedPort(port))
                                .build()),
                Port.OWN);
    }

    /**
     * A TCP connection to the component's port that must open. The probe follows {@link Component#port} when that is
     * changed.
     */
    public static Probe tcpSocket() {
        return new Probe(MapTree.of("tcpSocket", MapTree.of()), Port.OF_COMPONENT);
    }

    /**
     * A TCP connection that must open.
     *
     * @param port 1 to 65535
     */
    public static Probe tcpSocket(int port) {
        return new Probe(
                MapTree.of(
                        "tcpSocket",
                        MapTree.builder(1).put("port", checkedPort(port)).build()),
                Port.OWN);
    }

    /** A command in the container that must end with 0. The image must have it: a distroless image has no shell. */
    public static Probe exec(String... command) {
        if (command.length == 0) {
            throw invalid("the command is empty", "Give the command and its arguments");
        }
        return new Probe(MapTree.of("exec", MapTree.of("command", ListTree.ofStrings(List.of(command)))), Port.OWN);
    }

    /** The same probe, first asked so long after the container's start. */
    public Probe withInitialDelay(Duration delay) {
        return with("initialDelaySeconds", delay, 0);
    }

    /** The same probe, asked once in so long. */
    public Probe withPeriod(Duration period) {
        return with("periodSeconds", period, 1);
    }

    /** The same probe, failed if there is no answer in so long. */
    public Probe withTimeout(Duration timeout) {
        return with("timeoutSeconds", timeout, 1);
    }

    /** The same probe, acted upon after so many failures in a row, 1 or more. */
    public Probe withFailureThreshold(int failures) {
        if (failures < 1) {
            throw invalid("the failure threshold `" + failures + "` is below 1", "Give 1 or more");
        }
        return new Probe(tree.toBuilder().put("failureThreshold", failures).build(), port);
    }

    static Probe ofChart(MapTree tree) {
        return new Probe(tree, Port.OWN);
    }

    /** A probe of a chart's defaults, which follows the component's port if it asks it today. */
    static Probe ofChartDefaults(MapTree tree, int componentPort) {
        boolean asksComponent = false;
        for (String handler : NETWORK_HANDLERS) {
            Optional<Tree> port = tree.at(handler, "port");
            asksComponent |= port.isPresent() && port.get().equals(ScalarTree.of(componentPort));
        }
        return new Probe(tree, asksComponent ? Port.OF_COMPONENT : Port.OWN);
    }

    /** The probe as a container has it that listens on a port. */
    MapTree tree(int componentPort) {
        if (port == Port.OWN) {
            return tree;
        }
        MapTree.Builder complete = MapTree.builder(tree.size());
        for (int i = 0; i < tree.size(); i++) {
            String key = tree.keyAt(i);
            complete.put(
                    key,
                    NETWORK_HANDLERS.contains(key)
                            ? ((MapTree) tree.valueAt(i))
                                    .toBuilder().put("port", componentPort).build()
                            : tree.valueAt(i));
        }
        return complete.build();
    }

    private Probe with(String key, Duration time, int least) {
        if (time.toSeconds() < least || time.toNanosPart() != 0) {
            throw invalid(
                    "`" + key + "` of " + time + " is not a whole number of seconds of " + least + " or more",
                    "Give whole seconds");
        }
        return new Probe(tree.toBuilder().put(key, time.toSeconds()).build(), port);
    }

    private static String checkedPath(String path) {
        if (!path.startsWith("/")) {
            throw invalid("the path `" + path + "` does not begin with /", "Write `/" + path + "`");
        }
        return path;
    }

    private static long checkedPort(int port) {
        if (port < 1 || port > 65535) {
            throw invalid("the port `" + port + "` is not between 1 and 65535", "Give the container's port");
        }
        return port;
    }

    private static DeployException.InvalidInput invalid(String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error("PROBE_INVALID", Location.of("probe"), what, remedy));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Probe that && port == that.port && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** The handler's name. */
    @Override
    public String toString() {
        return tree.isEmpty() ? "no probe" : tree.keyAt(0);
    }
}
