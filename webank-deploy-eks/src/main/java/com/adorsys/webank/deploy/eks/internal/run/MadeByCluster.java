package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import java.util.Set;

/** Tells which objects the cluster made: {@code kubectl get --output yaml} shows them among those that people made. */
final class MadeByCluster {
    private static final Set<String> CONTROL_PLANE =
            Set.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet");

    private MadeByCluster() {}

    /** Who made an object, for people; empty if the cluster did not. */
    static String maker(ResourceId id, LiveObject live) {
        for (LiveObject owner : live.list("metadata", "ownerReferences")) {
            if (owner.flag("controller")) {
                return "it was made by " + Problem.quote(owner.kind() + "/" + owner.text("name"));
            }
        }
        if (id.kind().equals("ServiceAccount") && id.name().equals("default")) {
            return "the cluster makes it in each namespace";
        }
        Set<String> managers = live.managers();
        return live.isTracked() && !managers.isEmpty() && CONTROL_PLANE.containsAll(managers)
                ? "it was made by the cluster (`" + String.join("`, `", managers) + "`)"
                : "";
    }
}
