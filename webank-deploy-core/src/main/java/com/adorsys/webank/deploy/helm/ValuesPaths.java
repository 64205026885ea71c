package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts values into the tree of their paths, and collects what is wrong with them. */
final class ValuesPaths {
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private final ChartChecks checks = new ChartChecks("values");
    private final Section root = new Section("", "");

    void checkProse(String field, String text) {
        checks.prose(field, text);
    }

    void section(String path, String description) {
        checks.prose(path, description);
        Section section = isPath(path) ? sectionAt(path) : null;
        if (section == null) {
            return;
        }
        if (section.described) {
            twice(path);
        }
        section.description = description;
        section.described = true;
    }

    void describe(String path, Tree value, String description, ValueNode.Use use) {
        checks.prose(path, description);
        checkNulls(path, value);
        int dot = path.lastIndexOf('.');
        Section section = isPath(path) ? sectionAt(path.substring(0, Math.max(dot, 0))) : null;
        if (section == null) {
            return;
        }
        String key = path.substring(dot + 1);
        if (section.values.containsKey(key)) {
            twice(path);
        } else if (section.sections.containsKey(key)) {
            below(path);
        } else {
            section.values.put(key, new ValueNode(key, path, description, use, value, List.of()));
            section.order.add(key);
        }
    }

    /** A value of the top level, by any key. */
    void put(String key, Tree value) {
        String path = TreePath.child("", key);
        checkNulls(path, value);
        root.values.put(key, new ValueNode(key, path, "", ValueNode.Use.DEFAULT, value, List.of()));
        root.order.add(key);
    }

    List<ValueNode> build() {
        checks.throwIfAny();
        return root.nodes();
    }

    /** The section at a path, which is made if there is none; null if a value is in its place. */
    private @Nullable Section sectionAt(String path) {
        Section section = root;
        for (String key : path.isEmpty() ? new String[0] : path.split("\\.")) {
            String place = TreePath.child(section.path, key);
            if (section.values.containsKey(key)) {
                below(place);
                return null;
            }
            Section next = section.sections.get(key);
            if (next == null) {
                next = new Section(key, place);
                section.sections.put(key, next);
                section.order.add(key);
            }
            section = next;
        }
        return section;
    }

    private boolean isPath(String path) {
        boolean good = PATH.matcher(path).matches();
        if (!good) {
            checks.error(
                    ProblemCodes.PATH_INVALID,
                    "",
                    path.isEmpty() ? "a path is empty" : Problem.quote(path) + " is not the path of a value",
                    "join keys by dots, as in `image.tag`; a key has a-z, A-Z, 0-9, `-` and `_`");
        }
        return good;
    }

    private void twice(String path) {
        checks.error(ProblemCodes.DUPLICATE, path, "it is described twice", "remove one of the descriptions");
    }

    private void below(String path) {
        checks.error(
                ProblemCodes.SETTING_CONFLICT,
                path,
                "it is a value, and other values are described below it",
                "describe it by `section`, or set the others in its value");
    }

    /** A null in a map is how users of Helm remove a default, so a default cannot be one. */
    private void checkNulls(String path, Tree value) {
        if (Trees.isNull(value)) {
            checks.error(ProblemCodes.NULL_VALUE, path, "it is null", "describe it by `describeUnset` with an example");
        } else if (value instanceof MapTree map) {
            map.forEach((key, item) -> checkNulls(TreePath.child(path, key), item));
        } else if (value instanceof ListTree list) {
            for (int i = 0; i < list.size(); i++) {
                if (!Trees.isNull(list.get(i))) {
                    checkNulls(TreePath.child(path, i), list.get(i));
                }
            }
        }
    }

    /** A map of values that is being collected. */
    private static final class Section {
        private final String key;
        private final String path;
        private final Map<String, ValueNode> values = new LinkedHashMap<>();
        private final Map<String, Section> sections = new LinkedHashMap<>();
        private final List<String> order = new ArrayList<>();
        private String description = "";
        private boolean described;

        private Section(String key, String path) {
            this.key = key;
            this.path = path;
        }

        private List<ValueNode> nodes() {
            List<ValueNode> nodes = new ArrayList<>(order.size());
            for (String name : order) {
                ValueNode value = values.get(name);
                Section section = sections.get(name);
                if (value != null) {
                    nodes.add(value);
                } else if (section != null) {
                    nodes.add(new ValueNode(
                            section.key,
                            section.path,
                            section.description,
                            ValueNode.Use.SECTION,
                            null,
                            section.nodes()));
                }
            }
            return List.copyOf(nodes);
        }
    }
}
