package com.adorsys.webank.deploy.gitops;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** One folder of a commit, as Git stores it: what is not changed is written again byte for byte. */
final class RawTree {
    private final List<Entry> entries;

    private RawTree(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * An entry.
     *
     * @param mode the digits of the mode, which may have a leading zero
     * @param rawName the bytes of the name, each as a character
     */
    record Entry(String mode, String rawName, ObjectId id) {
        static Entry of(String mode, String name, ObjectId id) {
            return new Entry(mode, raw(name), id);
        }

        private static String raw(String name) {
            return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        }

        /** The name, read as UTF-8. */
        String name() {
            return new String(rawName.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        private int type() {
            return Integer.parseInt(mode, 8) & 0170000;
        }

        boolean isFolder() {
            return type() == 0040000;
        }

        boolean isFile() {
            return type() == 0100000;
        }

        boolean isLink() {
            return type() == 0120000;
        }

        boolean isSubmodule() {
            return type() == 0160000;
        }

        /** What Git sorts by: a folder comes where its name with a slash would. */
        private String sortKey() {
            return isFolder() ? rawName + "/" : rawName;
        }
    }

    static RawTree empty() {
        return new RawTree(new ArrayList<>());
    }

    /** Reads a tree object. */
    static RawTree parse(byte[] bytes) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int blank = indexOf(bytes, ' ', at);
            int end = indexOf(bytes, '\0', blank);
            if (blank < 0 || end < 0 || end + Constants.OBJECT_ID_LENGTH >= bytes.length) {
                throw new IOException("a tree object is damaged");
            }
            String mode = new String(bytes, at, blank - at, StandardCharsets.US_ASCII);
            if (!mode.matches("[0-7]{5,7}")) {
                throw new IOException("a tree object is damaged");
            }
            String name = new String(bytes, blank + 1, end - blank - 1, StandardCharsets.ISO_8859_1);
            entries.add(new Entry(mode, name, ObjectId.fromRaw(bytes, end + 1)));
            at = end + 1 + Constants.OBJECT_ID_LENGTH;
        }
        return new RawTree(entries);
    }

    private static int indexOf(byte[] bytes, char c, int from) {
        int at = Math.max(from, 0);
        while (at < bytes.length && bytes[at] != c) {
            at++;
        }
        return from < 0 || at == bytes.length ? -1 : at;
    }

    List<Entry> entries() {
        return entries;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Removes the entry of a name. */
    void remove(String name) {
        String raw = Entry.raw(name);
        entries.removeIf(entry -> entry.rawName().equals(raw));
    }

    /** Adds an entry where Git wants it, in the place of one with the same name. */
    void put(Entry entry) {
        entries.removeIf(old -> old.rawName().equals(entry.rawName()));
        int at = 0;
        while (at < entries.size() && entries.get(at).sortKey().compareTo(entry.sortKey()) < 0) {
            at++;
        }
        entries.add(at, entry);
    }

    /** The tree object. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            bytes.writeBytes(entry.mode().getBytes(StandardCharsets.US_ASCII));
            bytes.write(' ');
            bytes.writeBytes(entry.rawName().getBytes(StandardCharsets.ISO_8859_1));
            bytes.write(0);
            byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
            entry.id().copyRawTo(id, 0);
            bytes.writeBytes(id);
        }
        return bytes.toByteArray();
    }
}
