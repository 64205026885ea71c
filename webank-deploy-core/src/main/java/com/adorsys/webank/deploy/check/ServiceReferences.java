package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;
import java.util.Set;

/** Checks the references of Services and Ingresses: to pods, to Services, and to their ports. */
final class ServiceReferences {
    private static final String ALB = "alb.ingress.kubernetes.io/";

    private ServiceReferences() {}

    static void checkService(Manifest manifest, SetIndex index, Report report) {
        MapTree spec = Trees.map(manifest.tree(), "spec");
        ListTree ports = Trees.list(spec, "ports");
        MapTree selector = Trees.map(spec, "selector");
        if (selector.isEmpty() || Trees.text(spec, "type").equals("ExternalName")) {
            return;
        }
        List<Pods> selected = SelectorReferences.pods(manifest, MapTree.of("matchLabels", selector), index);
        if (selected.isEmpty()) {
            if (!index.havePodsElsewhere(manifest)) {
                SelectorReferences.reportNoPods(
                        manifest,
                        "spec.selector",
                        index,
                        index.missing(manifest) == Severity.ERROR ? report::error : report::warning);
            }
            return;
        }
        Set<String> names = nameTargets(ports) ? portNames(selected) : Set.of();
        for (int i = 0; i < ports.size(); i++) {
            String target = Trees.text(Trees.map(ports, i), "targetPort");
            if (!target.isEmpty() && !names.contains(target)) {
                report.add(
                        index.missing(),
                        ProblemCodes.DANGLING_REFERENCE,
                        "spec.ports[" + i + "].targetPort",
                        "`" + selected.get(0).manifest() + "` has no port " + Problem.quote(target),
                        Remedies.meant(target, names, "ports", "declare it in the container, or write a number"));
            }
        }
    }

    /** Whether some ports have a target by its name. */
    private static boolean nameTargets(ListTree ports) {
        for (int i = 0; i < ports.size(); i++) {
            if (!Trees.text(Trees.map(ports, i), "targetPort").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> portNames(List<Pods> selected) {
        Set<String> names = new SmallSet();
        for (Pods pods : selected) {
            for (Pods.Container container : pods.containers()) {
                ListTree ports = Trees.list(container.tree(), "ports");
                for (int i = 0; i < ports.size(); i++) {
                    String name = Trees.text(Trees.map(ports, i), "name");
                    if (!name.isEmpty()) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    static void checkIngress(Manifest manifest, SetIndex index, Report report) {
        MapTree spec = Trees.map(manifest.tree(), "spec");
        checkBackend(manifest, index, Trees.map(spec, "defaultBackend"), Backend.DEFAULT, report);
        ListTree rules = Trees.list(spec, "rules");
        for (int i = 0; i < rules.size(); i++) {
            ListTree paths = Trees.list(Trees.map(rules, i), "http", "paths");
            for (int j = 0; j < paths.size(); j++) {
                checkBackend(manifest, index, Trees.map(Trees.map(paths, j), "backend"), new Backend(i, j), report);
            }
        }
    }

    /** Where a backend of an Ingress is. */
    private static final class Backend implements Place {
        static final Backend DEFAULT = new Backend(-1, -1);

        private final int rule;
        private final int path;

        Backend(int rule, int path) {
            this.rule = rule;
            this.path = path;
        }

        @Override
        public String path(String inside) {
            return (rule < 0 ? "spec.defaultBackend." : "spec.rules[" + rule + "].http.paths[" + path + "].backend.")
                    + inside;
        }
    }

    private static void checkBackend(Manifest manifest, SetIndex index, MapTree backend, Place place, Report report) {
        MapTree reference = Trees.map(backend, "service");
        String name = Trees.text(reference, "name");
        MapTree port = Trees.map(reference, "port");
        if (name.isEmpty()) {
            return;
        }
        if (Trees.text(port, "name").equals("use-annotation")) {
            checkAction(manifest, name, index, place, report);
            return;
        }
        Manifest service = index.find(manifest, "", "Service", name);
        if (service == null) {
            if (!index.haveServicesElsewhere(manifest)) {
                report.add(
                        index.missing(manifest),
                        ProblemCodes.DANGLING_REFERENCE,
                        place.path("service.name"),
                        "there is no Service " + Problem.quote(name),
                        Remedies.meant(
                                name, index.names(manifest, "Service"), "Services", "add it, or name another one"));
            }
            return;
        }
        Tree wanted = port.has("number") ? port.get("number") : port.get("name");
        if (wanted instanceof ScalarTree scalar && !scalar.isNull()) {
            checkBackendPort(service, scalar, place, index.missing(), report);
        }
    }

    /**
     * Reports a backend that is an action of an AWS load balancer, but has none. Argo Rollouts adds those of its Rollouts.
     *
     * @see <a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions">actions</a>
     */
    private static void checkAction(Manifest ingress, String name, SetIndex index, Place place, Report report) {
        String annotation = ALB + "actions." + name;
        if (isOfAlb(ingress) && ingress.annotation(annotation).isEmpty()) {
            report.add(
                    index.missing(ingress),
                    ProblemCodes.MISSING_KEY,
                    place.path("service.port.name"),
                    "the port `use-annotation` is for an action, but the annotation `" + annotation + "` is missing",
                    "add it, or write a port of the Service");
        }
    }

    private static boolean isOfAlb(Manifest ingress) {
        if (ingress.annotation(NetworkingRules.CLASS).orElse("").equals("alb")
                || Trees.text(ingress.tree(), "spec", "ingressClassName").equals("alb")) {
            return true;
        }
        MapTree annotations = Trees.map(ingress.tree(), "metadata", "annotations");
        for (int i = 0; i < annotations.size(); i++) {
            if (annotations.keyAt(i).startsWith(ALB)) {
                return true;
            }
        }
        return false;
    }

    private static void checkBackendPort(
            Manifest service, ScalarTree wanted, Place place, Severity missing, Report report) {
        String key = wanted.isString() ? "name" : "port";
        ListTree ports = Trees.list(service.tree(), "spec", "ports");
        Set<String> known = new SmallSet();
        for (int i = 0; i < ports.size(); i++) {
            Tree value = Trees.map(ports, i).get(key);
            if (value != null && value.equals(wanted)) {
                return;
            }
            if (value instanceof ScalarTree scalar) {
                known.add(scalar.text());
            }
        }
        report.add(
                missing,
                ProblemCodes.DANGLING_REFERENCE,
                place.path("service.port"),
                "`" + service + "` has no port " + Problem.quote(wanted.text()),
                key.equals("port")
                        ? Remedies.among(known, "ports", "add it to the Service")
                        : Remedies.meant(wanted.text(), known, "ports", "add it to the Service"));
    }
}
