package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.argo.ApplicationWait;
import com.adorsys.webank.deploy.eks.internal.argo.ChartSwitch;
import com.adorsys.webank.deploy.eks.internal.aws.EksConnection;
import com.adorsys.webank.deploy.eks.internal.connect.Connection;
import com.adorsys.webank.deploy.eks.internal.connect.KubeconfigConnection;
import com.adorsys.webank.deploy.eks.internal.run.ReleaseDeployer;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;

/**
 * A connection to one cluster. Thread-safe; to be closed.
 *
 * <p>What was opened by {@code connect} ends with {@link #close()}: connections, threads and timers; threads that
 * have sent requests end when they were idle for five seconds. A client that the
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
     * @throws DeployException.InvalidInput if it must be in an account, and the credentials are those of another one
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

    /**
     * Connects to the cluster that a target identifies: one on EKS with the credentials of AWS's default chain, a context
     * by kubectl's kubeconfig ({@link Kubeconfig#standard()}). Nothing is sent to the cluster yet.
     *
     * @throws DeployException as the other {@code connect}s, and as {@link #requireTarget(ClusterTarget)}
     */
    public static EksClient connect(ClusterTarget target) {
        if (target instanceof ClusterTarget.Eks eks) {
            return connect(EksCluster.of(eks));
        }
        ClusterTarget.Context context = (ClusterTarget.Context) target;
        EksClient client = connect(Kubeconfig.standard().withContext(context.name()));
        try {
            client.requireTarget(context);
            return client;
        } catch (RuntimeException | Error e) {
            client.close();
            throw e;
        }
    }

    /** Uses a client that the caller owns, and closes. */
    public static EksClient of(KubernetesClient client) {
        return new EksClient(Connection.ofOwnedByHost(client));
    }

    /**
     * Checks that this connection leads to the cluster that is meant. Nothing is sent to the cluster.
     *
     * <ul>
     *   <li>A context is compared by its name and by the address of the server; a client of the host's has no context, and
     *       is compared by the address.
     *   <li>A cluster on EKS is compared by its name, region and account. A connection by a kubeconfig or by a client of the
     *       host's does not have these: EKS is asked for the cluster, as {@link #requireTarget(EksCluster)} says, with the
     *       credentials of AWS's default chain.
     * </ul>
     *
     * @throws DeployException.InvalidInput if it leads to another cluster; the message names both
     * @throws DeployException if EKS has to be asked, and that fails
     */
    public void requireTarget(ClusterTarget target) {
        if (target instanceof ClusterTarget.Eks eks) {
            requireTarget(EksCluster.of(eks));
        } else {
            connection.cluster().require((ClusterTarget.Context) target);
        }
    }

    /**
     * Checks that this connection leads to a cluster on EKS. If the connection was not made by asking EKS, EKS is asked for
     * the cluster, with these credentials and settings: its endpoint must be the address that this connection has. Where
     * the {@link EksCluster#account() account} is given, the cluster must be in it.
     *
     * @throws DeployException.InvalidInput if it leads to another cluster; the message names both
     * @throws DeployException if EKS has to be asked, and there is no such cluster, or AWS cannot be used
     */
    public void requireTarget(EksCluster cluster) {
        EksConnection.require(cluster, connection.cluster(), Clock.systemUTC());
    }

    /** The address of the API server: {@code https://host:6443}, without a slash at its end. */
    public String server() {
        return connection.url();
    }

    /** The client of the cluster, for what this library does not offer. It ends with this connection. */
    public KubernetesClient kubernetes() {
        return connection.kubernetes();
    }

    /**
     * Begins to read what a run of a release begins with, its inventory and the key of its digests, while the caller still prepares
     * the manifests, and does not wait for it. The next call for this release uses it, if that comes within five seconds, and does
     * not read it again. A failure is left to that call, which meets it again.
     */
    public void warmUp(Release release) {
        releaseDeployer(release).readEarly();
    }

    /** The deployer of a release, with the default options. It can be used as long as this connection is open. */
    public Deployer deployer(Release release) {
        return releaseDeployer(release);
    }

    private ReleaseDeployer releaseDeployer(Release release) {
        return ReleaseDeployer.of(connection, release);
    }

    /** Waits for Applications of Argo CD, with the default settings. It can be used as long as this connection is open. */
    public ArgoSync argoSync() {
        return ApplicationWait.of(connection);
    }

    /**
     * Checks the switch of Applications of Argo CD from charts to directories, with the default settings. It can be used as
     * long as this connection is open.
     */
    public SourceSwitch sourceSwitch() {
        return ChartSwitch.of(connection);
    }

    /**
     * Ends what was opened here. Does nothing the second time, nor to a client that the host owns.
     *
     * <p>A call that is on is interrupted: it finishes the requests under way, records that it was interrupted, so
     * that the next run need not wait, and throws {@link DeployException.Interrupted}. This waits for it, for ten seconds at most; not
     * if a listener of that call closes this. Calls that begin later throw an {@link IllegalStateException}.
     */
    @Override
    public void close() {
        connection.close();
    }
}
