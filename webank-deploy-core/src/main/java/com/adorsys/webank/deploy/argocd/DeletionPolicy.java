package com.adorsys.webank.deploy.argocd;

/** What happens to an Application's objects when the Application is deleted. */
public enum DeletionPolicy {
    /** They are deleted, and then the Application. */
    CASCADE("resources-finalizer.argocd.argoproj.io"),
    /** They are deleted in the background. */
    CASCADE_IN_BACKGROUND("resources-finalizer.argocd.argoproj.io/background"),
    /** They are deleted before the Application, each after the objects that it owns. */
    CASCADE_IN_FOREGROUND("resources-finalizer.argocd.argoproj.io/foreground"),
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
