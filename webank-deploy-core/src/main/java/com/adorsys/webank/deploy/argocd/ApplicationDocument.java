package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.check.ArgoCdCheck;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.PlainSecret;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An Application that others wrote: its problems, and the charts that it installs. Immutable.
 *
 * <p>Reading is lenient, so that an invalid document can be read too; {@link #check} reports what is invalid.
 */
public final class ApplicationDocument {
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

    /**
     * Every problem of an Application that it has in every supported version, in the order of the document's lines; what only
     * some versions know is a warning.
     */
    public static List<Problem> check(Tree document, Locations locations) {
        return check(document, locations, Targets.any());
    }

    /**
     * Every problem of an Application for a version of Argo CD.
     *
     * <p>Values of a chart, such as {@code valuesObject}, are not checked.
     */
    public static List<Problem> check(Tree document, Locations locations, Targets targets) {
        List<Problem> problems = ArgoCdCheck.application(document, locations, targets);
        // An Application is in Git, so a secret in it is known to everybody who reads that.
        for (PlainSecret secret : SecretData.inPlainSight(document)) {
            if (!secret.path().endsWith(".repoURL")) {
                problems.add(Problem.warning(
                        ProblemCodes.SECRET_VALUE, locations.of(secret.path()), secret.what(), PlainSecret.REMEDY));
            }
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
                charts.add(new Chart(this, source, chart.text(), Trees.text(source.tree, "targetRevision")));
            }
        }
        return List.copyOf(charts);
    }

    /**
     * The folders of Git repositories that it takes for charts, since it has settings of Helm for them, in order.
     *
     * @return each with the name of its folder, which Helm requires to be that of the chart, and without a version
     */
    public List<Chart> chartFolders() {
        List<Chart> charts = new ArrayList<>();
        for (Source source : sources(tree)) {
            String path = Trees.text(source.tree, "path");
            int end = path.endsWith("/") ? path.length() - 1 : path.length();
            String name = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
            if (!source.tree.has("chart") && source.tree.get("helm") instanceof MapTree && !name.isEmpty()) {
                charts.add(new Chart(this, source, name, ""));
            }
        }
        return List.copyOf(charts);
    }

    /** A chart that an Application installs. Immutable. */
    public static final class Chart {
        private final ApplicationDocument application;
        private final Source source;
        private final String name;
        private final String version;
        private final MapTree helm;

        private Chart(ApplicationDocument application, Source source, String name, String version) {
            this.application = application;
            this.source = source;
            this.name = name;
            this.version = version;
            this.helm = Trees.map(source.tree, "helm");
        }

        /** The chart's name. */
        public String name() {
            return name;
        }

        /** The chart's version; empty if none is named. */
        public String version() {
            return version;
        }

        /** Whether it is a folder of a Git repository. */
        public boolean isFolder() {
            return !source.tree.has("chart");
        }

        /** The settings of Helm; empty if there are none. */
        public MapTree helm() {
            return helm;
        }

        /** The path of the settings of Helm, set or not: {@code spec.source.helm}. */
        public String helmPath() {
            return source.path + ".helm";
        }

        /** The path of what names the chart: {@code spec.source.chart}, or {@code path} of a folder. */
        public String namePath() {
            return source.path + (isFolder() ? ".path" : ".chart");
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
            return helmPath() + ".valuesObject";
        }

        /** The values that are given as text in {@code values}; {@code valuesObject} replaces them if it is set. */
        public Optional<String> valuesText() {
            return helm.string("values");
        }

        /** The path of the values that are given as text, set or not: {@code spec.source.helm.values}. */
        public String valuesTextPath() {
            return helmPath() + ".values";
        }

        /** The chart and the release: {@code webank as webank}. */
        @Override
        public String toString() {
            return name + " as " + releaseName();
        }
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
}
