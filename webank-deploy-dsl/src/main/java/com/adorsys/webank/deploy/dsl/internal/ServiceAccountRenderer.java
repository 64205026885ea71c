package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.MapTree;

/** Renders ServiceAccounts. */
public final class ServiceAccountRenderer {
    private ServiceAccountRenderer() {}

    /** Renders a ServiceAccount, with or without a token for its pods. */
    public static MapTree render(Metadata metadata, boolean token) {
        return metadata.object("v1", "ServiceAccount")
                .put("automountServiceAccountToken", token)
                .build();
    }
}
