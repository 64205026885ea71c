package com.adorsys.webank.deploy.dsl.migration;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.Autoscaling;
import com.adorsys.webank.deploy.dsl.Database;
import com.adorsys.webank.deploy.dsl.DeploymentStrategy;
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.IntOrPercent;
import com.adorsys.webank.deploy.dsl.Replicas;
import com.adorsys.webank.deploy.dsl.Scaling;
import com.adorsys.webank.deploy.dsl.ServiceAccountSettings;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.ClusterIpService;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.LoadBalancerService;
import com.adorsys.webank.deploy.dsl.network.NodePortService;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.network.Tls;
import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.TreeValue;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The expression of each value that values of the charts can have in the model.
 *
 * <p>What wraps a part of a manifest is made in the shortest way that gives the same value; if there is none, from the part itself.
 */
final class Expressions {
    private Expressions() {}

    /** A value, and the code that makes it. */
    private record Made<T>(T value, Code.Chain code) {}

    static Code image(Image image) {
        String registry = image.registry();
        String pin =
                image.tag().map(tag -> ":" + tag).orElse("@" + image.digest().orElse(""));
        String whole = (registry.isEmpty() ? "" : registry + "/") + image.repository() + pin;
        Code.Chain code;
        if (isRead(whole, image)) {
            code = Code.call(Image.class, "parse", Code.text(whole));
        } else if (image.tag().isPresent()) {
            code = Code.call(
                    Image.class,
                    "of",
                    Code.text(registry),
                    Code.text(image.repository()),
                    Code.text(image.tag().get()));
        } else {
            code = Code.call(Image.class, "parse", Code.text("image" + pin))
                    .then("withRegistry", Code.text(registry))
                    .then("withRepository", Code.text(image.repository()));
        }
        return image.tag().isPresent() && image.digest().isPresent()
                ? code.then("withDigest", Code.text(image.digest().get()))
                : code;
    }

    private static boolean isRead(String text, Image image) {
        try {
            Image read = Image.parse(text);
            return read.registry().equals(image.registry()) && read.repository().equals(image.repository());
        } catch (DeployException.InvalidInput notParsed) {
            return false;
        }
    }

    static Code host(Host host) {
        return host.isAny() ? Code.call(Host.class, "any") : Code.call(Host.class, "of", Code.text(host.text()));
    }

    static Code.Chain secret(SecretRef secret) {
        return Code.call(SecretRef.class, "of", Code.text(secret.name()));
    }

    static Code.Chain key(SecretKeyRef key) {
        return Code.call(SecretKeyRef.class, "of", Code.text(key.secret()), Code.text(key.key()));
    }

    static Code database(Database database) {
        ExternalDatabase external = (ExternalDatabase) database;
        Code.Chain code = Code.call(ExternalDatabase.class, "builder")
                .then("host", host(external.host()))
                .then("name", Code.text(external.name()))
                .then("user", Code.text(external.user()))
                .then("password", key(external.password()));
        ExternalDatabase usual = ExternalDatabase.builder()
                .host(external.host())
                .name(external.name())
                .user(external.user())
                .password(external.password())
                .build();
        return (external.port() == usual.port() ? code : code.then("port", Code.number(external.port()))).then("build");
    }

    static Code scaling(Scaling scaling) {
        if (scaling instanceof Replicas replicas) {
            return Code.call(Replicas.class, "of", Code.number(replicas.count()));
        }
        Autoscaling autoscaling = (Autoscaling) scaling;
        Code.Chain code = Code.call(Autoscaling.class, "builder")
                .then("maxReplicas", Code.number(autoscaling.maxReplicas()))
                .then("minReplicas", Code.number(autoscaling.minReplicas()));
        if (autoscaling.targetCpuPercent().isPresent()) {
            code = code.then(
                    "targetCpuPercent",
                    Code.number(autoscaling.targetCpuPercent().getAsInt()));
        }
        if (autoscaling.targetMemoryPercent().isPresent()) {
            code = code.then(
                    "targetMemoryPercent",
                    Code.number(autoscaling.targetMemoryPercent().getAsInt()));
        }
        return code.then("build");
    }

    static Code strategy(DeploymentStrategy strategy) {
        MapTree update = Trees.map(strategy.tree(), "rollingUpdate");
        return shortest(
                strategy,
                List.of(
                        () -> new Made<>(
                                DeploymentStrategy.recreate(), Code.call(DeploymentStrategy.class, "recreate")),
                        () -> {
                            Made<IntOrPercent> surge = amount(update.get("maxSurge"));
                            Made<IntOrPercent> unavailable = amount(update.get("maxUnavailable"));
                            return surge == null || unavailable == null
                                    ? null
                                    : new Made<>(
                                            DeploymentStrategy.rollingUpdate(surge.value, unavailable.value),
                                            Code.call(
                                                    DeploymentStrategy.class,
                                                    "rollingUpdate",
                                                    surge.code,
                                                    unavailable.code));
                        }));
    }

    private static @Nullable Made<IntOrPercent> amount(@Nullable Tree tree) {
        int number = (int) Trees.number(tree, -1);
        if (number >= 0) {
            return new Made<>(IntOrPercent.of(number), Code.call(IntOrPercent.class, "of", Code.number(number)));
        }
        String text = Trees.text(tree);
        if (text.length() > 1 && text.length() < 8 && text.endsWith("%")) {
            String digits = text.substring(0, text.length() - 1);
            for (int i = 0; i < digits.length(); i++) {
                if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                    return null;
                }
            }
            int percent = Integer.parseInt(digits);
            return new Made<>(
                    IntOrPercent.percent(percent), Code.call(IntOrPercent.class, "percent", Code.number(percent)));
        }
        return null;
    }

    static Code resources(Resources resources) {
        MapTree requests = Trees.map(resources.tree(), "requests");
        MapTree limits = Trees.map(resources.tree(), "limits");
        return shortest(resources, List.of(() -> {
            Made<Resources> made = requests.has("cpu") && requests.has("memory")
                    ? new Made<>(
                            Resources.request(text(requests, "cpu"), text(requests, "memory")),
                            Code.call(
                                    Resources.class,
                                    "request",
                                    Code.text(text(requests, "cpu")),
                                    Code.text(text(requests, "memory"))))
                    : new Made<>(Resources.none(), Code.call(Resources.class, "none"));
            if (limits.has("cpu") && limits.has("memory")) {
                String cpu = text(limits, "cpu");
                String memory = text(limits, "memory");
                made = new Made<>(
                        made.value.withLimits(cpu, memory),
                        made.code.then("withLimits", Code.text(cpu), Code.text(memory)));
            } else if (limits.has("memory")) {
                String memory = text(limits, "memory");
                made = new Made<>(
                        made.value.withMemoryLimit(memory), made.code.then("withMemoryLimit", Code.text(memory)));
            }
            return made;
        }));
    }

    private static String text(MapTree map, String key) {
        return map.string(key).orElse("");
    }

    static Code variable(EnvVar variable) {
        MapTree tree = variable.tree();
        String name = variable.name();
        MapTree from = Trees.map(tree, "valueFrom");
        MapTree ref = from.size() == 1 && from.valueAt(0) instanceof MapTree map ? map : MapTree.of();
        return shortest(
                variable,
                List.of(
                        () -> new Made<>(
                                EnvVar.of(name, text(tree, "value")),
                                Code.call(EnvVar.class, "of", Code.text(name), Code.text(text(tree, "value")))),
                        () -> {
                            SecretKeyRef key = SecretKeyRef.of(text(ref, "name"), text(ref, "key"));
                            return new Made<>(
                                    EnvVar.fromSecret(name, key),
                                    Code.call(EnvVar.class, "fromSecret", Code.text(name), key(key)));
                        },
                        () -> new Made<>(
                                EnvVar.fromConfigMap(name, text(ref, "name"), text(ref, "key")),
                                Code.call(
                                        EnvVar.class,
                                        "fromConfigMap",
                                        Code.text(name),
                                        Code.text(text(ref, "name")),
                                        Code.text(text(ref, "key")))),
                        () -> new Made<>(
                                EnvVar.fromField(name, text(ref, "fieldPath")),
                                Code.call(
                                        EnvVar.class, "fromField", Code.text(name), Code.text(text(ref, "fieldPath")))),
                        () -> new Made<>(
                                EnvVar.fromResource(name, text(ref, "resource")),
                                Code.call(
                                        EnvVar.class,
                                        "fromResource",
                                        Code.text(name),
                                        Code.text(text(ref, "resource"))))));
    }

    static Code source(EnvFrom source) {
        MapTree tree = source.tree();
        String prefix = text(tree, "prefix");
        return shortest(
                source,
                List.of(
                        () -> {
                            SecretRef secret = SecretRef.of(text(Trees.map(tree, "secretRef"), "name"));
                            return prefixed(
                                    EnvFrom.secret(secret), Code.call(EnvFrom.class, "secret", secret(secret)), prefix);
                        },
                        () -> {
                            String name = text(Trees.map(tree, "configMapRef"), "name");
                            return prefixed(
                                    EnvFrom.configMap(name),
                                    Code.call(EnvFrom.class, "configMap", Code.text(name)),
                                    prefix);
                        }));
    }

    private static Made<EnvFrom> prefixed(EnvFrom source, Code.Chain code, String prefix) {
        return prefix.isEmpty()
                ? new Made<>(source, code)
                : new Made<>(source.withPrefix(prefix), code.then("withPrefix", Code.text(prefix)));
    }

    static Code volume(PodVolume volume) {
        return shortest(volume, volumes(volume));
    }

    private static List<Supplier<@Nullable Made<PodVolume>>> volumes(PodVolume volume) {
        MapTree tree = volume.tree();
        String name = volume.name();
        return List.of(
                () -> new Made<>(PodVolume.emptyDir(name), Code.call(PodVolume.class, "emptyDir", Code.text(name))),
                () -> {
                    String limit = text(Trees.map(tree, "emptyDir"), "sizeLimit");
                    return new Made<>(
                            PodVolume.emptyDir(name, limit),
                            Code.call(PodVolume.class, "emptyDir", Code.text(name), Code.text(limit)));
                },
                () -> {
                    String map = text(Trees.map(tree, "configMap"), "name");
                    return new Made<>(
                            PodVolume.configMap(name, map),
                            Code.call(PodVolume.class, "configMap", Code.text(name), Code.text(map)));
                },
                () -> {
                    SecretRef secret = SecretRef.of(text(Trees.map(tree, "secret"), "secretName"));
                    return new Made<>(
                            PodVolume.secret(name, secret),
                            Code.call(PodVolume.class, "secret", Code.text(name), secret(secret)));
                },
                () -> {
                    String claim = text(Trees.map(tree, "persistentVolumeClaim"), "claimName");
                    return new Made<>(
                            PodVolume.persistentVolumeClaim(name, claim),
                            Code.call(PodVolume.class, "persistentVolumeClaim", Code.text(name), Code.text(claim)));
                });
    }

    /** A mount. If it has its volume, that is written with it. */
    static Code mount(VolumeMount mount) {
        if (mount.volume().isEmpty()) {
            return Code.call(VolumeMount.class, "of", tree(mount.tree()));
        }
        Code.Chain code = ((Code.Chain) volume(mount.volume().get())).then("mountedAt", Code.text(mount.path()));
        if (mount.tree().has("subPath")) {
            code = code.then("withSubPath", Code.text(text(mount.tree(), "subPath")));
        }
        return mount.tree().has("readOnly") ? code.then("readOnly") : code;
    }

    static Code probes(Probes probes, int port) {
        Optional<ContainerProbe> liveness = probes.liveness();
        Optional<ContainerProbe> readiness = probes.readiness();
        if (liveness.isPresent() && readiness.isPresent()) {
            return liveness.equals(readiness)
                    ? Code.call(Probes.class, "of", probe(liveness.get(), port))
                    : Code.call(Probes.class, "of", probe(liveness.get(), port), probe(readiness.get(), port));
        }
        Code.Chain none = Code.call(Probes.class, "none");
        if (liveness.isPresent()) {
            return none.then("withLiveness", probe(liveness.get(), port));
        }
        return readiness.isPresent() ? none.then("withReadiness", probe(readiness.get(), port)) : none;
    }

    /** A probe; one that follows the port of its container is compared by what it does. */
    private static Code probe(ContainerProbe probe, int port) {
        MapTree tree = probe.tree(port);
        Made<ContainerProbe> made = null;
        try {
            made = handler(tree, probe.followsPort());
            made = made == null ? null : timed(made, tree);
        } catch (DeployException.InvalidInput notShort) {
            // Written from its tree, below.
        }
        if (made != null && made.value.tree(port).equals(tree) && made.value.followsPort() == probe.followsPort()) {
            return made.code;
        }
        Code.Chain code = Code.call(ContainerProbe.class, "of", tree(tree));
        return probe.followsPort() ? code.then("followingPort", Code.number(port)) : code;
    }

    private static @Nullable Made<ContainerProbe> handler(MapTree tree, boolean follows) {
        MapTree http = Trees.map(tree, "httpGet");
        MapTree tcp = Trees.map(tree, "tcpSocket");
        if (!http.isEmpty()) {
            return over(http(text(http, "path"), http.get("port"), follows), http);
        }
        if (!tcp.isEmpty()) {
            return port(tcp.get("port"), follows);
        }
        ListTree command = Trees.list(tree, "exec", "command");
        List<String> words = new ArrayList<>();
        List<Code> codes = new ArrayList<>();
        for (Tree word : command) {
            words.add(Trees.text(word));
            codes.add(Code.text(Trees.text(word)));
        }
        return words.isEmpty()
                ? null
                : new Made<>(
                        ContainerProbe.exec(words.toArray(new String[0])),
                        Code.call(ContainerProbe.class, "exec", codes.toArray(new Code[0])));
    }

    private static Made<ContainerProbe> http(String path, @Nullable Tree port, boolean follows) {
        Code of = Code.text(path);
        if (follows) {
            return new Made<>(ContainerProbe.httpGet(path), Code.call(ContainerProbe.class, "httpGet", of));
        }
        String name = Trees.text(port);
        int number = (int) Trees.number(port, 0);
        return name.isEmpty()
                ? new Made<>(
                        ContainerProbe.httpGet(path, number),
                        Code.call(ContainerProbe.class, "httpGet", of, Code.number(number)))
                : new Made<>(
                        ContainerProbe.httpGet(path, name),
                        Code.call(ContainerProbe.class, "httpGet", of, Code.text(name)));
    }

    private static Made<ContainerProbe> port(@Nullable Tree port, boolean follows) {
        if (follows) {
            return new Made<>(ContainerProbe.tcpSocket(), Code.call(ContainerProbe.class, "tcpSocket"));
        }
        String name = Trees.text(port);
        int number = (int) Trees.number(port, 0);
        return name.isEmpty()
                ? new Made<>(
                        ContainerProbe.tcpSocket(number),
                        Code.call(ContainerProbe.class, "tcpSocket", Code.number(number)))
                : new Made<>(
                        ContainerProbe.tcpSocket(name), Code.call(ContainerProbe.class, "tcpSocket", Code.text(name)));
    }

    private static Made<ContainerProbe> over(Made<ContainerProbe> plain, MapTree http) {
        Made<ContainerProbe> made = plain;
        if (text(http, "scheme").equals("HTTPS")) {
            made = new Made<>(made.value.overHttps(), made.code.then("overHttps"));
        }
        for (Tree item : Trees.list(http, "httpHeaders")) {
            if (item instanceof MapTree header) {
                String name = text(header, "name");
                String value = text(header, "value");
                made = new Made<>(
                        made.value.withHeader(name, value),
                        made.code.then("withHeader", Code.text(name), Code.text(value)));
            }
        }
        return made;
    }

    private static Made<ContainerProbe> timed(Made<ContainerProbe> handler, MapTree tree) {
        ContainerProbe value = handler.value;
        Code.Chain code = handler.code;
        for (String key : tree.keys()) {
            int number = (int) Trees.number(tree.get(key), 0);
            Code seconds = Code.call(Duration.class, "ofSeconds", Code.number(number));
            switch (key) {
                case "initialDelaySeconds" -> {
                    value = value.withInitialDelay(Duration.ofSeconds(number));
                    code = code.then("withInitialDelay", seconds);
                }
                case "periodSeconds" -> {
                    value = value.withPeriod(Duration.ofSeconds(number));
                    code = code.then("withPeriod", seconds);
                }
                case "timeoutSeconds" -> {
                    value = value.withTimeout(Duration.ofSeconds(number));
                    code = code.then("withTimeout", seconds);
                }
                case "failureThreshold" -> {
                    value = value.withFailureThreshold(number);
                    code = code.then("withFailureThreshold", Code.number(number));
                }
                case "successThreshold" -> {
                    value = value.withSuccessThreshold(number);
                    code = code.then("withSuccessThreshold", Code.number(number));
                }
                case "terminationGracePeriodSeconds" -> {
                    value = value.withTerminationGracePeriod(Duration.ofSeconds(number));
                    code = code.then("withTerminationGracePeriod", seconds);
                }
                default -> {
                    // The handler, or what makes the probe differ, so that it is written from its tree.
                }
            }
        }
        return new Made<>(value, code);
    }

    static Code service(ServiceSettings service) {
        String type = service instanceof ClusterIpService
                ? "clusterIp"
                : service instanceof NodePortService ? "nodePort" : "loadBalancer";
        Code.Chain code = Code.call(ServiceSettings.class, type);
        if (service.port().isPresent()) {
            code = code.then("withPort", Code.number(service.port().getAsInt()));
        }
        code = entries(code, "plusLabels", service.labels());
        code = entries(code, "plusAnnotations", service.annotations());
        Optional<String> address = service instanceof ClusterIpService inside
                ? inside.clusterIp()
                : service instanceof NodePortService node
                        ? node.clusterIp()
                        : ((LoadBalancerService) service).clusterIp();
        if (address.isPresent()) {
            code = code.then("withClusterIp", Code.text(address.get()));
        }
        if (service instanceof LoadBalancerService balanced) {
            if (balanced.loadBalancerIp().isPresent()) {
                code = code.then(
                        "withLoadBalancerIp",
                        Code.text(balanced.loadBalancerIp().get()));
            }
            if (balanced.nodePorts().isPresent()) {
                code = code.then(
                        "withNodePorts", Code.constant(balanced.nodePorts().get()));
            }
        }
        return code;
    }

    static Code account(ServiceAccountSettings account) {
        Code.Chain code = Code.call(ServiceAccountSettings.class, "of");
        return account.token().isPresent()
                ? code.then("withToken", Code.constant(account.token().get()))
                : code;
    }

    static Code ingress(Ingress ingress) {
        ClassIngress settings = (ClassIngress) ingress;
        Code.Chain code = Code.call(ClassIngress.class, "builder").then("host", host(settings.host()));
        if (settings.ingressClass().isPresent()) {
            code = code.then("ingressClass", Code.text(settings.ingressClass().get()));
        }
        for (Tls ignored : settings.tls()) {
            code = code.then("addTls", Code.call(Tls.class, "byController"));
        }
        code = entries(code, "putLabels", settings.labels());
        code = entries(code, "putAnnotations", settings.annotations());
        return code.then("build");
    }

    private static Code.Chain entries(Code.Chain chain, String method, Map<String, String> entries) {
        Code.Chain code = chain;
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            code = code.then(method, Code.text(entry.getKey()), Code.text(entry.getValue()));
        }
        return code;
    }

    /** The first of several ways that gives a value; from its tree, if none does. */
    private static <T extends TreeValue> Code shortest(T value, List<Supplier<@Nullable Made<T>>> ways) {
        for (Supplier<@Nullable Made<T>> way : ways) {
            try {
                Made<T> made = way.get();
                if (made != null && made.value.equals(value)) {
                    return made.code;
                }
            } catch (DeployException.InvalidInput notThisWay) {
                // Another one gives it.
            }
        }
        return Code.call(value.getClass(), "of", tree(value.tree()));
    }

    // Trees.

    static Code tree(Tree tree) {
        if (tree instanceof ListTree list) {
            List<Code> items = new ArrayList<>();
            for (Tree item : list) {
                items.add(tree(item));
            }
            return Code.call(ListTree.class, "of", items.toArray(new Code[0]));
        }
        if (tree instanceof ScalarTree scalar) {
            return scalar(scalar);
        }
        MapTree map = (MapTree) tree;
        if (map.isEmpty()) {
            return Code.call(MapTree.class, "of");
        }
        if (map.size() == 1) {
            Tree value = map.valueAt(0);
            Code code =
                    value instanceof ScalarTree scalar && scalar.isString() ? Code.text(scalar.text()) : tree(value);
            return Code.call(MapTree.class, "of", Code.text(map.keyAt(0)), code);
        }
        Code.Chain code = Code.call(MapTree.class, "builder");
        for (int i = 0; i < map.size(); i++) {
            Tree value = map.valueAt(i);
            code = code.then(
                    "put", Code.text(map.keyAt(i)), value instanceof ScalarTree scalar ? plain(scalar) : tree(value));
        }
        return code.then("build");
    }

    private static Code scalar(ScalarTree scalar) {
        return switch (scalar.kind()) {
            case NULL -> Code.call(ScalarTree.class, "ofNull");
            case FLOAT -> Code.call(ScalarTree.class, "ofFloat", Code.text(scalar.text()));
            case INTEGER ->
                isLong(scalar)
                        ? Code.call(ScalarTree.class, "of", Code.number(Long.parseLong(scalar.text())))
                        : Code.call(
                                ScalarTree.class,
                                "of",
                                new Code.Atom(
                                        "new BigInteger("
                                                + Code.text(scalar.text()).flat() + ")",
                                        BigInteger.class));
            default -> Code.call(ScalarTree.class, "of", plain(scalar));
        };
    }

    /** A scalar as an argument of a builder's {@code put}, which takes texts, numbers and truths as they are. */
    private static Code plain(ScalarTree scalar) {
        return switch (scalar.kind()) {
            case STRING -> Code.text(scalar.text());
            case BOOLEAN -> new Code.Atom(scalar.text(), null);
            case INTEGER -> isLong(scalar) ? Code.number(Long.parseLong(scalar.text())) : scalar(scalar);
            default -> scalar(scalar);
        };
    }

    private static boolean isLong(ScalarTree scalar) {
        return new BigInteger(scalar.text()).bitLength() < Long.SIZE;
    }
}
