package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Optional;
import org.immutables.value.Value;

/** Plain manifests in a folder of a Git repository. Immutable. */
@Value.Immutable
@DeployStyle
public abstract non-sealed class DirectorySource implements ApplicationSource, SourcePart, WithDirectorySource {
    /** Which folders are read. */
    public enum Depth {
        /** The folder and all below it. */
        RECURSIVE,
        /** The folder alone. */
        FLAT
    }

    DirectorySource() {}

    /**
     * A builder: {@code repoUrl}, {@code path}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} if an address or path is outside its grammar.
     */
    public static ImmutableDirectorySource.RepoUrlBuildStage builder() {
        return ImmutableDirectorySource.builder();
    }

    /** The address of the Git repository: {@code https}, {@code ssh}, {@code git}, {@code file} or {@code user@host:path}. */
    @Override
    public abstract String repoUrl();

    /** The folder, relative to the repository; {@code .} is the whole repository. */
    public abstract String path();

    /** The branch, tag or commit. Default: {@code HEAD}. */
    public abstract Optional<String> targetRevision();

    /** Which folders are read. Default: the path and all folders below it. */
    @Value.Default
    public Depth depth() {
        return Depth.RECURSIVE;
    }

    /** A glob of the files that are read. Default: all. */
    public abstract Optional<String> include();

    /** A glob of files that are left out. Default: none. */
    public abstract Optional<String> exclude();

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("spec.source");
        checks.repository("repoURL", repoUrl(), ArgoChecks.Repository.GIT);
        checks.repositoryPath("path", path());
        checks.notEmpty("targetRevision", targetRevision());
        checks.notEmpty("directory.include", include());
        checks.notEmpty("directory.exclude", exclude());
        checks.throwIfAny();
    }

    @Override
    public final MapTree tree() {
        MapTree.Builder directory = MapTree.builder(4);
        if (depth() == Depth.RECURSIVE) {
            directory.put("recurse", true);
        }
        include().ifPresent(glob -> directory.put("include", glob));
        exclude().ifPresent(glob -> directory.put("exclude", glob));
        MapTree.Builder tree = MapTree.builder(4).put("repoURL", repoUrl()).put("path", path());
        targetRevision().ifPresent(revision -> tree.put("targetRevision", revision));
        // Set even if it is empty: it tells Argo CD that these are plain manifests, whatever the folder contains.
        return tree.put("directory", directory.build()).build();
    }
}
