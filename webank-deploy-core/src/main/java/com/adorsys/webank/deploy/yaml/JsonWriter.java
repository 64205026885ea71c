package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.io.StringWriter;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes trees as JSON. */
public final class JsonWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private JsonWriter() {}

    /** The tree as JSON on one line without spaces, with the keys in the tree's order. */
    public static String write(Tree tree) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(tree, generator);
        }
        return text.toString();
    }

    /** The tree as JSON for people: each item on a line of its own, indented by two spaces, with a final newline. */
    public static String writeIndented(Tree tree) {
        StringBuilder text = new StringBuilder(1024);
        indented(tree, "\n", text);
        return text.append('\n').toString();
    }

    private static void indented(Tree tree, String line, StringBuilder text) {
        String inner = line + "  ";
        if (tree instanceof MapTree map && !map.isEmpty()) {
            for (int i = 0; i < map.size(); i++) {
                text.append(i == 0 ? "{" : ",").append(inner);
                text.append(write(ScalarTree.of(map.keyAt(i)))).append(": ");
                indented(map.valueAt(i), inner, text);
            }
            text.append(line).append('}');
        } else if (tree instanceof ListTree list && !list.isEmpty()) {
            for (int i = 0; i < list.size(); i++) {
                text.append(i == 0 ? "[" : ",").append(inner);
                indented(list.get(i), inner, text);
            }
            text.append(line).append(']');
        } else {
            text.append(write(tree));
        }
    }

    private static void write(Tree tree, JsonGenerator generator) {
        if (tree instanceof MapTree map) {
            generator.writeStartObject();
            for (int i = 0; i < map.size(); i++) {
                generator.writeName(map.keyAt(i));
                write(map.valueAt(i), generator);
            }
            generator.writeEndObject();
        } else if (tree instanceof ListTree list) {
            generator.writeStartArray();
            for (int i = 0; i < list.size(); i++) {
                write(list.get(i), generator);
            }
            generator.writeEndArray();
        } else {
            ScalarTree scalar = (ScalarTree) Objects.requireNonNull(tree);
            switch (scalar.kind()) {
                case STRING -> generator.writeString(scalar.text());
                case INTEGER, FLOAT -> generator.writeNumber(scalar.text());
                case BOOLEAN -> generator.writeBoolean(scalar.text().equals("true"));
                case NULL -> generator.writeNull();
            }
        }
    }
}
