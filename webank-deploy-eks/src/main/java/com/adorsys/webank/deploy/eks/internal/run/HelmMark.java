package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import java.util.Set;

/**
 * The Helm release that an object says it is of, by Helm's annotations.
 *
 * @param name the release's name; empty if the object is of none
 * @param namespace the release's namespace
 */
record HelmMark(String name, String namespace) {
    private static final String RELEASE = "meta.helm.sh/release-name";
    private static final String NAMESPACE = "meta.helm.sh/release-namespace";

    static HelmMark of(LiveObject live) {
        return new HelmMark(live.annotation(RELEASE), live.annotation(NAMESPACE));
    }

    boolean isNone() {
        return name.isEmpty();
    }

    /** Whether it is the release that is taken over into one of ours, whose namespace is the same. */
    boolean is(TakeOver takeOver, Release into) {
        return takeOver.isHelm() && name.equals(takeOver.helmRelease()) && namespace.equals(into.namespace());
    }

    /** Helm calls itself by the name of the program that it runs in; who set its annotation is it. */
    Set<String> managers(LiveObject live) {
        Set<String> managers = live.managers(Ownership.annotated(RELEASE));
        managers.addAll(HandOver.HELM);
        return managers;
    }

    /** {@code Helm release `webank/obs`}. */
    @Override
    public String toString() {
        return "Helm release " + Problem.quote(namespace + "/" + name);
    }
}
