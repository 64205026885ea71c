package com.adorsys.webank.deploy.eks.testing;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A binary of the tests' cluster, and what it is built from. */
enum TestBinary {
    ETCD("etcd", "etcd", "go.etcd.io/etcd/server/v3", "1 minute"),
    KUBE_APISERVER("kube-apiserver", "kubernetes", "k8s.io/kubernetes/cmd/kube-apiserver", "4 minutes"),
    KUBECTL("kubectl", "kubernetes", "k8s.io/kubernetes/cmd/kubectl", "1 minute"),
    KUBE_CONTROLLER_MANAGER(
            "kube-controller-manager", "kubernetes", "k8s.io/kubernetes/cmd/kube-controller-manager", "2 minutes"),
    KUBE_SCHEDULER("kube-scheduler", "kubernetes", "k8s.io/kubernetes/cmd/kube-scheduler", "1 minute"),
    KWOK("kwok", "kwok", "sigs.k8s.io/kwok/cmd/kwok", "2 minutes"),
    HELM("helm", "helm", "helm.sh/helm/v3/cmd/helm", "2 minutes"),
    HELM4("helm4", "helm4", "helm.sh/helm/v4/cmd/helm", "2 minutes"),
    HELMS("helms", "helms", ".", "3 minutes"),
    REGISTRY("registry", "registry", ".", "1 minute"),
    SEMVER("semver", "semver", ".", "1 minute"),
    ARGOCD("argocd", "argocd", "github.com/argoproj/argo-cd/v3/cmd", "5 minutes"),
    KUSTOMIZE_CONTROLLER("kustomize-controller", "flux", "github.com/fluxcd/kustomize-controller", "3 minutes"),
    REDIS("redis", "redis", ".", "1 minute"),
    ACTIONLINT("actionlint", "actionlint", "github.com/rhysd/actionlint/cmd/actionlint", "1 minute"),
    KUBE_SCORE("kube-score", "kube-score", "github.com/zegl/kube-score/cmd/kube-score", "1 minute"),
    KUBECONFORM("kubeconform", "kubeconform", "github.com/yannh/kubeconform/cmd/kubeconform", "1 minute");

    private final String fileName;
    private final String module;
    private final String goPackage;
    private final String firstBuild;

    TestBinary(String fileName, String module, String goPackage, String firstBuild) {
        this.fileName = fileName;
        this.module = module;
        this.goPackage = goPackage;
        this.firstBuild = firstBuild;
    }

    static TestBinary named(String fileName) {
        return Arrays.stream(values())
                .filter(binary -> binary.fileName.equals(fileName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + fileName
                        + "` is no binary of the tests' cluster. These are: "
                        + Arrays.stream(values()).map(TestBinary::fileName).collect(Collectors.joining(", "))));
    }

    String fileName() {
        return fileName;
    }

    /** The folder of the class path's {@code /cluster} that holds its go.mod. */
    String module() {
        return module;
    }

    String goPackage() {
        return goPackage;
    }

    /** The file of the module that is Go code: the command itself, or what imports it. */
    String goFile() {
        return goPackage.equals(".") ? "main.go" : "tools.go";
    }

    /** The folder of the required module whose files are kept beside the binary; empty if none are. */
    String keptFolder() {
        return switch (this) {
            case ARGOCD -> "manifests/crds";
            case KUSTOMIZE_CONTROLLER -> "config/crd/bases";
            default -> "";
        };
    }

    /** About what its first build takes on two cores. */
    String firstBuild() {
        return firstBuild;
    }
}
