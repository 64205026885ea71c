package com.adorsys.webank.deploy.tree;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.tree.TreeIndex.BrokenIndex;
import com.adorsys.webank.deploy.tree.TreeSource.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must change so that a folder or a commit has the files of a tree, and what stands in the way. It only reads.
 *
 * <p>The rules of ownership are those of {@link FileTree}.
 */
public final class TreePlan {
    private final FileTree tree;
    private final TreeSource source;
    private final HandEdits edits;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, Map<String, String>> namesInFolders = new HashMap<>();

    /** The index in the source for each scope of the tree. */
    private final SortedMap<String, TreeIndex> before = new TreeMap<>();
    /** The indexes of all other scopes in the source; read only when needed. */
    private @Nullable List<TreeIndex> others;

    private final List<String> created = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> unchanged = new ArrayList<>();
    /** Own paths that are no longer in the tree, whether or not the file still exists. */
    private final SortedSet<String> dropped = new TreeSet<>();
    /** The files to remove before anything is written. */
    private final SortedSet<String> removedFirst = new TreeSet<>();
    /** The removed files by lower-case path: on a case-insensitive file system, one may have a new file's path. */
    private final Map<String, String> removedByLowerCase = new HashMap<>();

    private boolean clearsFolders;
    private boolean hasLeftovers;

    private TreePlan(FileTree tree, TreeSource source, HandEdits edits) {
        this.tree = tree;
        this.source = source;
        this.edits = edits;
    }

    /**
     * Plans the changes.
     *
     * @throws IOException if the source cannot be read
     */
    public static TreePlan of(FileTree tree, TreeSource source, HandEdits edits) throws IOException {
        TreePlan plan = new TreePlan(tree, source, edits);
        plan.plan();
        return plan;
    }

    /** The changes, with what prevents them. */
    public TreeChanges changes() {
        return new TreeChanges(sorted(created), sorted(changed), sorted(removed), sorted(unchanged), problems);
    }

    /** The files to write, with their content. */
    public SortedMap<String, byte[]> writes() {
        SortedMap<String, byte[]> writes = new TreeMap<>();
        for (String path : created) {
            writes.put(path, bytes(path));
        }
        for (String path : changed) {
            writes.put(path, bytes(path));
        }
        return writes;
    }

    /** The files to remove. */
    public SortedSet<String> removals() {
        return new TreeSet<>(removed);
    }

    List<Problem> problems() {
        return problems;
    }

    /** The content of a file of the tree, not copied. */
    byte[] bytes(String path) {
        byte[] bytes = tree.files().get(path);
        if (bytes == null) {
            throw new IllegalStateException("the plan has only paths of the tree");
        }
        return bytes;
    }

    SortedSet<String> dropped() {
        return Collections.unmodifiableSortedSet(dropped);
    }

    SortedSet<String> removedFirst() {
        return Collections.unmodifiableSortedSet(removedFirst);
    }

    Collection<TreeIndex> indexesBefore() {
        return before.values();
    }

    /** The index in the source of a scope. */
    TreeIndex before(String scope) {
        return before.getOrDefault(scope, TreeIndex.empty(scope));
    }

    boolean clearsFolders() {
        return clearsFolders;
    }

    boolean isUpToDate() {
        return created.isEmpty() && changed.isEmpty() && removed.isEmpty() && dropped.isEmpty() && !hasLeftovers;
    }

    private static List<String> sorted(Collection<String> paths) {
        return List.copyOf(new TreeSet<>(paths));
    }

    private void plan() throws IOException {
        kinds.put("", source.kind(""));
        readIndexes();
        planRemovals();
        for (String path : removed) {
            removedByLowerCase.put(path.toLowerCase(Locale.ROOT), path);
        }
        for (Map.Entry<String, byte[]> file : tree.files().entrySet()) {
            planFile(file.getKey(), file.getValue());
        }
    }

    private void readIndexes() throws IOException {
        for (TreeIndex index : tree.indexes()) {
            String path = TreeIndex.path(index.scope());
            before.put(
                    index.scope(),
                    isReachable(path) && kind(path) == Kind.FILE
                            ? index(index.scope())
                            : TreeIndex.empty(index.scope()));
            hasLeftovers |= isReachable(path) && kind(TreePaths.temporary(path)) == Kind.FILE;
        }
    }

    /**
     * Whether an index is not that of its folder: it is a copy, or belongs to another output folder inside this one.
     */
    static boolean isElsewhere(String scope, TreeSource source) throws IOException {
        try {
            TreeIndex.parse(scope, source.read(TreeIndex.path(scope)));
            return false;
        } catch (BrokenIndex e) {
            return e.line() == 1;
        }
    }

    private TreeIndex index(String scope) throws IOException {
        return TreeScopes.read(scope, source, problems);
    }

    private void planRemovals() throws IOException {
        for (TreeIndex old : before.values()) {
            for (String path : old.paths()) {
                if (!tree.has(path)) {
                    dropped.add(path);
                }
            }
            String index = TreeIndex.path(old.scope());
            if (!tree.has(index) && isReachable(index) && kind(index) == Kind.FILE) {
                removed.add(index);
            }
        }
        for (String path : dropped) {
            // A folder in the place of a file is not ours: the file no longer exists.
            boolean isThere = isReachable(path) && kind(path) != Kind.ABSENT && kind(path) != Kind.FOLDER;
            if (isThere && !isOfAnother(path)) {
                if (kind(path) == Kind.FILE && isOwn(path, source.sum(path))) {
                    removed.add(path);
                } else {
                    problems.add(Problem.error(
                            ProblemCodes.TREE_EDITED_STALE,
                            Location.ofFile(source.shown(path)),
                            "it is no longer generated, and was edited after it was generated",
                            "move it away to keep it, or remove it"));
                }
            }
        }
    }

    private void planFile(String path, byte[] bytes) throws IOException {
        boolean clear = true;
        for (String folder : parents(path)) {
            Kind kind = kind(folder);
            if (kind == Kind.FILE && removed.contains(folder)) {
                removedFirst.add(folder);
                created.add(path);
                return;
            }
            if (kind != Kind.FOLDER && kind != Kind.ABSENT) {
                obstacle(folder, "it is " + article(kind) + " where a folder must be");
                clear = false;
            }
            if (kind != Kind.FOLDER) {
                break;
            }
        }
        if (!clear) {
            created.add(path);
            return;
        }
        Kind kind = isReachable(path) ? kind(path) : Kind.ABSENT;
        switch (kind) {
            case ABSENT -> {
                created.add(path);
                planTwin(path);
            }
            case FILE -> {
                String twin = removedByLowerCase.get(path.toLowerCase(Locale.ROOT));
                if (twin != null && source.isSame(twin, path)) {
                    created.add(path);
                    removedFirst.add(twin);
                } else {
                    planExisting(path, bytes);
                }
            }
            case FOLDER -> {
                created.add(path);
                SortedSet<String> inside = new TreeSet<>();
                if (isCleared(path, inside)) {
                    removedFirst.addAll(inside);
                    clearsFolders = true;
                } else {
                    obstacle(path, "it is a folder where a file must be");
                }
            }
            case LINK, SUBMODULE -> {
                changed.add(path);
                obstacle(path, "it is " + article(kind) + " where a file must be");
            }
            case OTHER -> {
                changed.add(path);
                obstacle(path, "it is neither a file nor a folder");
            }
        }
    }

    private void planExisting(String path, byte[] bytes) throws IOException {
        if (source.holds(path, bytes)) {
            unchanged.add(path);
            return;
        }
        changed.add(path);
        if (isIndex(path)) {
            return;
        }
        if (isListed(path)) {
            if (edits == HandEdits.REPORT && isEdited(path)) {
                edited(path, bytes);
            }
            return;
        }
        boolean shared = isShared(path);
        for (TreeIndex other : others()) {
            if (other.has(path)) {
                if (!(shared && other.shares(path))) {
                    problems.add(Problem.error(
                            ProblemCodes.TREE_OTHER_SCOPE,
                            Location.ofFile(source.shown(path)),
                            "`" + TreeIndex.shown(other.scope()) + "` wrote it with different content",
                            "give one of the two another name: two environments never write the same path"));
                }
                return;
            }
        }
        problems.add(Problem.error(
                ProblemCodes.TREE_FOREIGN_FILE,
                Location.ofFile(source.shown(path)),
                "it was not generated, and a generated file must be here",
                "move it away, or choose another output folder"));
    }

    /** Whether a listed file has another content than any run has written. */
    private boolean isEdited(String path) throws IOException {
        byte[] bytes = source.read(path);
        String sum = TreeIndex.sum(bytes);
        // Git may have changed the ends of the lines when it wrote the file.
        String unixSum = TreeIndex.sum(new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        if (isOwn(path, sum) || isOwn(path, unixSum)) {
            return false;
        }
        for (TreeIndex other : isShared(path) ? others() : List.<TreeIndex>of()) {
            if (other.has(path, sum) || other.has(path, unixSum)) {
                return false;
            }
        }
        return true;
    }

    private void edited(String path, byte[] bytes) throws IOException {
        LineDiff diff = LineDiff.between(source.read(path), bytes);
        problems.add(Problem.error(
                ProblemCodes.TREE_EDITED,
                Location.of(source.shown(path), diff.line(), 1, ""),
                "it was edited after it was generated: " + diff.text(),
                "make the change in the Java model, or let edited files be written over"));
    }

    /** Reports an entry whose name differs from a part of a new path only in case. */
    private void planTwin(String path) throws IOException {
        for (String parent : parents(path)) {
            if (kind(parent) != Kind.FOLDER) {
                return;
            }
            int end = path.indexOf('/', parent.isEmpty() ? 0 : parent.length() + 1);
            String child = end < 0 ? path : path.substring(0, end);
            String twin = names(parent).get(child.toLowerCase(Locale.ROOT));
            if (kind(child) == Kind.ABSENT && twin != null && !isLeaving(twin)) {
                obstacle(twin, "it differs only in case from the generated " + Problem.quote(child));
            }
        }
    }

    /** The paths in a folder, by their lower case. */
    private Map<String, String> names(String folder) throws IOException {
        Map<String, String> names = namesInFolders.get(folder);
        if (names == null) {
            names = new HashMap<>();
            for (String name : source.list(folder)) {
                String path = folder.isEmpty() ? name : folder + "/" + name;
                names.put(path.toLowerCase(Locale.ROOT), path);
            }
            namesInFolders.put(folder, names);
        }
        return names;
    }

    private boolean isLeaving(String path) throws IOException {
        return removed.contains(path) || kind(path) == Kind.FOLDER && isCleared(path, new TreeSet<>());
    }

    private static String article(Kind kind) {
        return switch (kind) {
            case LINK -> "a symbolic link";
            case SUBMODULE -> "a submodule";
            default -> "a file";
        };
    }

    private void obstacle(String path, String what) {
        Problem problem = Problem.error(
                ProblemCodes.TREE_IN_THE_WAY,
                Location.ofFile(source.shown(path)),
                what,
                "move it away, or choose another output folder");
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Whether a folder contains only files that are removed, so that it can be removed too; collects these files. */
    private boolean isCleared(String folder, SortedSet<String> into) throws IOException {
        boolean ours = false;
        for (String path : dropped) {
            ours |= path.startsWith(folder + "/");
        }
        if (!ours) {
            return false;
        }
        for (String name : source.list(folder)) {
            String path = folder + "/" + name;
            if (kind(path) == Kind.FILE && (removed.contains(path) || isTemporary(path))) {
                into.add(path);
            } else if (kind(path) != Kind.FOLDER || !isCleared(path, into)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTemporary(String path) {
        for (String own : dropped) {
            if (path.equals(TreePaths.temporary(own))) {
                return true;
            }
        }
        return false;
    }

    boolean isIndex(String path) {
        for (String scope : before.keySet()) {
            if (TreeIndex.path(scope).equals(path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a scope of the tree wrote a path before. */
    private boolean isListed(String path) {
        for (TreeIndex old : before.values()) {
            if (old.has(path)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOwn(String path, String sum) {
        for (TreeIndex old : before.values()) {
            if (old.has(path, sum)) {
                return true;
            }
        }
        return false;
    }

    private boolean isShared(String path) {
        for (TreeIndex index : tree.indexes()) {
            if (index.shares(path)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfAnother(String path) throws IOException {
        for (TreeIndex other : others()) {
            if (other.has(path)) {
                return true;
            }
        }
        return false;
    }

    private List<TreeIndex> others() throws IOException {
        List<TreeIndex> found = others;
        if (found == null) {
            found = new ArrayList<>();
            for (String scope : source.foldersWith(TreeIndex.NAME)) {
                if (!before.containsKey(scope) && !isElsewhere(scope, source)) {
                    found.add(index(scope));
                }
            }
            others = found;
        }
        return found;
    }

    /** Whether every parent of a path exists and is a folder. */
    boolean isReachable(String path) throws IOException {
        for (String folder : parents(path)) {
            if (kind(folder) != Kind.FOLDER) {
                return false;
            }
        }
        return true;
    }

    /** The parents of a path, starting with the output folder. */
    static List<String> parents(String path) {
        List<String> folders = new ArrayList<>();
        folders.add("");
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
        }
        return folders;
    }

    Kind kind(String path) throws IOException {
        Kind kind = kinds.get(path);
        if (kind == null) {
            kind = source.kind(path);
            kinds.put(path, kind);
        }
        return kind;
    }
}
