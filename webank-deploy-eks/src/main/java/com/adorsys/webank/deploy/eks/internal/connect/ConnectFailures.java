package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.internal.api.NetworkFault;
import io.fabric8.kubernetes.client.Config;
import java.net.URI;

/**
 * What it means when a cluster does not answer, or does not let us in: the fact, and what to do. Thread-safe.
 *
 * @param cluster what to call it, at the beginning of a sentence
 * @param host the host of its API server
 * @param advice what to do
 */
public record ConnectFailures(String cluster, String host, Advice advice) {
    /** The host of a client's API server. */
    static String host(Config config) {
        String host = URI.create(config.getMasterUrl()).getHost();
        return host == null ? config.getMasterUrl() : host;
    }

    /** A 401, after credentials were made anew. */
    public DeployException unauthorized() {
        try {
            return new DeployException.Refused(
                    cluster + " does not know who is calling (401). " + advice.unauthorized() + ".");
        } catch (DeployException e) {
            // Asking who that is failed: that is the reason, and has its own text.
            return e;
        }
    }

    /** No answer: the name is not found, nobody listens, it takes too long, or the server is not trusted. */
    public DeployException unreachable(Throwable cause) {
        NetworkFault fault = NetworkFault.of(cause);
        return switch (fault) {
            case INTERRUPTED -> new DeployException.Interrupted("A call of the cluster was interrupted.");
            case CERTIFICATE_EXPIRED ->
                untrusted(fault, "Renew it, or set the clock of this machine if that is ahead", cause);
            case CERTIFICATE_NOT_YET_VALID ->
                untrusted(fault, "Set the clock of this machine, which seems to be behind", cause);
            case UNTRUSTED, OTHER_NAME -> untrusted(fault, advice.untrusted(), cause);
            case INSECURE ->
                untrusted(fault, "Check that this is an API server, and what lies between it and this machine", cause);
            case TURNED_AWAY ->
                new DeployException.Refused(
                        cluster + " seems not to know who is calling: " + fault.about(host) + " (HTTP/2 GOAWAY). "
                                + advice.unauthorized() + ".",
                        cause);
            default ->
                new DeployException.Unavailable(
                        cluster + " cannot be reached: " + fault.about(host) + ". " + advice.unreachable(fault) + ".",
                        cause);
        };
    }

    private DeployException untrusted(NetworkFault fault, String remedy, Throwable cause) {
        return new DeployException.Unavailable(
                cluster + " is not trusted: " + fault.about(host) + ". " + remedy + ".", cause);
    }
}
