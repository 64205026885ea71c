package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.tree.HandEdits;
import com.adorsys.webank.deploy.tree.TreeChanges;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder of {@code --out}, to which generated files are written, or with which they are compared. */
final class OutputFolder {
    private final String name;
    private final Path path;

    private OutputFolder(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    /**
     * The folder that a user names.
     *
     * @throws DeployException.InvalidInput if it is not a path
     */
    static OutputFolder of(Console console, String name) {
        try {
            return new OutputFolder(name, console.file(name).toPath());
        } catch (InvalidPathException e) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.TREE_ROOT,
                    Location.ofFile(name),
                    "this is not a path",
                    "Choose another output folder"));
        }
    }

    Path path() {
        return path;
    }

    /** The absolute path, as messages show it. */
    String shown() {
        return path.toAbsolutePath().normalize().toString();
    }

    /**
     * Writes files, and returns the changes.
     *
     * @throws DeployException.InvalidInput if they cannot be written
     */
    TreeChanges write(FileTree tree, HandEdits edits) {
        try {
            return tree.writeTo(path, edits);
        } catch (DeployException.Unavailable e) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.TREE_NOT_WRITABLE,
                    Location.ofFile(name),
                    "writing stopped: " + e.getMessage(),
                    "Free some space on the disk, and run it again"));
        }
    }

    /** Shows how the folder differs from files; returns the exit code. An edited file is a difference as any other. */
    int check(FileTree tree, Console console) {
        return check(tree.compareWith(path, HandEdits.OVERWRITE), name, console);
    }

    /** Shows how something named differs from files; returns the exit code. */
    static int check(TreeChanges changes, String name, Console console) {
        if (!changes.problems().isEmpty()) {
            return console.refuse(changes.problems());
        }
        if (changes.isEmpty()) {
            console.print(name + " is up to date: " + changes + "\n");
            return Cli.DONE;
        }
        console.print(changes.text());
        return Cli.DIFFERENT;
    }
}
