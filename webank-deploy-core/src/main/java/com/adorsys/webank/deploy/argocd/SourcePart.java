package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.manifest.MapTree;

/** One of {@link MultipleSources}: manifests, a chart, or {@link RefSource files that a chart reads}. */
public sealed interface SourcePart permits DirectorySource, ChartSource, RefSource {
    /** The address of the repository. */
    String repoUrl();

    /** An item of {@code spec.sources}. */
    MapTree tree();
}
