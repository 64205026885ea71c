package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.eks.internal.fields.IgnoredFields;
import com.adorsys.webank.deploy.eks.internal.fields.OtherManagers;
import com.adorsys.webank.deploy.eks.internal.fields.OwnedFields;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.Digest;
import com.adorsys.webank.deploy.eks.internal.records.DigestKey;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.List;
import java.util.Set;

/**
 * An object as the server has it.
 *
 * @param tree the whole object
 */
record LiveObject(MapTree tree) {
    /** The annotation with which an object is kept though the set no longer has it. */
    private static final String PRUNE = Names.DOMAIN + "prune";

    /** The name under which fields are managed. */
    static final String MANAGER = "webank-deploy";

    String uid() {
        return ApiAnswer.metadata(tree, "uid");
    }

    String version() {
        return ApiAnswer.metadata(tree, "resourceVersion");
    }

    boolean isTerminating() {
        return !ApiAnswer.metadata(tree, "deletionTimestamp").isEmpty();
    }

    /** The id of the set that the object belongs to; empty if none. */
    String set() {
        return label(ApplySet.PART_OF);
    }

    String label(String key) {
        return entry("labels", key);
    }

    String annotation(String key) {
        return entry("annotations", key);
    }

    private String entry(String map, String key) {
        return Trees.text(tree, "metadata", map, key);
    }

    long generation() {
        return Trees.number(tree, 0, "metadata", "generation");
    }

    /** Whether some release applied it, or began to. */
    boolean isAppliedByUs() {
        return OwnedFields.isAppliedBy(tree, MANAGER);
    }

    /** The other managers of the object, without those that only write subresources. */
    Set<String> managers() {
        return OwnedFields.managers(tree, MANAGER);
    }

    /** The other managers of the object, with those that write subresources. */
    Set<String> writers() {
        return OwnedFields.writers(tree, MANAGER);
    }

    /** The other managers because of which fields stay that we no longer set. */
    OtherManagers others(Set<String> except) {
        return OtherManagers.of(tree, MANAGER, except);
    }

    /** The fields that we applied. */
    FieldSet applied() {
        return OwnedFields.of(tree, MANAGER);
    }

    /** The digest of what is ours in the object; none if the server cannot say what is. */
    Digest owned(MapTree desired, DigestKey key) {
        IgnoredFields ignored = IgnoredFields.of(desired);
        MapTree settled = ignored.isNone() ? tree : ignored.settled(tree, desired, MANAGER);
        return OwnedFields.digest(settled, MANAGER, desired).map(key::digest).orElse(Digest.none());
    }

    /** What would change if ignored fields were not ignored. */
    List<Difference> ignored(MapTree desired) {
        IgnoredFields ignored = IgnoredFields.of(desired);
        if (ignored.isNone()) {
            return List.of();
        }
        Manifest wanted = new LiveObject(ignored.wanted(tree, desired)).content();
        return ManifestDiff.between(ManifestSet.of(content()), ManifestSet.of(wanted))
                .objects()
                .get(0)
                .differences();
    }

    /** What a person wrote or would read: without status and what the server counts. */
    Manifest content() {
        MapTree metadata = Trees.map(tree, "metadata");
        MapTree.Builder kept = MapTree.builder();
        metadata.forEach((key, value) -> {
            if (key.equals("annotations")) {
                // The Deployment controller counts its roll-outs there.
                kept.putUnlessEmpty(key, Trees.map(value).without("deployment.kubernetes.io/revision"));
            } else if (!Schemas.isSetByServer(key)) {
                kept.put(key, value);
            }
        });
        return Manifest.of(tree.without("status").with("metadata", kept.build()));
    }

    /** Why nobody may delete the object; empty if nothing is said against it. */
    String keptBecause() {
        if (annotation(PRUNE).equals("keep")) {
            return "its annotation " + PRUNE + " says keep";
        }
        if (annotation("helm.sh/resource-policy").equals("keep")) {
            return "its annotation helm.sh/resource-policy says keep";
        }
        if (annotation("kustomize.toolkit.fluxcd.io/prune").equals("disabled")) {
            return "its annotation kustomize.toolkit.fluxcd.io/prune says disabled";
        }
        for (String option : annotation("argocd.argoproj.io/sync-options").split(",", -1)) {
            if (option.strip().equals("Prune=false") || option.strip().equals("Delete=false")) {
                return "its annotation argocd.argoproj.io/sync-options says " + option.strip();
            }
        }
        return "";
    }

    /** The uid. */
    @Override
    public String toString() {
        return "live object " + uid();
    }
}
