package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.ResourceId;
import java.util.List;

/**
 * An Application that was synced and healthy when it was seen last.
 *
 * @param id the Application
 * @param revisions what it has synced: a commit id for each of its sources
 * @param images the images that run, as Argo CD lists them
 */
public record SyncedApplication(ResourceId id, List<String> revisions, List<String> images) {
    /** Copies the lists. */
    public SyncedApplication {
        revisions = List.copyOf(revisions);
        images = List.copyOf(images);
    }

    /** {@code Application/argocd/webank-dev is synced to 1a2b3c... and healthy}. */
    @Override
    public String toString() {
        return id + " is synced to " + String.join(", ", revisions) + " and healthy";
    }
}
