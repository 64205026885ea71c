package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.AwsNames;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.eks.internal.connect.WebProxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * A cluster on EKS, and how to reach it. Immutable.
 *
 * <p>By default, credentials come from AWS's default chain (system properties, environment, web identity,
 * the default profile, container, instance), and the proxy is that of {@code HTTPS_PROXY} and {@code NO_PROXY} in the
 * environment.
 */
// Not DeployStyle: what a copy is given is checked and may replace other parts, so the copies are made here.
@Value.Immutable(copy = false)
@Value.Style(
        allowedClasspathAnnotations = {javax.annotation.processing.Generated.class},
        jdkOnly = true,
        overshadowImplementation = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE)
public abstract class EksCluster {
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,576}");
    private static final Pattern SESSION = Pattern.compile("[\\w+=,.@-]{2,64}");

    EksCluster() {}

    /**
     * The cluster of a name in a region.
     *
     * @param name its name on EKS, as in {@code webank-dev}
     * @param region the region's code, as in {@code eu-central-1}
     * @throws DeployException.InvalidInput if one or both cannot be that
     */
    public static EksCluster of(String name, String region) {
        List<Problem> problems = new ArrayList<>();
        AwsNames.clusterName(name).ifPresent(problems::add);
        AwsNames.region(region).ifPresent(problems::add);
        DeployException.InvalidInput.throwIfErrors(problems);
        return ImmutableEksCluster.builder().name(name).region(region).build();
    }

    /**
     * The cluster that a target identifies. {@link EksClient#connect(EksCluster)} refuses credentials of another account
     * than the target's.
     */
    public static EksCluster of(ClusterTarget.Eks target) {
        return ImmutableEksCluster.builder()
                .name(target.name())
                .region(target.region())
                .account(target.account())
                .build();
    }

    /**
     * With the credentials of a profile in AWS's configuration files, instead of others.
     *
     * @throws DeployException.InvalidInput if the name is empty; whether there is such a profile shows when it is used
     */
    public final EksCluster withProfile(String name) {
        if (name.isBlank()) {
            throw invalid(
                    ProblemCodes.PROFILE_INVALID,
                    "profile",
                    "the profile's name is empty",
                    "Name a profile, or leave it out");
        }
        return copy().profile(name).credentials(Optional.empty()).build();
    }

    /** With the credentials of a provider, instead of others. The provider stays the caller's, and is not closed. */
    public final EksCluster withCredentials(AwsCredentialsProvider provider) {
        return copy().credentials(provider).profile(Optional.empty()).build();
    }

    /**
     * As a role, which the credentials are used to assume.
     *
     * @param arn as in {@code arn:aws:iam::123456789012:role/deployer}
     * @throws DeployException.InvalidInput if it is no role's ARN
     */
    public final EksCluster withRole(String arn) {
        if (!ROLE.matcher(arn).matches()) {
            throw invalid(
                    ProblemCodes.ROLE_INVALID,
                    "role",
                    "the role " + Problem.quote(arn) + " is not the ARN of an IAM role",
                    arn.contains(":assumed-role/")
                            ? "Write the ARN of the role, not of a session of it"
                            : "Write it as in `arn:aws:iam::123456789012:role/deployer`");
        }
        return copy().role(arn).build();
    }

    /**
     * With the name that the role's sessions have in audit logs. Default: {@code webank-deploy}.
     *
     * @throws DeployException.InvalidInput if AWS takes no such name
     */
    public final EksCluster withSessionName(String text) {
        if (!SESSION.matcher(text).matches()) {
            throw invalid(
                    ProblemCodes.SESSION_NAME_INVALID,
                    "sessionName",
                    "the session's name " + Problem.quote(text) + " is not accepted by AWS",
                    "Use 2 to 64 characters of A-Z, a-z, 0-9 and _+=,.@-");
        }
        return copy().sessionName(text).build();
    }

    /**
     * Through an HTTP proxy, for AWS and for the cluster, instead of the environment's.
     *
     * @param address as in {@code http://proxy.example.com:3128}
     * @throws DeployException.InvalidInput if it is another kind of proxy, or has no port
     */
    public final EksCluster withProxy(URI address) {
        WebProxy.problem(address.toString(), Location.of("proxy")).ifPresent(problem -> {
            throw new DeployException.InvalidInput(problem);
        });
        return copy().proxy(address).build();
    }

    /**
     * With another address of EKS's API, such as a VPC endpoint.
     *
     * @throws DeployException.InvalidInput if it is not an HTTP or HTTPS URL
     */
    public final EksCluster withEksEndpoint(URI address) {
        return copy().eksEndpoint(endpoint("eksEndpoint", address)).build();
    }

    /**
     * With another address of the Security Token Service, such as a VPC endpoint, for what is asked of it here: to assume
     * a role, and who is calling. Tokens name the region's public address all the same, since clusters take no other.
     *
     * @throws DeployException.InvalidInput if it is not an HTTP or HTTPS URL
     */
    public final EksCluster withStsEndpoint(URI address) {
        return copy().stsEndpoint(endpoint("stsEndpoint", address)).build();
    }

    /** The name. */
    public abstract String name();

    /** The region's code. */
    public abstract String region();

    /** The account that it must be in, if it was made of a target. */
    public abstract Optional<String> account();

    /** The profile whose credentials are used, if one is. */
    public abstract Optional<String> profile();

    /** The provider whose credentials are used, if one is. */
    public abstract Optional<AwsCredentialsProvider> credentials();

    /** The ARN of the role that is assumed, if one is. */
    public abstract Optional<String> role();

    /** The name of the role's sessions. */
    @Value.Default
    public String sessionName() {
        return "webank-deploy";
    }

    /** The proxy, if it is not the environment's. */
    public abstract Optional<URI> proxy();

    /** The address of EKS's API, if it is not the region's. */
    public abstract Optional<URI> eksEndpoint();

    /** The address of the Security Token Service, if it is not the region's. */
    public abstract Optional<URI> stsEndpoint();

    private ImmutableEksCluster.Builder copy() {
        return ImmutableEksCluster.builder().from(this);
    }

    private static URI endpoint(String what, URI address) {
        String scheme = address.getScheme();
        if (address.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw invalid(
                    ProblemCodes.ENDPOINT_INVALID,
                    what,
                    "the endpoint " + Problem.quote(address.toString()) + " is not an HTTP or HTTPS URL",
                    "Write it as in `https://eks.eu-central-1.amazonaws.com`");
        }
        return address;
    }

    private static DeployException.InvalidInput invalid(String code, String path, String what, String remedy) {
        return new DeployException.InvalidInput(problem(code, path, what, remedy));
    }

    private static Problem problem(String code, String path, String what, String remedy) {
        return Problem.error(code, Location.of(path), what, remedy);
    }

    /** Name and region, the account if it must be in one, and the role if one is assumed. */
    @Override
    public String toString() {
        return name() + " in " + region()
                + account().map(account -> ", account " + account).orElse("")
                + role().map(role -> " as " + role).orElse("");
    }
}
