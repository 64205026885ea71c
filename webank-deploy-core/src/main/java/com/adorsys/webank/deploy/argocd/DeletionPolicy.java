package com.adorsys.webank.deploy.argocd;

/** What happens to an Application's objects when the Application is deleted. */
public enum DeletionPolicy {
    /** They are deleted, and then the Application. */
    CASCADE("resources-finalizer.argocd.argoproj.io"),
    /** They are deleted in the background. */
    CASCADE_IN_BACKGROUND("resources-finalizer.argocd.argoproj.io/background"),
    /** They stay in the cluster, and nobody manages them any more. */
    ORPHAN("");

    private final String finalizer;

    DeletionPolicy(String finalizer) {
        this.finalizer = finalizer;
    }

    /** The finalizer; empty for none. */
    String finalizer() {
        return finalizer;
    }
}
