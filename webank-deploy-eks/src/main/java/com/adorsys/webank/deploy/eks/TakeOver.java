package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;

/**
 * Whose objects a release takes over, without a restart: what the other tool managed is handed to this one, so that what
 * the desired set leaves out really goes. Immutable.
 */
public final class TakeOver {
    private final String helmRelease;
    private final boolean removesRecords;

    private TakeOver(String helmRelease, boolean removesRecords) {
        this.helmRelease = helmRelease;
        this.removesRecords = removesRecords;
    }

    /** The objects in the desired set that {@code kubectl apply} or {@code kubectl create} made. */
    public static TakeOver kubectl() {
        return new TakeOver("", false);
    }

    /**
     * The objects in the desired set that a Helm release of the same namespace made.
     *
     * <p>Helm's own records, Secrets of type {@code helm.sh/release.v1}, stay: as long as one exists, {@code helm
     * uninstall} deletes every object that it lists, whoever manages it by then. {@link #removingRecords()} closes that.
     * An object of the Helm release that is not in the desired set stays as it is, and the plan warns of it. If an earlier
     * take-over made it this release's, it is pruned or kept like any other object of the release.
     *
     * @param release the release's name in Helm
     * @throws DeployException.InvalidInput if it is no name of a release
     */
    public static TakeOver helm(String release) {
        Names.release(release).ifPresent(rule -> {
            throw new DeployException.InvalidInput(Problem.error(
                    "RELEASE_INVALID",
                    Location.of("takeOver.helm"),
                    "the Helm release " + Problem.quote(release) + " is not allowed: " + rule,
                    "name it as `helm list` shows it"));
        });
        return new TakeOver(release, false);
    }

    /**
     * The same, and Helm's records of the release are copied to Secrets that Helm does not see, then deleted, once
     * everything is applied: afterwards Helm knows nothing of the release, and {@code helm uninstall} harms nothing.
     */
    public TakeOver removingRecords() {
        return new TakeOver(helmRelease, !helmRelease.isEmpty());
    }

    /** Whether this is about a Helm release. */
    public boolean isHelm() {
        return !helmRelease.isEmpty();
    }

    /** The Helm release; empty for kubectl. */
    public String helmRelease() {
        return helmRelease;
    }

    /** Whether Helm's records are archived and deleted. */
    public boolean removesRecords() {
        return removesRecords;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TakeOver that
                && helmRelease.equals(that.helmRelease)
                && removesRecords == that.removesRecords;
    }

    @Override
    public int hashCode() {
        return 31 * helmRelease.hashCode() + Boolean.hashCode(removesRecords);
    }

    @Override
    public String toString() {
        return isHelm() ? "Helm release " + helmRelease : "kubectl";
    }
}
