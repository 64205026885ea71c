package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;

/**
 * Under which user, groups and profiles the containers of a pod run: a pod's {@code securityContext}. Immutable.
 *
 * <p>See <a href="https://kubernetes.io/docs/tasks/configure-pod-container/security-context/">Configure a security
 * context</a>. What a container says itself counts over it.
 */
public final class PodSecuritySettings extends TreeValue {
    private static final PodSecuritySettings NONE = new PodSecuritySettings(MapTree.of());

    private PodSecuritySettings(MapTree tree) {
        super(tree);
    }

    /** No settings, to which others are added. */
    public static PodSecuritySettings none() {
        return NONE;
    }

    /** What the restricted level of pod security asks of a pod: not root, and the runtime's seccomp profile. */
    public static PodSecuritySettings restricted() {
        return NONE.runAsNonRoot().withSeccompProfile("RuntimeDefault");
    }

    /** A pod's {@code securityContext} as the API has it. */
    public static PodSecuritySettings of(MapTree tree) {
        return new PodSecuritySettings(tree);
    }

    /** These settings; and no container starts as root. */
    public PodSecuritySettings runAsNonRoot() {
        return new PodSecuritySettings(
                tree().toBuilder().put("runAsNonRoot", true).build());
    }

    /** These settings; and containers run as a user. */
    public PodSecuritySettings withRunAsUser(long user) {
        return with("runAsUser", user);
    }

    /** These settings; and containers run with a primary group. */
    public PodSecuritySettings withRunAsGroup(long group) {
        return with("runAsGroup", group);
    }

    /** These settings; and volumes belong to a group, of which every container is a member. */
    public PodSecuritySettings withFsGroup(long group) {
        return with("fsGroup", group);
    }

    /** These settings, with a seccomp profile by its type: {@code RuntimeDefault} or {@code Unconfined}. */
    public PodSecuritySettings withSeccompProfile(String type) {
        return new PodSecuritySettings(tree().with("seccompProfile", MapTree.of("type", type)));
    }

    private PodSecuritySettings with(String key, long id) {
        if (id < 0) {
            throw invalid(
                    ProblemCodes.OUT_OF_RANGE,
                    "podSecurityContext",
                    "`" + key + "` of `" + id + "` is negative",
                    "Give 0 or more");
        }
        return new PodSecuritySettings(tree().toBuilder().put(key, id).build());
    }
}
