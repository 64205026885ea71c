package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a chart accepts of a dependency or of Kubernetes: {@code ^1.2.0}, {@code >=1.29.0-0 <2.0.0}, {@code 1.x}.
 * Immutable.
 *
 * <p>The grammar and its meaning are those of Helm. Groups are separated by {@code ||}, of which one must be met; the
 * conditions of a group by spaces or commas, which must all be met. A condition is a version with one of the operators
 * {@code = != > < >= <= ~ ^}; {@code 1.2 - 1.4} stands for {@code >=1.2 <=1.4}. A version may be short ({@code 1.2}) or have
 * {@code x} or {@code *} in place of its last numbers, and a leading {@code v}. A group accepts pre-releases only if one of
 * its versions is one.
 *
 * <p>Not accepted: an operator before a version without its first number ({@code >=*}), which Helm reads in surprising ways.
 *
 * @see <a href="https://github.com/Masterminds/semver#checking-version-constraints">The library that Helm uses</a>
 */
public final class VersionConstraint {
    private static final String PART = "(0|[1-9][0-9]*|[xX*])";
    private static final String VERSION = "v?" + PART + "(?:\\." + PART + ")?(?:\\." + PART + ")?" + SemVer.SUFFIX;
    private static final Pattern RANGE = Pattern.compile("\\s*(" + VERSION + ")\\s+-\\s+(" + VERSION + ")\\s*");
    private static final Pattern CONDITION =
            Pattern.compile("\\s*(!=|>=|=>|<=|=<|~>|[=><~^])?\\s*" + VERSION + "(?:\\s*,\\s*|\\s+|\\z)");

    /** The longest text and the most groups that Helm reads. */
    private static final int LONGEST = 512;

    private static final int MOST_GROUPS = 32;

    private final String text;
    private final List<List<Condition>> groups;

    private VersionConstraint(String text, List<List<Condition>> groups) {
        this.text = text;
        this.groups = groups;
    }

    /**
     * Reads a constraint.
     *
     * @throws DeployException.InvalidInput if the text is not a constraint, has more than 512 characters or 32 groups, or a
     *     number above 2<sup>63</sup>-1
     */
    public static VersionConstraint parse(String text) {
        if (text.length() > LONGEST) {
            throw invalid(text);
        }
        Matcher range = RANGE.matcher(text);
        String written = range.replaceAll(found -> Matcher.quoteReplacement(
                ">=" + found.group(1) + " <=" + found.group(found.groupCount() / 2 + 1) + " "));
        List<List<Condition>> groups = new ArrayList<>();
        for (String group : written.split("\\|\\|", -1)) {
            groups.add(group(group, text));
        }
        if (groups.size() > MOST_GROUPS) {
            throw invalid(text);
        }
        return new VersionConstraint(text, List.copyOf(groups));
    }

    private static List<Condition> group(String group, String text) {
        List<Condition> conditions = new ArrayList<>();
        Matcher matcher = CONDITION.matcher(group);
        int from = 0;
        do {
            if (!matcher.region(from, group.length()).lookingAt()) {
                throw invalid(text);
            }
            conditions.add(condition(matcher, text));
            from = matcher.end();
        } while (from < group.length());
        if (group.stripTrailing().endsWith(",")) {
            throw invalid(text);
        }
        return List.copyOf(conditions);
    }

    private static Condition condition(Matcher matcher, String text) {
        String operator = SemVer.orEmpty(matcher.group(1));
        int given = 0;
        while (given < 3 && isNumber(matcher.group(given + 2))) {
            given++;
        }
        if (given == 0 && !operator.isEmpty() && !operator.equals("=")) {
            throw invalid(text);
        }
        try {
            return new Condition(
                    Operator.of(operator, given),
                    SemVer.ofParts(
                            number(matcher, 0, given),
                            number(matcher, 1, given),
                            number(matcher, 2, given),
                            SemVer.orEmpty(matcher.group(5))),
                    given);
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
    }

    private static long number(Matcher matcher, int position, int given) {
        return position < given ? Long.parseLong(matcher.group(position + 2)) : 0;
    }

    private static boolean isNumber(@Nullable String part) {
        return part != null && part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }

    private static DeployException.InvalidInput invalid(String text) {
        return new DeployException.InvalidInput(Problem.error(
                ProblemCodes.VERSION_INVALID,
                Location.of("version"),
                text.isBlank() ? "the constraint is empty" : Problem.quote(text) + " is not a constraint of versions",
                "write a version, or conditions such as `>=1.2.0 <2.0.0`, `^1.2.0` or `1.x`; write `*` for every version"
                        + " that is no pre-release"));
    }

    /** Whether a version meets the constraint. Build metadata is ignored. */
    public boolean allows(SemVer version) {
        for (List<Condition> group : groups) {
            if (allows(group, version)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allows(List<Condition> group, SemVer version) {
        boolean preReleases = version.preRelease().isEmpty();
        boolean all = true;
        for (Condition condition : group) {
            preReleases |= condition.bound().preRelease().isPresent();
            all &= condition.allows(version);
        }
        return all && preReleases;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionConstraint that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The constraint as it was given. */
    @Override
    public String toString() {
        return text;
    }

    private enum Operator {
        EQUAL,
        NOT_EQUAL,
        GREATER,
        LESS,
        GREATER_OR_EQUAL,
        LESS_OR_EQUAL,
        TILDE,
        CARET;

        /** A version that is short or ends in {@code x} means all versions that start with its numbers, as with a tilde. */
        static Operator of(String text, int given) {
            return switch (text) {
                case "!=" -> NOT_EQUAL;
                case ">" -> GREATER;
                case "<" -> LESS;
                case ">=", "=>" -> GREATER_OR_EQUAL;
                case "<=", "=<" -> LESS_OR_EQUAL;
                case "~", "~>" -> TILDE;
                case "^" -> CARET;
                default -> given < 3 ? TILDE : EQUAL;
            };
        }
    }

    /**
     * One condition.
     *
     * @param bound the version, with 0 for each number that is not given
     * @param given how many of the three numbers are given
     */
    private record Condition(Operator operator, SemVer bound, int given) {
        boolean allows(SemVer version) {
            int order = version.precedence(bound);
            return switch (operator) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> given == 3 ? order != 0 : !startsAlike(version, given) || isOtherPreRelease(version);
                case GREATER -> given == 3 ? order > 0 : order > 0 && !startsAlike(version, given);
                case LESS -> order < 0;
                case GREATER_OR_EQUAL -> order >= 0;
                case LESS_OR_EQUAL -> given == 3 ? order <= 0 : order <= 0 || startsAlike(version, given);
                case TILDE -> order >= 0 && (isEverything() || startsAlike(version, Math.min(given, 2)));
                case CARET -> order >= 0 && startsAlike(version, fixed());
            };
        }

        /** Helm takes {@code ~0.0.0} for every version, as it does {@code *}. */
        private boolean isEverything() {
            return (given == 0 || given == 3) && bound.major() == 0 && bound.minor() == 0 && bound.patch() == 0;
        }

        /** What {@code !=1.2.x} means for pre-releases of 1.2.0, in a group that accepts them. */
        private boolean isOtherPreRelease(SemVer version) {
            return given == 2 && !version.preRelease().equals(bound.preRelease());
        }

        /** How many numbers a caret fixes: up to the first that is not zero. */
        private int fixed() {
            if (bound.major() > 0 || given == 1) {
                return 1;
            }
            return bound.minor() > 0 || given == 2 ? 2 : 3;
        }

        private boolean startsAlike(SemVer version, int numbers) {
            return (numbers < 1 || version.major() == bound.major())
                    && (numbers < 2 || version.minor() == bound.minor())
                    && (numbers < 3 || version.patch() == bound.patch());
        }
    }
}
