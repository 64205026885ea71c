package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;

/** A version of Argo CD, by its first two numbers. The oldest supported version is 2.13. Immutable. */
public final class ArgoCdVersion implements Comparable<ArgoCdVersion> {
    /** Argo CD 2.13, the default. */
    public static final ArgoCdVersion V2_13 = new ArgoCdVersion(2, 13);

    static final ArgoCdVersion V2_14 = new ArgoCdVersion(2, 14);
    static final ArgoCdVersion V3_0 = new ArgoCdVersion(3, 0);
    static final ArgoCdVersion V3_1 = new ArgoCdVersion(3, 1);
    static final ArgoCdVersion V3_2 = new ArgoCdVersion(3, 2);
    static final ArgoCdVersion V3_3 = new ArgoCdVersion(3, 3);
    static final ArgoCdVersion V3_5 = new ArgoCdVersion(3, 5);

    private final int major;
    private final int minor;

    private ArgoCdVersion(int major, int minor) {
        this.major = major;
        this.minor = minor;
    }

    /**
     * Parses a version: {@code 2.13}, {@code 3.1.4} or {@code v3.1.4}.
     *
     * @throws DeployException.InvalidInput if the text is not a version, or the version is older than 2.13
     */
    public static ArgoCdVersion of(String text) {
        String[] parts = (text.startsWith("v") ? text.substring(1) : text).split("\\.", -1);
        boolean good = parts.length == 2 || parts.length == 3;
        for (String part : parts) {
            good &= isNumber(part);
        }
        if (!good) {
            throw invalid(
                    Problem.quote(text) + " is not a version of Argo CD", "write two or three numbers, as in `2.13`");
        }
        ArgoCdVersion version = new ArgoCdVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        if (version.compareTo(V2_13) < 0) {
            throw invalid("Argo CD " + version + " is not supported: it is too old", "name 2.13 or a later version");
        }
        return version;
    }

    private static boolean isNumber(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) < '0' || part.charAt(i) > '9') {
                return false;
            }
        }
        return !part.isEmpty() && part.length() < 6;
    }

    private static DeployException.InvalidInput invalid(String what, String remedy) {
        return new DeployException.InvalidInput(
                Problem.error(ProblemCodes.ARGOCD_VERSION_INVALID, Location.of("argoCdVersion"), what, remedy));
    }

    /** Whether this is that version or a later one. */
    public boolean isAtLeast(ArgoCdVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(ArgoCdVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArgoCdVersion that && major == that.major && minor == that.minor;
    }

    @Override
    public int hashCode() {
        return 31 * major + minor;
    }

    /** The two numbers: {@code 2.13}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
