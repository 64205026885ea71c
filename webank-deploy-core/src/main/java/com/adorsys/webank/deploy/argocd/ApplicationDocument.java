package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.check.ShapeCheck;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An Application that others wrote: its problems, and the charts that it installs. Immutable.
 *
 * <p>Reading is lenient, so that an invalid document can be read too; {@link #check} reports what is invalid.
 */
public final class ApplicationDocument {
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
            "ClientSideApplyMigration");
    private static final List<String> FINALIZERS = List.of(
            "resources-finalizer.argocd.argoproj.io",
            "resources-finalizer.argocd.argoproj.io/background",
            "resources-finalizer.argocd.argoproj.io/foreground",
            "post-delete-finalizer.argocd.argoproj.io",
            "post-delete-finalizer.argocd.argoproj.io/cleanup",
            "pre-delete-finalizer.argocd.argoproj.io",
            "pre-delete-finalizer.argocd.argoproj.io/cleanup");

    private final MapTree tree;

    private ApplicationDocument(MapTree tree) {
        this.tree = tree;
    }

    /** Whether a document is an Application of Argo CD. */
    public static boolean isApplication(Tree document) {
        return document instanceof MapTree map
                && Trees.text(map, "kind").equals("Application")
                && Trees.text(map, "apiVersion").startsWith("argoproj.io/");
    }

    /** An Application's parts. */
    public static ApplicationDocument of(MapTree document) {
        return new ApplicationDocument(document);
    }

    /** Every problem of an Application for Argo CD {@link ArgoCdVersion#V2_13 2.13}, in the order of the document's lines. */
    public static List<Problem> check(Tree document, Locations locations) {
        return check(document, locations, ArgoCdVersion.V2_13);
    }

    /**
     * Every problem of an Application for a version of Argo CD.
     *
     * <p>Values of a chart, such as {@code valuesObject}, are not checked.
     */
    public static List<Problem> check(Tree document, Locations locations, ArgoCdVersion target) {
        Shape shape = target.equals(ArgoCdVersion.V2_13) ? DefaultShape.VALUE : ApplicationShape.of(target);
        List<Problem> problems = ShapeCheck.problems(shape, document, locations);
        if (document instanceof MapTree map) {
            new Rules(map, locations, target, problems).check();
        }
        problems.sort(
                Comparator.comparingInt((Problem problem) -> problem.location().line())
                        .thenComparingInt(problem -> problem.location().column()));
        return problems;
    }

    /** The Application's name; empty if it has none. */
    public String name() {
        return Trees.text(tree, "metadata", "name");
    }

    /** The namespace that it is applied to; empty if it names none. */
    public String namespace() {
        return Trees.text(tree, "spec", "destination", "namespace");
    }

    /** The charts that it installs, in order; {@code sources} win over {@code source}. */
    public List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        for (Source source : sources(tree)) {
            if (source.tree.get("chart") instanceof ScalarTree chart && chart.isString()) {
                charts.add(new Chart(this, source, chart.text()));
            }
        }
        return List.copyOf(charts);
    }

    /** A chart that an Application installs. Immutable. */
    public static final class Chart {
        private final ApplicationDocument application;
        private final Source source;
        private final String name;
        private final MapTree helm;

        private Chart(ApplicationDocument application, Source source, String name) {
            this.application = application;
            this.source = source;
            this.name = name;
            this.helm = Trees.map(source.tree, "helm");
        }

        /** The chart's name. */
        public String name() {
            return name;
        }

        /** The chart's version; empty if none is named. */
        public String version() {
            return Trees.text(source.tree, "targetRevision");
        }

        /** The release's name: {@code releaseName} of the source. Default: the Application's name. */
        public String releaseName() {
            String own = Trees.text(helm, "releaseName");
            return own.isEmpty() ? application.name() : own;
        }

        /** The release's namespace: {@code namespace} of the source. Default: that of the destination. */
        public String namespace() {
            String own = Trees.text(helm, "namespace");
            return own.isEmpty() ? application.namespace() : own;
        }

        /** The {@code valuesObject}, if it is a map. */
        public Optional<MapTree> values() {
            return helm.map("valuesObject");
        }

        /** The path of {@code valuesObject}, set or not: {@code spec.source.helm.valuesObject}. */
        public String valuesPath() {
            return source.path + ".helm.valuesObject";
        }

        /** The values that are given as text in {@code values}; {@code valuesObject} replaces them if it is set. */
        public Optional<String> valuesText() {
            return helm.string("values");
        }

        /** The path of the values that are given as text, set or not: {@code spec.source.helm.values}. */
        public String valuesTextPath() {
            return source.path + ".helm.values";
        }

        /** The chart and the release: {@code webank as webank}. */
        @Override
        public String toString() {
            return name + " as " + releaseName();
        }
    }

    /** Created at its first use. */
    private static final class DefaultShape {
        private static final Shape VALUE = ApplicationShape.of(ArgoCdVersion.V2_13);
    }

    /** A source and where it stands. */
    private static final class Source {
        private final MapTree tree;
        private final String path;

        private Source(MapTree tree, String path) {
            this.tree = tree;
            this.path = path;
        }
    }

    private static List<Source> sources(MapTree document) {
        List<Source> sources = new ArrayList<>();
        ListTree list = Trees.list(document, "spec", "sources");
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof MapTree source) {
                sources.add(new Source(source, TreePath.child("spec.sources", i)));
            }
        }
        if (list.isEmpty() && Trees.value(document, "spec", "source") instanceof MapTree source) {
            sources.add(new Source(source, "spec.source"));
        }
        return sources;
    }

    /** What holds between fields, which a shape cannot say. */
    private static final class Rules {
        private final MapTree document;
        private final Locations locations;
        private final ArgoCdVersion target;
        private final List<Problem> problems;

        private Rules(MapTree document, Locations locations, ArgoCdVersion target, List<Problem> problems) {
            this.document = document;
            this.locations = locations;
            this.target = target;
            this.problems = problems;
        }

        private void check() {
            checkMetadata(Trees.map(document, "metadata"));
            Optional<MapTree> spec = document.map("spec");
            if (spec.isPresent()) {
                checkSources(spec.get());
                checkSyncPolicy(Trees.map(spec.get(), "syncPolicy"));
            }
            checkPasswords();
        }

        /** An Application is in Git, so a password in it is known to everybody who reads that. */
        private void checkPasswords() {
            for (Source source : sources(document)) {
                if (UrlCredentials.areIn(Trees.text(source.tree, "repoURL"))) {
                    warning(
                            ProblemCodes.URL_CREDENTIALS,
                            TreePath.child(source.path, "repoURL"),
                            "the address contains a user, a password or a token",
                            "write the plain address, and give Argo CD the credentials in a repository Secret");
                }
            }
            for (String path : SecretData.passwordsInUrls(document)) {
                if (!path.endsWith(".repoURL")) {
                    warning(
                            ProblemCodes.SECRET_VALUE,
                            path,
                            "a URL here contains a password",
                            "keep the URL or its password in a Secret, and refer to that");
                }
            }
        }

        private void checkMetadata(MapTree metadata) {
            ListTree finalizers = Trees.list(metadata, "finalizers");
            for (int i = 0; i < finalizers.size(); i++) {
                String finalizer = Trees.text(finalizers.get(i));
                Optional<String> meant =
                        finalizer.length() > 80 ? Optional.empty() : Names.nearest(finalizer, FINALIZERS);
                if (!FINALIZERS.contains(finalizer) && meant.isPresent()) {
                    warning(
                            ProblemCodes.UNKNOWN_VALUE,
                            TreePath.child("metadata.finalizers", i),
                            Problem.quote(finalizer) + " is not a finalizer of Argo CD",
                            "did you mean `" + meant.get() + "`? if not, remove it");
                }
            }
            Tree wave = Trees.map(metadata, "annotations").get(ArgoApplication.SYNC_WAVE);
            if (wave instanceof ScalarTree scalar && scalar.isString() && !isInteger(scalar.text())) {
                error(
                        ProblemCodes.TEXT_INVALID,
                        TreePath.child("metadata.annotations", ArgoApplication.SYNC_WAVE),
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
            boolean hasList = !Trees.list(spec, "sources").isEmpty();
            if (!Trees.isSet(spec, "source") && !hasList && !Trees.isSet(spec, "sourceHydrator")) {
                error(ProblemCodes.MISSING_KEY, "spec.source", "`source` is missing in `spec`", "write it");
            }
            if (Trees.isSet(spec, "source") && hasList) {
                warning(
                        ProblemCodes.IGNORED_KEY,
                        "spec.source",
                        "`source` is ignored, because `sources` is set",
                        "remove one of the two");
            }
            for (Source source : sources(document)) {
                checkSource(source);
            }
        }

        private void checkSource(Source source) {
            boolean isChart = Trees.isSet(source.tree, "chart");
            boolean isReference = Trees.isSet(source.tree, "ref") && !source.path.equals("spec.source");
            if (!isChart && !Trees.isSet(source.tree, "path") && !isReference) {
                error(
                        ProblemCodes.MISSING_KEY,
                        source.path,
                        "the source has neither `path` nor `chart`",
                        "write `path` for a folder of a Git repository, or `chart` for a chart");
            }
            if (isChart
                    && Trees.text(source.tree, "targetRevision").isEmpty()
                    && !isOther(source.tree.get("targetRevision"))) {
                error(
                        ProblemCodes.MISSING_KEY,
                        TreePath.child(source.path, "targetRevision"),
                        "`targetRevision` is missing beside `chart`",
                        "name the chart's version, as in `targetRevision: \"1.2.3\"`");
            }
            Optional<MapTree> helm = source.tree.map("helm");
            if (helm.isPresent() && Trees.isSet(helm.get(), "values") && Trees.isSet(helm.get(), "valuesObject")) {
                warning(
                        ProblemCodes.IGNORED_KEY,
                        source.path + ".helm.values",
                        "`values` is ignored, because `valuesObject` is set",
                        "remove one of the two");
            }
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
            } else if (name.equals("ClientSideApplyMigration") && !target.isAtLeast(ArgoCdVersion.V3_1)) {
                error(
                        ProblemCodes.ARGOCD_VERSION,
                        path,
                        "Argo CD " + target + " does not know `" + name + "`: it exists since " + ArgoCdVersion.V3_1,
                        "leave it out");
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
            StringBuilder text = new StringBuilder();
            for (String name : names) {
                text.append(text.length() == 0 ? "`" : ", `").append(name).append('`');
            }
            return text.toString();
        }

        private void error(String code, String path, String what, String remedy) {
            problems.add(Problem.error(code, locations.of(path), what, remedy));
        }

        private void warning(String code, String path, String what, String remedy) {
            problems.add(Problem.warning(code, locations.of(path), what, remedy));
        }
    }
}
