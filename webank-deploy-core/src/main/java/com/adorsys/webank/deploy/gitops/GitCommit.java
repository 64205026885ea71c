package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.tree.TreeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A commit, for reading. Immutable; its files can be read until its repository is closed. */
public final class GitCommit {
    private static final String PARENT = "parent ";

    private final RevCommit commit;
    private final CommitFiles files;

    GitCommit(Repository repository, RevCommit commit) {
        this.commit = commit;
        this.files = new CommitFiles(repository, commit.getTree().getId());
    }

    /** The id in hexadecimal digits. */
    public String id() {
        return commit.name();
    }

    /** The ids of the parents. */
    public List<String> parents() {
        List<String> parents = new ArrayList<>();
        String raw = new String(commit.getRawBuffer(), StandardCharsets.ISO_8859_1);
        raw.lines()
                .skip(1)
                .takeWhile(line -> line.startsWith(PARENT))
                .forEach(line -> parents.add(line.substring(PARENT.length())));
        return List.copyOf(parents);
    }

    /** The author, exactly as the commit has it. */
    public GitIdentity author() {
        return GitIdentity.read(commit.getAuthorIdent());
    }

    /** The time of the author. */
    public OffsetDateTime authorTime() {
        return time(commit.getAuthorIdent());
    }

    /** The committer, exactly as the commit has it. */
    public GitIdentity committer() {
        return GitIdentity.read(commit.getCommitterIdent());
    }

    /** The time of the committer. */
    public OffsetDateTime time() {
        return time(commit.getCommitterIdent());
    }

    private static OffsetDateTime time(PersonIdent person) {
        return OffsetDateTime.ofInstant(person.getWhenAsInstant(), person.getZoneId());
    }

    /** The message, with its trailers. */
    public String message() {
        return commit.getFullMessage();
    }

    /** The first line of the message. */
    public String subject() {
        return commit.getShortMessage();
    }

    /** The signature in its armor, without a check of it; empty if the commit is not signed. */
    public Optional<byte[]> signature() {
        return SignedCommit.parse(commit.getRawBuffer()).signature();
    }

    /** The files. */
    public TreeSource files() {
        return files;
    }

    /** What a signature is for: the commit without the signature. */
    byte[] signedContent() {
        return SignedCommit.parse(commit.getRawBuffer()).content();
    }

    ObjectId objectId() {
        return commit.getId();
    }

    RevCommit parsed() {
        return commit;
    }

    /** Whether two commits have the same id. */
    @Override
    public boolean equals(Object other) {
        return other instanceof GitCommit that && id().equals(that.id());
    }

    @Override
    public int hashCode() {
        return commit.name().hashCode();
    }

    /** The id and the first line of the message. */
    @Override
    public String toString() {
        return id() + " " + subject();
    }

    /** Reads a commit that was fetched. */
    static GitCommit read(Repository repository, ObjectId id) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(id);
            walk.parseBody(commit);
            return new GitCommit(repository, commit);
        }
    }
}
