package com.adorsys.webank.deploy.assertions;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.tree.HandEdits;
import com.adorsys.webank.deploy.tree.TreeChanges;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions on generated files; created by {@link DeployAssertions#assertThat(FileTree)}. */
public final class FileTreeAssert extends AbstractAssert<FileTreeAssert, FileTree> {
    FileTreeAssert(FileTree actual) {
        super(actual, FileTreeAssert.class);
    }

    /** Fails unless there is a file with this path. */
    public FileTreeAssert contains(String path) {
        isNotNull();
        if (!actual.has(path)) {
            throw failure("%s", missing(path));
        }
        return this;
    }

    /** Fails if there is a file with this path. */
    public FileTreeAssert doesNotContain(String path) {
        isNotNull();
        if (actual.has(path)) {
            throw failure("%s", "There is a file `" + path + "`, which should not be there");
        }
        return this;
    }

    /** Assertions on the text of a file. Fails if there is no such file. */
    public AbstractStringAssert<?> file(String path) {
        contains(path);
        return Assertions.assertThat(actual.text(path)).as(path);
    }

    /**
     * Fails unless the files in a folder are equal to these generated files.
     *
     * <p>The folder is written only with {@code -Dgoldens.update=true}.
     */
    public FileTreeAssert isUpToDateIn(Path folder) {
        isNotNull();
        TreeChanges changes = actual.compareWith(folder, HandEdits.OVERWRITE);
        if (changes.isEmpty() && changes.problems().isEmpty()) {
            return this;
        }
        if (Goldens.isUpdated() && changes.problems().isEmpty()) {
            actual.writeTo(folder);
            return this;
        }
        List<String> problems = new ArrayList<>();
        for (Problem problem : changes.problems()) {
            problems.add(problem.toString());
        }
        throw failure(
                "%s",
                "The files in `" + Texts.slashes(folder) + "` are not up to date:" + Texts.indented(changes.text())
                        + (problems.isEmpty()
                                ? "\nRun the test with -Dgoldens.update=true to write them, and look at the diff"
                                : "\nThey cannot be written:" + Texts.lines(problems)));
    }

    private String missing(String path) {
        return "There is no file `" + path + "`; "
                + Texts.nearest(path, actual.paths(), "the files are ", "there are no files");
    }
}
