package com.adorsys.webank.deploy.eks.testing;

import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubeapitest.KubeAPITestException;
import io.fabric8.kubeapitest.binary.Binaries;
import io.fabric8.kubeapitest.binary.BinaryManager;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * etcd, kube-apiserver and kubectl as <a href="https://github.com/fabric8io/kubernetes-client/tree/main/junit/kube-api-test">
 * kube-api-test</a> downloads them, for machines without Go: the newest patch of a version of Kubernetes, from the archives
 * that its envtest publishes on GitHub. What was downloaded once is used again without a look at the network.
 *
 * <p>Which hosts it asks is fixed in kube-api-test, so a test of it needs the Internet.
 */
final class DownloadedBinaries {
    private DownloadedBinaries() {}

    /** Whether it is among what can be downloaded. */
    static boolean include(TestBinary binary) {
        return switch (binary) {
            case ETCD, KUBE_APISERVER, KUBECTL -> true;
            case KUBE_CONTROLLER_MANAGER,
                    KUBE_SCHEDULER,
                    KWOK,
                    HELM,
                    HELM4,
                    HELMS,
                    REGISTRY,
                    SEMVER,
                    ARGOCD,
                    KUSTOMIZE_CONTROLLER,
                    REDIS,
                    ACTIONLINT,
                    KUBE_SCORE,
                    KUBECONFORM -> false;
        };
    }

    /**
     * The path of a binary, downloaded with the others if it never was.
     *
     * @param folder where downloads are kept
     * @param version of Kubernetes, of which the patch may be another: {@code 1.35.4}
     * @throws IOException if it cannot be downloaded: why, as a part of a sentence
     */
    static Path get(TestBinary binary, Path folder, String version) throws IOException {
        Files.createDirectories(folder);
        String wanted = version.substring(0, version.lastIndexOf('.')) + ".*";
        BinaryManager downloads = new BinaryManager(KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withTestDir(folder.toString())
                .withApiServerVersion(wanted)
                .withOfflineMode(false)
                .build());
        try {
            downloads.initAndDownloadIfRequired();
        } catch (KubeAPITestException e) {
            throw new IOException("kube-api-test cannot download " + wanted + " of Kubernetes: " + reason(e), e);
        }
        Binaries binaries = downloads.binaries();
        return switch (binary) {
            case ETCD -> binaries.getEtcd().toPath();
            case KUBE_APISERVER -> binaries.getApiServer().toPath();
            case KUBECTL -> binaries.getKubectl().toPath();
            case KUBE_CONTROLLER_MANAGER,
                    KUBE_SCHEDULER,
                    KWOK,
                    HELM,
                    HELM4,
                    HELMS,
                    REGISTRY,
                    SEMVER,
                    ARGOCD,
                    KUSTOMIZE_CONTROLLER,
                    REDIS,
                    ACTIONLINT,
                    KUBE_SCORE,
                    KUBECONFORM -> throw new IOException("kube-api-test does not download " + binary.fileName());
        };
    }

    private static String reason(KubeAPITestException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause instanceof UnknownHostException ? "the host " + message + " is not found in DNS" : message;
    }
}
