package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.manifest.MapTree;

/** Where an Application's manifests come from: {@link DirectorySource a folder in Git} or {@link ChartSource a chart}. */
public sealed interface ApplicationSource permits DirectorySource, ChartSource {
    /** The address of the repository. */
    String repoUrl();

    /** {@code spec.source}. */
    MapTree tree();
}
