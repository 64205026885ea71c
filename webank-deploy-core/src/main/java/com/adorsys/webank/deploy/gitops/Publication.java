package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.audit.Configuration;
import com.adorsys.webank.deploy.audit.ConfigurationDiff;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.tree.TreeChanges;
import com.adorsys.webank.deploy.tree.TreeSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What publishing did. Immutable. */
public final class Publication {
    private final String branch;
    private final Optional<String> before;
    private final Optional<String> commit;
    private final Optional<String> tip;
    private final TreeChanges changes;
    private final List<String> edited;
    private final int attempts;
    private final TreeSource filesBefore;
    private final TreeSource filesAfter;

    /**
     * A publication.
     *
     * @param commit the new commit
     * @param tip the commit that the branch is at now
     * @param after the files of the new commit, or of the head if there is none
     */
    Publication(
            Head head,
            Optional<String> commit,
            Optional<String> tip,
            TreeSource after,
            TreeChanges changes,
            List<String> edited,
            int attempts) {
        this.filesBefore = head.files();
        this.filesAfter = after;
        this.branch = head.branch();
        this.before = head.commit();
        this.commit = commit;
        this.tip = tip;
        this.changes = changes;
        this.edited = List.copyOf(edited);
        this.attempts = attempts;
    }

    /** Whether there is a new commit. There is none if the branch already had the content. */
    public boolean isPublished() {
        return commit.isPresent();
    }

    /** The new commit; empty if nothing was published. */
    public Optional<String> commit() {
        return commit;
    }

    /**
     * The commit that the branch is at now, new or not. Empty if the repository is still empty, or if a proposal would
     * change nothing of its base branch.
     */
    public Optional<String> tip() {
        return tip;
    }

    /** The commit that the content was compared with; empty if the branch did not exist. */
    public Optional<String> before() {
        return before;
    }

    /** The branch. */
    public String branch() {
        return branch;
    }

    /** What changed in the generated files. */
    public TreeChanges changes() {
        return changes;
    }

    /**
     * What changed in the objects of each environment. To be called before the repository is closed.
     *
     * @throws Unavailable if the files cannot be read
     */
    public ConfigurationDiff objects() {
        try {
            return filesBefore == filesAfter
                    ? ConfigurationDiff.none()
                    : ConfigurationDiff.between(Configuration.of(filesBefore), Configuration.of(filesAfter));
        } catch (IOException e) {
            throw new Unavailable("the files of the branch `" + branch + "` cannot be read", e);
        }
    }

    /** The paths of other files whose text was changed, sorted. */
    public List<String> edited() {
        return edited;
    }

    /** How many times the content was compared: 1, and one more each time that somebody else was faster. */
    public int attempts() {
        return attempts;
    }

    /** One line: the branch, the commit and how many files changed. */
    @Override
    public String toString() {
        return commit.map(id -> branch + " is now " + id + ": " + changes)
                .orElse(branch + " is up to date: " + changes);
    }
}
