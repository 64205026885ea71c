package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.tree.TreeSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A commit, as an audit asks for it. Its texts are as the commit has them. */
public interface CommitSource {
    /** The id in hexadecimal digits. */
    String id();

    /** Who wrote the change, and when. */
    CommitPerson author();

    /** Who made the commit, and when. */
    CommitPerson committer();

    /** The message. */
    String message();

    /** The signature as the commit has it; empty if it is not signed. */
    Optional<byte[]> signature();

    /** What a signature is for: the commit without the signature. */
    byte[] signedContent();

    /** The commits that a merge brought to the branch, newest first. */
    List<MergedCommit> merged();

    /** The paths of the files that are new, changed or removed against the first parent. */
    SortedSet<String> changedFiles();

    /** The files. */
    TreeSource files();
}
