package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.PlusAnnotations;
import com.adorsys.webank.deploy.core.PlusLabels;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What Applications and projects have in common: their metadata, and how they are written.
 *
 * @param <S> the object that is copied
 */
abstract class ArgoObject<S> implements PlusLabels<S>, PlusAnnotations<S> {
    static final String API_VERSION = "argoproj.io/v1alpha1";

    /** The name. */
    public abstract String name();

    /** The namespace of the object itself; empty to write none. Default: {@code argocd}. */
    @Value.Default
    public String namespace() {
        return "argocd";
    }

    /** Labels of the object itself. */
    @Override
    public abstract Map<String, String> labels();

    /** Annotations of the object itself. */
    @Override
    public abstract Map<String, String> annotations();

    /** What the other settings cannot say, as a part of the document. */
    public abstract Optional<MapTree> rest();

    /** What is typed. */
    abstract MapTree tree();

    /** Every problem of a document of this kind. */
    abstract List<Problem> problems(MapTree document, Targets targets);

    /**
     * The object, with every setting, whatever versions of Argo CD know it.
     *
     * @throws DeployException.InvalidInput if {@link #rest()}, or another setting that is a part of a document, makes a
     *     document that has errors in every supported version
     */
    public final Manifest manifest() {
        return manifest(Targets.any());
    }

    /**
     * The object for a version of Argo CD.
     *
     * @throws DeployException.InvalidInput also with every field that the version does not have
     */
    public final Manifest manifest(ProductVersion argoCd) {
        return manifest(Targets.any().with(argoCd));
    }

    /** The object for the version of Argo CD among the targets, or for any. */
    public final Manifest manifest(Targets targets) {
        MapTree document = merged(new ArgoChecks(""));
        Rest.validate(problems(document, targets));
        return Manifest.of(document);
    }

    /** The typed tree with the rest; what is set in both is a problem. */
    final MapTree merged(ArgoChecks checks) {
        return Rest.merged(tree(), rest().orElse(MapTree.of()), "", checks);
    }

    final void checkMetadata(ArgoChecks checks) {
        checks.name("metadata.name", name());
        if (!namespace().isEmpty()) {
            checks.namespace("metadata.namespace", namespace());
        }
        checks.labels("metadata.labels", labels());
        checks.annotations("metadata.annotations", annotations());
    }

    /** The metadata, with these annotations. */
    final MapTree.Builder metadata(MapTree written) {
        MapTree.Builder metadata = MapTree.builder().put("name", name());
        if (!namespace().isEmpty()) {
            metadata.put("namespace", namespace());
        }
        return metadata.putUnlessEmpty("labels", ArgoChecks.sorted(labels())).putUnlessEmpty("annotations", written);
    }
}
