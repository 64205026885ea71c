package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.List;

/** The rules between the fields of NetworkPolicies and Ingresses. */
final class NetworkingRules implements FieldRules {
    /** The annotation that names the class of an Ingress. */
    static final String CLASS = "kubernetes.io/ingress.class";

    private static final List<String> FORBIDDEN_IN_PATHS = List.of("//", "/./", "/../", "%2f", "%2F");

    @Override
    public void check(Manifest manifest, Targets targets, Report report) {
        switch (manifest.kind()) {
            case "NetworkPolicy" -> {
                checkRules(manifest, "ingress", "from", report);
                checkRules(manifest, "egress", "to", report);
            }
            case "Ingress" -> {
                checkPaths(manifest, report);
                checkClass(manifest, report);
            }
            default -> {}
        }
    }

    private static void checkRules(Manifest policy, String direction, String side, Report report) {
        ListTree rules = Trees.list(policy.tree(), "spec", direction);
        for (int i = 0; i < rules.size(); i++) {
            ListTree peers = Trees.list(Trees.map(rules, i), side);
            for (int j = 0; j < peers.size(); j++) {
                MapTree block = Trees.map(Trees.map(peers, j), "ipBlock");
                if (!Trees.list(block, "except").isEmpty()) {
                    checkExceptions(block, "spec." + direction + "[" + i + "]." + side + "[" + j + "].ipBlock", report);
                }
            }
            ListTree ports = Trees.list(Trees.map(rules, i), "ports");
            for (int j = 0; j < ports.size(); j++) {
                MapTree port = Trees.map(ports, j);
                if (Trees.number(port, -1, "endPort") >= 0) {
                    checkEndPort(port, "spec." + direction + "[" + i + "].ports[" + j + "].endPort", report);
                }
            }
        }
    }

    private static void checkExceptions(MapTree block, String path, Report report) {
        String text = Trees.text(block, "cidr");
        Cidr range = Cidr.legacy(text).orElse(null);
        ListTree exceptions = Trees.list(block, "except");
        for (int i = 0; range != null && i < exceptions.size(); i++) {
            String except = Trees.text(exceptions.get(i));
            Cidr part = Cidr.legacy(except).orElse(null);
            if (part != null && !range.hasPart(part)) {
                report.error(
                        ProblemCodes.CIDR_INVALID,
                        path + ".except[" + i + "]",
                        "the exception " + Problem.quote(except) + " is not a part of the range " + Problem.quote(text),
                        "remove it, or write a smaller range of those addresses");
            }
        }
    }

    private static void checkEndPort(MapTree port, String path, Report report) {
        long end = Trees.number(port, -1, "endPort");
        long first = Trees.number(port, -1, "port");
        if (first < 0) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    path,
                    "`endPort` is `" + end + "`, but `port` is not a number",
                    "write the first port of the range as `port`");
        } else if (end < first) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    path,
                    "`endPort` is `" + end + "`, less than `port`, which is `" + first + "`",
                    "write at least `" + first + "`");
        }
    }

    private static void checkPaths(Manifest ingress, Report report) {
        ListTree rules = Trees.list(ingress.tree(), "spec", "rules");
        for (int i = 0; i < rules.size(); i++) {
            ListTree paths = Trees.list(Trees.map(rules, i), "http", "paths");
            for (int j = 0; j < paths.size(); j++) {
                MapTree path = Trees.map(paths, j);
                String type = Trees.text(path, "pathType");
                String text = Trees.text(path, "path");
                String found = type.equals("Exact") || type.equals("Prefix") ? forbidden(text) : "";
                if (!found.isEmpty()) {
                    report.error(
                            ProblemCodes.PATH_INVALID,
                            "spec.rules[" + i + "].http.paths[" + j + "].path",
                            "`path` is " + Problem.quote(text) + "; a path of type `" + type + "` cannot have `" + found
                                    + "`",
                            "write it without `" + found + "`");
                }
            }
        }
    }

    /** What a path cannot have; empty if it has nothing of it. */
    private static String forbidden(String path) {
        String found = path.endsWith("/..") ? "/.." : path.endsWith("/.") ? "/." : "";
        for (int i = 0; i < FORBIDDEN_IN_PATHS.size(); i++) {
            found = path.contains(FORBIDDEN_IN_PATHS.get(i)) ? FORBIDDEN_IN_PATHS.get(i) : found;
        }
        return found;
    }

    private static void checkClass(Manifest ingress, Report report) {
        String annotation = ingress.annotation(CLASS).orElse("");
        String field = Trees.text(ingress.tree(), "spec", "ingressClassName");
        String place = "metadata.annotations[\"" + CLASS + "\"]";
        if (annotation.isEmpty()) {
            return;
        }
        if (field.isEmpty()) {
            report.warning(
                    ProblemCodes.API_DEPRECATED,
                    place,
                    "the annotation `" + CLASS + "` is deprecated",
                    "write `ingressClassName`, if the cluster has an IngressClass for it");
        } else if (!field.equals(annotation)) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    place,
                    "the annotation `" + CLASS + "` is " + Problem.quote(annotation) + ", but `ingressClassName` is "
                            + Problem.quote(field),
                    "remove the annotation");
        }
    }
}
