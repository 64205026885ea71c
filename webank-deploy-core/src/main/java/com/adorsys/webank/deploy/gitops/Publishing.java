package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployException.Conflict;
import com.adorsys.webank.deploy.core.DeployException.Interrupted;
import com.adorsys.webank.deploy.core.DeployException.TimedOut;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.gitops.PublishListener.Step;
import com.adorsys.webank.deploy.gitops.Remote.PushResult;
import com.adorsys.webank.deploy.gitops.Remote.PushStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;

/**
 * One publication: the branch is fetched, the content compared with it, a commit made and pushed on the condition that the
 * branch has not moved. If it has, all of that is done again.
 */
final class Publishing {
    /** How often a remote that refused a commit is asked whether somebody else was faster. */
    private static final int CHECKS = 4;

    private static final long SHORTEST_PAUSE_MILLIS = 40;
    private static final long LONGEST_PAUSE_MILLIS = 2000;

    private final Remote remote;
    private final TemporaryRepository local;
    private final PublishOptions options;
    /** The branch, for messages. */
    private final String shown;

    private final Supplier<Head> heads;
    private final Optional<Head> base;
    private final Deadline deadline;
    private final RandomGenerator random;

    /**
     * A publication.
     *
     * @param heads gives what a commit is made from, as it is now
     * @param base what the content was made from, if it is not made anew for each attempt
     */
    Publishing(
            Supplier<Head> heads,
            Remote remote,
            TemporaryRepository local,
            PublishOptions options,
            Optional<Head> base) {
        this.heads = heads;
        this.remote = remote;
        this.local = local;
        this.options = options;
        this.shown = remote.shown(options.branch());
        this.base = base;
        this.deadline = Deadline.in(options.limit());
        this.random = options.random().orElseGet(() -> new Random(System.nanoTime() ^ System.identityHashCode(this)));
    }

    Publication run(Function<Head, GitContent> content) {
        try {
            boolean existed = false;
            for (int attempt = 1; ; attempt++) {
                say(attempt == 1 ? Step.FETCH : Step.RETRY, attempt);
                if (existed && !remote.branches().containsKey(options.branch())) {
                    throw new Conflict(shown + " of the repository "
                            + remote.address().quoted() + " was deleted meanwhile. Nothing was published.");
                }
                Head head = heads.get();
                existed = head.exists();
                say(Step.COMPARE, attempt);
                Optional<Publication> done = attempt(head, content.apply(head), attempt);
                if (done.isPresent()) {
                    return done.get();
                }
                if (deadline.isOver()) {
                    throw new TimedOut("others changed " + shown + " before each of "
                            + attempt + " attempts within " + options.limit().toSeconds()
                            + " s. Nothing was published: run it again when it is quieter.");
                }
                pause(attempt);
            }
        } catch (IOException e) {
            throw new Unavailable("the files of " + shown + " cannot be read or written", e);
        }
    }

    /** Publishes the content on a head; empty if somebody else was faster. */
    private Optional<Publication> attempt(Head head, GitContent content, int attempt) throws IOException {
        Draft draft = Draft.of(head, content, options.handEdits());
        if (base.isPresent()) {
            draft.refuseConflicts(base.get());
        }
        draft.refuseSecrets(remote.credentials(), options.signingKey());
        if (draft.isEmpty() && (head.exists() || head.id() == null || head.isRebuilt())) {
            Optional<String> tip = head.isRebuilt() ? Optional.empty() : head.commit();
            return Optional.of(new Publication(
                    head, Optional.empty(), tip, head.files(), draft.treeChanges(), draft.edited(), attempt));
        }
        ObjectId tree = tree(head, draft);
        CommitFiles after = new CommitFiles(local, tree);
        ObjectId already = head.already(tree);
        if (already != null) {
            Optional<String> tip = Optional.of(already.name());
            return Optional.of(
                    new Publication(head, Optional.empty(), tip, after, draft.treeChanges(), draft.edited(), attempt));
        }
        ObjectId commit = commit(head, tree, content);
        say(Step.PUSH, attempt);
        Optional<String> made = Optional.of(commit.name());
        return push(head, commit)
                ? Optional.of(new Publication(head, made, made, after, draft.treeChanges(), draft.edited(), attempt))
                : Optional.empty();
    }

    private ObjectId tree(Head head, Draft draft) throws IOException {
        try (ObjectInserter inserter = local.newObjectInserter()) {
            ObjectId tree = head.files().write(draft.changes(), inserter);
            inserter.flush();
            return tree;
        }
    }

    private ObjectId commit(Head head, ObjectId tree, GitContent content) throws IOException {
        try (ObjectInserter inserter = local.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree);
            ObjectId parent = head.id();
            if (parent != null) {
                commit.setParentId(parent);
            }
            commit.setAuthor(person(options.author()));
            commit.setCommitter(person(options.committer()));
            commit.setEncoding(StandardCharsets.UTF_8);
            commit.setMessage(CommitMessage.text(options, content, WorkBranch.trailers(head, tree)));
            if (options.signingKey().isPresent()) {
                commit.setGpgSignature(new GpgSignature(options.signingKey()
                        .get()
                        .sign(commit.build(), options.time().toInstant())));
            }
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    private PersonIdent person(GitIdentity identity) {
        return new PersonIdent(
                identity.name(),
                identity.email(),
                options.time().toInstant(),
                options.time().getOffset());
    }

    /** Pushes a commit; false if the branch has moved. */
    private boolean push(Head head, ObjectId commit) {
        @Nullable ObjectId expected = head.expected();
        PushResult result = pushOnce(expected, commit);
        if (result.status() == PushStatus.REJECTED) {
            // Another push that is under way holds the branch, and looks like a refusal.
            if (hasMoved(expected)) {
                return false;
            }
            result = pushOnce(expected, commit);
            if (result.status() == PushStatus.REJECTED) {
                if (hasMoved(expected)) {
                    return false;
                }
                throw new RemoteFailure(remote.address(), remote.credentials(), new HttpAnswers(deadline), deadline)
                        .rejected(shown, remote.remedy(), result);
            }
        }
        return result.status() == PushStatus.DONE;
    }

    /** Pushes a commit. If the connection broke, the remote is asked whether it has the commit. */
    private PushResult pushOnce(@Nullable ObjectId expected, ObjectId commit) {
        try {
            return remote.push(options.branch(), expected, commit);
        } catch (Unavailable e) {
            try {
                if (commit.equals(remote.branches().get(options.branch()))) {
                    return new PushResult(PushStatus.DONE, "", "");
                }
            } catch (DeployException alsoUnavailable) {
                e.addSuppressed(alsoUnavailable);
            }
            throw e;
        }
    }

    private boolean hasMoved(@Nullable ObjectId expected) {
        for (int check = 1; check <= CHECKS; check++) {
            ObjectId now = remote.branches().get(options.branch());
            if (now == null ? expected != null : !now.equals(expected)) {
                return true;
            }
            pause(check);
        }
        return false;
    }

    private void pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << Math.min(attempt, 10));
        try {
            Thread.sleep(most / 2 + random.nextLong(most));
        } catch (InterruptedException e) {
            throw new Interrupted("publishing to " + shown + " was interrupted");
        }
    }

    private void say(Step step, int attempt) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interrupted("publishing to " + shown + " was interrupted");
        }
        options.listener().ifPresent(listener -> listener.on(step, attempt));
    }
}
