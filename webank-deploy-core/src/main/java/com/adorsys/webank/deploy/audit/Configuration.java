package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.tree.TreeSource;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The manifests in the files of a configuration repository, by environment. Immutable.
 *
 * <p>The files that this library generates belong to the environment whose folder has the list of them: {@code
 * environments/dev}; a file that several environments share belongs to each of them. All other manifests belong to the
 * folder that they are in. Only files that end in {@code .yaml}, {@code .yml} or {@code .json} are read. Of these, other
 * files than generated ones need not be manifests: values of charts and templates are skipped.
 */
public final class Configuration {
    private final SortedMap<String, ManifestSet> environments;
    private final Map<String, FileContent> files;
    private final List<Problem> problems;

    Configuration(SortedMap<String, ManifestSet> environments, Map<String, FileContent> files, List<Problem> problems) {
        this.environments = Collections.unmodifiableSortedMap(environments);
        this.files = Collections.unmodifiableMap(files);
        this.problems = List.copyOf(problems);
    }

    /** A configuration without files. */
    public static Configuration empty() {
        return new Configuration(new TreeMap<>(), Map.of(), List.of());
    }

    /**
     * The manifests of a folder or a commit. Symbolic links, submodules and folders whose name starts with a dot are
     * skipped.
     *
     * @throws IOException if the source cannot be read
     */
    public static Configuration of(TreeSource source) throws IOException {
        return new ConfigurationReader().read(source);
    }

    /** The manifests of generated files. */
    public static Configuration of(FileTree tree) {
        try {
            return of(tree.source());
        } catch (IOException e) {
            throw new IllegalStateException("the files of a tree are in memory", e);
        }
    }

    /** The environments by folder, such as {@code environments/dev}, each with its manifests. */
    public SortedMap<String, ManifestSet> environments() {
        return environments;
    }

    /** What each file that was read has, by path. */
    Map<String, FileContent> files() {
        return files;
    }

    /** What a file has; nothing if it was not read. */
    FileContent file(String path) {
        return files.getOrDefault(path, FileContent.NONE);
    }

    /** Whether the environment of a folder has a name: its folder, or that below {@code environments}. */
    static boolean isNamed(String folder, String name) {
        return folder.equals(name) || folder.equals("environments/" + name);
    }

    /**
     * A copy with some environments only.
     *
     * @param names folders, or names below {@code environments}
     */
    public Configuration select(List<String> names) {
        SortedMap<String, ManifestSet> selected = new TreeMap<>();
        environments.forEach((folder, manifests) -> {
            if (names.stream().anyMatch(name -> isNamed(folder, name))) {
                selected.put(folder, manifests);
            }
        });
        return new Configuration(selected, files, problems);
    }

    /**
     * What cannot be read: generated files that are no manifests, and objects that an environment has twice. Of a file that is
     * not generated, only a comparison can say that it was a manifest before.
     */
    public List<Problem> problems() {
        return problems;
    }

    /** The environments. */
    @Override
    public String toString() {
        return "configuration of " + environments.keySet();
    }
}
