package com.adorsys.webank.deploy.tree;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Files to which a tree is to be written, for reading: those of a folder, or of a commit.
 *
 * <p>A path is relative, with {@code /} between its parts; the empty path is the top folder.
 */
public interface TreeSource {
    /** The kind of the entry at a path; links are not followed. */
    enum Kind {
        /** There is nothing. */
        ABSENT,
        /** A file. */
        FILE,
        /** A folder. */
        FOLDER,
        /** A symbolic link. */
        LINK,
        /** A submodule of Git. */
        SUBMODULE,
        /** Something else, such as a pipe. */
        OTHER
    }

    /** The kind of the entry at a path whose parent is a folder. */
    Kind kind(String path) throws IOException;

    /** The content of a file. */
    byte[] read(String path) throws IOException;

    /** The names in a folder, sorted. */
    List<String> list(String folder) throws IOException;

    /** The folders that hold a file of this name, sorted; links are not followed. */
    List<String> foldersWith(String fileName) throws IOException;

    /** A path, as messages show it. */
    String shown(String path);

    /** Whether two paths are the same file, as on a case-insensitive file system. Default: false. */
    default boolean isSame(String path, String other) throws IOException {
        return false;
    }

    /** Whether a file has this content. */
    default boolean holds(String path, byte[] bytes) throws IOException {
        return Arrays.equals(read(path), bytes);
    }

    /** The SHA-256 checksum of a file, in hexadecimal digits. */
    default String sum(String path) throws IOException {
        return TreeIndex.sum(read(path));
    }

    /** A text that is equal for files of equal content. Default: the checksum. */
    default String contentId(String path) throws IOException {
        return sum(path);
    }
}
