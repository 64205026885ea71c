package com.adorsys.webank.deploy.core;

import java.util.Optional;

/**
 * An Amazon Resource Name: {@code arn:partition:service:region:account:resource}. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>
 */
public final class Arn {
    private static final String ROLE = "role/";
    private static final int LONGEST_ROLE_NAME = 64;

    private final String[] parts;

    private Arn(String[] parts) {
        this.parts = parts;
    }

    /** The ARN that a text is; empty if it is not one. Wildcards are allowed in the resource only. */
    public static Optional<Arn> find(String text) {
        String[] parts = text.split(":", 6);
        boolean good = parts.length == 6
                && parts[0].equals("arn")
                && isPartition(parts[1])
                && !parts[2].isEmpty()
                && areLowerOrDigitsOrHyphens(parts[2])
                && areLowerOrDigitsOrHyphens(parts[3])
                && (parts[4].isEmpty() || parts[4].equals("aws") || AwsNames.isAccount(parts[4]))
                && !parts[5].isEmpty()
                && isVisible(parts[5]);
        return good ? Optional.of(new Arn(parts)) : Optional.empty();
    }

    /** The partition: {@code aws}, {@code aws-cn}, {@code aws-us-gov}. */
    public String partition() {
        return parts[1];
    }

    /** The service: {@code iam}. */
    public String service() {
        return parts[2];
    }

    /** The region; empty for a service without regions. */
    public String region() {
        return parts[3];
    }

    /** The id of the account; empty for a resource without one, {@code aws} for one of AWS's own. */
    public String account() {
        return parts[4];
    }

    /** The resource: {@code role/deployer}. */
    public String resource() {
        return parts[5];
    }

    /** Whether it is the ARN of one IAM role. */
    public boolean isRole() {
        String name = resource().substring(resource().lastIndexOf('/') + 1);
        return service().equals("iam")
                && region().isEmpty()
                && AwsNames.isAccount(account())
                && resource().startsWith(ROLE)
                && resource().indexOf(':') < 0
                && !resource().startsWith(ROLE + "/")
                && !name.isEmpty()
                && name.length() <= LONGEST_ROLE_NAME
                && isRoleName(name);
    }

    private static boolean isPartition(String text) {
        if (!text.equals("aws") && !text.startsWith("aws-") || text.endsWith("-") || text.contains("--")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '-' && !isLower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areLowerOrDigitsOrHyphens(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLower(c) && !isDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '!' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isRoleName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLower(c) && !isDigit(c) && !(c >= 'A' && c <= 'Z') && "_+=,.@-".indexOf(c) < 0) {
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Arn that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The ARN as it is written. */
    @Override
    public String toString() {
        return String.join(":", parts);
    }
}
