package com.adorsys.webank.deploy.gitops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges with a remote repository: which branches it has, fetching a commit, pushing one. Of {@link #notes}, the refs
 * of notes take the place of branches.
 */
final class Remote {
    static final String HEADS = "refs/heads/";
    private static final String NOTES = "refs/notes/";
    static final String TAGS = "refs/tags/";
    /** The depth by which Git also completes what was fetched without its history. */
    private static final int ALL_DEPTHS = Integer.MAX_VALUE;

    private static final int LONGEST_SILENCE_SECONDS = 60;

    private final RemoteAddress address;
    private final GitCredentials credentials;
    private final TemporaryRepository local;
    private final Duration timeout;
    /** What the full names of branches start with. */
    private final String prefix;

    Remote(RemoteAddress address, GitCredentials credentials, TemporaryRepository local, Duration timeout) {
        this(address, credentials, local, timeout, HEADS);
    }

    private Remote(
            RemoteAddress address,
            GitCredentials credentials,
            TemporaryRepository local,
            Duration timeout,
            String prefix) {
        this.address = address;
        this.credentials = credentials;
        this.local = local;
        this.timeout = timeout;
        this.prefix = prefix;
    }

    /** The same repository, fetched into another folder. */
    Remote into(TemporaryRepository other) {
        return new Remote(address, credentials, other, timeout, prefix);
    }

    /** The notes of the same repository. */
    Remote notes() {
        return new Remote(address, credentials, local, timeout, NOTES);
    }

    /** A branch, for messages. */
    String shown(String branch) {
        return prefix.equals(HEADS) ? "the branch `" + branch + "`" : "the notes `" + prefix + branch + "`";
    }

    /** What to do if a branch does not take a commit. */
    String remedy() {
        return prefix.equals(HEADS)
                ? "If the branch is protected, propose the change as a pull request."
                : "Allow the token or key to push notes.";
    }

    RemoteAddress address() {
        return address;
    }

    GitCredentials credentials() {
        return credentials;
    }

    /** How a push ended. */
    enum PushStatus {
        DONE,
        /** The branch is not where it was expected; nothing was sent. */
        MOVED,
        /** The remote did not take the commit. */
        REJECTED
    }

    /**
     * The end of a push.
     *
     * @param reason what the remote says of the branch
     * @param messages what the remote says besides, such as the output of hooks
     */
    record PushResult(PushStatus status, String reason, String messages) {}

    /** The branches by name, with their commits. */
    Map<String, ObjectId> branches() {
        Exchange exchange = open();
        try (exchange;
                FetchConnection connection = exchange.fetch(prefix)) {
            return branches(connection);
        } catch (IOException e) {
            throw failure(exchange).reading(e);
        }
    }

    private Map<String, ObjectId> branches(FetchConnection connection) {
        Map<String, ObjectId> branches = new LinkedHashMap<>();
        for (Ref ref : connection.getRefs()) {
            if (ref.getName().startsWith(prefix) && ref.getObjectId() != null) {
                branches.put(ref.getName().substring(prefix.length()), ref.getObjectId());
            }
        }
        return branches;
    }

    /**
     * Fetches the commit of a branch, without its history, and lists the branches.
     *
     * @param otherwise the branch whose commit is fetched if that branch does not exist
     * @param known commits that were fetched before
     */
    Map<String, ObjectId> fetch(String branch, Optional<String> otherwise, Set<ObjectId> known) {
        Exchange exchange = open();
        try (exchange;
                FetchConnection connection = exchange.fetch(prefix)) {
            Map<String, ObjectId> branches = branches(connection);
            Ref ref = connection.getRef(prefix + (branches.containsKey(branch) ? branch : otherwise.orElse(branch)));
            if (ref != null && !known.contains(ref.getObjectId())) {
                connection.fetch(NullProgressMonitor.INSTANCE, List.of(ref), known);
            }
            return branches;
        } catch (IOException e) {
            throw failure(exchange).reading(e);
        }
    }

    /** The branches, the tags and {@code HEAD} by full name, with the commit of each. */
    Map<String, ObjectId> references() {
        Exchange exchange = open();
        try (exchange;
                FetchConnection connection = exchange.fetchNamed()) {
            return references(connection);
        } catch (IOException e) {
            throw failure(exchange).reading(e);
        }
    }

    private static Map<String, ObjectId> references(FetchConnection connection) {
        Map<String, ObjectId> references = new LinkedHashMap<>();
        for (Ref ref : connection.getRefs()) {
            ObjectId id = ref.getPeeledObjectId() != null ? ref.getPeeledObjectId() : ref.getObjectId();
            boolean isNamed = ref.getName().startsWith(HEADS)
                    || ref.getName().startsWith(TAGS)
                    || ref.getName().equals(Constants.HEAD);
            if (id != null && isNamed) {
                references.put(ref.getName(), id);
            }
        }
        return references;
    }

    /** Fetches a commit without its history. */
    void fetch(ObjectId commit) {
        Exchange exchange = open();
        try (exchange;
                FetchConnection connection = exchange.fetchNamed()) {
            Ref wanted = new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, commit.name(), commit);
            connection.fetch(NullProgressMonitor.INSTANCE, List.of(wanted), Set.of());
        } catch (IOException e) {
            throw failure(exchange).reading(e);
        }
    }

    /** Fetches all branches and tags with their history; returns what {@link #references} does. */
    Map<String, ObjectId> fetchAll() {
        Exchange exchange = open();
        exchange.transport.setDepth(ALL_DEPTHS);
        try (exchange;
                FetchConnection connection = exchange.fetchNamed()) {
            Map<String, ObjectId> references = references(connection);
            List<Ref> wanted = new ArrayList<>();
            for (Ref ref : connection.getRefs()) {
                if (references.containsKey(ref.getName())) {
                    wanted.add(ref);
                }
            }
            if (!wanted.isEmpty()) {
                connection.fetch(NullProgressMonitor.INSTANCE, wanted, Set.of());
            }
            return references;
        } catch (IOException e) {
            throw failure(exchange).reading(e);
        }
    }

    /** Pushes a commit if the branch is still at the expected one, or, where none is expected, does not exist. */
    PushResult push(String branch, @Nullable ObjectId expected, ObjectId commit) {
        Exchange exchange = open();
        String name = prefix + branch;
        try (exchange;
                PushConnection connection = exchange.transport.openPush()) {
            Ref ref = connection.getRef(name);
            if (ref == null ? expected != null : !ref.getObjectId().equals(expected)) {
                return new PushResult(PushStatus.MOVED, "", "");
            }
            RemoteRefUpdate update = new RemoteRefUpdate(
                    local, commit.name(), commit, name, false, null, expected == null ? ObjectId.zeroId() : expected);
            connection.push(NullProgressMonitor.INSTANCE, Map.of(name, update));
            boolean done = update.getStatus() == RemoteRefUpdate.Status.OK
                    || update.getStatus() == RemoteRefUpdate.Status.UP_TO_DATE;
            String reason = update.getMessage() == null ? "" : update.getMessage();
            return new PushResult(done ? PushStatus.DONE : PushStatus.REJECTED, reason, connection.getMessages());
        } catch (IOException e) {
            throw failure(exchange).writing(e);
        }
    }

    private RemoteFailure failure(Exchange exchange) {
        return new RemoteFailure(address, credentials, exchange.answers, exchange.deadline);
    }

    private Exchange open() {
        Deadline deadline = Deadline.in(timeout);
        HttpAnswers answers = new HttpAnswers(deadline);
        try {
            return new Exchange(transport(answers, deadline), answers, deadline);
        } catch (IOException e) {
            throw new RemoteFailure(address, credentials, answers, deadline).reading(e);
        }
    }

    private Transport transport(HttpAnswers answers, Deadline deadline) throws IOException {
        Transport transport;
        Path path = address.path();
        SshLogin ssh = credentials.ssh();
        if (path != null) {
            if (!Files.isDirectory(path)) {
                throw new NoRemoteRepositoryException(address.uri(), "there is no such folder");
            }
            transport = new LocalTransport(local, address.uri(), path, deadline);
        } else if (ssh != null) {
            transport = new SshTransport(local, address, ssh, local.folder(), deadline);
        } else {
            transport = Transport.open(local, address.uri());
        }
        if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(answers);
            http.setTimeout((int) Math.max(1, Math.min(LONGEST_SILENCE_SECONDS, timeout.toSeconds())));
            if (!credentials.areNone()) {
                http.setPreemptiveBasicAuthentication(credentials.user(), credentials.token());
            }
        }
        transport.setDepth(1);
        transport.setTagOpt(TagOpt.NO_TAGS);
        return transport;
    }

    private record Exchange(Transport transport, HttpAnswers answers, Deadline deadline) implements AutoCloseable {
        FetchConnection fetch(String prefix) throws TransportException, NotSupportedException {
            return transport.openFetch(List.of(new RefSpec(prefix + "*:" + prefix + "*")));
        }

        FetchConnection fetchNamed() throws TransportException, NotSupportedException {
            return transport.openFetch(List.of(
                    new RefSpec(Constants.HEAD),
                    new RefSpec(HEADS + "*:" + HEADS + "*"),
                    new RefSpec(TAGS + "*:" + TAGS + "*")));
        }

        @Override
        public void close() {
            transport.close();
        }
    }
}
