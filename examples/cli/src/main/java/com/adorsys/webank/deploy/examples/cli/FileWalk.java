package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the files that a user names, and every *.yaml, *.yml and *.json below a folder that is named, sorted by name. In a
 * folder it skips Chart.yaml and names that start with a dot. A file that cannot be read is added to the findings.
 */
final class FileWalk {
    private final Console console;
    private final Findings findings;
    private final String nothing;
    private final Visitor visitor;
    private final Set<String> seen = new HashSet<>();
    private int visited;

    /** Receives each file that has a document; lists are taken apart. */
    interface Visitor {
        /**
         * A file.
         *
         * @param path as the user would write it
         * @param documents its documents, at least one
         * @throws DeployException.InvalidInput with the problems of the file; the walk continues
         */
        void file(String path, List<YamlDocument> documents);
    }

    /**
     * A walk.
     *
     * @param nothing the code of the problem that a folder contains no such file
     */
    FileWalk(Console console, Findings findings, String nothing, Visitor visitor) {
        this.console = console;
        this.findings = findings;
        this.nothing = nothing;
        this.visitor = visitor;
    }

    /** Reads a file, or all files below a folder. */
    void visit(String path) {
        if (path.equals(Input.STANDARD) || !console.file(path).isDirectory()) {
            file(path, true);
            return;
        }
        int before = visited;
        folder(path);
        if (visited == before) {
            findings.add(Problem.error(
                    nothing,
                    Location.ofFile(path),
                    "this folder contains no *.yaml, *.yml or *.json",
                    "Name a file, or another folder"));
        }
    }

    private void file(String path, boolean named) {
        visited++;
        String name = Input.name(path);
        findings.file(name);
        try {
            List<YamlDocument> documents = YamlReader.readAll(name, Input.read(console, path));
            if (documents.isEmpty()) {
                findings.add(empty(name, named));
                return;
            }
            List<YamlDocument> objects = new ArrayList<>();
            for (YamlDocument document : documents) {
                objects.addAll(document.objects());
            }
            if (!objects.isEmpty()) {
                visitor.file(path, objects);
            }
        } catch (DeployException.InvalidInput e) {
            findings.addAll(e.problems());
        }
    }

    /** An error for an empty file that is named; a warning for one in a folder, which may be commented out. */
    private static Problem empty(String name, boolean named) {
        String what = "the file is empty";
        return named
                ? Problem.error(ProblemCodes.YAML_EMPTY, Location.ofFile(name), what, "Write a document into it")
                : Problem.warning(
                        ProblemCodes.YAML_EMPTY, Location.ofFile(name), what, "Write a document into it, or remove it");
    }

    private void folder(String path) {
        File folder = console.file(path);
        String[] names = folder.list();
        if (names == null) {
            visited++;
            findings.file(path);
            findings.add(Problem.error(
                    ProblemCodes.FILE_UNREADABLE,
                    Location.ofFile(path),
                    "the folder cannot be read",
                    "Check its permissions"));
            return;
        }
        // A folder that contains a link to itself would have no end.
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
                file(below, false);
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
