package com.adorsys.webank.deploy.assertions;

import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the changes between two sets; created by {@link ManifestSetAssert#differsFrom}. */
public final class ManifestDiffAssert extends AbstractAssert<ManifestDiffAssert, ManifestDiff> {
    ManifestDiffAssert(ManifestDiff actual) {
        super(actual, ManifestDiffAssert.class);
    }

    /** Fails unless the worst change is of this class. */
    public ManifestDiffAssert by(ChangeClass expected) {
        isNotNull();
        if (actual.changeClass() != expected) {
            throw failure("%s", message("is " + actual.changeClass() + ", not " + expected));
        }
        return this;
    }

    /** Fails if a change is worse than this class. */
    public ManifestDiffAssert byAtMost(ChangeClass worst) {
        isNotNull();
        if (actual.changeClass().compareTo(worst) > 0) {
            throw failure("%s", message("is " + actual.changeClass() + ", worse than " + worst));
        }
        return this;
    }

    private String message(String fact) {
        return actual.isEmpty()
                ? "The worst change " + fact + ": the manifests are equal"
                : "The worst change " + fact + ":" + Texts.indented(actual.text());
    }
}
