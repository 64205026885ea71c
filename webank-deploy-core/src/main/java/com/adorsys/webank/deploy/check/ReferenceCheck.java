package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** See {@link Checks#references()}. */
final class ReferenceCheck implements Check {
    static final ReferenceCheck INSTANCE = new ReferenceCheck();

    /** What refers to something that is not there. */
    private static final String[] HANDLERS = {"httpGet", "tcpSocket"};

    private static final int MOST_LISTED = 8;

    private ReferenceCheck() {}

    @Override
    public String name() {
        return "references";
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        List<Pods> all = Pods.in(manifests);
        for (Manifest manifest : manifests.manifests()) {
            Report report = new Report(manifest, manifests, into);
            Pods pods = Pods.of(manifest);
            if (pods != null) {
                checkSelector(pods, report);
                checkPods(pods, report);
                checkKeys(manifest, manifests, report);
                continue;
            }
            String group = manifest.id().group();
            switch (manifest.kind()) {
                case "Service" -> {
                    if (group.isEmpty()) {
                        checkService(manifest, all, report);
                    }
                }
                case "Ingress" -> {
                    if (group.equals("networking.k8s.io")) {
                        checkIngress(manifest, manifests, report);
                    }
                }
                case "HorizontalPodAutoscaler" -> checkAutoscaler(manifest, manifests, into, report);
                default -> {}
            }
        }
    }

    // Workloads.

    private static void checkSelector(Pods pods, Report report) {
        Manifest manifest = pods.manifest();
        MapTree spec = Trees.map(manifest.tree(), "spec");
        if (!manifest.id().group().equals("apps") || !(spec.get("selector") instanceof MapTree selector)) {
            return;
        }
        if (Trees.map(selector, "matchLabels").isEmpty()
                && Trees.list(selector, "matchExpressions").isEmpty()) {
            report.error(
                    ProblemCodes.SELECTOR_MISMATCH,
                    "spec.selector",
                    "the selector is empty",
                    "write `matchLabels` with labels of the pod template");
        } else if (!pods.matchSelector(selector)) {
            report.error(
                    ProblemCodes.SELECTOR_MISMATCH,
                    "spec.selector",
                    "the selector does not match the pod template",
                    "give the template the labels that the selector names");
        }
    }

    private static void checkPods(Pods pods, Report report) {
        Set<String> volumes = volumes(pods, report);
        Set<String> names = new HashSet<>();
        for (Pods.Container container : pods.containers()) {
            String name = Trees.text(container.tree(), "name");
            if (!name.isEmpty() && !names.add(name)) {
                report.error(
                        ProblemCodes.DUPLICATE,
                        container.path("name"),
                        "two containers are called " + Problem.quote(name),
                        "rename one of them");
            }
            checkVariables(container, report);
            checkMounts(container, volumes, report);
            checkPorts(container, report);
        }
    }

    /** The names of the volumes that a container can mount. */
    private static Set<String> volumes(Pods pods, Report report) {
        Set<String> names = new HashSet<>();
        ListTree volumes = Trees.list(pods.spec(), "volumes");
        for (int i = 0; i < volumes.size(); i++) {
            String name = Trees.text(Trees.map(volumes, i), "name");
            if (!name.isEmpty() && !names.add(name)) {
                report.error(
                        ProblemCodes.DUPLICATE,
                        pods.path("volumes[" + i + "].name"),
                        "two volumes are called " + Problem.quote(name),
                        "rename one of them");
            }
        }
        ListTree claims = Trees.list(pods.manifest().tree(), "spec", "volumeClaimTemplates");
        for (int i = 0; i < claims.size(); i++) {
            names.add(Trees.text(Trees.map(claims, i), "metadata", "name"));
        }
        return names;
    }

    private static void checkVariables(Pods.Container container, Report report) {
        ListTree variables = Trees.list(container.tree(), "env");
        if (variables.size() < 2) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            String name = Trees.text(Trees.map(variables, i), "name");
            if (!name.isEmpty() && !names.add(name)) {
                report.warning(
                        ProblemCodes.DUPLICATE_VARIABLE,
                        container.path("env[" + i + "].name"),
                        "the variable " + Problem.quote(name) + " is set twice; the last one counts",
                        "keep one of them");
            }
        }
    }

    private static void checkMounts(Pods.Container container, Set<String> volumes, Report report) {
        ListTree mounts = Trees.list(container.tree(), "volumeMounts");
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < mounts.size(); i++) {
            MapTree mount = Trees.map(mounts, i);
            String name = Trees.text(mount, "name");
            if (!name.isEmpty() && !volumes.contains(name)) {
                report.error(
                        ProblemCodes.DANGLING_REFERENCE,
                        container.path("volumeMounts[" + i + "].name"),
                        "the pod has no volume " + Problem.quote(name),
                        meant(name, volumes, "volumes", "add it to `volumes`"));
            }
            String path = Trees.text(mount, "mountPath");
            if (!path.isEmpty() && !paths.add(path)) {
                report.error(
                        ProblemCodes.DUPLICATE_MOUNT,
                        container.path("volumeMounts[" + i + "].mountPath"),
                        "two volumes are mounted at " + Problem.quote(path),
                        "mount one of them elsewhere");
            }
        }
    }

    private static void checkPorts(Pods.Container container, Report report) {
        ListTree ports = Trees.list(container.tree(), "ports");
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            MapTree port = Trees.map(ports, i);
            String name = Trees.text(port, "name");
            if (!name.isEmpty() && !names.add(name)) {
                report.error(
                        ProblemCodes.DUPLICATE_PORT,
                        container.path("ports[" + i + "].name"),
                        "two ports are called " + Problem.quote(name),
                        "rename one of them");
            }
            long number = Trees.number(port, -1, "containerPort");
            if (number >= 0 && !numbers.add(number + "/" + protocol(port))) {
                report.warning(
                        ProblemCodes.DUPLICATE_PORT,
                        container.path("ports[" + i + "].containerPort"),
                        "the port `" + number + "` is declared twice",
                        "keep one of them");
            }
        }
        for (String probe : Pods.PROBES) {
            checkHandler(container, Trees.map(container.tree(), probe), probe, names, report);
        }
        MapTree lifecycle = Trees.map(container.tree(), "lifecycle");
        checkHandler(container, Trees.map(lifecycle, "postStart"), "lifecycle.postStart", names, report);
        checkHandler(container, Trees.map(lifecycle, "preStop"), "lifecycle.preStop", names, report);
    }

    private static String protocol(MapTree port) {
        String protocol = Trees.text(port, "protocol");
        return protocol.isEmpty() ? "TCP" : protocol;
    }

    private static void checkHandler(
            Pods.Container container, MapTree probe, String path, Set<String> names, Report report) {
        for (String handler : HANDLERS) {
            String port = Trees.text(probe, handler, "port");
            if (!port.isEmpty() && !names.contains(port)) {
                report.error(
                        ProblemCodes.DANGLING_REFERENCE,
                        container.path(path + "." + handler + ".port"),
                        "the container " + Problem.quote(container.name()) + " has no port " + Problem.quote(port),
                        meant(port, names, "ports", "declare it below `ports`, or write a number"));
            }
        }
    }

    /** A key that is asked of a Secret or ConfigMap of the set must be in it. */
    private static void checkKeys(Manifest manifest, ManifestSet manifests, Report report) {
        List<Reference> references = References.of(manifest, manifests);
        for (Reference reference : references) {
            Optional<String> key = reference.key();
            if (reference.isExternal() || reference.isOptional() || key.isEmpty()) {
                continue;
            }
            MapTree target = Objects.requireNonNull(
                            References.find(manifests, manifest, "", reference.kind(), reference.name()))
                    .tree();
            Set<String> keys = new HashSet<>(Trees.map(target, "data").keys());
            keys.addAll(Trees.map(target, reference.kind().equals("Secret") ? "stringData" : "binaryData")
                    .keys());
            if (!keys.contains(key.get())) {
                report.error(
                        ProblemCodes.DANGLING_REFERENCE,
                        reference.path(),
                        "the " + reference.kind() + " " + Problem.quote(reference.name()) + " has no key "
                                + Problem.quote(key.get()),
                        meant(key.get(), keys, "keys", "add it"));
            }
        }
    }

    // Services and Ingresses.

    private static void checkService(Manifest manifest, List<Pods> all, Report report) {
        MapTree spec = Trees.map(manifest.tree(), "spec");
        ListTree ports = Trees.list(spec, "ports");
        checkServicePorts(ports, report);
        MapTree selector = Trees.map(spec, "selector");
        if (selector.isEmpty() || Trees.text(spec, "type").equals("ExternalName")) {
            return;
        }
        List<Pods> selected = new ArrayList<>();
        for (Pods pods : all) {
            if (References.isSameNamespace(manifest, pods.manifest()) && pods.match(selector)) {
                selected.add(pods);
            }
        }
        if (selected.isEmpty()) {
            report.error(
                    ProblemCodes.DANGLING_REFERENCE,
                    "spec.selector",
                    "the selector matches the pods of no workload in the set",
                    "write labels of the pods that are meant" + workloads(manifest, all));
            return;
        }
        for (int i = 0; i < ports.size(); i++) {
            String target = Trees.text(Trees.map(ports, i), "targetPort");
            Set<String> names = portNames(selected);
            if (!target.isEmpty() && !names.contains(target)) {
                report.error(
                        ProblemCodes.DANGLING_REFERENCE,
                        "spec.ports[" + i + "].targetPort",
                        "`" + selected.get(0).manifest() + "` has no port " + Problem.quote(target),
                        meant(target, names, "ports", "declare it in the container, or write a number"));
            }
        }
    }

    private static void checkServicePorts(ListTree ports, Report report) {
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            MapTree port = Trees.map(ports, i);
            String name = Trees.text(port, "name");
            if (name.isEmpty() && ports.size() > 1) {
                report.error(
                        ProblemCodes.MISSING_KEY,
                        "spec.ports[" + i + "].name",
                        "a port of a Service with several ports has no name",
                        "name every port");
            } else if (!name.isEmpty() && !names.add(name)) {
                report.error(
                        ProblemCodes.DUPLICATE_PORT,
                        "spec.ports[" + i + "].name",
                        "two ports are called " + Problem.quote(name),
                        "rename one of them");
            }
            long number = Trees.number(port, -1, "port");
            if (number >= 0 && !numbers.add(number + "/" + protocol(port))) {
                report.error(
                        ProblemCodes.DUPLICATE_PORT,
                        "spec.ports[" + i + "].port",
                        "the port `" + number + "` is there twice",
                        "keep one of them");
            }
        }
    }

    private static Set<String> portNames(List<Pods> selected) {
        Set<String> names = new HashSet<>();
        for (Pods pods : selected) {
            for (Pods.Container container : pods.containers()) {
                ListTree ports = Trees.list(container.tree(), "ports");
                for (int i = 0; i < ports.size(); i++) {
                    names.add(Trees.text(Trees.map(ports, i), "name"));
                }
            }
        }
        names.remove("");
        return names;
    }

    private static String workloads(Manifest service, List<Pods> all) {
        StringBuilder text = new StringBuilder();
        int listed = 0;
        for (Pods pods : all) {
            if (References.isSameNamespace(service, pods.manifest()) && listed < MOST_LISTED) {
                text.append(listed == 0 ? "; there are those of `" : "`, `").append(pods.manifest());
                listed++;
            }
        }
        return listed == 0
                ? "; the set has no workload in this namespace"
                : text.append('`').toString();
    }

    private static void checkIngress(Manifest manifest, ManifestSet manifests, Report report) {
        MapTree spec = Trees.map(manifest.tree(), "spec");
        checkBackend(manifest, manifests, Trees.map(spec, "defaultBackend"), "spec.defaultBackend", report);
        ListTree rules = Trees.list(spec, "rules");
        for (int i = 0; i < rules.size(); i++) {
            ListTree paths = Trees.list(Trees.map(rules, i), "http", "paths");
            for (int j = 0; j < paths.size(); j++) {
                checkBackend(
                        manifest,
                        manifests,
                        Trees.map(Trees.map(paths, j), "backend"),
                        "spec.rules[" + i + "].http.paths[" + j + "].backend",
                        report);
            }
        }
    }

    private static void checkBackend(
            Manifest manifest, ManifestSet manifests, MapTree backend, String path, Report report) {
        MapTree reference = Trees.map(backend, "service");
        String name = Trees.text(reference, "name");
        MapTree port = Trees.map(reference, "port");
        // An action of the AWS load balancer controller, which an annotation describes.
        if (name.isEmpty() || Trees.text(port, "name").equals("use-annotation")) {
            return;
        }
        Manifest service = References.find(manifests, manifest, "", "Service", name);
        if (service == null) {
            Set<String> names = new HashSet<>();
            for (Manifest candidate : manifests.all("Service")) {
                if (References.isSameNamespace(manifest, candidate)) {
                    names.add(candidate.name());
                }
            }
            report.error(
                    ProblemCodes.DANGLING_REFERENCE,
                    path + ".service.name",
                    "there is no Service " + Problem.quote(name),
                    meant(name, names, "Services", "add it, or name another one"));
            return;
        }
        Tree wanted = port.has("number") ? port.get("number") : port.get("name");
        if (wanted instanceof ScalarTree scalar && !scalar.isNull()) {
            checkBackendPort(service, scalar, port.has("number") ? "port" : "name", path, report);
        }
    }

    private static void checkBackendPort(Manifest service, ScalarTree wanted, String key, String path, Report report) {
        ListTree ports = Trees.list(service.tree(), "spec", "ports");
        Set<String> known = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            Tree value = Trees.map(ports, i).get(key);
            if (value != null && value.equals(wanted)) {
                return;
            }
            if (value instanceof ScalarTree scalar) {
                known.add(scalar.text());
            }
        }
        report.error(
                ProblemCodes.DANGLING_REFERENCE,
                path + ".service.port",
                "`" + service + "` has no port " + Problem.quote(wanted.text()),
                key.equals("port")
                        ? among(known, "ports", "add it to the Service")
                        : meant(wanted.text(), known, "ports", "add it to the Service"));
    }

    // Autoscalers.

    private static void checkAutoscaler(Manifest manifest, ManifestSet manifests, List<Problem> into, Report report) {
        MapTree spec = Trees.map(manifest.tree(), "spec");
        MapTree reference = Trees.map(spec, "scaleTargetRef");
        String kind = Trees.text(reference, "kind");
        String name = Trees.text(reference, "name");
        if (kind.isEmpty() || name.isEmpty()) {
            return;
        }
        String apiVersion = Trees.text(reference, "apiVersion");
        String group = apiVersion.indexOf('/') < 0 ? "" : apiVersion.substring(0, apiVersion.indexOf('/'));
        Manifest target = References.find(manifests, manifest, group, kind, name);
        if (target == null) {
            Set<String> names = new HashSet<>();
            for (Manifest candidate : manifests.all(kind)) {
                names.add(candidate.name());
            }
            report.error(
                    ProblemCodes.DANGLING_REFERENCE,
                    "spec.scaleTargetRef",
                    "there is no " + Problem.quote(kind) + " " + Problem.quote(name) + " of `"
                            + (apiVersion.isEmpty() ? "v1" : apiVersion) + "`",
                    meant(name, names, "names", "add it, or correct `apiVersion`, `kind` or `name`"));
            return;
        }
        MapTree scaled = Trees.map(target.tree(), "spec");
        if (Trees.isSet(scaled, "replicas")) {
            new Report(target, manifests, into)
                    .warning(
                            ProblemCodes.AUTOSCALER_REPLICAS,
                            "spec.replicas",
                            "`replicas` is fixed beside `" + manifest + "`, and each apply undoes what that did",
                            "leave out `replicas`");
        }
        Pods pods = Pods.of(target);
        ListTree metrics = Trees.list(spec, "metrics");
        for (int i = 0; pods != null && i < metrics.size(); i++) {
            MapTree metric = Trees.map(metrics, i);
            checkMetric(pods, Trees.map(metric, "resource"), null, "spec.metrics[" + i + "].resource", report);
            MapTree one = Trees.map(metric, "containerResource");
            checkMetric(pods, one, Trees.text(one, "container"), "spec.metrics[" + i + "].containerResource", report);
        }
    }

    /** A share of what is requested can be measured only if something is. */
    private static void checkMetric(Pods pods, MapTree metric, @Nullable String only, String path, Report report) {
        String resource = Trees.text(metric, "name");
        if (resource.isEmpty() || !Trees.text(metric, "target", "type").equals("Utilization")) {
            return;
        }
        boolean found = only == null;
        for (Pods.Container container : pods.containers()) {
            if (!container.isMain() || only != null && !only.equals(container.name())) {
                continue;
            }
            found = true;
            MapTree resources = Trees.map(container.tree(), "resources");
            if (!Trees.map(resources, "requests").has(resource)
                    && !Trees.map(resources, "limits").has(resource)) {
                report.warning(
                        ProblemCodes.AUTOSCALER_REQUESTS,
                        path,
                        "the container " + Problem.quote(container.name()) + " of `" + pods.manifest()
                                + "` requests no " + Problem.quote(resource) + ", so its utilization is unknown",
                        "add `resources.requests." + resource + "` to the container");
            }
        }
        if (!found) {
            report.error(
                    ProblemCodes.DANGLING_REFERENCE,
                    path + ".container",
                    "`" + pods.manifest() + "` has no container " + Problem.quote(Objects.requireNonNull(only)),
                    "name one of its containers");
        }
    }

    /** What to do about a name that is not there: the nearest one, else those that are there, else something else. */
    private static String meant(String name, Set<String> known, String what, String otherwise) {
        Optional<String> near = name.length() > 80 ? Optional.empty() : Names.nearest(name, known);
        if (near.isPresent()) {
            return "did you mean `" + near.get() + "`? if not, " + otherwise;
        }
        return among(known, what, otherwise);
    }

    private static String among(Set<String> known, String what, String otherwise) {
        if (known.isEmpty() || known.size() > MOST_LISTED) {
            return otherwise;
        }
        List<String> sorted = new ArrayList<>(known);
        sorted.sort(null);
        return otherwise + "; there are the " + what + " `" + String.join("`, `", sorted) + "`";
    }
}
