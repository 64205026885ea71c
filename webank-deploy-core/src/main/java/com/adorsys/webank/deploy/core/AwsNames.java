package com.adorsys.webank.deploy.core;

import java.util.Locale;
import java.util.Optional;

/**
 * The rules for the parts that identify a cluster on EKS: its name, its region and its account.
 *
 * <p>See <a href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html">CreateCluster</a>, <a
 * href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS Regions</a> and <a
 * href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html">AWS account
 * identifiers</a>.
 */
public final class AwsNames {
    private static final int LONGEST_CLUSTER_NAME = 100;
    private static final int ACCOUNT_DIGITS = 12;

    private AwsNames() {}

    /**
     * Whether a text can be the name of a cluster: 1 to 100 letters, digits, - and _, starting with a letter or digit.
     */
    public static boolean isClusterName(String text) {
        if (text.isEmpty() || text.length() > LONGEST_CLUSTER_NAME) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = isLower(c) || c >= 'A' && c <= 'Z' || isDigit(c);
            if (!alphanumeric && (i == 0 || c != '-' && c != '_')) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text has the form of a region's code, as in {@code eu-central-1}; not whether the region exists. */
    public static boolean isRegion(String text) {
        String[] parts = text.split("-", -1);
        int last = parts.length - 1;
        if (last < 2 || last > 3 || !isWord(parts[0], 4)) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            if (!isWord(parts[i], 12)) {
                return false;
            }
        }
        return areDigits(parts[last], 1, 2) && parts[last].charAt(0) != '0';
    }

    /** Whether a text can be the id of an account: 12 digits. */
    public static boolean isAccount(String text) {
        return areDigits(text, ACCOUNT_DIGITS, ACCOUNT_DIGITS);
    }

    /** The problem of an invalid cluster name, with the path {@code name}; empty if the name is valid. */
    public static Optional<Problem> clusterName(String text) {
        if (isClusterName(text)) {
            return Optional.empty();
        }
        return problem(
                ProblemCodes.CLUSTER_NAME_INVALID,
                "name",
                "cluster name",
                text,
                text.startsWith("arn:")
                        ? "use the part of the ARN after `cluster/`"
                        : "use 1 to 100 characters of A-Z, a-z, 0-9, - and _, and start with a letter or digit");
    }

    /** The problem of an invalid region code, with the path {@code region}; empty if the code is valid. */
    public static Optional<Problem> region(String text) {
        if (isRegion(text)) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return problem(
                ProblemCodes.REGION_INVALID,
                "region",
                "region",
                text,
                isRegion(lower)
                        ? "write it in lower case, " + Problem.quote(lower)
                        : "write the region's code, as in `eu-central-1`");
    }

    /** The problem of an invalid account id, with the path {@code account}; empty if the id is valid. */
    public static Optional<Problem> account(String text) {
        if (isAccount(text)) {
            return Optional.empty();
        }
        String digits = text.replace("-", "");
        return problem(
                ProblemCodes.ACCOUNT_INVALID,
                "account",
                "account",
                text,
                isAccount(digits)
                        ? "write it without hyphens, " + Problem.quote(digits)
                        : "write the 12 digits of the account id with leading zeros, as in `111122223333`");
    }

    private static Optional<Problem> problem(String code, String path, String what, String text, String remedy) {
        return Optional.of(Problem.error(
                code,
                Location.of(path),
                "the " + what + (text.isEmpty() ? " is empty" : " " + Problem.quote(text) + " is not valid"),
                remedy));
    }

    private static boolean isWord(String text, int longest) {
        if (text.length() < 2 || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isLower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areDigits(String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
