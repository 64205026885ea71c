package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an ApplicationSet makes Applications of: each set of parameters that a generator gives is one Application.
 * Immutable. It is checked when the ApplicationSet is written.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators/">Generators</a>
 */
public final class ApplicationGenerator {
    private final MapTree tree;

    private ApplicationGenerator(MapTree tree) {
        this.tree = tree;
    }

    /** A generator as the ApplicationSet has it, such as a plugin or the organization of an SCM provider. */
    public static ApplicationGenerator of(MapTree tree) {
        return new ApplicationGenerator(tree);
    }

    /** The parameters themselves, a map for each Application. */
    public static ApplicationGenerator list(List<Map<String, String>> elements) {
        List<Tree> trees = new ArrayList<>();
        elements.forEach(element -> trees.add(ArgoChecks.sorted(element)));
        return named("list", MapTree.of("elements", ListTree.of(trees)));
    }

    /**
     * The folders of a Git repository. Parameters: {@code path.path}, {@code path.basename}, {@code path.segments} and more.
     *
     * @param paths globs such as {@code apps/*}; one that starts with {@code !} leaves folders out
     */
    public static ApplicationGenerator gitDirectories(String repoUrl, String revision, String... paths) {
        List<Tree> directories = new ArrayList<>();
        for (String path : paths) {
            directories.add(
                    path.startsWith("!")
                            ? MapTree.builder()
                                    .put("path", path.substring(1))
                                    .put("exclude", true)
                                    .build()
                            : MapTree.of("path", path));
        }
        return git(repoUrl, revision, "directories", directories);
    }

    /**
     * The values in YAML and JSON files of a Git repository, beside those of {@link #gitDirectories} for the file.
     *
     * @param paths globs such as {@code clusters/*.yaml}
     */
    public static ApplicationGenerator gitFiles(String repoUrl, String revision, String... paths) {
        List<Tree> files = new ArrayList<>();
        for (String path : paths) {
            files.add(MapTree.of("path", path));
        }
        return git(repoUrl, revision, "files", files);
    }

    private static ApplicationGenerator git(String repoUrl, String revision, String key, List<Tree> items) {
        return named(
                "git",
                MapTree.builder()
                        .put("repoURL", repoUrl)
                        .put("revision", revision)
                        .put(key, ListTree.of(items))
                        .build());
    }

    /**
     * The clusters that Argo CD knows. Parameters: {@code name}, {@code nameNormalized}, {@code server}, {@code project} and
     * {@code metadata}.
     *
     * @param labels those that the clusters' Secrets must have; without labels all clusters, the local one too
     */
    public static ApplicationGenerator clusters(Map<String, String> labels) {
        return named(
                "clusters",
                labels.isEmpty()
                        ? MapTree.of()
                        : MapTree.of("selector", MapTree.of("matchLabels", ArgoChecks.sorted(labels))));
    }

    /**
     * The open pull requests of a repository on GitHub. Parameters: {@code number}, {@code branch}, {@code branch_slug}, {@code
     * head_sha} and more.
     *
     * @param token the key of a Secret in Argo CD's namespace that holds the token
     * @param labels those that a pull request must have; without labels all are taken
     */
    public static ApplicationGenerator gitHubPullRequests(
            String owner, String repository, SecretKeyRef token, String... labels) {
        MapTree.Builder gitHub = MapTree.builder(4)
                .put("owner", owner)
                .put("repo", repository)
                .put("tokenRef", MapTree.of("secretName", token.secret()).with("key", token.key()))
                .putUnlessEmpty("labels", ListTree.ofStrings(List.of(labels)));
        return named("pullRequest", MapTree.of("github", gitHub.build()));
    }

    /** Each set of parameters of one generator with each of another. */
    public static ApplicationGenerator matrix(ApplicationGenerator one, ApplicationGenerator other) {
        return named("matrix", MapTree.of("generators", ListTree.of(one.tree, other.tree)));
    }

    /**
     * The parameters of the first generator, with those of the others that have the same values for the keys.
     *
     * @param keys the parameters that tell Applications apart
     */
    public static ApplicationGenerator merge(List<String> keys, ApplicationGenerator... generators) {
        List<Tree> trees = new ArrayList<>();
        for (ApplicationGenerator generator : generators) {
            trees.add(generator.tree);
        }
        return named(
                "merge",
                MapTree.builder()
                        .put("mergeKeys", ListTree.ofStrings(keys))
                        .put("generators", ListTree.of(trees))
                        .build());
    }

    private static ApplicationGenerator named(String kind, MapTree settings) {
        return new ApplicationGenerator(MapTree.of(kind, settings));
    }

    /** The generator as the ApplicationSet has it. */
    public MapTree tree() {
        return tree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApplicationGenerator that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** The kind of the generator. */
    @Override
    public String toString() {
        return "generator " + tree.keys();
    }
}
