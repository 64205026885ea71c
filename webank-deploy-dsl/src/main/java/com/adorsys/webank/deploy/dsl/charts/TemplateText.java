package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes templates in Helm's language. */
final class TemplateText {
    private static final String END = "{{- end }}";
    private static final List<String> WORDS = List.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private final StringBuilder out = new StringBuilder();

    private TemplateText() {}

    /** The text of the template of an object. */
    static String of(Node object) {
        TemplateText text = new TemplateText();
        text.guarded(object, (node, indent) -> text.entries(node, indent), 0);
        return text.out.toString().stripLeading();
    }

    private interface Body {
        void write(Node node, int indent);
    }

    /** Writes a node, or the branches of a choice, each between its guards. */
    private void guarded(Node node, Body body, int indent) {
        if (!(node instanceof Node.Choice choice)) {
            body.write(node, indent);
            return;
        }
        List<Node.Branch> branches = choice.branches();
        for (int i = 0; i < branches.size(); i++) {
            guard(branches.get(i).guard(), i == 0, indent);
            guarded(branches.get(i).node(), body, indent);
        }
        line(indent, END);
    }

    /** An expression without the parentheses around the whole of it. */
    private static String argument(String expression) {
        if (!expression.startsWith("(") || !expression.endsWith(")")) {
            return expression;
        }
        int depth = 0;
        for (int i = 0; i < expression.length() - 1; i++) {
            depth += expression.charAt(i) == '(' ? 1 : expression.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return expression;
            }
        }
        return expression.substring(1, expression.length() - 1);
    }

    private void line(int indent, String text) {
        out.append('\n').append("  ".repeat(indent)).append(text);
    }

    private void entries(Node node, int indent) {
        if (node instanceof Node.Constant constant) {
            ((MapTree) constant.tree()).forEach((key, value) -> entry(key, new Node.Constant(value), indent));
            return;
        }
        List<Map.Entry<Object, Node>> all =
                new ArrayList<>(((Node.Mapping) node).entries().entrySet());
        int from = 0;
        while (from < all.size()) {
            int to = from + 1;
            List<Guard> guards = guards(all.get(from).getValue());
            while (to < all.size()
                    && !guards.isEmpty()
                    && guards.equals(guards(all.get(to).getValue()))) {
                to++;
            }
            entries(all.subList(from, to), indent);
            from = to;
        }
    }

    private static List<Guard> guards(Node node) {
        List<Guard> guards = new ArrayList<>();
        if (node instanceof Node.Choice choice) {
            choice.branches().forEach(branch -> guards.add(branch.guard()));
        }
        return guards;
    }

    /** Writes entries between the guards that they share. */
    private void entries(List<Map.Entry<Object, Node>> entries, int indent) {
        List<Guard> guards = guards(entries.get(0).getValue());
        for (int i = 0; i < guards.size(); i++) {
            guard(guards.get(i), i == 0, indent);
            List<Map.Entry<Object, Node>> branch = new ArrayList<>();
            for (Map.Entry<Object, Node> entry : entries) {
                branch.add(Map.entry(
                        entry.getKey(),
                        ((Node.Choice) entry.getValue()).branches().get(i).node()));
            }
            entries(branch, indent);
        }
        if (!guards.isEmpty()) {
            line(indent, END);
            return;
        }
        for (Map.Entry<Object, Node> entry : entries) {
            if (entry.getValue() instanceof Node.Choice) {
                entries(List.of(entry), indent);
            } else if (entry.getKey() instanceof String key) {
                entry(key, entry.getValue(), indent);
            } else {
                inserted(entry.getValue(), indent);
            }
        }
    }

    private void guard(Guard guard, boolean isFirst, int indent) {
        String test = guard.equals(Guard.TRUE) ? "" : " if " + argument(guard.expression());
        line(indent, isFirst ? "{{-" + test + " }}" : "{{- else" + test + " }}");
    }

    private void entry(String key, Node value, int indent) {
        line(indent, constant(ScalarTree.of(key)) + ":");
        value(value, indent);
    }

    /** Writes a value after its key. */
    private void value(Node node, int indent) {
        if (isBlockMap(node)) {
            entries(node, indent + 1);
        } else if (isBlockList(node)) {
            items(node, indent + 1);
        } else if (node instanceof Node.Inserted inserted && inserted.term().form() == Term.Form.TREE) {
            line(indent + 1, "{{- toYaml " + inserted.term().expression() + " | nindent " + 2 * (indent + 1) + " }}");
        } else {
            out.append(' ').append(flow(node));
        }
    }

    private static boolean isBlockMap(Node node) {
        return node instanceof Node.Mapping
                || node instanceof Node.Constant constant && constant.tree() instanceof MapTree map && !map.isEmpty();
    }

    private static boolean isBlockList(Node node) {
        return node instanceof Node.Sequence
                || node instanceof Node.Constant constant
                        && constant.tree() instanceof ListTree list
                        && !list.isEmpty();
    }

    private void items(Node node, int indent) {
        if (node instanceof Node.Constant constant) {
            for (Tree item : (ListTree) constant.tree()) {
                item(new Node.Constant(item), indent);
            }
            return;
        }
        for (Node item : ((Node.Sequence) node).items()) {
            guarded(item, this::item, indent);
        }
    }

    private void item(Node node, int indent) {
        if (TemplateEvaluation.isInsertion(node)) {
            inserted(node, indent);
        } else if (isBlockMap(node) || isBlockList(node)) {
            int start = out.length();
            if (isBlockMap(node)) {
                entries(node, indent + 1);
            } else {
                items(node, indent + 1);
            }
            int first = start + 1 + 2 * (indent + 1);
            if (out.charAt(first) == '{') {
                out.insert(start, "\n" + "  ".repeat(indent) + "-");
            } else {
                out.setCharAt(first - 2, '-');
            }
        } else {
            line(indent, "- " + flow(node));
        }
    }

    /** Writes items or entries that a term has. */
    private void inserted(Node node, int indent) {
        Term term = ((Node.Inserted) node).term();
        if (term.form() == Term.Form.ITEMS && !term.item().equals(Term.ITSELF)) {
            line(indent, "{{- range " + term.expression() + " }}");
            line(indent, "- " + term.item());
            line(indent, END);
        } else {
            line(indent, "{{- toYaml " + term.expression() + " | nindent " + 2 * indent + " }}");
        }
    }

    private static String flow(Node node) {
        if (node instanceof Node.Constant constant) {
            return constant(constant.tree());
        }
        if (node instanceof Node.Inserted inserted) {
            Term term = inserted.term();
            return term.form() == Term.Form.NUMBER
                    ? "{{ int64 " + term.expression() + " }}"
                    : "{{ toJson " + term.expression() + " }}";
        }
        StringBuilder format = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        for (Node.Piece piece : ((Node.Text) node).pieces()) {
            Term term = piece.term();
            if (term == null) {
                format.append(piece.constant().replace("%", "%%"));
            } else if (term.form() == Term.Form.NUMBER) {
                format.append("%d");
                arguments.append(" (int64 ").append(term.expression()).append(')');
            } else {
                format.append("%s");
                arguments.append(' ').append(term.expression());
            }
        }
        return "{{ toJson (printf " + JsonWriter.write(ScalarTree.of(format.toString())) + arguments + ") }}";
    }

    /** A constant as JSON, in which the template language finds nothing to evaluate. */
    private static String constant(Tree tree) {
        boolean isPlain = tree instanceof ScalarTree scalar && scalar.isString() && isPlain(scalar.text());
        String text =
                isPlain ? ((ScalarTree) tree).text() : JsonWriter.write(tree).strip();
        return text.replace("{{", "{{ \"{{\" }}");
    }

    /** Whether a string needs no quotes in YAML, whatever the reader. */
    private static boolean isPlain(String text) {
        if (text.isEmpty() || !isLetter(text.charAt(0)) || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && "-._/".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
