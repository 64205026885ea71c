package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.argocd.ApplicationDocument;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.documents.DocumentChart;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.documents.ApplicationValues;
import com.adorsys.webank.deploy.dsl.documents.ReadValues;
import com.adorsys.webank.deploy.dsl.documents.ValuesChoice;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The input of {@code render} and {@code migrate}: values of a chart, and the release that they are for. */
final class RenderInput {
    private final ReadValues values;
    private final Release release;

    private RenderInput(ReadValues values, Release release) {
        this.values = values;
        this.release = release;
    }

    /**
     * The input that a document and the options describe.
     *
     * @param beside the chart in whose folder the document is; empty if it is in none
     * @param choice which chart the values are for
     * @param arguments get a problem for a required option that is missing; the result is null then
     * @throws DeployException.InvalidInput if the document is neither values nor an Application with values
     */
    static @Nullable RenderInput of(
            YamlDocument document, Optional<DocumentChart> beside, ValuesChoice choice, Arguments arguments) {
        return of(document, beside, choice, arguments, null);
    }

    /**
     * The input that a document and the options describe.
     *
     * @param fallback the release and the namespace of a document that names none; null if the options are required then
     */
    static @Nullable RenderInput of(
            YamlDocument document,
            Optional<DocumentChart> beside,
            ValuesChoice choice,
            Arguments arguments,
            @Nullable String fallback) {
        if (ApplicationDocument.isApplication(document.tree())) {
            return ofApplication(document, choice, arguments, fallback);
        }
        if (document.tree() instanceof MapTree map && map.has("kind") && map.has("apiVersion")) {
            throw invalid(
                    ProblemCodes.NOT_VALUES,
                    document.locations().of("kind"),
                    "this is a manifest, neither values nor an Argo CD Application",
                    "Name a values file; `webank-deploy check` checks manifests");
        }
        ReadValues values = choice.ofFile(GivenValues.of(document), beside, Chart.WEBANK.chartName());
        return of(
                values,
                given(arguments, "--release", "NAME", fallback),
                given(arguments, "--namespace", "NAMESPACE", fallback),
                arguments);
    }

    private static @Nullable RenderInput ofApplication(
            YamlDocument document, ValuesChoice choice, Arguments arguments, @Nullable String fallback) {
        ApplicationDocument.Chart source = source(document, choice);
        ApplicationValues given = ApplicationValues.of(document, source);
        List<Problem> problems = given.elsewhere(Severity.ERROR);
        Problem notMap = given.notMap();
        if (notMap != null) {
            problems.add(notMap);
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        String chart = choice.chart();
        ReadValues values = choice.ofSource(chart != null ? chart : source.name(), source, given.read());
        String release = arguments.value("--release");
        String namespace = arguments.value("--namespace");
        return of(
                values,
                release != null
                        ? release
                        : source.releaseName().isEmpty()
                                ? given(arguments, "--release", "NAME", fallback)
                                : source.releaseName(),
                namespace != null
                        ? namespace
                        : source.namespace().isEmpty()
                                ? given(arguments, "--namespace", "NAMESPACE", fallback)
                                : source.namespace(),
                arguments);
    }

    private static String given(Arguments arguments, String option, String placeholder, @Nullable String fallback) {
        return fallback == null || arguments.has(option) ? arguments.required(option, placeholder) : fallback;
    }

    /** The source whose chart is rendered: the one that the user names. Default: the only one that this tool knows. */
    private static ApplicationDocument.Chart source(YamlDocument document, ValuesChoice choice) {
        ApplicationDocument application = ApplicationDocument.of((MapTree) document.tree());
        @Nullable String chart = choice.chart();
        List<ApplicationDocument.Chart> sources = new ArrayList<>(application.charts());
        for (ApplicationDocument.Chart folder : application.chartFolders()) {
            if (choice.has(folder.name())) {
                sources.add(folder);
            }
        }
        List<ApplicationDocument.Chart> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ApplicationDocument.Chart source : sources) {
            names.add(source.name());
            if (chart == null ? choice.has(source.name()) : source.name().equals(chart)) {
                found.add(source);
            }
        }
        if (found.isEmpty() && chart != null && sources.size() == 1 && !choice.has(names.get(0))) {
            // The chart under another name, as a team may publish it.
            return sources.get(0);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        String installs = "the Application installs " + (names.isEmpty() ? "no chart" : Charts.quoted(names));
        Location place =
                document.locations().of(sources.size() == 1 ? sources.get(0).namePath() : "spec");
        if (!found.isEmpty()) {
            throw invalid(ProblemCodes.CHART_AMBIGUOUS, place, installs, "Choose one of them with `--chart`");
        }
        if (chart != null) {
            throw invalid(
                    ProblemCodes.CHART_UNKNOWN,
                    place,
                    installs + ", not " + Problem.quote(chart),
                    "Name an Application that installs it, or leave `--chart` out");
        }
        throw invalid(
                ProblemCodes.CHART_UNKNOWN,
                place,
                installs,
                "Name an Application that installs " + Charts.quoted(choice.names())
                        + ", or choose with `--chart` which of these its values are for");
    }

    private static DeployException.InvalidInput invalid(String code, Location place, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(code, place, what, remedy));
    }

    /** The values. */
    ReadValues values() {
        return values;
    }

    /** The release. */
    Release release() {
        return release;
    }

    private static @Nullable RenderInput of(ReadValues values, String release, String namespace, Arguments arguments) {
        return arguments.problems().isEmpty() ? new RenderInput(values, Release.of(release, namespace)) : null;
    }
}
