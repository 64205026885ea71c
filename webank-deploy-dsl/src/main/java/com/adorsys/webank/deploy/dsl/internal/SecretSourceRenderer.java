package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.secret.SecretSource;

/** Renders the custom resources from which Secrets are made. */
public final class SecretSourceRenderer {
    private SecretSourceRenderer() {}

    /**
     * Renders a source.
     *
     * @param metadata its metadata, except for the name
     */
    public static MapTree render(SecretSource source, Metadata metadata) {
        return metadata.named(source.name())
                .object(source.apiVersion(), source.kind())
                .put("spec", source.spec())
                .build();
    }
}
