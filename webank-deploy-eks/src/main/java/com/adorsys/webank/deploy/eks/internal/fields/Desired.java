package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Desired objects in the words in which the API server keeps them. Pure functions. */
public final class Desired {
    private Desired() {}

    /**
     * The object as the server will have it, as far as applying needs that:
     *
     * <ul>
     *   <li>a Secret's {@code stringData} as {@code data}, over what {@code data} says for the same keys: of {@code
     *       stringData} the server forgets who set what, so that neither a change nor a key that is left out would be seen;
     *   <li>the values of {@code data} and {@code binaryData} in base64 without line ends;
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
        MapTree normal = switch (manifest.apiVersion() + "/" + manifest.kind()) {
            case "v1/Secret" -> withoutLineEnds(withoutStringData(tree), "data");
            case "v1/ConfigMap" -> withoutLineEnds(tree, "binaryData");
            default -> Quantities.canonical(tree);
        };
        return normal.equals(tree) ? manifest : Manifest.of(normal);
    }

    private static MapTree withoutStringData(MapTree secret) {
        Tree data = secret.get("data");
        if (!(secret.get("stringData") instanceof MapTree texts)
                || data != null && !(data instanceof MapTree) && !isNull(data)) {
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

    private static boolean isNull(Tree tree) {
        return tree instanceof ScalarTree scalar && scalar.isNull();
    }
}
