package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;

/** A kind of objects by API group, for the lists of an {@link ArgoProject}. Immutable. */
public final class ResourceKind {
    private final String group;
    private final String kind;
    private final String name;

    private ResourceKind(String group, String kind, String name) {
        this.group = group;
        this.kind = kind;
        this.name = name;
    }

    /**
     * Every object of a kind.
     *
     * @param group the API group; empty for the core group, {@code *} for every group
     * @param kind the kind; {@code *} for every kind
     * @throws DeployException.InvalidInput if the kind is empty
     */
    public static ResourceKind of(String group, String kind) {
        ArgoChecks checks = new ArgoChecks("");
        checks.notEmpty("kind", kind);
        checks.throwIfAny();
        return new ResourceKind(group, kind, "");
    }

    /**
     * One object of this kind, or those whose name a glob matches; for objects without a namespace, since Argo CD 3.3, and for
     * {@link OrphanedResources}.
     *
     * @throws DeployException.InvalidInput if the name is empty
     */
    public ResourceKind named(String objectName) {
        ArgoChecks checks = new ArgoChecks("");
        checks.notEmpty("name", objectName);
        checks.throwIfAny();
        return new ResourceKind(group, kind, objectName);
    }

    /**
     * Whether an object is of this kind, and of this name if there is one.
     *
     * <p>{@code *} and {@code ?} are wildcards, as in Argo CD; its other wildcards are not supported and match nothing.
     */
    boolean matches(ResourceId id) {
        return isLike(id.group(), group) && isLike(id.kind(), kind) && (name.isEmpty() || isLike(id.name(), name));
    }

    private static boolean isLike(String text, String glob) {
        int star = glob.indexOf('*');
        int fixed = star < 0 ? glob.length() : star;
        if (text.length() < fixed || star < 0 && text.length() > fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (glob.charAt(i) != '?' && glob.charAt(i) != text.charAt(i)) {
                return false;
            }
        }
        if (star < 0) {
            return true;
        }
        for (int skipped = fixed; skipped <= text.length(); skipped++) {
            if (isLike(text.substring(skipped), glob.substring(star + 1))) {
                return true;
            }
        }
        return false;
    }

    boolean hasName() {
        return !name.isEmpty();
    }

    MapTree tree() {
        MapTree.Builder tree = MapTree.builder(4).put("group", group).put("kind", kind);
        return hasName() ? tree.put("name", name).build() : tree.build();
    }

    static ListTree list(List<ResourceKind> kinds) {
        List<Tree> trees = new ArrayList<>();
        for (ResourceKind kind : kinds) {
            trees.add(kind.tree());
        }
        return ListTree.of(trees);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceKind that
                && group.equals(that.group)
                && kind.equals(that.kind)
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return (group.hashCode() * 31 + kind.hashCode()) * 31 + name.hashCode();
    }

    /** The kind with its group, and the name if there is one: {@code apps/Deployment}. */
    @Override
    public String toString() {
        return (group.isEmpty() ? "" : group + "/") + kind + (hasName() ? "/" + name : "");
    }
}
