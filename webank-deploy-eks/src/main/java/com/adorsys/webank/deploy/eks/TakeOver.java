package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.Objects;
import java.util.Optional;

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

    /** What deployed the objects. */
    public enum Tool {
        /** Any command of kubectl. */
        KUBECTL,
        /** Helm. */
        HELM,
        /** Argo CD, by an Application. */
        ARGO_CD,
        /** Flux, by a Kustomization. */
        FLUX,
        /** Any other, known by the name of its field manager. */
        MANAGER
    }

    private final Tool tool;
    private final String namespace;
    private final String name;
    private final boolean removesRecords;

    private TakeOver(Tool tool, String namespace, String name, boolean removesRecords) {
        this.tool = tool;
        this.namespace = namespace;
        this.name = name;
        this.removesRecords = removesRecords;
    }

    /** What {@code kubectl} made, applied or edited, by any of its commands. */
    public static TakeOver kubectl() {
        return new TakeOver(Tool.KUBECTL, "", "", false);
    }

    /**
     * What a field manager applied or wrote, such as {@code kustomize-controller}, {@code argocd-controller}, or any other that
     * {@code kubectl get --show-managed-fields} names. Objects of a Helm release become this one's by {@link #helm} only.
     *
     * <p>Where the labels or the tracking id of an object show an Application of Argo CD, or a Kustomization or HelmRelease of
     * Flux, that writes it as this manager, plans have the problems that {@link #argoCd} and {@link #flux} describe.
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
        return new TakeOver(Tool.MANAGER, "", name, false);
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
        return new TakeOver(Tool.HELM, "", release, false);
    }

    /**
     * What an Application of Argo CD deploys. Its label and its tracking id are removed.
     *
     * <p>Argo CD would undo the take-over. As long as an Application with this name syncs automatically, plans have an error
     * with the command that switches it off; afterwards a warning says how to delete it without its objects.
     *
     * @param application the name of the Application, or {@code NAMESPACE/NAME} where several have the name
     * @throws DeployException.InvalidInput if no Application can have the name
     */
    public static TakeOver argoCd(String application) {
        return named(Tool.ARGO_CD, "takeOver.argoCd", application);
    }

    /**
     * What a Kustomization of Flux deploys. Its labels are removed. What a HelmRelease deploys is taken over by {@link #helm}.
     *
     * <p>Flux would undo the take-over. As long as a Kustomization with this name is not suspended, plans have an error with
     * the command that suspends it; afterwards a warning says how to delete it without its objects.
     *
     * @param kustomization the name of the Kustomization, or {@code NAMESPACE/NAME} where several have the name
     * @throws DeployException.InvalidInput if no Kustomization can have the name
     */
    public static TakeOver flux(String kustomization) {
        return named(Tool.FLUX, "takeOver.flux", kustomization);
    }

    private static TakeOver named(Tool tool, String place, String text) {
        int slash = text.indexOf('/');
        String namespace = slash < 0 ? "" : text.substring(0, slash);
        String name = text.substring(slash + 1);
        Names.subdomain(name)
                .or(() -> slash < 0 ? Optional.empty() : Names.label(namespace))
                .ifPresent(rule -> {
                    throw new DeployException.InvalidInput(Problem.error(
                            ProblemCodes.NAME_INVALID,
                            Location.of(place),
                            Problem.quote(text) + " is not a valid name: " + rule,
                            "write NAME or NAMESPACE/NAME"));
                });
        return new TakeOver(tool, namespace, name, false);
    }

    /**
     * The same, and Helm's records of the release are copied to Secrets that Helm does not see, then deleted, once
     * everything is applied: afterwards Helm knows nothing of the release, and {@code helm uninstall} harms nothing.
     */
    public TakeOver removingRecords() {
        return new TakeOver(tool, namespace, name, isHelm());
    }

    /** What deployed the objects. */
    public Tool tool() {
        return tool;
    }

    /** The Helm release, Application, Kustomization or field manager; empty for kubectl. */
    public String name() {
        return name;
    }

    /** The namespace of the Application or Kustomization; empty if it is any. */
    public String namespace() {
        return namespace;
    }

    /** Whether this is about a Helm release. */
    public boolean isHelm() {
        return tool == Tool.HELM;
    }

    /** The Helm release; empty if this is about another tool. */
    public String helmRelease() {
        return isHelm() ? name : "";
    }

    /** The field manager; empty for the tools that are known by name. */
    public String manager() {
        return tool == Tool.MANAGER ? name : "";
    }

    /** Whether Helm's records are archived and deleted. */
    public boolean removesRecords() {
        return removesRecords;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TakeOver that
                && tool == that.tool
                && namespace.equals(that.namespace)
                && name.equals(that.name)
                && removesRecords == that.removesRecords;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tool.ordinal(), namespace, name, removesRecords);
    }

    @Override
    public String toString() {
        String full = namespace.isEmpty() ? name : namespace + "/" + name;
        return switch (tool) {
            case KUBECTL -> "kubectl";
            case HELM -> "Helm release " + full;
            case ARGO_CD -> "Argo CD Application " + full;
            case FLUX -> "Flux Kustomization " + full;
            case MANAGER -> "manager " + full;
        };
    }
}
