package com.adorsys.webank.deploy.eks.internal.rbac;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.Collection;
import java.util.List;

/** Writes the objects of RBAC. */
public final class Rbac {
    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final String API_VERSION = GROUP + "/v1";

    private Rbac() {}

    /**
     * A rule for one resource.
     *
     * @param names the objects; every object if there are none
     */
    public static MapTree rule(String group, String resource, Collection<String> names, Collection<String> verbs) {
        return MapTree.builder()
                .put("apiGroups", ListTree.ofStrings(List.of(group)))
                .put("resources", ListTree.ofStrings(List.of(resource)))
                .putUnlessEmpty("resourceNames", ListTree.ofStrings(List.copyOf(names)))
                .put("verbs", ListTree.ofStrings(List.copyOf(verbs)))
                .build();
    }

    /** A Role; a ClusterRole if the namespace is empty. */
    public static Manifest role(String name, String namespace, List<? extends Tree> rules) {
        return Manifest.of(object(namespace.isEmpty() ? "ClusterRole" : "Role", name, namespace)
                .put("rules", ListTree.of(rules))
                .build());
    }

    /** The RoleBinding of a Role, or the ClusterRoleBinding of a ClusterRole, with the Role's name. */
    public static Manifest binding(Manifest role, MapTree subject) {
        MapTree reference = MapTree.builder()
                .put("apiGroup", GROUP)
                .put("kind", role.kind())
                .put("name", role.name())
                .build();
        return Manifest.of(object(role.kind() + "Binding", role.name(), role.namespace())
                .put("roleRef", reference)
                .put("subjects", ListTree.of(subject))
                .build());
    }

    /** A group of users as a subject. */
    public static MapTree group(String name) {
        return MapTree.builder()
                .put("apiGroup", GROUP)
                .put("kind", "Group")
                .put("name", name)
                .build();
    }

    /** A ServiceAccount as a subject. */
    public static MapTree serviceAccount(String namespace, String name) {
        return MapTree.builder()
                .put("kind", "ServiceAccount")
                .put("name", name)
                .put("namespace", namespace)
                .build();
    }

    private static MapTree.Builder object(String kind, String name, String namespace) {
        MapTree.Builder metadata = MapTree.builder().put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        return MapTree.builder()
                .put("apiVersion", API_VERSION)
                .put("kind", kind)
                .put("metadata", metadata.build());
    }
}
