package com.adorsys.webank.deploy.argocd;

/**
 * One of {@code spec.syncPolicy.syncOptions}.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/">Sync Options</a>
 */
public enum SyncOption {
    /** The destination's namespace is created where it is missing. */
    CREATE_NAMESPACE("CreateNamespace=true"),
    /** Server-side apply, which takes over fields that others own. Ignored if {@link #REPLACE} is set. */
    SERVER_SIDE_APPLY("ServerSideApply=true"),
    /** Objects that are no longer in the source are deleted after all others are healthy. */
    PRUNE_LAST("PruneLast=true"),
    /** A sync fails if another Application manages one of the objects. */
    FAIL_ON_SHARED_RESOURCE("FailOnSharedResource=true"),
    /** Only objects that differ are applied. */
    APPLY_OUT_OF_SYNC_ONLY("ApplyOutOfSyncOnly=true"),
    /** Ignored differences are not changed by a sync either, besides being left out of the comparison. */
    RESPECT_IGNORE_DIFFERENCES("RespectIgnoreDifferences=true"),
    /** Objects are replaced instead of applied; fields that others set in them are lost. */
    REPLACE("Replace=true"),
    /** The dry run is skipped for kinds that the cluster does not know yet. */
    SKIP_DRY_RUN_ON_MISSING_RESOURCE("SkipDryRunOnMissingResource=true"),
    /** A pruned object is deleted after the objects that it owns. */
    PRUNE_IN_FOREGROUND("PrunePropagationPolicy=foreground"),
    /** A pruned object is deleted before the objects that it owns. */
    PRUNE_IN_BACKGROUND("PrunePropagationPolicy=background"),
    /** The objects that a pruned object owns are not deleted. */
    PRUNE_AND_ORPHAN("PrunePropagationPolicy=orphan"),
    /** Objects are not validated before they are applied. */
    SKIP_VALIDATION("Validate=false"),
    /** Objects that are no longer in the source are not deleted. */
    NEVER_PRUNE("Prune=false"),
    /** The objects are not deleted with the Application. */
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

    boolean isPropagation() {
        return this == PRUNE_IN_FOREGROUND || this == PRUNE_IN_BACKGROUND || this == PRUNE_AND_ORPHAN;
    }
}
