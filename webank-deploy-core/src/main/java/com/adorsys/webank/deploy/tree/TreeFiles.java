package com.adorsys.webank.deploy.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The files of a tree, for reading. */
final class TreeFiles implements TreeSource {
    private final FileTree tree;
    private final SortedSet<String> folders = new TreeSet<>();

    TreeFiles(FileTree tree) {
        this.tree = tree;
        for (String path : tree.paths()) {
            folders.addAll(TreePlan.parents(path));
        }
    }

    @Override
    public Kind kind(String path) {
        return path.isEmpty() || folders.contains(path) ? Kind.FOLDER : tree.has(path) ? Kind.FILE : Kind.ABSENT;
    }

    @Override
    public byte[] read(String path) throws IOException {
        if (!tree.has(path)) {
            throw new IOException("there is no file `" + path + "`");
        }
        return tree.bytes(path);
    }

    @Override
    public List<String> list(String folder) {
        String start = folder.isEmpty() ? "" : folder + "/";
        SortedSet<String> names = new TreeSet<>();
        for (String path : tree.paths()) {
            if (path.startsWith(start)) {
                int slash = path.indexOf('/', start.length());
                names.add(path.substring(start.length(), slash < 0 ? path.length() : slash));
            }
        }
        return List.copyOf(names);
    }

    @Override
    public List<String> foldersWith(String fileName) {
        List<String> found = new ArrayList<>();
        for (String folder : folders) {
            if (tree.has(folder.isEmpty() ? fileName : folder + "/" + fileName)) {
                found.add(folder);
            }
        }
        return found;
    }

    @Override
    public String shown(String path) {
        return path;
    }
}
