package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;

/**
 * What a container may do: its {@code securityContext}. Immutable.
 *
 * <p>See <a href="https://kubernetes.io/docs/tasks/configure-pod-container/security-context/">Configure a security
 * context</a>. It counts over the {@link PodSecuritySettings} of the pod.
 */
public final class ContainerSecuritySettings extends TreeValue {
    private static final ContainerSecuritySettings NONE = new ContainerSecuritySettings(MapTree.of());

    private ContainerSecuritySettings(MapTree tree) {
        super(tree);
    }

    /** No settings, to which others are added. */
    public static ContainerSecuritySettings none() {
        return NONE;
    }

    /**
     * What the restricted level of pod security asks of a container: no privilege escalation, no capabilities, not root,
     * and the runtime's seccomp profile.
     */
    public static ContainerSecuritySettings restricted() {
        return NONE.with("allowPrivilegeEscalation", false)
                .dropCapabilities("ALL")
                .runAsNonRoot()
                .withSeccompProfile("RuntimeDefault");
    }

    /** A container's {@code securityContext} as the API has it. */
    public static ContainerSecuritySettings of(MapTree tree) {
        return new ContainerSecuritySettings(tree);
    }

    /** These settings; and the container does not start as root. */
    public ContainerSecuritySettings runAsNonRoot() {
        return with("runAsNonRoot", true);
    }

    /** These settings; and the container runs as a user. */
    public ContainerSecuritySettings withRunAsUser(long user) {
        return with("runAsUser", user);
    }

    /** These settings; and the container runs with a primary group. */
    public ContainerSecuritySettings withRunAsGroup(long group) {
        return with("runAsGroup", group);
    }

    /** These settings; and the container's own file system cannot be written to. */
    public ContainerSecuritySettings withReadOnlyRootFilesystem() {
        return with("readOnlyRootFilesystem", true);
    }

    /** These settings; and no process gets more privileges than its parent. */
    public ContainerSecuritySettings withoutPrivilegeEscalation() {
        return with("allowPrivilegeEscalation", false);
    }

    /** These settings, without capabilities such as {@code ALL}. */
    public ContainerSecuritySettings dropCapabilities(String... names) {
        return capabilities("drop", names);
    }

    /** These settings, with capabilities such as {@code NET_BIND_SERVICE}. */
    public ContainerSecuritySettings addCapabilities(String... names) {
        return capabilities("add", names);
    }

    /** These settings, with a seccomp profile by its type: {@code RuntimeDefault} or {@code Unconfined}. */
    public ContainerSecuritySettings withSeccompProfile(String type) {
        return new ContainerSecuritySettings(tree().with("seccompProfile", MapTree.of("type", type)));
    }

    private ContainerSecuritySettings capabilities(String key, String... names) {
        MapTree capabilities = Trees.map(tree(), "capabilities");
        return new ContainerSecuritySettings(
                tree().with("capabilities", capabilities.with(key, ListTree.ofStrings(List.of(names)))));
    }

    private ContainerSecuritySettings with(String key, boolean value) {
        return new ContainerSecuritySettings(tree().toBuilder().put(key, value).build());
    }

    private ContainerSecuritySettings with(String key, long id) {
        if (id < 0) {
            throw invalid(
                    ProblemCodes.OUT_OF_RANGE,
                    "securityContext",
                    "`" + key + "` of `" + id + "` is negative",
                    "Give 0 or more");
        }
        return new ContainerSecuritySettings(tree().toBuilder().put(key, id).build());
    }
}
