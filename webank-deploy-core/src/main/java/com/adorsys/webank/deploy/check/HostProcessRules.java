package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import org.jspecify.annotations.Nullable;

/**
 * The rules of pods whose containers are processes of a node with Windows.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/">HostProcess pods</a>
 */
final class HostProcessRules {
    private static final String KEY = "securityContext.windowsOptions.hostProcess";

    private HostProcessRules() {}

    static void check(Pods pods, Report report) {
        Boolean ofPod = hostProcess(pods.spec());
        int count = 0;
        for (Pods.Container container : pods.containers()) {
            Boolean ofContainer = hostProcess(container.tree());
            if (ofPod != null && ofContainer != null && !ofPod.equals(ofContainer)) {
                report.error(
                        ProblemCodes.EXCLUSIVE_KEYS,
                        container.path(KEY),
                        "`hostProcess` is `" + ofContainer + "`, and `" + ofPod + "` for the whole pod",
                        "remove it, or write the same value in both places");
            }
            if (ofContainer != null ? ofContainer : ofPod != null && ofPod) {
                count++;
            }
        }
        if (count == 0) {
            return;
        }
        if (count < pods.containers().size()) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    pods.path("containers"),
                    "only some of the containers have `hostProcess: true`",
                    "write it in `" + KEY + "` of the pod, or remove it");
        }
        if (!Trees.isTrue(pods.spec(), "hostNetwork")) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    pods.path("hostNetwork"),
                    "containers with `hostProcess: true` need the network of their node",
                    "write `hostNetwork: true`");
        }
    }

    /** What a pod or a container says; null if it says nothing. */
    private static @Nullable Boolean hostProcess(MapTree tree) {
        MapTree options = Trees.map(tree, "securityContext", "windowsOptions");
        if (Trees.isTrue(options, "hostProcess")) {
            return true;
        }
        return Trees.isFalse(options, "hostProcess") ? false : null;
    }
}
