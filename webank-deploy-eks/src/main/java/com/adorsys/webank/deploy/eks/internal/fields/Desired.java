package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.ObjectType;
import com.adorsys.webank.deploy.schema.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Desired objects in the words in which the API server keeps them. Pure functions. */
public final class Desired {
    /**
     * Annotations in which the cluster counts the changes of Deployments and DaemonSets, and says that a claim is bound. A claim
     * that says so and whose volume does not exist is lost for good. Its {@code spec.volumeName} stays: it says which volume has
     * the data, and a claim without it gets an empty one; where that volume does not exist, the claim waits for it.
     */
    private static final Set<String> OF_CLUSTER = Set.of(
            "deployment.kubernetes.io/revision",
            "deprecated.daemonset.template.generation",
            "pv.kubernetes.io/bind-completed",
            "pv.kubernetes.io/bound-by-controller");

    private Desired() {}

    /** What a person would write of {@code metadata}, and not what the server sets or counts there. */
    public static MapTree metadata(MapTree metadata) {
        MapTree.Builder kept = MapTree.builder(metadata.size());
        for (int i = 0; i < metadata.size(); i++) {
            String key = metadata.keyAt(i);
            Tree value = metadata.valueAt(i);
            if (key.equals("annotations") && value instanceof MapTree annotations) {
                kept.putUnlessEmpty(key, withoutThoseOfCluster(annotations));
            } else if (!Schemas.isSetByServer(key) && !Trees.isNull(value)) {
                kept.put(key, value);
            }
        }
        return kept.build();
    }

    private static MapTree withoutThoseOfCluster(MapTree annotations) {
        MapTree kept = annotations;
        for (String key : OF_CLUSTER) {
            kept = kept.without(key);
        }
        return kept;
    }

    /**
     * The object as the server will have it, as far as applying needs that:
     *
     * <ul>
     *   <li>a Secret's {@code stringData} as {@code data}, over what {@code data} says for the same keys: of {@code
     *       stringData} the server forgets who set what, so that neither a change nor a key that is left out would be seen;
     *   <li>bytes in base64 without line ends;
     *   <li>no empty maps whose entries have owners of their own, such as labels, data and resources: the server leaves them
     *       out, and who applied one loses it as soon as another adds an entry, which is no change of ours;
     *   <li>quantities as the server writes them, {@code 1} for {@code 1000m}: it compares their texts to find conflicts;
     *   <li>an aggregated ClusterRole without empty {@code rules}, which the control plane fills in: see <a
     *       href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles">Aggregated
     *       ClusterRoles</a>.
     * </ul>
     *
     * <p>What cannot be converted, as a {@code stringData} value that is no string, is left as it is: the server says why
     * it refuses it.
     *
     * @return the object itself if it is so already
     */
    public static Manifest normalised(Manifest manifest) {
        MapTree tree = manifest.tree();
        String group = manifest.id().group();
        boolean isSecret = manifest.apiVersion().equals("v1") && manifest.kind().equals("Secret");
        MapTree given = isSecret
                ? withoutStringData(tree)
                : isAggregated(manifest) && Trees.list(tree, "rules").isEmpty() ? tree.without("rules") : tree;
        MapTree normal = (Schemas.isKubernetesGroup(group)
                        ? Schemas.typeOf(manifest.apiVersion(), manifest.kind())
                        : Optional.<ObjectType>empty())
                .map(type -> CanonicalForm.of(given, group, type))
                .orElseGet(() -> Trees.edit(given, CanonicalForm::ofMetadata, "metadata"));
        return normal.equals(tree) ? manifest : Manifest.of(normal);
    }

    private static boolean isAggregated(Manifest manifest) {
        return manifest.kind().equals("ClusterRole")
                && manifest.id().group().equals("rbac.authorization.k8s.io")
                && !Trees.map(manifest.tree(), "aggregationRule").isEmpty();
    }

    private static MapTree withoutStringData(MapTree secret) {
        Tree data = secret.get("data");
        if (!(secret.get("stringData") instanceof MapTree texts)
                || data != null && !(data instanceof MapTree) && !Trees.isNull(data)) {
            return secret;
        }
        MapTree.Builder all = data instanceof MapTree known ? known.toBuilder() : MapTree.builder(texts.size());
        MapTree.Builder left = MapTree.builder(4);
        for (int i = 0; i < texts.size(); i++) {
            if (texts.valueAt(i) instanceof ScalarTree text && text.isString()) {
                byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
                all.put(texts.keyAt(i), Base64.getEncoder().encodeToString(bytes));
            } else {
                left.put(texts.keyAt(i), texts.valueAt(i));
            }
        }
        MapTree rest = left.build();
        MapTree converted = rest.isEmpty() ? secret.without("stringData") : secret.with("stringData", rest);
        return texts.isEmpty() && data == null ? converted : converted.with("data", all.build());
    }
}
