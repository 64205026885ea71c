package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.argocd.ResourceKind;
import com.adorsys.webank.deploy.check.Waiver;
import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import java.util.List;
import java.util.Set;

/** The {@code plus} methods of {@link Environment}: copies with further patches, waivers and allowed kinds and namespaces. */
interface PlusEnvironment {
    List<ManifestPatch> patches();

    List<Waiver> waivers();

    Set<ResourceKind> allowedClusterKinds();

    Set<String> allowedNamespaces();

    Environment withPatches(Iterable<? extends ManifestPatch> elements);

    Environment withWaivers(Iterable<? extends Waiver> elements);

    Environment withAllowedClusterKinds(Iterable<? extends ResourceKind> elements);

    Environment withAllowedNamespaces(Iterable<String> elements);

    /** A copy with one more patch, which is applied after the others; short for {@link #plusPatches}. */
    default Environment withPatch(ManifestPatch patch) {
        return plusPatches(patch);
    }

    /** A copy with more patches, which are applied after the others. */
    default Environment plusPatches(ManifestPatch... patches) {
        return withPatches(Additions.to(patches(), patches));
    }

    /** A copy with one more waiver; short for {@link #plusWaivers}. */
    default Environment withWaiver(Waiver waiver) {
        return plusWaivers(waiver);
    }

    /** A copy with more waivers. */
    default Environment plusWaivers(Waiver... waivers) {
        return withWaivers(Additions.to(waivers(), waivers));
    }

    /** A copy whose Argo CD project allows more kinds without namespaces; short for {@link #plusAllowedClusterKinds}. */
    default Environment allowClusterKinds(ResourceKind... kinds) {
        return plusAllowedClusterKinds(kinds);
    }

    /** A copy whose Argo CD project allows more kinds without namespaces. */
    default Environment plusAllowedClusterKinds(ResourceKind... kinds) {
        return withAllowedClusterKinds(Additions.to(allowedClusterKinds(), kinds));
    }

    /**
     * A copy whose Argo CD project allows more namespaces; short for {@link #plusAllowedNamespaces}.
     *
     * @throws DeployException.InvalidInput if a name is outside its grammar
     */
    default Environment allowNamespaces(String... namespaces) {
        return plusAllowedNamespaces(namespaces);
    }

    /**
     * A copy whose Argo CD project allows more namespaces.
     *
     * @throws DeployException.InvalidInput if a name is outside its grammar
     */
    default Environment plusAllowedNamespaces(String... namespaces) {
        return withAllowedNamespaces(Additions.to(allowedNamespaces(), namespaces));
    }
}
