package com.adorsys.webank.deploy.eks;

/**
 * A field that stays in a live object although the desired set does not have it, because another manager holds it. The
 * release once set it, or found it there when it adopted the object.
 *
 * <p>It goes when the manager gives it up, or when {@link DeployOptions#forcedManagers} names the manager; it is no longer reported once the
 * set has it again.
 *
 * @param field as the API server writes it: {@code .spec.template.spec.containers[name="app"].env[name="DEBUG"]}
 * @param manager the other manager's name
 */
public record RetainedField(String field, String manager) {
    /** {@code .data.b is not in the set and stays: kustomize-controller holds it}. */
    @Override
    public String toString() {
        return field + " is not in the set and stays: " + manager + " holds it";
    }
}
