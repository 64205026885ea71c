package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Goes through the files that a user names, and through every *.yaml, *.yml and *.json below a folder that is named,
 * sorted by name. Of a folder it leaves out what has a name that begins with a dot, and Chart.yaml.
 */
final class FileWalk {
    private final Console console;
    private final Visitor visitor;
    private final Set<String> seen = new HashSet<>();
    private int visited;

    /** Told of each file. */
    interface Visitor {
        /**
         * A file.
         *
         * @param path as the user would write it
         * @param named whether the user named the file itself, not a folder above it
         */
        void file(String path, boolean named);

        /** A folder that cannot be read. */
        void unreadable(String path, Problem problem);
    }

    FileWalk(Console console, Visitor visitor) {
        this.console = console;
        this.visitor = visitor;
    }

    /** Goes through what a path names; returns whether anything was there: a folder may hold nothing. */
    boolean visit(String path) {
        if (path.equals(Input.STANDARD) || !console.file(path).isDirectory()) {
            visitor.file(path, true);
            return true;
        }
        int before = visited;
        folder(path);
        return visited > before;
    }

    private void folder(String path) {
        File folder = console.file(path);
        String[] names = folder.list();
        if (names == null) {
            visited++;
            visitor.unreadable(
                    path,
                    Problem.error(
                            "FILE_UNREADABLE",
                            Location.ofFile(path),
                            "the folder cannot be read",
                            "Check its permissions"));
            return;
        }
        // A folder that holds itself by a link would have no end.
        if (!seen.add(canonical(folder))) {
            return;
        }
        Arrays.sort(names);
        for (String name : names) {
            if (name.startsWith(".")) {
                continue;
            }
            String below = path.endsWith("/") ? path + name : path + "/" + name;
            if (new File(folder, name).isDirectory()) {
                folder(below);
            } else if (isTaken(name)) {
                visited++;
                visitor.file(below, false);
            }
        }
    }

    private static String canonical(File folder) {
        try {
            return folder.getCanonicalPath();
        } catch (IOException e) {
            return folder.getAbsolutePath();
        }
    }

    private static boolean isTaken(String name) {
        return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
                && !name.equals("Chart.yaml");
    }
}
