package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.rbac.Rbac;
import com.adorsys.webank.deploy.eks.internal.rbac.ReleaseRoles;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;

/**
 * The least rights in a cluster with which a deployer can run, as Roles of Kubernetes. Immutable.
 *
 * <p>Objects are named in the rules, so an object that the sets do not have can be neither read nor changed. Give the rights
 * again before a set with other objects is applied. RBAC cannot limit three rights by name:
 *
 * <ul>
 *   <li>{@code create} of ConfigMaps and Leases in the namespace of the release
 *   <li>{@code get}, {@code list}, {@code create} and {@code delete} of Secrets there, since each revision is a Secret: a
 *       deployer can read every Secret in the namespace of the release
 * </ul>
 *
 * <p>If a set has Roles or RoleBindings, the API server also requires that the deployer has every right that they give
 * ({@code escalate} and {@code bind} would let it give itself any right, and are never in these rules): bind such a Role to the
 * deployer by hand, or leave Roles to whoever manages the cluster. Whoever can write workloads can run any image with any
 * ServiceAccount and Secret of their namespace.
 *
 * <p>The resource of a custom kind is named by its CustomResourceDefinition if the set has it, or else by the plural that
 * Kubernetes derives from the kind.
 *
 * <p>Not included: the Namespace of {@link DeployOptions.OwnNamespace#CREATE}, what only {@link DeployOptions#takenOver()}
 * requires, and rights by which a run only reports more, such as reading quotas. Without {@code list} and {@code watch} of the
 * objects, a run reads them one by one.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/">RBAC</a>
 */
public final class DeployerRights {
    private final List<Manifest> roles;

    private DeployerRights(List<Manifest> roles) {
        this.roles = List.copyOf(roles);
    }

    /**
     * The rights for {@code plan}, {@code status} and {@code history}.
     *
     * <p>A dry run requires the verbs of the write, {@code patch} and {@code create}, so these rights are not read-only. A plan
     * shows every change, and reports the rights that {@code apply} requires besides as {@code PERMISSION_MISSING}.
     *
     * @param sets the desired objects, and those that the release has now
     * @throws DeployException.InvalidInput if it is not known whether a custom kind has a namespace
     */
    public static DeployerRights toPlan(Release release, ManifestSet... sets) {
        return new DeployerRights(ReleaseRoles.toPlan(release, sets));
    }

    /**
     * The rights for every run: {@code plan}, {@code apply} with waiting and pruning, {@code status}, {@code history}, {@code
     * rollback} and {@code delete}.
     *
     * @param sets the desired objects, and all that the release has now or a rollback brings back
     * @throws DeployException.InvalidInput if it is not known whether a custom kind has a namespace
     */
    public static DeployerRights toApply(Release release, ManifestSet... sets) {
        return new DeployerRights(ReleaseRoles.toApply(release, sets));
    }

    /**
     * The rights for waiting for Argo CD: {@link ArgoSync#role}.
     *
     * @param namespace the namespace of the Applications
     * @param applications the names of the Applications; all of the namespace if none is given
     */
    public static DeployerRights toWait(String namespace, String... applications) {
        return new DeployerRights(List.of(ArgoSync.role(namespace, applications)));
    }

    /**
     * These rights, and those to read why a roll-out fails: Pods, their logs, ReplicaSets and events in the namespace of the
     * release. Without them a failed wait says only which object is not ready.
     */
    public DeployerRights plusDiagnosis(Release release) {
        List<Manifest> more = new ArrayList<>(roles);
        more.add(ReleaseRoles.toDiagnose(release));
        return new DeployerRights(more);
    }

    /** The Roles, one for each namespace, and a ClusterRole if there are objects without a namespace. */
    public ManifestSet roles() {
        return ManifestSet.of(roles);
    }

    /**
     * The Roles, and their bindings to a group of users, such as the group of an access entry of EKS.
     *
     * @throws DeployException.InvalidInput if the name is empty, or starts with {@code system:}, which EKS refuses
     */
    public ManifestSet boundToGroup(String group) {
        if (group.isBlank() || group.startsWith("system:")) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.NAME_INVALID,
                    Location.of("group"),
                    "the group " + Problem.quote(group) + " cannot be the group of a deployer",
                    "choose a name of your own, such as `webank-deployers`"));
        }
        return bound(Rbac.group(group));
    }

    /**
     * The Roles, and their bindings to a ServiceAccount.
     *
     * @throws DeployException.InvalidInput if a name is invalid
     */
    public ManifestSet boundToServiceAccount(String namespace, String name) {
        List<Problem> problems = new ArrayList<>();
        Names.label(namespace).ifPresent(rule -> problems.add(invalid("namespace", namespace, rule)));
        Names.subdomain(name).ifPresent(rule -> problems.add(invalid("serviceAccount", name, rule)));
        DeployException.InvalidInput.throwIfErrors(problems);
        return bound(Rbac.serviceAccount(namespace, name));
    }

    private static Problem invalid(String part, String name, String rule) {
        return Problem.error(
                ProblemCodes.NAME_INVALID,
                Location.of(part),
                Problem.quote(name) + " is not a valid name: " + rule,
                "change it");
    }

    private ManifestSet bound(MapTree subject) {
        List<Manifest> all = new ArrayList<>(roles);
        for (Manifest role : roles) {
            all.add(Rbac.binding(role, subject));
        }
        return ManifestSet.of(all);
    }
}
