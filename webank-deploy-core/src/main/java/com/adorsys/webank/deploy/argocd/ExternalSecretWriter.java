package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes ExternalSecrets: which values External Secrets reads from a store, and the Secret that it writes them to.
 *
 * @see <a href="https://external-secrets.io/latest/api/externalsecret/">ExternalSecret</a>
 */
final class ExternalSecretWriter {
    private final String namespace;
    private final SecretStoreRef store;

    ExternalSecretWriter(String namespace, SecretStoreRef store) {
        this.namespace = namespace;
        this.store = store;
    }

    /**
     * A Secret of its own, which is deleted with the ExternalSecret.
     *
     * @param type the value of the label by which Argo CD finds the Secret
     * @param known the keys of the Secret whose values are no secrets
     * @param key the key in the store, whose properties are the other keys of the Secret
     */
    Manifest secret(String name, String type, MapTree known, String key, List<String> properties) {
        MapTree target = MapTree.builder()
                .put("name", name)
                .put("creationPolicy", "Owner")
                .put(
                        "template",
                        MapTree.builder()
                                // Without it the data of the template replace those of the store.
                                .put("mergePolicy", "Merge")
                                .put(
                                        "metadata",
                                        MapTree.of("labels", MapTree.of("argocd.argoproj.io/secret-type", type)))
                                .put("data", known)
                                .build())
                .build();
        List<Tree> data = new ArrayList<>();
        for (String property : properties) {
            data.add(value(property, key, property));
        }
        return manifest(name, target, data);
    }

    /** Values that are added to a Secret which exists; its other keys stay. */
    Manifest values(String name, String secret, List<Tree> data) {
        return manifest(
                name,
                MapTree.builder()
                        .put("name", secret)
                        .put("creationPolicy", "Merge")
                        .build(),
                data);
    }

    /** One key of a Secret, and the property of a key in the store that has its value. */
    static MapTree value(String secretKey, String key, String property) {
        return MapTree.builder()
                .put("secretKey", secretKey)
                .put(
                        "remoteRef",
                        MapTree.builder()
                                .put("key", key)
                                .put("property", property)
                                .build())
                .build();
    }

    private Manifest manifest(String name, MapTree target, List<Tree> data) {
        return Manifest.of(MapTree.builder()
                .put("apiVersion", "external-secrets.io/v1")
                .put("kind", "ExternalSecret")
                .put(
                        "metadata",
                        MapTree.builder()
                                .put("name", name)
                                .put("namespace", namespace)
                                .build())
                .put(
                        "spec",
                        MapTree.builder()
                                .put("secretStoreRef", store.tree())
                                .put("target", target)
                                .putUnlessEmpty("data", ListTree.of(data))
                                .build())
                .build());
    }
}
