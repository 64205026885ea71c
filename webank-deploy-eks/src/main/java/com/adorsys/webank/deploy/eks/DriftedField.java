package com.adorsys.webank.deploy.eks;

import java.util.Locale;

/**
 * A field of a live object that is not as it was applied.
 *
 * @param field as the API server writes it: {@code .spec.template.spec.containers[name="app"].image}
 * @param manager who did it; empty if the server does not record it, as for a removed field, which no manager holds
 * @param change what was done
 */
public record DriftedField(String field, String manager, Change change) {
    /** What was done to a field. */
    public enum Change {
        /** It has another value, or another manager holds it now. */
        CHANGED,
        /** It is not there any more. */
        REMOVED,
        /** It was added to a list of the release, or to what a pod runs. */
        ADDED
    }

    /** {@code .spec.replicas was changed by kubectl-edit}; without a manager that nobody knows by whom. */
    @Override
    public String toString() {
        String by = manager.isEmpty() ? " (the server does not record by whom)" : " by " + manager;
        return field + " was " + change.name().toLowerCase(Locale.ROOT) + by;
    }
}
