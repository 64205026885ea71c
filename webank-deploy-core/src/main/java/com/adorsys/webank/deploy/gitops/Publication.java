package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.tree.TreeChanges;
import java.util.List;
import java.util.Optional;

/** What publishing did. Immutable. */
public final class Publication {
    private final String branch;
    private final Optional<String> before;
    private final Optional<String> commit;
    private final TreeChanges changes;
    private final List<String> edited;
    private final int attempts;

    Publication(Head head, Optional<String> commit, TreeChanges changes, List<String> edited, int attempts) {
        this.branch = head.branch();
        this.before = head.commit();
        this.commit = commit;
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
