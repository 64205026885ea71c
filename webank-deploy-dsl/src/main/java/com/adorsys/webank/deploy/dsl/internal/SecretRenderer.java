package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.MapTree;

/** Renders the Secrets that the charts make from literal passwords. */
public final class SecretRenderer {
    private SecretRenderer() {}

    /** A Secret of the type that the charts write; a Secret's type cannot be changed later. */
    public static MapTree render(Metadata metadata, MapTree data) {
        return metadata.object("v1", "Secret")
                .put("type", "kubernetes.io/opaque")
                .put("data", data)
                .build();
    }
}
