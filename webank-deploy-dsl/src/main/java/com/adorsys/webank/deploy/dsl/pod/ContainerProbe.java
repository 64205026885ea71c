package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A check of a container that the kubelet repeats periodically. Immutable; it has exactly one handler.
 *
 * <p>Times are whole seconds. Fields that are not set are not written. Defaults of Kubernetes: no initial delay, a
 * period of 10 s, a timeout of 1 s, 3 failures, 1 success. See <a
 * href="https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/">probes</a>.
 */
public final class ContainerProbe {
    private static final String HTTP = "httpGet";
    private static final List<String> NETWORK_HANDLERS = List.of(HTTP, "tcpSocket", "grpc");

    private final MapTree tree;
    private final Port port;

    private ContainerProbe(MapTree tree, Port port) {
        this.tree = tree;
        this.port = port;
    }

    /** Where the port of a probe comes from. */
    private enum Port {
        /** The tree contains it, or the handler has no port. */
        OWN,
        /** It is the container's port. */
        OF_CONTAINER
    }

    /**
     * An HTTP GET on the container's port that must return a status from 200 to 399. The probe follows the port of the
     * component when that is changed.
     *
     * @param path starts with {@code /}
     */
    public static ContainerProbe httpGet(String path) {
        return new ContainerProbe(MapTree.of(HTTP, MapTree.of("path", checkedPath("probe", path))), Port.OF_CONTAINER);
    }

    /**
     * An HTTP GET that must return a status from 200 to 399.
     *
     * @param path starts with {@code /}
     * @param port 1 to 65535
     */
    public static ContainerProbe httpGet(String path, int port) {
        return http(path, ScalarTree.of(checkedPort(port)));
    }

    /**
     * An HTTP GET that must return a status from 200 to 399.
     *
     * @param path starts with {@code /}
     * @param port the name of one of the container's {@linkplain ContainerSettings#ports ports}
     */
    public static ContainerProbe httpGet(String path, String port) {
        return http(path, checkedName(port));
    }

    /** A TCP connection to the container's port that must open. The probe follows that port when it is changed. */
    public static ContainerProbe tcpSocket() {
        return new ContainerProbe(MapTree.of("tcpSocket", MapTree.of()), Port.OF_CONTAINER);
    }

    /**
     * A TCP connection that must open.
     *
     * @param port 1 to 65535
     */
    public static ContainerProbe tcpSocket(int port) {
        return own("tcpSocket", MapTree.of("port", ScalarTree.of(checkedPort(port))));
    }

    /**
     * A TCP connection that must open.
     *
     * @param port the name of one of the container's {@linkplain ContainerSettings#ports ports}
     */
    public static ContainerProbe tcpSocket(String port) {
        return own("tcpSocket", MapTree.of("port", checkedName(port)));
    }

    /**
     * A call to the gRPC health service on the container's port, which must return {@code SERVING}. The probe follows
     * that port when it is changed. See <a href="https://github.com/grpc/grpc/blob/master/doc/health-checking.md">gRPC
     * health checking</a>.
     */
    public static ContainerProbe grpc() {
        return new ContainerProbe(MapTree.of("grpc", MapTree.of()), Port.OF_CONTAINER);
    }

    /**
     * A call to the gRPC health service, which must return {@code SERVING}.
     *
     * @param port 1 to 65535; the API does not accept names here
     */
    public static ContainerProbe grpc(int port) {
        return own("grpc", MapTree.of("port", ScalarTree.of(checkedPort(port))));
    }

    /**
     * A command in the container that must exit with status 0. The image must contain it: a distroless image has no
     * shell.
     */
    public static ContainerProbe exec(String... command) {
        if (command.length == 0) {
            throw invalid("the command is empty", "Give the command and its arguments");
        }
        return own("exec", MapTree.of("command", ListTree.ofStrings(List.of(command))));
    }

    /** A probe as in the Kubernetes API, with its own port. */
    public static ContainerProbe of(MapTree tree) {
        return new ContainerProbe(tree, Port.OWN);
    }

    /** A copy that follows the container's port, if the probe uses that port now. */
    public ContainerProbe followingPort(int containerPort) {
        boolean asksContainer = false;
        for (String handler : NETWORK_HANDLERS) {
            Optional<Tree> asked = tree.at(handler, "port");
            asksContainer |= asked.isPresent() && asked.get().equals(ScalarTree.of(containerPort));
        }
        return asksContainer ? new ContainerProbe(tree, Port.OF_CONTAINER) : this;
    }

    /**
     * A copy that uses HTTPS; the kubelet does not verify the certificate.
     *
     * @throws DeployException.InvalidInput if it is not an HTTP probe
     */
    public ContainerProbe overHttps() {
        return withHttp("scheme", ScalarTree.of("HTTPS"));
    }

    /**
     * A copy with one more request header.
     *
     * @throws DeployException.InvalidInput if it is not an HTTP probe
     */
    public ContainerProbe withHeader(String name, String value) {
        MapTree header =
                MapTree.builder(2).put("name", name).put("value", value).build();
        ListTree headers =
                tree.map(HTTP).flatMap(http -> http.list("httpHeaders")).orElse(ListTree.of());
        return withHttp("httpHeaders", headers.plus(header));
    }

    /**
     * A copy that checks one of the services of the gRPC server.
     *
     * @throws DeployException.InvalidInput if it is not a gRPC probe
     */
    public ContainerProbe withGrpcService(String service) {
        return with("grpc", "service", ScalarTree.of(service), "by gRPC");
    }

    /** A copy with a delay between the container's start and the first probe. Default of Kubernetes: 0 s. */
    public ContainerProbe withInitialDelay(Duration delay) {
        return with("initialDelaySeconds", delay, 0);
    }

    /** A copy with the time between two probes. Default of Kubernetes: 10 s. */
    public ContainerProbe withPeriod(Duration period) {
        return with("periodSeconds", period, 1);
    }

    /** A copy with the time after which a probe without an answer fails. Default of Kubernetes: 1 s. */
    public ContainerProbe withTimeout(Duration timeout) {
        return with("timeoutSeconds", timeout, 1);
    }

    /**
     * A copy with the number of failures in a row after which Kubernetes reacts, 1 or more. Default of Kubernetes: 3.
     */
    public ContainerProbe withFailureThreshold(int failures) {
        return with("failureThreshold", "failure threshold", failures);
    }

    /**
     * A copy with the number of successes in a row after which the probe counts as successful, 1 or more. Default of
     * Kubernetes: 1, the only valid value for liveness and startup probes.
     */
    public ContainerProbe withSuccessThreshold(int successes) {
        return with("successThreshold", "success threshold", successes);
    }

    /**
     * A copy with the time that the container gets to stop after the probe fails. Default: {@link
     * PodSettings#terminationGracePeriod}.
     */
    public ContainerProbe withTerminationGracePeriod(Duration time) {
        return with("terminationGracePeriodSeconds", time, 1);
    }

    /** The probe of a container that listens on a port. */
    public MapTree tree(int containerPort) {
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
                                    .toBuilder().put("port", containerPort).build()
                            : tree.valueAt(i));
        }
        return complete.build();
    }

    /** Whether the probe follows the container's port. */
    public boolean followsPort() {
        return port == Port.OF_CONTAINER;
    }

    /** The name of the probe's port, if it is given by name. */
    public Optional<String> portName() {
        for (String handler : NETWORK_HANDLERS) {
            Tree asked = tree.at(handler, "port").orElse(null);
            if (asked instanceof ScalarTree scalar && scalar.isString()) {
                return Optional.of(scalar.text());
            }
        }
        return Optional.empty();
    }

    private static ContainerProbe http(String path, Tree port) {
        return own(
                HTTP,
                MapTree.builder(2)
                        .put("path", checkedPath("probe", path))
                        .put("port", port)
                        .build());
    }

    private static ContainerProbe own(String handler, MapTree settings) {
        return new ContainerProbe(MapTree.of(handler, settings), Port.OWN);
    }

    private ContainerProbe withHttp(String key, Tree value) {
        return with(HTTP, key, value, "by HTTP");
    }

    private ContainerProbe with(String handler, String key, Tree value, String how) {
        @Nullable MapTree settings = tree.map(handler).orElse(null);
        if (settings == null) {
            throw invalid(
                    "`" + key + "` is only valid for a probe " + how + "; this one is `" + this + "`",
                    "Remove it, or probe " + how);
        }
        return new ContainerProbe(tree.with(handler, settings.with(key, value)), port);
    }

    private ContainerProbe with(String key, String what, int number) {
        if (number < 1) {
            throw invalid("the " + what + " `" + number + "` is below 1", "Give 1 or more");
        }
        return new ContainerProbe(tree.toBuilder().put(key, number).build(), port);
    }

    private ContainerProbe with(String key, Duration time, int least) {
        if (time.toSeconds() < least || time.toNanosPart() != 0) {
            throw invalid(
                    "`" + key + "` is `" + time + "`, not a whole number of seconds of " + least + " or more",
                    "Give whole seconds");
        }
        return new ContainerProbe(tree.toBuilder().put(key, time.toSeconds()).build(), port);
    }

    static String checkedPath(String place, String path) {
        if (!path.startsWith("/")) {
            throw TreeValue.invalid(
                    ProblemCodes.PROBE_INVALID,
                    place,
                    "the path " + Problem.quote(path) + " does not start with /",
                    "Write " + Problem.quote("/" + path));
        }
        return path;
    }

    private static Tree checkedName(String port) {
        return ScalarTree.of(
                TreeValue.checked(ProblemCodes.NAME_INVALID, "probe", port, Names.portName(port), "name of a port"));
    }

    private static long checkedPort(int port) {
        if (port < 1 || port > 65535) {
            throw invalid("the port `" + port + "` is not between 1 and 65535", "Give the container's port");
        }
        return port;
    }

    private static DeployException.InvalidInput invalid(String what, String remedy) {
        return TreeValue.invalid(ProblemCodes.PROBE_INVALID, "probe", what, remedy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContainerProbe that && port == that.port && tree.equals(that.tree);
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
