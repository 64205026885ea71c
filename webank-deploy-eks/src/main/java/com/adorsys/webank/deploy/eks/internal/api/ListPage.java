package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * A page of a list, read item by item so that only one is a tree at a time.
 *
 * @param resourceVersion of the list
 * @param next the token of the next page; empty if this is the last
 */
record ListPage(String resourceVersion, String next) {
    static ListPage read(byte[] json, Consumer<MapTree> item) {
        String apiVersion = "";
        String kind = "";
        String version = "";
        String next = "";
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Json.Malformed("the list is not an object");
            }
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                JsonToken token = parser.nextToken();
                if (key.equals("items") && token == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        item.accept(named(apiVersion, kind, Json.map(parser)));
                    }
                    continue;
                }
                Tree value = Json.value(parser, token);
                switch (key) {
                    case "apiVersion" -> apiVersion = text(value);
                    case "kind" -> kind = withoutList(text(value));
                    case "metadata" -> {
                        if (value instanceof MapTree metadata) {
                            version = metadata.string("resourceVersion").orElse("");
                            next = metadata.string("continue").orElse("");
                        }
                    }
                    default -> {}
                }
            }
        } catch (JacksonException e) {
            throw Json.malformed(e);
        }
        return new ListPage(version, next);
    }

    /** The items of a list leave out what the list says for all. */
    private static MapTree named(String apiVersion, String kind, MapTree item) {
        if (item.has("kind") && item.has("apiVersion")) {
            return item;
        }
        return MapTree.builder(item.size() + 2)
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .putAll(item)
                .build();
    }

    private static String withoutList(String kind) {
        return kind.endsWith("List") ? kind.substring(0, kind.length() - 4) : kind;
    }

    private static String text(Tree value) {
        return value instanceof ScalarTree scalar ? scalar.text() : "";
    }
}
