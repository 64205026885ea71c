package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.audit.Audit;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.tree.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Git repository that generated files are published to, and whose commits are read and audited. Used by one thread.
 *
 * <p>Publishing fetches the newest commit of the branch, without history, into a temporary folder, changes in it what is
 * generated and what the caller edits, and pushes one commit. Files of others are not touched; which files are generated
 * is known as {@link FileTree} says. Nothing is checked out. If somebody else pushes at the same time, it starts again from
 * their commit, so that no update is lost.
 *
 * <p>Neither the environment nor the configuration of the user or the system is read. A repository on this machine is
 * reached by {@code git}, which must be on the {@code PATH} and reads its own configuration; its hooks run. The token is
 * sent to the host of the address only, and is in no message. Over SSH a host must be one of the known hosts, with its key.
 */
public final class GitOpsRepository implements AutoCloseable {
    /** How long one exchange with the remote may take by default. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    private final TemporaryRepository local;
    private final Remote remote;
    private final Fetched fetched;
    private @Nullable History history;

    private GitOpsRepository(TemporaryRepository local, Remote remote) {
        this.local = local;
        this.remote = remote;
        this.fetched = new Fetched(remote, local);
    }

    /** {@link #open(String, GitCredentials, Duration)} with {@link #DEFAULT_TIMEOUT}, 2 minutes. */
    public static GitOpsRepository open(String uri, GitCredentials credentials) {
        return open(uri, credentials, DEFAULT_TIMEOUT);
    }

    /**
     * Opens a repository. The remote is not contacted yet.
     *
     * @param uri a path, or an address with {@code file}, {@code https}, {@code http} or {@code ssh}, or as {@code
     *     user@host:path}; without credentials. Default of the user over SSH: {@code git}.
     * @param credentials what an address with {@code https} or {@code ssh} needs. With {@code http} they are sent to this
     *     machine only.
     * @param timeout how long one exchange with the remote may take: a fetch or a push, hooks included
     * @throws InvalidInput if the address is of another kind or contains credentials, or the time is not positive
     * @throws Unavailable if no temporary folder can be made
     */
    public static GitOpsRepository open(String uri, GitCredentials credentials, Duration timeout) {
        RemoteAddress address = RemoteAddress.parse(uri, credentials);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.OPTION_INVALID,
                    Location.of("timeout"),
                    "the timeout `" + timeout + "` is not positive",
                    "leave it at 2 minutes"));
        }
        TemporaryRepository local = folder(address);
        return new GitOpsRepository(local, new Remote(address, credentials, local, timeout));
    }

    /**
     * The newest commit of a branch, as it is now. A branch of an empty repository has no commit.
     *
     * @throws com.adorsys.webank.deploy.core.DeployException.Refused if the repository has no such branch, or the token
     *     may not read it
     * @throws Unavailable if the repository cannot be reached
     */
    public Head head(String branch) {
        return fetched.head(branch, Optional.empty());
    }

    /**
     * Publishes what a function makes of the branch.
     *
     * <p>The function is called again with the new head whenever somebody else has changed the branch meanwhile; its
     * exceptions end the publication. If the branch already has the content, there is no commit.
     *
     * @return what was done
     * @throws InvalidInput before anything is published, with every reason at once: a file of others, a symbolic link or a
     *     submodule is in the place of a generated file, or a generated file was edited by hand and {@link
     *     PublishOptions#handEdits} does not allow to write it over
     * @throws com.adorsys.webank.deploy.core.DeployException.Conflict if the branch was deleted meanwhile
     * @throws com.adorsys.webank.deploy.core.DeployException.Refused if the token, a protection of the branch or a hook
     *     does not allow it
     * @throws com.adorsys.webank.deploy.core.DeployException.TimedOut if others change the branch all the time until {@link
     *     PublishOptions#limit}
     * @throws Unavailable if the repository cannot be reached, or does not answer in time
     */
    public Publication publish(PublishOptions options, Function<Head, GitContent> content) {
        return new Publishing(branch(options), remote, local, options, Optional.empty()).run(content);
    }

    private Supplier<Head> branch(PublishOptions options) {
        return () -> fetched.head(options.branch(), options.startingFrom());
    }

    /**
     * Publishes to a branch that proposes a change of another branch, such as that of a pull request.
     *
     * <p>The branch becomes the newest commit of the base branch, {@link PublishOptions#startingFrom}, and one commit on it.
     * The next proposal replaces that commit, so that the branch always has what the base branch has now and what is
     * generated. Commits of others on the branch are kept: if the base branch has no newer commits, the new commit is made
     * on theirs; if it has, that is a conflict. If the content changes nothing of the base branch, nothing is published,
     * and {@link Publication#tip} is empty.
     *
     * @param history compares commits; it is asked only if the branch has commits of others
     * @throws InvalidInput also if the options name no base branch, or the branch itself
     * @throws com.adorsys.webank.deploy.core.DeployException.Conflict also if the branch has commits of others, and the
     *     base branch has newer ones
     * @see #publish(PublishOptions, Function)
     */
    public Publication propose(PublishOptions options, Function<Head, GitContent> content, BranchHistory history) {
        String base = options.startingFrom().orElse("");
        if (base.isEmpty() || base.equals(options.branch())) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.OPTION_INVALID,
                    Location.of("options.startingFrom"),
                    base.isEmpty()
                            ? "the base branch of the proposal is missing"
                            : "the branch " + Problem.quote(base) + " cannot be proposed to itself",
                    "name the branch that the change is proposed for, such as `main`, as `startingFrom`, and another one"
                            + " as `branch`"));
        }
        WorkBranch work = new WorkBranch(fetched, local, options.branch(), base, history);
        return new Publishing(work::head, remote, local, options, Optional.empty()).run(content);
    }

    /**
     * Publishes files that were made from a certain state of the branch.
     *
     * @param base the head that the tree was made from, by {@link #head}
     * @throws com.adorsys.webank.deploy.core.DeployException.Conflict also if others have changed since then what this
     *     would write; the message lists the paths
     * @see #publish(PublishOptions, Function)
     */
    public Publication publish(PublishOptions options, FileTree tree, Head base) {
        return new Publishing(branch(options), remote, local, options, Optional.of(base))
                .run(head -> GitContent.of(tree));
    }

    /**
     * Records that an environment was seen healthy, as a Git note on the commit that it ran, in the ref {@code
     * refs/notes/webank-deploy/healthy/ENVIRONMENT}. A note that the commit has there is replaced. Notes of other commits
     * stay, also if others record at the same time.
     *
     * @param author the author and committer of the commit of the notes, whose time is that of the record
     * @throws InvalidInput if the environment's name cannot be that of a ref
     * @throws com.adorsys.webank.deploy.core.DeployException.Refused if the token or a hook does not allow it
     * @throws com.adorsys.webank.deploy.core.DeployException.TimedOut if others change the notes all the time, for 2 minutes
     * @throws Unavailable if the repository cannot be reached, or does not answer in time
     */
    public void recordHealth(String environment, HealthRecord record, GitIdentity author) {
        new HealthNotes(remote, local, environment).add(record, author);
    }

    /**
     * When an environment was seen healthy, newest first. The newest commit of the notes is fetched, without its history.
     * Notes of another form are ignored.
     *
     * @throws InvalidInput if the environment's name cannot be that of a ref
     * @throws com.adorsys.webank.deploy.core.DeployException.Refused if the token may not read the repository
     * @throws Unavailable if the repository cannot be reached, or does not answer in time
     */
    public List<HealthRecord> healthRecords(String environment) {
        return new HealthNotes(remote, local, environment).records();
    }

    /**
     * A commit by name: a branch, a tag, or the id of a commit, also of its first digits; {@code ~2} behind it is the second
     * ancestor of it, always to the first parent, and {@code ^} the first. For first digits and ancestors the whole history
     * is fetched.
     *
     * @throws InvalidInput if the text is not the name of a commit
     * @throws com.adorsys.webank.deploy.core.DeployException.Refused if the repository has no such commit, or the token may
     *     not read it
     * @throws Unavailable if the repository cannot be reached
     */
    public GitCommit commit(String revision) {
        return history().commit(revision);
    }

    /**
     * Audits the commits of a branch: for each who, when, signed by whom, and what changed in which environments, with the
     * checks that began or ceased to find a problem. The whole history is fetched.
     *
     * <p>The commits are those along the first parents; each is compared with its first parent, so a merge has all that it
     * brought. The branch is read when the audit starts; nothing is changed.
     *
     * @throws InvalidInput if a name is not one of a branch or commit, or none of the commits has an environment that is
     *     named in the options
     * @throws com.adorsys.webank.deploy.core.DeployException.Refused if the repository has no such branch or commit, is a
     *     shallow clone, or the token may not read it
     * @throws Unavailable if the repository cannot be reached, or a commit cannot be read
     */
    public Audit audit(AuditOptions options) {
        return new Auditing(history(), remote.address(), options).run();
    }

    private History history() {
        History known = history;
        if (known == null) {
            TemporaryRepository folder = folder(remote.address());
            known = new History(remote.into(folder), folder);
            history = known;
        }
        return known;
    }

    private static TemporaryRepository folder(RemoteAddress address) {
        try {
            return TemporaryRepository.inNewFolder();
        } catch (IOException e) {
            throw new Unavailable("no temporary folder can be made for the repository " + address.quoted(), e);
        }
    }

    Path temporaryFolder() {
        return local.folder();
    }

    /** Removes the temporary folders. */
    @Override
    public void close() {
        local.close();
        if (history != null) {
            history.close();
        }
    }

    /** The address. */
    @Override
    public String toString() {
        return "repository " + remote.address().quoted();
    }
}
