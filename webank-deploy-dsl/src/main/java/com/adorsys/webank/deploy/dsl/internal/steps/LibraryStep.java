package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.PostureStep;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import java.util.ArrayList;
import java.util.List;

/** A step of this library. Its results are valid manifests, which are not checked again. */
public abstract class LibraryStep extends PostureStep {
    static final String KUBERNETES = "https://kubernetes.io/docs/";

    private final String reference;

    LibraryStep(String name, Phase phase, ChangeClass effect, String reason, String reference) {
        super(name, phase, effect, reason);
        this.reference = reference;
    }

    @Override
    public final String reference() {
        return reference;
    }

    /** Changes one part; a step that needs all of them overrides {@link #applyTo}. */
    @Override
    public ReleasePart apply(ReleasePart part) {
        return part;
    }

    /** Changes the parts of a release. */
    public List<ReleasePart> applyTo(List<ReleasePart> parts, StepContext context) {
        List<ReleasePart> changed = new ArrayList<>(parts.size());
        for (ReleasePart part : parts) {
            changed.add(apply(part));
        }
        return changed;
    }
}
