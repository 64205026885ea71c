package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/**
 * Several sources of one Application, such as a chart and the {@link RefSource repository of its values}. Where two have the
 * same object, the later source wins. Immutable.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/multiple_sources/">Multiple Sources</a>
 */
@Value.Immutable
@DeployStyle
public abstract non-sealed class MultipleSources implements ApplicationSource, WithMultipleSources {
    MultipleSources() {}

    /**
     * These sources, in this order.
     *
     * @throws DeployException.InvalidInput if there is none
     */
    public static MultipleSources of(SourcePart... sources) {
        return ImmutableMultipleSources.builder().addSources(sources).build();
    }

    /** The sources. */
    public abstract List<SourcePart> sources();

    /** A copy with further sources. */
    public final MultipleSources plusSources(SourcePart... added) {
        return withSources(Additions.to(sources(), added));
    }

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("spec");
        checks.atLeastOne("sources", sources(), "give at least one source");
        checks.throwIfAny();
    }

    /** The address of the first repository. */
    @Override
    public final String repoUrl() {
        return sources().get(0).repoUrl();
    }

    @Override
    public final MapTree tree() {
        List<Tree> trees = new ArrayList<>();
        for (SourcePart source : sources()) {
            trees.add(source.tree());
        }
        return MapTree.of("sources", ListTree.of(trees));
    }
}
