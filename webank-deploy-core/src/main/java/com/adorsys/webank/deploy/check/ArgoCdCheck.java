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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the objects of Argo CD: Applications, AppProjects and ApplicationSets, by what Argo CD publishes of them, and by the
 * rules between their fields. A definition of such a kind replaces what is published, and the rules stay.
 */
public final class ArgoCdCheck {
    static final String API_VERSION = "argoproj.io/v1alpha1";

    private static final String SYNC_WAVE = "argocd.argoproj.io/sync-wave";
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
    private static final List<String> FINALIZERS = List.of(
            "resources-finalizer.argocd.argoproj.io",
            "resources-finalizer.argocd.argoproj.io/background",
            "resources-finalizer.argocd.argoproj.io/foreground",
            "post-delete-finalizer.argocd.argoproj.io",
            "post-delete-finalizer.argocd.argoproj.io/cleanup",
            "pre-delete-finalizer.argocd.argoproj.io",
            "pre-delete-finalizer.argocd.argoproj.io/cleanup");

    private final String base;
    private final Locations locations;
    private final List<Problem> problems;
    private final Targets targets;

    /**
     * A check of one object.
     *
     * @param base where the object stands; empty if the document is the object
     */
    ArgoCdCheck(String base, Locations locations, List<Problem> problems, Targets targets) {
        this.base = base;
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
        ShapeCheck.check(shape, document, "", locations, problems, targets);
        if (document instanceof MapTree map) {
            new ArgoCdCheck("", locations, problems, targets).checkRules(kind, map);
        }
        return problems;
    }

    /** Checks the rules between the fields of an object, whoever describes its structure. Other kinds have no rules. */
    void checkRules(String kind, MapTree object) {
        MapTree metadata = Trees.map(object, "metadata");
        MapTree spec = Trees.map(object, "spec");
        switch (kind) {
            case "Application" -> {
                checkWave(metadata);
                checkFinalizers(metadata);
                if (object.map("spec").isPresent()) {
                    checkSources(spec);
                    checkSyncPolicy(Trees.map(spec, "syncPolicy"));
                }
            }
            case "AppProject" -> {
                checkWave(metadata);
                checkRoles(Trees.text(metadata, "name"), Trees.list(spec, "roles"));
                checkWindows(Trees.list(spec, "syncWindows"));
            }
            case "ApplicationSet" -> {
                checkWave(metadata);
                checkGenerators(Trees.list(spec, "generators"), "spec.generators");
                SourceReferences.check(
                        Trees.list(spec, "template", "spec", "sources"), "spec.template.spec.sources", this);
                TemplateParameters.check(spec, this);
            }
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
                        "did you mean `" + meant.get() + "`? if not, remove it");
            }
        }
    }

    private void checkWave(MapTree metadata) {
        Tree wave = Trees.map(metadata, "annotations").get(SYNC_WAVE);
        if (wave instanceof ScalarTree scalar && scalar.isString() && !isInteger(scalar.text())) {
            error(
                    ProblemCodes.TEXT_INVALID,
                    TreePath.child("metadata.annotations", SYNC_WAVE),
                    "the sync wave " + Problem.quote(scalar.text()) + " is not a whole number",
                    "write a whole number in quotes, as in `\"1\"`");
        }
    }

    private static boolean isInteger(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > from && text.length() < 11;
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
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i) instanceof MapTree source) {
                checkSource(source, TreePath.child("spec.sources", i), Trees.isSet(source, "ref"));
            }
        }
        SourceReferences.check(sources, "spec.sources", this);
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
        boolean createsNamespace = false;
        ListTree options = Trees.list(policy, "syncOptions");
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i) instanceof ScalarTree option && option.isString()) {
                checkOption(option.text(), TreePath.child("spec.syncPolicy.syncOptions", i));
                createsNamespace |= option.text().equals("CreateNamespace=true");
            }
        }
        if (Trees.isSet(policy, "managedNamespaceMetadata") && !createsNamespace) {
            warning(
                    ProblemCodes.IGNORED_KEY,
                    "spec.syncPolicy.managedNamespaceMetadata",
                    "`managedNamespaceMetadata` has no effect without `CreateNamespace=true`",
                    "add `CreateNamespace=true` to `syncOptions`, or remove the key");
        }
    }

    private void checkOption(String option, String path) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? "" : option.substring(equals + 1);
        if (!SYNC_OPTIONS.contains(name)) {
            Optional<String> meant = name.length() > 80 ? Optional.empty() : Names.nearest(name, SYNC_OPTIONS);
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
                            ? "write one of " + listed(SYNC_OPTIONS)
                            : "did you mean `" + example + "`? if not, remove it");
        } else if (!values(name).contains(value)) {
            error(
                    ProblemCodes.UNKNOWN_VALUE,
                    path,
                    Problem.quote(option) + " has a value that Argo CD does not know",
                    "write `" + name + "=` and one of " + listed(values(name)));
        } else if (name.equals(MIGRATION)) {
            new ShapeWalk(TreePath.join(base, path), locations, problems, targets)
                    .versioned(
                            VersionRange.since(ProductVersion.argoCd("3.1")),
                            ProblemCodes.UNKNOWN_VALUE,
                            "`" + name + "` is a sync option",
                            "remove it");
        }
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

    /** The roles of a project: their names and policies. */
    private void checkRoles(String project, ListTree roles) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < roles.size(); i++) {
            MapTree role = Trees.map(roles, i);
            String path = TreePath.child("spec.roles", i);
            String name = Trees.text(role, "name");
            if (!name.isEmpty() && !names.add(name)) {
                error(
                        ProblemCodes.DUPLICATE,
                        TreePath.child(path, "name"),
                        "there are two roles named " + Problem.quote(name),
                        "remove one of them");
            }
            ListTree policies = Trees.list(role, "policies");
            for (int j = 0; j < policies.size(); j++) {
                if (policies.get(j) instanceof ScalarTree policy && policy.isString() && !name.isEmpty()) {
                    checkPolicy(
                            policy.text(),
                            "proj:" + project + ":" + name,
                            TreePath.child(TreePath.child(path, "policies"), j));
                }
            }
        }
    }

    private void checkPolicy(String policy, String subject, String path) {
        String[] parts = policy.split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].strip();
        }
        if (parts.length != 6 || !parts[0].equals("p")) {
            error(
                    ProblemCodes.TEXT_INVALID,
                    path,
                    Problem.quote(policy) + " is not a policy",
                    "write `p, " + subject + ", applications, sync, PROJECT/APPLICATION, allow`");
        } else if (!parts[1].equals(subject)) {
            error(
                    ProblemCodes.TEXT_INVALID,
                    path,
                    "the policy is for " + Problem.quote(parts[1]) + ", but belongs to another role",
                    "write `" + subject + "`");
        } else if (!parts[5].equals("allow") && !parts[5].equals("deny")) {
            error(
                    ProblemCodes.TEXT_INVALID,
                    path,
                    "the policy ends with " + Problem.quote(parts[5]),
                    "write `allow` or `deny`");
        }
    }

    private void checkWindows(ListTree windows) {
        for (int i = 0; i < windows.size(); i++) {
            MapTree window = Trees.map(windows, i);
            if (!window.isEmpty()
                    && Trees.list(window, "applications").isEmpty()
                    && Trees.list(window, "namespaces").isEmpty()
                    && Trees.list(window, "clusters").isEmpty()) {
                error(
                        ProblemCodes.MISSING_KEY,
                        TreePath.child("spec.syncWindows", i),
                        "the window applies to no Application, namespace or cluster",
                        "write one of `applications`, `namespaces` and `clusters`, as in `applications: [\"*\"]`");
            }
        }
    }

    /** A matrix combines two generators, a merge at least two. */
    private void checkGenerators(ListTree generators, String path) {
        for (int i = 0; i < generators.size(); i++) {
            MapTree generator = Trees.map(generators, i);
            checkInner(Trees.map(generator, "matrix"), TreePath.child(TreePath.child(path, i), "matrix"));
            checkInner(Trees.map(generator, "merge"), TreePath.child(TreePath.child(path, i), "merge"));
        }
    }

    private void checkInner(MapTree generator, String path) {
        Optional<ListTree> inner = generator.list("generators");
        String place = TreePath.child(path, "generators");
        if (inner.isEmpty()) {
            return;
        }
        int size = inner.get().size();
        boolean isMatrix = path.endsWith("matrix");
        if (size < 2 || isMatrix && size > 2) {
            error(
                    ProblemCodes.OUT_OF_RANGE,
                    place,
                    (isMatrix ? "a matrix combines two generators" : "a merge combines two generators or more")
                            + "; there are " + size,
                    isMatrix ? "write two; one of them may be a matrix or a merge itself" : "write at least two");
        }
        checkGenerators(inner.get(), place);
    }

    void error(String code, String path, String what, String remedy) {
        problems.add(Problem.error(code, locations.of(TreePath.join(base, path)), what, remedy));
    }

    void warning(String code, String path, String what, String remedy) {
        problems.add(Problem.warning(code, locations.of(TreePath.join(base, path)), what, remedy));
    }
}
