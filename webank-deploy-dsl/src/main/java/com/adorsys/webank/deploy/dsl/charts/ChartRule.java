package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule between values, which a JSON schema cannot hold: as a check, and as a piece of a template that fails with the same code and
 * text.
 */
abstract class ChartRule {
    private final String code;
    private final String path;
    private final String what;
    private final String remedy;

    /**
     * A rule.
     *
     * @param what what is wrong; {@code %s} is the offending key or name
     */
    private ChartRule(String code, String path, String what, String remedy) {
        this.code = code;
        this.path = path;
        this.what = what;
        this.remedy = remedy;
    }

    /** The offending key or name; an empty text if the rule has none to show. */
    abstract Optional<String> offender(Point point);

    /** The template, with a placeholder for what it does with the offender. */
    abstract String template(String failure);

    final Optional<Problem> check(Point point) {
        return offender(point)
                .map(offender -> Problem.error(code, Location.of(path), String.format(what, offender), remedy));
    }

    final String template() {
        String format = JsonWriter.write(ScalarTree.of(code + " " + path + ": " + what + ". " + remedy));
        return template(what.contains("%s") ? "(printf " + format + " $offender)" : format);
    }

    /** The value at a path, also if a part of the path is missing, as where a part of an umbrella is switched off. */
    private static String values(String path) {
        return Point.tolerantExpression(path);
    }

    private static String list(Collection<String> texts) {
        List<String> quoted = new ArrayList<>();
        for (String text : texts) {
            quoted.add(JsonWriter.write(ScalarTree.of(text)));
        }
        return "(list " + String.join(" ", quoted) + ")";
    }

    /** Keys of a map that the chart sets itself. */
    static ChartRule reservedKeys(String path, Collection<String> keys) {
        return new ChartRule(
                ProblemCodes.NAME_RESERVED, path, "`%s` is set by the chart", "Remove it, or use another key") {
            @Override
            Optional<String> offender(Point point) {
                MapTree map = point.map(path);
                return keys.stream().filter(map::has).findFirst();
            }

            @Override
            String template(String failure) {
                return "{{- range $offender := " + list(keys) + " }}{{- if hasKey (" + values(path)
                        + " | default dict) $offender }}{{- fail " + failure + " }}{{- end }}{{- end }}";
            }
        };
    }

    /** Keys that two maps have. */
    static ChartRule disjoint(String path, String other) {
        return new ChartRule(
                ProblemCodes.SETTING_CONFLICT, path, "`%s` is in `" + other + "` too", "Set it in one of the two") {
            @Override
            Optional<String> offender(Point point) {
                MapTree there = point.map(other);
                return point.map(path).keys().stream()
                        .filter(there::has)
                        .sorted()
                        .findFirst();
            }

            @Override
            String template(String failure) {
                return "{{- range $offender, $value := " + values(path) + " }}{{- if hasKey (" + values(other)
                        + " | default dict) $offender }}{{- fail " + failure + " }}{{- end }}{{- end }}";
            }
        };
    }

    /** Names of items that are there twice. */
    static ChartRule distinctNames(String path) {
        return new ChartRule(ProblemCodes.DUPLICATE, path, "`%s` is there twice", "Remove one of them") {
            @Override
            Optional<String> offender(Point point) {
                Set<String> seen = new HashSet<>();
                return names(point, path).stream()
                        .filter(name -> !seen.add(name))
                        .findFirst();
            }

            @Override
            String template(String failure) {
                return "{{- $seen := list }}" + eachName(path) + "{{- if has $offender $seen }}{{- fail " + failure
                        + " }}{{- end }}{{- $seen = append $seen $offender }}{{- end }}";
            }
        };
    }

    /** Names of items that the chart has itself. */
    static ChartRule reservedNames(String path, Collection<String> reserved) {
        return new ChartRule(
                ProblemCodes.NAME_RESERVED, path, "`%s` is set by the chart", "Remove it, or use another name") {
            @Override
            Optional<String> offender(Point point) {
                return names(point, path).stream().filter(reserved::contains).findFirst();
            }

            @Override
            String template(String failure) {
                return eachName(path) + "{{- if has $offender " + list(reserved) + " }}{{- fail " + failure
                        + " }}{{- end }}{{- end }}";
            }
        };
    }

    private static String eachName(String path) {
        return "{{- range " + values(path) + " }}{{- $offender := . }}"
                + "{{- if kindIs \"map\" . }}{{- $offender = .name }}{{- end }}";
    }

    private static List<String> names(Point point, String path) {
        List<String> names = new ArrayList<>();
        if (point.value(path) instanceof ListTree list) {
            for (Tree item : list) {
                names.add(item instanceof MapTree map ? Trees.text(map.get("name")) : Trees.text(item));
            }
        }
        return names;
    }

    /** Ranges of IPv4 whose address is not their first one. */
    static ChartRule firstAddresses(String path) {
        return new ChartRule(
                ProblemCodes.CIDR_INVALID,
                path,
                "`%s` does not start with the first address of the range",
                "Write the first address") {
            @Override
            Optional<String> offender(Point point) {
                return names(point, path).stream()
                        .filter(range -> Cidr.problem(range).isPresent())
                        .findFirst();
            }

            @Override
            String template(String failure) {
                return "{{- range $offender := " + values(path) + " }}{{- if not (contains \":\" $offender) }}"
                        + "{{- $address := 0 }}{{- $size := 1 }}{{- $parts := regexSplit \"[./]\" $offender -1 }}"
                        + "{{- range initial $parts }}{{- $address = add (mul 256 $address) (atoi .) }}{{- end }}"
                        + "{{- range until (sub 32 (last $parts | atoi) | int) }}{{- $size = mul 2 $size }}{{- end }}"
                        + "{{- if mod $address $size }}{{- fail " + failure + " }}{{- end }}{{- end }}{{- end }}";
            }
        };
    }

    /**
     * Names that must differ.
     *
     * @param names terms for the names; one that is unset or empty is skipped
     */
    static ChartRule distinctTerms(String path, String what, String remedy, List<Term> names) {
        return new ChartRule(ProblemCodes.DUPLICATE, path, what, remedy) {
            @Override
            Optional<String> offender(Point point) {
                Set<String> seen = new HashSet<>();
                return names.stream()
                        .map(name -> Trees.text(name.at(point)))
                        .filter(name -> !name.isEmpty() && !seen.add(name))
                        .findFirst();
            }

            @Override
            String template(String failure) {
                StringBuilder expressions = new StringBuilder();
                names.forEach(name -> expressions.append(' ').append(name.expression()));
                return "{{- $seen := list }}{{- range $offender := without (list" + expressions + ") \"\" }}"
                        + "{{- if has $offender $seen }}{{- fail " + failure
                        + " }}{{- end }}{{- $seen = append $seen $offender }}{{- end }}";
            }
        };
    }

    /** A condition that must not hold. */
    static ChartRule never(String code, String path, String what, String remedy, Condition condition) {
        return new ChartRule(code, path, what, remedy) {
            @Override
            Optional<String> offender(Point point) {
                return condition.holds(point) ? Optional.of("") : Optional.empty();
            }

            @Override
            String template(String failure) {
                return "{{- if " + condition.expression() + " }}{{- fail " + failure + " }}{{- end }}";
            }
        };
    }
}
