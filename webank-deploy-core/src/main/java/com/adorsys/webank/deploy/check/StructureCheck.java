package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** See {@link Checks#structure()}. */
final class StructureCheck implements Check {
    static final StructureCheck INSTANCE = new StructureCheck();

    private StructureCheck() {}

    @Override
    public String name() {
        return "structure";
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        for (Manifest manifest : manifests.manifests()) {
            if (checkKind(manifest, manifests, into)) {
                ObjectShapes.of(manifest.apiVersion(), manifest.kind())
                        .check(manifest.tree(), manifest.id().toString(), manifests.locations(), into);
                checkRules(manifest, new Report(manifest, manifests, into));
            }
        }
    }

    /** Checks that a kind exists, if Kubernetes owns its API group. */
    private static boolean checkKind(Manifest manifest, ManifestSet manifests, List<Problem> into) {
        String apiVersion = manifest.apiVersion();
        String kind = manifest.kind();
        String group = manifest.id().group();
        if (Kinds.isServed(apiVersion, kind)) {
            return true;
        }
        // Others define kinds below k8s.io too, as the Gateway API does; those have names of their own.
        List<String> elsewhere =
                Kinds.isOwnGroup(group) || group.endsWith(".k8s.io") ? Kinds.apiVersionsOf(kind) : List.of();
        if (!Kinds.isOwnGroup(group) && elsewhere.isEmpty()) {
            return true;
        }
        String path = elsewhere.isEmpty() ? "kind" : "apiVersion";
        into.add(Problem.error(
                ProblemCodes.UNKNOWN_KIND,
                manifests.locations().of(manifest.path(path)),
                "`" + kind + "` is not a kind of `" + apiVersion + "`",
                elsewhere.isEmpty() ? meant(apiVersion, kind) : "write `apiVersion: " + elsewhere.get(0) + "`"));
        return false;
    }

    private static String meant(String apiVersion, String kind) {
        Optional<String> near = Names.nearest(kind, Kinds.of(apiVersion));
        if (near.isPresent()) {
            return "did you mean `" + near.get() + "`? If so, write it";
        }
        Optional<String> anywhere = Names.nearest(kind, new ArrayList<>(Kinds.all()));
        return anywhere.isPresent()
                ? "did you mean `" + anywhere.get() + "` of `"
                        + Kinds.apiVersionsOf(anywhere.get()).get(0) + "`? If so, write both"
                : "correct the kind; a custom resource has an API group with a dot";
    }

    /** The rules of the API besides those on fields and types. */
    private static void checkRules(Manifest manifest, Report report) {
        MapTree spec = Trees.map(manifest.tree(), "spec");
        switch (manifest.kind()) {
            case "Deployment" -> {
                MapTree strategy = Trees.map(spec, "strategy");
                if (Trees.text(strategy, "type").equals("Recreate") && Trees.isSet(strategy, "rollingUpdate")) {
                    report.error(
                            ProblemCodes.EXCLUSIVE_KEYS,
                            "spec.strategy.rollingUpdate",
                            "`rollingUpdate` cannot be set with `type: Recreate`",
                            "remove it, or write `type: RollingUpdate`");
                }
            }
            case "HorizontalPodAutoscaler" -> {
                long most = Trees.number(spec, Long.MAX_VALUE, "maxReplicas");
                long least = Trees.number(spec, 1, "minReplicas");
                if (least > most) {
                    report.error(
                            ProblemCodes.OUT_OF_RANGE,
                            "spec.minReplicas",
                            "`minReplicas` is `" + least + "`, more than `maxReplicas`, which is `" + most + "`",
                            "write at most `" + most + "`, or raise `maxReplicas`");
                }
            }
            case "Service" -> checkService(spec, report);
            default -> {}
        }
    }

    private static void checkService(MapTree spec, Report report) {
        String type = Trees.text(spec, "type");
        if (type.equals("ExternalName")) {
            if (!Trees.isSet(spec, "externalName")) {
                report.error(
                        ProblemCodes.MISSING_KEY,
                        "spec.externalName",
                        "`externalName` is missing in a Service of type `ExternalName`",
                        "write the DNS name to which the Service resolves");
            }
        } else if (Trees.list(spec, "ports").isEmpty()
                && !Trees.text(spec, "clusterIP").equals("None")) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    "spec.ports",
                    "the Service has no ports",
                    "write at least one, as in `- port: 8080`");
        }
        if (!type.equals("LoadBalancer")) {
            report.onlyForLoadBalancer(spec, "allocateLoadBalancerNodePorts");
            report.onlyForLoadBalancer(spec, "loadBalancerClass");
        }
    }
}
