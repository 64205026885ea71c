package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;
import java.math.BigDecimal;

/** The rules between the fields of Services and of claims to volumes. */
final class CoreRules implements FieldRules {
    @Override
    public void check(Manifest manifest, Targets targets, Report report) {
        MapTree spec = Trees.map(manifest.tree(), "spec");
        switch (manifest.kind()) {
            case "Service" -> checkService(spec, report);
            case "PersistentVolumeClaim" -> checkClaim(spec, "spec", report);
            default -> {}
        }
    }

    private static void checkService(MapTree spec, Report report) {
        String type = Trees.text(spec, "type");
        boolean isHeadless = Trees.text(spec, "clusterIP").equals("None");
        if (type.equals("ExternalName")) {
            if (!Trees.isSet(spec, "externalName")) {
                report.error(
                        ProblemCodes.MISSING_KEY,
                        "spec.externalName",
                        "`externalName` is missing in a Service of type `ExternalName`",
                        "write the DNS name to which the Service resolves");
            }
        } else if (Trees.list(spec, "ports").isEmpty() && !isHeadless) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    "spec.ports",
                    "the Service has no ports",
                    "write at least one, as in `- port: 8080`");
        }
        if (isHeadless && (type.equals("LoadBalancer") || type.equals("NodePort"))) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    "spec.clusterIP",
                    "`clusterIP` cannot be `None` in a Service of type `" + type + "`",
                    "remove it, or write `type: ClusterIP`");
        }
        if (!type.equals("LoadBalancer")) {
            report.onlyForLoadBalancer(spec, "allocateLoadBalancerNodePorts");
            report.onlyForLoadBalancer(spec, "loadBalancerClass");
            if (!Trees.list(spec, "loadBalancerSourceRanges").isEmpty()) {
                report.onlyForLoadBalancer(spec, "loadBalancerSourceRanges");
            }
        }
        checkTraffic(spec, type, report);
        checkPorts(spec, type, report);
    }

    private static void checkTraffic(MapTree spec, String type, Report report) {
        boolean isExternal = type.equals("LoadBalancer")
                || type.equals("NodePort")
                || (type.isEmpty() || type.equals("ClusterIP"))
                        && !Trees.list(spec, "externalIPs").isEmpty();
        String policy = Trees.text(spec, "externalTrafficPolicy");
        if (!policy.isEmpty() && !isExternal) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    "spec.externalTrafficPolicy",
                    "`externalTrafficPolicy` cannot be set in a Service that is reachable only inside the cluster",
                    "remove it, or write `type: LoadBalancer` or `type: NodePort`");
        }
        if (Trees.number(spec, 0, "healthCheckNodePort") > 0
                && !(type.equals("LoadBalancer") && policy.equals("Local"))) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    "spec.healthCheckNodePort",
                    "`healthCheckNodePort` can be set only with `type: LoadBalancer` and `externalTrafficPolicy: Local`",
                    "remove it");
        }
    }

    private static void checkPorts(MapTree spec, String type, Report report) {
        ListTree ports = Trees.list(spec, "ports");
        for (int i = 0; i < ports.size(); i++) {
            MapTree port = Trees.map(ports, i);
            String path = "spec.ports[" + i + "].";
            if (ports.size() > 1 && Trees.text(port, "name").isEmpty()) {
                report.error(
                        ProblemCodes.MISSING_KEY,
                        path + "name",
                        "a port of a Service with several ports has no name",
                        "name every port");
            }
            if ((type.isEmpty() || type.equals("ClusterIP")) && Trees.number(port, 0, "nodePort") != 0) {
                report.error(
                        ProblemCodes.EXCLUSIVE_KEYS,
                        path + "nodePort",
                        "`nodePort` cannot be set in a Service of type `ClusterIP`",
                        "remove it, or write `type: NodePort`");
            }
        }
        Ports.checkDistinct(ports, "port", "spec.ports", report, report::error);
    }

    /** Reports what is wrong with a claim, be it an object or a template. */
    static void checkClaim(MapTree spec, String path, Report report) {
        ListTree modes = Trees.list(spec, "accessModes");
        for (int i = 0; modes.size() > 1 && i < modes.size(); i++) {
            if (Trees.text(modes.get(i)).equals("ReadWriteOncePod") && hasOther(modes)) {
                report.error(
                        ProblemCodes.EXCLUSIVE_KEYS,
                        path + ".accessModes[" + i + "]",
                        "`ReadWriteOncePod` cannot be combined with another access mode",
                        "keep one of them");
                break;
            }
        }
        MapTree requests = Trees.map(spec, "resources", "requests");
        BigDecimal size = CountedResource.quantity(requests.get("storage"));
        if (Trees.isSet(spec, "resources", "requests") && !Trees.isSet(requests, "storage")) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    path + ".resources.requests.storage",
                    "`storage` is missing in `requests`",
                    "write the size of the volume, as in `storage: 8Gi`");
        } else if (size != null && size.signum() == 0) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    path + ".resources.requests.storage",
                    "`storage` is `0`",
                    "write the size of the volume, as in `storage: 8Gi`");
        }
    }

    private static boolean hasOther(ListTree modes) {
        for (int i = 0; i < modes.size(); i++) {
            if (!Trees.text(modes.get(i)).equals("ReadWriteOncePod")) {
                return true;
            }
        }
        return false;
    }
}
