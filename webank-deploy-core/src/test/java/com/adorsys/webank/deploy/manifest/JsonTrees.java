package com.adorsys.webank.deploy.manifest;

import java.math.BigInteger;
import java.util.Map;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trees written as JSON, for tests; strings and keys may be in single quotes, and keys in none. */
public final class JsonTrees {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonTrees() {}

    /** The tree of a JSON text. */
    public static Tree tree(String json) {
        return tree(MAPPER.readTree(json));
    }

    /** The map of a JSON text. */
    public static MapTree map(String json) {
        return (MapTree) tree(json);
    }

    /** The list of a JSON text. */
    public static ListTree list(String json) {
        return (ListTree) tree(json);
    }

    /** The object of a JSON text. */
    public static Manifest manifest(String json) {
        return Manifest.of(map(json));
    }

    private static Tree tree(JsonNode node) {
        if (node.isObject()) {
            MapTree.Builder map = MapTree.builder();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                map.put(entry.getKey(), tree(entry.getValue()));
            }
            return map.build();
        }
        if (node.isArray()) {
            return ListTree.of(node.values().stream().map(JsonTrees::tree).toList());
        }
        if (node.isString()) {
            return ScalarTree.of(node.stringValue());
        }
        if (node.isBoolean()) {
            return ScalarTree.of(node.booleanValue());
        }
        if (node.isNull()) {
            return ScalarTree.ofNull();
        }
        return node.isIntegralNumber()
                ? ScalarTree.of(new BigInteger(node.asString()))
                : ScalarTree.ofFloat(node.asString());
    }
}
