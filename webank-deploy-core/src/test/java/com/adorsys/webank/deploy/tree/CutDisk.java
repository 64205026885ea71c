package com.adorsys.webank.deploy.tree;

import java.io.IOException;
import java.nio.file.Path;

/** A disk on which the process is killed after a number of changes: from then on nothing happens any more. */
final class CutDisk extends Disk {
    private int left;

    CutDisk(Path root, int changes) {
        super(root);
        this.left = changes;
    }

    /** How many changes were left to be made when the run ended. */
    int left() {
        return left;
    }

    private void count() {
        if (left <= 0) {
            throw new Cut();
        }
        left--;
    }

    @Override
    void createFolder(String path) throws IOException {
        count();
        super.createFolder(path);
    }

    @Override
    void createRoot() throws IOException {
        count();
        super.createRoot();
    }

    @Override
    void writeNew(String path, byte[] bytes) throws IOException {
        count();
        super.writeNew(path, bytes);
    }

    @Override
    void replace(String from, String to) throws IOException {
        count();
        super.replace(from, to);
    }

    @Override
    void delete(String path) throws IOException {
        if (kind(path) == Kind.ABSENT) {
            return;
        }
        count();
        super.delete(path);
    }

    @Override
    void deleteFolder(String path) throws IOException {
        count();
        super.deleteFolder(path);
    }

    /** The process is gone. */
    static final class Cut extends Error {
        private static final long serialVersionUID = 1L;
    }
}
