package com.adorsys.webank.deploy.eks.internal.aws;

import com.adorsys.webank.deploy.core.AwsNames;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.internal.connect.ClusterIdentity;
import com.adorsys.webank.deploy.eks.internal.connect.ConnectFailures;
import com.adorsys.webank.deploy.eks.internal.connect.Connection;
import com.adorsys.webank.deploy.eks.internal.connect.Trust;
import com.adorsys.webank.deploy.eks.internal.connect.WebProxy;
import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.ClusterStatus;
import software.amazon.awssdk.services.eks.model.ResourceNotFoundException;

/** A connection to a cluster, by what EKS says of it. */
public final class EksConnection {
    private static final String DESCRIBE = "eks:DescribeCluster";
    /** Where an ARN has the account, among its parts between colons. */
    private static final int ACCOUNT_OF_ARN = 4;

    private final AwsAccess aws;
    private final EksCluster cluster;
    private final Clock clock;

    private EksConnection(AwsAccess aws, Clock clock) {
        this.aws = aws;
        this.cluster = aws.cluster();
        this.clock = clock;
    }

    /**
     * Asks EKS for the cluster, and makes a client. Nothing is sent to the cluster yet.
     *
     * @throws DeployException if there is no such cluster, or it cannot be used, or AWS cannot: why, and what to do
     */
    public static Connection open(EksCluster cluster, Clock clock, Map<String, String> environment) {
        AwsAccess aws = AwsAccess.open(cluster, clock);
        try {
            return new EksConnection(aws, clock).open(environment);
        } catch (RuntimeException | Error e) {
            aws.close();
            throw e;
        }
    }

    private Connection open(Map<String, String> environment) {
        Cluster description = describe();
        Config config = Config.empty();
        config.setMasterUrl(description.endpoint());
        Optional<String> proxy = proxy(URI.create(description.endpoint()), environment);
        proxy.ifPresent(config::setHttpsProxy);
        proxy.ifPresent(config::setHttpProxy);
        String way = proxy.map(EksConnection::way).orElse("");
        ConnectFailures failures = new ConnectFailures(
                "The cluster " + Problem.quote(cluster.name()),
                URI.create(description.endpoint()).getHost(),
                new EksAdvice(aws, description, way));
        Connection.Settings settings =
                new Connection.Settings(config, trust(description), new EksTokens(aws, clock), clock);
        return Connection.open(settings, identity(description), failures, aws::close);
    }

    /**
     * Checks that a connection leads to a cluster on EKS. One that was not made by asking EKS is compared with what EKS
     * says.
     *
     * @throws DeployException.InvalidInput if it leads to another one
     * @throws DeployException as {@link #open}, if EKS has to be asked
     */
    public static void require(EksCluster cluster, ClusterIdentity reached, Clock clock) {
        Optional<ClusterTarget.Eks> eks = reached.eks();
        if (eks.isPresent()) {
            if (!eks.get().name().equals(cluster.name())
                    || !eks.get().region().equals(cluster.region())
                    || !cluster.account()
                            .orElse(eks.get().account())
                            .equals(eks.get().account())) {
                throw reached.differs(name(cluster));
            }
            return;
        }
        try (AwsAccess aws = AwsAccess.open(cluster, clock)) {
            reached.requireServer(new EksConnection(aws, clock).describe().endpoint(), name(cluster));
        }
    }

    /** What EKS says of the cluster, which can be used and is in the account that it is expected in. */
    private Cluster describe() {
        Cluster description;
        try {
            description = aws.eks(
                    DESCRIBE,
                    eks -> eks.describeCluster(request -> request.name(cluster.name()))
                            .cluster());
        } catch (ResourceNotFoundException e) {
            throw noSuchCluster(e);
        }
        aws.checkClock();
        if (cluster.account().isPresent()) {
            checkAccount(account(description).orElseGet(() -> aws.caller().account()));
        }
        checkStatus(description);
        return description;
    }

    /** The account in the cluster's ARN. */
    private static Optional<String> account(Cluster description) {
        return Optional.ofNullable(description.arn())
                .map(arn -> arn.split(":", -1))
                .filter(parts -> parts.length > ACCOUNT_OF_ARN && AwsNames.isAccount(parts[ACCOUNT_OF_ARN]))
                .map(parts -> parts[ACCOUNT_OF_ARN]);
    }

    private void checkAccount(String account) {
        String expected = cluster.account().orElse(account);
        if (!expected.equals(account)) {
            throw ClusterIdentity.mismatch(
                    "the credentials are those of the account " + Problem.quote(account) + ", not those of "
                            + name(cluster),
                    "use credentials of the account " + Problem.quote(expected) + ", by another profile or role");
        }
    }

    private ClusterIdentity identity(Cluster description) {
        return account(description)
                .or(cluster::account)
                .map(account -> ClusterTarget.eks(cluster.name(), cluster.region(), account))
                .map(eks -> ClusterIdentity.ofEks(eks, description.endpoint()))
                .orElseGet(() -> ClusterIdentity.ofServer(description.endpoint()));
    }

    private static String name(EksCluster cluster) {
        return "the EKS cluster " + Problem.quote(cluster.name()) + " in " + Problem.quote(cluster.region())
                + cluster.account()
                        .map(account -> ", account " + Problem.quote(account))
                        .orElse("");
    }

    private DeployException noSuchCluster(ResourceNotFoundException failure) {
        Optional<String> caller;
        try {
            caller = Optional.of(aws.caller().account());
        } catch (DeployException e) {
            caller = Optional.empty();
        }
        caller.ifPresent(this::checkAccount);
        String account = caller.map(id -> ", account " + Problem.quote(id)).orElse("");
        String place = Problem.quote(cluster.region()) + account;
        String fact = "There is no cluster " + Problem.quote(cluster.name()) + " in " + place + ". ";
        List<String> names;
        try {
            names = aws.eks(
                    "eks:ListClusters",
                    eks -> eks.listClustersPaginator().clusters().stream()
                            .limit(1000)
                            .sorted()
                            .toList());
        } catch (DeployException | ResourceNotFoundException e) {
            return new DeployException.Refused(
                    fact + "Check name, region and account (which clusters there are may not be listed:"
                            + " `eks:ListClusters`).",
                    failure);
        }
        if (names.isEmpty()) {
            return new DeployException.Refused(fact + "There is none at all: check region and account.", failure);
        }
        String near = Names.nearest(cluster.name(), names)
                .map(name -> "Did you mean " + Problem.quote(name) + "? ")
                .orElse("");
        String shown = names.stream().limit(10).map(Problem::quote).collect(Collectors.joining(", "));
        int more = names.size() - 10;
        return new DeployException.Refused(
                fact + near + "There " + (names.size() == 1 ? "is " : "are ") + shown
                        + (more > 0 ? " and " + more + " more" : "") + ".",
                failure);
    }

    private void checkStatus(Cluster description) {
        ClusterStatus status = description.status();
        // A cluster that is being updated serves all the while.
        if (status == ClusterStatus.ACTIVE || status == ClusterStatus.UPDATING) {
            if (description.endpoint() == null || description.certificateAuthority() == null) {
                throw new DeployException.Refused("The cluster " + Problem.quote(cluster.name())
                        + " has no endpoint yet. Try again in a minute.");
            }
            return;
        }
        String text = String.valueOf(description.statusAsString());
        String remedy = switch (status) {
            case CREATING, PENDING ->
                "Wait for it, as by `aws eks wait cluster-active --region " + cluster.region() + " --name "
                        + cluster.name() + "`";
            case DELETING -> "Choose another";
            case FAILED -> "See why on EKS's console, and make it again";
            default -> "See on EKS's console what that means";
        };
        throw new DeployException.Refused("The cluster " + Problem.quote(cluster.name()) + " is not ACTIVE but "
                + Problem.quote(text) + ". " + remedy + ".");
    }

    private SSLContext trust(Cluster description) {
        try {
            byte[] pem = Base64.getDecoder()
                    .decode(description.certificateAuthority().data());
            return Trust.only(new String(pem, StandardCharsets.UTF_8), null);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new DeployException.Unavailable(
                    "EKS gives no readable certificate authority of the cluster " + Problem.quote(cluster.name())
                            + ". Try again, or connect by a kubeconfig.",
                    e);
        }
    }

    private Optional<String> proxy(URI endpoint, Map<String, String> environment) {
        if (cluster.proxy().isPresent()) {
            return cluster.proxy().map(URI::toString);
        }
        Optional<String> proxy = WebProxy.of(endpoint, environment);
        proxy.flatMap(text -> WebProxy.problem(text, Location.of("HTTPS_PROXY")))
                .ifPresent(problem -> {
                    throw new DeployException.InvalidInput(problem);
                });
        return proxy;
    }

    private static String way(String proxy) {
        URI uri = URI.create(proxy);
        return " (the way leads through the proxy " + Problem.quote(uri.getHost() + ":" + uri.getPort()) + ")";
    }
}
