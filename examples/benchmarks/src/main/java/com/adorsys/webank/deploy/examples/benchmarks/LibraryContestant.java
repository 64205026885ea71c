package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.EksClient;
import com.adorsys.webank.deploy.eks.Kubeconfig;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.nio.file.Path;

/** This library, warm in this process. */
final class LibraryContestant implements Contestant {
    private final EksClient client;
    private ManifestSet manifests = ManifestSet.empty();
    private Release release = Release.of("sample", "default");

    LibraryContestant(Path kubeconfig) {
        client = EksClient.connect(Kubeconfig.of(kubeconfig));
    }

    @Override
    public String name() {
        return "webank-deploy, warm in process";
    }

    @Override
    public void prepare(int objects, String namespace, String version) {
        manifests = SampleRelease.set(objects, namespace, version);
        release = Release.of("sample", namespace);
    }

    @Override
    public void apply() {
        PeakMemory.resetHeap();
        client.deployer(release).apply(manifests);
    }

    /** The heap, with the garbage that was not collected yet. */
    @Override
    public long peakMemory() {
        return PeakMemory.ofHeap();
    }

    @Override
    public void close() {
        client.close();
    }
}
