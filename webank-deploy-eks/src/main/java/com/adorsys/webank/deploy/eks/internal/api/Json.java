package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Trees as JSON, the form in which the API server takes and gives them. */
public final class Json {
    static final JsonFactory FACTORY = JsonFactory.builder().build();

    private Json() {}

    /** A text that is no JSON, or not the JSON that was asked for. The message quotes nothing of it. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /**
     * The tree of a JSON text.
     *
     * @throws Malformed if it is not one JSON value
     */
    public static Tree read(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            Tree tree = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new Malformed("there is more than one JSON value");
            }
            return tree;
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /**
     * The map of a JSON text.
     *
     * @throws Malformed if it is not one JSON object
     */
    public static MapTree readMap(byte[] json) {
        if (read(json) instanceof MapTree map) {
            return map;
        }
        throw new Malformed("the JSON value is not an object");
    }

    /** A tree as JSON, without spaces, keys in the tree's order. */
    public static String write(Tree tree) {
        return JsonWriter.write(tree);
    }

    static Malformed malformed(JacksonException e) {
        return new Malformed("it is not JSON, at byte " + e.getLocation().getByteOffset());
    }

    /** The value that begins with a token, the parser left at its end. */
    static Tree value(JsonParser parser, @org.jspecify.annotations.Nullable JsonToken token) {
        if (token == null) {
            throw new Malformed("there is no JSON value");
        }
        return switch (token) {
            case START_OBJECT -> map(parser);
            case START_ARRAY -> {
                List<Tree> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(parser, next));
                }
                yield ListTree.of(items);
            }
            case VALUE_STRING -> ScalarTree.of(parser.getString());
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? ScalarTree.of(parser.getBigIntegerValue())
                        : ScalarTree.of(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> ScalarTree.ofFloat(parser.getString());
            case VALUE_TRUE -> ScalarTree.of(true);
            case VALUE_FALSE -> ScalarTree.of(false);
            case VALUE_NULL -> ScalarTree.ofNull();
            default -> throw new Malformed("the JSON value is cut off");
        };
    }

    /** The object whose brace has been read. */
    static MapTree map(JsonParser parser) {
        MapTree.Builder map = MapTree.builder();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            map.put(key, value(parser, parser.nextToken()));
        }
        return map.build();
    }
}
