package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.manifest.MapTree;

/**
 * Where an Application's manifests come from: {@link DirectorySource a folder in Git}, {@link ChartSource a chart}, {@link
 * MultipleSources several of them}, {@link SourceHydrator a rendered branch}, or {@link OtherSource sources of other kinds}.
 */
public sealed interface ApplicationSource
        permits DirectorySource, ChartSource, MultipleSources, SourceHydrator, OtherSource {
    /** The address of the repository. */
    String repoUrl();

    /** {@code spec.source}; that of a source which is not a {@link SourcePart} has the keys of {@code spec}. */
    MapTree tree();
}
