package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;

/**
 * Checks the switch of an Argo CD Application from a Helm chart to a directory of manifests, under the same name. Immutable and
 * thread-safe.
 *
 * <p>It changes nothing: it reads the Application, its AppProject, {@code argocd-cm} and the live objects, and makes dry runs
 * of applying the manifests. So the account requires, besides {@code get}, the verbs {@code create} and {@code patch} for the
 * objects. It reads the status of Argo CD 2.13 and of 3.x. Limits: the Application is in the namespace of Argo CD, and its
 * objects are in the same cluster; fields that the Application's {@code ignoreDifferences} name are compared as well.
 */
public interface SourceSwitch {
    /** The namespace of Argo CD and of the Application. Default: {@code argocd}. */
    SourceSwitch withNamespace(String namespace);

    /** The same with further fixes. What they match is shown with their names, and does not fail a check. Default: none. */
    SourceSwitch plusKnownFixes(KnownFix... fixes);

    /**
     * Lists the steps of the switch, and checks each as far as that can be done now. It can be called again after each step.
     *
     * @param application the Application as it will be, with the directory as its source
     * @param desired the manifests in that directory
     * @throws DeployException.Refused if the Application does not exist; if its source is neither a chart nor that directory;
     *     if Argo CD has not compared it yet; if the version of a chart that runs is not known, or there are two
     * @throws DeployException.Unavailable if the cluster cannot be reached
     * @throws DeployException.InvalidInput if the set is empty
     */
    SwitchReport check(Manifest application, ManifestSet desired);
}
