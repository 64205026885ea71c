package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;

/**
 * The {@code securityContext} of a pod: the user, groups and profiles of its containers. Immutable.
 *
 * <p>See <a href="https://kubernetes.io/docs/tasks/configure-pod-container/security-context/">Configure a security
 * context</a>. The settings of a container override it.
 */
public final class PodSecuritySettings extends TreeValue {
    private static final PodSecuritySettings NONE = new PodSecuritySettings(MapTree.of());

    private PodSecuritySettings(MapTree tree) {
        super(tree);
    }

    /** Empty settings, to start from. */
    public static PodSecuritySettings none() {
        return NONE;
    }

    /**
     * The requirements of the restricted Pod Security Standard for a pod: not root, and the runtime's seccomp profile.
     */
    public static PodSecuritySettings restricted() {
        return NONE.runAsNonRoot().withSeccompProfile("RuntimeDefault");
    }

    /** A pod's {@code securityContext} as in the Kubernetes API. */
    public static PodSecuritySettings of(MapTree tree) {
        return new PodSecuritySettings(tree);
    }

    /** A copy that requires all containers to run as a user other than root. */
    public PodSecuritySettings runAsNonRoot() {
        return new PodSecuritySettings(
                tree().toBuilder().put("runAsNonRoot", true).build());
    }

    /** A copy with the ID of the containers' user. */
    public PodSecuritySettings withRunAsUser(long user) {
        return with("runAsUser", user);
    }

    /** A copy with the ID of the containers' primary group. */
    public PodSecuritySettings withRunAsGroup(long group) {
        return with("runAsGroup", group);
    }

    /** A copy with the ID of the group that owns the volumes; every container is a member of it. */
    public PodSecuritySettings withFsGroup(long group) {
        return with("fsGroup", group);
    }

    /** A copy with a seccomp profile type: {@code RuntimeDefault} or {@code Unconfined}. */
    public PodSecuritySettings withSeccompProfile(String type) {
        return new PodSecuritySettings(tree().with("seccompProfile", MapTree.of("type", type)));
    }

    private PodSecuritySettings with(String key, long id) {
        if (id < 0) {
            throw invalid(
                    ProblemCodes.OUT_OF_RANGE,
                    "podSecurityContext",
                    "`" + key + "` is `" + id + "`, which is negative",
                    "Give 0 or more");
        }
        return new PodSecuritySettings(tree().toBuilder().put(key, id).build());
    }
}
