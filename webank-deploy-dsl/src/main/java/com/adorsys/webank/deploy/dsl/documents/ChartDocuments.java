package com.adorsys.webank.deploy.dsl.documents;

import com.adorsys.webank.deploy.argocd.ApplicationDocument;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.documents.Document;
import com.adorsys.webank.deploy.documents.DocumentChart;
import com.adorsys.webank.deploy.documents.DocumentChecks;
import com.adorsys.webank.deploy.documents.DocumentFindings;
import com.adorsys.webank.deploy.documents.DocumentKind;
import com.adorsys.webank.deploy.dsl.charts.KnownCharts;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.PlainSecret;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of documents that have values of Webank's charts. Immutable.
 *
 * <pre>{@code
 * KnownCharts charts = KnownCharts.of(() -> environment);
 * DocumentReport report = ChartDocuments.of(ValuesChoice.of(charts)).in(DocumentChecks.all()).check(Path.of("deploy"));
 * }</pre>
 */
public final class ChartDocuments {
    private final ValuesChoice choice;

    private ChartDocuments(ValuesChoice choice) {
        this.choice = choice;
    }

    /** The kinds for the charts of a choice. */
    public static ChartDocuments of(ValuesChoice choice) {
        return new ChartDocuments(choice);
    }

    /** A copy of checks that check these kinds, too. */
    public DocumentChecks in(DocumentChecks checks) {
        return checks.plusKind(values()).plusKind(applications());
    }

    /**
     * Values files. A file is one of them if it is in the folder of one of the charts, if it was named and the choice says the
     * chart, or if a chart knows the most of its keys: at least half in a file that was named, five of six in another.
     */
    public DocumentKind values() {
        return new ValuesKind();
    }

    /** Applications of Argo CD that install one of the charts: their values. */
    public DocumentKind applications() {
        return new ApplicationKind();
    }

    /** What is recognized. */
    @Override
    public String toString() {
        return "documents of " + choice;
    }

    private final class ValuesKind implements DocumentKind {
        @Override
        public String name() {
            return "values of Webank's charts";
        }

        @Override
        public boolean isBeside(DocumentChart chart) {
            return choice.has(chart.name());
        }

        @Override
        public Optional<DocumentCheck> recognize(Document document) {
            boolean isSaid = document.isNamed() && choice.chart() != null;
            if (document.isTyped()) {
                return Optional.empty();
            }
            if (isSaid || document.chart().filter(this::isBeside).isPresent()) {
                return Optional.of(into -> check(document, "", into));
            }
            if (document.chart().isPresent() || !(document.tree() instanceof MapTree map) || map.isEmpty()) {
                return Optional.empty();
            }
            return choice.guess(
                            GivenValues.of(document.yaml()),
                            document.isNamed() ? KnownCharts.Confidence.LIKELY : KnownCharts.Confidence.CERTAIN)
                    .map(guess -> into -> check(document, guess, into));
        }

        /**
         * Checks values.
         *
         * @param guess the chart by their keys; empty if something says it
         */
        private void check(Document document, String guess, DocumentFindings into) {
            if (!document.isFirst()) {
                into.add(Problem.error(
                        ProblemCodes.YAML_SEVERAL_DOCUMENTS,
                        document.locations().of(""),
                        "this document is values (it has neither `apiVersion` nor `kind`), and is not the first of the"
                                + " file",
                        "Write values into a file of their own"));
                return;
            }
            try {
                ReadValues values = choice.ofFile(
                        GivenValues.of(document.yaml()), guess.isEmpty() ? document.chart() : Optional.empty(), guess);
                if (!guess.isEmpty() && choice.chart() == null) {
                    into.note("checked as values of " + values.chart());
                }
                into.addAll(values.problems());
            } catch (DeployException.InvalidInput e) {
                into.addAll(e.problems());
            }
        }
    }

    private final class ApplicationKind implements DocumentKind {
        @Override
        public String name() {
            return "Applications of Webank's charts";
        }

        @Override
        public Optional<DocumentCheck> recognize(Document document) {
            if (!ApplicationDocument.isApplication(document.tree())) {
                return Optional.empty();
            }
            ApplicationDocument application = ApplicationDocument.of((MapTree) document.tree());
            for (ApplicationDocument.Chart source : application.charts()) {
                if (choice.has(source.name()) || near(source).isPresent()) {
                    return Optional.of(into -> check(document, application, into));
                }
            }
            for (ApplicationDocument.Chart folder : application.chartFolders()) {
                if (choice.has(folder.name())) {
                    return Optional.of(into -> check(document, application, into));
                }
            }
            return Optional.empty();
        }

        private Optional<String> near(ApplicationDocument.Chart source) {
            return Names.nearest(source.name(), choice.names());
        }

        private void check(Document document, ApplicationDocument application, DocumentFindings into) {
            for (ApplicationDocument.Chart source : application.charts()) {
                if (choice.has(source.name())) {
                    checkValues(document, source, into);
                } else {
                    unknownChart(document, source, into);
                }
            }
            for (ApplicationDocument.Chart folder : application.chartFolders()) {
                if (choice.has(folder.name())) {
                    checkValues(document, folder, into);
                }
            }
        }

        /** Warns that the values of a chart are not checked whose name is nearly that of a known one. */
        private void unknownChart(Document document, ApplicationDocument.Chart source, DocumentFindings into) {
            // Nobody expects the values of a chart of others to be checked.
            near(source)
                    .ifPresent(near -> into.add(Problem.warning(
                            ProblemCodes.CHART_UNKNOWN,
                            document.locations().of(source.namePath()),
                            "the values of the chart " + Problem.quote(source.name()) + " are not checked",
                            "Did you mean `" + near + "`? This tool knows the charts "
                                    + String.join(", ", choice.names()))));
        }

        private void checkValues(Document document, ApplicationDocument.Chart source, DocumentFindings into) {
            ApplicationValues given = ApplicationValues.of(document.yaml(), source);
            into.addAll(given.elsewhere(Severity.WARNING));
            if (given.notMap() != null) {
                // The check of the Application's structure reports it.
                return;
            }
            Release release = release(source);
            Set<String> secrets = secrets(document.tree());
            try {
                ReadValues values = choice.ofSource(source.name(), source, given.read());
                for (Problem problem : release == null ? values.problems() : values.problems(release)) {
                    // The check of the Application as an object reports a secret in it already.
                    if (!problem.code().equals(ProblemCodes.SECRET_IN_VALUES)
                            || !secrets.contains(problem.location().path())) {
                        into.add(problem);
                    }
                }
            } catch (DeployException.InvalidInput e) {
                into.addAll(e.problems());
            }
        }

        private Set<String> secrets(Tree application) {
            Set<String> paths = new HashSet<>();
            for (PlainSecret secret : SecretData.inPlainSight(application)) {
                paths.add(secret.path());
            }
            return paths;
        }

        /** The release of the Application; null if its names are invalid, which the check of the structure reports. */
        private @Nullable Release release(ApplicationDocument.Chart source) {
            try {
                return Release.of(source.releaseName(), source.namespace());
            } catch (DeployException.InvalidInput e) {
                return null;
            }
        }
    }
}
