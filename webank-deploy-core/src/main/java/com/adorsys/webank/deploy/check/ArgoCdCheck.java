package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Schemas;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.Shapes;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.schema.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the objects of Argo CD: Applications, AppProjects and ApplicationSets, by what Argo CD publishes of them, and by the
 * rules between their fields. A definition of such a kind replaces what is published, and the rules stay.
 */
public final class ArgoCdCheck {
    static final String API_VERSION = "argoproj.io/v1alpha1";

    private static final String MIGRATION = "ClientSideApplyMigration";
    private static final List<String> SYNC_OPTIONS = List.of(
            "CreateNamespace",
            "ServerSideApply",
            "PruneLast",
            "FailOnSharedResource",
            "ApplyOutOfSyncOnly",
            "RespectIgnoreDifferences",
            "Replace",
            "SkipDryRunOnMissingResource",
            "PrunePropagationPolicy",
            "Validate",
            "Prune",
            "Delete",
            MIGRATION);
    /** The sync options that an object can have by its annotation. */
    static final List<String> OBJECT_OPTIONS;

    static {
        List<String> options = new ArrayList<>(SYNC_OPTIONS);
        options.add("Force");
        OBJECT_OPTIONS = List.copyOf(options);
    }

    private static final List<String> FINALIZERS = List.of(
            "resources-finalizer.argocd.argoproj.io",
            "resources-finalizer.argocd.argoproj.io/background",
            "resources-finalizer.argocd.argoproj.io/foreground",
            "post-delete-finalizer.argocd.argoproj.io",
            "post-delete-finalizer.argocd.argoproj.io/cleanup",
            "pre-delete-finalizer.argocd.argoproj.io",
            "pre-delete-finalizer.argocd.argoproj.io/cleanup");

    private final Locations locations;
    private final List<Problem> problems;
    private final Targets targets;

    /** A check of one object. */
    ArgoCdCheck(Locations locations, List<Problem> problems, Targets targets) {
        this.locations = locations;
        this.problems = problems;
        this.targets = targets;
    }

    /** Every problem of a document that is an Application, or is meant to be one. The caller may add to the list. */
    public static List<Problem> application(Tree document, Locations locations, Targets targets) {
        return document("Application", document, locations, targets);
    }

    /** Every problem of a document that is an AppProject, or is meant to be one. The caller may add to the list. */
    public static List<Problem> project(Tree document, Locations locations, Targets targets) {
        return document("AppProject", document, locations, targets);
    }

    /** The problems of an ApplicationSet, structure and rules. */
    public static List<Problem> applicationSet(Tree document, Locations locations, Targets targets) {
        return document("ApplicationSet", document, locations, targets);
    }

    private static List<Problem> document(String kind, Tree document, Locations locations, Targets targets) {
        List<Problem> problems = new ArrayList<>();
        Shape shape = Shapes.of(Schemas.kind(API_VERSION, kind).orElseThrow());
        ShapeCheck.check(shape, document, locations, problems, targets);
        if (document instanceof MapTree map) {
            ArgoCdCheck check = new ArgoCdCheck(locations, problems, targets);
            SyncAnnotations.check(Trees.map(map, "metadata", "annotations"), check);
            check.checkRules(kind, map);
        }
        return problems;
    }

    /** Checks the rules between the fields of an object, whoever describes its structure. Other kinds have no rules. */
    void checkRules(String kind, MapTree object) {
        MapTree metadata = Trees.map(object, "metadata");
        MapTree spec = Trees.map(object, "spec");
        switch (kind) {
            case "Application" -> {
                checkFinalizers(metadata);
                if (object.map("spec").isPresent()) {
                    checkSources(spec);
                    checkSyncPolicy(Trees.map(spec, "syncPolicy"));
                    checkIgnoredReplicas(spec);
                }
            }
            case "AppProject" -> ProjectRules.check(Trees.text(metadata, "name"), spec, this);
            case "ApplicationSet" -> ApplicationSetRules.check(spec, this);
            default -> {}
        }
    }

    private void checkFinalizers(MapTree metadata) {
        ListTree finalizers = Trees.list(metadata, "finalizers");
        for (int i = 0; i < finalizers.size(); i++) {
            String finalizer = Trees.text(finalizers.get(i));
            Optional<String> meant = finalizer.length() > 80 ? Optional.empty() : Names.nearest(finalizer, FINALIZERS);
            if (!FINALIZERS.contains(finalizer) && meant.isPresent()) {
                warning(
                        ProblemCodes.UNKNOWN_VALUE,
                        TreePath.child("metadata.finalizers", i),
                        Problem.quote(finalizer) + " is not a finalizer of Argo CD",
                        "did you mean `" + meant.get() + "`? If not, remove it");
            }
        }
    }

    private void checkSources(MapTree spec) {
        ListTree sources = Trees.list(spec, "sources");
        boolean hasHydrator = Trees.isSet(spec, "sourceHydrator");
        if (!Trees.isSet(spec, "source") && sources.isEmpty() && !hasHydrator) {
            error(ProblemCodes.MISSING_KEY, "spec.source", "`source` is missing in `spec`", "write it");
        }
        if (Trees.isSet(spec, "source") && !sources.isEmpty()) {
            warning(
                    ProblemCodes.IGNORED_KEY,
                    "spec.source",
                    "`source` is ignored, because `sources` is set",
                    "remove one of the two");
        }
        if (Trees.isSet(spec, "source") && hasHydrator) {
            warning(
                    ProblemCodes.IGNORED_KEY,
                    "spec.source",
                    "`source` is ignored, because `sourceHydrator` is set",
                    "remove one of the two");
        }
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i) instanceof MapTree source) {
                checkSource(source, TreePath.child("spec.sources", i), Trees.isSet(source, "ref"));
            }
        }
        SourceReferences.check(spec, "spec", this);
        if (sources.isEmpty() && !hasHydrator && spec.get("source") instanceof MapTree source) {
            checkSource(source, "spec.source", false);
        }
    }

    private void checkSource(MapTree source, String path, boolean isReference) {
        boolean isChart = isGiven(source, "chart");
        if (UrlCredentials.areIn(Trees.text(source, "repoURL"))) {
            warning(
                    ProblemCodes.URL_CREDENTIALS,
                    TreePath.child(path, "repoURL"),
                    "the address contains a user, a password or a token",
                    "write the plain address, and give Argo CD the credentials in a repository Secret");
        }
        if (!isChart && !isGiven(source, "path") && !isReference) {
            error(
                    ProblemCodes.MISSING_KEY,
                    path,
                    "the source has neither `path` nor `chart`",
                    "write `path` for a folder of a Git repository, or `chart` for a chart");
        }
        if (isChart && Trees.text(source, "targetRevision").isEmpty() && !isOther(source.get("targetRevision"))) {
            error(
                    ProblemCodes.MISSING_KEY,
                    TreePath.child(path, "targetRevision"),
                    "`targetRevision` is missing beside `chart`",
                    "name the chart's version, as in `targetRevision: \"1.2.3\"`");
        }
        MapTree helm = Trees.map(source, "helm");
        if (isGiven(helm, "values") && Trees.isSet(helm, "valuesObject")) {
            warning(
                    ProblemCodes.IGNORED_KEY,
                    path + ".helm.values",
                    "`values` is ignored, because `valuesObject` is set",
                    "remove one of the two");
        }
    }

    /** Whether a key is set to more than an empty text, which counts as missing. */
    private static boolean isGiven(MapTree map, String key) {
        return Trees.isSet(map, key) && !map.string(key).filter(String::isEmpty).isPresent();
    }

    /** Whether a value of a wrong type is there, which the shape has reported already. */
    private static boolean isOther(@Nullable Tree tree) {
        return tree != null && !(tree instanceof ScalarTree scalar && (scalar.isString() || scalar.isNull()));
    }

    private void checkSyncPolicy(MapTree policy) {
        ListTree options = Trees.list(policy, "syncOptions");
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i) instanceof ScalarTree option && option.isString()) {
                checkOption(option.text(), SYNC_OPTIONS, TreePath.child("spec.syncPolicy.syncOptions", i));
            }
        }
        if (has(policy, "Replace=true") && has(policy, "ServerSideApply=true")) {
            warning(
                    ProblemCodes.IGNORED_KEY,
                    "spec.syncPolicy.syncOptions",
                    "`ServerSideApply=true` is ignored, because `Replace=true` is set",
                    "remove one of the two");
        }
        if (Trees.isSet(policy, "managedNamespaceMetadata") && !has(policy, "CreateNamespace=true")) {
            warning(
                    ProblemCodes.IGNORED_KEY,
                    "spec.syncPolicy.managedNamespaceMetadata",
                    "`managedNamespaceMetadata` has no effect without `CreateNamespace=true`",
                    "add `CreateNamespace=true` to `syncOptions`, or remove the key");
        }
    }

    /** Whether a sync policy has a sync option. */
    private static boolean has(MapTree policy, String option) {
        for (Tree item : Trees.list(policy, "syncOptions")) {
            if (Trees.text(item).equals(option)) {
                return true;
            }
        }
        return false;
    }

    /** A sync applies fields that are ignored too, so that it undoes what an autoscaler sets, unless an option prevents it. */
    private void checkIgnoredReplicas(MapTree spec) {
        ListTree differences = Trees.list(spec, "ignoreDifferences");
        for (int i = 0; i < differences.size(); i++) {
            MapTree difference = Trees.map(differences, i);
            boolean ignoresReplicas = false;
            for (Tree pointer : Trees.list(difference, "jsonPointers")) {
                ignoresReplicas |= Trees.text(pointer).equals("/spec/replicas");
            }
            for (Tree expression : Trees.list(difference, "jqPathExpressions")) {
                ignoresReplicas |= Trees.text(expression).equals(".spec.replicas");
            }
            if (ignoresReplicas && !has(Trees.map(spec, "syncPolicy"), "RespectIgnoreDifferences=true")) {
                warning(
                        ProblemCodes.AUTOSCALER_REPLICAS,
                        TreePath.child("spec.ignoreDifferences", i),
                        "the replicas are ignored in comparisons only: a sync sets them again, and undoes what an autoscaler"
                                + " has set",
                        "add `RespectIgnoreDifferences=true` to `syncOptions`, or leave `replicas` out of the manifests");
            }
        }
    }

    /** Checks an option of an Application or of one object, beside those that there are. */
    void checkOption(String option, List<String> known, String path) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? "" : option.substring(equals + 1);
        if (!known.contains(name)) {
            Optional<String> meant = name.length() > 80 ? Optional.empty() : Names.nearest(name, known);
            String example = name.isEmpty() || meant.isEmpty()
                    ? ""
                    : meant.get() + "="
                            + (values(meant.get()).contains(value)
                                    ? value
                                    : values(meant.get()).get(0));
            error(
                    ProblemCodes.UNKNOWN_VALUE,
                    path,
                    Problem.quote(option) + " is not a sync option",
                    example.isEmpty()
                            ? "write one of " + listed(known)
                            : "did you mean `" + example + "`? If not, remove it");
        } else if (!values(name).contains(value)) {
            error(
                    ProblemCodes.UNKNOWN_VALUE,
                    path,
                    Problem.quote(option) + " has a value that Argo CD does not know",
                    "write `" + name + "=` and one of " + listed(values(name)));
        } else if (name.equals(MIGRATION)) {
            versioned(VersionRange.since(ProductVersion.argoCd("3.1")), path, "`" + name + "` is a sync option");
        }
    }

    /** Reports a text that not every version of Argo CD knows. */
    void versioned(VersionRange range, String path, String fact) {
        ShapeWalk.at(path, locations, problems, targets)
                .versioned(range, ProblemCodes.UNKNOWN_VALUE, fact, "remove it");
    }

    private static List<String> values(String option) {
        return switch (option) {
            case "PrunePropagationPolicy" -> List.of("foreground", "background", "orphan");
            case "Prune", "Delete" -> List.of("true", "false", "confirm");
            default -> List.of("true", "false");
        };
    }

    private static String listed(List<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }

    void error(String code, String path, String what, String remedy) {
        problems.add(Problem.error(code, locations.of(path), what, remedy));
    }

    void warning(String code, String path, String what, String remedy) {
        problems.add(Problem.warning(code, locations.of(path), what, remedy));
    }
}
