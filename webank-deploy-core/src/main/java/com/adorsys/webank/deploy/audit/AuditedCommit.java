package com.adorsys.webank.deploy.audit;

import java.util.List;

/**
 * A commit of a branch, and what it changed against its first parent. Immutable. Of all texts, control characters are
 * replaced, and credentials of URLs and well-known tokens masked.
 */
public final class AuditedCommit {
    private final String id;
    private final CommitPerson author;
    private final CommitPerson committer;
    private final CommitSignature signature;
    private final String message;
    private final List<MergedCommit> merged;
    private final ConfigurationDiff diff;
    private final List<String> otherFiles;

    AuditedCommit(CommitSource commit, CommitSignature signature, ConfigurationDiff diff, List<String> otherFiles) {
        this.id = commit.id();
        this.author = commit.author();
        this.committer = commit.committer();
        this.signature = signature;
        this.message = Printable.lines(commit.message());
        this.merged = List.copyOf(commit.merged());
        this.diff = diff;
        this.otherFiles = otherFiles.stream().map(Printable::line).toList();
    }

    /** The id in hexadecimal digits. */
    public String id() {
        return id;
    }

    /** Who wrote the change, and when. */
    public CommitPerson author() {
        return author;
    }

    /** Who made the commit, and when. */
    public CommitPerson committer() {
        return committer;
    }

    /** By whom it is signed. */
    public CommitSignature signature() {
        return signature;
    }

    /** The message, with its trailers, without blank lines at the end. */
    public String message() {
        return message;
    }

    /** The first line of the message. */
    public String subject() {
        return message.lines().findFirst().orElse("");
    }

    /** The commits that a merge brought to the branch, newest first; none if it is not a merge. */
    public List<MergedCommit> merged() {
        return merged;
    }

    /** What changed, object by object, and which checks began or ceased to find a problem. */
    public ConfigurationDiff diff() {
        return diff;
    }

    /** The paths of the changed files whose manifests are unchanged or that have none, sorted. */
    public List<String> otherFiles() {
        return otherFiles;
    }

    /** The id and the first line of the message. */
    @Override
    public String toString() {
        return id + " " + subject();
    }
}
