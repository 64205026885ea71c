package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;

/**
 * Sources of other kinds, as an Application's {@code spec} has them: Kustomize, a plugin, a chart in a folder. Immutable.
 *
 * <p>They are checked when the Application is written.
 */
public final class OtherSource implements ApplicationSource {
    /** The keys of {@code spec} that say where manifests come from. */
    static final List<String> KEYS = List.of("source", "sources", "sourceHydrator");

    private final MapTree tree;

    private OtherSource(MapTree tree) {
        this.tree = tree;
    }

    /**
     * The sources of an Application.
     *
     * @param spec {@code source}, {@code sources} or {@code sourceHydrator}, as below {@code spec}
     * @throws DeployException.InvalidInput if it has another key, or none
     */
    public static OtherSource of(MapTree spec) {
        ArgoChecks checks = new ArgoChecks("spec");
        for (String key : spec.keys()) {
            if (!KEYS.contains(key)) {
                checks.error(
                        ProblemCodes.UNKNOWN_KEY,
                        key,
                        "`" + key + "` does not say where manifests come from",
                        "write `source`, `sources` or `sourceHydrator`");
            }
        }
        if (spec.isEmpty()) {
            checks.error(ProblemCodes.MISSING_KEY, "source", "`source` is missing", "write it, or `sources`");
        }
        checks.throwIfAny();
        return new OtherSource(spec);
    }

    /** The address of the first repository; empty if there is none. */
    @Override
    public String repoUrl() {
        Tree first = Trees.list(tree, "sources").isEmpty()
                ? Trees.value(tree, "source")
                : Trees.list(tree, "sources").get(0);
        MapTree source = first instanceof MapTree map ? map : Trees.map(tree, "sourceHydrator", "drySource");
        return Trees.text(source, "repoURL");
    }

    /** {@code source}, {@code sources} or {@code sourceHydrator}, as below {@code spec}. */
    @Override
    public MapTree tree() {
        return tree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OtherSource that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** The keys only, since values may be secret. */
    @Override
    public String toString() {
        return tree.toString();
    }
}
