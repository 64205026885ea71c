package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds which keys the maps in values must not have, since the templates write them beside those of the values. */
final class ReservedKeys {
    private final Map<String, Set<String>> reserved = new LinkedHashMap<>();
    private final Map<String, Set<String>> names = new LinkedHashMap<>();
    private final Map<String, Set<String>> disjoint = new LinkedHashMap<>();

    private ReservedKeys() {}

    /** Adds the rules of a dialect that follow from its templates. */
    static void of(Dialect dialect, Collection<Node> templates, List<ChartRule> rules) {
        ReservedKeys keys = new ReservedKeys();
        dialect.table().reservedKeys().forEach((path, names) -> keys.reserved.put(path, new TreeSet<>(names)));
        dialect.table().disjointMaps().forEach((path, others) -> keys.disjoint.put(path, new TreeSet<>(others)));
        templates.forEach(keys::add);
        keys.reserved.forEach((path, names) -> rules.add(ChartRule.reservedKeys(path, names)));
        keys.names.forEach((path, names) -> rules.add(ChartRule.reservedNames(path, names)));
        keys.disjoint.forEach((path, others) -> others.forEach(other -> rules.add(ChartRule.disjoint(path, other))));
    }

    private void add(Node node) {
        if (node instanceof Node.Choice choice) {
            choice.branches().forEach(branch -> add(branch.node()));
        } else if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(this::add);
            addNames(sequence.items());
        } else if (node instanceof Node.Mapping mapping) {
            mapping.entries().values().forEach(this::add);
            Set<String> names = new TreeSet<>();
            Set<String> inserted = new TreeSet<>();
            mapping.entries().keySet().forEach(key -> {
                if (key instanceof Term term) {
                    inserted.add(term.path());
                } else {
                    names.add((String) key);
                }
            });
            for (String path : inserted) {
                if (!names.isEmpty()) {
                    reserved.computeIfAbsent(path, key -> new TreeSet<>()).addAll(names);
                }
                for (String other : inserted) {
                    if (path.compareTo(other) < 0) {
                        disjoint.computeIfAbsent(path, key -> new TreeSet<>()).add(other);
                    }
                }
            }
        }
    }

    /** Adds the names of the items that the templates write beside those of the values. */
    private void addNames(List<Node> items) {
        Set<String> written = new TreeSet<>();
        for (Node item : items) {
            if (item instanceof Node.Mapping mapping
                    && mapping.entries().get("name") instanceof Node.Constant name
                    && name.tree() instanceof ScalarTree text) {
                written.add(text.text());
            } else if (item instanceof Node.Constant constant) {
                written.add(Trees.text(Trees.map(constant.tree()), "name"));
            }
        }
        written.remove("");
        for (Node item : items) {
            if (!written.isEmpty() && insertion(item) instanceof Node.Inserted inserted) {
                names.computeIfAbsent(inserted.term().path(), key -> new TreeSet<>())
                        .addAll(written);
            }
        }
    }

    private static Node insertion(Node item) {
        return TemplateEvaluation.isInsertion(item) && item instanceof Node.Choice choice
                ? choice.branches().get(0).node()
                : item;
    }
}
