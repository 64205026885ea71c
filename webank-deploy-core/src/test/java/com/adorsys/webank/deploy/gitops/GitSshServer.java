package com.adorsys.webank.deploy.gitops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;

/** An SSH server that runs the commands of those who log in with a certain key, as a Git server does. */
public final class GitSshServer implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final Set<String> users = ConcurrentHashMap.newKeySet();
    private volatile UnaryOperator<String> commands = UnaryOperator.identity();

    /** A server that has started. */
    public GitSshServer(SshKey user, Path... hostKeys) {
        List<KeyPair> keys =
                Arrays.stream(hostKeys).map(file -> SshKey.read(file).pair()).toList();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(keys));
        server.setPublickeyAuthenticator((name, key, session) -> {
            users.add(name);
            return key.equals(user.pair().getPublic());
        });
        server.setCommandFactory((channel, command) ->
                ProcessShellCommandFactory.INSTANCE.createCommand(channel, commands.apply(command)));
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes what is run for a command. */
    void rewrite(UnaryOperator<String> change) {
        commands = change;
    }

    public String address(String path) {
        return "ssh://127.0.0.1:" + server.getPort() + path;
    }

    /** The line of a known_hosts file. */
    public String knownHost(Path hostKey) {
        return "[127.0.0.1]:" + server.getPort() + " " + Keys.publicKey(hostKey) + "\n";
    }

    /** The names that were logged in with. */
    Set<String> users() {
        return users;
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
