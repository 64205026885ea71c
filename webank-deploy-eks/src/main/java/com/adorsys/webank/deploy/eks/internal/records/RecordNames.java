package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/** How the records of a release are called, and where they are. */
public final class RecordNames {
    static final String TOOL = "webank-deploy";
    static final String DOMAIN = Names.DOMAIN;
    static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    static final String RELEASE = DOMAIN + "release";

    private final Release release;

    RecordNames(Release release) {
        this.release = release;
    }

    /** What the inventory and the Lease are called. */
    static String name(Release release) {
        return TOOL + "." + release.name();
    }

    String name() {
        return name(release);
    }

    String namespace() {
        return release.namespace();
    }

    String release() {
        return release.name();
    }

    /** The labels that every record has. */
    MapTree labels() {
        return MapTree.builder()
                .put(MANAGED_BY, TOOL)
                .put(RELEASE, release.name())
                .build();
    }

    /** Whether an object is a record of any release. */
    public static boolean areOnRecord(MapTree object) {
        MapTree labels = Trees.map(object, "metadata", "labels");
        return labels.string(MANAGED_BY).orElse("").equals(TOOL) && labels.get(RELEASE) != null;
    }

    /** Whether a record's labels are those of this release. */
    boolean areOn(MapTree metadata) {
        MapTree labels = Trees.map(metadata, "labels");
        return labels.string(MANAGED_BY).orElse("").equals(TOOL)
                && labels.string(RELEASE).orElse("").equals(release.name());
    }

    String configMaps() {
        return "/api/v1/namespaces/" + release.namespace() + "/configmaps";
    }

    String secrets() {
        return "/api/v1/namespaces/" + release.namespace() + "/secrets";
    }

    /** The release's Secrets of a type. */
    String secrets(String type) {
        return secrets() + "?labelSelector="
                + ApiServer.encoded(MANAGED_BY + "=" + TOOL + "," + RELEASE + "=" + release.name()) + "&fieldSelector="
                + ApiServer.encoded("type=" + type);
    }

    String leases() {
        return "/apis/coordination.k8s.io/v1/namespaces/" + release.namespace() + "/leases";
    }

    /** {@code the release `webank/obs`}, as messages name it. */
    String describe() {
        return "the release `" + release + "`";
    }
}
