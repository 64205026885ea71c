package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;
import java.util.Set;

/** The part of {@link ReferenceCheck} that looks at references inside the pods of a workload: to labels, volumes and ports. */
final class PodReferences implements Check {
    static final PodReferences INSTANCE = new PodReferences();

    private static final String[] HANDLERS = {"httpGet", "tcpSocket"};

    private PodReferences() {}

    @Override
    public String name() {
        return ReferenceCheck.NAME;
    }

    @Override
    public Reach reach() {
        return Reach.OBJECT;
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        for (Manifest manifest : manifests) {
            Pods pods = Pods.of(manifest);
            if (pods != null) {
                check(pods, new Report(manifest, manifests, into));
            }
        }
    }

    private static void checkSelector(Pods pods, Report report) {
        Manifest manifest = pods.manifest();
        MapTree spec = Trees.map(manifest.tree(), "spec");
        if (!manifest.id().group().equals("apps") || !(spec.get("selector") instanceof MapTree selector)) {
            return;
        }
        if (LabelSelector.isEmpty(selector)) {
            boolean isMisspelled =
                    !selector.isEmpty() && !selector.has("matchLabels") && !selector.has("matchExpressions");
            if (isMisspelled) {
                // The check of the structure reports its keys.
                return;
            }
            report.error(
                    ProblemCodes.SELECTOR_MISMATCH,
                    "spec.selector",
                    "the selector is empty",
                    "write `matchLabels` with labels of the pod template");
        } else if (!LabelSelector.matches(selector, pods.labels())) {
            report.error(
                    ProblemCodes.SELECTOR_MISMATCH,
                    "spec.selector",
                    "the selector does not match the pod template" + difference(selector, pods.labels()),
                    "give the template the labels that the selector names");
        }
    }

    /** Which label the template does not have as {@code matchLabels} demands; empty if expressions do not match. */
    private static String difference(MapTree selector, MapTree labels) {
        MapTree wanted = Trees.map(selector, "matchLabels");
        for (int i = 0; i < wanted.size(); i++) {
            String key = wanted.keyAt(i);
            String value = Trees.text(wanted.valueAt(i));
            String actual = Trees.text(labels, key);
            if (!value.equals(actual)) {
                return ": the label " + Problem.quote(key) + " is " + Problem.quote(value) + " there, and "
                        + (actual.isEmpty() ? "missing" : Problem.quote(actual)) + " in the template";
            }
        }
        return "";
    }

    static void check(Pods pods, Report report) {
        checkSelector(pods, report);
        Set<String> volumes = volumes(pods, report);
        Set<String> names = new SmallSet();
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
        Set<String> names = new SmallSet();
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
        Set<String> names = new SmallSet();
        for (int i = 0; i < variables.size(); i++) {
            String name = Trees.text(Trees.map(variables, i), "name");
            if (!name.isEmpty() && !names.add(name)) {
                report.error(
                        ProblemCodes.DUPLICATE_VARIABLE,
                        container.path("env[" + i + "].name"),
                        "the variable " + Problem.quote(name) + " is set twice, which a server-side apply refuses",
                        "keep one of them");
            }
        }
    }

    private static void checkMounts(Pods.Container container, Set<String> volumes, Report report) {
        ListTree mounts = Trees.list(container.tree(), "volumeMounts");
        Set<String> paths = new SmallSet();
        for (int i = 0; i < mounts.size(); i++) {
            MapTree mount = Trees.map(mounts, i);
            String name = Trees.text(mount, "name");
            if (!name.isEmpty() && !volumes.contains(name)) {
                report.error(
                        ProblemCodes.DANGLING_REFERENCE,
                        container.path("volumeMounts[" + i + "].name"),
                        "the pod has no volume " + Problem.quote(name),
                        Remedies.meant(name, volumes, "volumes", "add it to `volumes`"));
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
        Set<String> names = Ports.checkDistinct(ports, "containerPort", container, report);
        for (String probe : Pods.PROBES) {
            checkHandler(container, Trees.map(container.tree(), probe), probe, names, report);
        }
        MapTree lifecycle = Trees.map(container.tree(), "lifecycle");
        checkHandler(container, Trees.map(lifecycle, "postStart"), "lifecycle.postStart", names, report);
        checkHandler(container, Trees.map(lifecycle, "preStop"), "lifecycle.preStop", names, report);
    }

    private static void checkHandler(
            Pods.Container container, MapTree probe, String path, Set<String> names, Report report) {
        if (probe.isEmpty()) {
            return;
        }
        for (String handler : HANDLERS) {
            String port = Trees.text(probe, handler, "port");
            if (!port.isEmpty() && !names.contains(port)) {
                report.error(
                        ProblemCodes.DANGLING_REFERENCE,
                        container.path(path + "." + handler + ".port"),
                        "the container " + Problem.quote(container.name()) + " has no port " + Problem.quote(port),
                        Remedies.meant(port, names, "ports", "declare it below `ports`, or write a number"));
            }
        }
    }
}
