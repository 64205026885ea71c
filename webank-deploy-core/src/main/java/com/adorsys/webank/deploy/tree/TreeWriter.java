package com.adorsys.webank.deploy.tree;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.tree.TreeSource.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes a tree to a folder: first a {@link TreePlan}, which only reads and finds every obstacle, then the changes.
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
    private final TreePlan plan;
    private final List<String> createdFolders = new ArrayList<>();

    private TreeWriter(FileTree tree, Disk disk, TreePlan plan) {
        this.tree = tree;
        this.disk = disk;
        this.plan = plan;
    }

    /** Plans the changes. */
    static TreePlan plan(FileTree tree, Disk disk, HandEdits edits) {
        try {
            checkRoot(disk);
            return TreePlan.of(tree, disk, edits);
        } catch (IOException e) {
            throw new InvalidInput(unreadable(disk, e));
        } catch (InvalidPathException e) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.TREE_ROOT,
                    Location.ofFile(disk.shown("")),
                    "this system does not allow the name of a file in it",
                    "choose another output folder"));
        }
    }

    /** Plans the changes and makes them. */
    static TreeChanges write(FileTree tree, Disk disk, HandEdits edits) {
        TreeWriter writer = new TreeWriter(tree, disk, plan(tree, disk, edits));
        List<Problem> problems = new ArrayList<>(writer.plan.problems());
        writer.checkWritable(problems);
        InvalidInput.throwIfErrors(problems);
        writer.write();
        return writer.plan.changes();
    }

    /** The scopes in a folder. */
    static List<String> scopes(Disk disk) {
        try {
            checkRoot(disk);
            List<String> scopes = new ArrayList<>();
            for (String scope : disk.kind("") == Kind.ABSENT ? List.<String>of() : disk.foldersWith(TreeIndex.NAME)) {
                if (!TreePlan.isElsewhere(scope, disk)) {
                    scopes.add(scope);
                }
            }
            return List.copyOf(scopes);
        } catch (IOException e) {
            throw new InvalidInput(unreadable(disk, e));
        }
    }

    private static void checkRoot(Disk disk) {
        Path root = disk.root();
        if (Files.exists(root) ? !Files.isDirectory(root) : Files.isSymbolicLink(root)) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.TREE_ROOT,
                    Location.ofFile(disk.shown("")),
                    "it is not a folder",
                    "choose another output folder"));
        }
    }

    private static Problem unreadable(Disk disk, IOException e) {
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

    /** Adds a problem for every folder that must change and is not writable. */
    private void checkWritable(List<Problem> problems) {
        SortedSet<Path> folders = new TreeSet<>();
        SortedSet<String> touched = plan.removals();
        touched.addAll(plan.writes().keySet());
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
            if (plan.isUpToDate()) {
                return;
            }
            if (plan.kind("") == Kind.ABSENT) {
                disk.createRoot();
                createdFolders.add("");
            }
            removeTemporaries();
            for (String path : plan.removedFirst()) {
                disk.delete(path);
                started = true;
            }
            if (plan.clearsFolders()) {
                for (String path : plan.dropped()) {
                    removeEmpty(path);
                }
            }
            for (TreeIndex index : tree.indexes()) {
                writeIndex(index.scope(), plan.before(index.scope()).plus(index));
                started = true;
            }
            for (Map.Entry<String, byte[]> file : plan.writes().entrySet()) {
                if (!plan.isIndex(file.getKey())) {
                    put(file.getKey(), file.getValue());
                }
            }
            for (String path : plan.removals()) {
                if (!plan.isIndex(path) && !plan.removedFirst().contains(path)) {
                    disk.delete(path);
                }
            }
            for (String path : plan.dropped()) {
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

    /** Removes temporary files that a killed run may have left. */
    private void removeTemporaries() throws IOException {
        SortedSet<String> paths = new TreeSet<>(tree.files().keySet());
        for (TreeIndex old : plan.indexesBefore()) {
            paths.addAll(old.paths());
            paths.add(TreeIndex.path(old.scope()));
        }
        for (String path : paths) {
            String folder = TreePaths.folder(path);
            if (plan.isReachable(path) && plan.kind(folder) == Kind.FOLDER) {
                String temporary = TreePaths.temporary(path);
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
        for (String folder : TreePlan.parents(path)) {
            if (!folder.isEmpty() && disk.kind(folder) != Kind.FOLDER) {
                return false;
            }
        }
        return true;
    }

    private void put(String path, byte[] bytes) throws IOException {
        for (String folder : TreePlan.parents(path)) {
            if (!folder.isEmpty() && disk.kind(folder) == Kind.ABSENT) {
                disk.createFolder(folder);
                createdFolders.add(folder);
            }
        }
        String temporary = TreePaths.temporary(path);
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
