package com.adorsys.webank.deploy.tree;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Generated files: path to bytes, sorted by path. Immutable.
 *
 * <p>Every file belongs to a scope: a folder such as {@code environments/dev}, which names what the files are generated
 * for. Files of a scope may be outside its folder. An index file in the folder ({@code
 * environments/dev/.webank-deploy}) lists the scope's files and their checksums. It is one of the tree's files. {@link
 * #writeTo} recognizes its own files by the index: it replaces and removes these, and leaves all other files and scopes
 * unchanged.
 *
 * <p>A path is relative and consists of printable ASCII, with {@code /} between its parts. No part is {@code .}, {@code
 * ..} or {@code .git}, no path is the folder of another, and no two paths differ only in case.
 */
public final class FileTree {
    /** The name of the index file of a scope. Names of other files that are written begin with it too, for a moment. */
    public static final String INDEX = TreeIndex.NAME;

    private static final FileTree EMPTY = new FileTree(new TreeMap<>(), new TreeMap<>());

    private final SortedMap<String, byte[]> files;
    private final SortedMap<String, TreeIndex> scopes;

    private FileTree(SortedMap<String, byte[]> files, SortedMap<String, TreeIndex> scopes) {
        this.files = files;
        this.scopes = scopes;
    }

    /** The tree without files and scopes. */
    public static FileTree empty() {
        return EMPTY;
    }

    /** A builder for files of one scope that is the whole output folder. */
    public static Builder builder() {
        return new Builder("");
    }

    /**
     * A builder for files of one scope.
     *
     * <p>A tree that is built without files still has its scope: writing it removes the files that the scope had.
     *
     * @param scope the folder that holds the scope's index, such as {@code environments/dev}; empty for the whole
     *     output folder
     */
    public static Builder builder(String scope) {
        return new Builder(scope);
    }

    /**
     * All files of several trees.
     *
     * @throws InvalidInput if two scopes write the same path, two trees of one scope have different content for a path,
     *     or two paths conflict
     */
    public static FileTree of(Collection<FileTree> parts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        SortedMap<String, TreeIndex> scopes = new TreeMap<>();
        SortedMap<String, String> owners = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (FileTree part : parts) {
            for (TreeIndex index : part.scopes.values()) {
                for (String path : index.paths()) {
                    byte[] bytes = part.content(path);
                    byte[] other = files.putIfAbsent(path, bytes);
                    String owner = owners.putIfAbsent(path, index.scope());
                    if (other != null && owner != null) {
                        checkSame(path, bytes, other, index, owner, scopes, problems);
                    }
                }
                scopes.merge(index.scope(), index, TreeIndex::plus);
            }
        }
        return checked(files, scopes, problems);
    }

    private static void checkSame(
            String path,
            byte[] bytes,
            byte[] other,
            TreeIndex index,
            String owner,
            SortedMap<String, TreeIndex> scopes,
            List<Problem> into) {
        TreeIndex ownerIndex = scopes.get(owner);
        boolean oneScope = owner.equals(index.scope());
        boolean shared = index.shares(path) && ownerIndex != null && ownerIndex.shares(path);
        if (oneScope || shared) {
            if (!Arrays.equals(bytes, other)) {
                into.add(Problem.error(
                        ProblemCodes.TREE_SAME_PATH,
                        Location.ofFile(path),
                        oneScope
                                ? "it is written twice, with different content"
                                : "`" + TreeIndex.shown(owner) + "` and `" + TreeIndex.shown(index.scope())
                                        + "` share it, and give it different content",
                        oneScope ? "give one of the two another name" : "build it from the same values in both"));
            }
        } else {
            into.add(Problem.error(
                    ProblemCodes.TREE_SAME_PATH,
                    Location.ofFile(path),
                    "`" + TreeIndex.shown(owner) + "` and `" + TreeIndex.shown(index.scope()) + "` both write it",
                    "give one of the two another name: two environments never write the same path"));
        }
    }

    /** Builds the tree with its index files, or throws the problems. */
    private static FileTree checked(
            SortedMap<String, byte[]> files, SortedMap<String, TreeIndex> scopes, List<Problem> problems) {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        for (TreeIndex index : scopes.values()) {
            if (!index.isEmpty()) {
                all.put(TreeIndex.path(index.scope()), index.bytes());
            }
        }
        TreePaths.checkTogether(all.keySet(), problems);
        InvalidInput.throwIfErrors(problems);
        return new FileTree(all, scopes);
    }

    /** Every path, sorted, including the index files. */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** The scopes, sorted; the whole output folder is the empty text. */
    public List<String> scopes() {
        return List.copyOf(scopes.keySet());
    }

    /** The number of files, including the index files. */
    public int size() {
        return files.size();
    }

    /** Whether there are no files. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** Whether there is a file with this path. */
    public boolean has(String path) {
        return files.containsKey(path);
    }

    /**
     * A file's content as text.
     *
     * @throws InvalidInput if the tree has no such path
     */
    public String text(String path) {
        return new String(content(path), StandardCharsets.UTF_8);
    }

    /**
     * A copy of a file's content.
     *
     * @throws InvalidInput if the tree has no such path
     */
    public byte[] bytes(String path) {
        return content(path).clone();
    }

    private byte[] content(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.TREE_NO_FILE,
                    Location.ofFile(TreePaths.printable(path)),
                    "the tree has no such file",
                    Names.nearest(path, files.keySet())
                            .map(near -> "did you mean `" + near + "`? If not, ask for one of its paths")
                            .orElse("ask for one of its paths")));
        }
        return bytes;
    }

    /**
     * The files of both trees.
     *
     * @throws InvalidInput as {@link #of} does
     */
    public FileTree plus(FileTree other) {
        return of(List.of(this, other));
    }

    /**
     * Writes this tree to a folder, and returns what was changed.
     *
     * <p>Files that already have their content are not touched. Files that the tree's scopes wrote before and that are
     * no longer in the tree are removed, with the folders that become empty. All other files and folders are left
     * unchanged. Every file is replaced atomically. If a run stops at any point, the next one completes it.
     * Interrupting the thread does not stop a run.
     *
     * @param root the output folder; it is created if it does not exist
     * @throws InvalidInput before anything is changed, with every reason at once: the folder is not writable, somebody
     *     else's file has a path of this tree, a generated file was edited, or a symbolic link is in the way
     * @throws com.adorsys.webank.deploy.core.DeployException.Unavailable if the file system fails after the first
     *     change
     */
    public TreeChanges writeTo(Path root) {
        return writeTo(root, HandEdits.REPORT);
    }

    /** {@link #writeTo(Path)}, where generated files that were edited may be written over. */
    public TreeChanges writeTo(Path root, HandEdits edits) {
        return TreeWriter.write(this, new Disk(root), edits);
    }

    /**
     * The changes that {@link #writeTo} would make. {@link TreeChanges#problems} lists what would prevent them.
     *
     * @throws InvalidInput if the path is not a folder, or the folder cannot be read
     */
    public TreeChanges compareWith(Path root) {
        return compareWith(root, HandEdits.REPORT);
    }

    /** {@link #compareWith(Path)}, where generated files that were edited may be written over. */
    public TreeChanges compareWith(Path root, HandEdits edits) {
        return TreeWriter.plan(this, new Disk(root), edits).changes();
    }

    /**
     * What would change in the files of a folder or a commit.
     *
     * @throws IOException if the source cannot be read
     */
    public TreeChanges compareWith(TreeSource source, HandEdits edits) throws IOException {
        return TreePlan.of(this, source, edits).changes();
    }

    /**
     * The SHA-256 digest of all paths and contents, in hexadecimal digits: trees with the same files have the same digest.
     */
    public String digest() {
        MessageDigest digest = TreeIndex.sha256();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String line = TreeIndex.sum(file.getValue()) + "  " + file.getKey() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The scopes in a folder, sorted: the folders below it that have an index file.
     *
     * <p>To remove the files of a scope that is no longer generated, write a tree of that scope without files.
     *
     * @throws InvalidInput if the folder cannot be read
     */
    public static List<String> scopesIn(Path root) {
        return TreeWriter.scopes(new Disk(root));
    }

    /** The files of a folder, for reading. */
    public static TreeSource folder(Path root) {
        return new Disk(root);
    }

    /** The files of this tree, for reading. */
    public TreeSource source() {
        return new TreeFiles(this);
    }

    /** The indexes of the scopes. */
    Collection<TreeIndex> indexes() {
        return scopes.values();
    }

    /** The content of each file, not copied. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof FileTree that)
                || !scopes.equals(that.scopes)
                || !files.keySet().equals(that.files.keySet())) {
            return false;
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!Arrays.equals(file.getValue(), that.files.get(file.getKey()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return scopes.hashCode();
    }

    @Override
    public String toString() {
        return "tree of " + files.size() + " files";
    }

    /** Collects the files of one scope. Not thread-safe. */
    public static final class Builder {
        private final String scope;
        private final SortedMap<String, byte[]> files = new TreeMap<>();
        private final SortedSet<String> shared = new TreeSet<>();
        private final List<Problem> problems = new ArrayList<>();

        private Builder(String scope) {
            this.scope = scope;
            Problem problem = scope.isEmpty() ? null : TreePaths.check(scope);
            if (problem != null) {
                problems.add(problem);
            }
        }

        /** Adds a file of text, which is written in UTF-8. */
        public Builder put(String path, String text) {
            return add(path, utf8(path, text));
        }

        /** Adds a file; the bytes are copied. */
        public Builder put(String path, byte[] bytes) {
            return add(path, bytes.clone());
        }

        /** Adds a file whose bytes nobody else has. */
        private Builder add(String path, byte[] bytes) {
            Problem problem = TreePaths.check(path);
            byte[] other = files.get(path);
            if (problem == null && other != null && !Arrays.equals(other, bytes)) {
                problem = Problem.error(
                        ProblemCodes.TREE_SAME_PATH,
                        Location.ofFile(path),
                        "it is written twice, with different content",
                        "give one of the two another name");
            }
            if (problem == null) {
                files.put(path, bytes);
            } else {
                problems.add(problem);
            }
            return this;
        }

        /**
         * Adds a file that other scopes write too, with the same content, such as the project of several environments.
         *
         * <p>It is removed when no scope has it any more.
         */
        public Builder putShared(String path, String text) {
            put(path, text);
            shared.add(path);
            return this;
        }

        private byte[] utf8(String path, String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isSurrogate(c)) {
                    boolean pair = Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
                    if (!pair) {
                        problems.add(Problem.error(
                                ProblemCodes.TREE_TEXT,
                                Location.ofFile(TreePaths.printable(path)),
                                "character " + (i + 1)
                                        + " of its text is half of a surrogate pair, which UTF-8 cannot represent",
                                "correct the text, or put the file as bytes"));
                        break;
                    }
                    i++;
                }
            }
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /**
         * The tree.
         *
         * @throws InvalidInput with everything that is wrong with the paths
         */
        public FileTree build() {
            List<Problem> all = new ArrayList<>(problems);
            SortedMap<String, TreeIndex> scopes = new TreeMap<>();
            scopes.put(scope, TreeIndex.of(scope, files, new TreeSet<>(shared)));
            return checked(files, scopes, all);
        }
    }
}
