package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.Collections;
import java.util.List;

/** A rendered release: its manifests, and what the posture warns of. Immutable. */
public final class Rendering {
    private final ManifestSet manifests;
    private final List<Problem> warnings;
    private final List<Problem> missing;

    /** A rendering; the caller must not change the lists afterwards. */
    Rendering(ManifestSet manifests, List<Problem> warnings, List<Problem> missing) {
        this.manifests = manifests;
        this.warnings = Collections.unmodifiableList(warnings);
        this.missing = Collections.unmodifiableList(missing);
    }

    /** All manifests. */
    public ManifestSet manifests() {
        return manifests;
    }

    /** What the posture warns of, by paths in the model. */
    public List<Problem> warnings() {
        return warnings;
    }

    /**
     * Settings that are missing in the model and without which the manifests are valid but do not work in a cluster, such as
     * the subnets of the load balancer: the posture never guesses them, and never opens what they would open. Warnings by
     * paths in the model; an {@link com.adorsys.webank.deploy.dsl.environment.Environment Environment} takes them for errors.
     */
    public List<Problem> missing() {
        return missing;
    }
}
