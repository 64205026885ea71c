package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.Locations;
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

    /** By API group. */
    private static final Map<String, FieldRules> RULES = Map.of(
            "", new CoreRules(),
            "admissionregistration.k8s.io", new WebhookRules(),
            "apiextensions.k8s.io", new DefinitionRules(),
            "apps", new AppsRules(),
            "autoscaling", new AutoscalingRules(),
            "batch", new BatchRules(),
            "networking.k8s.io", new NetworkingRules(),
            "policy", new PolicyRules(),
            "rbac.authorization.k8s.io", new RoleRules(),
            "scheduling.k8s.io", new SchedulingRules());

    private static final String ARGO = "argoproj.io";

    /** The kinds of Argo CD, Rollouts, Workflows, Events, and the operator. */
    private static final List<String> ARGO_KINDS = List.of(
            "Application",
            "ApplicationSet",
            "AppProject",
            "AnalysisRun",
            "AnalysisTemplate",
            "ArgoCD",
            "ClusterAnalysisTemplate",
            "ClusterWorkflowTemplate",
            "CronWorkflow",
            "EventBus",
            "EventSource",
            "Experiment",
            "ImageUpdater",
            "NotificationsConfiguration",
            "Rollout",
            "Sensor",
            "Workflow",
            "WorkflowArtifactGCTask",
            "WorkflowEventBinding",
            "WorkflowTaskResult",
            "WorkflowTaskSet",
            "WorkflowTemplate");

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
    public Reach reach() {
        return Reach.OBJECT;
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        Definitions known = Definitions.in(manifests).with(definitions);
        for (Manifest manifest : manifests) {
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
                String group = manifest.id().group();
                if (Schemas.isKubernetesGroup(group)) {
                    checkRules(group, manifest, report);
                }
            }
        }
    }

    /** Whether there is a definition of an object's kind, which then takes precedence over the description. */
    private static boolean isDefined(Manifest manifest, Definitions known) {
        return !known.isEmpty()
                && !Schemas.isKubernetesGroup(manifest.id().group())
                && (known.of(manifest.id()).isPresent()
                        || !known.alternatives(manifest.id()).isEmpty());
    }

    /** See {@link Checks#undescribed}. */
    static List<Manifest> undescribed(ManifestSet manifests, Definitions definitions) {
        Definitions known = Definitions.in(manifests).with(definitions);
        List<Manifest> undescribed = new ArrayList<>();
        for (Manifest manifest : manifests.manifests()) {
            boolean isDescribed = isDefined(manifest, known)
                    ? known.shape(manifest).isPresent()
                            || !known.servedInstead(manifest).isEmpty()
                            || !known.alternatives(manifest.id()).isEmpty()
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
        return Schemas.isKubernetesGroup(group)
                || group.indexOf('.') < 0
                || group.equals(ARGO) && !ARGO_KINDS.contains(manifest.kind())
                || kind != null && kind.isServed();
    }

    private void checkShape(Shape shape, Manifest manifest, Report report) {
        Locations places = report.locations();
        ShapeCheck.check(shape, manifest.tree(), places, report.problems(), targets);
        MetadataRules.checkManagedFields(manifest, report);
        MapTree annotations = Trees.map(manifest.tree(), "metadata", "annotations");
        boolean isOfArgoCd = manifest.apiVersion().equals(ArgoCdCheck.API_VERSION);
        if (isOfArgoCd || SyncAnnotations.areIn(annotations)) {
            ArgoCdCheck argoCd = new ArgoCdCheck(places, report.problems(), targets);
            SyncAnnotations.check(annotations, argoCd);
            if (isOfArgoCd) {
                argoCd.checkRules(manifest.kind(), manifest.tree());
            }
        }
    }

    /** Checks an object of a kind that has definitions. An error is what all of them refuse. */
    private void checkDefined(Manifest manifest, Definitions known, Report report) {
        List<Definitions> alternatives = known.alternatives(manifest.id());
        if (alternatives.isEmpty()) {
            checkDefinition(manifest, known, report);
            return;
        }
        boolean isKnown = known.of(manifest.id()).isPresent();
        List<Problem> problems = new ArrayList<>();
        checkDefinition(manifest, isKnown ? known : alternatives.get(0), report.into(problems));
        boolean isRefused = hasError(problems) && areRefusing(alternatives, manifest, report);
        for (Problem problem : problems) {
            if (isRefused || !problem.isError()) {
                report.problems().add(problem);
            } else if (isKnown) {
                report.problems()
                        .add(problem.withSeverity(Severity.WARNING)
                                .withWhat(problem.what() + "; another definition of `" + manifest.kind()
                                        + "` in these files allows it"));
            }
        }
    }

    private static boolean hasError(List<Problem> problems) {
        for (Problem problem : problems) {
            if (problem.isError()) {
                return true;
            }
        }
        return false;
    }

    private boolean areRefusing(List<Definitions> alternatives, Manifest manifest, Report report) {
        for (Definitions alternative : alternatives) {
            List<Problem> problems = new ArrayList<>();
            checkDefinition(manifest, alternative, report.into(problems));
            if (!hasError(problems)) {
                return false;
            }
        }
        return true;
    }

    private void checkDefinition(Manifest manifest, Definitions known, Report report) {
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
        if (group.equals(ARGO) && !ARGO_KINDS.contains(kind)) {
            Optional<String> near = Names.nearest(kind, ARGO_KINDS);
            report.error(
                    ProblemCodes.UNKNOWN_KIND,
                    "kind",
                    Problem.quote(kind) + " is not a kind of `" + ARGO + "`",
                    near.isPresent() ? "did you mean `" + near.get() + "`? If so, write it" : "correct the kind");
            return;
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

    /** The rules of the API server between fields. */
    private void checkRules(String group, Manifest manifest, Report report) {
        FieldRules rules = RULES.get(group);
        if (rules != null) {
            rules.check(manifest, targets, report);
        }
        MetadataRules.check(manifest, report);
        Pods pods = Pods.of(manifest);
        if (pods != null) {
            PodFieldRules.check(pods, report);
        }
    }
}
