package com.adorsys.webank.deploy.eks.internal.aws;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.internal.api.NetworkFault;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/** What it means when a call of AWS fails: the fact, and what to do. */
record AwsFailures(EksCluster cluster, CredentialSource source, ServerClock clock) {
    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
    private static final Set<String> UNKNOWN =
            Set.of("UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId", "AuthFailure");
    private static final Set<String> SIGNATURE =
            Set.of("InvalidSignatureException", "SignatureDoesNotMatch", "IncompleteSignature");
    private static final Set<String> SKEWED =
            Set.of("RequestExpired", "RequestTimeTooSkewed", "RequestInTheFuture", "RequestTimeTooSkewedException");
    private static final Set<String> DENIED =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthorizationError");

    private static final Pattern DENIAL = Pattern.compile(
            "User: (?<user>\\S+) is not authorized to perform: (?<action>\\S+)"
                    + "(?: on resource: (?<resource>\\S+))?(?: (?:because|with) (?<reason>.+))?",
            Pattern.DOTALL);

    /**
     * What the failure of a call means.
     *
     * @param action what was called, as policies name it: {@code eks:DescribeCluster}
     * @param host whom
     */
    DeployException ofCall(SdkException failure, String action, String host) {
        if (failure instanceof AbortedException) {
            return new DeployException.Interrupted("Calling " + action + " was interrupted.");
        }
        return failure instanceof AwsServiceException answer
                ? answered(answer, action)
                : unanswered(failure, action, host);
    }

    /** What it means that there are no credentials. */
    DeployException ofCredentials(RuntimeException failure) {
        // A profile may name a role, which is assumed in passing.
        if (failure instanceof AwsServiceException answer && isOfTokenService(answer)) {
            return answered(answer, "sts:AssumeRole");
        }
        return new CredentialFailures(source).of(failure);
    }

    /** The clock of this machine is wrong. */
    DeployException clockIsOff() {
        return new DeployException.Refused("The clock of this machine is " + clock.difference()
                + ", so what it signs is not valid there. Set it, as by NTP.");
    }

    /** The credentials have a time, and it is over. */
    DeployException expired() {
        return new DeployException.Refused(
                OneLine.capital(source.credentials()) + " have expired. " + source.renewal() + ".");
    }

    private DeployException answered(AwsServiceException answer, String action) {
        String code = Optional.ofNullable(answer.awsErrorDetails())
                .map(details -> details.errorCode())
                .orElse("");
        String message = Optional.ofNullable(answer.awsErrorDetails())
                .map(details -> details.errorMessage())
                .orElse("");
        if (EXPIRED.contains(code)) {
            return expired();
        }
        if (SKEWED.contains(code) || SIGNATURE.contains(code) && isAboutTime(message)) {
            return clockIsOff();
        }
        if (UNKNOWN.contains(code)) {
            return new DeployException.Refused("AWS does not know " + source.credentials() + " ("
                    + OneLine.clause(message) + "). Check that they are whole, and for the partition of "
                    + Problem.quote(cluster.region()) + ". " + source.renewal() + ".");
        }
        if (SIGNATURE.contains(code)) {
            return new DeployException.Refused("AWS does not accept what is signed with " + source.credentials()
                    + ": the secret key is not that of the access key. Check both, and copy them again.");
        }
        if (DENIED.contains(code)) {
            return denied(message, action);
        }
        if (answer.isThrottlingException()) {
            return new DeployException.Unavailable(
                    "AWS throttles " + action + " in this account. Try again later, or call it less often.", answer);
        }
        if (answer.statusCode() >= 500) {
            return new DeployException.Unavailable(
                    "AWS fails at " + action + " (" + answer.statusCode() + "). Try again later.", answer);
        }
        return new DeployException.Refused(
                "AWS refuses " + action + ": " + OneLine.clause(message.isEmpty() ? code : message) + " ("
                        + (code.isEmpty() ? answer.statusCode() : OneLine.clause(code))
                        + "). Check the settings of the cluster.",
                answer);
    }

    private static boolean isOfTokenService(AwsServiceException answer) {
        return answer.awsErrorDetails() != null
                && "Sts".equals(answer.awsErrorDetails().serviceName());
    }

    private static boolean isAboutTime(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("expired") || lower.contains("not yet current");
    }

    private DeployException denied(String message, String action) {
        Matcher denial = DENIAL.matcher(message);
        if (!denial.find()) {
            return new DeployException.Refused("AWS denies `" + action + "`: " + OneLine.clause(message)
                    + ". Allow it in a policy of the principal whose credentials these are.");
        }
        String resource = denial.group("resource");
        String reason = denial.group("reason");
        boolean explicit = reason != null && reason.contains("explicit deny");
        String allow;
        if (explicit) {
            allow = "Change the policy that denies it";
        } else if (action.equals("sts:AssumeRole")) {
            allow = "Let the role's trust policy name that principal, and a policy of the principal allow the action";
        } else {
            allow = "Allow it in a policy of that principal";
        }
        return new DeployException.Refused("AWS denies " + OneLine.name(denial.group("action")) + " to "
                + OneLine.name(denial.group("user"))
                + (resource == null ? "" : ", on " + OneLine.name(resource))
                + (reason == null ? "" : ": " + OneLine.clause(reason)) + ". " + allow + ".");
    }

    private DeployException unanswered(SdkException failure, String action, String host) {
        NetworkFault fault = NetworkFault.of(failure);
        if (fault == NetworkFault.INTERRUPTED) {
            return new DeployException.Interrupted("Calling " + action + " was interrupted.");
        }
        String remedy;
        if (fault == NetworkFault.UNKNOWN_HOST) {
            remedy = "Check the network's DNS" + region();
        } else if (fault.isTrust()) {
            remedy = "Let the JVM trust who is between it and AWS, as by `-Djavax.net.ssl.trustStore`";
        } else {
            remedy = "Check the network"
                    + (cluster.proxy().isPresent() ? " and the proxy" : ", and whether it needs a proxy");
        }
        return new DeployException.Unavailable(
                "AWS cannot be called for " + action + ": " + fault.about(host) + ". " + remedy + ".", failure);
    }

    /** A region that the SDK does not know may be new, or misspelt. */
    private String region() {
        List<String> regions = Region.regions().stream().map(Region::id).toList();
        if (regions.contains(cluster.region()) || cluster.eksEndpoint().isPresent()) {
            return "";
        }
        return Names.nearest(cluster.region(), regions)
                .map(near -> ", and the region: is " + Problem.quote(near) + " meant")
                .orElse(", and the region " + Problem.quote(cluster.region()));
    }
}
