package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.records.RecordNames;
import java.util.Set;

/** Tells which objects the cluster made: {@code kubectl get --output yaml} shows them among those that people made. */
final class MadeByCluster {
    private static final Set<String> CONTROL_PLANE =
            Set.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet");

    private static final Set<String> EVENTS = Set.of("", "events.k8s.io");

    private MadeByCluster() {}

    /**
     * Who made an object, for people; empty if the cluster did not.
     *
     * @param live the object, or a manifest that may be a copy of one
     */
    static String maker(ResourceId id, LiveObject live) {
        for (LiveObject owner : live.list("metadata", "ownerReferences")) {
            if (owner.flag("controller")) {
                return "it was made by " + Problem.quote(owner.kind() + "/" + owner.text("name"));
            }
        }
        boolean ofNamespace = id.kind().equals("ServiceAccount") && id.name().equals("default")
                || id.kind().equals("ConfigMap") && id.name().equals("kube-root-ca.crt");
        if (ofNamespace && id.group().isEmpty()) {
            return "the cluster makes it in each namespace";
        }
        boolean ofService = id.kind().equals("Endpoints")
                && !live.text("metadata", "labels", "endpoints.kubernetes.io/managed-by")
                        .isEmpty();
        if (ofService || id.kind().equals("Event") && EVENTS.contains(id.group())) {
            return "it was made by the cluster";
        }
        if (RecordNames.areOnRecord(live.tree())) {
            return "it is a record of a release";
        }
        Set<String> managers = live.managers();
        return live.isTracked() && !managers.isEmpty() && CONTROL_PLANE.containsAll(managers)
                ? "it was made by the cluster (`" + String.join("`, `", managers) + "`)"
                : "";
    }
}
