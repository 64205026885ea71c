package com.adorsys.webank.deploy.argocd;

/**
 * One of {@code spec.syncPolicy.syncOptions}.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/">Sync Options</a>
 */
public enum SyncOption {
    /** The destination's namespace is created where it is missing. */
    CREATE_NAMESPACE("CreateNamespace=true"),
    /** Objects are applied by the server, which takes over fields that others own. {@link #REPLACE} wins over it. */
    SERVER_SIDE_APPLY("ServerSideApply=true"),
    /** What is no longer there is deleted after everything else is healthy. */
    PRUNE_LAST("PruneLast=true"),
    /** A sync fails if another Application manages one of the objects. */
    FAIL_ON_SHARED_RESOURCE("FailOnSharedResource=true"),
    /** Only objects that differ are applied. */
    APPLY_OUT_OF_SYNC_ONLY("ApplyOutOfSyncOnly=true"),
    /** Ignored differences are left as they are in the cluster, not only left out of the comparison. */
    RESPECT_IGNORE_DIFFERENCES("RespectIgnoreDifferences=true"),
    /** Objects are replaced, not applied; what others set in them is lost. */
    REPLACE("Replace=true"),
    /** The trial run is left out for kinds that the cluster does not know yet. */
    SKIP_DRY_RUN_ON_MISSING_RESOURCE("SkipDryRunOnMissingResource=true"),
    /** Deleted objects wait for what they own. */
    PRUNE_IN_FOREGROUND("PrunePropagationPolicy=foreground"),
    /** Deleted objects go before what they own. */
    PRUNE_IN_BACKGROUND("PrunePropagationPolicy=background"),
    /** Deleted objects leave behind what they own. */
    PRUNE_AND_ORPHAN("PrunePropagationPolicy=orphan"),
    /** Objects are not validated before they are applied. */
    SKIP_VALIDATION("Validate=false"),
    /** Nothing is deleted that is no longer there. */
    NEVER_PRUNE("Prune=false"),
    /** Nothing is deleted with the Application. */
    NEVER_DELETE("Delete=false"),
    /** Fields of earlier client-side applies are not taken over; since Argo CD 3.1. */
    SKIP_CLIENT_SIDE_APPLY_MIGRATION("ClientSideApplyMigration=false");

    private final String text;

    SyncOption(String text) {
        this.text = text;
    }

    /** The option as Argo CD writes it: {@code CreateNamespace=true}. */
    public String text() {
        return text;
    }

    ArgoCdVersion since() {
        return this == SKIP_CLIENT_SIDE_APPLY_MIGRATION ? ArgoCdVersion.V3_1 : ArgoCdVersion.V2_13;
    }

    boolean isPropagation() {
        return this == PRUNE_IN_FOREGROUND || this == PRUNE_IN_BACKGROUND || this == PRUNE_AND_ORPHAN;
    }
}
