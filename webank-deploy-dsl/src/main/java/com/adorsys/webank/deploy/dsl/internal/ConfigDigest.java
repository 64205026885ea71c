package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.check.Reference;
import com.adorsys.webank.deploy.check.References;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A digest of the configuration in a set that the pods of a workload refer to, as an annotation of the pods, so that they
 * restart when it changes.
 *
 * <p>It is made from ConfigMaps, Secrets, and what Secrets and files are made from: ExternalSecrets, SealedSecrets and
 * SecretProviderClasses. A text is framed as its length in bytes of UTF-8, a colon, and itself. A scalar is {@code =} and its
 * text, a list is <code>[</code> and its framed items, a map is <code>{</code> and its framed keys, sorted, each with its
 * framed value. The digest of an object is the SHA-256, in hexadecimal digits, of its fields with configuration; the
 * annotation is that of a map from {@code KIND/NAME} of each object to its digest. A Helm template can compute the same.
 */
public final class ConfigDigest {
    /** The annotation of the pods. */
    public static final String ANNOTATION = Names.DOMAIN + "config-digest";

    /** Objects with configuration, by how pods refer to them. */
    private final Map<String, List<Manifest>> sources = new HashMap<>();

    private ConfigDigest(ManifestSet manifests) {
        for (Manifest manifest : manifests.manifests()) {
            addSource(manifest);
        }
    }

    /** The digests of a set. */
    public static ConfigDigest of(ManifestSet manifests) {
        return new ConfigDigest(manifests);
    }

    /** Whether objects of a kind are configuration. */
    public static boolean isConfiguration(String kind) {
        return switch (kind) {
            case "ConfigMap", "Secret", "ExternalSecret", "SealedSecret", "SecretProviderClass" -> true;
            default -> false;
        };
    }

    /** Whether new pods of a workload replace the old ones if its template changes; that of a Job cannot change. */
    public static boolean rollsOut(String kind) {
        return kind.equals("Deployment") || kind.equals("StatefulSet") || kind.equals("DaemonSet");
    }

    private void addSource(Manifest manifest) {
        MapTree spec = Trees.map(manifest.tree(), "spec");
        switch (manifest.kind()) {
            case "ConfigMap", "Secret" -> add(manifest, manifest.kind(), manifest.name());
            case "SealedSecret" -> add(manifest, "Secret", manifest.name());
            case "ExternalSecret" -> {
                String target = Trees.text(spec, "target", "name");
                add(manifest, "Secret", target.isEmpty() ? manifest.name() : target);
            }
            case "SecretProviderClass" -> {
                add(manifest, manifest.kind(), manifest.name());
                for (Tree secret : Trees.list(spec, "secretObjects")) {
                    add(manifest, "Secret", Trees.text(Trees.map(secret), "secretName"));
                }
            }
            default -> {}
        }
    }

    private void add(Manifest manifest, String kind, String name) {
        String key = manifest.namespace() + "/" + kind + "/" + name;
        List<Manifest> same = sources.get(key);
        if (same == null) {
            same = new ArrayList<>(1);
            sources.put(key, same);
        }
        same.add(manifest);
    }

    /** A workload with the digest at its pods; without one if they refer to no configuration of the set. */
    public MapTree annotated(Manifest workload) {
        Map<String, Tree> digests = new TreeMap<>();
        for (Reference reference : References.insidePodsOf(workload)) {
            String key = workload.namespace() + "/" + reference.kind() + "/" + reference.name();
            for (Manifest source : sources.getOrDefault(key, List.of())) {
                digests.put(source.kind() + "/" + source.name(), ScalarTree.of(sha256(content(source))));
            }
        }
        MapTree.Builder all = MapTree.builder(digests.size());
        for (Map.Entry<String, Tree> digest : digests.entrySet()) {
            all.put(digest.getKey(), digest.getValue());
        }
        return annotated(workload.tree(), ANNOTATION, digests.isEmpty() ? "" : sha256(all.build()));
    }

    /** A workload with an annotation at its pods, sorted in; without it if the value is empty. */
    public static MapTree annotated(MapTree workload, String key, String value) {
        String[] path = PodPath.metadata(workload);
        MapTree metadata = Trees.map(workload, path);
        MapTree present = Trees.map(metadata, "annotations");
        if (value.isEmpty() ? !present.has(key) : Trees.text(present, key).equals(value)) {
            return workload;
        }
        MapTree annotations = value.isEmpty() ? present.without(key) : Metadata.merged(present, Map.of(key, value));
        return Trees.with(
                workload,
                annotations.isEmpty() ? metadata.without("annotations") : metadata.with("annotations", annotations),
                path);
    }

    /** What is configuration in an object; how often a store is read is none. */
    private static MapTree content(Manifest source) {
        String[] fields = source.kind().equals("ConfigMap")
                ? new String[] {"binaryData", "data"}
                : source.kind().equals("Secret") ? new String[] {"data", "stringData"} : new String[] {"spec"};
        MapTree.Builder content = MapTree.builder(fields.length);
        for (String field : fields) {
            MapTree value = Trees.map(source.tree(), field);
            content.putUnlessEmpty(
                    field, source.kind().equals("ExternalSecret") ? value.without("refreshInterval") : value);
        }
        return content.build();
    }

    private static String sha256(MapTree tree) {
        try {
            byte[] text = canonical(tree).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String canonical(Tree tree) {
        if (tree instanceof MapTree map) {
            List<String> keys = new ArrayList<>(map.keys());
            keys.sort(null);
            StringBuilder text = new StringBuilder("{");
            for (String key : keys) {
                Tree value = map.get(key);
                // A null is not written.
                if (value != null && !Trees.isNull(value)) {
                    frame(key, text);
                    frame(canonical(value), text);
                }
            }
            return text.toString();
        }
        if (tree instanceof ListTree list) {
            StringBuilder text = new StringBuilder("[");
            for (Tree item : list) {
                frame(canonical(item), text);
            }
            return text.toString();
        }
        return "=" + ((ScalarTree) tree).text();
    }

    private static void frame(String text, StringBuilder out) {
        out.append(text.getBytes(StandardCharsets.UTF_8).length).append(':').append(text);
    }
}
