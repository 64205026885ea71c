package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;

/**
 * How the model of a chart is rendered.
 *
 * @param posture the posture
 * @param patches what is changed afterwards, in the objects that each of them selects
 */
record Rendered(Posture posture, List<ManifestPatch> patches) {
    /** The objects with the patches. A chart may have none of those that a patch selects. */
    ManifestSet patched(ManifestSet manifests) {
        ManifestSet patched = manifests;
        for (ManifestPatch patch : patches) {
            if (meets(patch, patched)) {
                patched = patch.apply(patched);
            }
        }
        return patched;
    }

    static boolean meets(ManifestPatch patch, ManifestSet manifests) {
        return manifests.manifests().stream().anyMatch(patch.target());
    }
}
