package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.argocd.ArgoApplicationSet.Deletion;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.tree.FileTree;
import java.util.Optional;

/** The file that lets Argo CD deploy an environment: an Application of its own, or the ApplicationSet that it shares. */
final class EnvironmentApplications {
    private final String fileName;
    private final Manifest manifest;
    private final boolean isShared;

    private EnvironmentApplications(String fileName, Manifest manifest, boolean isShared) {
        this.fileName = fileName;
        this.manifest = manifest;
        this.isShared = isShared;
    }

    /**
     * The file of an environment.
     *
     * @param shared what the environments share, without those that are removed
     * @param sets how ApplicationSets are written in place of Applications, if they are
     */
    static EnvironmentApplications of(Environment environment, SharedManifests shared, Optional<Deletion> sets) {
        return sets.isEmpty()
                ? new EnvironmentApplications("app-" + environment.name(), environment.applicationManifest(), false)
                : new EnvironmentApplications(
                        "applicationset-" + environment.project(),
                        shared.applicationSet(environment, sets.get()),
                        true);
    }

    void putInto(FileTree.Builder tree, String folder, EnvironmentFiles files) {
        String path = folder + "/" + fileName + ".yaml";
        if (isShared) {
            tree.putShared(path, files.sharedText(manifest));
        } else {
            tree.put(path, files.text(manifest));
        }
    }
}
