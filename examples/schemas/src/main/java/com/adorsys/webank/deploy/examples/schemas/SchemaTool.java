package com.adorsys.webank.deploy.examples.schemas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes sorted text of what Kubernetes, Argo CD and others publish of their kinds, a text an API group and a field a line.
 * Needs the {@code go} command, and downloads about 300 MB the first time.
 */
final class SchemaTool {
    private static final String KUBERNETES = "k8s.io/kubernetes";
    private static final String[] KUBERNETES_VERSIONS = {
        "v1.32.13", "v1.33.13", "v1.34.4", "v1.35.4", "v1.36.3", "v1.37.2"
    };

    /** When API versions end: modules, oldest version first, since kinds disappear from them some time after they ended. */
    private static final String[][] LIFECYCLES = {
        {"k8s.io/api", "v0.24.17"},
        {"k8s.io/api", "v0.32.13"},
        {"k8s.io/api", "v0.37.0"},
        {"k8s.io/apiextensions-apiserver", "v0.37.0"}
    };

    private static final String ARGO_CD_2 = "github.com/argoproj/argo-cd/v2";
    private static final String ARGO_CD_3 = "github.com/argoproj/argo-cd/v3";
    private static final String[] ARGO_CD_VERSIONS = {
        "v2.13.9", "v2.14.21", "v3.0.23", "v3.1.16", "v3.2.12", "v3.3.19", "v3.4.13", "v3.5.7", "v3.6.1"
    };

    /** Custom resources of others: a module, a version, and the folder of its definitions. */
    private static final String[][] OTHERS = {
        {"github.com/bitnami-labs/sealed-secrets", "v0.40.0", "helm/sealed-secrets/crds/"},
        {"github.com/external-secrets/external-secrets", "v1.3.2", "config/crds/bases/"},
        {"github.com/prometheus-operator/prometheus-operator", "v0.85.0", "example/prometheus-operator-crd/"},
        {"sigs.k8s.io/secrets-store-csi-driver", "v1.4.8", "config/crd/bases/"}
    };

    private final SortedMap<String, String> texts = new TreeMap<>();
    private final StringBuilder sources = new StringBuilder("""
            # What the descriptions in this package were made from: Go modules, with the checksums of go.sum.
            # All of them are under the Apache License 2.0. CONTRIBUTING.md says how to make them anew.
            """);

    private final StringBuilder groups =
            new StringBuilder("# The products, with the versions that are described and the API groups they have.\n");

    private SchemaTool() {}

    /**
     * Makes every text.
     *
     * @return the texts by the names of their groups, with {@code groups} and {@code sources}
     * @throws IOException if a module cannot be downloaded
     */
    static SortedMap<String, String> make() throws IOException {
        return new SchemaTool().texts();
    }

    private SortedMap<String, String> texts() throws IOException {
        Versions kubernetes = new Versions();
        for (String version : KUBERNETES_VERSIONS) {
            try (GoModule module = open(KUBERNETES, version)) {
                kubernetes.add(minor(version), OpenApi.read(module));
            }
        }
        Description lifecycles = new Description();
        kubernetes.addLifecycles(lifecycles);
        for (String[] source : LIFECYCLES) {
            try (GoModule module = open(source[0], source[1])) {
                GoLifecycles.addTo(lifecycles, module);
            }
        }
        write(kubernetes, "Kubernetes", KUBERNETES_VERSIONS);
        Versions argo = new Versions();
        for (String version : ARGO_CD_VERSIONS) {
            try (GoModule module = open(version.startsWith("v2") ? ARGO_CD_2 : ARGO_CD_3, version)) {
                argo.add(minor(version), CustomResources.read(module, "manifests/crds/", "-crd.yaml"));
            }
        }
        write(argo, "Argo CD", ARGO_CD_VERSIONS);
        for (String[] other : OTHERS) {
            try (GoModule module = open(other[0], other[1])) {
                Versions versions =
                        new Versions().add(minor(other[1]), CustomResources.read(module, other[2], ".yaml"));
                write(versions, other[0], other[1]);
            }
        }
        texts.put("groups", groups.toString());
        texts.put("sources", sources.toString());
        return texts;
    }

    /** {@code 1.35} of {@code v1.35.4}. */
    private static String minor(String version) {
        return version.substring(1, version.lastIndexOf('.'));
    }

    private GoModule open(String path, String version) throws IOException {
        System.out.println(path + " " + version);
        GoModule module = GoModule.download(path, version);
        sources.append(module).append('\n');
        return module;
    }

    private void write(Versions versions, String product, String... numbers) {
        List<String> minors = new ArrayList<>();
        for (String number : numbers) {
            minors.add(minor(number));
        }
        groups.append(product).append(": ").append(String.join(" ", minors)).append('\n');
        versions.texts("Kinds of " + product + " " + String.join(" ", minors)).forEach((group, text) -> {
            texts.put(group, text);
            groups.append("  ").append(group).append('\n');
        });
    }
}
