package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a template renders, computed without Helm. */
final class TemplateEvaluation {
    private TemplateEvaluation() {}

    /** The tree at a point; null if there is none. */
    static @Nullable Tree of(Node node, Point point) {
        if (node instanceof Node.Constant constant) {
            return constant.tree();
        }
        if (node instanceof Node.Inserted inserted) {
            return inserted.term().at(point);
        }
        if (node instanceof Node.Text text) {
            StringBuilder all = new StringBuilder();
            for (Node.Piece piece : text.pieces()) {
                Term term = piece.term();
                all.append(piece.constant());
                if (term != null && term.at(point) instanceof ScalarTree scalar) {
                    all.append(scalar.text());
                }
            }
            return ScalarTree.of(all.toString());
        }
        if (node instanceof Node.Mapping mapping) {
            return mapping(mapping, point);
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence(sequence, point);
        }
        for (Node.Branch branch : ((Node.Choice) node).branches()) {
            if (branch.guard().holds(point)) {
                return of(branch.node(), point);
            }
        }
        return null;
    }

    private static Tree mapping(Node.Mapping mapping, Point point) {
        MapTree.Builder map = MapTree.builder();
        for (Map.Entry<Object, Node> entry : mapping.entries().entrySet()) {
            Tree value = of(entry.getValue(), point);
            if (value != null && entry.getKey() instanceof String key) {
                map.put(key, value);
            } else if (value instanceof MapTree inserted) {
                map.putAll(inserted);
            }
        }
        return map.build();
    }

    private static Tree sequence(Node.Sequence sequence, Point point) {
        List<Tree> items = new ArrayList<>();
        for (Node item : sequence.items()) {
            Tree value = of(item, point);
            if (isInsertion(item) && value instanceof ListTree list) {
                items.addAll(list.items());
            } else if (value != null) {
                items.add(value);
            }
        }
        return ListTree.of(items);
    }

    /** Whether a node in a list inserts items. */
    static boolean isInsertion(Node node) {
        if (node instanceof Node.Choice choice) {
            return !choice.branches().isEmpty()
                    && isInsertion(choice.branches().get(0).node());
        }
        return node instanceof Node.Inserted inserted && inserted.term().form() == Term.Form.ITEMS;
    }
}
