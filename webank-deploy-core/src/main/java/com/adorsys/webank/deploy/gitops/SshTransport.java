package com.adorsys.webank.deploy.gitops;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RemoteSession2;
import org.eclipse.jgit.transport.SshConfigStore;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.eclipse.jgit.util.QuotedString;
import org.jspecify.annotations.Nullable;

/**
 * Reaches a repository over SSH. Each connection is a session of its own, which knows one key and the given hosts.
 *
 * <p>JGit's own transport of this kind asks the environment for another SSH client.
 */
final class SshTransport extends ServiceTransport {
    private final RemoteAddress address;
    private final SshLogin login;
    private final Path home;
    private final Deadline deadline;

    /**
     * A transport.
     *
     * @param home an empty folder in the place of the user's
     */
    SshTransport(Repository local, RemoteAddress address, SshLogin login, Path home, Deadline deadline) {
        super(local, address.uri());
        this.address = address;
        this.login = login;
        this.home = home;
        this.deadline = deadline;
    }

    @Override
    Service start(String command) throws TransportException {
        RemoteSession2 session = connect();
        try {
            Process process = session.exec(
                    "git-" + command + " " + QuotedString.BOURNE.quote(uri.getPath()),
                    Map.of("GIT_PROTOCOL", "version=2"),
                    (int) Math.max(1, TimeUnit.MILLISECONDS.toSeconds(deadline.millisLeft())));
            return new Service(process, deadline, session::disconnect);
        } catch (IOException e) {
            session.disconnect();
            if (deadline.isOver()) {
                deadline.miss();
            }
            throw new TransportException(uri, "the command cannot be started", e);
        }
    }

    /** Connects in another thread: a host that does not go on with the exchange of keys is waited for too long. */
    private RemoteSession2 connect() throws TransportException {
        HostCheck host = new HostCheck(address, login.hosts());
        CompletableFuture<RemoteSession2> connected = new CompletableFuture<>();
        Thread connecting = Service.daemon("ssh", () -> {
            try {
                RemoteSession2 session = new Sessions(login.key().pair(), host, home.toFile())
                        .getSession(uri, null, null, (int) Math.min(Integer.MAX_VALUE, deadline.millisLeft()));
                if (!connected.complete(session)) {
                    session.disconnect();
                }
            } catch (TransportException | RuntimeException | Error e) {
                connected.completeExceptionally(e);
            }
        });
        try {
            return connected.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            deadline.miss();
            throw abandon(connected, connecting, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abandon(connected, connecting, e);
        } catch (ExecutionException e) {
            throw failure(host, e.getCause() == null ? e : e.getCause());
        }
    }

    /** Gives up a connection, also one that is there at the same moment. */
    private TransportException abandon(CompletableFuture<RemoteSession2> connected, Thread connecting, Exception e) {
        connecting.interrupt();
        if (!connected.cancel(false) && !connected.isCompletedExceptionally()) {
            connected.join().disconnect();
        }
        return new TransportException(uri, "the connection was given up", e);
    }

    private TransportException failure(HostCheck host, Throwable e) {
        String refusal = host.refusal();
        if (refusal != null) {
            return new SshFailure(refusal, e);
        }
        if (hasNoMoreMethods(e)) {
            return new SshFailure(
                    "the host of the repository " + address.quoted() + " does not accept the "
                            + login.key().shown() + " for the user `" + uri.getUser()
                            + "`. Add its public key there, such as as a deploy key on GitHub, or give another key.",
                    e);
        }
        if (deadline.isOver()) {
            deadline.miss();
        }
        return new TransportException(uri, "the connection over ssh failed", e);
    }

    private static boolean hasNoMoreMethods(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof SshException ssh
                    && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
                return true;
            }
        }
        return false;
    }

    /** Makes sessions that know nothing but what they are given: no configuration, no agent, no other key. */
    private static final class Sessions extends SshdSessionFactory {
        private final KeyPair key;
        private final ServerKeyDatabase hosts;

        Sessions(KeyPair key, ServerKeyDatabase hosts, File home) {
            super(null, null);
            this.key = key;
            this.hosts = hosts;
            setHomeDirectory(home);
            setSshDirectory(home);
        }

        @Override
        protected @Nullable File getSshConfig(File folder) {
            return null;
        }

        @Override
        protected @Nullable SshConfigStore createSshConfigStore(File folder, @Nullable File file, String user) {
            return null;
        }

        @Override
        protected ServerKeyDatabase getServerKeyDatabase(File user, File folder) {
            return hosts;
        }

        @Override
        protected Iterable<KeyPair> getDefaultKeys(File folder) {
            return List.of(key);
        }

        @Override
        protected @Nullable ConnectorFactory getConnectorFactory() {
            return null;
        }

        @Override
        protected String getDefaultPreferredAuthentications() {
            return "publickey";
        }
    }
}
