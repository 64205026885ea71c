package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.TreeValue;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Trees;

/**
 * The requests and limits of containers that set none, and the highest limits: a LimitRange of Kubernetes. Immutable.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">Limit Ranges</a>
 */
public final class NamespaceLimits extends TreeValue {
    private NamespaceLimits(MapTree item) {
        super(item);
    }

    /**
     * Requests and limits of containers that set none.
     *
     * @param defaults amounts of {@code cpu}, {@code memory} and {@code ephemeral-storage}; {@code Resources.none()} for none
     * @throws DeployException.InvalidInput if it has another resource, or an amount is not a quantity
     */
    public static NamespaceLimits of(Resources defaults) {
        MapTree item = MapTree.of("type", "Container");
        for (Amount amount : Amount.of("limits", defaults)) {
            String key = amount.part().equals("limits") ? "default" : "defaultRequest";
            item = Trees.with(item, text(amount), key, amount.resource());
        }
        return new NamespaceLimits(item);
    }

    /**
     * A copy with the highest limit that a container may have. It is also the default of the limit, if there is none.
     *
     * @param resource {@code cpu}, {@code memory} or {@code ephemeral-storage}
     * @param amount such as {@code 2Gi}
     * @throws DeployException.InvalidInput if the amount is not a quantity, or lower than a default
     */
    public NamespaceLimits withMax(String resource, String amount) {
        Amount max = Amount.of("limits.max", "limits", resource, amount);
        for (String key : new String[] {"default", "defaultRequest"}) {
            String present = Trees.text(tree(), key, resource);
            if (!present.isEmpty() && ResourceQuantity.parse(present).compareTo(ResourceQuantity.parse(amount)) > 0) {
                throw Amount.invalid(
                        ProblemCodes.OUT_OF_RANGE,
                        "limits.max",
                        "the maximum `" + amount + "` of " + resource + " is lower than the default `" + present + "`",
                        "raise the maximum or lower the default");
            }
        }
        return new NamespaceLimits(Trees.with(tree(), text(max), "max", resource));
    }

    private static ScalarTree text(Amount amount) {
        return ScalarTree.of(amount.text());
    }
}
