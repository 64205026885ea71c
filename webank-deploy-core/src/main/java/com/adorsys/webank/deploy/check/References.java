package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The references of a set to Secrets, ConfigMaps, SecretProviderClasses, PersistentVolumeClaims and ServiceAccounts.
 *
 * <p>They are searched in the pods of workloads (variables, volumes, pull secrets, service accounts), the pull secrets of
 * service accounts and the certificates of Ingresses.
 */
public final class References {
    private final SetIndex index;
    private final List<Reference> found = new ArrayList<>(0);

    private References(SetIndex index) {
        this.index = index;
    }

    /** The references of a set, in its order. */
    public static List<Reference> in(ManifestSet manifests) {
        References references = new References(SetIndex.of(manifests));
        for (Manifest manifest : manifests.manifests()) {
            references.collect(manifest);
        }
        return Collections.unmodifiableList(references.found);
    }

    /** The references of one object of a set. */
    public static List<Reference> of(Manifest manifest, ManifestSet manifests) {
        return of(manifest, SetIndex.of(manifests));
    }

    /**
     * The references of the pods of one object alone in their variables and volumes; not those to accounts and pull secrets,
     * which no container sees.
     */
    public static List<Reference> insidePodsOf(Manifest manifest) {
        References references = new References(SetIndex.of(ManifestSet.empty()));
        Pods pods = Pods.of(manifest);
        if (pods != null) {
            references.volumesAndVariables(pods);
        }
        return Collections.unmodifiableList(references.found);
    }

    private static List<Reference> of(Manifest manifest, SetIndex index) {
        References references = new References(index);
        references.collect(manifest);
        return Collections.unmodifiableList(references.found);
    }

    /** The references of some pods. */
    static List<Reference> of(Pods pods, SetIndex index) {
        References references = new References(index);
        references.pods(pods);
        return Collections.unmodifiableList(references.found);
    }

    private void collect(Manifest manifest) {
        Pods pods = Pods.of(manifest);
        if (pods != null) {
            pods(pods);
            return;
        }
        String group = manifest.id().group();
        if (manifest.kind().equals("ServiceAccount") && group.isEmpty()) {
            pullSecrets(manifest, Trees.list(manifest.tree(), "imagePullSecrets"), "imagePullSecrets");
        } else if (manifest.kind().equals("Ingress") && group.equals("networking.k8s.io")) {
            ListTree tls = Trees.list(manifest.tree(), "spec", "tls");
            for (int i = 0; i < tls.size(); i++) {
                String name = Trees.text(Trees.map(tls, i), "secretName");
                add(manifest, "spec.tls[" + i + "].secretName", "Secret", name, "", false);
            }
        }
    }

    private void pods(Pods pods) {
        Manifest manifest = pods.manifest();
        String account = Trees.text(pods.spec(), "serviceAccountName");
        if (!account.isEmpty() && !account.equals("default")) {
            add(manifest, pods.path("serviceAccountName"), "ServiceAccount", account, "", false);
        }
        ListTree secrets = Trees.list(pods.spec(), "imagePullSecrets");
        if (!secrets.isEmpty()) {
            pullSecrets(manifest, secrets, pods.path("imagePullSecrets"));
        }
        volumesAndVariables(pods);
    }

    private void volumesAndVariables(Pods pods) {
        ListTree volumes = Trees.list(pods.spec(), "volumes");
        for (int i = 0; i < volumes.size(); i++) {
            MapTree volume = Trees.map(volumes, i);
            if (isReferring(volume)) {
                volume(pods, volume, "volumes[" + i + "]");
            }
        }
        for (Pods.Container container : pods.containers()) {
            variables(pods.manifest(), container);
        }
    }

    /** Whether a volume is of a kind that refers to another object, unlike the many that are an {@code emptyDir}. */
    private static boolean isReferring(MapTree volume) {
        return volume.has("secret")
                || volume.has("configMap")
                || volume.has("persistentVolumeClaim")
                || volume.has("csi")
                || volume.has("projected");
    }

    private void pullSecrets(Manifest manifest, ListTree secrets, String path) {
        for (int i = 0; i < secrets.size(); i++) {
            add(manifest, path + "[" + i + "]", "Secret", Trees.text(Trees.map(secrets, i), "name"), "", false);
        }
    }

    private void volume(Pods pods, MapTree volume, String path) {
        source(pods, Trees.map(volume, "secret"), path + ".secret", "Secret", "secretName");
        source(pods, Trees.map(volume, "configMap"), path + ".configMap", "ConfigMap", "name");
        String claim = Trees.text(volume, "persistentVolumeClaim", "claimName");
        add(pods.manifest(), pods.path(path + ".persistentVolumeClaim"), "PersistentVolumeClaim", claim, "", false);
        MapTree csi = Trees.map(volume, "csi");
        if (Trees.text(csi, "driver").equals(Names.SECRETS_STORE_DRIVER)) {
            String provider = Trees.text(csi, "volumeAttributes", "secretProviderClass");
            add(pods.manifest(), pods.path(path + ".csi"), "SecretProviderClass", provider, "", false);
        }
        ListTree sources = Trees.list(volume, "projected", "sources");
        for (int i = 0; i < sources.size(); i++) {
            MapTree projected = Trees.map(sources, i);
            String where = path + ".projected.sources[" + i + "]";
            source(pods, Trees.map(projected, "secret"), where + ".secret", "Secret", "name");
            source(pods, Trees.map(projected, "configMap"), where + ".configMap", "ConfigMap", "name");
        }
    }

    private void source(Pods pods, MapTree source, String path, String kind, String nameKey) {
        String name = Trees.text(source, nameKey);
        if (name.isEmpty()) {
            return;
        }
        boolean optional = Trees.isTrue(source, "optional");
        ListTree items = Trees.list(source, "items");
        if (items.isEmpty()) {
            add(pods.manifest(), pods.path(path), kind, name, "", optional);
        }
        for (int i = 0; i < items.size(); i++) {
            String key = Trees.text(Trees.map(items, i), "key");
            add(pods.manifest(), pods.path(path + ".items[" + i + "]"), kind, name, key, optional);
        }
    }

    private void variables(Manifest manifest, Pods.Container container) {
        ListTree variables = Trees.list(container.tree(), "env");
        for (int i = 0; i < variables.size(); i++) {
            MapTree from = Trees.map(Trees.map(variables, i), "valueFrom");
            if (!from.isEmpty()) {
                String path = container.path("env[" + i + "].valueFrom.");
                variable(manifest, path, from, "secretKeyRef", "Secret");
                variable(manifest, path, from, "configMapKeyRef", "ConfigMap");
            }
        }
        ListTree sources = Trees.list(container.tree(), "envFrom");
        for (int i = 0; i < sources.size(); i++) {
            MapTree source = Trees.map(sources, i);
            String path = container.path("envFrom[" + i + "].");
            variable(manifest, path, source, "secretRef", "Secret");
            variable(manifest, path, source, "configMapRef", "ConfigMap");
        }
    }

    /** A reference to a key, or, from {@code envFrom}, to all keys. */
    private void variable(Manifest manifest, String path, MapTree source, String field, String kind) {
        if (source.get(field) instanceof MapTree reference) {
            String key = Trees.text(reference, "key");
            add(manifest, path + field, kind, Trees.text(reference, "name"), key, Trees.isTrue(reference, "optional"));
        }
    }

    private void add(Manifest manifest, String path, String kind, String name, String key, boolean optional) {
        if (!name.isEmpty()) {
            String group = kind.equals("SecretProviderClass") ? "secrets-store.csi.x-k8s.io" : "";
            boolean external = index.find(manifest, group, kind, name) == null;
            found.add(new Reference(manifest, path, kind, name, key, optional, external));
        }
    }
}
