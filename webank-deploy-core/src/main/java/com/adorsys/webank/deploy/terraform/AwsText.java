package com.adorsys.webank.deploy.terraform;

import com.adorsys.webank.deploy.core.Arn;
import com.adorsys.webank.deploy.core.AwsNames;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules for names and ids of AWS. Each check returns what is wrong with a text, or empty if the text is valid.
 *
 * <p>See <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>.
 */
final class AwsText {
    private static final Pattern SUBNET = Pattern.compile("subnet-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern CERTIFICATE = Pattern.compile("certificate/[0-9A-Za-z-]+");
    private static final Pattern SERVER_CERTIFICATE = Pattern.compile("server-certificate/[0-9A-Za-z_+=.@/-]+");
    private static final Pattern SHOWN = Pattern.compile("[0-9A-Za-z_.:/*+=,-]{1,200}");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

    /** What is wrong with a text, and what to do. */
    record Fault(String code, String what, String remedy) {}

    private AwsText() {}

    /** A value in backticks; {@code the value} if it may contain a password. */
    static String shown(String text) {
        return SHOWN.matcher(text).matches() && !text.contains("://") ? Problem.quote(text) : "the value";
    }

    static Optional<Fault> clusterName(String text) {
        if (AwsNames.isClusterName(text)) {
            return Optional.empty();
        }
        Optional<String> name = Arn.find(text)
                .filter(arn -> arn.service().equals("eks") && arn.resource().startsWith("cluster/"))
                .map(arn -> arn.resource().substring(8))
                .filter(AwsNames::isClusterName);
        return fault(
                ProblemCodes.NAME_INVALID,
                shown(text) + " is not a valid EKS cluster name",
                name.isPresent()
                        ? "Output only the name, " + Problem.quote(name.get())
                        : "Output a name of at most 100 letters, digits, - and _ that starts with a letter or digit");
    }

    static Optional<Fault> region(String text) {
        if (AwsNames.isRegion(text)) {
            return Optional.empty();
        }
        String region = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
        return AwsNames.isRegion(region) && text.matches(".*[a-z]")
                ? fault(
                        ProblemCodes.REGION_INVALID,
                        shown(text) + " is an availability zone",
                        "Output its region, " + Problem.quote(region))
                : fault(
                        ProblemCodes.REGION_INVALID,
                        shown(text) + " is not an AWS region",
                        "Output the region's code, as in `eu-central-1`");
    }

    static Optional<Fault> subnet(String text) {
        return SUBNET.matcher(text).matches()
                ? Optional.empty()
                : fault(
                        ProblemCodes.SUBNET_INVALID,
                        shown(text) + " is not a subnet id",
                        "Output ids, as in `subnet-0123456789abcdef0`, not names, ARNs or address ranges");
    }

    static Optional<Fault> certificate(String text) {
        if (Arn.find(text).filter(AwsText::isCertificate).isPresent()) {
            return Optional.empty();
        }
        return fault(
                ProblemCodes.ARN_INVALID,
                shown(text) + " is not the ARN of a certificate",
                "Output arn:aws:acm:REGION:ACCOUNT:certificate/ID, the `arn` of an `aws_acm_certificate`");
    }

    private static boolean isCertificate(Arn arn) {
        boolean acm = arn.service().equals("acm")
                && AwsNames.isRegion(arn.region())
                && CERTIFICATE.matcher(arn.resource()).matches();
        boolean iam = arn.service().equals("iam")
                && arn.region().isEmpty()
                && SERVER_CERTIFICATE.matcher(arn.resource()).matches();
        return AwsNames.isAccount(arn.account()) && (acm || iam);
    }

    /** The region in the ARN of a certificate; empty if it has none. */
    static String certificateRegion(String arn) {
        return arn.split(":", -1)[3];
    }

    static Optional<Fault> role(String text) {
        boolean good = Arn.find(text).filter(Arn::isRole).isPresent();
        return good
                ? Optional.empty()
                : fault(
                        ProblemCodes.ARN_INVALID,
                        shown(text) + " is not the ARN of an IAM role",
                        "Output arn:aws:iam::ACCOUNT:role/NAME, the `arn` of an `aws_iam_role`");
    }

    /** The port of an endpoint {@code host:port}; empty if it has none. */
    static Optional<String> portOf(String endpoint) {
        int colon = endpoint.lastIndexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(endpoint.substring(colon + 1));
    }

    /** The host of an endpoint {@code host:port}. */
    static String hostOf(String endpoint) {
        int colon = endpoint.lastIndexOf(':');
        return colon < 0 ? endpoint : endpoint.substring(0, colon);
    }

    /** What is wrong with an endpoint {@code host:port} or {@code host}. */
    static Optional<Fault> endpoint(String text) {
        // An address may contain a password, so no part of it is shown.
        if (text.indexOf('@') >= 0 || text.indexOf('/') >= 0 || text.indexOf('?') >= 0) {
            return fault(
                    ProblemCodes.HOST_INVALID,
                    "the database's endpoint has more than a host and a port",
                    "Output only `host:port`, the `endpoint` of an `aws_db_instance`");
        }
        Optional<Fault> badPort = portOf(text).flatMap(AwsText::port);
        if (badPort.isPresent()) {
            return badPort;
        }
        try {
            Host host = Host.of(hostOf(text));
            return host.isWildcard()
                    ? fault(ProblemCodes.HOST_INVALID, shown(text) + " is a wildcard", "Output the server's own name")
                    : Optional.empty();
        } catch (DeployException.InvalidInput invalid) {
            Problem problem = invalid.problems().get(0);
            return fault(problem.code(), problem.what(), problem.remedy());
        }
    }

    /** The text of a number, without the fraction if that is zero. */
    static String withoutZeroFraction(BigDecimal number) {
        try {
            return Integer.toString(number.intValueExact());
        } catch (ArithmeticException notAnInt) {
            return number.toString();
        }
    }

    static Optional<Fault> port(String text) {
        return PORT.matcher(text).matches() && Integer.parseInt(text) <= 65535
                ? Optional.empty()
                : fault(
                        ProblemCodes.OUT_OF_RANGE,
                        shown(text) + " is not a port number",
                        "Output a number from 1 to 65535");
    }

    private static Optional<Fault> fault(String code, String what, String remedy) {
        return Optional.of(new Fault(code, what, remedy));
    }
}
