package com.adorsys.webank.deploy.tree;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.tree.Disk.Kind;
import com.adorsys.webank.deploy.tree.TreeIndex.BrokenIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree to a folder: first a plan, which only reads and finds every obstacle, then the changes.
 *
 * <p>The order of the changes guarantees that at every moment an index on the disk lists each file of ours with its
 * current checksum. So a run that stops halfway leaves no file that the next run takes for somebody else's.
 *
 * <ol>
 *   <li>remove own stale files in the place of a new file or folder (the old index lists them)
 *   <li>write an index that lists both the old and the new files
 *   <li>write new and changed files
 *   <li>remove the other stale files, then the folders that became empty
 *   <li>write the index of the new files
 * </ol>
 */
final class TreeWriter {
    private final FileTree tree;
    private final Disk disk;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Kind> kinds = new HashMap<>();

    /** The index on the disk for each scope of the tree. */
    private final SortedMap<String, TreeIndex> before = new TreeMap<>();
    /** The indexes of all other scopes on the disk; read only when needed. */
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

    private final List<String> createdFolders = new ArrayList<>();
    private boolean clearsFolders;
    private boolean hasLeftovers;

    private TreeWriter(FileTree tree, Disk disk) {
        this.tree = tree;
        this.disk = disk;
    }

    /** Plans the changes. */
    static TreeWriter plan(FileTree tree, Disk disk) {
        TreeWriter writer = new TreeWriter(tree, disk);
        try {
            writer.checkRoot();
            writer.plan();
        } catch (IOException e) {
            throw new InvalidInput(writer.unreadable(e));
        } catch (InvalidPathException e) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.TREE_ROOT,
                    Location.ofFile(disk.shown("")),
                    "this system does not allow the name of a file in it",
                    "choose another output folder"));
        }
        return writer;
    }

    /** Plans the changes and makes them. */
    static TreeChanges write(FileTree tree, Disk disk) {
        TreeWriter writer = plan(tree, disk);
        writer.checkWritable();
        InvalidInput.throwIfErrors(writer.problems);
        writer.write();
        return writer.changes();
    }

    /** The scopes in a folder. */
    static List<String> scopes(Disk disk) {
        TreeWriter writer = new TreeWriter(FileTree.empty(), disk);
        try {
            writer.checkRoot();
            List<String> scopes = new ArrayList<>();
            for (String scope : writer.kind("") == Kind.ABSENT ? List.<String>of() : disk.indexed()) {
                if (!writer.isElsewhere(scope)) {
                    scopes.add(scope);
                }
            }
            return List.copyOf(scopes);
        } catch (IOException e) {
            throw new InvalidInput(writer.unreadable(e));
        }
    }

    TreeChanges changes() {
        return new TreeChanges(
                sorted(created), sorted(changed), sorted(removed), sorted(unchanged), List.copyOf(problems));
    }

    private static List<String> sorted(Collection<String> paths) {
        return List.copyOf(new TreeSet<>(paths));
    }

    // The plan.

    private void checkRoot() {
        Path root = disk.root();
        if (Files.exists(root) ? !Files.isDirectory(root) : Files.isSymbolicLink(root)) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.TREE_ROOT,
                    Location.ofFile(disk.shown("")),
                    "it is not a folder",
                    "choose another output folder"));
        }
    }

    private void plan() throws IOException {
        kinds.put("", Files.isDirectory(disk.root()) ? Kind.FOLDER : Kind.ABSENT);
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
            hasLeftovers |= isReachable(path) && kind(temporary(path)) == Kind.FILE;
        }
    }

    /**
     * Whether an index is not that of its folder: it is a copy, or belongs to another output folder inside this one.
     */
    private boolean isElsewhere(String scope) throws IOException {
        try {
            TreeIndex.parse(scope, disk.read(TreeIndex.path(scope)));
            return false;
        } catch (BrokenIndex e) {
            return e.line() == 1;
        }
    }

    private TreeIndex index(String scope) throws IOException {
        String path = TreeIndex.path(scope);
        try {
            return TreeIndex.parse(scope, disk.read(path));
        } catch (BrokenIndex e) {
            problems.add(Problem.error(
                    ProblemCodes.TREE_INDEX,
                    Location.of(disk.shown(path), e.line(), 1, ""),
                    "this is not the list of generated files: " + e.what(),
                    "restore the file from Git, or remove it together with the files that it lists"));
            return TreeIndex.empty(scope);
        }
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
                if (kind(path) == Kind.FILE && isOwn(path, disk.sum(path))) {
                    removed.add(path);
                } else {
                    problems.add(Problem.error(
                            ProblemCodes.TREE_EDITED_STALE,
                            Location.ofFile(disk.shown(path)),
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
            if (kind == Kind.FILE || kind == Kind.OTHER) {
                obstacle(folder, "it is a file where a folder must be");
                clear = false;
            } else if (kind == Kind.LINK) {
                obstacle(folder, "it is a symbolic link where a folder must be");
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
            case ABSENT -> created.add(path);
            case FILE -> {
                String twin = removedByLowerCase.get(path.toLowerCase(Locale.ROOT));
                if (twin != null && disk.isSame(twin, path)) {
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
            case LINK -> {
                changed.add(path);
                obstacle(path, "it is a symbolic link where a file must be");
            }
            case OTHER -> {
                changed.add(path);
                obstacle(path, "it is neither a file nor a folder");
            }
        }
    }

    private void planExisting(String path, byte[] bytes) throws IOException {
        if (disk.holds(path, bytes)) {
            unchanged.add(path);
            return;
        }
        changed.add(path);
        if (isIndex(path) || isListed(path)) {
            return;
        }
        boolean shared = isShared(path);
        for (TreeIndex other : others()) {
            if (other.has(path)) {
                if (!(shared && other.shares(path))) {
                    problems.add(Problem.error(
                            ProblemCodes.TREE_OTHER_SCOPE,
                            Location.ofFile(disk.shown(path)),
                            "`" + TreeIndex.shown(other.scope()) + "` wrote it with different content",
                            "give one of the two another name: two environments never write the same path"));
                }
                return;
            }
        }
        problems.add(Problem.error(
                ProblemCodes.TREE_FOREIGN_FILE,
                Location.ofFile(disk.shown(path)),
                "it was not generated, and a generated file must be here",
                "move it away, or choose another output folder"));
    }

    private void obstacle(String path, String what) {
        Problem problem = Problem.error(
                ProblemCodes.TREE_IN_THE_WAY,
                Location.ofFile(disk.shown(path)),
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
        for (String name : disk.list(folder)) {
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
            if (path.equals(temporary(own))) {
                return true;
            }
        }
        return false;
    }

    private boolean isIndex(String path) {
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
            for (String scope : disk.indexed()) {
                if (!before.containsKey(scope) && !isElsewhere(scope)) {
                    found.add(index(scope));
                }
            }
            others = found;
        }
        return found;
    }

    /** Whether every parent of a path exists and is a folder. */
    private boolean isReachable(String path) throws IOException {
        for (String folder : parents(path)) {
            if (kind(folder) != Kind.FOLDER) {
                return false;
            }
        }
        return true;
    }

    /** The parents of a path, starting with the output folder. */
    private static List<String> parents(String path) {
        List<String> folders = new ArrayList<>();
        folders.add("");
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
        }
        return folders;
    }

    private Kind kind(String path) throws IOException {
        Kind kind = kinds.get(path);
        if (kind == null) {
            kind = disk.kind(path);
            kinds.put(path, kind);
        }
        return kind;
    }

    private Problem unreadable(IOException e) {
        String file = e instanceof FileSystemException named && named.getFile() != null
                ? named.getFile()
                : disk.root().toString();
        return Problem.error(
                ProblemCodes.TREE_NOT_READABLE,
                Location.ofFile(TreePaths.printable(file)),
                "it cannot be read" + reason(e),
                "make it readable, or choose another output folder");
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return ": permission denied";
        }
        String reason = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
        return reason == null ? "" : ": " + TreePaths.printable(reason);
    }

    // The changes.

    /** Adds a problem for every folder that must change and is not writable. */
    private void checkWritable() {
        SortedSet<Path> folders = new TreeSet<>();
        List<String> touched = new ArrayList<>(created);
        touched.addAll(changed);
        touched.addAll(removed);
        for (String path : touched) {
            Path folder = disk.at(TreePaths.folder(path)).toAbsolutePath();
            while (folder.getParent() != null && !Files.exists(folder)) {
                folder = folder.getParent();
            }
            folders.add(folder);
        }
        Path root = disk.root().toAbsolutePath();
        for (Path folder : folders) {
            boolean isFolder = Files.isDirectory(folder);
            boolean below = folder.startsWith(root);
            if (!isFolder && !below || isFolder && !Files.isWritable(folder)) {
                problems.add(notWritable(
                        below && !folder.equals(root)
                                ? disk.root().resolve(root.relativize(folder)).toString()
                                : disk.root().toString(),
                        isFolder
                                ? below ? "" : ": `" + folder + "` is not writable"
                                : ": `" + folder + "` is not a folder"));
            }
        }
    }

    private static Problem notWritable(String folder, String reason) {
        return Problem.error(
                ProblemCodes.TREE_NOT_WRITABLE,
                Location.ofFile(TreePaths.printable(folder)),
                "it cannot be written to" + TreePaths.printable(reason),
                "make it writable, or choose another output folder");
    }

    private void write() {
        boolean started = false;
        try {
            if (isUpToDate()) {
                return;
            }
            if (kind("") == Kind.ABSENT) {
                disk.createRoot();
                createdFolders.add("");
            }
            removeTemporaries();
            for (String path : removedFirst) {
                disk.delete(path);
                started = true;
            }
            if (clearsFolders) {
                for (String path : dropped) {
                    removeEmpty(path);
                }
            }
            for (TreeIndex index : tree.indexes()) {
                writeIndex(index.scope(), old(index.scope()).plus(index));
                started = true;
            }
            for (String path : sorted(concat(created, changed))) {
                if (!isIndex(path)) {
                    put(path, bytes(path));
                }
            }
            for (String path : sorted(removed)) {
                if (!isIndex(path) && !removedFirst.contains(path)) {
                    disk.delete(path);
                }
            }
            for (String path : dropped) {
                removeEmpty(path);
            }
            for (TreeIndex index : tree.indexes()) {
                if (index.isEmpty()) {
                    disk.delete(TreeIndex.path(index.scope()));
                    removeEmpty(TreeIndex.path(index.scope()));
                } else {
                    writeIndex(index.scope(), index);
                }
            }
        } catch (IOException e) {
            if (!started) {
                removeCreatedFolders(e);
                throw new InvalidInput(notWritable(disk.root().toString(), reason(e)));
            }
            throw new Unavailable(
                    "writing to `" + disk.shown("") + "` stopped" + reason(e) + ". The next run completes it.", e);
        }
    }

    private boolean isUpToDate() {
        return created.isEmpty() && changed.isEmpty() && removed.isEmpty() && dropped.isEmpty() && !hasLeftovers;
    }

    private static List<String> concat(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private TreeIndex old(String scope) {
        return before.getOrDefault(scope, TreeIndex.empty(scope));
    }

    private byte[] bytes(String path) {
        byte[] bytes = tree.files().get(path);
        if (bytes == null) {
            throw new IllegalStateException("the plan has only paths of the tree");
        }
        return bytes;
    }

    /** Removes temporary files that a killed run may have left. */
    private void removeTemporaries() throws IOException {
        SortedSet<String> paths = new TreeSet<>(tree.files().keySet());
        for (TreeIndex old : before.values()) {
            paths.addAll(old.paths());
            paths.add(TreeIndex.path(old.scope()));
        }
        for (String path : paths) {
            String folder = TreePaths.folder(path);
            if (kinds.get(folder) == Kind.FOLDER) {
                String temporary = temporary(path);
                if (disk.kind(temporary) == Kind.FILE) {
                    disk.delete(temporary);
                }
            }
        }
    }

    private void writeIndex(String scope, TreeIndex index) throws IOException {
        String path = TreeIndex.path(scope);
        byte[] bytes = index.bytes();
        boolean isThere = isReachableNow(path) && disk.kind(path) == Kind.FILE && disk.holds(path, bytes);
        if (!index.isEmpty() && !isThere) {
            put(path, bytes);
        }
    }

    private boolean isReachableNow(String path) throws IOException {
        for (String folder : parents(path)) {
            if (!folder.isEmpty() && disk.kind(folder) != Kind.FOLDER) {
                return false;
            }
        }
        return true;
    }

    private void put(String path, byte[] bytes) throws IOException {
        for (String folder : parents(path)) {
            if (!folder.isEmpty() && disk.kind(folder) == Kind.ABSENT) {
                disk.createFolder(folder);
                createdFolders.add(folder);
            }
        }
        String temporary = temporary(path);
        disk.delete(temporary);
        try {
            disk.writeNew(temporary, bytes);
            disk.replace(temporary, path);
        } catch (IOException e) {
            try {
                disk.delete(temporary);
            } catch (IOException also) {
                e.addSuppressed(also);
            }
            throw e;
        }
    }

    /**
     * The temporary file of a path: in the same folder, and different for each path, so that two runs do not conflict.
     */
    private static String temporary(String path) {
        byte[] digest = TreeIndex.sha256().digest(path.getBytes(StandardCharsets.UTF_8));
        String folder = TreePaths.folder(path);
        return (folder.isEmpty() ? "" : folder + "/")
                + TreeIndex.NAME
                + "-"
                + HexFormat.of().formatHex(digest, 0, 8)
                + ".tmp";
    }

    /** Removes the parents of a removed file that are now empty, but never the output folder. */
    private void removeEmpty(String path) throws IOException {
        for (String folder = TreePaths.folder(path); !folder.isEmpty(); folder = TreePaths.folder(folder)) {
            Kind kind = isReachableNow(folder) ? disk.kind(folder) : Kind.ABSENT;
            if (kind == Kind.FOLDER && disk.list(folder).isEmpty()) {
                disk.deleteFolder(folder);
            } else if (kind != Kind.ABSENT) {
                return;
            }
        }
    }

    private void removeCreatedFolders(IOException e) {
        for (int i = createdFolders.size() - 1; i >= 0; i--) {
            try {
                disk.deleteFolder(createdFolders.get(i));
            } catch (IOException also) {
                e.addSuppressed(also);
            }
        }
    }
}
