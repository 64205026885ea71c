package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version by <a href="https://semver.org/spec/v2.0.0.html">Semantic Versioning 2.0.0</a>, such as {@code 1.4.0-rc.1}. Immutable.
 *
 * <p>Versions are ordered by precedence. Those that differ only in build metadata have the same precedence, and are ordered
 * by its text, so that the order agrees with {@link #equals}.
 */
public final class SemVer implements Comparable<SemVer> {
    private static final String NUMBER = "(0|[1-9][0-9]*)";
    private static final String PRE_RELEASE_PART = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";

    /** What may follow the three numbers: the pre-release and the build metadata, each a group. */
    static final String SUFFIX = "(?:-(" + PRE_RELEASE_PART + "(?:\\." + PRE_RELEASE_PART + ")*))?"
            + "(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?";

    private static final Pattern VERSION = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + SUFFIX);

    /** The longest text that Helm reads as a version. */
    private static final int LONGEST = 256;

    private final long major;
    private final long minor;
    private final long patch;
    private final String preRelease;
    private final String build;

    private SemVer(long major, long minor, long patch, String preRelease, String build) {
        this.major = major;
        this.minor = minor;
        this.patch = patch;
        this.preRelease = preRelease;
        this.build = build;
    }

    /**
     * A released version.
     *
     * @throws DeployException.InvalidInput if a number is negative
     */
    public static SemVer of(long major, long minor, long patch) {
        return parse(major + "." + minor + "." + patch);
    }

    /**
     * Reads a version: three numbers, then optionally {@code -} and a pre-release, and {@code +} and build metadata. There is
     * no leading {@code v}.
     *
     * @throws DeployException.InvalidInput if the text is not a version, has more than 256 characters, or a number above
     *     2<sup>63</sup>-1
     */
    public static SemVer parse(String text) {
        Matcher matcher = VERSION.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            throw invalid(text);
        }
        try {
            return new SemVer(
                    Long.parseLong(matcher.group(1)),
                    Long.parseLong(matcher.group(2)),
                    Long.parseLong(matcher.group(3)),
                    orEmpty(matcher.group(4)),
                    orEmpty(matcher.group(5)));
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
    }

    /** A version whose parts were read with their grammar. */
    static SemVer ofParts(long major, long minor, long patch, String preRelease) {
        return new SemVer(major, minor, patch, preRelease, "");
    }

    static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static DeployException.InvalidInput invalid(String text) {
        return new DeployException.InvalidInput(Problem.error(
                ProblemCodes.VERSION_INVALID,
                Location.of("version"),
                text.isEmpty() ? "the version is empty" : Problem.quote(text) + " is not a semantic version",
                "write three numbers, as in `1.4.0`, then optionally a pre-release, as in `1.4.0-rc.1`, and build metadata,"
                        + " as in `1.4.0+5`"));
    }

    /** The first number. */
    public long major() {
        return major;
    }

    /** The second number. */
    public long minor() {
        return minor;
    }

    /** The third number. */
    public long patch() {
        return patch;
    }

    /** What follows the {@code -}. */
    public Optional<String> preRelease() {
        return preRelease.isEmpty() ? Optional.empty() : Optional.of(preRelease);
    }

    /** What follows the {@code +}. It has no influence on the precedence. */
    public Optional<String> build() {
        return build.isEmpty() ? Optional.empty() : Optional.of(build);
    }

    @Override
    public int compareTo(SemVer other) {
        int order = precedence(other);
        return order == 0 ? build.compareTo(other.build) : order;
    }

    /** The order by precedence: below zero if this version is the older one, zero if only build metadata differs. */
    int precedence(SemVer other) {
        int order = Long.compare(major, other.major);
        order = order == 0 ? Long.compare(minor, other.minor) : order;
        order = order == 0 ? Long.compare(patch, other.patch) : order;
        if (order != 0 || preRelease.equals(other.preRelease)) {
            return order;
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return preRelease.isEmpty() ? 1 : -1;
        }
        String[] parts = preRelease.split("\\.", -1);
        String[] otherParts = other.preRelease.split("\\.", -1);
        for (int i = 0; order == 0 && i < Math.min(parts.length, otherParts.length); i++) {
            order = comparePart(parts[i], otherParts[i]);
        }
        return order == 0 ? Integer.compare(parts.length, otherParts.length) : order;
    }

    /** Numbers come before other texts, and are compared by value, of any length. */
    private static int comparePart(String part, String other) {
        boolean number = isNumber(part);
        if (number != isNumber(other)) {
            return number ? -1 : 1;
        }
        return number && part.length() != other.length()
                ? Integer.compare(part.length(), other.length())
                : part.compareTo(other);
    }

    private static boolean isNumber(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) < '0' || part.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SemVer that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The version as {@link #parse} reads it. */
    @Override
    public String toString() {
        return major + "." + minor + "." + patch
                + (preRelease.isEmpty() ? "" : "-" + preRelease)
                + (build.isEmpty() ? "" : "+" + build);
    }
}
