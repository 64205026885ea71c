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
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * A cluster on EKS, and how to reach it. Immutable.
 *
 * <p>By default, credentials come from AWS's default chain (system properties, environment, web identity,
 * the default profile, container, instance), and the proxy is that of {@code HTTPS_PROXY} and {@code NO_PROXY} in the
 * environment.
 */
public final class EksCluster {
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,576}");
    private static final Pattern SESSION = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final String DEFAULT_SESSION = "webank-deploy";

    private final String name;
    private final String region;
    private final @Nullable String account;
    private final @Nullable String profile;
    private final @Nullable AwsCredentialsProvider credentials;
    private final @Nullable String role;
    private final String sessionName;
    private final @Nullable URI proxy;
    private final @Nullable URI eksEndpoint;
    private final @Nullable URI stsEndpoint;

    private EksCluster(Draft draft) {
        this.name = draft.name;
        this.region = draft.region;
        this.account = draft.account;
        this.profile = draft.profile;
        this.credentials = draft.credentials;
        this.role = draft.role;
        this.sessionName = draft.sessionName;
        this.proxy = draft.proxy;
        this.eksEndpoint = draft.eksEndpoint;
        this.stsEndpoint = draft.stsEndpoint;
    }

    /** What a copy is made of. */
    private static final class Draft {
        String name;
        String region;

        @Nullable
        String account;

        @Nullable
        String profile;

        @Nullable
        AwsCredentialsProvider credentials;

        @Nullable
        String role;

        String sessionName = DEFAULT_SESSION;

        @Nullable
        URI proxy;

        @Nullable
        URI eksEndpoint;

        @Nullable
        URI stsEndpoint;

        Draft(String name, String region) {
            this.name = name;
            this.region = region;
        }
    }

    private Draft draft() {
        Draft draft = new Draft(name, region);
        draft.account = account;
        draft.profile = profile;
        draft.credentials = credentials;
        draft.role = role;
        draft.sessionName = sessionName;
        draft.proxy = proxy;
        draft.eksEndpoint = eksEndpoint;
        draft.stsEndpoint = stsEndpoint;
        return draft;
    }

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
        return new EksCluster(new Draft(name, region));
    }

    /**
     * The cluster that a target identifies. {@link EksClient#connect(EksCluster)} refuses credentials of another account
     * than the target's.
     */
    public static EksCluster of(ClusterTarget.Eks target) {
        Draft draft = new Draft(target.name(), target.region());
        draft.account = target.account();
        return new EksCluster(draft);
    }

    /**
     * With the credentials of a profile in AWS's configuration files, instead of others.
     *
     * @throws DeployException.InvalidInput if the name is empty; whether there is such a profile shows when it is used
     */
    public EksCluster withProfile(String name) {
        if (name.isBlank()) {
            throw invalid(
                    ProblemCodes.PROFILE_INVALID,
                    "profile",
                    "the profile's name is empty",
                    "Name a profile, or leave it out");
        }
        Draft draft = draft();
        draft.profile = name;
        draft.credentials = null;
        return new EksCluster(draft);
    }

    /** With the credentials of a provider, instead of others. The provider stays the caller's, and is not closed. */
    public EksCluster withCredentials(AwsCredentialsProvider provider) {
        Draft draft = draft();
        draft.credentials = Objects.requireNonNull(provider, "provider");
        draft.profile = null;
        return new EksCluster(draft);
    }

    /**
     * As a role, which the credentials are used to assume.
     *
     * @param arn as in {@code arn:aws:iam::123456789012:role/deployer}
     * @throws DeployException.InvalidInput if it is no role's ARN
     */
    public EksCluster withRole(String arn) {
        if (!ROLE.matcher(arn).matches()) {
            throw invalid(
                    ProblemCodes.ROLE_INVALID,
                    "role",
                    "the role " + Problem.quote(arn) + " is not the ARN of an IAM role",
                    arn.contains(":assumed-role/")
                            ? "Write the ARN of the role, not of a session of it"
                            : "Write it as in `arn:aws:iam::123456789012:role/deployer`");
        }
        Draft draft = draft();
        draft.role = arn;
        return new EksCluster(draft);
    }

    /**
     * With the name that the role's sessions have in audit logs. Default: {@code webank-deploy}.
     *
     * @throws DeployException.InvalidInput if AWS takes no such name
     */
    public EksCluster withSessionName(String text) {
        if (!SESSION.matcher(text).matches()) {
            throw invalid(
                    ProblemCodes.SESSION_NAME_INVALID,
                    "sessionName",
                    "the session's name " + Problem.quote(text) + " is not accepted by AWS",
                    "Use 2 to 64 characters of A-Z, a-z, 0-9 and _+=,.@-");
        }
        Draft draft = draft();
        draft.sessionName = text;
        return new EksCluster(draft);
    }

    /**
     * Through an HTTP proxy, for AWS and for the cluster, instead of the environment's.
     *
     * @param address as in {@code http://proxy.example.com:3128}
     * @throws DeployException.InvalidInput if it is another kind of proxy, or has no port
     */
    public EksCluster withProxy(URI address) {
        WebProxy.problem(address.toString(), Location.of("proxy")).ifPresent(problem -> {
            throw new DeployException.InvalidInput(problem);
        });
        Draft draft = draft();
        draft.proxy = address;
        return new EksCluster(draft);
    }

    /**
     * With another address of EKS's API, such as a VPC endpoint.
     *
     * @throws DeployException.InvalidInput if it is not an HTTP or HTTPS URL
     */
    public EksCluster withEksEndpoint(URI address) {
        Draft draft = draft();
        draft.eksEndpoint = endpoint("eksEndpoint", address);
        return new EksCluster(draft);
    }

    /**
     * With another address of the Security Token Service, such as a VPC endpoint, for what is asked of it here: to assume
     * a role, and who is calling. Tokens name the region's public address all the same, since clusters take no other.
     *
     * @throws DeployException.InvalidInput if it is not an HTTP or HTTPS URL
     */
    public EksCluster withStsEndpoint(URI address) {
        Draft draft = draft();
        draft.stsEndpoint = endpoint("stsEndpoint", address);
        return new EksCluster(draft);
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The region's code. */
    public String region() {
        return region;
    }

    /** The account that it must be in, if it was made of a target. */
    public Optional<String> account() {
        return Optional.ofNullable(account);
    }

    /** The profile whose credentials are used, if one is. */
    public Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    /** The provider whose credentials are used, if one is. */
    public Optional<AwsCredentialsProvider> credentials() {
        return Optional.ofNullable(credentials);
    }

    /** The ARN of the role that is assumed, if one is. */
    public Optional<String> role() {
        return Optional.ofNullable(role);
    }

    /** The name of the role's sessions. */
    public String sessionName() {
        return sessionName;
    }

    /** The proxy, if it is not the environment's. */
    public Optional<URI> proxy() {
        return Optional.ofNullable(proxy);
    }

    /** The address of EKS's API, if it is not the region's. */
    public Optional<URI> eksEndpoint() {
        return Optional.ofNullable(eksEndpoint);
    }

    /** The address of the Security Token Service, if it is not the region's. */
    public Optional<URI> stsEndpoint() {
        return Optional.ofNullable(stsEndpoint);
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

    @Override
    public boolean equals(Object other) {
        return other instanceof EksCluster that
                && name.equals(that.name)
                && region.equals(that.region)
                && Objects.equals(account, that.account)
                && Objects.equals(profile, that.profile)
                && Objects.equals(credentials, that.credentials)
                && Objects.equals(role, that.role)
                && sessionName.equals(that.sessionName)
                && Objects.equals(proxy, that.proxy)
                && Objects.equals(eksEndpoint, that.eksEndpoint)
                && Objects.equals(stsEndpoint, that.stsEndpoint);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                name, region, account, profile, credentials, role, sessionName, proxy, eksEndpoint, stsEndpoint);
    }

    /** Name and region, the account if it must be in one, and the role if one is assumed. */
    @Override
    public String toString() {
        return name + " in " + region
                + (account == null ? "" : ", account " + account)
                + (role == null ? "" : " as " + role);
    }
}
