package com.adorsys.webank.deploy.secret;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;

/** A custom resource from which a controller in the cluster makes Secrets or files, with values of a secret store. Immutable. */
public sealed interface SecretSource permits ExternalSecret, SecretProviderClass {
    /** The name of the custom resource. */
    String name();

    /** Its API version. */
    String apiVersion();

    /** Its kind. */
    String kind();

    /** The names of the Secrets that it creates. */
    List<String> createdSecrets();

    /** What it says, without metadata. */
    MapTree spec();

    /** The custom resource in a namespace, without labels. */
    default Manifest manifest(String namespace) {
        return Manifest.of(MapTree.builder(4)
                .put("apiVersion", apiVersion())
                .put("kind", kind())
                .put(
                        "metadata",
                        MapTree.builder(2)
                                .put("name", name())
                                .put("namespace", namespace)
                                .build())
                .put("spec", spec())
                .build());
    }
}
