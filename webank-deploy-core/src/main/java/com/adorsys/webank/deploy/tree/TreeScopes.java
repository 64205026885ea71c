package com.adorsys.webank.deploy.tree;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.tree.TreeIndex.BrokenIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** The generated files of a folder or a commit, by scope, as the index files list them. Immutable. */
public final class TreeScopes {
    private final SortedMap<String, SortedSet<String>> paths;
    private final List<Problem> problems;

    private TreeScopes(SortedMap<String, SortedSet<String>> paths, List<Problem> problems) {
        this.paths = Collections.unmodifiableSortedMap(paths);
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads the index files.
     *
     * @throws IOException if the source cannot be read
     */
    public static TreeScopes in(TreeSource source) throws IOException {
        SortedMap<String, SortedSet<String>> paths = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String scope : source.foldersWith(TreeIndex.NAME)) {
            if (!TreePlan.isElsewhere(scope, source)) {
                paths.put(scope, read(scope, source, problems).paths());
            }
        }
        return new TreeScopes(paths, problems);
    }

    /** The index of a scope; empty, with a problem, if the file is no index. */
    static TreeIndex read(String scope, TreeSource source, List<Problem> problems) throws IOException {
        String path = TreeIndex.path(scope);
        try {
            return TreeIndex.parse(scope, source.read(path));
        } catch (BrokenIndex e) {
            problems.add(Problem.error(
                    ProblemCodes.TREE_INDEX,
                    Location.of(source.shown(path), e.line(), 1, ""),
                    "this is not the list of generated files: " + e.what(),
                    "restore the file from Git, or remove it together with the files that it lists"));
            return TreeIndex.empty(scope);
        }
    }

    /** The paths of the generated files of each scope, such as {@code environments/dev}, whether or not they exist. */
    public SortedMap<String, SortedSet<String>> paths() {
        return paths;
    }

    /** An error for each index file that cannot be read. */
    public List<Problem> problems() {
        return problems;
    }

    /** The scopes. */
    @Override
    public String toString() {
        return "scopes " + paths.keySet();
    }
}
