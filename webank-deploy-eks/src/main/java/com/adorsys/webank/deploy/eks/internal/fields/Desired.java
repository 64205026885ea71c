package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Desired objects in the words in which the API server keeps them. Pure functions. */
public final class Desired {
    /** Maps whose entries are managed one by one and that mean the same whether they are empty or missing. */
    private static final List<List<String>> EMPTY_IN_ANY_KIND =
            List.of(TreeEdit.path("metadata.labels"), TreeEdit.path("metadata.annotations"));

    private static final List<List<String>> EMPTY_IN_DATA = List.of(TreeEdit.path("data"), TreeEdit.path("binaryData"));
    private static final List<List<String>> EMPTY_IN_WORKLOADS = List.of(
            TreeEdit.path("spec.template.metadata.labels"),
            TreeEdit.path("spec.template.metadata.annotations"),
            TreeEdit.path("spec.template.spec.containers.*.resources.limits"),
            TreeEdit.path("spec.template.spec.containers.*.resources.requests"),
            TreeEdit.path("spec.template.spec.initContainers.*.resources.limits"),
            TreeEdit.path("spec.template.spec.initContainers.*.resources.requests"),
            TreeEdit.path("spec.jobTemplate.metadata.labels"),
            TreeEdit.path("spec.jobTemplate.metadata.annotations"),
            TreeEdit.path("spec.jobTemplate.spec.template.metadata.labels"),
            TreeEdit.path("spec.jobTemplate.spec.template.metadata.annotations"));

    private Desired() {}

    /**
     * The object as the server will have it, as far as applying needs that:
     *
     * <ul>
     *   <li>a Secret's {@code stringData} as {@code data}, over what {@code data} says for the same keys: of {@code
     *       stringData} the server forgets who set what, so that neither a change nor a key that is left out would be seen;
     *   <li>the values of {@code data} and {@code binaryData} in base64 without line ends;
     *   <li>no empty maps of labels, annotations, data and resources: the server leaves them out, and who applied one loses
     *       it as soon as another adds an entry, which is no change of ours;
     *   <li>quantities as the server writes them, {@code 1} for {@code 1000m}: it compares their texts to find conflicts.
     * </ul>
     *
     * <p>What cannot be converted, as a {@code stringData} value that is no string, is left as it is: the server says why
     * it refuses it.
     *
     * @return the object itself if it is so already
     */
    public static Manifest normalised(Manifest manifest) {
        MapTree tree = manifest.tree();
        String kind = manifest.apiVersion() + "/" + manifest.kind();
        MapTree normal = withoutEmpty(tree, EMPTY_IN_ANY_KIND);
        normal = switch (kind) {
            case "v1/Secret" -> withoutEmpty(withoutLineEnds(withoutStringData(normal), "data"), EMPTY_IN_DATA);
            case "v1/ConfigMap" -> withoutEmpty(withoutLineEnds(normal, "binaryData"), EMPTY_IN_DATA);
            case "apps/v1/Deployment",
                    "apps/v1/StatefulSet",
                    "apps/v1/DaemonSet",
                    "apps/v1/ReplicaSet",
                    "batch/v1/Job",
                    "batch/v1/CronJob" -> withoutEmpty(Quantities.canonical(normal, kind), EMPTY_IN_WORKLOADS);
            default -> Quantities.canonical(normal, kind);
        };
        return normal.equals(tree) ? manifest : Manifest.of(normal);
    }

    private static MapTree withoutEmpty(MapTree object, List<List<String>> places) {
        MapTree less = object;
        for (List<String> place : places) {
            less = TreeEdit.edit(less, place, below -> below instanceof MapTree map && map.isEmpty() ? null : below);
        }
        return less;
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

    private static MapTree withoutLineEnds(MapTree object, String key) {
        if (!(object.get(key) instanceof MapTree data)) {
            return object;
        }
        MapTree plain = data;
        for (int i = 0; i < data.size(); i++) {
            if (data.valueAt(i) instanceof ScalarTree value && value.isString()) {
                String text = value.text();
                if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
                    plain = plain.with(data.keyAt(i), text.replace("\n", "").replace("\r", ""));
                }
            }
        }
        return plain.equals(data) ? object : object.with(key, plain);
    }
}
