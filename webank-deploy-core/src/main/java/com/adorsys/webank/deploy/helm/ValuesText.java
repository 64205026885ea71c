package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.List;

/** Writes a {@code values.yaml} with comments. */
final class ValuesText {
    private static final int WIDTH = 100;
    private static final String COMMENT = "# ";

    private final StringBuilder out = new StringBuilder(1024);

    private ValuesText() {}

    static String of(String header, List<ValueNode> nodes) {
        ValuesText text = new ValuesText();
        text.comment(header, "");
        for (ValueNode node : nodes) {
            text.blankLine();
            text.node(node, "");
        }
        return text.out.toString();
    }

    /** A blank line, unless there is one: a second one would be part of a text that ends with blank lines. */
    private void blankLine() {
        int end = out.length();
        if (end > 0 && (end < 2 || out.charAt(end - 2) != '\n')) {
            out.append('\n');
        }
    }

    private void node(ValueNode node, String indent) {
        comment(node.description(), indent);
        Tree value = node.value();
        if (value == null) {
            boolean empty = ValueNode.tree(node.children()).isEmpty();
            String line = ChartTexts.yaml(MapTree.of(node.key(), MapTree.of()));
            lines(empty ? line : line.replace(" {}\n", "\n"), indent);
            for (ValueNode child : node.children()) {
                node(child, indent + "  ");
            }
        } else {
            boolean example = node.use() == ValueNode.Use.EXAMPLE;
            lines(ChartTexts.yaml(MapTree.of(node.key(), value)), example ? indent + COMMENT : indent);
        }
    }

    private void comment(String text, String indent) {
        if (text.isEmpty()) {
            return;
        }
        int width = WIDTH - indent.length() - COMMENT.length();
        for (String line : text.stripTrailing().split("\n", -1)) {
            String rest = line.stripTrailing();
            while (rest.length() > width && rest.stripLeading().indexOf(' ') > 0) {
                int cut = rest.lastIndexOf(' ', width);
                cut = cut <= 0 ? rest.indexOf(' ', width) : cut;
                if (cut < 0) {
                    break;
                }
                lines(rest.substring(0, cut).stripTrailing() + "\n", indent + COMMENT);
                rest = rest.substring(cut).strip();
            }
            lines(rest + "\n", indent + COMMENT);
        }
    }

    /** Appends whole lines behind a prefix, without white space at their ends. */
    private void lines(String text, String prefix) {
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            if (end == from) {
                out.append(prefix.stripTrailing());
            } else {
                out.append(prefix).append(text, from, end);
            }
            out.append('\n');
            from = end + 1;
        }
    }
}
