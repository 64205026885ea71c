package com.adorsys.webank.deploy.dsl.migration;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.PendingRegistration;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.ReadComponents;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.values.ChartModel;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Java that builds what values of the charts describe: rendered in the {@link Posture#chart() chart posture}, it is equal. Immutable.
 *
 * <p>Only settings that are not at their defaults are written, and a comment stands at each thing that the charts ignore or get wrong.
 * What no builder offers, such as the chart's own password of a database, stays as values that the Java reads. A Secret is referred to;
 * its value is never written.
 */
public final class Migration {
    private final ChartValues values;
    private final ChartModel model;
    private final List<Problem> warnings;
    private final Map<String, Part> parts;
    private final boolean isBuilt;
    private final MapTree chartOnly;
    private final @Nullable MapTree application;

    private Migration(
            ChartValues values,
            ChartModel model,
            List<Problem> warnings,
            Map<String, Part> parts,
            boolean isBuilt,
            MapTree chartOnly,
            @Nullable MapTree application) {
        this.values = values;
        this.model = model;
        this.warnings = List.copyOf(warnings);
        this.parts = parts;
        this.isBuilt = isBuilt;
        this.chartOnly = chartOnly;
        this.application = application;
    }

    /**
     * A component of the values.
     *
     * @param component as it is written
     * @param read the component that its Java starts from, read from values; null if a builder makes it
     * @param reason why no builder makes it
     */
    record Part(Component component, @Nullable Component read, String reason) {}

    /**
     * The migration of values. Keys that the chart does not have are left out, with a comment for each; they are an error if it has
     * none of them.
     *
     * @param release the release that the values are for: expressions are written as their results
     * @throws DeployException.InvalidInput with all problems of the values, if one of them is an error in the chart posture, and with
     *     every value of a Secret that would be written
     */
    public static Migration of(ChartValues values, Release release) {
        List<Problem> problems = new ArrayList<>();
        Set<String> unknown = values.unknownKeys();
        Set<String> ignored = new HashSet<>();
        for (Problem problem : values.problems(release, Posture.chart())) {
            String path = relative(problem, values);
            if (problem.code().equals(ProblemCodes.UNKNOWN_KEY)
                    && unknown.contains(path)
                    && isOfChart(values, unknown)) {
                ignored.add(path);
                problems.add(problem.withSeverity(Severity.WARNING));
            } else {
                problems.add(isWrittenSecret(problem, values) ? problem.withSeverity(Severity.ERROR) : problem);
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return new Decisions(ignored.isEmpty() ? values : values.without(ignored), release, problems).migration();
    }

    /** Whether the chart has one of the keys at all, so that they are not values of something else. */
    private static boolean isOfChart(ChartValues values, Set<String> unknown) {
        return values.tree().keys().stream().anyMatch(key -> !unknown.contains(TreePath.child("", key)));
    }

    /** Whether a problem is a secret in values that the Java would have. */
    private static boolean isWrittenSecret(Problem problem, ChartValues values) {
        String path = relative(problem, values);
        return problem.code().equals(ProblemCodes.SECRET_IN_VALUES)
                && !(values.chart() == Chart.WEBANK && (path.startsWith("db.") || path.startsWith("global.")));
    }

    /** A problem's path in the values. */
    private static String relative(Problem problem, ChartValues values) {
        String path = problem.location().path();
        String within =
                path.startsWith(values.path()) ? path.substring(values.path().length()) : path;
        return within.startsWith(".") ? within.substring(1) : within;
    }

    /**
     * A copy that also writes the {@link com.adorsys.webank.deploy.dsl.environment.Environment Environment} of an Argo CD Application
     * of the umbrella.
     *
     * @param document the Application that has the values
     */
    public Migration withApplication(MapTree document) {
        return new Migration(values, model, warnings, parts, isBuilt, chartOnly, document);
    }

    /** The model that the values describe. */
    public ChartModel model() {
        return model;
    }

    /** The problems of the values, and a warning for each component that is not made by a builder alone. */
    public List<Problem> warnings() {
        return warnings;
    }

    /**
     * The source of a class with a static method {@code webank()}, for the values of the umbrella, or one for the component of
     * another chart: {@code onlineBanking()}, {@code pendingRegistration()} or {@code userApp()}. A method {@code release()} has the
     * release.
     *
     * @throws DeployException.InvalidInput if the class has the name of a type that the source uses
     */
    public String source(JavaClassName name) {
        return new ClassSource(this, name).text();
    }

    ChartValues values() {
        return values;
    }

    Map<String, Part> parts() {
        return parts;
    }

    /** Whether a builder makes the Webank. */
    boolean isBuilt() {
        return isBuilt;
    }

    /** What stays as values. */
    MapTree chartOnly() {
        return chartOnly;
    }

    /** A component as it was read. */
    Component read(String key) {
        return model.webank()
                .map(webank -> component(webank, key))
                .or(model::component)
                .orElseThrow();
    }

    Optional<MapTree> application() {
        return Optional.ofNullable(application);
    }

    /** The warnings for one section of the values, or for what is in none, as comments. */
    Notes notes(String section) {
        Notes notes = new Notes();
        for (Problem warning : warnings) {
            String path = relative(warning, values);
            int end = end(path);
            String first = path.substring(0, end);
            boolean isPart = values.chart() == Chart.WEBANK && parts.containsKey(first);
            if (isPart ? first.equals(section) : section.isEmpty() || values.chart() != Chart.WEBANK) {
                String below = isPart && end < path.length() ? path.substring(end + 1) : isPart ? "" : path;
                notes.add(path, below.substring(0, end(below)), warning);
            }
        }
        return notes;
    }

    /** The end of the first key of a path. */
    private static int end(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    /** Decides what a builder makes, by what it renders. */
    private static final class Decisions {
        private final ChartValues values;
        private final Release release;
        private final List<Problem> problems;
        private final ChartModel model;
        private final ManifestSet expected;
        private final Map<String, Part> parts = new LinkedHashMap<>();

        Decisions(ChartValues values, Release release, List<Problem> problems) {
            this.values = values;
            this.release = release;
            this.problems = problems;
            this.model = values.toModel(release);
            this.expected = model.render(Posture.chart());
        }

        Migration migration() {
            MapTree.Builder kept = MapTree.builder();
            Webank webank = model.webank().orElse(null);
            boolean isBuilt = true;
            if (webank == null) {
                Component component = model.component().orElseThrow();
                String reason =
                        reason(() -> ReadComponents.built(plain(component)).render(release, Posture.chart()));
                part(component, "", reason, kept);
            } else {
                for (Component component : webank.components()) {
                    part(
                            component,
                            component.partName(),
                            reason(() -> with(webank, ReadComponents.built(plain(component)))
                                    .render(release, Posture.chart())),
                            kept);
                }
                String reason = reason(
                        () -> ReadComponents.built(PlainSettings.of(webank)).render(release, Posture.chart()));
                isBuilt = reason.isEmpty();
                if (!isBuilt) {
                    ChartOnlyValues.names(
                            kept, webank.nameOverride(), webank.fullnameOverride(), webank.namespaceOverride());
                    ChartOnlyValues.labels(kept, webank.labels(), webank.annotations());
                    problems.add(keptAsValues("ingress", reason));
                }
            }
            MapTree chartOnly = kept.build();
            ChartModel read = ChartValues.read(values.chart(), chartOnly, "", Locations.none())
                    .toModel(release);
            Webank result = webank;
            for (Map.Entry<String, Part> entry : parts.entrySet()) {
                Part part = entry.getValue();
                if (!part.reason.isEmpty()) {
                    Component from = webank == null
                            ? read.component().orElseThrow()
                            : Migration.component(read.webank().orElseThrow(), entry.getKey());
                    part = new Part(part.component, from, part.reason);
                    entry.setValue(part);
                }
                Component written = part.read == null
                        ? ReadComponents.built(part.component)
                        : ReadComponents.withExtrasOf(part.component, part.read);
                if (result != null) {
                    result = with(result, written);
                } else {
                    verify(written.render(release, Posture.chart()));
                }
            }
            if (result != null) {
                Webank plain = PlainSettings.of(result);
                verify((isBuilt
                                ? ReadComponents.built(plain)
                                : ReadComponents.withExtrasOf(
                                        result, read.webank().orElseThrow()))
                        .render(release, Posture.chart()));
            }
            return new Migration(values, model, problems, parts, isBuilt, chartOnly, null);
        }

        private void part(Component component, String key, String reason, MapTree.Builder kept) {
            if (reason.isEmpty()) {
                parts.put(key, new Part(plain(component), null, ""));
                return;
            }
            parts.put(key, new Part(component, null, reason));
            MapTree only = ChartOnlyValues.of(component);
            if (key.isEmpty()) {
                kept.putAll(only);
            } else {
                kept.putUnlessEmpty(key, only);
            }
            problems.add(keptAsValues(key, reason));
        }

        private Problem keptAsValues(String key, String reason) {
            return Problem.warning(
                    ProblemCodes.CHART_ONLY,
                    values.location(key),
                    "the Java starts from values of the chart, since a builder makes something else: " + reason,
                    "Use a builder instead of `chartOnly()` as soon as the environment can do without that");
        }

        private static Component plain(Component component) {
            return PlainSettings.of(component);
        }

        /** Why a builder does not make what the values describe; empty if it does. */
        private String reason(Supplier<ManifestSet> built) {
            try {
                return differences(built.get());
            } catch (DeployException.InvalidInput refused) {
                return refused.problems().get(0).what();
            }
        }

        private String differences(ManifestSet rendered) {
            if (rendered.equals(expected)) {
                return "";
            }
            List<String> places = new ArrayList<>();
            for (ManifestDiff.Change change :
                    ManifestDiff.between(expected, rendered).changes()) {
                String object = "`" + change.id().kind() + "/" + change.id().name() + "`";
                if (change.differences().isEmpty()) {
                    places.add(object);
                }
                for (Difference difference : change.differences()) {
                    places.add("`" + difference.path() + "` of " + object);
                }
            }
            return places.isEmpty()
                    ? "a field that has its default in Kubernetes is written in only one of them"
                    : String.join(", ", places) + (places.size() == 1 ? " differs" : " differ");
        }

        private void verify(ManifestSet rendered) {
            String differences = differences(rendered);
            if (!differences.isEmpty()) {
                problems.add(Problem.error(
                        ProblemCodes.CHART_CANNOT_SAY,
                        values.location(""),
                        "these values cannot be written as Java: " + differences,
                        "Render them as they are"));
                DeployException.InvalidInput.throwIfErrors(problems);
            }
        }
    }

    private static Component component(Webank webank, String name) {
        return switch (name) {
            case "obs" -> webank.onlineBanking();
            case "prs" -> webank.pendingRegistration().orElseThrow();
            default -> webank.userApp();
        };
    }

    private static Webank with(Webank webank, Component component) {
        if (component instanceof OnlineBanking obs) {
            return webank.withOnlineBanking(obs);
        }
        return component instanceof PendingRegistration prs
                ? webank.withPendingRegistration(prs)
                : webank.withUserApp((UserApp) component);
    }
}
