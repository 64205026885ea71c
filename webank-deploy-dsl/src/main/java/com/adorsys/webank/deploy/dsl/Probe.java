package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.util.List;

/**
 * A question that the kubelet asks a container again and again. Immutable; it has exactly one handler.
 *
 * <p>Times are whole seconds. What is not said is left to Kubernetes: no initial delay, a period of 10 s, a timeout of 1
 * s, 3 failures, 1 success. See <a
 * href="https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/">probes</a>.
 */
public final class Probe {
    private final MapTree tree;

    private Probe(MapTree tree) {
        this.tree = tree;
    }

    /**
     * An HTTP GET that must answer with a status from 200 to 399.
     *
     * @param path begins with {@code /}
     * @param port 1 to 65535
     */
    public static Probe httpGet(String path, int port) {
        if (!path.startsWith("/")) {
            throw invalid("the path `" + path + "` does not begin with /", "Write `/" + path + "`");
        }
        return new Probe(MapTree.of(
                "httpGet",
                MapTree.builder(2)
                        .put("path", path)
                        .put("port", checkedPort(port))
                        .build()));
    }

    /** A TCP connection that must open. */
    public static Probe tcpSocket(int port) {
        return new Probe(MapTree.of(
                "tcpSocket", MapTree.builder(1).put("port", checkedPort(port)).build()));
    }

    /** A command in the container that must end with 0. The image must have it: a distroless image has no shell. */
    public static Probe exec(String... command) {
        if (command.length == 0) {
            throw invalid("the command is empty", "Give the command and its arguments");
        }
        return new Probe(MapTree.of("exec", MapTree.of("command", ListTree.ofStrings(List.of(command)))));
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
        return new Probe(tree.toBuilder().put("failureThreshold", failures).build());
    }

    static Probe ofChart(MapTree tree) {
        return new Probe(tree);
    }

    MapTree tree() {
        return tree;
    }

    private Probe with(String key, Duration time, int least) {
        if (time.toSeconds() < least || time.toNanosPart() != 0) {
            throw invalid(
                    "`" + key + "` of " + time + " is not a whole number of seconds of " + least + " or more",
                    "Give whole seconds");
        }
        return new Probe(tree.toBuilder().put(key, time.toSeconds()).build());
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
        return other instanceof Probe that && tree.equals(that.tree);
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
