package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The charts whose values can be read: those that this library replaces, and those that it exports of an environment. It tells for
 * which of them values are. Not thread-safe.
 *
 * <p>The environment is asked for when values have keys that no old chart has, or when its charts are.
 */
public final class KnownCharts {
    /** How many keys of each dialect a message shows. */
    private static final int MOST_SHOWN = 3;
    /** How many keys must be known for each that is not, to be certain. */
    private static final int MOST_CERTAIN = 5;

    private final Supplier<Environment> source;
    private @Nullable Environment environment;
    private @Nullable WebankCharts exported;
    private @Nullable Map<String, KeyTable> keys;

    private KnownCharts(Supplier<Environment> source) {
        this.source = source;
    }

    /**
     * The charts of an environment, and the old ones.
     *
     * @param environment the one whose charts were exported; asked once, if at all
     */
    public static KnownCharts of(Supplier<Environment> environment) {
        return new KnownCharts(environment);
    }

    private Environment environment() {
        Environment known = environment;
        if (known == null) {
            known = source.get();
            environment = known;
        }
        return known;
    }

    /**
     * The exported charts.
     *
     * @throws DeployException.InvalidInput as {@link WebankCharts#of(Environment)}
     */
    public WebankCharts exported() {
        WebankCharts known = exported;
        if (known == null) {
            known = WebankCharts.of(environment());
            exported = known;
        }
        return known;
    }

    /** The names of the exported charts: {@code webank}, and those of the components. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(WebankDialect.NAME);
        for (Component component : environment().webank().components()) {
            names.add(component.chartName());
        }
        return names;
    }

    /** Whether there is a chart of a name, in either dialect. */
    public boolean has(String chart) {
        return Chart.named(chart).isPresent() || names().contains(chart);
    }

    /** The keys of the exported charts; none if no chart can have the values of the environment. */
    private Map<String, KeyTable> keys() {
        Map<String, KeyTable> known = keys;
        if (known == null) {
            known = new LinkedHashMap<>();
            try {
                WebankDialect umbrella = new WebankDialect(
                        environment().webank(), new Rendered(environment().posture(), List.of()));
                known.put(WebankDialect.NAME, KeyTable.of(umbrella));
                for (PartDialect part : umbrella.parts().values()) {
                    known.put(part.chartName(), KeyTable.of(part));
                }
            } catch (DeployException.InvalidInput cannotSay) {
                known.clear();
            }
            keys = known;
        }
        return known;
    }

    /**
     * The keys that only one of the dialects has.
     *
     * @param complete whether keys of both dialects are told from those of the old charts, if there are only these
     */
    private KeyFindings findings(String chart, GivenValues values, boolean complete) {
        @Nullable Chart old = Chart.named(chart).orElse(null);
        if (old != null && !complete) {
            KeyFindings ofOld = KeyFindings.of(values.tree(), old, null);
            if (ofOld.unknown() == 0) {
                return ofOld;
            }
        }
        return KeyFindings.of(values.tree(), old, keys().get(chart));
    }

    /** How many of the keys of values a chart must know. */
    public enum Confidence {
        /** At least half: for a file that somebody named. */
        LIKELY,
        /** Nearly all, five of six: for a file that was found, which may be for a chart of others. */
        CERTAIN
    }

    /**
     * The chart that values are most likely for: the one that knows most of their keys, in either dialect. Of several the first is taken:
     * the umbrella, then the parts.
     *
     * @return empty if even that chart does not know enough of them
     */
    public Optional<String> guess(GivenValues values, Confidence confidence) {
        String likely = "";
        KeyFindings best = null;
        for (Chart chart : Chart.values()) {
            KeyFindings findings = KeyFindings.of(values.tree(), chart, null);
            if (best == null || findings.unknown() < best.unknown()) {
                likely = chart.chartName();
                best = findings;
            }
        }
        if (best == null || best.unknown() == 0) {
            return best == null || best.known() == 0 ? Optional.empty() : Optional.of(likely);
        }
        for (Map.Entry<String, KeyTable> chart : keys().entrySet()) {
            KeyFindings findings =
                    KeyFindings.of(values.tree(), Chart.named(chart.getKey()).orElse(null), chart.getValue());
            if (findings.unknown() < best.unknown()) {
                likely = chart.getKey();
                best = findings;
            }
        }
        boolean isEnough = confidence == Confidence.LIKELY
                ? best.known() >= best.unknown() && best.known() > 0
                : best.known() >= MOST_CERTAIN * best.unknown() && best.known() > 0;
        return isEnough ? Optional.of(likely) : Optional.empty();
    }

    /**
     * The dialect of values by their keys: one that only one of the dialects has decides.
     *
     * @param chart the name of the chart that they are for
     * @param otherwise the dialect of values that have no such key
     * @throws DeployException.InvalidInput if they have keys of both
     */
    public ValuesDialect dialect(String chart, GivenValues values, ValuesDialect otherwise) {
        KeyFindings findings = findings(chart, values, otherwise == ValuesDialect.EXPORTED);
        if (!findings.exported().isEmpty() && !findings.old().isEmpty()) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.VALUES_MIXED,
                    values.location(findings.exported().get(0)),
                    ofOld(findings, values) + ", and " + ofExported(findings, values),
                    "Write values of one of the two only"));
        }
        return !findings.exported().isEmpty()
                ? ValuesDialect.EXPORTED
                : findings.old().isEmpty() ? otherwise : ValuesDialect.OLD;
    }

    /**
     * The problem that values have keys of the other dialect.
     *
     * @param chart the name of the chart that they are for
     * @param dialect the dialect that they must be of
     * @param because what says so, as a message shows it: {@code the version 2.0.0 of the chart}
     * @return empty if they have no such keys
     */
    public Optional<Problem> foreign(String chart, GivenValues values, ValuesDialect dialect, String because) {
        KeyFindings findings = findings(chart, values, dialect == ValuesDialect.EXPORTED);
        boolean isOld = dialect == ValuesDialect.OLD;
        List<String> foreign = isOld ? findings.exported() : findings.old();
        if (foreign.isEmpty()) {
            return Optional.empty();
        }
        String own = isOld ? ofOld(findings, values) : ofExported(findings, values);
        return Optional.of(Problem.error(
                ProblemCodes.VALUES_MIXED,
                values.location(foreign.get(0)),
                (own.isEmpty() ? "" : own + ", and ")
                        + (isOld ? ofExported(findings, values) : ofOld(findings, values))
                        + "; the values are for " + name(dialect) + ", by " + because,
                "Write values of " + name(dialect) + " only"));
    }

    private static String name(ValuesDialect dialect) {
        return "the " + dialect.text() + " charts";
    }

    private static String ofOld(KeyFindings findings, GivenValues values) {
        return said(findings.old(), values, ValuesDialect.OLD);
    }

    private static String ofExported(KeyFindings findings, GivenValues values) {
        return said(findings.exported(), values, ValuesDialect.EXPORTED);
    }

    /** {@code `obs.strategy` (line 3) is a key of the old charts}; empty if there are no keys. */
    private static String said(List<String> paths, GivenValues values, ValuesDialect dialect) {
        if (paths.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        int shown = Math.min(paths.size(), MOST_SHOWN);
        for (int i = 0; i < shown; i++) {
            boolean isLast = i == shown - 1 && shown == paths.size();
            text.append(i == 0 ? "" : isLast ? " and " : ", ").append(Problem.quote(paths.get(i)));
            int line = values.location(paths.get(i)).line();
            text.append(line == 0 ? "" : " (line " + line + ")");
        }
        if (shown < paths.size()) {
            text.append(" and ").append(paths.size() - shown).append(" more");
        }
        return text.append(paths.size() == 1 ? " is a key of " : " are keys of ")
                .append(name(dialect))
                .toString();
    }
}
