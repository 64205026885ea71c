package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Ingresses that share one AWS load balancer. Immutable.
 *
 * <p>Everybody who can create Ingresses can join a group by its name. See <a
 * href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#ingressgroup">IngressGroup</a>.
 */
public final class AlbGroup {
    private final String name;
    private final @Nullable Integer order;

    private AlbGroup(String name, @Nullable Integer order) {
        this.name = name;
        this.order = order;
    }

    /**
     * A group.
     *
     * @param name at most 63 lower-case letters, digits, hyphens and dots, starting and ending with a letter or digit
     * @throws DeployException.InvalidInput if the name is invalid
     */
    public static AlbGroup of(String name) {
        ValueChecks checks = new ValueChecks("ingress.group");
        boolean good = !name.isEmpty()
                && name.length() <= 63
                && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.')
                && Character.isLetterOrDigit(name.charAt(0))
                && Character.isLetterOrDigit(name.charAt(name.length() - 1));
        if (!good) {
            checks.error(
                    ProblemCodes.NAME_INVALID,
                    "name",
                    Problem.quote(name) + " is not a valid name of a group of Ingresses",
                    "Use at most 63 lower-case letters, digits, hyphens and dots, starting and ending with a letter or digit");
        }
        checks.throwIfAny();
        return new AlbGroup(name, null);
    }

    /**
     * A copy with the order of this Ingress's rules in the group; lower numbers are evaluated first.
     *
     * @param place -1000 to 1000. Default of the controller: 0
     * @throws DeployException.InvalidInput if it is out of range
     */
    public AlbGroup withOrder(int place) {
        ValueChecks checks = new ValueChecks("ingress.group");
        checks.range("order", place, -1000, 1000);
        checks.throwIfAny();
        return new AlbGroup(name, place);
    }

    /** The group's name. */
    public String name() {
        return name;
    }

    /** The order of the Ingress's rules, if it is set. */
    public OptionalInt order() {
        return order == null ? OptionalInt.empty() : OptionalInt.of(order);
    }

    void putAnnotations(Map<String, String> all) {
        all.put(AlbIngress.PREFIX + "group.name", name);
        if (order != null) {
            all.put(AlbIngress.PREFIX + "group.order", order.toString());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AlbGroup that && name.equals(that.name) && order().equals(that.order());
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + order().hashCode();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
