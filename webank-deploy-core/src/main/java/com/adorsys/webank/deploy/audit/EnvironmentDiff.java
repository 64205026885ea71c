package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;

/** What changed in one environment. Immutable. */
public final class EnvironmentDiff {
    private final String name;
    private final ManifestDiff objects;
    private final List<Problem> began;
    private final List<Problem> ceased;

    private EnvironmentDiff(String name, ManifestDiff objects, List<Problem> began, List<Problem> ceased) {
        this.name = name;
        this.objects = objects;
        this.began = List.copyOf(began);
        this.ceased = List.copyOf(ceased);
    }

    static EnvironmentDiff of(String name, ManifestSet before, ManifestSet after, CheckResults checks) {
        ManifestDiff objects = ManifestDiff.between(before, after);
        if (objects.isEmpty()) {
            return new EnvironmentDiff(name, objects, List.of(), List.of());
        }
        List<Problem> old = checks.of(before);
        List<Problem> now = checks.of(after);
        return new EnvironmentDiff(name, objects, ProblemIdentity.without(now, old), ProblemIdentity.without(old, now));
    }

    /** The environment's folder, such as {@code environments/dev}. */
    public String name() {
        return name;
    }

    /** What changed, object by object. */
    public ManifestDiff objects() {
        return objects;
    }

    /** The problems that the checks find now and did not find before. */
    public List<Problem> began() {
        return began;
    }

    /** The problems that the checks found before and do not find now. */
    public List<Problem> ceased() {
        return ceased;
    }

    /** The environment and how many objects changed. */
    @Override
    public String toString() {
        return name + ": " + DiffText.counts(objects);
    }
}
