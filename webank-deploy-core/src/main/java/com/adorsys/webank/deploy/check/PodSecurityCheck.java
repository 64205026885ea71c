package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.List;

/** See {@link Checks#podSecurity()}. */
final class PodSecurityCheck implements Check {
    static final PodSecurityCheck WARNINGS =
            new PodSecurityCheck(PodSecurityLevel.RESTRICTED, Severity.WARNING, Targets.any());

    private final PodSecurityLevel level;
    private final Severity severity;
    private final Targets targets;

    PodSecurityCheck(PodSecurityLevel level, Severity severity, Targets targets) {
        this.level = level;
        this.severity = severity;
        this.targets = targets;
    }

    @Override
    public String name() {
        return "podSecurity";
    }

    @Override
    public Reach reach() {
        return Reach.OBJECT;
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        for (Manifest manifest : manifests.manifests()) {
            Pods pods = Pods.of(manifest);
            if (pods != null) {
                new PodSecurityRules(this, pods, new Report(manifest, manifests, into)).check();
            }
        }
    }

    Severity severity() {
        return severity;
    }

    boolean isRestricted() {
        return level == PodSecurityLevel.RESTRICTED;
    }

    /** Whether the rules of a version of Kubernetes apply. Default: those of every version do. */
    boolean isSince(String version) {
        ProductVersion target = targets.kubernetes().orElse(null);
        return target == null || target.compareTo(ProductVersion.kubernetes(version)) >= 0;
    }
}
