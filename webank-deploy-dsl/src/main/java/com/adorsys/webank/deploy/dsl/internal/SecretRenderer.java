package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.MapTree;

/** Renders the Secrets that the charts create from literal passwords. */
public final class SecretRenderer {
    private SecretRenderer() {}

    /** Renders a Secret with the charts' type, since the type of a Secret cannot be changed later. */
    public static MapTree render(Metadata metadata, MapTree data) {
        return metadata.object("v1", "Secret")
                .put("type", "kubernetes.io/opaque")
                .put("data", data)
                .build();
    }
}
