package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.tree.FileTree;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a branch is to contain: the generated files, and new texts of other files, such as one that names images.
 * Immutable.
 *
 * <p>All other files of the branch stay as they are.
 */
public final class GitContent {
    private final FileTree tree;
    private final SortedMap<String, byte[]> edits;

    private GitContent(FileTree tree, SortedMap<String, byte[]> edits) {
        this.tree = tree;
        this.edits = Collections.unmodifiableSortedMap(edits);
    }

    /** Generated files. */
    public static GitContent of(FileTree tree) {
        return new GitContent(tree, new TreeMap<>());
    }

    /**
     * A copy that also gives a file this text. The file is not generated: it is created or replaced, and never removed.
     *
     * @throws InvalidInput if the path or the text is invalid, as in {@link FileTree.Builder#build()}
     */
    public GitContent withText(String path, String text) {
        SortedMap<String, byte[]> more = new TreeMap<>(edits);
        more.put(path, FileTree.builder().put(path, text).build().bytes(path));
        return new GitContent(tree, more);
    }

    /** The generated files. */
    public FileTree tree() {
        return tree;
    }

    SortedMap<String, byte[]> edits() {
        return edits;
    }

    @Override
    public String toString() {
        return tree + " and " + edits.size() + " texts";
    }
}
