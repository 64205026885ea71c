package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Git repository whose files a chart reads: {@code $values/dev.yaml} in {@link ChartSource#valueFiles()} is a file of the
 * source with the {@code ref} {@code values}. It has no manifests of its own. Immutable.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/multiple_sources/">Multiple Sources</a>
 */
@Value.Immutable
@DeployStyle
public abstract non-sealed class RefSource implements SourcePart, WithRefSource {
    RefSource() {}

    /**
     * A builder: {@code repoUrl}, {@code ref}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} if the address is outside its grammar.
     */
    public static ImmutableRefSource.RepoUrlBuildStage builder() {
        return ImmutableRefSource.builder();
    }

    /** The address of the Git repository, as that of {@link DirectorySource#repoUrl()}. */
    @Override
    public abstract String repoUrl();

    /** The name that charts refer to: letters, digits, {@code _} and {@code -}. */
    public abstract String ref();

    /** The branch, tag or commit. Default: {@code HEAD}. */
    public abstract Optional<String> targetRevision();

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("spec.sources");
        checks.repository("repoURL", repoUrl(), ArgoChecks.Repository.GIT);
        checks.notEmpty("ref", ref());
        checks.notEmpty("targetRevision", targetRevision());
        checks.throwIfAny();
    }

    @Override
    public final MapTree tree() {
        MapTree.Builder tree = MapTree.builder(4).put("repoURL", repoUrl());
        targetRevision().ifPresent(revision -> tree.put("targetRevision", revision));
        return tree.put("ref", ref()).build();
    }
}
