package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.gitops.RawTree.Entry;
import com.adorsys.webank.deploy.tree.TreeSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** The files of a commit. Folders are read when they are asked for. */
final class CommitFiles implements TreeSource {
    private static final String FOLDER_MODE = "40000";
    private static final String FILE_MODE = "100644";
    private static final int LARGEST_FILE = 100 << 20;

    private final Repository repository;
    /** Null for no files. */
    private final @Nullable ObjectId root;

    private final Map<String, Map<String, Entry>> folders = new HashMap<>();

    CommitFiles(Repository repository, @Nullable ObjectId root) {
        this.repository = repository;
        this.root = root;
    }

    @Override
    public Kind kind(String path) throws IOException {
        Entry entry = entry(path);
        if (path.isEmpty() || entry != null && entry.isFolder()) {
            return Kind.FOLDER;
        }
        if (entry == null) {
            return Kind.ABSENT;
        }
        if (entry.isFile()) {
            return Kind.FILE;
        }
        return entry.isLink() ? Kind.LINK : entry.isSubmodule() ? Kind.SUBMODULE : Kind.OTHER;
    }

    /** {@link #kind} for a path whose parent need not be a folder. */
    Kind kindBelow(String path) throws IOException {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (kind(path.substring(0, slash)) != Kind.FOLDER) {
                return Kind.ABSENT;
            }
        }
        return kind(path);
    }

    /** The mode and id of an entry, to tell whether two commits have the same there; null if there is none. */
    @Nullable
    String identity(String path) throws IOException {
        if (kindBelow(path) == Kind.ABSENT) {
            return null;
        }
        Entry entry = entry(path);
        return entry == null ? null : entry.mode() + " " + entry.id().name();
    }

    @Override
    public byte[] read(String path) throws IOException {
        Entry entry = entry(path);
        if (entry == null) {
            throw new IOException("there is no file `" + path + "`");
        }
        return object(entry.id());
    }

    @Override
    public boolean holds(String path, byte[] bytes) throws IOException {
        Entry entry = entry(path);
        return entry != null && entry.id().equals(id(bytes));
    }

    @Override
    public String contentId(String path) throws IOException {
        Entry entry = entry(path);
        return entry == null ? "" : entry.id().name();
    }

    @Override
    public List<String> list(String folder) throws IOException {
        List<String> names = new ArrayList<>(folder(folder).keySet());
        Collections.sort(names);
        return names;
    }

    @Override
    public List<String> foldersWith(String fileName) throws IOException {
        List<String> found = new ArrayList<>();
        collect("", root, fileName, found);
        Collections.sort(found);
        return found;
    }

    private void collect(String folder, @Nullable ObjectId tree, String fileName, List<String> into)
            throws IOException {
        for (Entry entry : raw(tree).entries()) {
            String path = child(folder, entry.name());
            if (entry.isFolder()) {
                collect(path, entry.id(), fileName, into);
            } else if (entry.isFile() && entry.name().equals(fileName)) {
                into.add(folder);
            }
        }
    }

    @Override
    public String shown(String path) {
        return path;
    }

    /**
     * Writes the trees of changed folders.
     *
     * @param changes the new content by path; null to remove a file
     * @return the new top folder
     */
    ObjectId write(SortedMap<String, byte @Nullable []> changes, ObjectInserter into) throws IOException {
        ObjectId written = write(root, changes, into);
        return written != null ? written : into.insert(Constants.OBJ_TREE, new byte[0]);
    }

    /** The new tree of a folder; null if nothing is left in it. */
    private @Nullable ObjectId write(
            @Nullable ObjectId folder, SortedMap<String, byte @Nullable []> changes, ObjectInserter into)
            throws IOException {
        RawTree tree = raw(folder);
        SortedMap<String, SortedMap<String, byte @Nullable []>> below = new TreeMap<>();
        for (Map.Entry<String, byte @Nullable []> change : changes.entrySet()) {
            String path = change.getKey();
            int slash = path.indexOf('/');
            if (slash >= 0) {
                below.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
                        .put(path.substring(slash + 1), change.getValue());
            }
        }
        for (Map.Entry<String, SortedMap<String, byte @Nullable []>> part : below.entrySet()) {
            Entry old = find(tree, part.getKey());
            Entry oldFolder = old != null && old.isFolder() ? old : null;
            ObjectId written = write(oldFolder == null ? null : oldFolder.id(), part.getValue(), into);
            if (written != null) {
                String mode = oldFolder == null ? FOLDER_MODE : oldFolder.mode();
                tree.put(Entry.of(mode, part.getKey(), written));
            } else if (oldFolder != null) {
                tree.remove(part.getKey());
            }
        }
        for (Map.Entry<String, byte @Nullable []> change : changes.entrySet()) {
            String name = change.getKey();
            byte[] bytes = change.getValue();
            if (name.indexOf('/') >= 0) {
                continue;
            }
            Entry old = find(tree, name);
            if (bytes != null) {
                String mode = old != null && old.isFile() ? old.mode() : FILE_MODE;
                tree.put(Entry.of(mode, name, into.insert(Constants.OBJ_BLOB, bytes)));
            } else if (old != null && !old.isFolder()) {
                tree.remove(name);
            }
        }
        return tree.isEmpty() ? null : into.insert(Constants.OBJ_TREE, tree.bytes());
    }

    private static @Nullable Entry find(RawTree tree, String name) {
        for (Entry entry : tree.entries()) {
            if (entry.name().equals(name)) {
                return entry;
            }
        }
        return null;
    }

    private @Nullable Entry entry(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        return path.isEmpty()
                ? null
                : folder(slash < 0 ? "" : path.substring(0, slash)).get(path.substring(slash + 1));
    }

    private Map<String, Entry> folder(String path) throws IOException {
        Map<String, Entry> entries = folders.get(path);
        if (entries == null) {
            Entry entry = entry(path);
            ObjectId tree = path.isEmpty() ? root : entry != null && entry.isFolder() ? entry.id() : null;
            entries = new LinkedHashMap<>();
            for (Entry each : raw(tree).entries()) {
                entries.put(each.name(), each);
            }
            folders.put(path, entries);
        }
        return entries;
    }

    private RawTree raw(@Nullable ObjectId tree) throws IOException {
        return tree == null ? RawTree.empty() : RawTree.parse(object(tree));
    }

    private byte[] object(ObjectId id) throws IOException {
        try (ObjectReader reader = repository.newObjectReader()) {
            return reader.open(id).getCachedBytes(LARGEST_FILE);
        }
    }

    private static ObjectId id(byte[] bytes) {
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, bytes);
        }
    }

    private static String child(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
