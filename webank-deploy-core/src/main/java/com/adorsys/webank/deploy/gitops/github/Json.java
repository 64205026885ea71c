package com.adorsys.webank.deploy.gitops.github;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON object of an answer. What is missing or of another type is empty. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<?, ?> fields;

    private Json(Map<?, ?> fields) {
        this.fields = fields;
    }

    /** Reads an answer. One that is not a JSON object is an empty one. */
    static Json read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            return value(parser) instanceof Map<?, ?> fields ? new Json(fields) : new Json(Map.of());
        } catch (JacksonException e) {
            return new Json(Map.of());
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, value(parser));
            }
            return fields;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<@Nullable Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return items;
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getString();
    }

    /** A text or a number. */
    String text(String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    /** The items of a list: objects, or texts as an object with a {@code message}. */
    List<Json> list(String name) {
        List<Json> items = new ArrayList<>();
        if (fields.get(name) instanceof List<?> values) {
            for (Object value : values) {
                if (value instanceof Map<?, ?> object) {
                    items.add(new Json(object));
                } else if (value instanceof String text) {
                    items.add(new Json(Map.of("message", text)));
                }
            }
        }
        return items;
    }
}
