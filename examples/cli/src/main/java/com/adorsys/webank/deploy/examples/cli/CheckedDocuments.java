package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.argocd.ApplicationDocument;
import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks each document by its type: Application, manifest or values. Manifests are checked together at the end. */
final class CheckedDocuments {
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

    private final Console console;
    private final Findings findings;
    private final ValuesChoice choice;
    private final Targets targets;
    private final CheckedManifests manifests;

    /**
     * What documents are checked for.
     *
     * @param choice which charts values are for
     * @param targets the versions that manifests and Applications are for
     * @param definitions the definitions of kinds that are not among the documents
     */
    record Basis(ValuesChoice choice, Targets targets, Definitions definitions) {}

    CheckedDocuments(Console console, Findings findings, Basis basis) {
        this.console = console;
        this.findings = findings;
        this.choice = basis.choice();
        this.targets = basis.targets();
        this.manifests = new CheckedManifests(findings, basis.targets(), basis.definitions());
    }

    /** Checks a document of a file. */
    void add(YamlDocument document, String path) {
        if (isValues(document)) {
            checkValues(document, path);
        } else if (ApplicationDocument.isApplication(document.tree())) {
            checkApplication(document);
        } else if (document.tree() instanceof MapTree map) {
            addManifest(document, map, path);
        }
    }

    /** Whether a document can only be values: it has neither {@code apiVersion} nor {@code kind}. */
    static boolean isValues(YamlDocument document) {
        return !(document.tree() instanceof MapTree map) || !map.has("apiVersion") && !map.has("kind");
    }

    /** Checks the manifests of all documents. */
    void checkManifests() {
        manifests.check();
    }

    private void addManifest(YamlDocument document, MapTree map, String path) {
        Problem unknown = unknownArgoKind(document, map);
        if (unknown != null) {
            findings.add(unknown);
            return;
        }
        try {
            Manifest manifest = Manifest.of(map, document.locations());
            manifests.add(manifest, document.locations(), console.file(path));
        } catch (DeployException.InvalidInput e) {
            findings.addAll(e.problems());
        }
    }

    private static @Nullable Problem unknownArgoKind(YamlDocument document, MapTree map) {
        String kind = Trees.text(map, "kind");
        if (!Trees.text(map, "apiVersion").startsWith(ARGO + "/") || kind.isEmpty() || ARGO_KINDS.contains(kind)) {
            return null;
        }
        Optional<String> near = Names.nearest(kind, ARGO_KINDS);
        return Problem.error(
                ProblemCodes.UNKNOWN_KIND,
                document.locations().of("kind"),
                Problem.quote(kind) + " is not a kind of `" + ARGO + "`",
                near.isPresent() ? "Did you mean `" + near.get() + "`? If so, write it" : "Correct the kind");
    }

    private void checkApplication(YamlDocument document) {
        findings.addAll(ApplicationDocument.check(document.tree(), document.locations(), targets));
        ApplicationDocument application = ApplicationDocument.of((MapTree) document.tree());
        for (ApplicationDocument.Chart source : application.charts()) {
            if (choice.has(source.name())) {
                checkValues(document, source);
            } else {
                unknownChart(document, source);
            }
        }
        for (ApplicationDocument.Chart folder : application.chartFolders()) {
            if (choice.has(folder.name())) {
                checkValues(document, folder);
            }
        }
    }

    /** Warns that the values of a chart that this tool does not know are not checked. */
    private void unknownChart(YamlDocument document, ApplicationDocument.Chart source) {
        List<String> known = choice.names();
        Optional<String> near = Names.nearest(source.name(), known);
        findings.add(Problem.warning(
                ProblemCodes.CHART_UNKNOWN,
                document.locations().of(source.namePath()),
                "the values of the chart " + Problem.quote(source.name()) + " are not checked",
                (near.isPresent() ? "Did you mean `" + near.get() + "`? " : "") + "This tool knows the charts "
                        + String.join(", ", known)));
    }

    private void checkValues(YamlDocument document, ApplicationDocument.Chart source) {
        ApplicationValues given = ApplicationValues.of(document, source);
        findings.addAll(given.elsewhere(Severity.WARNING));
        Problem notMap = given.notMap();
        if (notMap != null) {
            // The check of the Application's structure reports it.
            return;
        }
        Release release = release(source);
        try {
            ReadValues values = choice.ofSource(source.name(), source, given.read());
            for (Problem problem : release == null ? values.problems() : values.problems(release)) {
                // The check of the Application reports a secret in it already.
                if (!problem.code().equals(ProblemCodes.SECRET_IN_VALUES)
                        || !findings.hasSecretAt(problem.location())) {
                    findings.add(problem);
                }
            }
        } catch (DeployException.InvalidInput e) {
            findings.addAll(e.problems());
        }
    }

    /** The release of the Application; null if its names are invalid, which the check of the structure reports. */
    private static @Nullable Release release(ApplicationDocument.Chart source) {
        try {
            return Release.of(source.releaseName(), source.namespace());
        } catch (DeployException.InvalidInput e) {
            return null;
        }
    }

    private void checkValues(YamlDocument document, String path) {
        try {
            ChartBeside beside = ChartBeside.of(console, path);
            ReadValues values = choice.ofFile(GivenValues.of(document), beside, null);
            if (!choice.isSaid(beside)) {
                console.note(
                        document.file() + ": checked as values of " + values.chart() + "; use --chart for another one");
            }
            findings.addAll(values.problems());
        } catch (DeployException.InvalidInput e) {
            findings.addAll(e.problems());
        }
    }
}
