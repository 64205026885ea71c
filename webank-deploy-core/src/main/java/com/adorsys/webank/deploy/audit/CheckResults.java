package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** The problems of manifest sets; those of a set that is compared twice are found once. */
final class CheckResults {
    private final Checks checks;
    private final Map<ManifestSet, List<Problem>> known = new WeakHashMap<>();

    private CheckResults(Checks checks) {
        this.checks = checks;
    }

    static CheckResults of(Checks checks) {
        return new CheckResults(checks);
    }

    List<Problem> of(ManifestSet manifests) {
        return known.computeIfAbsent(manifests, checks::check);
    }
}
