package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.TreeValue;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;

/**
 * The most that all pods of a namespace may request and be limited to: a ResourceQuota of Kubernetes. Immutable.
 *
 * <p>A quota that is too low for the environment is an error, and so is a container that does not set what the quota counts of
 * cpu and memory: Kubernetes refuses its pods.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">Resource Quotas</a>
 */
public final class NamespaceQuota extends TreeValue {
    private NamespaceQuota(MapTree hard) {
        super(hard);
    }

    /**
     * A quota for the sum of the requests and of the limits of all pods: {@code Resources.request("4", "8Gi").withLimits("8",
     * "16Gi")}.
     *
     * @param resources amounts of {@code cpu}, {@code memory} and {@code ephemeral-storage}
     * @throws DeployException.InvalidInput if it has another resource, or an amount is not a quantity
     */
    public static NamespaceQuota of(Resources resources) {
        MapTree.Builder hard = MapTree.builder(8);
        for (Amount amount : Amount.of("quota", resources)) {
            hard.put(amount.part() + "." + amount.resource(), amount.text());
        }
        return new NamespaceQuota(hard.build());
    }

    /**
     * A copy with a maximum number of pods, those that have ended left out.
     *
     * @param pods 1 or more
     * @throws DeployException.InvalidInput if the number is lower
     */
    public NamespaceQuota withPods(int pods) {
        if (pods < 1) {
            throw Amount.invalid(
                    ProblemCodes.OUT_OF_RANGE,
                    "quota.pods",
                    "`" + pods + "` is less than 1",
                    "give the number of pods that may run at one time");
        }
        return new NamespaceQuota(tree().with("pods", ScalarTree.of(Integer.toString(pods))));
    }
}
