package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.argocd.ArgoApplication;
import com.adorsys.webank.deploy.argocd.ArgoApplicationSet;
import com.adorsys.webank.deploy.argocd.ArgoApplicationSet.Deletion;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.tree.FileTree;
import java.util.ArrayList;
import java.util.List;
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
     * @param sharing the environments of the same cluster and project, which share an ApplicationSet
     * @param sets how ApplicationSets are written in place of Applications, if they are
     */
    static EnvironmentApplications of(Environment environment, List<Environment> sharing, Optional<Deletion> sets) {
        if (sets.isEmpty()) {
            return new EnvironmentApplications(
                    "app-" + environment.name(), environment.application().manifest(environment.targets()), false);
        }
        List<ArgoApplication> applications = new ArrayList<>();
        for (Environment other : sharing) {
            applications.add(other.application());
        }
        ArgoApplicationSet set =
                ArgoApplicationSet.of(environment.project(), sets.get(), applications, environment.targets());
        return new EnvironmentApplications(
                "applicationset-" + environment.project(), set.manifest(environment.targets()), true);
    }

    void putInto(FileTree.Builder tree, String folder, EnvironmentFiles files) {
        String path = folder + "/" + fileName + ".yaml";
        String text = files.text(manifest);
        if (isShared) {
            tree.putShared(path, text);
        } else {
            tree.put(path, text);
        }
    }
}
