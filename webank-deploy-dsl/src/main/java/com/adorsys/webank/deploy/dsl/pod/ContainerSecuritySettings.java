package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;

/**
 * The {@code securityContext} of a container. Immutable.
 *
 * <p>See <a href="https://kubernetes.io/docs/tasks/configure-pod-container/security-context/">Configure a security
 * context</a>. It overrides the {@link PodSecuritySettings} of the pod.
 */
public final class ContainerSecuritySettings extends TreeValue {
    private static final ContainerSecuritySettings NONE = new ContainerSecuritySettings(MapTree.of());

    private ContainerSecuritySettings(MapTree tree) {
        super(tree);
    }

    /** Empty settings, to start from. */
    public static ContainerSecuritySettings none() {
        return NONE;
    }

    /**
     * The requirements of the restricted Pod Security Standard for a container: no privilege escalation, no
     * capabilities, not root, and the runtime's seccomp profile.
     */
    public static ContainerSecuritySettings restricted() {
        return NONE.with("allowPrivilegeEscalation", false)
                .dropCapabilities("ALL")
                .runAsNonRoot()
                .withSeccompProfile("RuntimeDefault");
    }

    /** A container's {@code securityContext} as in the Kubernetes API. */
    public static ContainerSecuritySettings of(MapTree tree) {
        return new ContainerSecuritySettings(tree);
    }

    /** A copy that requires the container to run as a user other than root. */
    public ContainerSecuritySettings runAsNonRoot() {
        return with("runAsNonRoot", true);
    }

    /** A copy with the ID of the container's user. */
    public ContainerSecuritySettings withRunAsUser(long user) {
        return with("runAsUser", user);
    }

    /** A copy with the ID of the container's primary group. */
    public ContainerSecuritySettings withRunAsGroup(long group) {
        return with("runAsGroup", group);
    }

    /** A copy with a read-only root file system. */
    public ContainerSecuritySettings withReadOnlyRootFilesystem() {
        return with("readOnlyRootFilesystem", true);
    }

    /** A copy without privilege escalation: no process gets more privileges than its parent. */
    public ContainerSecuritySettings withoutPrivilegeEscalation() {
        return with("allowPrivilegeEscalation", false);
    }

    /** A copy that drops capabilities, such as {@code ALL}. */
    public ContainerSecuritySettings dropCapabilities(String... names) {
        return capabilities("drop", names);
    }

    /** A copy that adds capabilities, such as {@code NET_BIND_SERVICE}. */
    public ContainerSecuritySettings addCapabilities(String... names) {
        return capabilities("add", names);
    }

    /** A copy with a seccomp profile type: {@code RuntimeDefault} or {@code Unconfined}. */
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
                    "`" + key + "` is `" + id + "`, which is negative",
                    "Give 0 or more");
        }
        return new ContainerSecuritySettings(tree().toBuilder().put(key, id).build());
    }
}
