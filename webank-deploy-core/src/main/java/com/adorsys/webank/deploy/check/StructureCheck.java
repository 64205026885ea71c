package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.ApiKind;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Schemas;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.Shapes;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.schema.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** See {@link Checks#structure()}. */
final class StructureCheck implements Check {
    static final StructureCheck ANY_VERSION = new StructureCheck(Targets.any(), Definitions.none());

    private static final Map<String, FieldRules> RULES = Map.of("networking.k8s.io", new NetworkingRules());

    private final Targets targets;
    private final Definitions definitions;

    StructureCheck(Targets targets, Definitions definitions) {
        this.targets = targets;
        this.definitions = definitions;
    }

    @Override
    public String name() {
        return "structure";
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        Definitions known = Definitions.in(manifests).with(definitions);
        for (Manifest manifest : manifests.manifests()) {
            Report report = new Report(manifest, manifests, into);
            if (isDefined(manifest, known)) {
                checkDefined(manifest, known, report);
                continue;
            }
            ApiKind kind = Schemas.kind(manifest.apiVersion(), manifest.kind()).orElse(null);
            if (kind == null || !kind.isServed()) {
                checkUnknown(manifest, kind, report);
            } else if (checkVersions(kind, report)) {
                checkShape(Shapes.of(kind), manifest, report);
                if (Schemas.isKubernetesGroup(manifest.id().group())) {
                    checkRules(manifest, report);
                    FieldRules rules = RULES.get(manifest.id().group());
                    if (rules != null) {
                        rules.check(manifest, report);
                    }
                }
            }
        }
    }

    /** Whether there is a definition of an object's kind, which then takes precedence over the description. */
    private static boolean isDefined(Manifest manifest, Definitions known) {
        return !known.isEmpty()
                && !Schemas.isKubernetesGroup(manifest.id().group())
                && known.of(manifest.id()).isPresent();
    }

    /** See {@link Checks#undescribed}. */
    static List<Manifest> undescribed(ManifestSet manifests, Definitions definitions) {
        Definitions known = Definitions.in(manifests).with(definitions);
        List<Manifest> undescribed = new ArrayList<>();
        for (Manifest manifest : manifests.manifests()) {
            boolean isDescribed = isDefined(manifest, known)
                    ? known.shape(manifest).isPresent()
                            || !known.servedInstead(manifest).isEmpty()
                    : describes(manifest);
            if (!isDescribed) {
                undescribed.add(manifest);
            }
        }
        return undescribed;
    }

    /** Whether an object's kind is described, or is one that its API group does not have. */
    private static boolean describes(Manifest manifest) {
        String group = manifest.id().group();
        ApiKind kind = Schemas.kind(manifest.apiVersion(), manifest.kind()).orElse(null);
        return Schemas.isKubernetesGroup(group) || group.indexOf('.') < 0 || kind != null && kind.isServed();
    }

    private void checkShape(Shape shape, Manifest manifest, Report report) {
        String path = manifest.id().toString();
        ShapeCheck.check(shape, manifest.tree(), path, report.locations(), report.problems(), targets);
        ArgoCdCheck argoCd = new ArgoCdCheck(path, report.locations(), report.problems(), targets);
        SyncAnnotations.check(Trees.map(manifest.tree(), "metadata", "annotations"), argoCd);
        if (manifest.apiVersion().equals(ArgoCdCheck.API_VERSION)) {
            argoCd.checkRules(manifest.kind(), manifest.tree());
        }
    }

    /** Checks an object of a kind that has a definition. */
    private void checkDefined(Manifest manifest, Definitions known, Report report) {
        List<String> served = known.servedInstead(manifest);
        if (!served.isEmpty()) {
            report.error(
                    ProblemCodes.UNKNOWN_KIND,
                    "apiVersion",
                    "the definition of `" + manifest.kind() + "` does not serve `" + manifest.apiVersion() + "`",
                    "write `apiVersion: " + manifest.id().group() + "/" + served.get(0) + "`");
            return;
        }
        checkShape(known.shape(manifest).orElseGet(Shapes::customResource), manifest, report);
    }

    /** Checks what every object has in common, and no more. */
    private void checkMetadata(Manifest manifest, Report report) {
        checkShape(Shapes.unknownObject(), manifest, report);
    }

    /** Reports a kind that its API group does not have, if the group is one of Kubernetes. */
    private void checkUnknown(Manifest manifest, @Nullable ApiKind removed, Report report) {
        String apiVersion = manifest.apiVersion();
        String kind = manifest.kind();
        String group = manifest.id().group();
        if (removed != null) {
            report.error(
                    ProblemCodes.UNKNOWN_KIND,
                    "apiVersion",
                    "`" + kind + "` of `" + apiVersion + "` was removed in "
                            + removed.removed().map(ProductVersion::toString).orElse("an earlier version"),
                    removed.replacement().isEmpty() ? "remove the object" : "write " + instead(removed));
            return;
        }
        boolean isKubernetes = Schemas.isKubernetesGroup(group) || group.indexOf('.') < 0;
        // Others define kinds below k8s.io too, as the Gateway API does; those have names of their own.
        List<String> elsewhere = isKubernetes || group.endsWith(".k8s.io") ? Schemas.apiVersionsOf(kind) : List.of();
        if (apiVersion.startsWith("argoproj.io/")
                && Schemas.kind(ArgoCdCheck.API_VERSION, kind).isPresent()) {
            elsewhere = List.of(ArgoCdCheck.API_VERSION);
        }
        if (!isKubernetes && elsewhere.isEmpty()) {
            checkMetadata(manifest, report);
            return;
        }
        report.error(
                ProblemCodes.UNKNOWN_KIND,
                elsewhere.isEmpty() ? "kind" : "apiVersion",
                "`" + kind + "` is not a kind of `" + apiVersion + "`",
                elsewhere.isEmpty() ? meant(apiVersion, kind) : "write `apiVersion: " + elsewhere.get(0) + "`");
    }

    private static String instead(ApiKind kind) {
        String replacement = kind.replacement();
        int space = replacement.indexOf(' ');
        String sameKind = replacement.substring(0, space);
        return replacement.endsWith(" " + kind.kind())
                ? "`apiVersion: " + sameKind + "`"
                : "a `" + replacement.substring(space + 1) + "` of `" + sameKind + "`";
    }

    /** Whether the version that is checked for serves a kind; also reports a kind that is deprecated in it. */
    private boolean checkVersions(ApiKind kind, Report report) {
        VersionRange range = kind.versions();
        if (range.isAll() && kind.deprecated().isEmpty()) {
            return true;
        }
        String name = "`" + kind.kind() + "` of `" + kind.apiVersion() + "`";
        ProductVersion target = targets.of(
                        range.isAll()
                                ? kind.deprecated().map(ProductVersion::product).orElse("")
                                : range.product())
                .orElse(null);
        if (!range.isAll() && target == null) {
            report.warning(
                    ProblemCodes.VERSION_DEPENDENT,
                    "apiVersion",
                    name + " exists only in " + range,
                    "make sure that your cluster has such a version, or check for the version that it has");
        } else if (target != null && !range.contains(target)) {
            report.error(
                    ProblemCodes.UNKNOWN_KIND,
                    "apiVersion",
                    name + " exists only in " + range + ", and not in " + target,
                    "write another `apiVersion`" + others(kind));
            return false;
        }
        kind.deprecated()
                .filter(since -> (target == null ? newest() : target).compareTo(since) >= 0)
                .ifPresent(since -> report.warning(
                        ProblemCodes.API_DEPRECATED,
                        "apiVersion",
                        name + " is deprecated since " + since
                                + kind.removed()
                                        .map(version -> " and removed in " + version.number())
                                        .orElse(""),
                        inPlaceOf(kind, target)));
        return true;
    }

    /** What to write instead of a kind that is deprecated. */
    private static String inPlaceOf(ApiKind kind, @Nullable ProductVersion target) {
        if (!kind.replacement().isEmpty()) {
            return "write " + instead(kind);
        }
        for (String apiVersion : Schemas.apiVersionsOf(kind.kind())) {
            VersionRange range =
                    Schemas.kind(apiVersion, kind.kind()).orElseThrow().versions();
            if (!apiVersion.equals(kind.apiVersion()) && range.contains(target == null ? newest() : target)) {
                return "write `apiVersion: " + apiVersion + "`";
            }
        }
        return "use another kind";
    }

    private static String others(ApiKind kind) {
        List<String> others = new ArrayList<>(Schemas.apiVersionsOf(kind.kind()));
        others.remove(kind.apiVersion());
        return others.isEmpty() ? "" : ", such as `" + others.get(0) + "`";
    }

    private static ProductVersion newest() {
        List<ProductVersion> versions = Schemas.kubernetesVersions();
        return versions.get(versions.size() - 1);
    }

    private static String meant(String apiVersion, String kind) {
        Optional<String> near = Names.nearest(kind, Schemas.kindsOf(apiVersion));
        if (near.isPresent()) {
            return "did you mean `" + near.get() + "`? If so, write it";
        }
        Optional<String> anywhere = Names.nearest(kind, new ArrayList<>(Schemas.kubernetesKinds()));
        return anywhere.isPresent()
                ? "did you mean `" + anywhere.get() + "` of `"
                        + Schemas.apiVersionsOf(anywhere.get()).get(0) + "`? If so, write both"
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
            case "Job", "CronJob" -> checkRestarts(manifest, report);
            default -> {}
        }
    }

    /** The pods of a Job end, and the default of pods, to start again, is not for them. */
    private static void checkRestarts(Manifest job, Report report) {
        Pods pods = Pods.of(job);
        if (pods == null || pods.spec().isEmpty()) {
            return;
        }
        String policy = Trees.text(pods.spec(), "restartPolicy");
        String place = pods.path("restartPolicy");
        if (policy.isEmpty()) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    place,
                    "`restartPolicy` is missing in the pods of a Job",
                    "write `restartPolicy: OnFailure` or `restartPolicy: Never`");
        } else if (policy.equals("Always")) {
            report.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    place,
                    "`restartPolicy` is `Always`, which the pods of a Job cannot have",
                    "write `OnFailure` or `Never`");
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
