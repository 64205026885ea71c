package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.aws.EksConnection;
import com.adorsys.webank.deploy.eks.internal.connect.Connection;
import com.adorsys.webank.deploy.eks.internal.connect.KubeconfigConnection;
import com.adorsys.webank.deploy.eks.internal.run.ReleaseDeployer;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.Optional;

/**
 * A connection to one cluster. Thread-safe; to be closed.
 *
 * <p>What was opened by {@code connect} ends with {@link #close()}: connections, threads and timers. A client that the
 * host owns stays as it is.
 */
public final class EksClient implements AutoCloseable {
    private final Connection connection;

    private EksClient(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connects to a cluster on EKS, whose address and certificate authority EKS is asked for. Nothing is sent to the
     * cluster yet.
     *
     * @throws DeployException if there is no such cluster, or it cannot be used, or AWS cannot: why, and what to do
     */
    public static EksClient connect(EksCluster cluster) {
        return new EksClient(EksConnection.open(cluster, Clock.systemUTC(), System.getenv()));
    }

    /**
     * Connects as a kubeconfig says. Nothing is sent to the cluster yet.
     *
     * @throws DeployException.InvalidInput if the file or the context is missing, or cannot be used
     */
    public static EksClient connect(Kubeconfig kubeconfig) {
        return new EksClient(KubeconfigConnection.open(kubeconfig.files(), kubeconfig.chosenContext()));
    }

    /** Uses a client that the caller owns, and closes. */
    public static EksClient of(KubernetesClient client) {
        return new EksClient(Connection.ofOwnedByHost(client));
    }

    /** The client of the cluster, for what this library does not offer. It ends with this connection. */
    public KubernetesClient kubernetes() {
        return connection.kubernetes();
    }

    /** The deployer of a release, with the default options. It can be used as long as this connection is open. */
    public Deployer deployer(Release release) {
        return ReleaseDeployer.of(
                options -> ApiServer.of(connection.kubernetes(), options.concurrency()), this::explain, release);
    }

    private Optional<DeployException> explain(ApiException e) {
        if (e.isUnauthorized()) {
            return Optional.of(connection.failures().unauthorized());
        }
        if (e.isUnanswered() && !e.outcomeUnknown() && e.getCause() != null) {
            return Optional.of(connection.failures().unreachable(e.getCause()));
        }
        return Optional.empty();
    }

    /** Ends what was opened here. Does nothing the second time, nor to a client that the host owns. */
    @Override
    public void close() {
        connection.close();
    }
}
