package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.tree.TreeSource;
import com.adorsys.webank.deploy.tree.TreeSource.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The newest commit of a branch, for reading. Immutable; it can be read until its repository is closed.
 *
 * <p>A branch that does not exist has no commit and no files.
 */
public final class Head {
    private final String branch;
    private final boolean existing;
    private final @Nullable ObjectId id;
    private final CommitFiles files;
    private final boolean rebuilt;
    private final @Nullable Replaced replaced;

    /**
     * A head.
     *
     * @param existing whether the branch exists; if not, the commit is what it is to start from
     */
    Head(String branch, boolean existing, @Nullable ObjectId id, CommitFiles files) {
        this(branch, existing, id, files, false, null);
    }

    private Head(
            String branch,
            boolean existing,
            @Nullable ObjectId id,
            CommitFiles files,
            boolean rebuilt,
            @Nullable Replaced replaced) {
        this.branch = branch;
        this.existing = existing;
        this.id = id;
        this.files = files;
        this.rebuilt = rebuilt;
        this.replaced = replaced;
    }

    /**
     * The head of another branch, from which a branch is made anew.
     *
     * @param replaced the commit of the branch that goes away; null if the branch does not exist
     */
    static Head rebuilt(String branch, ObjectId id, CommitFiles files, @Nullable Replaced replaced) {
        return new Head(branch, false, id, files, true, replaced);
    }

    /**
     * A commit that is replaced.
     *
     * @param id its id
     * @param tree the id of its tree
     * @param parents the ids of its parents
     */
    record Replaced(ObjectId id, String tree, List<String> parents) {}

    /** The branch. */
    public String branch() {
        return branch;
    }

    /** Whether the branch exists. */
    public boolean exists() {
        return existing;
    }

    /** The commit's id in hexadecimal digits; that of the branch to start from if this one does not exist. */
    public Optional<String> commit() {
        return Optional.ofNullable(id).map(ObjectId::name);
    }

    /**
     * Whether there is a file with this path. Symbolic links, submodules and folders are none.
     *
     * @throws Unavailable if the commit cannot be read
     */
    public boolean has(String path) {
        try {
            return files.kindBelow(path) == Kind.FILE;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The text of a file, read as UTF-8; empty if there is no file with this path.
     *
     * @throws Unavailable if the commit cannot be read
     */
    public Optional<String> text(String path) {
        try {
            return files.kindBelow(path) == Kind.FILE
                    ? Optional.of(new String(files.read(path), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The files, for reading. */
    public TreeSource source() {
        return files;
    }

    private Unavailable unreadable(IOException e) {
        return new Unavailable("the commit " + commit().orElse("") + " of `" + branch + "` cannot be read", e);
    }

    @Nullable
    ObjectId id() {
        return id;
    }

    CommitFiles files() {
        return files;
    }

    /** Whether the branch is made anew from this commit, of another branch. */
    boolean isRebuilt() {
        return rebuilt;
    }

    /** The commit that the remote has on the branch; null if it has no such branch. */
    @Nullable
    ObjectId expected() {
        return replaced != null ? replaced.id() : existing ? id : null;
    }

    /** The commit of the branch, if it is on this head and has this tree already. */
    @Nullable
    ObjectId already(ObjectId tree) {
        return replaced != null
                        && id != null
                        && replaced.tree().equals(tree.name())
                        && replaced.parents().equals(List.of(id.name()))
                ? replaced.id()
                : null;
    }

    /** The branch and the commit. */
    @Override
    public String toString() {
        return branch + commit().map(name -> " at " + name).orElse(" without a commit");
    }
}
