package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.Objects;

/**
 * The tool whose objects and fields a release takes over, without a restart. Immutable.
 *
 * <p>Objects in the desired set that the tool made become the release's. In these, and in objects that the release has
 * already, the tool's fields are handed over on every run, so that what the desired set does not have is removed. If the tool
 * holds nothing, a warning says so.
 */
public final class TakeOver {
    /** The server's limit for the name of a field manager. */
    private static final int LONGEST_MANAGER = 128;

    private final String helmRelease;
    private final boolean removesRecords;
    private final String manager;

    private TakeOver(String helmRelease, boolean removesRecords, String manager) {
        this.helmRelease = helmRelease;
        this.removesRecords = removesRecords;
        this.manager = manager;
    }

    /** What {@code kubectl} made, applied or edited, by any of its commands. */
    public static TakeOver kubectl() {
        return new TakeOver("", false, "");
    }

    /**
     * What a field manager applied or wrote, such as {@code kustomize-controller}, {@code argocd-controller}, or any other that
     * {@code kubectl get --show-managed-fields} names. Objects of a Helm release become this one's by {@link #helm} only.
     *
     * @param name the manager's name, in full
     * @throws DeployException.InvalidInput if no manager can have the name
     */
    public static TakeOver manager(String name) {
        boolean printable = name.codePoints().allMatch(c -> c >= ' ' && !Character.isISOControl(c));
        if (name.isBlank() || name.length() > LONGEST_MANAGER || !printable) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.MANAGER_INVALID,
                    Location.of("takeOver.manager"),
                    "the field manager " + Problem.quote(name) + " is not allowed: its name has 1 to " + LONGEST_MANAGER
                            + " printable characters",
                    "name it as `kubectl get --show-managed-fields` shows it"));
        }
        return new TakeOver("", false, name);
    }

    /**
     * What a Helm release of the same namespace made.
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
                    ProblemCodes.RELEASE_INVALID,
                    Location.of("takeOver.helm"),
                    "the Helm release " + Problem.quote(release) + " is not allowed: " + rule,
                    "name it as `helm list` shows it"));
        });
        return new TakeOver(release, false, "");
    }

    /**
     * The same, and Helm's records of the release are copied to Secrets that Helm does not see, then deleted, once
     * everything is applied: afterwards Helm knows nothing of the release, and {@code helm uninstall} harms nothing.
     */
    public TakeOver removingRecords() {
        return new TakeOver(helmRelease, !helmRelease.isEmpty(), manager);
    }

    /** Whether this is about a Helm release. */
    public boolean isHelm() {
        return !helmRelease.isEmpty();
    }

    /** The Helm release; empty if this is about another tool. */
    public String helmRelease() {
        return helmRelease;
    }

    /** The field manager; empty for Helm and kubectl. */
    public String manager() {
        return manager;
    }

    /** Whether Helm's records are archived and deleted. */
    public boolean removesRecords() {
        return removesRecords;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TakeOver that
                && helmRelease.equals(that.helmRelease)
                && removesRecords == that.removesRecords
                && manager.equals(that.manager);
    }

    @Override
    public int hashCode() {
        return Objects.hash(helmRelease, removesRecords, manager);
    }

    @Override
    public String toString() {
        return isHelm() ? "Helm release " + helmRelease : manager.isEmpty() ? "kubectl" : "manager " + manager;
    }
}
