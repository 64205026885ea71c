package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.Problem;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/** Compares the key of a host with the known hosts, and keeps why it was not accepted. Asks nobody, writes nothing. */
final class HostCheck implements ServerKeyDatabase {
    private static final int SSH_PORT = 22;

    private final RemoteAddress address;
    private final KnownHosts known;
    private final String host;
    private final int port;
    private volatile @Nullable String refusal;

    HostCheck(RemoteAddress address, KnownHosts known) {
        this.address = address;
        this.known = known;
        URIish uri = address.uri();
        this.host = uri.getHost();
        this.port = uri.getPort() > 0 ? uri.getPort() : SSH_PORT;
    }

    /** Why the key of the host was not accepted; null if it was, or if the host has not shown one yet. */
    @Nullable
    String refusal() {
        return refusal;
    }

    @Override
    public List<PublicKey> lookup(String connect, InetSocketAddress remote, Configuration configuration) {
        return known.keys(host, port);
    }

    @Override
    public boolean accept(
            String connect,
            InetSocketAddress remote,
            PublicKey key,
            Configuration configuration,
            CredentialsProvider provider) {
        KnownHosts.Verdict verdict = known.verdict(host, port, key);
        String offered = KeyUtils.getKeyType(key) + " " + Problem.quote(SshBlobs.fingerprint(key));
        String where = "the host of the repository " + address.quoted();
        refusal = switch (verdict) {
            case KNOWN -> null;
            case UNKNOWN ->
                where + " is not one of the known hosts. Its key is " + offered
                        + ": compare it with what the host's operator publishes, and add its line to the known hosts.";
            case CHANGED ->
                where + " has another key than the known hosts say: " + offered + " instead of "
                        + String.join(" or ", known.fingerprints(host, port))
                        + ". Somebody may be intercepting the connection. Replace the line of the known hosts only if the"
                        + " host's operator confirms the new key.";
            case REVOKED ->
                where + " has the key " + offered + ", which the known hosts mark as revoked. Do not use it.";
        };
        return verdict == KnownHosts.Verdict.KNOWN;
    }
}
