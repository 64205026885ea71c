package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A source that Argo CD renders into another branch of its repository, from which it then syncs. Immutable. Since Argo CD
 * 2.14.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/source-hydrator/">Source Hydrator</a>
 */
@Value.Immutable
@DeployStyle
public abstract non-sealed class SourceHydrator implements ApplicationSource, WithSourceHydrator {
    SourceHydrator() {}

    /**
     * A builder: {@code repoUrl}, {@code dryPath}, {@code dryRevision}, {@code syncBranch}, {@code syncPath}, then what is
     * optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} if an address or path is outside its grammar.
     */
    public static ImmutableSourceHydrator.RepoUrlBuildStage builder() {
        return ImmutableSourceHydrator.builder();
    }

    /** The address of the Git repository, as that of {@link DirectorySource#repoUrl()}. */
    @Override
    public abstract String repoUrl();

    /** The folder that is rendered. */
    public abstract String dryPath();

    /** The branch, tag or commit that is rendered. */
    public abstract String dryRevision();

    /** The branch that is synced. */
    public abstract String syncBranch();

    /** The folder that is written and synced; not the whole repository. */
    public abstract String syncPath();

    /** The branch that is written, from which somebody merges into {@link #syncBranch()}. Default: {@link #syncBranch()}. */
    public abstract Optional<String> hydrateTo();

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("spec.sourceHydrator");
        checks.repository("drySource.repoURL", repoUrl(), ArgoChecks.Repository.GIT);
        checks.repositoryPath("drySource.path", dryPath());
        checks.notEmpty("drySource.targetRevision", dryRevision());
        checks.notEmpty("syncSource.targetBranch", syncBranch());
        checks.repositoryPath("syncSource.path", syncPath());
        if (syncPath().equals(".")) {
            checks.error(
                    ProblemCodes.PATH_INVALID,
                    "syncSource.path",
                    "Argo CD would write to the whole repository",
                    "name a folder of the repository");
        }
        checks.notEmpty("hydrateTo.targetBranch", hydrateTo());
        checks.throwIfAny();
    }

    @Override
    public final MapTree tree() {
        MapTree.Builder hydrator = MapTree.builder(4)
                .put(
                        "drySource",
                        MapTree.of("repoURL", repoUrl())
                                .with("targetRevision", dryRevision())
                                .with("path", dryPath()))
                .put("syncSource", MapTree.of("targetBranch", syncBranch()).with("path", syncPath()));
        hydrateTo().ifPresent(branch -> hydrator.put("hydrateTo", MapTree.of("targetBranch", branch)));
        return MapTree.of("sourceHydrator", hydrator.build());
    }
}
