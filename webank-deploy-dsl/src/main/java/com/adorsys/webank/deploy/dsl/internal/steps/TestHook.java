package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.internal.Metadata;
import com.adorsys.webank.deploy.dsl.internal.PodPath;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code helm test} runs for one component: a pod that asks the component's Service for the path of a probe, and a
 * NetworkPolicy that allows the two to connect where a policy of the component refuses it.
 *
 * <p>They are <a href="https://helm.sh/docs/topics/charts_hooks/">hooks</a>, and no part of the release. Both have one name, by
 * which {@code helm test --filter} selects them together, and {@code helm test --logs} of Helm 3 asks for the log of a pod with the
 * name of each hook.
 */
public final class TestHook {
    /** The image of the pod, by default; the tag is for readers. */
    public static final String IMAGE =
            "docker.io/curlimages/curl:8.18.0@sha256:d94d07ba9e7d6de898b6d96c1a072f6f8266c687af78a74f380087a0addf5d17";

    /** No name of a component has a dot. */
    private static final String SUFFIX = ".test";

    private static final int LONGEST_LABEL = 63;
    private static final List<String> PROBES = List.of("readinessProbe", "startupProbe", "livenessProbe");

    /** A minute or more, in which the last policies take effect. */
    private static final List<String> PATIENT = List.of(
            "--connect-timeout", "5", "--max-time", "10", "--retry", "12", "--retry-delay", "5", "--retry-all-errors");

    private static final MapTree POD_SECURITY = MapTree.builder(4)
            .put("runAsNonRoot", true)
            .put("runAsUser", 65532)
            .put("runAsGroup", 65532)
            .put("seccompProfile", MapTree.of("type", "RuntimeDefault"))
            .build();

    private static final MapTree CONTAINER_SECURITY = MapTree.builder(3)
            .put("allowPrivilegeEscalation", false)
            .put("capabilities", MapTree.of("drop", ListTree.ofStrings(List.of("ALL"))))
            .put("readOnlyRootFilesystem", true)
            .build();

    private static final MapTree RESOURCES =
            MapTree.of("requests", amounts("10m", "16Mi")).with("limits", amounts("100m", "64Mi"));

    private final ReleasePart part;
    private final IsolatedPods pods;
    private final MapTree container;
    private final MapTree service;

    private TestHook(ReleasePart part, IsolatedPods pods, MapTree container, MapTree service) {
        this.part = part;
        this.pods = pods;
        this.container = container;
        this.service = service;
    }

    /**
     * The hooks of a component; none if it has no Service, or is probed by gRPC.
     *
     * @param objects what is rendered for the component
     * @param image the image of the pod, which has {@code curl}
     */
    public static List<MapTree> of(Component component, List<MapTree> objects, String image) {
        ReleasePart part = ReleasePart.of(component.partName(), objects);
        IsolatedPods pods = IsolatedPods.of(part);
        MapTree service = part.object("Service").orElse(MapTree.of());
        if (pods == null || Trees.list(service, "spec", "ports").isEmpty()) {
            return List.of();
        }
        MapTree container = pods.container(component.containerName());
        for (String probe : PROBES) {
            if (Trees.map(container, probe).has("grpc")) {
                return List.of();
            }
        }
        TestHook hook = new TestHook(part, pods, container, service);
        MapTree annotations = MapTree.ofStrings(component.annotations());
        List<MapTree> hooks = new ArrayList<>(2);
        if (part.has("NetworkPolicy")) {
            hooks.add(hook.policy(annotations));
        }
        hooks.add(hook.pod(annotations, image));
        return hooks;
    }

    /** The name in the labels of the pod that tests a component with a name: no Service selects it. */
    public static String label(String name) {
        int longest = LONGEST_LABEL - SUFFIX.length();
        return (name.length() > longest ? name.substring(0, longest) : name) + SUFFIX;
    }

    private MapTree pod(MapTree annotations, String image) {
        MapTree workload = part.object("Deployment").orElse(MapTree.of());
        MapTree spec = Trees.map(workload, PodPath.spec(workload));
        MapTree.Builder own = MapTree.builder();
        for (String key : List.of("imagePullSecrets", "nodeSelector", "tolerations")) {
            Tree value = spec.get(key);
            if (value != null) {
                own.put(key, value);
            }
        }
        own.put("restartPolicy", "Never")
                .put("automountServiceAccountToken", false)
                .put("enableServiceLinks", false)
                .put("securityContext", POD_SECURITY)
                .put(
                        "containers",
                        ListTree.of(List.of(MapTree.builder(6)
                                .put("name", "curl")
                                .put("image", image)
                                .put("command", ListTree.ofStrings(List.of("curl")))
                                .put("args", ListTree.ofStrings(arguments()))
                                .put("resources", RESOURCES)
                                .put("securityContext", CONTAINER_SECURITY)
                                .build())));
        return object("v1", "Pod", annotations, Map.of("helm.sh/hook-delete-policy", "before-hook-creation"))
                .with("spec", own.build());
    }

    /** Asks as a probe does: a status of 400 or more fails. Without an HTTP probe any status is an answer. */
    private List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of("--silent", "--show-error", "--globoff", "--output", "/dev/null"));
        arguments.addAll(PATIENT);
        for (String name : PROBES) {
            MapTree probe = Trees.map(container, name, "httpGet");
            MapTree port = servicePort(probe.get("port"));
            if (port != null) {
                arguments.add("--fail");
                boolean isHttps = Trees.text(probe.get("scheme")).equals("HTTPS");
                if (isHttps) {
                    arguments.add("--insecure");
                }
                for (Tree header : Trees.list(probe, "httpHeaders")) {
                    arguments.add("--header");
                    arguments.add(
                            Trees.text(Trees.map(header), "name") + ": " + Trees.text(Trees.map(header), "value"));
                }
                String path = Trees.text(probe.get("path"));
                arguments.add(address(isHttps ? "https" : "http", port, path.isEmpty() ? "/" : path));
                return arguments;
            }
        }
        arguments.add(address("http", pods.firstPort(), "/"));
        return arguments;
    }

    private String address(String scheme, MapTree port, String path) {
        return scheme + "://" + Trees.text(service, "metadata", "name") + ":" + Trees.number(port.get("port"), 0)
                + path;
    }

    /** The port of the Service behind which a probe's port is; null if there is none. */
    private @Nullable MapTree servicePort(@Nullable Tree probed) {
        if (probed == null) {
            return null;
        }
        for (Tree item : Trees.list(service, "spec", "ports")) {
            MapTree port = Trees.map(item);
            Tree target = port.has("targetPort") ? port.get("targetPort") : port.get("port");
            if (number(probed) == number(target)) {
                return port;
            }
        }
        return null;
    }

    /** The number of a container port that is given by its name or number. */
    private long number(@Nullable Tree port) {
        for (Tree item : Trees.list(container, "ports")) {
            MapTree own = Trees.map(item);
            if (!Trees.text(port).isEmpty() && Trees.text(port).equals(Trees.text(own, "name"))) {
                return Trees.number(own.get("containerPort"), 0);
            }
        }
        return Trees.number(port, 0);
    }

    /** While the test runs it selects the pods of both sides, so that one policy is enough. */
    private MapTree policy(MapTree annotations) {
        MapTree labels = pods.selector();
        String name = Trees.text(labels, StandardLabels.NAME);
        MapTree tester = labels.with(StandardLabels.NAME, ScalarTree.of(label(name)));
        MapTree either = MapTree.builder(3)
                .put("key", StandardLabels.NAME)
                .put("operator", "In")
                .put("values", ListTree.ofStrings(List.of(name, label(name))))
                .build();
        MapTree selector = MapTree.of("matchLabels", labels.without(StandardLabels.NAME))
                .with("matchExpressions", ListTree.of(either));
        List<Tree> ports = new ArrayList<>();
        for (Tree port : Trees.list(service, "spec", "ports")) {
            pods.addTargets(ports, Trees.map(port));
        }
        return object(
                        "networking.k8s.io/v1",
                        "NetworkPolicy",
                        annotations,
                        Map.of(
                                "helm.sh/hook-delete-policy", "before-hook-creation,hook-succeeded",
                                "helm.sh/hook-weight", "-1"))
                .with(
                        "spec",
                        MapTree.of("podSelector", selector)
                                .with("policyTypes", IsolatedPods.BOTH_WAYS)
                                .with("ingress", ListTree.of(IsolatedPods.rule("from", peers(tester), ports)))
                                .with(
                                        "egress",
                                        ListTree.of(
                                                IsolatedPods.rule("to", peers(labels), ports), NetworkPolicies.DNS)));
    }

    private static List<MapTree> peers(MapTree labels) {
        return List.of(MapTree.of("podSelector", MapTree.of("matchLabels", labels)));
    }

    private MapTree object(String apiVersion, String kind, MapTree annotations, Map<String, String> settings) {
        MapTree labels = Trees.map(pods.metadata(), "labels").without(StandardLabels.VERSION);
        MapTree metadata = MapTree.of("name", Trees.text(pods.metadata(), "name") + SUFFIX)
                .with("namespace", pods.namespace())
                .with(
                        "labels",
                        labels.with(StandardLabels.NAME, ScalarTree.of(label(Trees.text(labels, StandardLabels.NAME)))))
                .with("annotations", Metadata.merged(annotations.with("helm.sh/hook", "test"), settings));
        return MapTree.of("apiVersion", apiVersion).with("kind", kind).with("metadata", metadata);
    }

    private static MapTree amounts(String cpu, String memory) {
        return MapTree.of("cpu", cpu).with("memory", memory).with("ephemeral-storage", "16Mi");
    }
}
