package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Optional;

/**
 * The ServiceAccount with which Argo CD syncs into a destination, in place of its own, if impersonation is switched on.
 * Immutable. Since Argo CD 2.13.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/app-sync-using-impersonation/">Application Sync
 *     using impersonation</a>
 */
public final class DestinationServiceAccount {
    private final MapTree tree;

    private DestinationServiceAccount(MapTree tree) {
        this.tree = tree;
    }

    /**
     * The ServiceAccount of a destination.
     *
     * @param destination a cluster by its address, and a namespace; {@link Destination#of(MapTree)} may have {@code *}
     * @param serviceAccount the name, or {@code NAMESPACE:NAME} if it is in another namespace than the destination's
     * @throws DeployException.InvalidInput if the cluster is given by its name, or the ServiceAccount is outside its grammar
     */
    public static DestinationServiceAccount of(Destination destination, String serviceAccount) {
        ArgoChecks checks = new ArgoChecks("spec.destinationServiceAccounts");
        MapTree place = destination.tree();
        if (place.string("server").isEmpty() || place.has("name")) {
            checks.error(
                    ProblemCodes.MISSING_KEY,
                    "server",
                    "the cluster is not given by its address",
                    "give the address of its API server");
        }
        int colon = serviceAccount.indexOf(':');
        Optional<String> rule = Names.subdomain(serviceAccount.substring(colon + 1))
                .or(() -> colon < 0 ? Optional.empty() : Names.label(serviceAccount.substring(0, colon)));
        if (rule.isPresent()) {
            checks.error(
                    ProblemCodes.NAME_INVALID,
                    "defaultServiceAccount",
                    Problem.quote(serviceAccount) + " is not a ServiceAccount",
                    rule.get());
        }
        checks.throwIfAny();
        return new DestinationServiceAccount(place.with("defaultServiceAccount", serviceAccount));
    }

    static DestinationServiceAccount read(MapTree tree) {
        return of(
                Destination.of(tree.without("defaultServiceAccount")),
                tree.string("defaultServiceAccount").orElse(""));
    }

    MapTree tree() {
        return tree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DestinationServiceAccount that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return Destination.of(tree) + " by "
                + tree.string("defaultServiceAccount").orElse("");
    }
}
