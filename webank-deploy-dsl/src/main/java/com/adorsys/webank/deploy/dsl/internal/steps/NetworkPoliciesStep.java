package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import java.util.List;

/** Denies all connections of the release's pods, then allows those that they need. */
final class NetworkPoliciesStep extends LibraryStep {
    NetworkPoliciesStep() {
        super(
                "network-policies",
                Phase.RELEASE,
                ChangeClass.CONFIGURATION,
                "a pod that is taken over reaches nothing but what its component needs, and nothing else reaches it",
                KUBERNETES + "concepts/services-networking/network-policies/");
    }

    @Override
    public List<ReleasePart> applyTo(List<ReleasePart> parts, StepContext context) {
        return new NetworkPolicies(parts, context).applied();
    }
}
