package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;

/**
 * The kinds of objects that a project's Applications may have. Immutable.
 *
 * <p>In Argo CD an empty list of kinds without a namespace allows none, and an empty list of kinds with a namespace allows
 * all; so both lists are always written, except for a project that was read and has none.
 */
public final class AllowedKinds {
    private static final AllowedKinds ALL = new AllowedKinds(List.of(ResourceKind.of("*", "*")), true);
    private static final AllowedKinds NONE = new AllowedKinds(List.of(), true);

    private final List<ResourceKind> kinds;
    private final boolean isWritten;

    private AllowedKinds(List<ResourceKind> kinds, boolean isWritten) {
        this.kinds = kinds;
        this.isWritten = isWritten;
    }

    /** Every kind. */
    public static AllowedKinds all() {
        return ALL;
    }

    /** No kind at all. */
    public static AllowedKinds none() {
        return NONE;
    }

    /**
     * These kinds and no other.
     *
     * @throws DeployException.InvalidInput if no kind is named; for that there is {@link #none()}
     */
    public static AllowedKinds only(ResourceKind... kinds) {
        ArgoChecks checks = new ArgoChecks("");
        checks.atLeastOne("kinds", List.of(kinds), "name a kind, or use `AllowedKinds.none()`");
        checks.throwIfAny();
        return new AllowedKinds(List.of(kinds), true);
    }

    /** These kinds, as the list of a project that was read has them. */
    static AllowedKinds read(List<ResourceKind> kinds) {
        return kinds.isEmpty() ? NONE : new AllowedKinds(List.copyOf(kinds), true);
    }

    /** The same kinds, but written nowhere, as in a project that was read and has no list of them. */
    AllowedKinds unwritten() {
        return new AllowedKinds(kinds, false);
    }

    /** The kinds; empty for none. */
    public List<ResourceKind> kinds() {
        return kinds;
    }

    /** Whether an object is allowed, by its API group, kind and name. */
    public boolean allow(ResourceId id) {
        for (ResourceKind kind : kinds) {
            if (kind.matches(id)) {
                return true;
            }
        }
        return false;
    }

    boolean hasNames() {
        for (ResourceKind kind : kinds) {
            if (kind.hasName()) {
                return true;
            }
        }
        return false;
    }

    /** Writes the list for kinds without a namespace. */
    void putCluster(MapTree.Builder spec) {
        if (isWritten) {
            spec.put("clusterResourceWhitelist", ResourceKind.list(kinds));
        }
    }

    /** Writes the list for kinds with a namespace: the list of denied kinds if none is allowed. */
    void putNamespaced(MapTree.Builder spec) {
        if (!isWritten) {
            return;
        }
        if (kinds.isEmpty()) {
            spec.put("namespaceResourceBlacklist", ResourceKind.list(ALL.kinds));
        } else {
            spec.put("namespaceResourceWhitelist", ResourceKind.list(kinds));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AllowedKinds that && kinds.equals(that.kinds) && isWritten == that.isWritten;
    }

    @Override
    public int hashCode() {
        return kinds.hashCode() * 31 + Boolean.hashCode(isWritten);
    }

    @Override
    public String toString() {
        return kinds.toString();
    }
}
