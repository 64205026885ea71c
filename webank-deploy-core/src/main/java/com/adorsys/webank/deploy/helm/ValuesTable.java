package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.List;

/** Writes values as a table in Markdown. */
final class ValuesTable {
    private ValuesTable() {}

    static String of(List<ValueNode> nodes) {
        List<ValueNode> leaves = ValueNode.leaves(nodes);
        if (leaves.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("| Key | Type | Default | Description |\n|---|---|---|---|\n");
        for (ValueNode node : leaves) {
            Tree value = node.value();
            if (value != null) {
                row(out, node, value);
            }
        }
        return out.toString();
    }

    private static void row(StringBuilder out, ValueNode node, Tree value) {
        String shown = code(JsonWriter.write(value));
        String description = node.description().strip();
        String defaultValue = shown;
        if (node.use() == ValueNode.Use.EXAMPLE) {
            defaultValue = "not set";
            description = (description + " Example: " + shown).strip();
        }
        out.append("| ").append(code(node.path()));
        out.append(" | ").append(type(value));
        out.append(" | ").append(cell(defaultValue));
        out.append(" | ").append(cell(description)).append(" |\n");
    }

    /** The type as the schema of the values names it. */
    private static String type(Tree value) {
        if (value instanceof ScalarTree scalar) {
            return switch (scalar.kind()) {
                case STRING -> "string";
                case INTEGER -> "integer";
                case FLOAT -> "number";
                case BOOLEAN -> "boolean";
                case NULL -> "null";
            };
        }
        return value instanceof ListTree ? "array" : "object";
    }

    private static String code(String text) {
        return text.indexOf('`') < 0 ? "`" + text + "`" : "`` " + text + " ``";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
